import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { loadSecretsKeys } from '../../../src/platform/secrets/secrets-key.ts'
import { temporaryFolder } from '../../support/folder.ts'

t.test(
  'many starts at once in one data folder agree on one key, which only its owner may read',
  async (t) => {
    const dataDir = join(temporaryFolder(t), 'new')
    const keys = await Promise.all(
      Array.from({ length: 20 }, () => loadSecretsKeys({ configured: undefined, dataDir })),
    )
    t.equal(new Set(keys.map(([key]) => key)).size, 1)
    t.same(readdirSync(dataDir), ['secrets.key'], 'no draft is left')
    t.equal(statSync(join(dataDir, 'secrets.key')).mode & 0o777, 0o600)
    t.ok(readFileSync(join(dataDir, 'secrets.key'), 'utf8').length >= 43, '256 bits')
  },
)

t.test('a configured key is used, and no file is created', async (t) => {
  const dataDir = temporaryFolder(t)
  t.same(await loadSecretsKeys({ configured: ['new', 'old'], dataDir }), ['new', 'old'])
  t.same(readdirSync(dataDir), [])
})
