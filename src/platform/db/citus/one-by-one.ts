import type pg from 'pg'

const TAG = /^\$\w{0,60}\$/

/** Where the text in quotes, the body of a function or the comment ends that begins there; else the next place. */
function endOfPiece(script: string, at: number): number {
  const behind = (end: string, from: number) => {
    const found = script.indexOf(end, from)
    return found === -1 ? script.length : found + end.length
  }
  const [one = '', two = ''] = script.slice(at, at + 2)
  if (one + two === '--') return behind('\n', at + 2)
  if (one + two === '/*') return behind('*/', at + 2)
  // A doubled quote ends one text and begins the next.
  if (one === "'" || one === '"') return behind(one, at + 1)
  const tag = one === '$' ? script.slice(at, at + 62).match(TAG)?.[0] : undefined
  return tag ? behind(tag, at + tag.length) : at + 1
}

/** The statements of a script of SQL, without comments. */
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
 * The same connection, on which the statements of a script run one by one. Citus sends some of its workers the whole text that the client
 * sent, which must then be one statement.
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
