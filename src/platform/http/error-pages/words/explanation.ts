import type { Problem } from '../../problem.ts'

/** Content of the page of an error code, for developers. Text between backticks is shown as code. */
export interface Explanation {
  meaning: string
  /** Possible causes. */
  causes: readonly string[]
  /** What to do, best choice first. */
  next: readonly string[]
  /** Example of `detail`, as the service writes it. */
  detail: string
  faults?: Problem['errors']
}
