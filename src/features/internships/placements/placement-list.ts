import { type CsvCell, declaredList } from '../../../platform/http/index.ts'
import { placementsListed } from './placements.list.ts'
import { type PlacementShown, placement } from './placements.schemas.ts'
import type { PlacementRow } from './placements.table.ts'
import type { Placements } from './placements.ts'
import { showPlacement } from './show-placement.ts'

const COLUMNS = [
  ...['id', 'cohort_id', 'method', 'status', 'candidates', 'placed'],
  ...['unplaced_not_ranked', 'unplaced_no_match', 'unplaced_no_room', 'unplaced_kept_by_rule'],
  ...['ranks', 'score_sum', 'blocking_pairs', 'needs_closed', 'created_at', 'published_at'],
]

/** Creates the list of a partner's placements, as JSON and as CSV. */
export function placementList(placements: Placements) {
  return declaredList<PlacementRow, PlacementShown>({
    name: 'placements',
    list: placementsListed,
    prefixes: ['placement'],
    item: placement,
    show: showPlacement,
    read: placements.listAll,
    count: placements.countAll,
    csv: {
      description:
        'One row per placement, in the order of creation. `ranks` says how many got their first, second, … choice.',
      columns: COLUMNS,
      cells: async (_ctx, rows) => rows.map((row) => cellsOf(showPlacement(row))),
    },
  })
}

function cellsOf({ unplaced, ...shown }: PlacementShown): CsvCell[] {
  return [
    ...[shown.id, shown.cohort_id, shown.method, shown.status, shown.candidates, shown.placed],
    ...[unplaced.not_ranked, unplaced.no_match, unplaced.no_room, unplaced.kept_by_rule],
    ...[shown.ranks.join('; '), shown.score_sum, shown.blocking_pairs, shown.needs_closed.join('; ')],
    ...[shown.created_at, shown.published_at],
  ]
}
