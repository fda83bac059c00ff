import { html, type Part } from '../../../shared/html.ts'
import { isId, prefixes } from '../../../shared/ids.ts'
import type { AuditEntry } from '../audit/audit.repository.ts'
import { emptyState, instant, linkButton, table } from '../look/parts.ts'
import type { DeskPage, View } from '../look/view.ts'

const PAGES = {
  ...{ organization: 'organizations', helper: 'helpers', need: 'needs', offer: 'offers' },
  ...{ introduction: 'introductions', engagement: 'engagements', ring: 'rings', import: 'imports' },
  ...{ program: 'programs', candidate: 'students', cohort: 'cohorts', placement: 'placements' },
  ...{ webhook_endpoint: 'webhooks' },
} as const satisfies Partial<Record<keyof typeof prefixes, string>>

/** Renders a link to the page of a record, or its id if there is none. The CSV has all ids. */
function linked({ subject, subjectName, action }: AuditEntry, { say }: View): Part {
  if (subjectName !== null) return html`<a href="/desk/team">${subjectName}</a>`
  // Its page went with it.
  if (subject === null || action === 'placement_removed') return subject
  const kind = Object.entries(prefixes).find(([, prefix]) => isId(prefix, subject))?.[0]
  const page = Object.entries(PAGES).find(([one]) => one === kind)?.[1]
  if (!page) return subject
  return html`<a href="/desk/${page}/${subject}">${say('desk_show')}<span class="unseen">: ${say('desk_action', { action })}</span></a>`
}

/** Lists who did what at the desk, latest first. */
export function logPage(
  { entries, nextUrl }: { entries: readonly AuditEntry[]; nextUrl: string | null },
  view: View,
): DeskPage {
  const { say } = view
  const rows = entries.map((one) => [
    instant(one.occurredAt, view),
    one.staffName ?? say('desk_operator'),
    say('desk_action', { action: one.action }),
    linked(one, view),
  ])
  return {
    title: say('desk_audit'),
    main: html`<p>${say('desk_audit_lead')}</p>${
      rows.length === 0
        ? emptyState(say('desk_audit_empty'))
        : table({
            caption: say('desk_audit'),
            columns: [
              say('desk_audit_when'),
              say('desk_audit_who'),
              say('desk_audit_what'),
              say('desk_audit_record'),
            ],
            rows,
          })
    }<div class="actions">${nextUrl && linkButton(nextUrl, say('desk_more'))}${linkButton('/desk/log.csv', say('desk_download_csv'))}</div>`,
  }
}
