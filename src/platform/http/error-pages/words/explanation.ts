import type { Fault } from '../../../../shared/errors.ts'

/** What the page of an error code tells a developer. Text between backticks is shown as code. */
export interface Explanation {
  meaning: string
  /** How it comes about. */
  causes: readonly string[]
  /** What to do, the best choice first. */
  next: readonly string[]
  /** Of the example, in the words of the service. */
  detail: string
  faults?: readonly Fault[]
}
