import type { z } from 'zod'
import type { document } from './documents.schemas.ts'
import type { DocumentRow } from './documents.table.ts'

export function showDocument(row: DocumentRow): z.output<typeof document> {
  return {
    id: row.id,
    engagement_id: row.engagementId,
    title: row.title,
    url: row.url,
    added_by: row.addedBy,
    created_at: row.createdAt.toISOString(),
  }
}
