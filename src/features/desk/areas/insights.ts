import { z } from 'zod'
import { fractionDigits } from '../../../shared/currency.ts'
import { text } from '../../../shared/wire.ts'
import { type Insights, type InsightsVerbs, lastWeeks } from '../../insights/index.ts'
import type { DeskPages } from '../desk-pages.ts'
import { numberOf } from '../look/form-fields.ts'
import type { View } from '../look/view.ts'
import { insightsPage, periods } from '../pages/insights/insights-page.ts'
import { type LackingSkill, skillsPage } from '../pages/insights/skills-page.ts'

export interface InsightPorts {
  insights: InsightsVerbs
}

const SKILLS_SHOWN = 10

const query = {
  weeks: z.enum(periods).default('12'),
  worth: text(0, 20).optional(),
  currency: text(0, 3).optional(),
}

/** Adds the page with charts of a partner's needs and hours by week. */
export function addInsightPages(pages: DeskPages, { insights }: InsightPorts): void {
  pages.show('/desk/insights', { query }, async (ctx, { query: { weeks, ...asked }, view }) => {
    const read = await insights.readFunnel(ctx, lastWeeks(Number(weeks), ctx.clock()))
    const worth = worthOf(asked, view)
    const fault = worth === undefined ? view.say('desk_insight', { word: 'worth_unread' }) : undefined
    return insightsPage({ insights: read, weeks, asked, worth: worth ?? null, fault }, view)
  })

  // A separate page, loaded later because it reads the market.
  pages.show('/desk/insights/skills', { query: { weeks: query.weeks } }, async (ctx, asked) => {
    const { weeks } = asked.query
    const read = await insights.read(ctx, lastWeeks(Number(weeks), ctx.clock()))
    return skillsPage({ skills: lackingSkills(read.weeks), weeks }, asked.view)
  })
}

/** Returns the skills that are scarcest compared with demand, over all weeks. Offers are those open now. */
function lackingSkills(weeks: Insights['weeks']): LackingSkill[] {
  const all = weeks.flatMap((week) => week.skills_least_offered)
  const added = [...Map.groupBy(all, ({ id, label }) => id ?? label).values()].flatMap((entries) => {
    const last = entries.at(-1)
    const wanted = entries.reduce((sum, one) => sum + one.wanted, 0)
    return last
      ? [{ label: last.label, wanted, own: last.offered_by_you, others: last.offered_by_others }]
      : []
  })
  const each = ({ own, others, wanted }: LackingSkill) => (own + (others ?? 0)) / wanted
  return added
    .toSorted((a, b) => each(a) - each(b) || b.wanted - a.wanted || a.label.localeCompare(b.label))
    .slice(0, SKILLS_SHOWN)
}

interface Asked {
  worth?: string | undefined
  currency?: string | undefined
}

/** Reads the value of an hour. Null if none was given, undefined if it is not an amount of money. */
function worthOf({ worth = '', currency = '' }: Asked, view: View) {
  if (worth.trim() === '') return null
  const [amount, code] = [numberOf(worth, view), currency.trim().toUpperCase()]
  if (typeof amount !== 'number' || amount < 0 || !/^[A-Z]{3}$/.test(code)) return undefined
  return { amountMinor: amount * 10 ** fractionDigits(code), currency: code }
}
