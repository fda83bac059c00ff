import t from 'tap'
import { introductions } from '../../../src/features/introductions/index.ts'
import { fitModel, readModelInUse, useModel } from '../../../src/features/ranking-model/index.ts'
import { newId } from '../../../src/shared/ids.ts'
import { runHere } from '../../support/command.ts'
import { startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'
import { simulated } from './simulated-market.ts'

const service = await startTestService(t)
const { services, database } = service
const cli = (...args: string[]) => runHere(args, { DATABASE_URL: database.connectionString })

/** Answered introductions, as a market with known weights would have left them. */
async function insertOutcomes(count: number): Promise<void> {
  const { partnerId } = await service.newPartner()
  const outcomes = simulated(count, 5)
  for (let from = 0; from < count; from += 500) {
    const rows = outcomes.slice(from, from + 500).map(({ atMs, good, need, offer }) => {
      const at = new Date(Date.parse('2026-01-01T00:00:00Z') + atMs * 60_000)
      return {
        ...{ needPartnerId: partnerId, needId: newId('need'), organizationId: newId('org') },
        ...{ offerPartnerId: partnerId, offerId: newId('offer'), helperId: newId('helper') },
        ...{ id: newId('introduction'), proposedBy: 'need' as const, message: null, reason: null },
        status: good ? ('accepted' as const) : ('declined' as const),
        factors: { need, offer },
        ...{ expiresAt: at, answeredAt: at, version: 2, createdAt: at, updatedAt: at },
      }
    })
    await database.db.insert(introductions).values(rows)
  }
}

async function modelOfMatches(): Promise<string> {
  const partner = await service.newPartner()
  const { needId, offerId } = await postWorld(partner)
  const { body } = await partner.call('GET', `/v1/needs/${needId}/matches/${offerId}`)
  const ranked = await partner.call('GET', `/v1/needs/${needId}/matches`)
  t.equal(ranked.body.data[0].model, body.model)
  return body.model
}

t.test('with too few outcomes nothing is fitted', async (t) => {
  await t.rejects(fitModel(services.runtime), { message: /too few/ })
  const { code, stderr } = await cli('model', 'fit')
  t.equal(code, 1)
  t.match(stderr, /too few/)
})

t.test(
  'a fit is stored with its report, used when told to, and every match says what ranked it',
  async (t) => {
    t.equal(await modelOfMatches(), 'default')
    await insertOutcomes(2000)
    const { version, report } = await fitModel(services.runtime)
    t.equal(report.heldOut, 500)
    t.ok(report.fitted.logLoss < report.present.logLoss)
    t.ok(report.fitted.auc > report.present.auc)
    t.equal((await readModelInUse(database)).version, 'default')

    await useModel(services.runtime, { version })
    await services.market.readModel()
    t.equal(await modelOfMatches(), version)
    await useModel(services.runtime, { version: 'default' })
    await services.market.readModel()
    t.equal(await modelOfMatches(), 'default')
    await t.rejects(useModel(services.runtime, { version: 'fit-of-nobody' }), {
      message: /there is no version/,
    })
  },
)

t.test('the command line fits, lists and switches', async (t) => {
  const fitted = await cli('model', 'fit')
  t.equal(fitted.code, 0, fitted.stderr)
  t.match(fitted.stdout, /log loss .* AUC/)
  const version = /Fitted (fit-\S+)/.exec(fitted.stdout)?.[1] ?? ''
  t.match(await cli('model', 'use', version), { code: 0, stdout: /at once/ })
  t.match((await cli('model', 'list')).stdout, `* ${version}`)
  t.match(await cli('model', 'use', 'fit-of-nobody'), { code: 1, stderr: /there is no version/ })
  t.equal((await readModelInUse(database)).version, version)
})
