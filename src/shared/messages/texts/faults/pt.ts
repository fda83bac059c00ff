import type { FaultTexts } from './fault-texts.ts'
import { officeFaults } from './offices/pt.ts'
import { postingFaults } from './postings/pt.ts'
import { refusals } from './refusals/pt.ts'
import { requestFaults } from './requests/pt.ts'
import { workFaults } from './work/pt.ts'

export const pt: FaultTexts = {
  ...requestFaults,
  ...postingFaults,
  ...workFaults,
  ...officeFaults,
  ...refusals,
}
