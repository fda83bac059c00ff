import t from 'tap'
import { candidateBody, programBody } from '../../../support/bodies.ts'
import { temporaryFolder } from '../../../support/folder.ts'
import { hostileTexts } from '../../../support/hostile-texts.ts'
import { pollNeeds } from '../../../support/polls.ts'
import { newToken, serve } from '../../../support/process.ts'

const POLLS = 60
const PARALLEL = 8

const env = { DATA_DIR: temporaryFolder(t) }
const { address } = await serve(t, env)
const [victim, attacker] = [await newToken(address, env), await newToken(address, env)]

async function post(path: string, body: unknown) {
  const headers = { authorization: `Bearer ${attacker}`, 'content-type': 'application/json' }
  const reply = await fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: reply.status, body: (await reply.json()) as { id: string } }
}

const poll = () => pollNeeds(address, victim, { polls: POLLS, pause_ms: 10 })

/** Posts students with these descriptions, several at a time, while the other partner reads its needs. */
async function pollWhilePosting(programId: string, descriptions: readonly string[]) {
  let isOver = false
  let posted = 0
  const attack = async () => {
    for (let at = 0; !isOver; at++, posted++) {
      const description = descriptions[at % descriptions.length] ?? ''
      const { status } = await post('/v1/candidates', candidateBody(programId, { description }))
      t.ok(status < 500, `${status}`)
    }
  }
  const attacks = Array.from({ length: PARALLEL }, attack)
  const polled = await poll()
  isOver = true
  await Promise.all(attacks)
  return { ...polled, posted }
}

t.test(`${PARALLEL} long texts at a time, of any kind, keep no other partner waiting`, async (t) => {
  const { body: program } = await post('/v1/programs', programBody())
  await poll()
  const quiet = await poll()
  const short = await pollWhilePosting(program.id, ['A short text.'])
  const long = await pollWhilePosting(program.id, Object.values(hostileTexts(9990)))
  t.comment(
    `p99 ${long.p99_ms.toFixed(1)} ms (${long.posted} long texts), ${short.p99_ms.toFixed(1)} ms (${short.posted} short ones), quiet ${quiet.p99_ms.toFixed(1)} ms`,
  )
  t.same(long.statuses, { 200: POLLS })
})
