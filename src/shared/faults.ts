import type { ZodType } from 'zod'
import { DomainError, type Fault, type ResourceName } from './errors.ts'

interface Issue {
  code?: string | undefined
  path: PropertyKey[]
  message: string
  input?: unknown
  keys?: string[]
  errors?: Issue[][]
  discriminator?: string | undefined
}

/** Parses, or throws `validation_failed` with all faults at once. */
export function parseOrThrow<T>(schema: ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  throw validationFailed(faultsOf(result.error.issues))
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
 * Zod's issues as faults of the wire: one for each unknown field, and for a union those of the variant
 * that the value was meant as. `prefix` is put before each path segment list (`?` for parameters).
 */
export function faultsOf(
  issues: readonly Issue[],
  toPointer = bodyPointer,
  base: PropertyKey[] = [],
): Fault[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path]
    if (issue.code === 'unrecognized_keys') {
      return (issue.keys ?? []).map((key, at) => ({
        // What is only counted needs no pointer of its own.
        pointer: at < MAX_FAULTS ? toPointer([...path, key]) : '',
        code: 'unknown_field',
        detail: 'Unknown field.',
      }))
    }
    const meant =
      issue.code === 'invalid_union' && issue.errors?.find((errors) => !errors.some(isRootTypeFault))
    if (meant && meant.length > 0) return faultsOf(meant, toPointer, path)
    const code = codeOf(issue)
    return [
      { pointer: toPointer(path), code, detail: code === 'required' ? 'This is required.' : issue.message },
    ]
  })
}

function isRootTypeFault(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0
}

function codeOf(issue: Issue): string {
  if (issue.input === undefined || isDiscriminatorMissing(issue)) return 'required'
  return issue.code === 'custom' ? 'invalid_value' : (issue.code ?? 'invalid_value')
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
