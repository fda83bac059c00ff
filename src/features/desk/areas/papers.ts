import { z } from 'zod'
import type { RequestContext } from '../../../platform/http/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { parseOrThrow, validationFailed } from '../../../shared/faults.ts'
import { REQUIRED } from '../../../shared/plain-messages.ts'
import { idOf } from '../../../shared/wire.ts'
import { wholeNumber } from '../../../shared/written-numbers.ts'
import { readProposals } from '../../engagements/index.ts'
import {
  addDocument,
  agreementInput,
  approvalInput,
  approveAgreement,
  documentInput,
  evaluationInput,
  listDocuments,
  MOST_DOCUMENTS,
  readAgreement,
  readEvaluations,
  readSignedAgreement,
  removeDocument,
  sendEvaluation,
  writeAgreement,
} from '../../internship-work/index.ts'
import type { EvaluationQuestion } from '../../internships/index.ts'
import { logCandidates } from '../../postings/index.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { anyForm, type Sent } from '../forms.ts'
import { numberOf } from '../look/form-fields.ts'
import { shownRefusal } from '../look/refusal-text.ts'
import type { DeskPage, View } from '../look/view.ts'
import { agreementPrintPage, noAgreementPage } from '../pages/engagements/agreement-print-page.ts'
import { agreementFields, answerAt, documentFields } from '../pages/engagements/paper-fields.ts'
import { type PaperForm, papersAt } from '../pages/engagements/paper-form.ts'
import { papersPage } from '../pages/engagements/papers-page.ts'
import {
  type EngagementIds,
  type EngagementVerbs,
  engagementsAt,
  engagementIds as ids,
  readBody,
} from './engagements.ts'

const query = { version: wholeNumber(z.int().min(1)).optional() }
const moment = evaluationInput.shape.moment

interface Asked extends EngagementIds {
  view: View
  version?: number | undefined
  refused?: { form: PaperForm | null; sent: Sent; refusal: DomainError }
}

/** Adds the pages of what belongs to an internship: its learning agreement, documents and evaluations. */
export function addPaperPages(pages: DeskPages, { engagements }: Pick<EngagementVerbs, 'engagements'>): void {
  async function shownOf(ctx: RequestContext, id: EngagementIds['id'], { language }: View) {
    const row = await engagements.read(ctx, { id })
    await logCandidates(ctx, [row])
    return (await readProposals(ctx, [row], language))(row)
  }

  async function show(ctx: RequestContext, { id, view, version, refused }: Asked): Promise<DeskPage> {
    const { questions, rows } = await readEvaluations(ctx, { id })
    return papersPage(
      {
        engagement: await shownOf(ctx, id, view),
        agreement: await ifWritten(version, readAgreement(ctx, { id, version })),
        documents: await listDocuments(ctx, { id, limit: MOST_DOCUMENTS, after: undefined }),
        ...{ questions, evaluations: rows },
        ...(refused && { refused: shownRefusal(refused, view) }),
      },
      view,
    )
  }

  pages.show(`${engagementsAt}/:id/papers`, { ids, query }, (ctx, { ids: { id }, query, view }) =>
    show(ctx, { id, view, ...query }),
  )
  pages.showInTransaction(
    `${engagementsAt}/:id/agreement`,
    { ids, query },
    async (ctx, { ids: { id }, query, view }) => {
      const signed = await ifWritten(query.version, readSignedAgreement(ctx, { id, ...query }))
      return signed ? agreementPrintPage(signed, view) : noAgreementPage(id, view)
    },
  )

  const again =
    (formOf: (sent: Sent) => PaperForm | null): Again<typeof ids> =>
    (ctx, { ids: { id }, view, sent, refusal }) =>
      show(ctx, { id, view, refused: { form: formOf(sent), sent, refusal } })
  const at = (id: EngagementIds['id'], subject: string = id) => ({ subject, goTo: papersAt(id) })

  pages.act(
    `${engagementsAt}/:id/agreement`,
    { role: 'editor', action: 'agreement_written', ids, form: anyForm, again: again(() => 'agreement') },
    async (ctx, { ids: { id }, form: { replaces, ...sent }, view }) => {
      const body = readBody(agreementFields(await shownOf(ctx, id, view), view), sent, view)
      const given = {
        content: {},
        ...body,
        ...(replaces !== undefined && { replaces: numberIn(replaces, view) }),
      }
      await writeAgreement(ctx, { id, ...parseOrThrow(agreementInput, given) })
      return at(id)
    },
  )
  pages.act(
    `${engagementsAt}/:id/agreement/approve`,
    { role: 'editor', action: 'agreement_approved', ids, form: anyForm, again: again(() => null) },
    async (ctx, { ids: { id }, form: { version, as }, view }) => {
      await approveAgreement(ctx, {
        id,
        ...parseOrThrow(approvalInput, { version: numberIn(version, view), as }),
      })
      return at(id)
    },
  )
  pages.act(
    `${engagementsAt}/:id/documents`,
    { role: 'editor', action: 'document_added', ids, form: anyForm, again: again(() => 'documents') },
    async (ctx, { ids: { id }, form: sent, view }) => {
      const body = readBody(documentFields(await shownOf(ctx, id, view), view), sent, view)
      const { id: documentId } = await addDocument(ctx, { id, ...parseOrThrow(documentInput, body) })
      return at(id, documentId)
    },
  )
  pages.act(
    `${engagementsAt}/:id/documents/remove`,
    {
      ...{ role: 'editor', action: 'document_removed', ids, again: again(() => null) },
      form: z.strictObject({ document_id: idOf('document') }),
    },
    async (ctx, { ids: { id }, form: { document_id: documentId } }) => {
      await removeDocument(ctx, { id, documentId })
      return at(id, documentId)
    },
  )
  pages.act(
    `${engagementsAt}/:id/evaluations`,
    {
      ...{ role: 'editor', action: 'evaluation_sent', ids, form: anyForm },
      again: again((sent) => moment.safeParse(sent.moment).data ?? null),
    },
    async (ctx, { ids: { id }, form: { moment: sentMoment, side, ...sent }, view }) => {
      const { questions } = await readEvaluations(ctx, { id })
      const chosen = parseOrThrow(moment, sentMoment)
      const answers = answersIn(questions[chosen], sent, view)
      const body = { moment: chosen, answers, ...(side !== undefined && { side }) }
      await sendEvaluation(ctx, { id, ...parseOrThrow(evaluationInput, body) })
      return at(id)
    },
  )
}

/** Leaves what is no number to the check of the body, which says so. */
function numberIn(value: Sent[string] | undefined, view: View): unknown {
  return typeof value === 'string' ? numberOf(value, view) : value
}

/** Returns null if no version was written yet. A version that was asked for must exist. */
async function ifWritten<T>(version: number | undefined, read: Promise<T>): Promise<T | null> {
  try {
    return await read
  } catch (error) {
    const isMissing = error instanceof DomainError && error.code === 'agreement_not_found'
    if (isMissing && version === undefined) return null
    throw error
  }
}

/** Reads the answers of a form. Marks each question that needs one and has none. */
function answersIn(questions: readonly EvaluationQuestion[], sent: Sent, view: View) {
  const missing = questions.filter((one) => one.is_required && sent[answerAt(one)] === undefined)
  if (missing.length > 0)
    throw validationFailed(
      missing.map((one) => ({ pointer: `/${answerAt(one)}`, code: 'required', messages: [REQUIRED] })),
    )
  return questions.flatMap((one) => {
    const value = sent[answerAt(one)]
    if (value === undefined) return []
    return [{ question_id: one.id, value: one.kind === 'scale' ? numberIn(value, view) : value }]
  })
}
