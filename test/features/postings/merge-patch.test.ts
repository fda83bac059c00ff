import fc from 'fast-check'
import t from 'tap'
import { mergePatch } from '../../../src/features/postings/merge-patch.ts'

/** RFC 7396, word for word, on maps: no key has a meaning of its own there. */
type Tree = Map<string, Tree | string | null>
const key = fc.constantFrom('a', 'b', '__proto__', 'constructor', 'toString', '1')
const { tree } = fc.letrec<{ tree: Tree; leaf: Tree | string | null }>((tie) => ({
  tree: fc
    .array(fc.tuple(key, tie('leaf')), { maxLength: 4, depthIdentifier: 'tree' })
    .map((entries) => new Map(entries)),
  leaf: fc.oneof({ maxDepth: 3, depthIdentifier: 'tree' }, fc.constantFrom('x', 'y', null), tie('tree')),
}))

function oracle(target: Tree | string | null | undefined, patch: Tree | string | null): Tree | string | null {
  if (!(patch instanceof Map)) return patch
  const result: Tree = new Map(target instanceof Map ? target : [])
  for (const [name, value] of patch) {
    if (value === null) result.delete(name)
    else result.set(name, oracle(result.get(name), value))
  }
  return result
}

/** The same tree as JSON reads it. */
function asJson(value: Tree | string | null): string {
  if (!(value instanceof Map)) return JSON.stringify(value)
  return `{${[...value].map(([name, inner]) => `${JSON.stringify(name)}:${asJson(inner)}`).join()}}`
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .map(([name, inner]) => [name, sorted(inner)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
}

t.test(
  'a merge patch gives what RFC 7396 says, whatever the keys are, and changes neither side',
  async () => {
    fc.assert(
      fc.property(tree, tree, (target, patch) => {
        const given = [JSON.parse(asJson(target)), JSON.parse(asJson(patch))]
        const result = mergePatch(given[0], given[1])
        t.strictSame(sorted(result), sorted(JSON.parse(asJson(oracle(target, patch)))))
        t.strictSame(given.map(sorted), [JSON.parse(asJson(target)), JSON.parse(asJson(patch))].map(sorted))
      }),
      { numRuns: 500 },
    )
  },
)
