import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const place = { city: z.string(), lat: z.number(), lon: z.number() }
const organization = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['solopreneur', 'small_business', 'nonprofit']),
  languages: z.array(z.string()),
  ...place,
})
const need = z.object({
  id: z.string(),
  organization_id: z.string(),
  title: z.string(),
  description: z.string(),
  skills: z.array(z.string()),
})
const offer = z.object({
  id: z.string(),
  helper_name: z.string(),
  title: z.string(),
  description: z.string(),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  ...place,
})

/** A market with judgments: by need, the grade (1 to 3) of each offer that fits. */
export interface JudgedMarket {
  organizations: z.output<typeof organization>[]
  needs: z.output<typeof need>[]
  offers: z.output<typeof offer>[]
  grades: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/**
 * Which skills the postings have: `text` none, `skills` those that were posted, `tagged` those of the file `skills.tsv` for
 * needs, where a coordinator has read them, and the posted ones for offers.
 */
export type SkillsGiven = 'text' | 'skills' | 'tagged'

/** Reads a folder with organizations.json, needs.json, offers.json, judgments.tsv and skills.tsv. */
export function readJudgedMarket(dir: string, given: SkillsGiven): JudgedMarket {
  const read = (name: string) => readFileSync(join(dir, name), 'utf8')
  const list = <T>(name: string, schema: z.ZodType<T>): T[] => z.array(schema).parse(JSON.parse(read(name)))
  const table = (name: string) =>
    read(name)
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))

  const tags = new Map(
    given === 'tagged' ? table('skills.tsv').map(([id = '', text = '']) => [id, text]) : [],
  )
  const tagsOf = (id: string) =>
    (tags.get(id) ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '')
  const grades = new Map<string, Map<string, number>>()
  for (const [needId = '', offerId = '', grade = ''] of table('judgments.tsv'))
    grades.set(needId, (grades.get(needId) ?? new Map()).set(offerId, Number(grade)))
  return {
    organizations: list('organizations.json', organization),
    needs: list('needs.json', need).map((one) => ({
      ...one,
      skills: { text: [], skills: one.skills, tagged: tagsOf(one.id) }[given],
    })),
    offers: list('offers.json', offer).map((one) => ({ ...one, skills: given === 'text' ? [] : one.skills })),
    grades,
  }
}
