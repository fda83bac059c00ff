export interface Brief {
  /** What exists when the work is done. */
  outcome: string | null
  moves: 'revenue' | 'mission' | 'time_freed' | 'none' | null
  steps: string[]
  /** Where the procedure is documented. */
  documentUrl: string | null
  autonomy: 'decides' | 'proposes' | 'follows' | null
  checkInsPerWeek: number | null
  trainingHours: number | null
  /** 0 for a job that is done only once. */
  repeatsPerWeek: number | null
  /** What the helper learns or gains. */
  helperGains: string | null
}

export interface CheckedNeed {
  title: string
  description: string
  hoursPerWeek: number | null
  /** Offers have a kind; needs do not. */
  kind?: undefined
  accepts: readonly ('volunteer' | 'intern' | 'barter' | 'paid')[]
  brief: Brief
}

export type ReadinessCause =
  | 'task_not_system'
  | 'micromanaged'
  | 'no_plan'
  | 'busy_work'
  | 'hireling_not_teammate'
