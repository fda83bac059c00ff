import type { Taxonomy } from '../../engines/skills/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { createHoursRepository, type WeekOfHours } from '../engagements/index.ts'
import { createInsightsRepository, type Funnel } from './insights.repository.ts'
import type { Insights } from './insights.schemas.ts'
import { createReadSkillDemand, SKILLS_SHOWN, type SkillDemand } from './skill-demand.ts'
import { type Window, weeksOf } from './window.ts'

type SkillShown = Insights['weeks'][number]['skills_most_wanted'][number]
/** The statistics that do not read the market. */
export type FunnelInsights = Omit<Insights, 'weeks'> & {
  weeks: Omit<Insights['weeks'][number], 'skills_most_wanted' | 'skills_least_offered'>[]
}

export interface InsightsPorts {
  taxonomy: Taxonomy
}

/** Creates the query for statistics of the needs that the caller posted in the window, with their current state. */
export function createReadInsights({ taxonomy }: InsightsPorts) {
  const readSkillDemand = createReadSkillDemand()
  return async function readInsights(ctx: Context, window: Window): Promise<Insights> {
    const [read, demand] = await Promise.all([readFunnel(ctx, window), readSkillDemand(ctx, window)])
    const ofWeek = Map.groupBy(demand, ({ startsOn }) => startsOn)
    const listed = (startsOn: string, place: 'mostWanted' | 'leastOffered') =>
      (ofWeek.get(startsOn) ?? [])
        .filter((one) => one[place] <= SKILLS_SHOWN)
        .sort((a, b) => a[place] - b[place])
        .map((one) => showSkill(taxonomy, one))
    return {
      ...read,
      weeks: read.weeks.map((week) => ({
        ...week,
        skills_most_wanted: listed(week.starts_on, 'mostWanted'),
        skills_least_offered: listed(week.starts_on, 'leastOffered'),
      })),
    }
  }
}

/** Returns the part of the statistics that does not read the market. */
export async function readFunnel({ actor, db, clock }: Context, window: Window): Promise<FunnelInsights> {
  const [funnels, worked] = await Promise.all([
    createInsightsRepository(db).funnels(actor.partnerId, { ...window, now: clock() }),
    createHoursRepository(db).confirmedByWeek(actor.partnerId, window),
  ])
  const shown = (startsOn: string | null) => funnels.get(startsOn) ?? NOTHING
  const all = shown(null)
  return {
    ...window,
    funnel: {
      ...showCounts(all),
      shares: {
        matched: shareOf(all.matched, all.posted),
        introduced: shareOf(all.introduced, all.matched),
        accepted: shareOf(all.accepted, all.introduced),
        completed: shareOf(all.completed, all.accepted),
      },
    },
    ...showOutcome(all),
    confirmed_hours: hoursOf(worked),
    weeks: weeksOf(window).map(({ week, startsOn }) => ({
      week,
      starts_on: startsOn,
      ...showCounts(shown(startsOn)),
      ...showOutcome(shown(startsOn)),
      confirmed_hours: hoursOf(worked.filter((one) => one.startsOn === startsOn)),
    })),
  }
}

const NOTHING: Funnel = {
  posted: 0,
  matched: 0,
  introduced: 0,
  accepted: 0,
  completed: 0,
  free: 0,
  freeOf: 0,
  medianHelpMs: null,
}

function showCounts({ posted, matched, introduced, accepted, completed }: Funnel) {
  return { posted, matched, introduced, accepted, completed }
}

function showOutcome({ medianHelpMs, free, freeOf }: Funnel) {
  return {
    median_time_to_help_hours: medianHelpMs === null ? null : rounded(medianHelpMs / HOUR_MS, 100),
    free_within_72_hours: { needs: free, of_needs: freeOf, share: shareOf(free, freeOf) },
  }
}

function hoursOf(worked: readonly WeekOfHours[]): Insights['confirmed_hours'] {
  const minutes = { volunteer: 0, intern: 0, barter: 0, paid: 0 }
  for (const one of worked) minutes[one.kind] += one.minutes
  const hours = (kind: keyof typeof minutes) => rounded(minutes[kind] / 60, 100)
  return {
    volunteer: hours('volunteer'),
    intern: hours('intern'),
    barter: hours('barter'),
    paid: hours('paid'),
  }
}

function showSkill(taxonomy: Taxonomy, one: SkillDemand): SkillShown {
  const isKnown = !one.key.startsWith('~')
  return {
    id: isKnown ? one.key : null,
    label: (isKnown && taxonomy.get(one.key)?.label) || one.label,
    wanted: one.wanted,
    offered_by_you: one.offeredByOwn,
    offered_by_others: one.offeredByOthers || null,
  }
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : rounded(part / whole, 10_000)
}

function rounded(value: number, steps: number): number {
  return Math.round(value * steps) / steps
}
