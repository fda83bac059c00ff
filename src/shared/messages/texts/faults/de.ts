import type { FaultTexts } from './fault-texts.ts'
import { officeFaults } from './offices/de.ts'
import { postingFaults } from './postings/de.ts'
import { refusals } from './refusals/de.ts'
import { requestFaults } from './requests/de.ts'
import { workFaults } from './work/de.ts'

export const de: FaultTexts = {
  ...requestFaults,
  ...postingFaults,
  ...workFaults,
  ...officeFaults,
  ...refusals,
}
