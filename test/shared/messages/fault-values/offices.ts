import {
  alikeNouns,
  type OfficeFaultMessages,
  officeFaultSayings,
} from '../../../../src/shared/messages/faults/offices.ts'
import type { AllValues } from './all-values.ts'

const alike = { text: 'Zither_q', ids: ['first_q', 'second_q'] }

export const offices: AllValues<OfficeFaultMessages> = {
  fault_of_office: officeFaultSayings.map((what) => ({ what })),
  fault_outside_cohort: [{ name: 'need' }, { name: 'candidate' }],
  fault_capacity: [true, false].map((isMinimum) => ({ most: 17, isMinimum })),
  fault_locked: [{ isOneNeed: true }, { isOneNeed: false }],
  fault_choice_closed: [{ text: 'Zither_q' }],
  fault_named_alike: alikeNouns.flatMap((noun) =>
    [true, false].map((areMore) => ({ noun, ...alike, areMore })),
  ),
  fault_unanswered: [{ id: 'first_q' }],
  fault_answer_choices: [{ choices: ['first_q', 'second_q'] }],
  fault_moves: [{ from: 'program_01q', to: 'program_02q' }],
  fault_approve_for: [{ roles: ['site_q', 'office_q'] }],
  fault_json_object: [{ example: '{"country": "US"}' }],
  fault_option_of: [{ types: ['candidates'] }, { types: ['candidates', 'needs'] }],
  fault_no_email: [{ type: 'needs' }],
  fault_per_row: [{ column: 'external_id' }],
  fault_one_default: [{ column: 'program_id', other: 'program_external_id' }],
  fault_column_unknown: [
    { column: 'zither_q', type: 'needs', meant: null, columns: ['title_q', 'skills_q'] },
    { column: 'zither_q', type: 'needs', meant: 'title_q', columns: ['title_q', 'skills_q'] },
  ],
  fault_detail_kept: [{ column: 'preferred_name' }],
  fault_profile_unknown: [
    { name: 'Usual_q', meant: null },
    { name: 'Usual_q', meant: 'usual_r' },
  ],
  fault_profile_type: [{ name: 'Usual_q', of: 'candidates', wanted: 'needs' }],
  fault_of_record: [{ id: 'need_01q' }],
}
