import { z } from 'zod'
import { parseOrThrow, validationFailed } from '../../../shared/faults.ts'
import { REQUIRED } from '../../../shared/plain-messages.ts'
import { idOf } from '../../../shared/wire.ts'
import { wholeNumber } from '../../../shared/written-numbers.ts'
import { correctionInput, disputeInput, hoursInput, readProposals } from '../../engagements/index.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { anyForm } from '../forms.ts'
import { numberOf } from '../look/form-fields.ts'
import { hoursFields } from '../pages/engagements/engagement-fields.ts'
import {
  createShowEngagement,
  type EngagementIds,
  type EngagementVerbs,
  engagementsAt,
  engagementIds as ids,
  readBody,
} from './engagements.ts'

const MOST = 100
const entry = { hours_id: idOf('hours') }

/** Adds the forms for the hours of an engagement: one side logs them, the other confirms or disputes them. */
export function addHoursPages(
  pages: DeskPages,
  { engagements, lists }: Pick<EngagementVerbs, 'engagements' | 'lists'>,
): void {
  const show = createShowEngagement(engagements, lists.readNames)
  const again =
    (form: 'hours' | null): Again<typeof ids> =>
    (ctx, { ids: { id }, view, sent, refusal }) =>
      show(ctx, { id, view, refused: { form, sent, refusal } })
  const at = (id: EngagementIds['id'], subject: string) => ({ subject, goTo: `${engagementsAt}/${id}` })

  pages.act(
    `${engagementsAt}/:id/hours`,
    { role: 'editor', action: 'hours_logged', ids, form: anyForm, again: again('hours') },
    async (ctx, { ids: { id }, form: sent, view }) => {
      const row = await engagements.read(ctx, { id })
      const shown = (await readProposals(ctx, [row], view.language))(row)
      const written = readBody(hoursFields(shown, view), sent, view)
      requireWritten(written, ['worked_on', 'hours'])
      const body = parseOrThrow(hoursInput, written)
      const logged = await engagements.logHours(ctx, { id, ...body })
      return at(id, logged.id)
    },
  )
  pages.act(
    `${engagementsAt}/:id/hours/confirm`,
    {
      ...{ role: 'editor', action: 'hours_confirmed', ids, again: again(null) },
      form: z.strictObject({ ...entry, version: wholeNumber(z.int()).optional() }),
    },
    async (ctx, { ids: { id }, form: { hours_id: hoursId, version } }) => {
      await engagements.answerHours(ctx, { id, hoursId, answer: { status: 'confirmed', version } })
      return at(id, hoursId)
    },
  )
  pages.act(
    `${engagementsAt}/:id/hours/dispute`,
    {
      ...{ role: 'editor', action: 'hours_disputed', ids, again: again(null) },
      form: z.strictObject({ ...entry, ...disputeInput.shape }),
    },
    async (ctx, { ids: { id }, form: { hours_id: hoursId, reason } }) => {
      await engagements.answerHours(ctx, { id, hoursId, answer: { status: 'disputed', reason } })
      return at(id, hoursId)
    },
  )
  pages.act(
    `${engagementsAt}/:id/hours/correct`,
    { role: 'editor', action: 'hours_corrected', ids, again: again(null), form: anyForm },
    async (ctx, { ids: { id }, form: { hours_id: named, ...sent }, view }) => {
      const hoursId = parseOrThrow(idOf('hours'), named)
      const hours = typeof sent.hours === 'string' ? numberOf(sent.hours, view) : sent.hours
      await engagements.correctHours(ctx, {
        id,
        hoursId,
        ...parseOrThrow(correctionInput, { ...sent, hours }),
      })
      return at(id, hoursId)
    },
  )
  const attended = z.strictObject({
    session_ids: z.union([idOf('session').transform((one) => [one]), z.array(idOf('session')).max(MOST)]),
    side: z.enum(['need', 'offer']).optional(),
  })
  pages.act(
    `${engagementsAt}/:id/hours/sessions`,
    { role: 'editor', action: 'hours_logged', ids, again: again(null), form: attended },
    async (ctx, { ids: { id }, form: { session_ids: sessionIds, side } }) => {
      await engagements.logSessions(ctx, { id, sessionIds, side })
      return at(id, id)
    },
  )
  pages.act(
    `${engagementsAt}/:id/hours/withdraw`,
    { role: 'editor', action: 'hours_withdrawn', ids, again: again(null), form: z.strictObject(entry) },
    async (ctx, { ids: { id }, form: { hours_id: hoursId } }) => {
      await engagements.withdrawHours(ctx, { id, hoursId, precondition: null })
      return at(id, hoursId)
    },
  )
}

/** Requires these fields. The API also accepts a start and an end, so its own fault marks no single field. */
function requireWritten(body: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const blank = names.filter((name) => body[name] === undefined)
  if (blank.length > 0)
    throw validationFailed(
      blank.map((name) => ({ pointer: `/${name}`, code: 'required', messages: [REQUIRED] })),
    )
}
