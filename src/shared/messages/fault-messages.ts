import type { OfficeFaultMessages } from './faults/offices.ts'
import type { PostingFaultMessages } from './faults/postings.ts'
import type { RefusalMessages } from './faults/refusals.ts'
import type { RequestFaultMessages } from './faults/requests.ts'
import type { WorkFaultMessages } from './faults/work.ts'

/** Messages of faults of requests, by area. */
export interface FaultMessages
  extends RequestFaultMessages,
    PostingFaultMessages,
    WorkFaultMessages,
    OfficeFaultMessages,
    RefusalMessages {}
