import { type Html, html, type Part } from '../../../shared/html.ts'
import { isId } from '../../../shared/ids.ts'

/** The desk's pages of records, by the prefix of their ids. */
const PAGES = [
  ['candidate', 'students'],
  ['need', 'needs'],
  ['offer', 'offers'],
  ['org', 'organizations'],
  ['helper', 'helpers'],
] as const

/** Renders the name of a record, as a link if the desk has a page for it. */
export function recordLink(id: string, name: Part): Html {
  const [, page] = PAGES.find(([prefix]) => isId(prefix, id)) ?? []
  return page ? html`<a href="/desk/${page}/${id}">${name}</a>` : html`${name}`
}
