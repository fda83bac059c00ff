const FILE = /\.(csv|svg|ics|json|xml)$/
/** Verbs for methods on a single resource. */
const verbs: Readonly<Record<string, string>> = { GET: 'get', PUT: 'set', PATCH: 'update', DELETE: 'delete' }

/**
 * Returns the name of an operation in generated clients: `GET /v1/needs` is `listNeeds`, `POST
 * /v1/needs/:id/close` is `closeNeed`, `PUT /v1/needs/by-external-id/:external_id` is
 * `upsertNeedByExternalId`.
 */
export function operationIdOf(method: string, url: string, { isList }: { isList: boolean }): string {
  const parts = url.replace(/^\/(v1\/)?/, '').split('/')
  const last = parts.at(-1) ?? ''
  const [, extension] = FILE.exec(last) ?? []
  if (extension !== undefined) {
    const nouns = nounsOf([...parts.slice(0, -1), last.replace(FILE, '')])
    return `${extension === 'csv' ? 'export' : 'get'}${nouns}As${capital(extension)}`
  }
  if (parts.at(-2) === 'by-external-id') return `upsert${singular(nounsOf(parts.slice(0, -2)))}ByExternalId`
  if (method !== 'POST') return `${isList ? 'list' : verbs[method]}${nounsOf(parts)}`
  if (parts.length === 1 || last === 'clearings') return `create${singular(nounsOf(parts))}`
  // An action on a resource, or on the whole collection.
  return words(last, { isFirstSmall: true }) + nounsOf([...parts.slice(0, -1)])
}

/** A resource followed by a parameter is singular: `/needs/:id/matches` becomes `NeedMatches`. */
function nounsOf(parts: readonly string[]): string {
  return parts
    .flatMap((part, at) => {
      if (part.startsWith(':')) return []
      const noun = words(part)
      return [parts[at + 1] === undefined ? noun : singular(noun)]
    })
    .join('')
}

function singular(noun: string): string {
  if (noun.endsWith('Hours')) return noun
  return noun
    .replace(/ies$/, 'y')
    .replace(/ches$/, 'ch')
    .replace(/([^s])s$/, '$1')
}

function words(text: string, { isFirstSmall = false } = {}): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word, at) => (at === 0 && isFirstSmall ? word : capital(word)))
    .join('')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
