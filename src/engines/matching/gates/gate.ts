import type { ExplainedPair } from '../explained-pair.ts'
import type { Blocker, GateCode } from '../explanation.ts'
import type { Pair } from '../pair.ts'

/** A condition that a pair must meet to be ranked at all. */
export interface Gate {
  code: GateCode
  isOpen(pair: Pair): boolean
  /** Says why the gate is shut, and the smallest change to one side that would open it. Called only if it is shut. */
  explain(pair: ExplainedPair): Omit<Blocker, 'code'>
}
