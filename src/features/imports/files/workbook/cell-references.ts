/** Returns the column of a reference, counted from 0: `A1` is 0, `AA1` is 26. -1 if it can't be read. */
export function columnOf(reference: string): number {
  let column = 0
  for (const char of reference) {
    if (char >= 'A' && char <= 'Z') column = column * 26 + char.charCodeAt(0) - 64
    else break
    if (column > 1_000_000) return -1
  }
  return column - 1
}

/** Returns the letters of a column, counted from 0. */
export function lettersOf(position: number): string {
  let letters = ''
  for (let rest = position + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
