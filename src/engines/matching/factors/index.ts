import { connection } from './connection.ts'
import type { FactorRule } from './factor.ts'
import { freshness } from './freshness.ts'
import { place } from './place.ts'
import { responsiveness, trust } from './record.ts'
import { whatComesBack } from './return.ts'
import { skills } from './skills.ts'
import { time } from './time.ts'
import { wording } from './wording.ts'

/** All factors, in the order in which they are summed and shown: those that are dear to work out come last. */
export const FACTORS: readonly FactorRule[] = [
  skills,
  whatComesBack,
  trust,
  responsiveness,
  connection,
  freshness,
  place,
  time,
  wording,
]

export const FACTOR_NAMES = FACTORS.map(({ name }) => name)
