import { pt as cohorts } from './cohorts/pt.ts'
import { deskTexts } from './desk-texts.ts'
import { pt as developers } from './developers/pt.ts'
import { pt as engagements } from './engagements/pt.ts'
import { pt as forms } from './forms/pt.ts'
import { pt as frame } from './frame/pt.ts'
import { pt as imports } from './imports/pt.ts'
import { pt as insights } from './insights/pt.ts'
import { pt as papers } from './papers/pt.ts'
import { pt as parties } from './parties/pt.ts'
import { pt as postings } from './postings/pt.ts'
import { pt as rings } from './rings/pt.ts'
import { pt as settings } from './settings/pt.ts'
import { pt as sprints } from './sprints/pt.ts'
import { pt as students } from './students/pt.ts'

export const pt = deskTexts({
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
