/** Examples of the values of each message: a message without examples does not compile. */
export type AllValues<Messages> = { readonly [Code in keyof Messages]: readonly Messages[Code][] }
