import { z } from 'zod'
import { issueText } from '../../shared/issue-messages.ts'
import * as wire from '../../shared/wire.ts'

/** Age bands, used instead of dates of birth. Each minimum age is the lower end of a band, so checks are exact. */
export const ageBands = ['under_16', '16_17', '18_20', '21_plus'] as const
export type AgeBand = (typeof ageBands)[number]
export const minimumAges = [16, 18, 21] as const
export type MinimumAge = (typeof minimumAges)[number]

const YOUNGEST: Readonly<Record<AgeBand, number>> = { under_16: 0, '16_17': 16, '18_20': 18, '21_plus': 21 }

export const ageBand = z
  .enum(ageBands)
  .describe('Age band of the helper, instead of a date of birth. Update it when it changes')

export const minimumAge = z
  .literal(minimumAges)
  .describe('Minimum age of the helper: 16, 18 or 21. A helper whose age is not known does not match')

/** Consent of a guardian to the work of a minor. */
export const guardianConsent = z
  .strictObject({
    given_by: wire
      .text(1, 100)
      .describe('Role of the person who gave consent, such as `mother` or `legal guardian`, not a name'),
    recorded_at: wire.instant.describe('When the consent was given, not later than now'),
    text_version: wire.text(1, 60).describe('Version of the consent text'),
  })
  .describe('Consent of a guardian. Without it a helper under 18 is not ranked and cannot be accepted')
export type GuardianConsent = z.output<typeof guardianConsent>

export const guardianConsentShown = z
  .object({
    given_by: z.string().describe('Role of the person who gave consent, not a name'),
    recorded_at: z.string().describe('When the consent was given'),
    text_version: z.string().describe('Version of the consent text'),
  })
  .nullable()
  .describe('Consent of a guardian. Null if none is recorded')

interface Age {
  age_band?: AgeBand | undefined
  age_over_18?: unknown
  guardian_consent?: GuardianConsent | undefined
}

/** Returns the requirements that an age meets, such as `age_over_16`. Empty if the age is unknown. */
export function requirementsMet({ age_band, age_over_18 }: Age): string[] {
  const least = Math.max(age_over_18 ? 18 : 0, age_band ? YOUNGEST[age_band] : 0)
  return minimumAges.filter((age) => least >= age).map(ageRequirement)
}

export function ageRequirement(age: MinimumAge): string {
  return `age_over_${age}`
}

export const minorBands = ageBands.filter((band) => YOUNGEST[band] < 18)

/** Tells whether somebody is known to be under 18 without a guardian's consent. */
export function lacksGuardianConsent({ age_band, age_over_18, guardian_consent }: Age): boolean {
  const isMinor = age_band !== undefined && minorBands.includes(age_band) && !age_over_18
  return isMinor && guardian_consent === undefined
}

/** Tells whether `age_over_18` and the age band agree. */
export function agesAgree({ age_band, age_over_18 }: Age): boolean {
  return !age_over_18 || age_band === undefined || YOUNGEST[age_band] >= 18
}
export const AGES_DISAGREE = issueText('fault_of_posting', { what: 'ages_disagree' })

/** Returns all requirements of a need, including its minimum age. */
export function allRequirements({
  requires,
  minimumAge,
}: {
  requires: string[]
  minimumAge: MinimumAge | null
}): string[] {
  return minimumAge === null ? requires : [...new Set([...requires, ageRequirement(minimumAge)])]
}
