import { type Covered, coverageValue, skillRarity } from '../coverage.ts'
import type { Pair } from '../pair.ts'
import { counted, listed, sentence } from '../sentences.ts'
import { shared } from './factor.ts'

/** Soft coverage of the wanted skills: related ones count in part, levels too low cost a part, rare and important ones weigh more. */
export const skills = shared('skills', value, reason)

function value({ coverage, context: { statistics } }: Pair): number {
  return coverageValue(coverage, ({ skill }) => skillRarity(statistics.offers, statistics.offersWith(skill)))
}

function reason({ coverage }: Pair): string {
  if (coverage.length === 0) return 'The need names no skills; its words count instead.'
  const covered = coverage.filter((one) => one.by)
  if (covered.length === 0) return `Covers none of the ${counted(coverage.length, 'skill')} wanted.`
  const exact = covered.filter((one) => one.relatedness === 1)
  const parts = [
    ...(exact.length ? [`${listed(exact.map((one) => one.wanted.label))} exactly`] : []),
    ...covered.filter((one) => one.relatedness < 1).map(through),
  ]
  return sentence(`covers ${covered.length} of ${counted(coverage.length, 'skill')}: ${parts.join(', ')}.`)
}

function through({ wanted, by }: Covered): string {
  return `${wanted.label} through ${by?.label}`
}
