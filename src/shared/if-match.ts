/** A precondition on the version of a resource: the caller's If-Match, already read. Null where none was given. */
export type IfMatch = ((version: number) => boolean) | null
