/** A skill in the words in which it was posted, and otherwise by its label. */
export function postedName({ label, posted }: { label: string; posted?: string }): string {
  return posted ?? label
}
