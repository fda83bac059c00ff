import { didYouMean } from '../../shared/did-you-mean.ts'
import type { App } from './app-type.ts'

/** What is known of the routes of a service, for callers that ask for another one. */
export interface KnownRoutes {
  /** Methods that a path takes, in alphabetical order. Empty for a path of no route. */
  methodsOf(url: string): string[]
  /** The documented path that a path of no route most likely means. */
  nearestPath(url: string): string | undefined
}

interface KnownRoute {
  parts: string[]
  methods: Set<string>
  isHidden: boolean
}

/** Remembers the routes that are registered from now on. */
export function rememberRoutes(app: App): KnownRoutes {
  const routes = new Map<string, KnownRoute>()
  app.addHook('onRoute', ({ url, method, schema }) => {
    // What the reference does not show is no advice.
    const isHidden = schema === undefined || ('hide' in schema && schema.hide === true)
    const known = routes.get(url) ?? { parts: url.split('/'), methods: new Set<string>(), isHidden }
    for (const one of [method].flat()) known.methods.add(one)
    routes.set(url, known)
  })
  return {
    methodsOf(url) {
      const parts = pathOf(url).split('/')
      const found = [...routes.values()].filter((route) => takes(route.parts, parts))
      return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort()
    },
    nearestPath(url) {
      const path = pathOf(url).replace(/(?<=.)\/$/, '')
      const shown = [...routes.values()].filter(({ isHidden }) => !isHidden)
      // Many forget the version, or write it where there is none.
      const meant = [path, `/v1${path}`, path.replace(/^\/v1(?=\/)/, '')]
      return meant.map((one) => nearest(shown, one.split('/'))).find((one) => one !== undefined)
    },
  }
}

function pathOf(url: string): string {
  const [path = ''] = url.split('?')
  return path
}

/** `/v1/needs/:id` takes any text without a slash for the id. A wildcard is no route of its own. */
function takes(route: readonly string[], path: readonly string[]): boolean {
  return (
    route.length === path.length &&
    route.every((part, at) => (part.startsWith(':') ? path[at] !== '' : part === path[at]))
  )
}

/** A route of as many parts, each of which is right or a slip of the pen. */
function nearest(routes: readonly KnownRoute[], path: readonly string[]): string | undefined {
  const near = routes.filter(
    ({ parts }) =>
      parts.length === path.length &&
      parts.every((part, at) => part.startsWith(':') || isMeant(part, path[at])),
  )
  // The one with the fewest ids says most.
  const [best] = near.toSorted((a, b) => idsIn(a.parts) - idsIn(b.parts))
  return best?.parts.map((part) => part.replace(/^:(\w+)/, '{$1}')).join('/')
}

function isMeant(part: string, typed = ''): boolean {
  return part === typed || didYouMean(typed, [part]) !== undefined
}

const idsIn = (parts: readonly string[]) => parts.filter((part) => part.startsWith(':')).length
