import type { z } from 'zod'
import { DomainError, type Fault, type ResourceName } from './errors.ts'
import { plainMessage, REQUIRED, UNKNOWN_FIELD } from './plain-messages.ts'
import { valueAt, withoutRefusedNulls } from './without-nulls.ts'

interface Issue {
  code?: string | undefined
  path: PropertyKey[]
  message: string
  input?: unknown
  keys?: string[]
  errors?: Issue[][]
  discriminator?: string | undefined
  minimum?: number | bigint
  maximum?: number | bigint
  inclusive?: boolean
  origin?: string
}

type ToPointer = (path: readonly PropertyKey[]) => string

/**
 * Parses, or returns all faults at once, in plain words. A field that is null, and may not be, counts as left out, unless that would
 * mean something else: a patch leaves as it is what it leaves out, and null takes it away.
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
  const issues = result.error.issues.map((issue) =>
    isCoercedFromNothing(issue, value) ? asMissing(issue) : issue,
  )
  return { faults: faultsOf(issues, toPointer) }
}

/** What zod made a number of what is missing. */
function isCoercedFromNothing({ code, path, input }: Issue, value: unknown): boolean {
  if (code !== 'invalid_type' || !Number.isNaN(input)) return false
  return valueAt(value, path) === undefined
}

function asMissing(issue: Issue): Issue {
  return { ...issue, input: undefined, message: REQUIRED }
}

/** Parses, or throws `validation_failed` with all faults at once. */
export function parseOrThrow<T>(schema: z.ZodType<T>, value: unknown, toPointer: ToPointer = bodyPointer): T {
  const result = parseOrFaults(schema, value, toPointer)
  if ('faults' in result) throw validationFailed(result.faults)
  return result.value
}

/** At most this many faults are listed; the detail gives their total number. */
const MAX_FAULTS = 100

export function validationFailed(faults: Fault[]): DomainError {
  const count = faults.length === 1 ? 'One value' : `${faults.length} values`
  const shown = faults.slice(0, MAX_FAULTS)
  return new DomainError(
    'validation_failed',
    `${count} ${faults.length === 1 ? 'is' : 'are'} invalid; see errors.`,
    shown,
  )
}

/**
 * Zod's issues as faults of the wire: one for each unknown field, one for each value that is of a wrong form, and for a
 * union those of the variant that the value was meant as.
 */
function faultsOf(issues: readonly Issue[], toPointer: ToPointer, base: PropertyKey[] = []): Fault[] {
  return withoutSecondFaults(issues).flatMap((issue) => {
    const path = [...base, ...issue.path]
    if (issue.code === 'unrecognized_keys') return unknownFields(issue, path, toPointer)
    const meant = issue.code === 'invalid_union' ? meantBranch(issue) : undefined
    if (meant) {
      const [first, ...others] = faultsOf(meant, toPointer, path)
      // A union may say better what it takes than one of its branches.
      const isAboutUnion =
        first && others.length === 0 && first.pointer === toPointer(path) && issue.message !== ''
      return isAboutUnion
        ? [{ ...first, detail: asSentence(issue.message) }]
        : [first, ...others].filter((one) => one !== undefined)
    }
    const detail = path.length === 0 && issue.input === undefined ? NO_BODY : detailOf(issue)
    return [withLimit({ pointer: toPointer(path), code: codeOf(issue), detail }, issue)]
  })
}

const NO_BODY = `${REQUIRED} Send a JSON object with Content-Type: application/json. The reference at /docs shows an example.`

/** What a number or the length of a text was compared with. */
export interface Limit {
  relation: 'least' | 'above' | 'most' | 'below'
  value: number
  /** Of what: `number`, `string`, `array`. */
  origin: string
}

// Beside the faults, since these are sent and stored as they are.
const limits = new WeakMap<Fault, Limit>()

/** The limit that a value was beyond, for those who say it in their own words. */
export function limitOf(fault: Fault): Limit | undefined {
  return limits.get(fault)
}

function withLimit(fault: Fault, { code, minimum, maximum, inclusive = true, origin = '' }: Issue): Fault {
  if (code === 'too_small' && minimum !== undefined)
    limits.set(fault, { relation: inclusive ? 'least' : 'above', value: Number(minimum), origin })
  if (code === 'too_big' && maximum !== undefined)
    limits.set(fault, { relation: inclusive ? 'most' : 'below', value: Number(maximum), origin })
  return fault
}

/** Leaves out what is said of a value that already is of a wrong form: an empty text is not blank as well. */
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
  const details = issue.message.split('\n')
  return (issue.keys ?? []).map((key, at) => ({
    // What is only counted needs no pointer of its own.
    pointer: at < MAX_FAULTS ? toPointer([...path, key]) : '',
    code: 'unknown_field',
    detail: ofPlace(details[at] ?? UNKNOWN_FIELD, toPointer(path)),
  }))
}

/** In an address stand parameters, not fields. */
function ofPlace(detail: string, pointer: string): string {
  return pointer.startsWith('?') ? detail.replace(/^Unknown field/, 'Unknown parameter') : detail
}

/** The branch that the value was meant as: of those that take values of its type, the one with the fewest faults. */
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

/** What is missing says what may stand there. */
function detailOf(issue: Issue): string {
  const detail = asSentence(issue.message)
  if (codeOf(issue) !== 'required' || detail.startsWith(REQUIRED)) return detail
  return detail.length > 1 ? `${REQUIRED} ${detail}` : REQUIRED
}

function asSentence(message: string): string {
  return /[.?!]$/.test(message) ? message : `${message}.`
}

function isDiscriminatorMissing({ discriminator, input }: Issue): boolean {
  return (
    discriminator !== undefined && typeof input === 'object' && input !== null && !(discriminator in input)
  )
}

/** The refusal of a body that refers to what is not there. */
export function unknownReference(pointer: string, name: ResourceName): DomainError {
  return validationFailed([
    {
      pointer,
      code: `${name}_not_found`,
      detail: `There is no ${name} with this id, or you may not see it.`,
    },
  ])
}

/** RFC 6901. */
export function bodyPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

export function parameterPointer(path: readonly PropertyKey[]): string {
  return `?${path.map(String).join('.')}`
}
