/** Reads an option of a benchmark. Throws for anything but a whole number from 1. */
export function wholeNumber<K extends string>(values: Readonly<Record<K, string>>, name: K): number {
  const text = values[name]
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new Error(`--${name} must be a whole number from 1`)
  return Number(text)
}
