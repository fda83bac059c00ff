import type { RequestContext } from '../../../platform/http/index.ts'
import { textOf } from '../../../shared/messages/index.ts'
import { idOf } from '../../../shared/wire.ts'
import { type Advice, readinessInput } from '../../advice/index.ts'
import { type NeedInput, type NeedRow, needInput, organizationList } from '../../postings/index.ts'
import type { DeskPages } from '../desk-pages.ts'
import type { Sent } from '../forms.ts'
import { bodyOf, nameOf, readFields } from '../look/form-fields.ts'
import type { View } from '../look/view.ts'
import type { Readiness } from '../pages/postings/form-page.ts'
import { needSections } from '../pages/postings/form-sections.ts'
import { placeOf } from './place-of.ts'
import { addFormPages, createPostingForm, keptEntries, withTimes } from './posting-form.ts'
import { createSearch, type PostingVerbs } from './read-postings.ts'

const PREVIEWED = 5
const LICENCE = 'licence:'

export interface NeedFormVerbs extends PostingVerbs {
  advice: Advice
}

/** Adds the forms of needs, with matches and readiness while one writes. */
export function addNeedForms(pages: DeskPages, verbs: NeedFormVerbs): void {
  const form = createNeedForm(verbs)
  addFormPages(pages, { side: 'need', verbs: verbs.postings.needs, form })
}

function createNeedForm({ postings, matches, advice, lists }: NeedFormVerbs) {
  const { needs, organizations } = postings
  const search = createSearch({ list: organizationList, name: 'organization', verbs: organizations })
  return createPostingForm<NeedRow, NeedInput>({
    side: 'need',
    input: needInput,
    partyField: 'organization_id',
    sections: needSections,
    begin: { modality: 'remote', accepts: ['volunteer'], positions: '1', visibility: 'network' },
    toInput: needs.toInput,
    partyOf: ({ organizationId }) => organizationId,
    complete: completeNeed,
    spread: (body) => ({
      ...body,
      must: body.skills.filter(isMust),
      skills: body.skills.filter((one) => !isMust(one)),
      requires: body.requires.filter((one) => !one.startsWith(LICENCE)),
      licences: body.requires.flatMap((one) => (one.startsWith(LICENCE) ? one.slice(LICENCE.length) : [])),
    }),
    zoneOf: async (ctx, id) => (await organizations.get(ctx, { id: idOf('org').parse(id) })).timeZone,
    readNames: lists.readNames,
    searchParties: search,
    async preview(ctx, { input, sent, view }) {
      const { language } = view
      const readiness = await readinessOf(ctx, advice, { sent, view })
      if (!input) return { page: null, readiness }
      return {
        page: await matches.preview(ctx, { preview: { need: input, limit: PREVIEWED }, language }),
        readiness,
      }
    },
  })
}

type Wanted = NeedInput['skills'][number]

function isMust(skill: Wanted): boolean {
  return typeof skill === 'object' && skill.importance === 'must'
}

/** Joins the skills of both fields in one list. */
function completeNeed(values: Map<string, unknown>, before: NeedInput | undefined): Map<string, unknown> {
  const {
    must,
    skills,
    requires,
    licences,
    minimum_age: age,
    sessions,
    ...others
  } = Object.fromEntries(values)
  const required = [requires ?? [], [licences ?? []].flat().map((name) => `${LICENCE}${name}`)].flat()
  const known = before?.skills ?? []
  const kept = (names: unknown, ofKind: boolean) =>
    [names ?? []].flat().map((name) => {
      const one = known.find((entry) => nameOf(entry) === name)
      if (one !== undefined && isMust(one) === ofKind) return one
      const level = typeof one === 'object' ? one.level : undefined
      return { skill: name, importance: ofKind ? 'must' : 'should', ...(level && { level }) }
    })
  const wanted = [...kept(must, true), ...kept(skills, false)]
  const zone = values.get('availability/time_zone')
  return placeOf(
    new Map([
      ...Object.entries(withTimes(others)),
      ['requires', required.length > 0 ? required : undefined],
      ['minimum_age', typeof age === 'string' ? Number(age) : age],
      ['sessions', Array.isArray(sessions) ? sessions.map((one) => ({ time_zone: zone, ...one })) : sessions],
      ['skills', wanted.length > 0 ? wanted : undefined],
      ['gives', keptEntries(values.get('gives'), before?.gives ?? [], nameOf)],
    ]),
    before?.location,
  )
}

/** Judges how ready the need is, as far as it is written. Null while there is nothing to judge. */
async function readinessOf(
  ctx: RequestContext,
  advice: Advice,
  { sent, view }: { sent: Sent; view: View },
): Promise<Readiness | null> {
  const fields = needSections(view).flatMap((section) => section.fields)
  const { title, description, hours_per_week, accepts, brief = {} } = bodyOf(readFields(fields, sent, view))
  const draft = { organization_id: sent.organization_id, title, description, hours_per_week, accepts, brief }
  const read = readinessInput.safeParse({ draft })
  if (!read.success) return null
  const { score, checks, firstChange } = await advice.adviseReadiness(ctx, read.data)
  return {
    score,
    findings: checks.map(({ finding }) => textOf(finding, view.language)),
    firstChange: firstChange && textOf(firstChange, view.language),
  }
}
