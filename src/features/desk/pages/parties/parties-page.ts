import { html, type Part } from '../../../../shared/html.ts'
import { emptyState, filters, linkButton, table, textField } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'

/** Organizations and helpers, to which needs and offers belong, and programs of students. */
export type PartyKind = 'organization' | 'helper' | 'program'

export interface PartiesShown {
  party: PartyKind
  rows: readonly { id: string; name: string; about: readonly Part[]; at: string }[]
  /** Null if they can't be searched. */
  q: string | undefined | null
  nextUrl: string | null
}

/** Lists the organizations, helpers or programs of the partner, latest first. */
export function partiesPage({ party, rows, q, nextUrl }: PartiesShown, view: View): DeskPage {
  const { say } = view
  const base = `/desk/${party}s`
  const add = view.may('editor') ? linkButton(`${base}/new`, say('desk_new_party', { party })) : undefined
  const search =
    q !== null &&
    filters(base, {
      fields: [textField({ name: 'q', type: 'search', label: say('desk_name'), value: q, maxLength: 200 })],
      submit: say('desk_search'),
    })
  const none = q
    ? emptyState(say('desk_nothing_found'), linkButton(base, say('desk_filter_all')))
    : emptyState(say('desk_parties_empty', { party }), add)
  return {
    title: say('desk_parties', { party }),
    main: html`${rows.length > 0 && html`<p>${add}</p>`}${search}${
      rows.length === 0
        ? none
        : table({
            caption: say('desk_parties', { party }),
            columns: [say('desk_name'), ...aboutColumns(party, view)],
            rows: rows.map(({ name, about, at }) => [html`<a href="${at}">${name}</a>`, ...about]),
          })
    }${nextUrl && linkButton(nextUrl, say('desk_more'))}`,
  }
}

function aboutColumns(party: PartyKind, { say }: View): string[] {
  return party === 'program'
    ? [say('desk_party_word', { word: 'term' }), say('desk_starts'), say('desk_ends')]
    : [say('desk_party_word', { word: 'kind' }), say('desk_place'), say('desk_contact_name')]
}
