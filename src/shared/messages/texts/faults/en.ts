import type { FaultTexts } from './fault-texts.ts'
import { officeFaults } from './offices/en.ts'
import { postingFaults } from './postings/en.ts'
import { refusals } from './refusals/en.ts'
import { requestFaults } from './requests/en.ts'
import { workFaults } from './work/en.ts'

export const en: FaultTexts = {
  ...requestFaults,
  ...postingFaults,
  ...workFaults,
  ...officeFaults,
  ...refusals,
}
