import type { App } from './app-type.ts'

/** Methods that a path takes, in alphabetical order. Empty for a path of no route. */
export type MethodsOf = (url: string) => string[]

/** Remembers the routes that are registered from now on. */
export function rememberMethods(app: App): MethodsOf {
  const routes = new Map<string, { parts: string[]; methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    const known = routes.get(url) ?? { parts: url.split('/'), methods: new Set<string>() }
    for (const one of [method].flat()) known.methods.add(one)
    routes.set(url, known)
  })
  return (url) => {
    const [path = ''] = url.split('?')
    const parts = path.split('/')
    const found = [...routes.values()].filter((route) => takes(route.parts, parts))
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort()
  }
}

/** `/v1/needs/:id` takes any text without a slash for the id. A wildcard is no route of its own. */
function takes(route: readonly string[], path: readonly string[]): boolean {
  return (
    route.length === path.length &&
    route.every((part, at) => (part.startsWith(':') ? path[at] !== '' : part === path[at]))
  )
}
