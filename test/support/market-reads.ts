/**
 * Statements that reach rows of many tenants. Each asks every shard, so none may be part of an ordinary request of a partner.
 * Anything else names its partner.
 */
const reads: readonly { text: RegExp; because: string }[] = [
  {
    text: /^select "partner_id", "id", "alert_min_score" from "(needs|offers)" where/,
    because: 'alerts are asked for by postings of all partners',
  },
  {
    text: / where (\(+\$\d+ = any\("(organizations|helpers)"|"candidates"\."profile" -> 'blocked_organization_ids' \?)/,
    because: 'a record that is merged may be named by helpers, organizations and candidates of all partners',
  },
  {
    text: / where \(*("cohorts"\."organizations" @> |"preferences"\."id" = |"placement_results"\."organization_id" = )/,
    because: 'an organization that is merged may be named by cohorts, choices and results of all offices',
  },
  {
    text: /from "merged_records" where \("merged_records"\."kind" = \$1 and "merged_records"\."id" = any/,
    because: 'a cohort may name the organizations of any partner, which may have been merged',
  },
  {
    text: /from "merged_records" where "merged_records"\."id" = any/,
    because: 'a party may know or block parties of any partner, which may have been merged',
  },
  {
    text: /^select .* from "placements" where "placements"\."state" = \$1 order by/,
    because: 'periodic work publishes the placements of all offices',
  },
]

export function isOfWholeMarket(text: string): boolean {
  return reads.some((read) => read.text.test(text))
}

/** COPY and changes of tables are not planned; neither is what reads the temporary tables of a connection. */
export function isPlanned(text: string): boolean {
  return /^\(?(select|insert|update|delete|with)\b/i.test(text) && !text.includes('staged_')
}
