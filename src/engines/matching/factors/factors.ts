import { connection } from './connection.ts'
import type { FactorRule } from './factor.ts'
import { FACTOR_NAMES, type FactorName } from './factor-names.ts'
import { freshness } from './freshness.ts'
import { meaning } from './meaning.ts'
import { place } from './place.ts'
import { responsiveness, trust } from './record.ts'
import { helperReturn } from './return.ts'
import { skills } from './skills.ts'
import { time } from './time.ts'
import { wording } from './wording.ts'

const RULES: Readonly<Record<FactorName, FactorRule>> = {
  skills,
  return: helperReturn,
  trust,
  responsiveness,
  connection,
  freshness,
  place,
  time,
  wording,
  meaning,
}

/** All factors, in the order of `FACTOR_NAMES`. */
export const FACTORS: readonly FactorRule[] = FACTOR_NAMES.map((name) => RULES[name])
