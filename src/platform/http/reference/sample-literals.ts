export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Quotes text for a shell: nothing in single quotes has a special meaning. */
export function shellOf(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** Writes JSON as a Python literal. Three words differ. */
export function pythonOf(value: Json, indent = ''): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  // Texts and numbers are the same in JSON and Python.
  if (typeof value !== 'object') return JSON.stringify(value)
  const deeper = `${indent}    `
  const [open, close, parts] = Array.isArray(value)
    ? ['[', ']', value.map((one) => pythonOf(one, deeper))]
    : [
        '{',
        '}',
        Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${pythonOf(one, deeper)}`),
      ]
  if (parts.length === 0) return `${open}${close}`
  return `${open}\n${parts.map((part) => `${deeper}${part},\n`).join('')}${indent}${close}`
}
