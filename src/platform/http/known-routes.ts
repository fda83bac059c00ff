import { didYouMean, nameWithWords } from '../../shared/did-you-mean.ts'
import type { App } from './app-type.ts'

/** The routes of the service, used to help callers of unknown paths. */
export interface KnownRoutes {
  /** Returns the methods of a path, in alphabetical order. Empty if no route has the path. */
  methodsOf(url: string): string[]
  /** Returns the documented path closest to an unknown one. */
  nearestPath(url: string): string | undefined
}

interface KnownRoute {
  parts: string[]
  methods: Set<string>
  isHidden: boolean
}

/** Collects the routes that are registered from now on. */
export function rememberRoutes(app: App): KnownRoutes {
  const routes = new Map<string, KnownRoute>()
  app.addHook('onRoute', ({ url, method, schema }) => {
    // Routes that the reference hides are not suggested.
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
      // The address of the service and a path are often joined with two slashes.
      const path = pathOf(url)
        .replace(/\/{2,}/g, '/')
        .replace(/(?<=.)\/$/, '')
      const shown = [...routes.values()].filter(({ isHidden }) => !isHidden)
      // Many forget the version, or add it to paths without one.
      const meant = [path, `/v1${path}`, path.replace(/^\/v1(?=\/)/, '')].map((one) => one.split('/'))
      return firstOf(meant, (one) => nearest(shown, one)) ?? firstOf(meant, (one) => deeper(shown, one))
    },
  }
}

function pathOf(url: string): string {
  const [path = ''] = url.split('?')
  return path
}

/** `/v1/needs/:id` accepts any text without a slash as the id. Wildcards are not separate routes. */
function takes(route: readonly string[], path: readonly string[]): boolean {
  return (
    route.length === path.length &&
    route.every((part, at) => (part.startsWith(':') ? path[at] !== '' : part === path[at]))
  )
}

/** Returns the route with the same number of parts, each equal or a likely misspelling. */
function nearest(routes: readonly KnownRoute[], path: readonly string[]): string | undefined {
  const near = routes.filter(
    ({ parts }) =>
      parts.length === path.length &&
      parts.every((part, at) => part.startsWith(':') || isMeant(part, path[at])),
  )
  // The route with the fewest ids is the most specific.
  return shownPath(near.toSorted((a, b) => idsIn(a.parts) - idsIn(b.parts))[0])
}

/** Returns the shortest route that ends like the path: `/v1/disclosures` means those of a candidate. */
function deeper(routes: readonly KnownRoute[], path: readonly string[]): string | undefined {
  const [last = ''] = path.slice(-1)
  const near = routes.filter(({ parts }) => parts.length > path.length && parts.at(-1) === last)
  return shownPath(near.toSorted((a, b) => a.parts.length - b.parts.length)[0])
}

function shownPath(route: KnownRoute | undefined): string | undefined {
  return route?.parts.map((part) => part.replace(/^:(\w+)/, '{$1}')).join('/')
}

/** `rotate` means `rotate-secret`. */
function isMeant(part: string, typed = ''): boolean {
  return (
    part === typed ||
    didYouMean(typed, [part]) !== undefined ||
    (typed !== '' && nameWithWords(typed, [part]) !== undefined)
  )
}

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  return all.map(find).find((one) => one !== undefined)
}

const idsIn = (parts: readonly string[]) => parts.filter((part) => part.startsWith(':')).length
