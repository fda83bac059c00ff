import { Counter, Gauge, type Registry } from 'prom-client'
import type { TermSimilarityStatus } from './term-similarity.ts'

/** Prometheus metrics of the comparison of terms, read on each scrape. */
export function addTermSimilarityMetrics(register: Registry, status: () => TermSimilarityStatus): void {
  const registers = [register]
  new Gauge({
    name: 'smartsource_terms',
    help: 'Skill labels by progress of their comparison',
    labelNames: ['state'],
    registers,
    collect() {
      const { compared, waiting, givenUp } = status()
      this.set({ state: 'compared' }, compared)
      this.set({ state: 'waiting' }, waiting)
      this.set({ state: 'given_up' }, givenUp)
    },
  })
  new Counter({
    name: 'smartsource_embeddings_requests_total',
    help: 'Calls to the embeddings endpoint',
    labelNames: ['outcome'],
    registers,
    collect() {
      const { asked, failed } = status()
      this.reset()
      this.inc({ outcome: 'answered' }, asked - failed)
      this.inc({ outcome: 'failed' }, failed)
    },
  })
  new Gauge({
    name: 'smartsource_embeddings_breaker_open',
    help: '1 while calls to the embeddings endpoint are paused after too many failures',
    registers,
    collect() {
      this.set(status().isBreakerOpen ? 1 : 0)
    },
  })
}
