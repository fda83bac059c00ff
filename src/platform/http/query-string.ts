import { parse } from 'node:querystring'

/** The only parameter with keys: `metadata[crm_id]=77`. */
const PAIRS = 'metadata'

/**
 * Parses a query string. `metadata[key]=value` becomes a value of the object `metadata`; everything else is
 * kept as written.
 */
export function parseQuery(text: string): Record<string, unknown> {
  const entries = Object.entries(parse(text))
  const isPair = (name: string) => name.startsWith(`${PAIRS}[`) && name.endsWith(']')
  const pairs = entries
    .filter(([name]) => isPair(name))
    .map(([name, value]) => [name.slice(PAIRS.length + 1, -1), value] as const)
  // fromEntries defines own properties, so that the name `__proto__` is harmless.
  const query = Object.fromEntries(entries.filter(([name]) => !isPair(name)))
  return pairs.length > 0 ? { ...query, [PAIRS]: Object.fromEntries(pairs) } : query
}
