import type { z } from 'zod'
import type { programInput } from '../../internships/index.ts'
import type { HelperInput, OrganizationInput } from '../../postings/index.ts'
import { placeOf } from './place-of.ts'

type ProgramInput = z.output<typeof programInput>
type Licence = HelperInput['credentials']['licences'][number]

/** Licences are written with their last day, if they have one: `notary, 2027-05-01`. */
const WITH_LAST_DAY = /^(.+),\s*(\d{4}-\d\d-\d\d)$/

/** The body of a helper as its fields show it. */
export function spreadHelper(body: HelperInput): object {
  const licences = body.credentials.licences.map(({ name, expires_on: last }) =>
    last === undefined ? name : `${name}, ${last}`,
  )
  return { ...body, credentials: { ...body.credentials, licences } }
}

/** What the fields of a helper mean together. What the form does not show of a licence stays. */
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

/** What the fields of an organization mean together. */
export function completeOrganization(
  values: Map<string, unknown>,
  before: OrganizationInput | undefined,
): Map<string, unknown> {
  return placeOf(withLanguages(values, before?.languages), before?.location)
}

/** A form shows languages by their names: those that were there stay in their order. */
function withLanguages(values: Map<string, unknown>, before: readonly string[] = []): Map<string, unknown> {
  const chosen = values.get('languages')
  if (!Array.isArray(chosen)) return values
  const kept = before.filter((one) => chosen.includes(one))
  return new Map([...values, ['languages', [...kept, ...chosen.filter((one) => !kept.includes(one))]]])
}

/** The body of a program as its fields show it. */
export function spreadProgram(body: ProgramInput): object {
  return { ...body, credit: body.credit && { ...body.credit, required: String(body.credit.required) } }
}

/** What the fields of a program mean together. */
export function completeProgram(values: Map<string, unknown>): Map<string, unknown> {
  const required = values.get('credit/required')
  const isKnown = required === 'true' || required === 'false'
  return new Map([...values, ['credit/required', isKnown ? required === 'true' : required]])
}
