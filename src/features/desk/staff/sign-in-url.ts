/** Returns the URL that signs somebody in once. `issuer` is the URL of the service. */
export function signInUrl(issuer: string, key: string): string {
  return `${issuer}/desk/sign-in/${key}`
}
