/** The address that signs somebody in once. `issuer` is that of the service. */
export function signInUrl(issuer: string, key: string): string {
  return `${issuer}/desk/sign-in/${key}`
}
