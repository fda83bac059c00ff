import type { z } from 'zod'
import { didYouMean, nameWithWords } from './did-you-mean.ts'

type Issue = z.core.$ZodRawIssue

/**
 * Returns a plain message for each zod issue, which says what to send. Schemas may have better messages of
 * their own.
 */
export const plainMessage: z.core.$ZodErrorMap = (issue) => messageOf(issue)

function messageOf(issue: Issue): string {
  const isMissing =
    issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_union')
  if (isMissing) return missing(issue.inst)
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue.expected, issue)
    case 'invalid_value':
      return ofChoice(issue.values.map(String), issue.input)
    case 'too_small':
      return atLeast(issue)
    case 'too_big':
      return atMost(issue)
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'Must be written as the reference describes.'
    case 'not_multiple_of':
      return `Must be a multiple of ${issue.divisor}.`
    case 'unrecognized_keys':
      return ofUnknownFields(issue.keys, shapeOf(issue.inst))
    case 'invalid_union':
      return ofUnion(issue)
    case 'invalid_key':
      return `This name is not allowed. ${issue.issues[0]?.message ?? ''}`.trim()
    default:
      return 'This value is not allowed here.'
  }
}

export const REQUIRED = 'This is required.'

/** Returns the message for a missing value, with what it must contain, since its name does not say that. */
function missing(schema: Issue['inst']): string {
  const fields = requiredFieldsOf(schema)
  if (fields.length > 0) return `${REQUIRED} It is an object with ${joined(fields, 'and')}.`
  return isOfType(schema, 'array') ? `${REQUIRED} It is a list.` : REQUIRED
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'Must be an e-mail address, such as ada@example.org.',
  url: 'Must be the address of a web page, such as https://example.org.',
  date: 'Must be a date, such as 2027-05-14.',
  datetime: 'Must be a date and time with its offset, such as 2027-05-14T15:00:00Z.',
  time: 'Must be a time of day, such as 15:00.',
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
}

const EXAMPLES: Readonly<Record<string, string>> = {
  number: ', such as 7.5',
  int: ', such as 3',
  array: ' in square brackets, such as ["one", "two"]',
  tuple: ' in square brackets, such as ["one", "two"]',
  object: ' in braces, such as {"name": "value"}',
  record: ' in braces, such as {"name": "value"}',
}

function ofType(expected: string, issue: Issue): string {
  const { input } = issue
  const type = TYPES[expected]
  if (type === undefined) return 'This value is not allowed here.'
  if (input === null) return `Must be ${type}, not null.`
  if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean'))
    return `Must be text. Put ${input} in quotation marks.`
  // A parameter that was sent twice, as some libraries do for a list.
  if (expected === 'string' && Array.isArray(input))
    return 'Must be one text, not a list. Where a parameter takes several values, separate them with commas.'
  if (isQuoted(expected, input)) return `Must be ${type}, without quotation marks.`
  return `Must be ${type}${exampleOf(expected, issue)}.`
}

/** Returns an example value; for an object, its fields. */
function exampleOf(expected: string, { inst }: Issue): string {
  const fields = requiredFieldsOf(inst)
  return expected === 'object' && fields.length > 0
    ? ` with ${joined(fields, 'and')}`
    : (EXAMPLES[expected] ?? '')
}

/** Returns whether a text would be valid without its quotation marks. */
function isQuoted(expected: string, input: unknown): boolean {
  if (typeof input !== 'string' || input.length > 30) return false
  if (expected === 'boolean') return input === 'true' || input === 'false'
  const isNumber = input.trim() !== '' && Number.isFinite(Number(input))
  return isNumber && (expected === 'number' || (expected === 'int' && Number.isInteger(Number(input))))
}

/** Lists the accepted values, also for a missing value. */
function ofChoice(values: readonly string[], input: unknown): string {
  const choices = `Must be ${joined(values, 'or')}.`
  const meant = typeof input === 'string' ? didYouMean(input, values) : undefined
  return meant === undefined ? choices : `${choices} Did you mean ${meant}?`
}

function atLeast({
  origin,
  minimum,
  inclusive,
  exact,
}: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  const unit = UNITS[origin]
  if (unit === undefined)
    return inclusive === false ? `Must be more than ${minimum}.` : `Must be at least ${minimum}.`
  if (exact) return `Must have exactly ${counted(minimum, unit)}.`
  const least = inclusive === false ? Number(minimum) + 1 : Number(minimum)
  return origin === 'string' && least === 1
    ? 'Must not be empty.'
    : `Must have at least ${counted(least, unit)}.`
}

function atMost({ origin, maximum, inclusive, exact }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  const unit = UNITS[origin]
  if (unit === undefined)
    return inclusive === false ? `Must be less than ${maximum}.` : `Must be at most ${maximum}.`
  if (exact) return `Must have exactly ${counted(maximum, unit)}.`
  return `Must have at most ${counted(inclusive === false ? Number(maximum) - 1 : maximum, unit)}.`
}

const UNITS: Readonly<Record<string, [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
  set: ['entry', 'entries'],
  map: ['entry', 'entries'],
  object: ['field', 'fields'],
  record: ['field', 'fields'],
  file: ['byte', 'bytes'],
}

function counted(count: number | bigint, [one, many]: [string, string]): string {
  return `${count} ${Number(count) === 1 ? one : many}`
}

/** Limits the suggestions: more would take long and nobody reads them. */
const MOST_SUGGESTIONS = 100

/** Returns one line per unknown field. */
function ofUnknownFields(keys: readonly string[], known: Shape): string {
  return keys
    .map((key, at) => {
      const meant = at < MOST_SUGGESTIONS ? meantField(key, known) : undefined
      return meant === undefined ? UNKNOWN_FIELD : `Unknown field. Did you mean ${meant}?`
    })
    .join('\n')
}

export const UNKNOWN_FIELD = 'Unknown field. Remove it.'

/**
 * Returns the field that an unknown one most likely means: a misspelling, other words of the same name, or a
 * field at a deeper level.
 */
function meantField(key: string, known: Shape): string | undefined {
  const names = Object.keys(known)
  const [deeper, ...others] = names.filter((name) => key in shapeOf(known[name]))
  return (
    didYouMean(key, names) ??
    (deeper !== undefined && others.length === 0 ? `${deeper}.${key}` : nameWithWords(key, names))
  )
}

type Shape = Readonly<Record<string, Issue['inst']>>

/** Returns the fields of an object's schema, even if it is optional or nullable. */
function shapeOf(schema: Issue['inst']): Shape {
  const def = schema?._zod.def
  if (def && 'shape' in def && typeof def.shape === 'object' && def.shape !== null)
    // Zod's shapes contain only schemas.
    return def.shape as Shape
  // Zod's wrappers contain one schema.
  return def && 'innerType' in def ? shapeOf(def.innerType as Issue['inst']) : {}
}

function requiredFieldsOf(schema: Issue['inst']): string[] {
  return Object.entries(isOfType(schema, 'object') ? shapeOf(schema) : {})
    .filter(([, field]) => field && !('optin' in field._zod && field._zod.optin))
    .map(([name]) => name)
}

function isOfType(schema: Issue['inst'], type: string): boolean {
  const def = schema?._zod.def
  return def !== undefined && 'type' in def && def.type === type
}

function ofUnion(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): string {
  const { discriminator, options, input, errors } = issue
  if (discriminator !== undefined && Array.isArray(options)) {
    const given = typeof input === 'object' && input !== null ? Object.entries(input) : []
    const value: unknown = given.find(([key]) => key === discriminator)?.[1]
    return ofChoice(options.map(String), value)
  }
  const types = errors.map((branch) => {
    const ofWhole = branch.find(({ code, path }) => code === 'invalid_type' && path.length === 0)
    return ofWhole?.code === 'invalid_type' ? TYPES[ofWhole.expected] : undefined
  })
  const names = types.filter((type) => type !== undefined)
  // The faults of a branch that accepts values of this type say more.
  if (names.length < types.length) return ''
  return names.length > 0
    ? `Must be ${joined([...new Set(names)], 'or')}.`
    : 'This value is not allowed here.'
}

/** `a`, `a or b`, `a, b or c`. */
function joined(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`
}
