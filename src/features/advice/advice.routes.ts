import { z } from 'zod'
import { type App, actorOf, idempotencyHeader, type Once, problem } from '../../platform/http/index.ts'
import {
  investment,
  investmentChartQuery,
  investmentInput,
  readiness,
  readinessInput,
} from './advice.schemas.ts'
import { adviseReadiness, type ReadinessDeps } from './advise-readiness.ts'
import { type InvestmentInput, investmentOf } from './investment.ts'
import { investmentChart } from './investment-chart.ts'

const tags = ['Advice']
const config = { scope: 'advice:read' } as const
const refusals = { 401: problem, 403: problem, 422: problem, 503: problem }

export function registerAdviceRoutes(app: App, deps: ReadinessDeps & { once: Once }): void {
  app.post(
    '/v1/advice/readiness',
    {
      config,
      schema: {
        tags,
        summary: 'Is a need, or a draft of one, ready to be posted?',
        description:
          'Checks for what makes help fail: tasks instead of a system, micromanagement, no plan, busy work, a hireling instead of a teammate. What the organization named in its retrospectives is held against it.',
        headers: idempotencyHeader,
        body: readinessInput,
        response: { 200: readiness, 404: problem, ...refusals },
      },
    },
    (request, reply) =>
      deps.once.compute(request, reply, async () => {
        const advised = await adviseReadiness(deps, actorOf(request).partnerId, request.body)
        return {
          status: 200,
          body: {
            score: advised.score,
            checks: advised.checks.map(({ mostPoints, ...check }) => ({ ...check, most_points: mostPoints })),
            first_change: advised.firstChange,
          },
        }
      }),
  )

  app.post(
    '/v1/advice/investment',
    {
      config,
      schema: {
        tags,
        summary: 'When does showing somebody how to do it pay back?',
        headers: idempotencyHeader,
        body: investmentInput,
        response: { 200: investment, ...refusals },
      },
    },
    (request, reply) =>
      deps.once.compute(request, reply, async () => {
        const { weeks, ...found } = investmentOf(toInvestment(request.body))
        return {
          status: 200,
          body: {
            training_hours: found.trainingHours,
            break_even_repetition: found.breakEvenRepetition,
            break_even_week: found.breakEvenWeek,
            hours_freed_in_year: found.hoursFreedInYear,
            net_value_in_year: found.netValueInYear,
            weeks: weeks.map(({ week, hoursFreed, netValue }) => ({
              week,
              hours_freed: hoursFreed,
              net_value: netValue,
            })),
          },
        }
      }),
  )

  app.get(
    '/v1/advice/investment.svg',
    {
      config,
      schema: {
        tags,
        summary: 'The same as a chart',
        produces: ['image/svg+xml'],
        querystring: investmentChartQuery,
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const { currency, ...parameters } = request.query
      const chart = investmentChart(investmentOf(toInvestment(parameters)), currency ? { currency } : {})
      return reply.type('image/svg+xml; charset=utf-8').serializer(String).send(chart)
    },
  )
}

function toInvestment(given: z.output<typeof investmentInput>): InvestmentInput {
  return {
    minutesPerTask: given.minutes_per_task,
    timesPerWeek: given.times_per_week,
    trainingMultiplier: given.training_multiplier,
    learningRate: given.learning_rate,
    ownerHourValue: given.owner_hour_value,
    helperHourCost: given.helper_hour_cost,
    supervisionMinutesPerWeek: given.supervision_minutes_per_week,
  }
}
