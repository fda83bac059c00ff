import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import root, { type Test } from 'tap'

const FILE_TIMEOUT_MS = 240_000
const SCHEME = 'test-of:'

/** By the URL of a test file: what its `import t from 'tap'` gives it. */
const tests = new Map<string, Test>()

/**
 * Runs test files one after another in this process, each as a subtest with teardowns of its own. Loading the service
 * takes longer than most files run, so they share it. Each file also runs alone: `node FILE`.
 */
export function runTogether(files: readonly string[]): void {
  // A module that is made from text can reach this one only through a global.
  Object.assign(globalThis, { testOf: (url: string) => tests.get(url) })
  registerHooks({ resolve: resolveTap, load: loadTap })
  // Each file has a limit of its own.
  root.setTimeout(0)
  for (const file of files)
    root.test(file, { timeout: FILE_TIMEOUT_MS }, async (t) => {
      const { href } = pathToFileURL(file)
      tests.set(href, t)
      await import(href)
    })
}

type Hooks = Required<Parameters<typeof registerHooks>[0]>

const resolveTap: Hooks['resolve'] = (specifier, context, nextResolve) =>
  specifier === 'tap' && tests.has(context.parentURL ?? '')
    ? { url: `${SCHEME}${context.parentURL}`, shortCircuit: true }
    : nextResolve(specifier, context)

const loadTap: Hooks['load'] = (url, context, nextLoad) => {
  if (!url.startsWith(SCHEME)) return nextLoad(url, context)
  const source = `export default testOf(${JSON.stringify(url.slice(SCHEME.length))})`
  return { format: 'module', source, shortCircuit: true }
}
