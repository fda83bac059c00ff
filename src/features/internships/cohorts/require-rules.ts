import type { Fault } from '../../../shared/errors.ts'
import { validationFailed } from '../../../shared/faults.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import type { CohortInput, CohortRules } from './cohorts.schemas.ts'

type PairRule = CohortRules['locked_pairs'][number]
type Bond = CohortRules['together'][number]
type NeedOfCohort = CohortInput['needs'][number]

/** Throws `validation_failed` for contradictory rules, and for rules that name needs or candidates outside the cohort. */
export function requireRules({ rules, needs, candidate_ids: ids }: CohortInput): void {
  const needIds = new Set<string>(needs.map(({ need_id }) => need_id))
  const candidateIds = ids && new Set<string>(ids)
  const isMember = (id: string) => candidateIds === undefined || candidateIds.has(id)
  const outside = (pairs: readonly PairRule[], field: string) =>
    pairs.flatMap(({ need_id, candidate_id }, at): Fault[] => [
      ...(needIds.has(need_id) ? [] : [notInCohort(`/rules/${field}/${at}/need_id`, 'need')]),
      ...(isMember(candidate_id) ? [] : [notInCohort(`/rules/${field}/${at}/candidate_id`, 'candidate')]),
    ])
  const bonds = (['together', 'apart'] as const).flatMap((field) =>
    rules[field].flatMap(({ candidate_ids }, at): Fault[] => [
      ...(new Set(candidate_ids).size < 2
        ? [invalid(`/rules/${field}/${at}`, message('fault_of_office', { what: 'two_candidates' }))]
        : []),
      ...candidate_ids.flatMap((id, place) =>
        isMember(id) ? [] : [notInCohort(`/rules/${field}/${at}/candidate_ids/${place}`, 'candidate')],
      ),
    ]),
  )
  const faults = [
    ...outside(rules.locked_pairs, 'locked_pairs'),
    ...outside(rules.forbidden_pairs, 'forbidden_pairs'),
    ...lockFaults(rules),
    ...crowdedLockFaults(rules, needs),
    ...separatedLockFaults(rules),
    ...bonds,
    ...bondFaults(rules),
    ...needs.flatMap(minimumFaults),
  ]
  if (faults.length > 0) throw validationFailed(faults)
}

function lockFaults({ locked_pairs: locked, forbidden_pairs: forbidden }: CohortRules): Fault[] {
  const key = ({ candidate_id, need_id }: PairRule) => `${candidate_id} ${need_id}`
  const never = new Set(forbidden.map(key))
  const known = new Set<string>()
  return locked.flatMap((pair, at) => {
    const isTwice = known.has(pair.candidate_id)
    known.add(pair.candidate_id)
    if (isTwice)
      return [invalid(`/rules/locked_pairs/${at}`, message('fault_of_office', { what: 'locked_once' }))]
    if (never.has(key(pair)))
      return [invalid(`/rules/locked_pairs/${at}`, message('fault_of_office', { what: 'pair_forbidden' }))]
    return []
  })
}

/** Returns locked pairs beyond the capacity that the cohort gives their need. The need's own positions may still change. */
function crowdedLockFaults({ locked_pairs: locked }: CohortRules, needs: readonly NeedOfCohort[]): Fault[] {
  const capacityOf = new Map(needs.map(({ need_id, capacity }) => [need_id, capacity]))
  const taken = new Map<string, number>()
  return locked.flatMap(({ need_id }, at) => {
    const count = (taken.get(need_id) ?? 0) + 1
    taken.set(need_id, count)
    const capacity = capacityOf.get(need_id)
    if (capacity === undefined || count <= capacity) return []
    return [
      invalid(`/rules/locked_pairs/${at}`, message('fault_capacity', { most: capacity, isMinimum: false })),
    ]
  })
}

/** Returns bonds that two locked pairs break: apart, but locked at one need; or together at one need, but locked at two. */
function separatedLockFaults({ locked_pairs: locked, together, apart }: CohortRules): Fault[] {
  const needOf = new Map<string, string>(locked.map(({ candidate_id, need_id }) => [candidate_id, need_id]))
  const areAtOneNeed = ({ candidate_ids: [one = '', other = ''] }: { candidate_ids: readonly string[] }) => {
    const [first, second] = [needOf.get(one), needOf.get(other)]
    return one === other || first === undefined || second === undefined ? null : first === second
  }
  const broken = (field: 'apart' | 'together', at: number) =>
    invalid(`/rules/${field}/${at}`, message('fault_locked', { isOneNeed: field === 'apart' }))
  return [
    ...apart.flatMap((bond, at) => (areAtOneNeed(bond) === true ? [broken('apart', at)] : [])),
    ...together.flatMap((bond, at) =>
      bond.at === 'need' && areAtOneNeed(bond) === false ? [broken('together', at)] : [],
    ),
  ]
}

/**
 * Returns contradictory bonds. Two candidates may share an organization but not a need; any other rule excludes its
 * opposite.
 */
function bondFaults({ together, apart }: CohortRules): Fault[] {
  const key = ({ candidate_ids }: Bond) => candidate_ids.toSorted().join(' ')
  const placesOf = Map.groupBy(together, key)
  return apart.flatMap((bond, at) =>
    placesOf.get(key(bond))?.some((other) => other.at === 'need' || bond.at === 'organization')
      ? [invalid(`/rules/apart/${at}`, message('fault_of_office', { what: 'bond_opposite' }))]
      : [],
  )
}

function minimumFaults({ capacity, minimum_positions: least = 0 }: NeedOfCohort, at: number): Fault[] {
  if (capacity === undefined || least <= capacity) return []
  const said = message('fault_capacity', { most: capacity, isMinimum: true })
  return [invalid(`/needs/${at}/minimum_positions`, said)]
}

function invalid(pointer: string, said: Message): Fault {
  return { pointer, code: 'invalid_value', messages: [said] }
}

function notInCohort(pointer: string, name: 'need' | 'candidate'): Fault {
  return { pointer, code: `${name}_not_found`, messages: [message('fault_outside_cohort', { name })] }
}
