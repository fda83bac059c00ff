import { type Expansions, requireScope } from '../../platform/http/index.ts'
import { createIntroductionsRepository, partyExpansions, showIntroduction } from '../introductions/index.ts'
import type { EngagementRow } from './engagements.table.ts'

export const engagementExpansions: Expansions<EngagementRow> = {
  ...partyExpansions<EngagementRow>(() => true),
  async introduction({ db, actor }, rows, language) {
    requireScope(actor, 'introductions:read')
    const { partnerId } = actor
    const ids = rows.map(({ introductionId }) => introductionId)
    const found = await createIntroductionsRepository(db).findAll(partnerId, ids)
    const byId = new Map(found.map((row) => [row.id, showIntroduction(row, { partnerId, language })]))
    return ({ introductionId }) => byId.get(introductionId) ?? null
  },
}
