import t from 'tap'

/*
 * The main tests on a cluster of Citus, each file in a process of its own: `CITUS_URL` names a database of its coordinator, which knows
 * its workers. The files make and drop databases on all nodes.
 */
const files = [
  'test/platform/http/every-route.test.ts',
  'test/features/introductions/introductions.test.ts',
  'test/features/engagements/engagements.test.ts',
  'test/features/engagements/hours.test.ts',
  'test/features/barter/rings/rings.test.ts',
  'test/features/barter/rings/races.test.ts',
  'test/features/imports/imports.test.ts',
  'test/features/internship-work/evaluations.test.ts',
  'test/features/internships/candidates/erasure.test.ts',
  'test/features/disclosures/disclosures.test.ts',
  'test/features/notifications/feed/events-feed.test.ts',
  'test/features/notifications/webhooks/webhooks.test.ts',
  'test/features/matches/readings.test.ts',
  'test/features/matches/meanings.test.ts',
  'test/features/matches/changed-texts.test.ts',
  'test/features/matches/freshness/transactions.test.ts',
  'test/features/matches/in-database/service.test.ts',
  'test/features/merges/merge-helpers.test.ts',
  'test/features/merges/merge-organizations.test.ts',
  'test/features/merges/many-records.test.ts',
  'test/features/merges/cohorts-named-meanwhile.test.ts',
  'test/features/merges/parties-named-meanwhile.test.ts',
  'test/features/sandbox/sandbox.test.ts',
  'test/features/imports/email-key.test.ts',
  'test/features/imports/same-students.test.ts',
]
/** The tests wait for the nodes most of the time. */
const JOBS = 2
const skip = process.env.CITUS_URL ? false : 'CITUS_URL is not set'

t.test('the main tests pass on Citus', { skip }, async (t) => {
  t.setTimeout(0)
  const env = { ...process.env, TESTS_RUN_ON: 'citus' }
  const run = (file: string) => t.spawn(process.execPath, [file], { env, timeout: 600_000 }, file)
  // It delays commits of workers, so it runs alone.
  await run('test/operations/citus/cluster.ts')
  t.jobs = JOBS
  await Promise.all(files.map(run))
})
