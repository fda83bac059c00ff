import { en as cohorts } from './cohorts/en.ts'
import { deskTexts } from './desk-texts.ts'
import { en as developers } from './developers/en.ts'
import { en as engagements } from './engagements/en.ts'
import { en as forms } from './forms/en.ts'
import { en as frame } from './frame/en.ts'
import { en as imports } from './imports/en.ts'
import { en as insights } from './insights/en.ts'
import { en as papers } from './papers/en.ts'
import { en as parties } from './parties/en.ts'
import { en as postings } from './postings/en.ts'
import { en as rings } from './rings/en.ts'
import { en as settings } from './settings/en.ts'
import { en as sprints } from './sprints/en.ts'
import { en as students } from './students/en.ts'

export const en = deskTexts({
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
