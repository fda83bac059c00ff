import type { z } from 'zod'
import type { programInput } from '../../internships/index.ts'
import type { HelperInput, OrganizationInput } from '../../postings/index.ts'
import { placeOf } from './place-of.ts'

type ProgramInput = z.output<typeof programInput>
type Licence = HelperInput['credentials']['licences'][number]

/** Licences are written with their last day, if they have one: `notary, 2027-05-01`. */
const WITH_LAST_DAY = /^(.+),\s*(\d{4}-\d\d-\d\d)$/

/** Converts the body of a helper to the form of its fields. */
export function spreadHelper(body: HelperInput): object {
  const licences = body.credentials.licences.map(({ name, expires_on: last }) =>
    last === undefined ? name : `${name}, ${last}`,
  )
  return { ...body, credentials: { ...body.credentials, licences } }
}

/** Combines the fields of a helper with the existing body. Keeps what the form does not show about a licence. */
export function completeHelper(
  values: Map<string, unknown>,
  before: HelperInput | undefined,
): Map<string, unknown> {
  const written = [values.get('credentials/licences') ?? []].flat().map(String)
  const licences = written.map((line): Licence => {
    const [, name = line, last] = WITH_LAST_DAY.exec(line) ?? []
    const known = before?.credentials.licences.find((one) => one.name === name)
    return {
      name,
      ...(known?.issued_on !== undefined && { issued_on: known.issued_on }),
      ...(last !== undefined && { expires_on: last }),
    }
  })
  const completed = new Map([...withLanguages(values, before?.languages), ['credentials/licences', licences]])
  return placeOf(completed, before?.location)
}

/** Combines the fields of an organization with the existing body. */
export function completeOrganization(
  values: Map<string, unknown>,
  before: OrganizationInput | undefined,
): Map<string, unknown> {
  return placeOf(withLanguages(values, before?.languages), before?.location)
}

/** Sorts languages, which the form shows by name: existing ones keep their order, new ones follow. */
function withLanguages(values: Map<string, unknown>, before: readonly string[] = []): Map<string, unknown> {
  const chosen = values.get('languages')
  if (!Array.isArray(chosen)) return values
  const kept = before.filter((one) => chosen.includes(one))
  return new Map([...values, ['languages', [...kept, ...chosen.filter((one) => !kept.includes(one))]]])
}

/** Converts the body of a program to the form of its fields. */
export function spreadProgram(body: ProgramInput): object {
  return { ...body, credit: body.credit && { ...body.credit, required: String(body.credit.required) } }
}

/** Combines the fields of a program. */
export function completeProgram(values: Map<string, unknown>): Map<string, unknown> {
  const required = values.get('credit/required')
  const isKnown = required === 'true' || required === 'false'
  return new Map([...values, ['credit/required', isKnown ? required === 'true' : required]])
}
