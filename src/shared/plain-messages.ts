import type { z } from 'zod'
import { didYouMean, nameOfOthers, nameWithWords } from './did-you-mean.ts'
import { issueOf, messagesIn } from './issue-messages.ts'
import { type Message, type MessageValues, message } from './messages/index.ts'

type Issue = z.core.$ZodRawIssue
type FaultType = MessageValues['fault_not_null']['type']
type Saying = MessageValues['fault_said']['what']

/**
 * Returns plain messages for each zod issue, which say what to send. Schemas may have better messages of their own.
 */
export const plainMessage: z.core.$ZodErrorMap = (issue) => issueOf(...messagesFor(issue))

function messagesFor(issue: Issue): Message[] {
  const isMissing =
    issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_union')
  if (isMissing) return missing(issue.inst)
  switch (issue.code) {
    case 'invalid_type':
      return [ofType(issue.expected, issue)]
    case 'invalid_value':
      return ofChoice(issue.values.map(String), issue.input)
    case 'too_small':
      return [atLeast(issue)]
    case 'too_big':
      return [atMost(issue)]
    case 'invalid_format':
      return [said(FORMATS[issue.format] ?? 'as_described')]
    case 'not_multiple_of':
      return [message('fault_multiple', { divisor: String(issue.divisor) })]
    case 'unrecognized_keys':
      return ofUnknownFields(issue.keys, shapeOf(issue.inst))
    case 'invalid_union':
      return ofUnion(issue)
    case 'invalid_key':
      return [
        said('name_not_allowed'),
        ...issue.issues.slice(0, 1).flatMap(({ message }) => messagesIn(message)),
      ]
    default:
      return [said('not_allowed')]
  }
}

function said(what: Saying): Message {
  return message('fault_said', { what })
}

export const REQUIRED = said('required')

/** Returns the messages for a missing value, with what it must contain, since its name does not say that. */
function missing(schema: Issue['inst']): Message[] {
  const names = requiredFieldsOf(schema)
  if (names.length > 0) return [REQUIRED, message('fault_is_object', { names })]
  return isOfType(schema, 'array') ? [REQUIRED, said('is_list')] : [REQUIRED]
}

const FORMATS: Readonly<Record<string, Saying>> = {
  email: 'email',
  url: 'url',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
}

const TYPES: Readonly<Record<string, FaultType>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'boolean',
  array: 'list',
  tuple: 'list',
  object: 'object',
  record: 'object',
}

const EXAMPLES: Readonly<Partial<Record<FaultType, string>>> = { number: '7.5', whole: '3' }

function ofType(expected: string, { input, inst }: Issue): Message {
  const type = TYPES[expected]
  if (type === undefined) return said('not_allowed')
  if (input === null) return message('fault_not_null', { type })
  if (type === 'text' && (typeof input === 'number' || typeof input === 'boolean'))
    return message('fault_quote', { value: String(input) })
  // A parameter that was sent twice, as some libraries do for a list.
  if (type === 'text' && Array.isArray(input)) return said('one_text')
  if (isQuoted(type, input)) return message('fault_unquoted', { type })
  if (type === 'list') return said('list_shape')
  if (type !== 'object') return message('fault_type', { types: [type], example: EXAMPLES[type] ?? '' })
  const names = requiredFieldsOf(inst)
  return names.length > 0 ? message('fault_object_with', { names }) : said('object_shape')
}

/** Returns whether a text would be valid without its quotation marks. */
function isQuoted(type: FaultType, input: unknown): boolean {
  if (typeof input !== 'string' || input.length > 30) return false
  if (type === 'boolean') return input === 'true' || input === 'false'
  const isNumber = input.trim() !== '' && Number.isFinite(Number(input))
  return isNumber && (type === 'number' || (type === 'whole' && Number.isInteger(Number(input))))
}

/** Lists the accepted values, also for a missing value. */
function ofChoice(values: readonly string[], input: unknown): Message[] {
  // A blank choice of a form has no name.
  const choices = values.filter((value) => value !== '')
  // A single choice needs no second naming.
  const name = typeof input === 'string' && choices.length > 1 ? didYouMean(input, choices) : undefined
  const accepted = message('fault_choice', { choices })
  return name === undefined ? [accepted] : [accepted, message('fault_meant', { name })]
}

function atLeast({
  origin,
  minimum,
  inclusive = true,
  exact,
}: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): Message {
  const unit = UNITS[origin]
  if (unit === undefined)
    return message('fault_number', { relation: inclusive ? 'least' : 'above', value: String(minimum) })
  const count = inclusive ? Number(minimum) : Number(minimum) + 1
  if (exact) return message('fault_length', { relation: 'exactly', count: Number(minimum), unit })
  return origin === 'string' && count === 1
    ? said('empty')
    : message('fault_length', { relation: 'least', count, unit })
}

function atMost({
  origin,
  maximum,
  inclusive = true,
  exact,
}: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): Message {
  const unit = UNITS[origin]
  if (unit === undefined)
    return message('fault_number', { relation: inclusive ? 'most' : 'below', value: String(maximum) })
  if (exact) return message('fault_length', { relation: 'exactly', count: Number(maximum), unit })
  const count = inclusive ? Number(maximum) : Number(maximum) - 1
  return message('fault_length', { relation: 'most', count, unit })
}

const UNITS: Readonly<Record<string, MessageValues['fault_length']['unit']>> = {
  string: 'characters',
  array: 'entries',
  set: 'entries',
  map: 'entries',
  object: 'fields',
  record: 'fields',
  file: 'bytes',
}

/** Limits the suggestions: more would take long and nobody reads them. */
const MOST_SUGGESTIONS = 100

/** Returns one message per unknown field. */
function ofUnknownFields(keys: readonly string[], known: Shape): Message[] {
  return keys.map((key, at) => {
    const meant = at < MOST_SUGGESTIONS ? meantField(key, known) : undefined
    return message('fault_unknown', { place: 'field', meant: meant ?? null })
  })
}

/**
 * Returns the field that an unknown one most likely means: a misspelling, other words of the same name, or a
 * field at a deeper level.
 */
function meantField(key: string, known: Shape): string | undefined {
  const names = Object.keys(known)
  const [deeper, ...others] = names.filter((name) => key in shapeOf(known[name]))
  return (
    nameOfOthers(key, names) ??
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

function ofUnion(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): Message[] {
  const { discriminator, options, input, errors } = issue
  if (discriminator !== undefined && Array.isArray(options)) {
    const given = typeof input === 'object' && input !== null ? Object.entries(input) : []
    const value: unknown = given.find(([key]) => key === discriminator)?.[1]
    return ofChoice(options.map(String), value)
  }
  const found = errors.map((branch) => {
    const ofWhole = branch.find(({ code, path }) => code === 'invalid_type' && path.length === 0)
    return ofWhole?.code === 'invalid_type' ? TYPES[ofWhole.expected] : undefined
  })
  const types = [...new Set(found.filter((type) => type !== undefined))]
  // The faults of a branch that accepts values of this type say more.
  if (found.includes(undefined)) return []
  return [types.length > 0 ? message('fault_type', { types, example: '' }) : said('not_allowed')]
}
