/** Returns the name of a skill as posted, or else its label. */
export function postedName({ label, posted }: { label: string; posted?: string }): string {
  return posted ?? label
}
