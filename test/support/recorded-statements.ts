import pg from 'pg'

/** From now on, collects the texts of all statements that services of this process send. */
export function recordStatements(): ReadonlySet<string> {
  const texts = new Set<string>()
  onStatement((text) => texts.add(text))
  return texts
}

/** From now on, calls `listener` with the text of each statement that services of this process send. */
export function onStatement(listener: (text: string) => void): void {
  const { query } = pg.Client.prototype
  function recorded(this: pg.Client, ...given: Parameters<typeof query>) {
    const config: unknown = given[0]
    if (isOfService(this) && typeof config === 'object' && config !== null && 'text' in config)
      listener(String(config.text))
    return query.apply(this, given)
  }
  // It takes and gives what the original does; the overloads of that can't be told here.
  pg.Client.prototype.query = recorded as typeof query
}

/** Tests have connections of their own, and send plain strings over that of the service. */
function isOfService(client: pg.Client): boolean {
  if (!('connectionParameters' in client)) throw new Error('pg keeps its settings elsewhere')
  return JSON.stringify(client.connectionParameters).includes('"application_name":"smartsource"')
}

/** The same text however many rows are inserted, or values looked for. */
export function withoutCounts(text: string): string {
  let parameters = 0
  return text
    .replace(/--.*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\bvalues (\([^()]*\))(, \([^()]*\))+/g, 'values $1')
    .replace(/\bin \((\$\d+)(, \$\d+)+\)/g, 'in ($1)')
    .replace(/\$\d+/g, () => `$${++parameters}`)
}
