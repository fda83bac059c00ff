import t from 'tap'
import { candidateBody } from '../../../support/bodies.ts'
import { newOffice } from '../../../support/office.ts'
import { startTestService } from '../../../support/service.ts'

const service = await startTestService(t)
const office = await newOffice(service)
const MAX_MS = 30

/** As deep as a body may be, and as wide as 64 KiB allow. */
function widestResume(): Record<string, unknown> {
  let value: unknown = Array.from({ length: 6000 }, () => ({ a: [] }))
  for (let level = 0; level < 14; level++) value = { a: value }
  return { a: value }
}

t.test('a wide and deep resume is stored, and read again quickly, as it was sent', async (t) => {
  const resume = widestResume()
  const made = await office.call('POST', '/v1/candidates', {
    body: candidateBody(office.programId, { resume }),
  })
  t.equal(made.status, 201)
  const read = () => office.call('GET', `/v1/candidates/${made.body.id}`)
  t.same((await read()).body.resume, resume)
  const times: number[] = []
  for (let count = 0; count < 5; count++) {
    const before = process.cpuUsage()
    await read()
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  t.ok(Math.min(...times) < MAX_MS, `${Math.min(...times).toFixed(1)} ms`)
})

t.test('a resume with characters that cannot be stored, or too long, is refused', async (t) => {
  for (const resume of [{ a: 'x'.repeat(65_536) }, { a: ['\0'] }, { a: '\ud800' }])
    t.match(
      await office.call('POST', '/v1/candidates', { body: candidateBody(office.programId, { resume }) }),
      { status: 422, body: { errors: [{ pointer: '/resume' }] } },
    )
})
