import fc from 'fast-check'
import type { Test } from 'tap'

/** Asserts a property, with its smallest counterexample as the message where it fails. */
export function holds<T>(t: Test, property: fc.IProperty<T>, numRuns: number): void {
  const run = fc.check(property, { numRuns })
  t.notOk(run.failed, fc.defaultReportMessage(run) ?? `holds in ${numRuns} runs`)
}
