import type pg from 'pg'

/** Texts in quotes, bodies of functions, comments, and what lies between. A semicolon stands alone. */
const PIECES =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|;|[^;'"$/-]+|[\s\S]/g

/** The statements of a script of SQL, without those that only comment. */
export function statementsOf(script: string): string[] {
  const statements = ['']
  for (const [piece] of script.matchAll(PIECES)) {
    if (piece === ';') statements.push('')
    else if (!/^(--|\/\*)/.test(piece)) statements[statements.length - 1] += piece
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
