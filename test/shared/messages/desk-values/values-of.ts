/** For each word that needs values, some to write it with. A word that is missing does not compile. */
export type ValuesOf<Messages> = {
  [Code in keyof Messages as keyof Messages[Code] extends never ? never : Code]: readonly Messages[Code][]
}
