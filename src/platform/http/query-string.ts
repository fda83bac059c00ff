import { parse } from 'node:querystring'

/** The one parameter that takes pairs: `metadata[crm_id]=77`. */
const PAIRS = 'metadata'

/** Reads a query string. `metadata[key]=value` becomes a value of the object `metadata`; all else stays as it is written. */
export function parseQuery(text: string): Record<string, unknown> {
  const query: Record<string, unknown> = {}
  const pairs: [string, unknown][] = []
  for (const [name, value] of Object.entries(parse(text))) {
    if (name.startsWith(`${PAIRS}[`) && name.endsWith(']'))
      pairs.push([name.slice(PAIRS.length + 1, -1), value])
    else query[name] = value
  }
  // fromEntries defines own properties, so that a key `__proto__` stays a plain key.
  return pairs.length > 0 ? { ...query, [PAIRS]: Object.fromEntries(pairs) } : query
}
