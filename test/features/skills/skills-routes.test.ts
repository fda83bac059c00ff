import t from 'tap'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)
const partner = await service.newPartner()
const resolve = (body: unknown) => partner.call('POST', '/v1/skills/resolve', { body })
const sentence = 'Set up Mailchimp and write our monthly newsletter.'

t.test('labels alone are answered as labels', async (t) => {
  const reply = await resolve({ labels: ['Keeping the books', 'zorbing with llamas'] })
  t.equal(reply.status, 200)
  t.same(reply.body, [
    {
      label: 'Keeping the books',
      skill: { id: 'bookkeeping', label: 'Bookkeeping' },
      confidence: 0.95,
      method: 'alias',
    },
    { label: 'zorbing with llamas', skill: null, confidence: 0, method: 'none' },
  ])
})

t.test('each sentence is answered by the skills that it speaks of, and why', async (t) => {
  const reply = await resolve({ sentences: [sentence, 'We love it here.'] })
  t.match(reply, {
    status: 200,
    body: [
      {
        sentence,
        skills: [
          {
            skill: { id: 'mailchimp', label: 'Mailchimp' },
            confidence: Number,
            because: ['Set up Mailchimp'],
          },
          {
            skill: { id: 'newsletter-writing' },
            confidence: Number,
            because: ['monthly newsletter'],
          },
        ],
      },
      { sentence: 'We love it here.', skills: [] },
    ],
  })
})

t.test('labels come before sentences, both in the order given', async (t) => {
  const reply = await resolve({ sentences: [sentence, 'Ask Ann.'], labels: ['xero', 'payroll'] })
  t.match(reply.body, [{ label: 'xero' }, { label: 'payroll' }, { sentence }, { sentence: 'Ask Ann.' }])
})

t.test('what cannot be resolved is refused with its place', async (t) => {
  const refusedAt = async (body: unknown, pointer: string) =>
    t.match(
      await resolve(body),
      { status: 422, body: { errors: [{ pointer }] } },
      JSON.stringify(body).slice(0, 60),
    )
  await refusedAt({}, '/labels')
  await refusedAt({ sentences: [] }, '/sentences')
  await refusedAt({ sentences: ['ok', ' '] }, '/sentences/1')
  await refusedAt({ sentences: ['x'.repeat(2001)] }, '/sentences/0')
  await refusedAt({ sentences: Array.from({ length: 21 }, () => 'ok') }, '/sentences')
  await refusedAt({ labels: ['ok'], sentences: 'ok' }, '/sentences')
  t.equal((await resolve({ sentences: ['x'.repeat(2000)] })).status, 200)
})
