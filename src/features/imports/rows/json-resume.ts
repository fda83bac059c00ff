import { z } from 'zod'
import { candidateInput } from '../../internships/index.ts'

/** The parts that a candidate is made of. Lenient, since the resulting body is checked. https://jsonresume.org/schema */
const resumeShape = z.object({
  basics: z
    .object({
      name: z.unknown(),
      label: z.unknown(),
      email: z.unknown(),
      phone: z.unknown(),
      location: z
        .object({
          city: z.unknown(),
          region: z.unknown(),
          postalCode: z.unknown(),
          countryCode: z.unknown(),
        })
        .partial()
        .optional()
        .catch(undefined),
    })
    .partial(),
  education: z
    .array(z.object({ area: z.string(), endDate: z.string() }).partial())
    .optional()
    .catch(undefined),
  skills: z
    .array(z.object({ name: z.string(), level: z.string() }).partial())
    .optional()
    .catch(undefined),
  languages: z
    .array(z.object({ language: z.string() }).partial())
    .optional()
    .catch(undefined),
})

const LEVELS: Readonly<Record<string, string>> = {
  beginner: 'beginner',
  novice: 'beginner',
  intermediate: 'intermediate',
  advanced: 'advanced',
  master: 'expert',
  expert: 'expert',
}

export function isJsonResume(value: Record<string, unknown>): boolean {
  return typeof value.basics === 'object' && value.basics !== null
}

/**
 * The body of a candidate from a JSON Resume. Fields that the format lacks, such as consent, stand beside it under the
 * names of the body. They take precedence over the resume.
 */
export function fromJsonResume(value: Record<string, unknown>): Record<string, unknown> {
  const own = Object.entries(value).filter(
    ([key]) => key in candidateInput.shape && !(key in resumeShape.shape),
  )
  const resume = Object.fromEntries(
    Object.entries(value).filter(([key]) => !own.some(([name]) => name === key)),
  )
  const parsed = resumeShape.safeParse(resume)
  if (!parsed.success) return { ...Object.fromEntries(own), resume }
  const { basics, education = [], skills = [], languages = [] } = parsed.data
  const { name, label, email, phone, location } = basics
  const [newest] = education.toSorted((a, b) => (b.endDate ?? '9999').localeCompare(a.endDate ?? '9999'))
  const body = {
    name,
    title: label,
    email,
    phone,
    majors: education.flatMap(({ area }) => area ?? []),
    graduates_on: dayOf(newest?.endDate),
    skills: skills.flatMap(({ name, level }) => (name === undefined ? [] : [skillOf(name, level)])),
    languages: languages.flatMap(({ language }) => (language === undefined ? [] : [languageTag(language)])),
    location: location && {
      country: location.countryCode,
      region: location.region,
      city: location.city,
      postal_code: location.postalCode,
    },
  }
  return { ...withoutEmpty(body), ...Object.fromEntries(own), resume }
}

/** A resume may give only the year or the month in which a study ends. */
function dayOf(date: string | undefined): string | undefined {
  if (date === undefined || date === '') return undefined
  if (/^\d{4}$/.test(date)) return `${date}-06-30`
  return /^\d{4}-\d\d$/.test(date) ? `${date}-28` : date
}

function skillOf(skill: string, level: string | undefined) {
  const known = LEVELS[level?.toLowerCase() ?? '']
  return known === undefined ? skill : { skill, level: known }
}

/** `English` is `en`. An unknown name is returned unchanged. */
function languageTag(name: string): string {
  return tagByName.get(name.trim().toLowerCase()) ?? name
}

const names = new Intl.DisplayNames('en', { type: 'language' })
const letters = [...'abcdefghijklmnopqrstuvwxyz']
const tagByName = new Map(
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .map((tag) => [names.of(tag)?.toLowerCase() ?? tag, tag] as const),
)

/** Removes empty lists and missing values, so that they don't erase what is stored. */
function withoutEmpty(body: Record<string, unknown>): Record<string, unknown> {
  const hasValue = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => {
      if (!hasValue(value)) return []
      return [
        [
          key,
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? withoutEmpty({ ...value })
            : value,
        ],
      ]
    }),
  )
}
