import { isTooDeep, tooDeep } from '../../shared/json-depth.ts'
import type { App } from './app-type.ts'

/** Every media type of JSON that a body may have. */
const JSON_TYPES = ['application/json', 'application/merge-patch+json']

/** Parses JSON bodies. Refuses dangerous keys, and deep nesting before anything is parsed. */
export function parseJsonBodies(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>(JSON_TYPES, { parseAs: 'string' }, (request, body, done) => {
    if (isTooDeep(body)) done(tooDeep())
    else parse(request, body, done)
  })
}
