import type { CohortMessages, cohortActions, cohortRefusals } from '../../desk/cohorts.ts'
import type { DeveloperMessages, developerActions, developerRefusals } from '../../desk/developers.ts'
import type { EngagementMessages, engagementActions, engagementRefusals } from '../../desk/engagements.ts'
import type { FormMessages, formActions, formRefusals } from '../../desk/forms.ts'
import type { ImportMessages, importActions, importRefusals } from '../../desk/imports.ts'
import type { InsightMessages, insightActions, insightRefusals } from '../../desk/insights.ts'
import type { PaperMessages, paperActions, paperRefusals } from '../../desk/papers.ts'
import type { PartyMessages, partyActions, partyRefusals } from '../../desk/parties.ts'
import type { PostingMessages, postingActions, postingRefusals } from '../../desk/postings.ts'
import type { RingMessages, ringActions, ringRefusals } from '../../desk/rings.ts'
import type { SettingMessages, settingActions, settingRefusals } from '../../desk/settings.ts'
import type { SprintMessages, sprintActions, sprintRefusals } from '../../desk/sprints.ts'
import type { StudentMessages, studentActions, studentRefusals } from '../../desk/students.ts'
import type { DeskMessages, FrameMessages, frameActions, frameRefusals } from '../../desk-messages.ts'
import type { Texts } from '../texts.ts'

/** The words of the desk in one language. */
export type DeskTexts = Pick<Texts, keyof DeskMessages>

/** The words of one area: what its pages say, how the log names what was done, and why something was refused. */
interface Area<Messages, Actions extends readonly string[], Refusals extends readonly string[]> {
  words: Pick<Texts, keyof Messages & keyof Texts>
  actions: Readonly<Record<Actions[number], string>>
  refusals: Readonly<Record<Refusals[number], string>>
}

export interface DeskAreas {
  frame: Area<FrameMessages, typeof frameActions, typeof frameRefusals>
  forms: Area<FormMessages, typeof formActions, typeof formRefusals>
  postings: Area<PostingMessages, typeof postingActions, typeof postingRefusals>
  engagements: Area<EngagementMessages, typeof engagementActions, typeof engagementRefusals>
  students: Area<StudentMessages, typeof studentActions, typeof studentRefusals>
  imports: Area<ImportMessages, typeof importActions, typeof importRefusals>
  cohorts: Area<CohortMessages, typeof cohortActions, typeof cohortRefusals>
  rings: Area<RingMessages, typeof ringActions, typeof ringRefusals>
  sprints: Area<SprintMessages, typeof sprintActions, typeof sprintRefusals>
  developers: Area<DeveloperMessages, typeof developerActions, typeof developerRefusals>
  settings: Area<SettingMessages, typeof settingActions, typeof settingRefusals>
  insights: Area<InsightMessages, typeof insightActions, typeof insightRefusals>
  papers: Area<PaperMessages, typeof paperActions, typeof paperRefusals>
  parties: Area<PartyMessages, typeof partyActions, typeof partyRefusals>
}

/** The words of all areas in one. */
export function deskTexts(areas: DeskAreas): DeskTexts {
  const {
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
  } = areas
  const actions = {
    ...frame.actions,
    ...forms.actions,
    ...postings.actions,
    ...engagements.actions,
    ...students.actions,
    ...imports.actions,
    ...cohorts.actions,
    ...rings.actions,
    ...sprints.actions,
    ...developers.actions,
    ...settings.actions,
    ...insights.actions,
    ...papers.actions,
    ...parties.actions,
  }
  const refusals = {
    ...frame.refusals,
    ...forms.refusals,
    ...postings.refusals,
    ...engagements.refusals,
    ...students.refusals,
    ...imports.refusals,
    ...cohorts.refusals,
    ...rings.refusals,
    ...sprints.refusals,
    ...developers.refusals,
    ...settings.refusals,
    ...insights.refusals,
    ...papers.refusals,
    ...parties.refusals,
  }
  return {
    ...frame.words,
    ...forms.words,
    ...postings.words,
    ...engagements.words,
    ...students.words,
    ...imports.words,
    ...cohorts.words,
    ...rings.words,
    ...sprints.words,
    ...developers.words,
    ...settings.words,
    ...insights.words,
    ...papers.words,
    ...parties.words,
    desk_action: ({ action }) => actions[action],
    desk_refusal: ({ code }) => refusals[code],
  }
}
