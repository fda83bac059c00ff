/**
 * What the caller demands of a resource's version before it is written; it is asked with null where there is
 * no such resource yet. Null where the caller demands nothing.
 */
export type Precondition = ((version: number | null) => boolean) | null
