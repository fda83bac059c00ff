import Table from 'cli-table3'
import type { MatchPage, NeedRecord, OfferMatch } from '../../features/matches/index.ts'
import type { LoadedMarketplace } from './load-marketplace.ts'

/** Formats a need with its ranked matches as a table, and the command that gets the same from the API. */
export function showDemo(demo: {
  counts: LoadedMarketplace['counts']
  record: NeedRecord
  page: MatchPage<OfferMatch>
  token: string
  address: string
}): string {
  const { counts, record, address } = demo
  const { need, organization } = record
  const lines = [
    '',
    `Example marketplace: ${counts.organizations} organizations post ${counts.needs} needs;`,
    `${counts.helpers} helpers make ${counts.offers} offers.`,
    '',
    `Need: ${need.title}`,
    `      ${organization.name} (${organization.kind.replace('_', ' ')}), ${[organization.location?.city, organization.location?.region].filter(Boolean).join(', ')}`,
    `      wants ${need.skills.map((one) => `${one.skill} (${one.importance})`).join(', ')}`,
    `      accepts ${need.accepts.join(', ')}; ${need.modality}; ${need.hoursPerWeek ?? 'any number of'} hours a week`,
    '',
    tableOf(demo.page.data).toString(),
    ...(demo.page.still_reading ? [demo.page.still_reading.detail] : []),
    '',
    'Get the same from the API (the token is valid for 15 minutes):',
    '',
    `curl -s '${address}/v1/needs/${need.id}/matches?limit=${demo.page.data.length}' -H 'Authorization: Bearer ${demo.token}'`,
    '',
    `Reference page: ${address}/docs`,
  ]
  return lines.join('\n')
}

/** Table width if the output is not a terminal. */
const DEFAULT_COLUMNS = 120

function tableOf(matches: OfferMatch[]) {
  const columns = Math.min(process.stdout.columns ?? DEFAULT_COLUMNS, 140)
  const [offerWidth, costWidth] = columns < 110 ? [18, 14] : [30, 20]
  const reasonWidth = Math.max(20, columns - (4 + 7 + 11 + offerWidth + costWidth) - 7)
  const table = new Table({
    head: ['#', 'Score', 'Kind', 'Offer', 'Costs', 'Because'],
    colWidths: [4, 7, 11, offerWidth, costWidth, reasonWidth],
    wordWrap: true,
    style: { head: [], border: [] },
  })
  for (const [index, match] of matches.entries()) {
    table.push([
      index + 1,
      match.score.toFixed(2),
      match.offer.kind,
      match.offer.title,
      costOf(match),
      [match.summary, ...match.notices.map((notice) => `Note: ${notice.detail}`)].join('\n'),
    ])
  }
  return table
}

const perUnit = { hour: 'an hour', project: 'a project', total: 'in all' }

function costOf({ cost }: OfferMatch): string {
  const parts: string[] = []
  if (cost.money) {
    const digits = new Intl.NumberFormat('en', { style: 'currency', currency: cost.money.currency })
    const fraction = digits.resolvedOptions().maximumFractionDigits ?? 2
    const amount = digits.format(cost.money.amount_minor / 10 ** fraction)
    parts.push(`${amount} ${perUnit[cost.money.unit]}`)
  }
  if (cost.in_kind.length > 0) parts.push(`in return: ${cost.in_kind.map((one) => one.label).join(', ')}`)
  if (parts.length === 0) parts.push('no money')
  if (cost.hours_to_train) parts.push(`about ${cost.hours_to_train} h to train`)
  return parts.join('; ')
}
