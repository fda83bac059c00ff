import type { FaultTexts } from './fault-texts.ts'
import { officeFaults } from './offices/fr.ts'
import { postingFaults } from './postings/fr.ts'
import { refusals } from './refusals/fr.ts'
import { requestFaults } from './requests/fr.ts'
import { workFaults } from './work/fr.ts'

export const fr: FaultTexts = {
  ...requestFaults,
  ...postingFaults,
  ...workFaults,
  ...officeFaults,
  ...refusals,
}
