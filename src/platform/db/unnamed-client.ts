import pg from 'pg'

/**
 * Removes the names of prepared statements: a pooler in transaction mode may run the next use of a name on a
 * connection that does not know it.
 */
export class UnnamedClient extends pg.Client {
  // The overloads of pg can't be written as one signature. All arguments are passed on; only the name of the
  // first is removed.
  override query = ((first: unknown, ...others: unknown[]) => {
    const isNamed = typeof first === 'object' && first !== null && 'name' in first && !('submit' in first)
    return Reflect.apply(pg.Client.prototype.query, this, [
      isNamed ? { ...first, name: undefined } : first,
      ...others,
    ])
  }) as pg.Client['query']
}
