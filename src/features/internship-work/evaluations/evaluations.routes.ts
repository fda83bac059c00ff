import { addCsvList, type Router } from '../../../platform/http/index.ts'
import { evaluationList, showEvaluation } from './evaluation-list.ts'
import { evaluation, evaluationInput, evaluationsShown } from './evaluations.schemas.ts'
import { readEvaluations, sendEvaluation } from './evaluations.ts'

const ids = { id: 'engagement' } as const
const base = '/v1/engagements/:id/evaluations'

export function registerEvaluationsRoutes(router: Router): void {
  const routes = router.group({ tag: 'Internship work', scope: 'engagements' })

  routes.post(
    base,
    {
      operationId: 'sendEvaluation',
      summary: "Send one side's mid-term or final evaluation",
      description:
        'The mid-term evaluation can be sent while the work is active, the final one in its last two weeks and afterwards.',
      ids,
      body: evaluationInput,
      answers: { 201: evaluation },
      refusals: [
        'not_an_internship',
        'no_evaluation',
        'evaluation_not_due',
        'evaluation_given',
        'not_your_side',
      ],
    },
    async (ctx, { ids: { id }, body }) => ({
      status: 201,
      body: showEvaluation(await sendEvaluation(ctx, { id, ...body })),
      resourceId: id,
    }),
  )

  routes.get(
    base,
    {
      operationId: 'readEvaluations',
      summary: "Read the questions and both sides' evaluations",
      description: "The other side's evaluation appears when both have sent theirs of the same moment.",
      ids,
      answers: { 200: evaluationsShown },
    },
    async (ctx, input) => {
      const { questions, rows } = await readEvaluations(ctx, input.ids)
      return { status: 200, body: { questions, evaluations: rows.map(showEvaluation) } }
    },
  )

  addCsvList(
    router.group({ tag: 'Internship work', scope: 'candidates' }),
    '/v1/programs/:id/evaluations',
    evaluationList,
  )
}
