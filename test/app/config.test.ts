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

t.test('the guide of operations names every setting with its default', async (t) => {
  const guide = readFileSync(new URL('../../docs/guides/operations.md', import.meta.url), 'utf8')
  const defaults: Record<string, unknown> = readConfig({})
  for (const [name, schema] of Object.entries(configSchema.shape)) {
    const shown = defaults[name] === undefined ? '' : `\`${String(defaults[name])}\` `
    t.ok(guide.includes(`| \`${name}\` | ${shown}| ${schema.description}`), name)
  }
})
