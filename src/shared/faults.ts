import type { z } from 'zod'
import { DomainError, type Fault, type ResourceName } from './errors.ts'
import { messagesIn } from './issue-messages.ts'
import { type Message, message } from './messages/index.ts'
import { plainMessage, REQUIRED } from './plain-messages.ts'
import { withoutRefusedNulls } from './without-nulls.ts'

interface Issue {
  code?: string | undefined
  path: PropertyKey[]
  message: string
  input?: unknown
  keys?: string[]
  errors?: Issue[][]
  discriminator?: string | undefined
}

type ToPointer = (path: readonly PropertyKey[]) => string

/**
 * Parses a value, or returns all faults in plain words. A null in a field that takes no null counts as left out, except in a patch:
 * there, null clears a field, and a field left out stays as it is.
 */
export function parseOrFaults<T>(
  schema: z.ZodType<T>,
  value: unknown,
  toPointer: ToPointer = bodyPointer,
  { takesNulls = true }: { takesNulls?: boolean } = {},
): { value: T } | { faults: Fault[] } {
  const result = schema.safeParse(value, { reportInput: true, error: plainMessage })
  if (result.success) return { value: result.data }
  const lighter = takesNulls ? withoutRefusedNulls(value, result.error.issues) : value
  if (lighter !== value) return parseOrFaults(schema, lighter, toPointer)
  return { faults: faultsOf(result.error.issues, toPointer) }
}

/** Parses a value, or throws `validation_failed` with all faults. */
export function parseOrThrow<T>(schema: z.ZodType<T>, value: unknown, toPointer: ToPointer = bodyPointer): T {
  const result = parseOrFaults(schema, value, toPointer)
  if ('faults' in result) throw validationFailed(result.faults)
  return result.value
}

/** Maximum number of faults that are listed. The detail gives their total number. */
const MAX_FAULTS = 100

export function validationFailed(faults: Fault[]): DomainError {
  const detail = message('fault_count', { count: faults.length })
  return new DomainError('validation_failed', detail, faults.slice(0, MAX_FAULTS))
}

/**
 * Converts zod's issues to faults: one for each unknown field, one for each invalid value, and for a union
 * those of the variant that was most likely meant.
 */
function faultsOf(issues: readonly Issue[], toPointer: ToPointer, base: PropertyKey[] = []): Fault[] {
  return withoutSecondFaults(issues).flatMap((issue) => {
    const path = [...base, ...issue.path]
    if (issue.code === 'unrecognized_keys') return unknownFields(issue, path, toPointer)
    const meant = issue.code === 'invalid_union' ? meantBranch(issue) : undefined
    if (meant) {
      const [first, ...others] = faultsOf(meant, toPointer, path)
      // A union's own message may describe the accepted values better than one of its branches.
      const ofUnion = messagesIn(issue.message)
      const isAboutUnion =
        first && others.length === 0 && first.pointer === toPointer(path) && ofUnion.length > 0
      return isAboutUnion
        ? [{ ...first, messages: ofUnion }]
        : [first, ...others].filter((one) => one !== undefined)
    }
    const messages = path.length === 0 && issue.input === undefined ? NO_BODY : messagesOf(issue)
    return [{ pointer: toPointer(path), code: codeOf(issue), messages }]
  })
}

const NO_BODY = [REQUIRED, message('fault_said', { what: 'send_json' })]

/** The limit with which a number or the length of a text was compared. */
export interface Limit {
  relation: 'least' | 'above' | 'most' | 'below'
  value: number
  /** What is limited: `number`, `string` or `array`. */
  origin: 'number' | 'string' | 'array'
}

/** Returns the limit that a value violated, for callers that describe it in their own words. */
export function limitOf({ messages: [only, ...others] }: Fault): Limit | undefined {
  if (!only || others.length > 0) return undefined
  if (only.code === 'fault_number')
    return { relation: only.values.relation, value: Number(only.values.value), origin: 'number' }
  if (only.code === 'fault_said' && only.values.what === 'empty')
    return { relation: 'least', value: 1, origin: 'string' }
  if (only.code !== 'fault_length') return undefined
  const { relation, count: value, unit } = only.values
  const origin = unit === 'characters' ? 'string' : 'array'
  return relation === 'exactly' ? undefined : { relation, value, origin }
}

/**
 * Drops further issues of a value that already has the wrong form: an empty text is not also reported as
 * blank.
 */
function withoutSecondFaults(issues: readonly Issue[]): Issue[] {
  const misformed = new Set<string>()
  return issues.filter((issue) => {
    const place = bodyPointer(issue.path)
    if (misformed.has(place) && issue.code !== 'unrecognized_keys') return false
    if (issue.code !== 'custom' && issue.code !== 'unrecognized_keys') misformed.add(place)
    return true
  })
}

function unknownFields(issue: Issue, path: PropertyKey[], toPointer: ToPointer): Fault[] {
  const messages = messagesIn(issue.message)
  return (issue.keys ?? []).map((key, at) => ({
    // Faults beyond the listed ones are only counted and need no pointer.
    pointer: at < MAX_FAULTS ? toPointer([...path, key]) : '',
    code: 'unknown_field',
    messages: messages.slice(at, at + 1).map((one) => ofPlace(one, toPointer(path))),
  }))
}

/** An address has parameters, not fields. */
function ofPlace(one: Message, pointer: string): Message {
  const isParameter = one.code === 'fault_unknown' && pointer.startsWith('?')
  return isParameter ? message('fault_unknown', { ...one.values, place: 'parameter' }) : one
}

/**
 * Returns the branch that was most likely meant: of those that accept the value's type, the one with the
 * fewest issues.
 */
function meantBranch({ errors = [] }: Issue): Issue[] | undefined {
  const [best] = errors
    .filter((branch) => branch.length > 0 && !branch.some(isRootTypeFault))
    .toSorted((a, b) => a.length - b.length)
  return best
}

function isRootTypeFault(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0
}

function codeOf(issue: Issue): string {
  if (issue.input === undefined || isDiscriminatorMissing(issue)) return 'required'
  return issue.code === 'custom' ? 'invalid_value' : (issue.code ?? 'invalid_value')
}

/** For a missing value, the messages also say what is accepted. */
function messagesOf(issue: Issue): readonly Message[] {
  const messages = messagesIn(issue.message)
  return codeOf(issue) !== 'required' || saysRequired({ messages }) ? messages : [REQUIRED, ...messages]
}

/** Tells whether a fault says first that its value is missing. */
export function saysRequired({ messages: [first] }: Pick<Fault, 'messages'>): boolean {
  return first?.code === 'fault_said' && first.values.what === 'required'
}

function isDiscriminatorMissing({ discriminator, input }: Issue): boolean {
  return (
    discriminator !== undefined && typeof input === 'object' && input !== null && !(discriminator in input)
  )
}

/** Creates the error for a body that references a resource that does not exist. */
export function unknownReference(pointer: string, name: ResourceName): DomainError {
  const messages = [message('fault_not_found', { name })]
  return validationFailed([{ pointer, code: `${name}_not_found`, messages }])
}

/** Returns a JSON pointer (RFC 6901). */
export function bodyPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

export function parameterPointer(path: readonly PropertyKey[]): string {
  return `?${path.map(String).join('.')}`
}
