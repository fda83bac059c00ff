import { z } from 'zod'
import type { RequestContext } from '../../../platform/http/index.ts'
import { type CsvFile, pagesOf } from '../../../platform/http/index.ts'
import { isId } from '../../../shared/ids.ts'
import { issueText } from '../../../shared/issue-messages.ts'
import { type AuditEntry, createAuditRepository } from '../audit/audit.repository.ts'
import type { DeskPages } from '../desk-pages.ts'
import { logPage } from '../pages/log-page.ts'

const SHOWN = 50
const query = {
  before: z
    .string()
    .refine((id) => isId('change', id), issueText('fault_said', { what: 'entry_id' }))
    .optional(),
}

/** Adds the log of the desk, as a page and as CSV. */
export function addLogPages(pages: DeskPages): void {
  pages.show('/desk/log', { role: 'admin', query }, async (ctx, { query: { before }, view }) => {
    const rows = await readLog(ctx, { limit: SHOWN + 1, before })
    const entries = rows.slice(0, SHOWN)
    const last = rows.length > SHOWN ? entries.at(-1) : undefined
    return logPage({ entries, nextUrl: last ? `/desk/log?before=${last.id}` : null }, view)
  })
  pages.download('/desk/log.csv', { role: 'admin' }, (ctx) => logFile(ctx))
}

function logFile(ctx: RequestContext): CsvFile {
  const read = (limit: number, last: AuditEntry | undefined) => readLog(ctx, { limit, before: last?.id })
  return {
    name: 'log',
    columns: ['occurred_at', 'staff_id', 'staff_name', 'action', 'subject', 'subject_name'],
    pages: cellsOf(pagesOf(read)),
  }
}

async function* cellsOf(pages: AsyncIterable<readonly AuditEntry[]>) {
  for await (const rows of pages)
    yield rows.map((one) => [
      one.occurredAt.toISOString(),
      one.staffId,
      one.staffName,
      one.action,
      one.subject,
      one.subjectName,
    ])
}

function readLog(
  { db, actor }: RequestContext,
  { limit, before }: { limit: number; before: string | undefined },
) {
  const id = before !== undefined && isId('change', before) ? before : undefined
  return createAuditRepository(db, actor.partnerId).list({ limit, before: id })
}
