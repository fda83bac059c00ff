import { z } from 'zod'
import { issueText } from './issue-messages.ts'

/**
 * Numbers in parameters and forms, where every value is text. `Number` reads more than people mean: `0x10`, `1e1`, ` 5`
 * and an empty text.
 */
const WHOLE = {
  form: /^-?\d+$/,
  expected: 'int',
  message: issueText('fault_type', { types: ['whole'], example: '20' }),
} as const
const DECIMAL = {
  form: /^-?\d+(\.\d+)?$/,
  expected: 'number',
  message: issueText('fault_said', { what: 'digits' }),
} as const

/**
 * A whole number in plain digits, within the limits of `schema`. A default is part of `schema`, since the reference
 * would not show it otherwise.
 */
export function wholeNumber<S extends z.ZodType<number>>(schema: S) {
  return z.preprocess(reader(WHOLE), schema)
}

/** A number in plain digits with an optional decimal point, within the limits of `schema`. */
export function decimalNumber<S extends z.ZodType<number>>(schema: S) {
  return z.preprocess(reader(DECIMAL), schema)
}

function reader({ form, expected, message }: typeof WHOLE | typeof DECIMAL) {
  return (input: unknown, ctx: z.RefinementCtx): unknown => {
    if (input === undefined || typeof input === 'number') return input
    if (typeof input === 'string' && form.test(input)) return Number(input)
    ctx.addIssue({ code: 'invalid_type', expected, input, message })
    return z.NEVER
  }
}

/** The sign before the decimals. */
export type DecimalSign = '.' | ','

/**
 * Reads a number in digits as people write it, or returns null. The sign of the other languages is taken too, unless it may
 * separate thousands, as the comma in 1,500.
 */
export function numberWritten(text: string, sign: DecimalSign): number | null {
  const trimmed = text.trim()
  const other = sign === ',' ? '.' : ','
  if (trimmed.includes(other) && /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(trimmed)) return null
  const digits = trimmed.replace(',', '.')
  return DECIMAL.form.test(digits) ? Number(digits) : null
}

/** Writes a number so that `numberWritten` reads it. */
export function writeNumber(value: number, sign: DecimalSign): string {
  return String(value).replace('.', sign)
}
