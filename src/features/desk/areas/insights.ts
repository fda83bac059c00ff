import { z } from 'zod'
import { fractionDigits } from '../../../shared/currency.ts'
import { text } from '../../../shared/wire.ts'
import { type InsightsVerbs, lastWeeks } from '../../insights/index.ts'
import type { DeskPages } from '../desk-pages.ts'
import { numberOf } from '../look/form-fields.ts'
import { insightsPage, periods } from '../pages/insights/insights-page.ts'

export interface InsightPorts {
  insights: Pick<InsightsVerbs, 'readFunnel'>
}

const query = {
  weeks: z.enum(periods).default('12'),
  worth: text(0, 20).optional(),
  currency: text(0, 3).optional(),
}

/** Charts of the needs and hours of a partner by week. */
export function addInsightPages(pages: DeskPages, { insights }: InsightPorts): void {
  pages.show('/desk/insights', { query }, async (ctx, { query: { weeks, ...asked }, view }) => {
    const read = await insights.readFunnel(ctx, lastWeeks(Number(weeks), ctx.clock()))
    const worth = worthOf(asked)
    const fault = worth === undefined ? view.say('desk_insight', { word: 'worth_unread' }) : undefined
    return insightsPage({ insights: read, weeks, asked, worth: worth ?? null, fault }, view)
  })
}

interface Asked {
  worth?: string | undefined
  currency?: string | undefined
}

/** What an hour is worth. Null: nobody said so. Undefined: what was said is no amount of money. */
function worthOf({ worth = '', currency = '' }: Asked) {
  if (worth.trim() === '') return null
  const [amount, code] = [numberOf(worth), currency.trim().toUpperCase()]
  if (typeof amount !== 'number' || amount < 0 || !/^[A-Z]{3}$/.test(code)) return undefined
  return { amountMinor: amount * 10 ** fractionDigits(code), currency: code }
}
