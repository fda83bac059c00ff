import type { MarketNeed, SkillId } from '../../src/engines/matching/postings.ts'
import {
  type CompiledPosting,
  type Compiler,
  compileNeed,
} from '../../src/engines/matching/rows/compiled-posting.ts'
import { createNumbers, type TableData } from './engine-sql-table.ts'

/** What the table as a whole tells. */
export interface TableStatistics {
  /** By a skill's number from 1. */
  rarityOfSkill(skill: number): number
  /** The farthest that any offer goes. */
  mostKm: number
}

/** The need's words as Postgres asks for them: for the rank, and those rare enough to find an offer by. */
export interface WordQueries {
  all: string
  opening: string
}

/** A need that a statement is written for, and the values that the statement has so far. */
export class AskedNeed {
  readonly need: MarketNeed
  readonly words: WordQueries
  readonly data: TableData
  readonly statistics: TableStatistics
  readonly compiled: CompiledPosting
  readonly skillNumber: (skill: SkillId) => number
  /** By wanted skill, the strengths of the skills near it, itself at 1. */
  readonly near: Map<number, number>[]
  readonly values: unknown[] = []

  constructor(
    need: MarketNeed,
    words: WordQueries,
    from: { data: TableData; statistics: TableStatistics; compiler: Compiler },
  ) {
    this.need = need
    this.words = words
    this.data = from.data
    this.statistics = from.statistics
    this.compiled = compileNeed(need, from.compiler)
    this.skillNumber = createNumbers(from.data.skillIds)
    this.near = need.skills.map(({ skill }) => this.nearTo(skill))
  }

  /** Adds a value; its place in the statement. */
  value(value: unknown, type: string): string {
    this.values.push(value)
    return `$${this.values.length}::${type}`
  }

  /** The skills near one, by number, with their strengths, itself at 1. */
  nearTo(skill: SkillId): Map<number, number> {
    const near = new Map([[this.skillNumber(skill), 1]])
    for (const related of this.data.settings.relatedSkills(skill))
      near.set(this.skillNumber(related.skill), related.strength)
    return near
  }

  /** Hours from the need's first day to its last; null where they can't be told. */
  get totalHours(): number | null {
    const { hoursPerWeek, startDay, endDay } = this.compiled
    if (!hoursPerWeek || startDay === null || endDay === null || endDay < startDay) return null
    return hoursPerWeek * ((endDay - startDay + 1) / 7)
  }
}
