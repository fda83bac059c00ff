import type { Writer } from '../writer.ts'
import { adviceTexts } from './advice/advice-texts.ts'
import { de as advice } from './advice/de.ts'
import { blockedTexts } from './blocked/blocked-texts.ts'
import { de as blocked } from './blocked/de.ts'
import { de as desk } from './desk/de.ts'
import { de as faults } from './faults/de.ts'
import type { Texts } from './texts.ts'

const KINDS = {
  volunteer: 'ehrenamtliche Hilfe',
  intern: 'Praktika',
  barter: 'Tausch',
  paid: 'bezahlte Hilfe',
}
/** In the accusative, which is the nominative of these plurals. */
const ORGANIZATIONS = {
  solopreneur: 'Soloselbstständige',
  small_business: 'kleine Unternehmen',
  nonprofit: 'gemeinnützige Organisationen',
}
const DATIVE_ORGANIZATIONS = {
  solopreneur: 'Soloselbstständigen',
  small_business: 'kleinen Unternehmen',
  nonprofit: 'gemeinnützigen Organisationen',
}
const ONE_ORGANIZATION = {
  solopreneur: 'eine soloselbstständige Person',
  small_business: 'ein kleines Unternehmen',
  nonprofit: 'eine gemeinnützige Organisation',
}
const PARTIES = { helper: 'Die helfende Person', organization: 'Die Organisation' }
const SIDES = { need: 'das Gesuch', offer: 'das Angebot' }
const OF_SIDES = { need: 'des Gesuchs', offer: 'des Angebots' }
const STATUSES = { filled: 'besetzt', paused: 'pausiert', closed: 'geschlossen' }
const PER = { hour: ' pro Stunde', project: ' für das Projekt', total: ' insgesamt' }

const hours = (count: number, { number, noun }: Writer) =>
  `${number(count)} ${noun(count, 'Stunde', 'Stunden')}`
const quoted = (words: readonly string[], { list }: Writer) => list(words.map((word) => `„${word}“`))
const about = (isApproximate: boolean) => (isApproximate ? 'etwa ' : '')
const sidesOf = (sides: readonly ('need' | 'offer')[], { list }: Writer) =>
  list(sides.map((side) => SIDES[side]))

function requirement(name: string): string {
  if (name === 'age_over_18') return 'ein Alter über 18 Jahren'
  if (name.startsWith('age_over_')) return `ein Alter von mindestens ${name.slice('age_over_'.length)} Jahren`
  if (name === 'background_check') return 'eine Zuverlässigkeitsprüfung'
  if (name.startsWith('licence:')) return `die Lizenz „${name.slice('licence:'.length)}“`
  return name.replaceAll('_', ' ')
}

export const de: Texts = {
  // Reasons
  skills_offered: ({ skills }, { list }) =>
    `Bietet ${list(skills.map(({ offered, closeTo }) => (closeTo ? `${offered} (verwandt mit ${closeTo})` : offered)))}.`,
  skills_in_text: ({ skills }, { list }) =>
    `Scheint sich nach dem Text des Angebots mit ${list(skills)} auszukennen.`,
  skills_not_listed: ({ skills, more }, { list, number }) =>
    `Nicht genannt: ${list(more > 0 ? [...skills, `${number(more)} weitere`] : skills)}.`,
  causes_shared: ({ causes }, { list }) => `Der ehrenamtlichen Person liegt am Herzen: ${list(causes)}.`,
  causes_differ: ({ causes }, { list }) =>
    `Die ehrenamtliche Person bevorzugt andere Anliegen: ${list(causes)}.`,
  goals_taught: ({ skills }, { list }) => `Im Praktikum lässt sich hier ${list(skills)} lernen.`,
  goals_not_taught: ({ skills }, { list }) =>
    `Im Praktikum soll ${list(skills)} gelernt werden, was diese Arbeit nicht vermittelt.`,
  return_given: ({ skills }, { list }) => `Die Organisation kann im Gegenzug ${list(skills)} bieten.`,
  return_not_given: ({ skills }, { list }) =>
    `Die helfende Person wünscht im Gegenzug ${list(skills)}, was die Organisation nicht bietet.`,
  nothing_in_return: () => 'Die Organisation bietet bisher nichts im Gegenzug.',
  rate_within_budget: () => 'Der Preis liegt im Budget.',
  rate_above_budget: ({ share }, { percent }) =>
    `Der Preis liegt ${share === null ? 'etwas' : percent(share)} über dem Budget.`,
  engagements_completed: ({ party, completed, total }, { number, noun }) =>
    `${PARTIES[party]} hat ${number(completed)} von ${number(total)} ${noun(total, 'Einsatz', 'Einsätzen')} abgeschlossen.`,
  introductions_answered: ({ party, answered, total, hours: taken }, write) =>
    `${PARTIES[party]} hat ${write.number(answered)} von ${write.number(total)} ${write.noun(total, 'Anfrage', 'Anfragen')} beantwortet, im Schnitt nach ${hours(taken, write)}.`,
  introductions_ignored: ({ party, total }, { number, noun }) =>
    `${PARTIES[party]} hat keine von ${number(total)} ${noun(total, 'Anfrage', 'Anfragen')} beantwortet.`,
  quick_answers_count: () => 'Die Frist läuft bald ab, deshalb zählen schnelle Antworten mehr.',
  already_connected: () => 'Die Organisation und die helfende Person kennen sich bereits.',
  same_partner: () => 'Beide nutzen dieselbe Plattform.',
  texts_about_the_same: () => 'In beiden Texten geht es um dasselbe.',
  texts_about_similar: () => 'In beiden Texten geht es um Ähnliches.',
  posted: ({ needDaysAgo, offerDaysAgo }, { daysAgo }) =>
    needDaysAgo === offerDaysAgo
      ? `Beide wurden ${daysAgo(needDaysAgo)} veröffentlicht.`
      : `Das Gesuch wurde ${daysAgo(needDaysAgo)} veröffentlicht, das Angebot ${daysAgo(offerDaysAgo)}.`,
  remote_hours_shared: ({ hours: shared }, { number, noun }) =>
    `Aus der Ferne, mit ${number(shared)} ${noun(shared, 'gemeinsamen Arbeitsstunde', 'gemeinsamen Arbeitsstunden')} am Tag.`,
  apart: ({ km, isApproximate }, write) =>
    write.capitalized(`${about(isApproximate)}${write.km(km)} voneinander entfernt.`),
  same_area: () => 'In derselben Gegend.',
  same_place: () => 'Am selben Ort.',
  hours_enough: ({ wanted }, write) => `Hat die nötige Zeit: ${hours(wanted, write)} pro Woche.`,
  hours_in_part: ({ offered, wanted }, write) =>
    `Hat ${write.number(offered)} von ${hours(wanted, write)} pro Woche, die nötig sind.`,
  times_shared: ({ hours: shared }, write) =>
    `${hours(shared, write)} in der Woche ${write.noun(shared, 'passt', 'passen')} beiden.`,
  no_time_shared: () => 'Keine Zeit in der Woche passt beiden.',
  sessions_attended: ({ attended, sessions }, { number }) =>
    attended === sessions
      ? `Kann ${sessions === 1 ? 'zum Termin' : `zu allen ${number(sessions)} Terminen`} kommen.`
      : `Kann zu ${number(attended)} von ${number(sessions)} Terminen kommen.`,
  words_shared: ({ words }, write) => `Beide Texte nennen ${quoted(words, write)}.`,
  words_near: ({ words }, write) =>
    `Das Angebot nennt ${quoted(words, write)}, ähnlich wie der Text des Gesuchs.`,
  skills_in_both_texts: ({ skills }, { list }) => `In beiden Texten geht es um ${list(skills)}.`,

  // Blockers
  kind_not_accepted: ({ kind }) => `Das Gesuch sieht diese Form nicht vor: ${KINDS[kind]}.`,
  not_visible: ({ sides }, write) =>
    sides.length > 1
      ? `${write.capitalized(sidesOf(sides, write))} sind nur auf der jeweils eigenen Plattform sichtbar.`
      : `${write.capitalized(sidesOf(sides, write))} ist nur auf der eigenen Plattform sichtbar.`,
  blocked: () =>
    'Die Organisation oder die helfende Person hat darum gebeten, nicht mit der anderen zusammengebracht zu werden.',
  declined: () => 'Eine Vermittlung zwischen diesem Gesuch und diesem Angebot wurde abgelehnt.',
  no_shared_language: ({ organization, helper }, { list, language }) =>
    `Sprachen der Organisation: ${list(organization.map(language))}. Sprachen der helfenden Person: ${list(helper.map(language))}.`,
  volunteer_for_profit: ({ organization }) =>
    `Diese ehrenamtliche Person hat nicht zugestimmt, ${ORGANIZATIONS[organization]} unbezahlt zu unterstützen.`,
  not_open_to_organization: ({ openTo }, { list }) =>
    `Das Angebot gilt nur für ${list(openTo.map((kind) => ORGANIZATIONS[kind]))}.`,
  over_budget: ({ cost, budget, unit }, { money }) =>
    `Die Hilfe kostet ${money(cost)}${PER[unit]}, das Budget beträgt aber ${money(budget)}.`,
  guardian_consent_missing: () =>
    'Die helfende Person ist unter 18, und keine Einwilligung der Sorgeberechtigten ist vermerkt.',
  paid_only: () => 'Das Praktikum muss bezahlt sein, das Gesuch hat aber kein Budget.',
  below_pay_floor: ({ country: code, floor, source, year }, { country, money }) =>
    `Der Preis liegt unter der niedrigsten fairen Bezahlung am Wohnort der helfenden Person (${country(code)}): ${money(floor)} pro Stunde (${source}, ${year}).`,
  work_on_site: () => 'Die Arbeit findet vor Ort statt, diese Person arbeitet aber aus der Ferne.',
  work_remote: () => 'Die Arbeit findet aus der Ferne statt, diese Person arbeitet aber nur vor Ort.',
  distance_unknown: () =>
    'Die Entfernung zwischen der Organisation und der helfenden Person ist nicht bekannt.',
  place_out_of_reach: ({ km: distance, limitKm, isApproximate }, { km }) =>
    `Die Organisation und die helfende Person sind ${about(isApproximate)}${km(distance)} voneinander entfernt; die Grenze liegt bei ${km(limitKm)}.`,
  must_skill_missing: ({ skills }, { list }) =>
    `Das Gesuch verlangt ${list(skills)}, und das Angebot enthält nichts, was dem nahe genug kommt.`,
  nothing_in_common: () =>
    'Gesuch und Angebot haben keine Fähigkeit gemeinsam, und kein Wort aus Titel oder Anfang des Angebots steht im Gesuch.',
  requirement_not_held: ({ requirements, day: from }, { list, day }) =>
    `Das Gesuch verlangt ${list(requirements.map(requirement))}. Am ${day(from)} wird die helfende Person das nicht haben.`,
  ended: ({ side, day: end }, { day, capitalized }) => `${capitalized(SIDES[side])} endete am ${day(end)}.`,
  helper_starts_too_late: ({ startsOn, endsOn }, { day }) =>
    `Die helfende Person kann am ${day(startsOn)} anfangen, das Gesuch endet aber am ${day(endsOn)}.`,
  helper_ends_too_early: ({ startsOn, endsOn }, { day }) =>
    `Das Gesuch beginnt am ${day(startsOn)}, das Angebot endet aber am ${day(endsOn)}.`,
  ends_before_start: () => 'Das Gesuch oder das Angebot endet, bevor es beginnt.',
  no_day_free: ({ startsOn, endsOn }, { day }) =>
    endsOn === null
      ? `Die helfende Person ist ab dem ${day(startsOn)} an keinem Tag verfügbar.`
      : `Die helfende Person ist vom ${day(startsOn)} bis zum ${day(endsOn)} an keinem Tag verfügbar.`,
  no_session_fits: ({ sessions }, { number }) =>
    sessions === 1
      ? 'Die helfende Person kann zum Termin, der noch einen Platz hat, nicht kommen.'
      : `Die helfende Person kann zu keinem der ${number(sessions)} Termine kommen, die noch einen Platz haben.`,
  sessions_over: () => 'Alle Termine mit freien Plätzen sind vorbei.',
  deadline_passed: ({ atMs }, { instant }) => `Die Frist des Gesuchs ist abgelaufen: ${instant(atMs)}.`,
  too_few_hours: ({ wanted, offered }, write) =>
    `Das Gesuch braucht ${hours(wanted, write)} pro Woche, das Angebot hat aber nur ${hours(offered, write)}.`,
  too_few_hours_left: ({ wanted, left, offered }, write) =>
    `Das Gesuch braucht ${hours(wanted, write)} pro Woche. Von ${hours(offered, write)} des Angebots lässt andere Arbeit nur ${write.number(left)} übrig.`,
  fully_committed: ({ offered }, write) =>
    `Andere Arbeit beansprucht die vollen ${hours(offered, write)} pro Woche, die das Angebot hat.`,
  positions_taken: () => 'Alle Plätze des Gesuchs sind vergeben.',
  not_open: ({ side, status }, { capitalized }) => `${capitalized(SIDES[side])} ist ${STATUSES[status]}.`,
  not_available: () =>
    'Diese Vermittlung ist nicht möglich, aus einem Grund, den nur die andere Plattform erfahren darf.',

  // Smallest changes
  accept_kind: ({ kind }) => `Lassen Sie diese Form zu: ${KINDS[kind]}.`,
  show_to_network: ({ sides }, write) => `Zeigen Sie ${sidesOf(sides, write)} dem ganzen Netzwerk.`,
  remove_block: () => 'Heben Sie die Sperre auf.',
  post_again: () =>
    'Veröffentlichen Sie ein neues Angebot oder Gesuch, falls sich die Umstände geändert haben.',
  add_language: ({ language: tag }, { language }) =>
    `Ergänzen Sie bei der helfenden Person diese Sprache, falls sie sie spricht: ${language(tag)}.`,
  open_to_business_or_accept_others: ({ organization }) =>
    `Bitten Sie die ehrenamtliche Person, ihr Angebot für ${ORGANIZATIONS[organization]} zu öffnen, oder lassen Sie Praktika, Tausch oder bezahlte Hilfe zu.`,
  open_to_organization: ({ organization }) => `Öffnen Sie das Angebot für ${ORGANIZATIONS[organization]}.`,
  raise_budget: ({ cost, unit }, { money }) => `Erhöhen Sie das Budget auf ${money(cost)}${PER[unit]}.`,
  record_guardian_consent: () => 'Vermerken Sie die Einwilligung der Sorgeberechtigten.',
  add_budget: () => 'Ergänzen Sie im Gesuch ein Budget.',
  raise_rate: ({ floor }, { money }) => `Verlangen Sie mindestens ${money(floor)} pro Stunde.`,
  make_hybrid: () =>
    'Machen Sie das Gesuch hybrid: Die helfende Person wohnt nah genug, um gelegentlich zu kommen.',
  make_remote: () => 'Lassen Sie Arbeit aus der Ferne zu.',
  make_remote_for_helper: () => 'Lassen Sie Arbeit aus der Ferne zu: So arbeitet diese Person.',
  offer_remote_work: () =>
    'Bitten Sie die helfende Person, Arbeit aus der Ferne oder hybride Arbeit anzubieten.',
  add_coordinates: ({ sides, orPostalCode }) =>
    sides.length > 1
      ? `Ergänzen Sie bei beiden Orten Breiten- und Längengrad, oder dieselbe Stadt${orPostalCode ? ' oder Postleitzahl' : ''}.`
      : `Ergänzen Sie Breiten- und Längengrad am Ort ${sides.map((side) => OF_SIDES[side]).join('')}.`,
  raise_distance: ({ sides, km: distance }, { list, km }) =>
    `Erhöhen Sie die Höchstentfernung ${sides.length > 0 ? `${list(sides.map((side) => OF_SIDES[side]))} ` : ''}auf ${km(distance)}.`,
  relax_must: ({ skills }, { list }) =>
    `Markieren Sie ${list(skills)} als „should“ statt „must“, oder bitten Sie die helfende Person, das Angebot zu ergänzen.`,
  add_skill: ({ skill }) =>
    `Bitten Sie die helfende Person, ${skill} im Angebot zu ergänzen, falls sie das kann.`,
  list_skills: () => 'Nennen Sie die Fähigkeiten, die das Gesuch sucht.',
  add_credential: ({ requirements, day: from }, { list, day }) =>
    `Ergänzen Sie bei den Nachweisen der helfenden Person ${list(requirements.map(requirement))}, gültig am ${day(from)}.`,
  extend: ({ side, day: until }, { day }) =>
    `Verlängern Sie ${SIDES[side]} bis zum ${day(until)} oder länger.`,
  extend_need_or_start_earlier: ({ startsOn, endsOn }, { day }) =>
    `Verlängern Sie das Gesuch bis zum ${day(startsOn)}, oder lassen Sie das Angebot spätestens am ${day(endsOn)} beginnen.`,
  extend_offer_or_start_earlier: ({ startsOn, endsOn }, { day }) =>
    `Verlängern Sie das Angebot bis zum ${day(startsOn)}, oder lassen Sie das Gesuch spätestens am ${day(endsOn)} beginnen.`,
  correct_end: () => 'Setzen Sie das Enddatum auf das Startdatum oder später.',
  free_a_day: ({ startsOn, endsOn }, { day }) =>
    endsOn === null
      ? `Tragen Sie einen Tag ab dem ${day(startsOn)} als verfügbar ein.`
      : `Tragen Sie einen Tag vom ${day(startsOn)} bis zum ${day(endsOn)} als verfügbar ein, oder verschieben Sie das Gesuch.`,
  free_for_session: ({ day: on, start, end, timeZone }, { day }) =>
    `Machen Sie die helfende Person am ${day(on)} von ${start} bis ${end} Uhr (${timeZone}) verfügbar, oder fügen Sie einen passenden Termin hinzu.`,
  end_work_at_session: ({ day: on, start, end, timeZone }, { day }) =>
    `Die helfende Person hat am ${day(on)} von ${start} bis ${end} Uhr (${timeZone}) andere Arbeit. Beenden Sie diese, oder fügen Sie einen passenden Termin hinzu.`,
  add_session: () => 'Fügen Sie einen Termin hinzu, der noch bevorsteht.',
  move_deadline: () => 'Verschieben Sie die Frist des Gesuchs, oder entfernen Sie sie.',
  offer_more_hours: ({ hours: least }, write) => `Bieten Sie mindestens ${hours(least, write)} pro Woche an.`,
  free_hours: ({ hours: more }, write) =>
    `Machen Sie mindestens ${hours(more, write)} pro Woche von anderer Arbeit frei, oder erhöhen Sie die Stunden des Angebots und die Grenze der helfenden Person um ebenso viele.`,
  add_position: () => 'Fügen Sie dem Gesuch einen Platz hinzu.',
  reopen: ({ side }) => `Öffnen Sie ${SIDES[side]} wieder.`,
  choose_another: () => 'Wählen Sie einen anderen Treffer.',

  // Why nobody matches
  ...blockedTexts(blocked, ORGANIZATIONS),

  // Notices
  volunteering_for_business: ({ organization }) =>
    `Diese ehrenamtliche Person hilft auch ${DATIVE_ORGANIZATIONS[organization]}. Prüfen Sie die Regeln Ihres Landes für ehrenamtliche Arbeit in Unternehmen.`,
  unpaid_intern_at_business: () =>
    'Für das Praktikum wird keine Vergütung verlangt. Prüfen Sie die Regeln Ihres Landes für unbezahlte Praktika in Unternehmen.',
  credit_required: ({ hours: required }, write) =>
    required === null
      ? 'Das Praktikum muss Leistungspunkte für das Studium bringen.'
      : `Das Praktikum muss Leistungspunkte für das Studium bringen, wofür ${hours(required, write)} nötig sind.`,
  nothing_to_give: ({ skills }, { list }) =>
    `Die helfende Person wünscht im Gegenzug ${list(skills)}, das Gesuch bietet davon aber nichts. Einigen Sie sich zuerst auf etwas anderes.`,
  budget_missing: () => 'Das Gesuch hat kein Budget. Einigen Sie sich zuerst auf die Bezahlung.',
  above_budget: ({ cost, unit, budget, share }, { money, percent }) =>
    `Die helfende Person verlangt ${money(cost)}${PER[unit]}, ${share === null ? 'etwas' : percent(share)} mehr als das Budget von ${money(budget)}.`,
  currencies_differ: ({ budget, rate }) =>
    `Das Budget ist in ${budget} und der Preis in ${rate} angegeben, deshalb wurden sie nicht verglichen.`,
  budget_not_compared: () =>
    'Budget und Preis gelten einmal pro Stunde und einmal pro Projekt. Ergänzen Sie Wochenstunden und beide Daten, um sie zu vergleichen.',
  pay_floor_unknown: ({ country: code }, { country }) =>
    `Die niedrigste faire Bezahlung am Wohnort der helfenden Person (${code === null ? 'kein Land angegeben' : country(code)}) ist nicht bekannt.`,
  pay_floor_not_compared: ({ country: code, because }, { country }) =>
    `Der Preis gilt ${because === 'project' ? 'für ein Projekt' : 'in einer anderen Währung'} und wurde nicht mit der niedrigsten fairen Bezahlung am Wohnort der helfenden Person (${country(code)}) verglichen.`,
  credential_expires: ({ requirement: name, day: until }, { day }) =>
    `Ein Nachweis der helfenden Person läuft am ${day(until)} ab: ${requirement(name)}.`,
  some_credential_expires: () => 'Ein Nachweis, den das Gesuch verlangt, läuft während der Arbeit ab.',
  few_hours_shared: ({ hours: shared }, write) =>
    shared === 0
      ? 'Die üblichen Arbeitszeiten überschneiden sich nicht.'
      : `Die üblichen Arbeitszeiten überschneiden sich nur um ${hours(shared, write)} am Tag.`,
  remote_helper_for_hybrid_work: () =>
    'Die Arbeit findet teils vor Ort statt, und die helfende Person bietet Arbeit aus der Ferne an. Klären Sie zuerst, wie oft sie kommt.',
  few_hours_left: ({ left, offered }, write) =>
    `Andere Arbeit lässt der helfenden Person nur ${hours(left, write)} von ${write.number(offered)} pro Woche.`,
  skills_unknown: ({ skills }, write) =>
    `Nicht im Verzeichnis der Fähigkeiten, daher nur dem Namen nach verglichen: ${quoted(skills, write)}.`,

  // Notices on a query and on a posting
  own_text_still_read: () =>
    'Der Text dieses Eintrags wird noch gelesen. Welche Treffer hier stehen und wie gut sie passen, kann sich gleich noch ändern: Fragen Sie noch einmal.',
  other_texts_still_read: () =>
    'Texte anderer Einträge werden noch gelesen. Die Reihenfolge kann sich gleich noch ändern: Fragen Sie noch einmal.',
  skill_of_filter_unknown: ({ skill, nearest }, write) =>
    `Keine Fähigkeit im Verzeichnis heißt ${quoted([skill], write)}. Deshalb stehen hier nur Einträge, die sie wörtlich so nennen.` +
    (nearest.length > 0 ? ` Ähnliche Namen: ${write.list(nearest)}.` : ''),
  budget_not_used: () =>
    'Das Gesuch hat ein Budget, sieht aber keine bezahlte Hilfe vor. Lassen Sie auch bezahlte Hilfe zu, um bezahlte Angebote zu finden.',
  gives_not_used: () =>
    'Das Gesuch bietet eine Gegenleistung, sieht aber keinen Tausch vor. Lassen Sie auch Tausch zu, um sie zu nutzen.',
  open_to_nonprofits_only: () =>
    'Dieses ehrenamtliche Angebot wird nur gemeinnützigen Organisationen vorgeschlagen. Geben Sie an, für welche Arten von Unternehmen es offen ist, um auch diese zu erreichen.',
  no_skill_known: () =>
    'Es ist keine Fähigkeit genannt, und im Text wurde keine erkannt. Darum werden nur seine Wörter verglichen. Nennen Sie eine oder mehrere Fähigkeiten, um mehr zu finden.',
  never_available: () =>
    'Es bleibt kein Tag, an dem die helfende Person kommen kann: Die Tage des Angebots und die Tage, an denen sie nicht verfügbar ist, schließen einander aus.',
  sessions_outside_dates: () =>
    'Einige Termine liegen vor dem ersten oder nach dem letzten Tag des Gesuchs. Verschieben Sie sie, oder ändern Sie diese Tage.',
  work_not_understood: () =>
    'Von diesem Text wurde nichts verstanden. Nennen Sie eine oder mehrere Fähigkeiten, oder beschreiben Sie die Arbeit auf Deutsch, Englisch, Spanisch, Französisch oder Portugiesisch.',

  ...adviceTexts(advice),
  ...desk,
  ...faults,

  // Parts of a summary
  knows: ({ skills }, { list }) => `kennt sich mit ${list(skills)} aus`,
  seems_to_know: ({ skills }, { list }) => `scheint sich mit ${list(skills)} auszukennen`,
  mentions: ({ words }, write) => `nennt ${quoted(words, write)}`,
  writes_of: ({ skills }, { list }) => `schreibt über ${list(skills)}`,
  similar_work: () => 'beschreibt ähnliche Arbeit',
  only_time_and_place: () =>
    'keine gemeinsame Fähigkeit und kein wichtiges gemeinsames Wort, höchstens Zeit und Ort passen',
  has_hours: ({ wanted }, write) => `hat die ${hours(wanted, write)} pro Woche, die Sie brauchen`,
  has_part_of_hours: ({ offered, wanted }, write) =>
    `hat ${write.number(offered)} von ${hours(wanted, write)} pro Woche, die Sie brauchen`,
  no_common_time: () => 'keine Zeit in der Woche passt beiden',
  works_remotely: () => 'arbeitet aus der Ferne',
  is_nearby: () => 'ist in Ihrer Nähe',
  is_away: ({ km, isApproximate }, write) => `ist ${about(isApproximate)}${write.km(km)} entfernt`,
  costs_nothing: () => 'kostet nichts',
  costs: ({ cost, unit }, { money }) => `kostet ${money(cost)}${PER[unit]}`,
  wants_in_return: ({ skills }, { list }) => `wünscht im Gegenzug ${list(skills)}`,
  wants_something_in_return: () => 'wünscht etwas im Gegenzug',
  needs: ({ skills }, { list }) => `braucht ${list(skills)}`,
  seems_to_need: ({ skills }, { list }) => `scheint ${list(skills)} zu brauchen`,
  hours_a_week: ({ hours: wanted }, write) => `${hours(wanted, write)} pro Woche`,
  remote_work: () => 'aus der Ferne',
  in_your_area: () => 'in Ihrer Nähe',
  km_from_you: ({ km, isApproximate }, write) => `${about(isApproximate)}${write.km(km)} von Ihnen entfernt`,
  for_organization: ({ organization }) => `für ${ONE_ORGANIZATION[organization]}`,
  budget_of: ({ budget, unit }, { money }) => `mit einem Budget von ${money(budget)}${PER[unit]}`,
  gives_in_return: ({ skills }, { list }) => `bietet im Gegenzug ${list(skills)}`,
}
