import { readFileSync } from 'node:fs'
import { load, loadAll } from 'js-yaml'
import t from 'tap'
import { configSchema } from '../../src/app/config.ts'
import { startTestService } from '../support/service.ts'

const read = (name: string) => readFileSync(new URL(`../../deploy/${name}`, import.meta.url), 'utf8')

interface Rules {
  groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[]
}

interface Container {
  env?: { name: string }[]
  command?: string[]
  resources: { limits: { memory: string } }
  securityContext: { runAsNonRoot: boolean }
  startupProbe?: Probe
  readinessProbe?: Probe
  livenessProbe?: Probe
}

interface Probe {
  httpGet: { path: string }
}

interface Manifest {
  kind: string
  spec: {
    replicas?: number
    minAvailable?: number
    template?: { spec: { terminationGracePeriodSeconds?: number; containers: Container[] } }
  }
}

const manifests = loadAll(read('kubernetes.yaml')) as Manifest[]
const containers = manifests.flatMap(({ spec }) => spec.template?.spec.containers ?? [])

t.test('every metric and route of the alert rules is one of the service', async (t) => {
  const service = await startTestService(t)
  const { body: metrics } = await service.inject({ method: 'GET', url: '/metrics' })
  const { groups } = load(read('alerts.yaml')) as Rules
  const rules = groups.flatMap((group) => group.rules)
  t.ok(rules.length >= 8)
  const routes = new Set(service.routes.map(({ url }) => url))
  for (const { alert, expr, annotations } of rules) {
    t.ok(annotations.summary, alert)
    for (const [name] of expr.matchAll(/\b(?:smartsource|http)_\w+/g))
      t.match(metrics, new RegExp(`^# TYPE ${name.replace(/_(count|bucket|sum)$/, '')} `, 'm'), name)
    for (const [series] of expr.matchAll(/smartsource_\w+\{[^}]+\}/g))
      t.ok(metrics.includes(`${series} `), `${series} exists from the start`)
    for (const [, route = ''] of expr.matchAll(/route="([^"]+)"/g)) t.ok(routes.has(route), route)
  }
})

t.test('the settings and probes of the manifests are those of the service', async (t) => {
  const service = await startTestService(t)
  for (const { env = [], resources, startupProbe, readinessProbe, livenessProbe } of containers) {
    t.ok(resources.limits.memory)
    for (const { name } of env) t.ok(name in configSchema.shape, name)
    for (const probe of [startupProbe, readinessProbe, livenessProbe])
      if (probe) t.equal((await service.inject({ method: 'GET', url: probe.httpGet.path })).status, 200)
  }
})

t.test(
  'the image says its user by number, as Kubernetes asks of containers that must not be root',
  async (t) => {
    const image = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8')
    const users = [...image.matchAll(/^USER (.+)$/gm)].map(([, user]) => user)
    t.ok(containers.every(({ securityContext }) => securityContext.runAsNonRoot))
    t.match(users.at(-1), /^[1-9]\d*$/)
  },
)

t.test('a process has time to leave and to stop before it is killed, and most of them stay up', async (t) => {
  const deployment = manifests.find(({ kind }) => kind === 'Deployment')
  const pod = deployment?.spec.template?.spec
  const env = (pod?.containers[0]?.env ?? []) as { name: string; value?: string }[]
  const delay_ms = Number(env.find(({ name }) => name === 'SHUTDOWN_DELAY_MS')?.value)
  const stop_ms = configSchema.shape.SHUTDOWN_TIMEOUT_MS.parse(undefined)
  t.ok(delay_ms > 0)
  t.ok((pod?.terminationGracePeriodSeconds ?? 0) * 1000 > delay_ms + stop_ms)
  const budget = manifests.find(({ kind }) => kind === 'PodDisruptionBudget')
  t.equal(budget?.spec.minAvailable, (deployment?.spec.replicas ?? 0) - 1)
})
