import { join } from 'node:path'
import { labelKey, type SkillEntry, TaxonomyError } from '../../engines/skills/index.ts'
import { filesOf, readTable } from './table-files.ts'

/** Our own values: O*NET groups its elements and products without a strength between them. */
export const ONET_STRENGTH = { sameCommodity: 0.6, sharedParent: 0.3 } as const

const SKILLS = 'Skills.txt'
const KNOWLEDGE = 'Knowledge.txt'
const TECHNOLOGY = 'Technology Skills.txt'
const CONTENT_MODEL = 'Content Model Reference.txt'
/** Ids of basic skills, cross-functional skills and knowledge in the content model. */
const SKILL_ELEMENT = /^2\.[ABC]\..+\.[a-z]$|^2\.C\.\d+$/

/**
 * Reads the skills of an O*NET database download (the text files): the elements of `Skills.txt` and `Knowledge.txt`, or
 * those of `Content Model Reference.txt` if both are missing, plus the commodities and products of
 * `Technology Skills.txt`. Ids: `onet:2.A.1.a`, `onet:43231601`, `onet:43231601.intuit-quickbooks`.
 * @throws TaxonomyError with a one-line message
 */
export async function readOnet(dir: string): Promise<SkillEntry[]> {
  const files = await filesOf(dir)
  const model = files.includes(CONTENT_MODEL) ? await readNames(join(dir, CONTENT_MODEL)) : new Map()
  const tables = files.filter((file) => file === SKILLS || file === KNOWLEDGE)
  const names = new Map<string, string>()
  for (const file of tables) for (const [id, name] of await readNames(join(dir, file))) names.set(id, name)
  if (tables.length === 0) for (const [id, name] of model) if (isLeafSkill(id, model)) names.set(id, name)
  const technology = files.includes(TECHNOLOGY) ? await readTechnology(join(dir, TECHNOLOGY)) : []
  if (names.size + technology.length === 0) {
    throw new TaxonomyError(`${dir} has no O*NET skills: no ${SKILLS}, ${CONTENT_MODEL} or ${TECHNOLOGY}`)
  }
  return [...elementEntries(names, model), ...technology]
}

async function readNames(path: string): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for await (const row of readTable(path, 'tsv', ['Element ID', 'Element Name'])) {
    const { 'Element ID': id = '', 'Element Name': name = '' } = row
    if (id !== '' && labelKey(name) !== '') names.set(id, name)
  }
  return names
}

function isLeafSkill(id: string, model: ReadonlyMap<string, string>): boolean {
  return SKILL_ELEMENT.test(id) && ![...model.keys()].some((other) => other.startsWith(`${id}.`))
}

/** Creates the entries of elements. Those with the same parent are related, and the parent's name is their category. */
function elementEntries(
  names: ReadonlyMap<string, string>,
  model: ReadonlyMap<string, string>,
): SkillEntry[] {
  const ids = [...names.keys()].sort()
  return ids.map((id, at) => {
    const siblings = ids.slice(at + 1).filter((other) => parentOf(other) === parentOf(id))
    return {
      id: `onet:${id}`,
      label: names.get(id) ?? id,
      category: model.get(parentOf(id)) ?? 'O*NET',
      aliases: [],
      related: Object.fromEntries(siblings.map((other) => [`onet:${other}`, ONET_STRENGTH.sharedParent])),
      source: 'onet',
      uri: null,
    }
  })
}

function parentOf(elementId: string): string {
  return elementId.split('.').slice(0, -1).join('.')
}

/** Reads commodities and products. A product listed under several commodities is one skill, with the lowest code. */
async function readTechnology(path: string): Promise<SkillEntry[]> {
  const commodities = new Map<string, SkillEntry>()
  const products = new Map<string, { label: string; codes: Set<string> }>()
  for await (const row of readTable(path, 'tsv', ['Example', 'Commodity Code', 'Commodity Title'])) {
    const { Example: example = '', 'Commodity Code': code = '', 'Commodity Title': title = '' } = row
    if (code === '' || labelKey(title) === '') continue
    if (!commodities.has(code)) commodities.set(code, technologyEntry(`onet:${code}`, title))
    const key = labelKey(example)
    const product = products.get(key) ?? { label: example, codes: new Set() }
    if (key !== '') products.set(key, product)
    product.codes.add(code)
  }
  return [...commodities.values(), ...productEntries(products)]
}

function productEntries(products: ReadonlyMap<string, { label: string; codes: Set<string> }>): SkillEntry[] {
  return [...products].map(([key, { label, codes }]) => {
    const [first] = [...codes].sort()
    const entry = technologyEntry(`onet:${first}.${key.replaceAll(' ', '-')}`, label)
    for (const code of codes) entry.related[`onet:${code}`] = ONET_STRENGTH.sameCommodity
    return entry
  })
}

function technologyEntry(id: string, label: string): SkillEntry {
  return { id, label, category: 'Technology', aliases: [], related: {}, source: 'onet', uri: null }
}
