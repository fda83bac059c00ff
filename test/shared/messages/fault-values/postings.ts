import {
  endpointFaults,
  type PostingFaultMessages,
  postingFaultSayings,
} from '../../../../src/shared/messages/faults/postings.ts'
import type { AllValues } from './all-values.ts'

export const postings: AllValues<PostingFaultMessages> = {
  fault_of_posting: postingFaultSayings.map((what) => ({ what })),
  fault_session_positions: [{ most: 917 }],
  fault_positions_differ: [{ sum: 17 }],
  fault_clocks_skip: [{ zone: 'America/New_York', from: '02:00', to: '03:00' }],
  fault_clocks_twice: [
    { zone: 'America/New_York', first: '2027-11-07T01:30-04:00', second: '2027-11-07T01:30-05:00' },
  ],
  fault_merged: [true, false].map((isExternal) => ({ name: 'helper', id: 'helper_01q', isExternal })),
  fault_merged_into: [{ id: 'helper_01q' }],
  fault_merge_itself: [{ name: 'helper' }],
  fault_same_row: [{ name: 'helper' }],
  fault_external_id_taken: [{ name: 'helper' }],
  fault_too_many_moved: [{ from: 'helper_01q', kept: 'helper_02q', most: 917 }],
  fault_names_helper: [
    { id: 'org_01q', helper: 'helper_01q' },
    { id: 'org_01q', helper: null },
  ],
  fault_in_program: [{ id: 'candidate_01q', program: 'program_01q' }],
  fault_both_accepted: [{ kept: 'introduction_01q', moved: 'introduction_02q', need: 'need_01q' }],
  fault_same_party: (['introduction', 'ring'] as const).flatMap((record) =>
    [true, false].map((isOpen) => ({ record, id: `${record}_01q`, isOpen })),
  ),
  fault_raise_limit: [{ id: 'helper_01q' }],
  fault_endpoint: endpointFaults.map((what) => ({ what, firstPort: 1024, most: 2048 })),
  fault_colour_light: [{ darker: '#1d5f3f' }],
}
