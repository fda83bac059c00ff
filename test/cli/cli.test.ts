import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { runHere } from '../support/command.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/folder.ts'
import { runCli } from '../support/process.ts'
import { listen } from '../support/server.ts'

const root = temporaryFolder(t)
const { connectionString } = await createTestDatabase(t)
const env = { DATABASE_URL: connectionString }
const address = await listen(t, env)
const cli = (...args: string[]) => runHere(args, env)

async function tokenStatus(clientId: string, secret: string): Promise<number> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: secret,
  })
  return (await fetch(`${address}/oauth/token`, { method: 'POST', body })).status
}

t.test('partner create makes credentials that the running server takes', async (t) => {
  const { code, stdout } = await cli('partner', 'create', '--name', 'Chamber', '--kind', 'site', '--json')
  t.equal(code, 0)
  const made = JSON.parse(stdout)
  t.same(Object.keys(made), ['partner_id', 'client_id', 'client_secret'])
  t.equal(await tokenStatus(made.client_id, made.client_secret), 200)
})

t.test('partner create limits the scopes where asked, by spaces or commas', async (t) => {
  const made = JSON.parse(
    (
      await cli(
        'partner',
        'create',
        '--name',
        'R',
        '--kind',
        'internship_office',
        '--json',
        '--scopes',
        'needs:read,offers:read',
      )
    ).stdout,
  )
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...pick(made) })
  const reply = await fetch(`${address}/oauth/token`, { method: 'POST', body })
  t.match(await reply.json(), { scope: 'needs:read offers:read' })
  const wrong = await cli('partner', 'create', '--name', 'R', '--kind', 'site', '--scopes', 'needs:fly')
  t.equal(wrong.code, 1)
  t.match(wrong.stderr, /^smartsource: unknown scope needs:fly; valid scopes are: .*\n$/)
})

const pick = ({ client_id, client_secret }: Record<string, string>) => ({
  client_id: String(client_id),
  client_secret: String(client_secret),
})

t.test('rotate-secret gives a new secret; the old one goes on as long as asked', async (t) => {
  const made = JSON.parse(
    (await cli('partner', 'create', '--name', 'Rot', '--kind', 'site', '--json')).stdout,
  )
  const rotate = async (hours: string) =>
    JSON.parse(
      (
        await cli(
          'partner',
          'rotate-secret',
          '--client-id',
          made.client_id,
          '--keep-old-hours',
          hours,
          '--json',
        )
      ).stdout,
    )
  const second = await rotate('1')
  t.same(
    await Promise.all([made, second].map((one) => tokenStatus(made.client_id, one.client_secret))),
    [200, 200],
  )
  const third = await rotate('0')
  t.same(
    await Promise.all([made, second, third].map((one) => tokenStatus(made.client_id, one.client_secret))),
    [401, 401, 200],
  )
})

t.test('add-client makes one more client of a partner, with the scopes that are asked for', async (t) => {
  const made = JSON.parse(
    (await cli('partner', 'create', '--name', 'Two', '--kind', 'site', '--json')).stdout,
  )
  const add = (partnerId: string) =>
    cli('partner', 'add-client', '--partner-id', partnerId, '--scopes', 'needs:read', '--json')
  const added = JSON.parse((await add(made.partner_id)).stdout)
  t.equal(added.partner_id, made.partner_id)
  t.not(added.client_id, made.client_id)
  t.equal(await tokenStatus(added.client_id, added.client_secret), 200)
  t.equal(await tokenStatus(made.client_id, made.client_secret), 200)
  t.match(await add('partner_01h455vb4pex5vsknk084sn02q'), { code: 1, stderr: /no partner has this id/ })
})

t.test('partner list shows secrets by id and state, and revoke-secret ends one', async (t) => {
  const made = JSON.parse(
    (await cli('partner', 'create', '--name', 'Listed', '--kind', 'site', '--json')).stdout,
  )
  const find = async () =>
    JSON.parse((await cli('partner', 'list', '--json')).stdout).find(
      (row: { name: string }) => row.name === 'Listed',
    )
  const row = await find()
  t.match(row, { partner_id: made.partner_id, client_id: made.client_id, secret_state: 'live' })
  t.notMatch(JSON.stringify(row), made.client_secret)
  const revoke = () =>
    cli('partner', 'revoke-secret', '--partner-id', made.partner_id, '--secret-id', row.secret_id)
  t.equal((await revoke()).code, 0)
  t.equal(await tokenStatus(made.client_id, made.client_secret), 401)
  t.equal((await find()).secret_state, 'revoked')
  t.equal((await revoke()).code, 1)
})

t.test('skills import loads a classification that the running server then knows', async (t) => {
  const dir = join(root, 'esco')
  mkdirSync(dir)
  writeFileSync(
    join(dir, 'skills_en.csv'),
    'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\n' +
      'KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/0001,skill/competence,cross-sector,whittle zither pegs,"carve zither pegs\nmake zither pegs"\n',
  )
  const { code, stdout } = await cli('skills', 'import', '--esco', dir, '--json')
  t.equal(code, 0)
  t.same(JSON.parse(stdout), { source: 'esco', skills: 1 })
  const nothing = await cli('skills', 'import', '--esco', join(root, 'nowhere'))
  t.equal(nothing.code, 1)
  t.equal(nothing.stderr.trim().split('\n').length, 1)
  t.equal((await cli('skills', 'import')).code, 2)
})

t.test('every command has help; a wrong one ends with 2 and says how to get it', async (t) => {
  for (const command of [
    [],
    ['serve'],
    ['migrate'],
    ['demo'],
    ['partner'],
    ['partner', 'create'],
    ['skills', 'import'],
  ]) {
    const { code, stdout } = await cli(...command, '--help')
    t.equal(code, 0, command.join(' '))
    t.match(stdout, /Usage: smartsource/)
  }
  for (const command of [
    ['fly'],
    ['partner', 'create'],
    ['partner', 'create', '--name', 'x', '--kind', 'bank'],
    ['serve', '--fast'],
  ]) {
    const { code, stderr } = await cli(...command)
    t.equal(code, 2, command.join(' '))
    t.match(stderr, /error: .*\n\(add --help for usage\)/)
  }
  t.equal((await cli('partner', 'rotate-secret', '--client-id', 'need_1')).code, 2)
})

t.test('the process ends with the exit code of its command, and writes where that wrote', async (t) => {
  const [help, wrong, failed] = await Promise.all([
    runCli(['partner', '--help'], env),
    runCli(['partner', 'create'], env),
    runCli(['partner', 'create', '--name', 'R', '--kind', 'site', '--scopes', 'needs:fly'], env),
  ])
  t.match(help, { code: 0, stdout: /^Usage: smartsource partner/, stderr: '' })
  t.match(wrong, { code: 2, stdout: '', stderr: /^error: .*\n\(add --help for usage\)\n$/ })
  t.match(failed, { code: 1, stdout: '', stderr: /^smartsource: unknown scope needs:fly; .*\n$/ })
})

t.test('migrate on the newest schema does nothing', async (t) => {
  const { code, stdout } = await cli('migrate')
  t.equal(code, 0)
  t.match(stdout, /Nothing to do/)
})
