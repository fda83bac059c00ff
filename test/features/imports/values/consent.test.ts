import t from 'tap'
import { consentColumn } from '../../../../src/features/imports/columns/consent-headers.ts'
import { readConsent } from '../../../../src/features/imports/values/consent.ts'
import { isRead } from '../../../../src/features/imports/values/reading.ts'

const headers: Record<string, readonly string[]> = {
  share_profile: [
    'Do you give the college permission to share your profile (name, major) with host organizations?',
    'FERPA Release - Profile',
    'Profile Release',
    'OK to share w/ employers?',
    'I consent to my profile being shared',
    '¿Autoriza compartir su perfil con las empresas?',
    "J'accepte que mon profil soit partagé",
    'Einwilligung Profilweitergabe',
    'Acconsente alla condivisione del profilo?',
    'Toestemming profiel delen',
    'Samtycke profil',
    'Zgoda na udostępnienie profilu',
    'Profil paylaşım izni',
    'Consent to share profile (Yes/No) / Consentement au partage du profil (Oui/Non)',
  ],
  share_contact: [
    'May we share your email and phone number with host organizations?',
    'Contact Info Release',
    'I agree that my contact details may be shared',
    "J'accepte que mes coordonnées soient partagées",
    'Einwilligung Kontaktdatenweitergabe',
    'Acconsente alla condivisione dei contatti?',
    'Toestemming contactgegevens delen',
    'İletişim paylaşım izni',
  ],
  share_all: ['Do you consent to share your profile and contact details with employers?'],
  consent_recorded_at: [
    'Signed On',
    'FERPA Release Date',
    'Einwilligung vom',
    'Data del consenso',
    'Datum toestemming',
  ],
  consent_source: ['Release Form', 'Formato de autorización', 'Modulo di consenso'],
}

t.test('a header about consent is understood in whatever words', async (t) => {
  for (const [column, all] of Object.entries(headers))
    for (const header of all) t.equal(consentColumn(header), column, header)
})

t.test('a header about something else, or one that says no, is no consent', async (t) => {
  for (const header of [
    'Photo_Release',
    'Resume Release',
    'Emergency contact release',
    'Do you agree to be contacted by phone?',
    'Do not share my contact details',
    'FERPA directory hold',
    'Release of information signed',
    'Contact phone',
    'Profile',
    'Email on file',
    'I agree to the terms and conditions',
  ])
    t.equal(consentColumn(header), null, header)
})

t.test('an answer in a sentence is a yes or a no only if nothing in it changes that', async (t) => {
  const answerOf = (cell: string) => {
    const reading = readConsent(cell)
    return isRead(reading) ? reading.value : 'unclear'
  }
  for (const cell of [
    'Yes, I give permission',
    'Yes, that is fine',
    'I give my consent to share my contact details with host organizations',
    'Sí autorizo',
    'Ja, ich stimme der Weitergabe zu',
    'Acconsento',
    'Yes / Oui',
    'Opted in',
    'Approved',
    'OK',
  ])
    t.equal(answerOf(cell), true, cell)
  for (const cell of [
    'No thanks',
    'I do not give permission to share my profile',
    'No / Non',
    'Declined',
    'nie',
  ])
    t.equal(answerOf(cell), false, cell)
  for (const cell of [
    'yes if I can see it first',
    'Yes, but not my phone',
    'no problem',
    'not sure',
    'Yes / No',
    'maybe',
  ])
    t.equal(answerOf(cell), 'unclear', cell)
  t.same(answerOf('Share profile, Share contact'), { share_profile: true, share_contact: true })
  t.same(answerOf('Share profile'), { share_profile: true, share_contact: false })
})
