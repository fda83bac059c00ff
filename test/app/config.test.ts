import { readFileSync } from 'node:fs'
import t from 'tap'
import { ConfigError, configSchema, readConfig } from '../../src/app/config.ts'

t.test('without an environment the settings have their defaults', async (t) => {
  t.match(readConfig({}), { HOST: '127.0.0.1', PORT: 3000, DATA_DIR: '.data', LOG_LEVEL: 'info' })
  t.equal(readConfig({ PORT: '' }).PORT, 3000)
})

t.test('every wrong setting is named in one line, without its value', async (t) => {
  try {
    readConfig({ PORT: '99999', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://me:secret@host/db' })
    t.fail('accepted')
  } catch (error) {
    t.ok(error instanceof ConfigError)
    const { message } = error as Error
    for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL']) t.match(message, name)
    t.notMatch(message, /\n|secret/)
  }
})

t.test('TRUST_PROXY takes a number of proxies or their networks, and never everybody', async (t) => {
  const read = (value: string) => readConfig({ TRUST_PROXY: value }).TRUST_PROXY
  t.equal(read(''), false)
  t.equal(read('false'), false)
  t.equal(read('0'), false)
  t.equal(read('2'), 2)
  t.same(read('10.0.0.0/8, fd00::/8,192.168.0.7,loopback'), [
    ...['10.0.0.0/8', 'fd00::/8', '192.168.0.7', 'loopback'],
  ])
  for (const wrong of [
    'true',
    '-1',
    '1.5',
    '99',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/99',
    'proxy.example',
    '1,2',
    ',',
  ])
    t.throws(() => read(wrong), /TRUST_PROXY: Must be the number of proxies .* such as 1, or/, wrong)
})

t.test('the guide of operations names every setting with its default', async (t) => {
  const guide = readFileSync(new URL('../../docs/guides/operations.md', import.meta.url), 'utf8')
  const defaults: Record<string, unknown> = readConfig({})
  for (const [name, schema] of Object.entries(configSchema.shape)) {
    const shown = defaults[name] === undefined ? '' : `\`${String(defaults[name])}\` `
    t.ok(guide.includes(`| \`${name}\` | ${shown}| ${schema.description}`), name)
  }
})
