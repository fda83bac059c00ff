import type { Services } from '../../src/app/services.ts'
import { createTimetable, type Timetable } from '../../src/app/timetable.ts'

/** Runs one piece of the timetable's work that one process does for all, as if its minute had come. */
export async function runJob(
  services: Services,
  name: keyof Timetable['oneProcess'] & string,
): Promise<void> {
  const job = createTimetable(services, () => {}).oneProcess[name]
  if (!job) throw new Error(`the timetable has no ${name}`)
  await job.run()
}
