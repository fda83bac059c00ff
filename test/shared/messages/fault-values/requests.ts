import {
  faultRelations,
  faultSayings,
  faultTypes,
  faultUnits,
  type RequestFaultMessages,
  zoneReasons,
} from '../../../../src/shared/messages/faults/requests.ts'
import type { AllValues } from './all-values.ts'

const lengths = ['least', 'most', 'exactly'] as const

export const requests: AllValues<RequestFaultMessages> = {
  fault_said: faultSayings.map((what) => ({ what })),
  fault_is_object: [{ names: ['amount_minor', 'currency'] }],
  fault_unknown: (['field', 'parameter'] as const).flatMap((place) => [
    { place, meant: null },
    { place, meant: 'limit_km' },
  ]),
  fault_meant: [{ name: 'limit_km' }],
  fault_type: [
    ...faultTypes.map((type) => ({ types: [type], example: '' })),
    { types: ['text', 'object'], example: '' },
    { types: ['number'], example: '7.5' },
  ],
  fault_not_null: faultTypes.map((type) => ({ type })),
  fault_unquoted: faultTypes.map((type) => ({ type })),
  fault_quote: [{ value: '517' }],
  fault_object_with: [{ names: ['lat_q', 'lon_q'] }],
  fault_choice: [{ choices: ['remote_q', 'onsite_q', 'hybrid_q'] }, { choices: ['need.posted'] }],
  fault_number: faultRelations.map((relation) => ({ relation, value: '-90.5' })),
  fault_multiple: [{ divisor: '0.25' }],
  fault_length: lengths.flatMap((relation) =>
    faultUnits.flatMap((unit) => [
      { relation, count: 1, unit },
      { relation, count: 17, unit },
    ]),
  ),
  fault_one_of_two: [true, false].map((areBoth) => ({ fields: ['need_id', 'offer_id'], areBoth })),
  fault_id_like: [{ prefix: 'need' }],
  fault_id_of: [{ name: 'organization' }, { name: 'helper' }],
  fault_address_id: [
    { prefix: 'need', given: null },
    { prefix: 'need', given: 'helper' },
  ],
  fault_zone: zoneReasons.map((because) => ({ zone: 'America/New_York', because })),
  fault_not_found: [{ name: 'helper' }],
  fault_json_deep: [{ most: 17 }],
  fault_json_keys: [{ most: 917 }],
  fault_after_to: [{ day: '2027-05-14' }],
  fault_weeks_before_to: [{ most: 53, day: '2027-05-14' }],
  fault_event_types_of: [{ resource: 'need', types: ['need.posted', 'need.changed'] }],
  fault_scopes: [{ scopes: ['needs:read', 'needs:write'] }],
  fault_count: [{ count: 1 }, { count: 17 }],
}
