import type { BlockedWords } from './blocked-texts.ts'

const NONPROFITS_ONLY =
  'Ehrenamtliche Hilfe ist nur für gemeinnützige Organisationen, sofern das Angebot nichts anderes sagt'
const SUCH_AS = 'etwa eine Lizenz oder eine Zuverlässigkeitsprüfung'

/** The word “aber” belongs to the reasons, because its place depends on their subject. */
export const de: BlockedWords = {
  kinds: {
    volunteer: ['ehrenamtliches Angebot', 'ehrenamtliche Angebote'],
    intern: ['Praktikum', 'Praktika'],
    barter: ['Tauschangebot', 'Tauschangebote'],
    paid: ['bezahltes Angebot', 'bezahlte Angebote'],
  },
  needs: ['Gesuch', 'Gesuche'],
  atLeast: 'Mindestens',
  wouldFitBut: ['würde passen,', 'würden passen,'],
  somethingElseToo: 'Es steht noch etwas anderes im Weg.',
  nothingElseFor: (count) => `Bei ${count} davon steht sonst nichts im Weg.`,
  offersBut: (choose, organizations, { percent }) => {
    const [are, have] = [choose('ist', 'sind'), choose('hat', 'haben')]
    const lie = choose('liegt', 'liegen')
    const notOpen = `${are} aber nicht offen für ${organizations}`
    return {
      kind_not_accepted: 'aber das Gesuch sieht diese Form der Hilfe nicht vor',
      volunteer_for_profit: `${notOpen}: ${NONPROFITS_ONLY}`,
      not_open_to_organization: notOpen,
      not_visible: 'aber das Gesuch ist nur für Sie sichtbar',
      on_site_only: `${are} aber nur vor Ort möglich, und die Arbeit findet aus der Ferne statt`,
      remote_only: `${are} aber nur aus der Ferne möglich, und die Arbeit findet vor Ort statt`,
      place_unknown: 'aber die Entfernung ist nicht bekannt',
      place_out_of_reach: `${are} aber zu weit entfernt`,
      no_shared_language: `${have} aber keine gemeinsame Sprache mit der Organisation`,
      dates_do_not_overlap: `${are} aber im Zeitraum des Gesuchs nicht verfügbar`,
      deadline_passed: 'aber die Frist des Gesuchs ist abgelaufen',
      no_session_fits: `${choose('kann', 'können')} aber zu keinem der Termine kommen`,
      too_few_hours: `${have} aber zu wenige Stunden pro Woche`,
      fully_committed: `${have} aber alle Stunden anderer Arbeit zugesagt`,
      nothing_left: 'aber alle Plätze des Gesuchs sind vergeben',
      must_skill_missing: `${choose('nennt', 'nennen')} aber eine Fähigkeit nicht, die das Gesuch verlangt`,
      requirement_not_held: `aber es fehlt ein Nachweis, den das Gesuch verlangt, ${SUCH_AS}`,
      over_budget: `${lie} aber mehr als ${percent(0.15)} über dem Budget`,
      guardian_consent_missing: `${are} aber von Minderjährigen ohne Einwilligung der Sorgeberechtigten`,
      paid_only: `${are} aber nur für bezahlte Arbeit gedacht, und das Gesuch hat kein Budget`,
      below_pay_floor: `${lie} aber unter der niedrigsten fairen Bezahlung`,
    }
  },
  needsBut: (choose, { percent }) => {
    const [have, ask] = [choose('hat', 'haben'), choose('verlangt', 'verlangen')]
    const come = choose('stammt', 'stammen')
    return {
      kind_not_accepted: `${choose('sieht', 'sehen')} diese Form der Hilfe aber nicht vor`,
      volunteer_for_profit: `${come} aber von ${choose('einem Unternehmen, für das', 'Unternehmen, für die')} das Angebot nicht offen ist: ${NONPROFITS_ONLY}`,
      not_open_to_organization: `${come} aber von ${choose('einer Organisation', 'Organisationen')}, für die das Angebot nicht offen ist`,
      not_visible: 'aber das Angebot ist nur für Sie sichtbar',
      on_site_only: 'aber die Arbeit findet vor Ort statt, und das Angebot ist nur aus der Ferne möglich',
      remote_only: 'aber die Arbeit findet aus der Ferne statt, und das Angebot ist nur vor Ort möglich',
      place_unknown: 'aber die Entfernung ist nicht bekannt',
      place_out_of_reach: `${choose('ist', 'sind')} aber zu weit entfernt`,
      no_shared_language: `${have} aber keine gemeinsame Sprache mit der helfenden Person`,
      dates_do_not_overlap: `${choose('liegt', 'liegen')} aber nicht im Zeitraum des Angebots`,
      deadline_passed: 'aber die Frist ist abgelaufen',
      no_session_fits: `${have} aber keinen Termin, zu dem die helfende Person kommen kann`,
      too_few_hours: `${choose('braucht', 'brauchen')} aber mehr Stunden pro Woche, als das Angebot hat`,
      fully_committed: `${have} aber keinen Platz mehr frei`,
      nothing_left: 'aber alle Stunden des Angebots sind anderer Arbeit zugesagt',
      must_skill_missing: `${ask} aber eine Fähigkeit, die das Angebot nicht nennt`,
      requirement_not_held: `${ask} aber einen Nachweis, den die helfende Person nicht hat, ${SUCH_AS}`,
      over_budget: `aber der Preis liegt mehr als ${percent(0.15)} über dem Budget`,
      guardian_consent_missing:
        'aber die helfende Person ist unter 18, und eine Einwilligung der Sorgeberechtigten fehlt',
      paid_only: `${have} aber kein Budget, und das Praktikum muss bezahlt sein`,
      below_pay_floor: 'aber der Preis liegt unter der niedrigsten fairen Bezahlung',
    }
  },
}
