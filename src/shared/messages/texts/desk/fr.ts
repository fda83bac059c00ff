import { fr as cohorts } from './cohorts/fr.ts'
import { deskTexts } from './desk-texts.ts'
import { fr as developers } from './developers/fr.ts'
import { fr as engagements } from './engagements/fr.ts'
import { fr as forms } from './forms/fr.ts'
import { fr as frame } from './frame/fr.ts'
import { fr as imports } from './imports/fr.ts'
import { fr as insights } from './insights/fr.ts'
import { fr as papers } from './papers/fr.ts'
import { fr as parties } from './parties/fr.ts'
import { fr as postings } from './postings/fr.ts'
import { fr as rings } from './rings/fr.ts'
import { fr as settings } from './settings/fr.ts'
import { fr as sprints } from './sprints/fr.ts'
import { fr as students } from './students/fr.ts'

export const fr = deskTexts({
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
