import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { uuidToId } from '../../src/shared/ids.ts'
import { needBody, organizationBody, programBody } from '../support/bodies.ts'
import { runHere } from '../support/command.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/folder.ts'
import { candidateLine, HEADER } from '../support/office.ts'
import { runStatement } from '../support/postgres.ts'
import { until } from '../support/process.ts'
import { listen } from '../support/server.ts'

const root = temporaryFolder(t)
const { connectionString, ownerConnectionString, pool } = await createTestDatabase(t)
const env = { DATABASE_URL: connectionString }
const address = await listen(t, env)
const created = await runHere(
  ['partner', 'create', '--name', 'Office', '--kind', 'internship_office', '--json'],
  env,
)
const { client_id, client_secret } = JSON.parse(created.stdout)
const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret })
const token = (await (await fetch(`${address}/oauth/token`, { method: 'POST', body })).json()) as {
  access_token: string
}
const headers = { authorization: `Bearer ${token.access_token}`, 'content-type': 'application/json' }
const program = await fetch(`${address}/v1/programs`, {
  method: 'POST',
  headers,
  body: JSON.stringify(programBody()),
})
const { id: programId } = (await program.json()) as { id: string }

const file = join(root, 'candidates.csv')
const importFile = (...args: string[]) =>
  runHere(['import', file, '--url', address, '--client-id', client_id, '--program-id', programId, ...args], {
    ...env,
    SMARTSOURCE_CLIENT_SECRET: client_secret,
  })

t.test('a dry run prints what would happen, and an import what has happened', async (t) => {
  writeFileSync(file, `${[HEADER, candidateLine('a'), candidateLine('b')].join('\n')}\n`)
  const dry = await importFile('--dry-run')
  t.match(dry, { code: 0, stdout: /would be created\s+│ 2/ })
  const { code, stdout } = await importFile()
  t.equal(code, 0)
  t.match(stdout, /│ created\s+│ 2/)
  t.match(stdout, /│ read\s+│ 2/)
})

t.test('rejected rows end with exit code 3 and a report that can be corrected', async (t) => {
  writeFileSync(
    file,
    `Shoe,${HEADER}\n44,${candidateLine('c')}\n44,${candidateLine('d').replace('remote', 'moon')}\n`,
  )
  const { code, stdout } = await importFile()
  t.equal(code, 3)
  t.match(stdout, /left out: Shoe/)
  t.match(stdout, /rejected\s+│ 1/)
  const report = join(root, 'candidates.rejected.csv')
  t.match(stdout, new RegExp(report))
  writeFileSync(file, readFileSync(report, 'utf8').replaceAll('moon', 'remote'))
  t.match(await importFile('--json'), { code: 0, stdout: /"created":1/ })
})

t.test('an import is undone by its id, and what stays is named with the reason', async (t) => {
  const undo = (id: string) =>
    runHere(['import', 'undo', id, '--url', address, '--client-id', client_id], {
      ...env,
      SMARTSOURCE_CLIENT_SECRET: client_secret,
    })
  const importedAs = async (modality: string) => {
    const lines = [candidateLine('u-1'), candidateLine('u-2')].map((line) => line.replace('remote', modality))
    writeFileSync(file, `${[HEADER, ...lines].join('\n')}\n`)
    return JSON.parse((await importFile('--json')).stdout)
  }
  await importedAs('remote')
  const run = await importedAs('onsite')
  t.match(run, { updated: 2 })
  const { data } = (await (await fetch(`${address}/v1/candidates?external_id=u-1`, { headers })).json()) as {
    data: { id: string }[]
  }
  const changed = await fetch(`${address}/v1/candidates/${data[0]?.id}`, {
    method: 'PATCH',
    headers: { ...headers, 'if-match': '*' },
    body: JSON.stringify({ school_year: 'senior' }),
  })
  t.equal(changed.status, 200)
  const undone = await undo(run.id)
  t.equal(undone.code, 0)
  t.match(
    undone.stdout,
    new RegExp(`Undid ${run.id}.\\n1 record stays .*\\n${data[0]?.id}: It was changed since`),
  )
  t.match(await undo(run.id), { code: 1, stderr: /undone before/ })
  t.match(await undo('nonsense'), { code: 2, stderr: /begins with import_/ })
})

t.test('a draft placement is removed by its id', async (t) => {
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await answer.json()) as { id: string }
  }
  const organization = await post('/v1/organizations', organizationBody())
  const need = await post('/v1/needs', needBody(organization.id, { accepts: ['intern'] }))
  const cohort = { program_id: programId, name: 'Spring', needs: [{ need_id: need.id }] }
  const { id: cohortId } = await post('/v1/cohorts', cohort)
  const { id } = await post(`/v1/cohorts/${cohortId}/placements`, { method: 'stable' })
  const remove = () =>
    runHere(['placements', 'remove', id, '--url', address, '--client-id', client_id], {
      ...env,
      SMARTSOURCE_CLIENT_SECRET: client_secret,
    })
  t.match(await remove(), { code: 0, stdout: `Deleted the draft ${id}.` })
  t.match(await remove(), { code: 1, stderr: /no placement with this id/ })
})

t.test('an operator cancels an import, which ends the command that waits for it', async (t) => {
  // As if another process ran each import, and took long.
  await runStatement(
    ownerConnectionString,
    `create function hold() returns trigger language plpgsql as $$
       begin new.claimed_until = now() + interval '1 hour'; return new; end $$;
     create trigger hold before insert on imports for each row execute function hold()`,
  )
  t.teardown(() => runStatement(ownerConnectionString, 'drop trigger hold on imports'))
  writeFileSync(file, `${[HEADER, candidateLine('e')].join('\n')}\n`)
  const waiting = importFile()
  const uuid = await until(
    async () => (await pool.query(`select id from imports where state = 'queued'`)).rows[0]?.id,
  )
  const cancel = () => runHere(['import', 'cancel', uuidToId('import', uuid)], env)
  t.match(await cancel(), { code: 0, stdout: /^Cancelled import_\w+ after 0 rows/ })
  t.match(await waiting, { code: 1, stdout: /The import was cancelled\. The first 0 rows were imported/ })
  t.match(await cancel(), { code: 1, stderr: /no import with this id is waiting or running/ })
  t.match(await runHere(['import', 'cancel', 'nonsense'], env), { code: 2, stderr: /begins with import_/ })
})

t.test('what goes wrong is told in one line, by exit code 1 or 2, and never with the secret', async (t) => {
  writeFileSync(file, HEADER.replace('external_id', 'nothing'))
  const wrong = [
    { run: await importFile(), code: 1, says: /external_id/ },
    {
      run: await importFile('--url', 'http://127.0.0.1:1025'),
      code: 1,
      says: /cannot reach the service at http:\/\/127\.0\.0\.1:1025: /,
    },
    { run: await importFile('--type', 'cats'), code: 2, says: /Allowed choices/ },
    {
      run: await runHere(['import', file, '--client-id', client_id], env),
      code: 2,
      says: /SMARTSOURCE_CLIENT_SECRET/,
    },
    { run: await runHere(['import', file], env), code: 2, says: /required option '--client-id <id>'/ },
    {
      run: await runHere(['import', file, '--url', address, '--client-id', client_id], {
        ...env,
        SMARTSOURCE_CLIENT_SECRET: 'wrong-one',
      }),
      code: 1,
      says: /no token for this client: invalid_client/,
    },
    { run: await importFile('--program-id', 'nonsense'), code: 2, says: /begins with program_/ },
  ]
  for (const { run, code, says } of wrong) {
    t.equal(run.code, code, run.stderr)
    t.match(run.stdout + run.stderr, says)
    t.notMatch(run.stdout + run.stderr, client_secret)
  }
  t.notOk(existsSync(join(root, 'nowhere')))
})

t.test('a profile is saved, used by an import, listed and deleted', async (t) => {
  const profiles = (...args: string[]) =>
    runHere(['import-profiles', ...args, '--url', address, '--client-id', client_id], {
      ...env,
      SMARTSOURCE_CLIENT_SECRET: client_secret,
    })
  const kartei = ['--type', 'candidates', '--column', 'Kartei=external_id', '--default', 'share_contact=no']
  t.match(await profiles('save', 'Kartei 27', ...kartei), { code: 0, stdout: /--profile Kartei 27/ })
  const header = HEADER.replace('external_id', 'Kartei').replace(',share_contact', '')
  writeFileSync(file, `${header}\n${candidateLine('k1').replace(',yes,no,', ',yes,')}\n`)
  t.match(await importFile('--profile', 'Kartei 27'), { code: 0, stdout: /│ created\s+│ 1/ })
  t.match(await profiles('list'), { code: 0, stdout: /Kartei 27 {2}\(candidates\)/ })
  t.match(await profiles('delete', 'Kartei 27'), { code: 0 })
  t.match(await importFile('--profile', 'Kartei 27'), { code: 1, stderr: /no import profile “Kartei 27”/ })
  t.match(await profiles('save', 'x', '--type', 'candidates', '--column', 'a=nmae'), {
    code: 1,
    stderr: /Did you mean name/,
  })
})
