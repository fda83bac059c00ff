import t from 'tap'
import { didYouMean, nameWithWords } from '../../src/shared/did-you-mean.ts'

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

t.test('other words of a name lead to it, unless several names are as near', async (t) => {
  const names = ['amount_minor', 'limit_hours', 'ids', 'starts_on', 'ends_on', 'organization_id', 'helper_id']
  const meant = {
    amount: 'amount_minor',
    limit: 'limit_hours',
    need_ids: 'ids',
    organizationId: 'organization_id',
    organization: 'organization_id',
    hours_limit: 'limit_hours',
  }
  for (const [typed, name] of Object.entries(meant)) t.equal(nameWithWords(typed, names), name, typed)
  for (const typed of ['on', 'colour', '', '_', 'starts_at', 'x'.repeat(10_000)])
    t.equal(nameWithWords(typed, names), undefined, typed.slice(0, 20))
})
