import type { Explanation } from '../../engines/matching/index.ts'
import { paragraphOf, type ReaderLanguage, summaryOf, textOf } from '../../shared/messages/index.ts'
import type { MatchExplanation } from './matches.schemas.ts'

type ShownExplanation = Omit<
  MatchExplanation,
  'need_id' | 'offer_id' | 'offer' | 'need' | 'eligible' | 'blockers'
>

/** Returns an explanation in the form of the API, for the reader of one side. */
export function showExplanation(
  explanation: Explanation,
  { reader, language }: { reader: 'need' | 'offer'; language: ReaderLanguage },
): ShownExplanation {
  const { money } = explanation.cost
  return {
    model: explanation.model,
    score: roundScore(explanation.score),
    fit: explanation.fit,
    summary: summaryOf(explanation.summary[reader], language),
    factors: explanation.factors.map((factor) => ({
      name: factor.name,
      value: roundScore(factor.value),
      weight: roundScore(factor.weight),
      contribution: roundScore(factor.contribution),
      reason: paragraphOf(factor.reason, language),
    })),
    matched_skills: explanation.matchedSkills.map(({ because, ...skill }) => ({
      ...skill,
      because: { need: [...because.need], offer: [...because.offer] },
    })),
    missing_skills: explanation.missingSkills,
    cost: {
      money: money && {
        ...showMoney(money),
        unit: money.unit,
        per_week: money.perWeek && showMoney(money.perWeek),
      },
      hours_to_train: explanation.cost.hoursToTrain,
      in_kind: explanation.cost.inKind.map((one) => ({
        label: one.label,
        hours_per_week: one.hoursPerWeek,
        already_doing: one.alreadyDoing,
      })),
    },
    notices: explanation.notices.map(({ code, detail }) => ({ code, detail: textOf(detail, language) })),
  }
}

function showMoney(money: { amountMinor: number; currency: string }) {
  return { amount_minor: money.amountMinor, currency: money.currency }
}

/** Rounds to six decimals, which are enough to distinguish scores. Cursors contain the exact score. */
export function roundScore(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
