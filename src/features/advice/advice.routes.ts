import { z } from 'zod'
import type { Router } from '../../platform/http/index.ts'
import { type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import {
  investment,
  investmentChartQuery,
  investmentInput,
  readiness,
  readinessInput,
} from './advice.schemas.ts'
import type { Advice } from './advice.ts'
import { type InvestmentInput, investmentOf } from './investment.ts'
import { investmentChart } from './investment-chart.ts'
import type { Readiness } from './readiness.ts'

const scope = 'advice:read'

export function registerAdviceRoutes(router: Router, advice: Advice): void {
  const routes = router.group({ tag: 'Advice', scope: 'advice' })

  routes.compute(
    '/v1/advice/readiness',
    {
      operationId: 'checkReadiness',
      summary: 'Check whether a need, or a draft of one, is ready to be posted',
      description:
        'Checks for the common reasons why help fails: a task without a system, micromanagement, no plan, busy work, or a helper who is not treated as part of the team. Obstacles that the organization reported in past retrospectives weigh more.',
      body: readinessInput,
      answers: { 200: readiness },
      isLocalized: true,
      refusals: ['need_not_found'],
      scope,
    },
    async (ctx, { body, language }) => ({
      status: 200,
      body: showReadiness(await advice.adviseReadiness(ctx, body), language),
    }),
  )

  routes.compute(
    '/v1/advice/investment',
    {
      operationId: 'computeInvestment',
      summary: 'Compute when training a helper pays back',
      body: investmentInput,
      answers: { 200: investment },
      scope,
    },
    async (_ctx, { body }) => ({ status: 200, body: showInvestment(investmentOf(toInvestment(body))) }),
  )

  routes.raw(
    'GET',
    '/v1/advice/investment.svg',
    {
      summary: 'Read when training a helper pays back as a chart',
      query: investmentChartQuery,
      answers: { 200: { 'image/svg+xml': z.string() } },
    },
    async (_ctx, { query: { currency, ...parameters } }, { reply }) => {
      const chart = investmentChart(investmentOf(toInvestment(parameters)), currency ? { currency } : {})
      return reply.type('image/svg+xml; charset=utf-8').serializer(String).send(chart)
    },
  )
}

function showReadiness({ score, checks, firstChange }: Readiness, language: ReaderLanguage) {
  return {
    score,
    checks: checks.map(({ mostPoints, finding, change, ...check }) => ({
      ...check,
      most_points: mostPoints,
      finding: textOf(finding, language),
      change: change && textOf(change, language),
    })),
    first_change: firstChange && textOf(firstChange, language),
  }
}

function showInvestment({ weeks, ...found }: ReturnType<typeof investmentOf>) {
  return {
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
  }
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
