import { z } from 'zod'

/**
 * Numbers in parameters and forms, where every value is text. `Number` reads more than people mean: `0x10`, `1e1`, ` 5`
 * and an empty text.
 */
const WHOLE = { form: /^-?\d+$/, expected: 'int', message: 'Must be a whole number, such as 20.' } as const
const DECIMAL = {
  form: /^-?\d+(\.\d+)?$/,
  expected: 'number',
  message: 'Must be a number in digits, such as 7.5.',
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
