/** The form in which two addresses of one mailbox are equal: people write either case. */
export function foldEmail(email: string): string {
  return email.normalize('NFC').toLowerCase()
}
