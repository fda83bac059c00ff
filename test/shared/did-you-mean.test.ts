import t from 'tap'
import { didYouMean } from '../../src/shared/did-you-mean.ts'

const fields = ['external_id', 'email', 'description', 'title', 'skills', 'end', 'hours_per_week', 'phone']

t.test('a slip of the pen leads to the name that was meant', async (t) => {
  const slips = {
    descripton: 'description',
    Description: 'description',
    externalId: 'external_id',
    'External ID': 'external_id',
    emial: 'email',
    skill: 'skills',
    titel: 'title',
    hours_per_weak: 'hours_per_week',
    End: 'end',
  }
  for (const [typed, meant] of Object.entries(slips)) t.equal(didYouMean(typed, fields), meant, typed)
})

t.test('a name that is not close suggests nothing', async (t) => {
  for (const typed of ['colour', 'and', 'e', '', 'house', 'x'.repeat(10_000), 'Matrikelnummer'])
    t.equal(didYouMean(typed, fields), undefined, typed.slice(0, 20))
})

t.test('the closest name wins', async (t) => {
  t.equal(didYouMean('starts_om', ['starts_at', 'starts_on']), 'starts_on')
})
