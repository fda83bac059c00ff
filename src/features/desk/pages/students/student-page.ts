import { type Html, html } from '../../../../shared/html.ts'
import { sameNumber } from '../../../../shared/ids.ts'
import type { StudentMessages } from '../../../../shared/messages/index.ts'
import { skillIn } from '../../../../shared/messages/index.ts'
import type { ListedDisclosure } from '../../../disclosures/index.ts'
import type { CandidateRow } from '../../../internships/index.ts'
import { card, emptyState, facts, instant, linkButton, table } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { isDiscoverable, rankedBadge } from './students-page.ts'

interface Log {
  id: CandidateRow['id']
  disclosures: readonly ListedDisclosure[]
  nextUrl: string | null
}

type Word = StudentMessages['desk_student']['word']

/** Shows one student, with the consent and the disclosures. */
export function studentPage(
  { row, program, ...log }: Log & { row: CandidateRow; program: { name: string } },
  view: View,
): DeskPage {
  const at = `/desk/students/${row.id}`
  const word = (word: Word) => view.say('desk_student', { word })
  return {
    title: row.profile.name,
    main: html`<div class="cards">${card({ body: aboutStudent(row, program, view) })}${card({ title: word('consent'), body: consentOf(row, view) })}</div>
${logCard(log, view)}
<div class="actions">${isDiscoverable(row) && linkButton(`/desk/offers/${sameNumber('offer', row.id)}`, view.say('desk_matches'))}${
      view.may('editor') &&
      html`${linkButton(`${at}/export.json`, word('export'), 'quiet')}${linkButton(`${at}/erase`, word('erase'), 'quiet')}`
    }</div>`,
  }
}

/** Shows what is left of an erased student. */
export function erasedStudentPage(log: Log, view: View): DeskPage {
  return {
    title: view.say('desk_students'),
    main: html`<p>${view.say('desk_student', { word: 'erased' })}</p>${logCard(log, view)}`,
  }
}

function aboutStudent(row: CandidateRow, program: { name: string }, view: View): Html {
  const { say, language } = view
  const { profile } = row
  const skills = profile.skills.map((one) => skillIn(typeof one === 'string' ? one : one.skill, language))
  return facts([
    [say('desk_student', { word: 'preferred_name' }), profile.preferred_name],
    [say('desk_student', { word: 'external_id' }), row.externalId],
    [say('desk_contact_email'), profile.email],
    [say('desk_contact_phone'), profile.phone],
    [say('desk_student', { word: 'program' }), program.name],
    [say('desk_status'), rankedBadge(row, view)],
    [say('desk_student', { word: 'majors' }), profile.majors.join(', ')],
    [
      say('desk_student', { word: 'graduates' }),
      profile.graduates_on && say('desk_day', { day: profile.graduates_on }),
    ],
    [say('desk_skills'), skills.join(', ')],
    [say('desk_where'), say('desk_modality', { modality: profile.modality })],
    [say('desk_hours'), profile.hours_per_week],
    [say('desk_student', { word: 'about' }), profile.description],
  ])
}

function consentOf({ profile }: CandidateRow, view: View): Html {
  const { say } = view
  const { consent, age_band: age, guardian_consent: guardian } = profile
  const yesOrNo = (value: boolean) => say('desk_student', { word: value ? 'yes' : 'no' })
  return facts([
    [say('desk_student', { word: 'shares_profile' }), yesOrNo(consent.share_profile)],
    [say('desk_student', { word: 'shares_contact' }), yesOrNo(consent.share_contact)],
    [say('desk_student', { word: 'recorded' }), instant(consent.recorded_at, view)],
    [say('desk_student', { word: 'source' }), consent.source],
    [say('desk_student', { word: 'age' }), age && say('desk_student_age', { age })],
    [
      say('desk_student', { word: 'guardian' }),
      guardian && html`${guardian.given_by}, ${instant(guardian.recorded_at, view)}`,
    ],
  ])
}

function logCard({ id, disclosures, nextUrl }: Log, view: View): Html {
  const { say } = view
  const word = (word: Word) => say('desk_student', { word })
  const title = word('disclosures')
  if (disclosures.length === 0) return html`<h2>${title}</h2>${emptyState(word('no_disclosures'))}`
  return html`<h2>${title}</h2><p>${word('disclosures_lead')}</p>${table({
    caption: title,
    columns: [word('to'), word('what'), word('times'), word('first'), word('last')],
    rows: disclosures.map((one) => [
      one.toPartnerName,
      say('desk_student_shown', { shown: one.shown }),
      one.count,
      instant(one.firstDisclosedAt ?? one.disclosedAt, view),
      instant(one.disclosedAt, view),
    ]),
  })}<div class="actions">${nextUrl && linkButton(nextUrl, say('desk_more'))}${linkButton(`/desk/students/${id}/disclosures.csv`, say('desk_download_csv'))}</div>`
}
