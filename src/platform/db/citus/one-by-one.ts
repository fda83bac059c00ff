import type pg from 'pg'

const TAG = /^\$\w{0,60}\$/

/**
 * Returns the end of the quoted text, function body or comment that begins at `at`, or `at + 1` if none does.
 */
function endOfPiece(script: string, at: number): number {
  const behind = (end: string, from: number) => {
    const found = script.indexOf(end, from)
    return found === -1 ? script.length : found + end.length
  }
  const [one = '', two = ''] = script.slice(at, at + 2)
  if (one + two === '--') return behind('\n', at + 2)
  if (one + two === '/*') return behind('*/', at + 2)
  // A doubled quote ends one text and begins the next, which has the same result.
  if (one === "'" || one === '"') return behind(one, at + 1)
  const tag = one === '$' ? script.slice(at, at + 62).match(TAG)?.[0] : undefined
  return tag ? behind(tag, at + tag.length) : at + 1
}

/** Splits an SQL script into statements, without comments. */
export function statementsOf(script: string): string[] {
  const statements = ['']
  for (let at = 0; at < script.length; ) {
    const end = endOfPiece(script, at)
    const piece = script.slice(at, end)
    if (piece === ';') statements.push('')
    else if (!piece.startsWith('--') && !piece.startsWith('/*')) statements[statements.length - 1] += piece
    at = end
  }
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '')
}

/**
 * Returns a connection that runs the statements of a script one by one. Citus sends some of its workers the
 * whole text that the client sent, which must then be a single statement.
 */
export function oneByOne(client: pg.Client): pg.Client {
  const query = async (text: unknown, values?: unknown) => {
    if (typeof text !== 'string' || values !== undefined)
      return Reflect.apply(client.query, client, [text, values])
    let result: pg.QueryResult | undefined
    for (const statement of statementsOf(text)) result = await client.query(statement)
    return result
  }
  return new Proxy(client, { get: (of, name) => (name === 'query' ? query : Reflect.get(of, name, of)) })
}
