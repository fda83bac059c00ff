import { de as cohorts } from './cohorts/de.ts'
import { deskTexts } from './desk-texts.ts'
import { de as developers } from './developers/de.ts'
import { de as engagements } from './engagements/de.ts'
import { de as forms } from './forms/de.ts'
import { de as frame } from './frame/de.ts'
import { de as imports } from './imports/de.ts'
import { de as insights } from './insights/de.ts'
import { de as papers } from './papers/de.ts'
import { de as parties } from './parties/de.ts'
import { de as postings } from './postings/de.ts'
import { de as rings } from './rings/de.ts'
import { de as settings } from './settings/de.ts'
import { de as sprints } from './sprints/de.ts'
import { de as students } from './students/de.ts'

export const de = deskTexts({
  frame,
  forms,
  postings,
  engagements,
  students,
  imports,
  cohorts,
  rings,
  sprints,
  developers,
  settings,
  insights,
  papers,
  parties,
})
