/** One value for each side of a pair. */
export interface Sides<T> {
  need: T
  offer: T
}
