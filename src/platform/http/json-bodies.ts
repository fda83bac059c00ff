import { refusalOfJson } from '../../shared/json-shape.ts'
import type { App } from './app-type.ts'

/** Every media type of JSON that a body may have. */
const JSON_TYPES = ['application/json', 'application/merge-patch+json']

/** Parses JSON bodies. Refuses dangerous keys, and JSON of a costly shape before it is parsed. */
export function parseJsonBodies(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>(JSON_TYPES, { parseAs: 'string' }, (request, body, done) => {
    const refusal = refusalOfJson(body)
    if (refusal) done(refusal)
    else parse(request, body, done)
  })
}
