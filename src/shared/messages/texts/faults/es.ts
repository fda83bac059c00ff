import type { FaultTexts } from './fault-texts.ts'
import { officeFaults } from './offices/es.ts'
import { postingFaults } from './postings/es.ts'
import { refusals } from './refusals/es.ts'
import { requestFaults } from './requests/es.ts'
import { workFaults } from './work/es.ts'

export const es: FaultTexts = {
  ...requestFaults,
  ...postingFaults,
  ...workFaults,
  ...officeFaults,
  ...refusals,
}
