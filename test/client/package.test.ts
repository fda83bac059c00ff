import { execFile, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { temporaryFolder } from '../support/folder.ts'
import { startTestService } from '../support/service.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const client = join(root, 'openapi/client')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const packed = JSON.parse(read('openapi/client/package.json'))
/** The oldest compiler that a user may have, and ours. */
const compilers = ['openapi/client/node_modules/typescript/bin/tsc', 'node_modules/typescript/bin/tsc']
const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
  types: [],
}
const moduleSettings = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
]

t.test('the client has the version and the licence of the service, and needs no other package', async (t) => {
  t.equal(packed.version, JSON.parse(read('package.json')).version)
  t.equal(read('openapi/client/LICENSE'), read('LICENSE'))
  for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundleDependencies'])
    t.notOk(packed[kind], kind)
})

t.test(
  'the packed client installs into an empty project without a network, compiles strictly and calls the service',
  { skip: spawnSync('npm', ['--version']).error && 'no npm' },
  async (t) => {
    const project = temporaryFolder(t)
    const npm = (args: string[], cwd: string) => run('npm', args, { cwd, env: npmEnvironment() })
    const { stdout } = await npm(['pack', '--json', '--pack-destination', project], client)
    const [{ filename, size, files }] = JSON.parse(stdout)
    const names: string[] = files.map(({ path }: { path: string }) => path)
    t.ok(size < 200_000, `${size} bytes`)
    t.match(
      names,
      ['LICENSE', 'README.md', 'client.d.ts', 'client.js', 'package.json'].sort().map(String) && names,
    )
    for (const name of ['LICENSE', 'README.md', 'client.js', 'client.d.ts', 'schema.d.ts'])
      t.ok(names.includes(name), name)
    t.same(
      readdirSync(client).filter(
        (name) => /\.(js|d\.ts)$/.test(name) && name !== 'write-types.js' && !names.includes(name),
      ),
      [],
      'every file of the client is packed',
    )

    writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }')
    await npm(['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], project)
    t.same(readdirSync(join(project, 'node_modules', '@smartsource')), ['client'])
    t.same(
      readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['@smartsource'],
    )

    const sources = readdirSync(new URL('project', import.meta.url))
    for (const name of sources) {
      const source = read(`test/client/project/${name}`)
      writeFileSync(join(project, name), source.replace("'smartsource/client'", `'${packed.name}'`))
    }
    for (const compiler of compilers)
      for (const settings of moduleSettings) {
        writeFileSync(
          join(project, 'tsconfig.json'),
          JSON.stringify({ compilerOptions: { ...strict, ...settings } }),
        )
        const compiled = await run(process.execPath, [join(root, compiler)], { cwd: project }).catch(
          (error) => error,
        )
        t.equal(compiled.stdout, '', `${compiler}, ${settings.moduleResolution}`)
      }

    const service = await startTestService(t)
    const address = await service.app.listen({ port: 0, host: '127.0.0.1' })
    const { clientId, clientSecret } = await service.newPartner()
    const called = await run(process.execPath, ['call-service.js'], {
      cwd: project,
      env: { API: address, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret },
    })
    t.equal(called.stdout, 'Corner Bakery\nprecondition_failed\n')
  },
)

/** Without the settings of the npm that runs the tests, such as its workspace. */
function npmEnvironment() {
  const { PATH, HOME } = process.env
  return { PATH, HOME }
}
