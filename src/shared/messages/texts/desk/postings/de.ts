import type { DeskAreas } from '../desk-texts.ts'

const STATUSES = { open: 'Offen', filled: 'Besetzt', paused: 'Pausiert', closed: 'Geschlossen' }
const SET = {
  open: 'Wieder öffnen',
  filled: 'Als besetzt markieren',
  paused: 'Pausieren',
  closed: 'Schließen',
}
const FITS = { strong: 'Passt sehr gut', good: 'Passt gut', possible: 'Könnte passen', weak: 'Passt kaum' }
const PARTY = { need: 'Organisation', offer: 'Helfende Person' }
const POST = { need: 'Gesuch eintragen', offer: 'Angebot eintragen' }
const LEAD = {
  need: 'Wobei Ihre Organisationen Hilfe brauchen. Öffnen Sie eines, um zu sehen, wer helfen könnte.',
  offer: 'Was Ihre Helfenden anbieten. Öffnen Sie eines, um zu sehen, wo es gebraucht wird.',
}
const EMPTY = {
  need: 'Noch keine Gesuche. Tragen Sie das erste ein, in Ihren eigenen Worten.',
  offer: 'Noch keine Angebote. Tragen Sie das erste ein, in Ihren eigenen Worten.',
}
const NOBODY = {
  need: 'Noch passt kein Angebot. Unten steht, was nahe kommt. Oder beschreiben Sie genauer, was Sie brauchen.',
  offer:
    'Noch passt kein Gesuch. Unten steht, was nahe kommt. Oder beschreiben Sie genauer, was angeboten wird.',
}
const NOT_OPEN = {
  need: 'Nur offene Gesuche werden verglichen. Öffnen Sie es wieder, um zu sehen, wer helfen könnte.',
  offer: 'Nur offene Angebote werden verglichen. Öffnen Sie es wieder, um zu sehen, wo es gebraucht wird.',
}
const PER = { hour: 'pro Stunde', project: 'für das Projekt', total: 'insgesamt' }
const EDIT = { need: 'Gesuch bearbeiten', offer: 'Angebot bearbeiten' }
const CHOOSE = { need: 'Welche Organisation braucht Hilfe?', offer: 'Wer bietet Hilfe an?' }
const NO_PARTIES = {
  need: 'Noch keine Organisationen. Legen Sie die erste an, oder importieren Sie eine Liste.',
  offer: 'Noch keine Helfenden. Legen Sie die erste Person an, oder importieren Sie eine Liste.',
}
const KINDS = { volunteer: 'Ehrenamt', intern: 'Praktikum', barter: 'Tausch', paid: 'bezahlte Hilfe' }
const VISIBLE = { network: 'alle im Netzwerk', partner: 'nur wir' }
const MOVES = {
  revenue: 'mehr Einnahmen',
  mission: 'unseren Auftrag',
  time_freed: 'unsere Zeit',
  none: 'noch nichts',
}
const DECIDES = {
  decides: 'Wer hilft, entscheidet',
  proposes: 'Wer hilft, schlägt vor; wir entscheiden',
  follows: 'Wer hilft, folgt unseren Schritten',
}
const WHEN = {
  proofs: 'Nachweise',
  times: 'Zeiten in der Woche',
  times_hint: 'Etwa Mo-Mi 13:00-17:00; Fr 09:00-12:00.',
  times_zone: 'Zeitzone dieser Zeiten',
  sessions: 'Termine',
  sessions_hint:
    'Für Arbeit an bestimmten Tagen, etwa samstags von neun bis zwölf. Lassen Sie Zeilen leer, die Sie nicht brauchen.',
  session_day: 'Tag',
  session_start: 'Von',
  session_end: 'Bis',
  session_positions: 'Helfende',
  session_note: 'Was man wissen muss',
  requires: 'Was die helfende Person mitbringen muss',
  licences: 'Zulassungen',
  minimum_age: 'Mindestalter',
  open_to: 'Offen für',
  open_to_hint: 'Nichts angekreuzt: für alle, doch Freiwillige helfen nur gemeinnützigen Organisationen.',
  presence: 'Bestimmte Tage und freie Tage',
  dates: 'Nur an diesen Tagen',
  not_available: 'Nicht an diesen Tagen',
  days_hint: 'Je Zeile einer: 2027-03-14 oder 2027-03-14 - 2027-03-21.',
  latitude: 'Breitengrad',
  longitude: 'Längengrad',
  map_hint: 'Von einer Karte, etwa 45.52 und -122.68. Nur damit sind Entfernungen bekannt.',
}
const REQUIREMENTS = { age_over_18: 'Muss über 18 sein', background_check: 'Führungszeugnis' }

export const de: DeskAreas['postings'] = {
  actions: {
    introduction_proposed: 'Vermittlung vorgeschlagen',
    need_posted: 'Gesuch eingetragen',
    need_changed: 'Gesuch geändert',
    need_status_changed: 'Status eines Gesuchs geändert',
    offer_posted: 'Angebot eingetragen',
    offer_changed: 'Angebot geändert',
    offer_status_changed: 'Status eines Angebots geändert',
  },
  refusals: {
    not_a_match: 'Diese beiden passen nicht zusammen. Unten steht, was sie trennt.',
    introduction_standing:
      'Diese beiden sind schon vermittelt, oder ein Vorschlag wartet noch. Sehen Sie unter den Vermittlungen nach.',
    too_many_introductions:
      'Auf einer Seite warten schon zu viele Vorschläge. Warten Sie auf eine Antwort, oder ziehen Sie einen zurück.',
    too_many_proposals:
      'Ihr Schreibtisch hat vorerst so viel vorgeschlagen, wie er darf. Warten Sie zuerst auf Antworten.',
    declined_recently: 'Das wurde vor Kurzem abgelehnt. Versuchen Sie es vorerst mit jemand anderem.',
    held_in_ring:
      'Dieses Angebot ist für einen Ring reserviert, über den noch entschieden wird. Warten Sie, bis der Ring endet, oder wählen Sie ein anderes Angebot.',
    session_not_open: 'Keiner der Termine dieses Gesuchs ist noch frei. Wählen Sie ein anderes Gesuch.',
    precondition_failed:
      'Jemand hat das geändert, seit Sie es geöffnet haben. Sehen Sie in einem anderen Fenster nach, was jetzt dort steht. Soll Ihre Fassung das ersetzen, senden Sie sie noch einmal.',
    invalid_cursor: 'Diese Seite der Liste ist zu alt. Beginnen Sie wieder am Anfang.',
    not_ready: 'Die Treffer werden noch vorbereitet. Versuchen Sie es in einer Minute wieder.',
  },
  words: {
    desk_needs: () => 'Gesuche',
    desk_offers: () => 'Angebote',
    desk_postings_lead: ({ side }) => LEAD[side],
    desk_postings_empty: ({ side }) => EMPTY[side],
    desk_post: ({ side }) => POST[side],
    desk_party: ({ side }) => PARTY[side],
    desk_posting_status: ({ status }) => STATUSES[status],
    desk_set_status: ({ status }) => SET[status],
    desk_not_open: ({ side }) => NOT_OPEN[side],
    desk_nothing_found: () =>
      'Nichts passt zu dieser Suche. Versuchen Sie weniger Wörter, oder zeigen Sie alles.',
    desk_short_day: ({ day }, { shortDay }) => shortDay(day),
    desk_search: () => 'Suchen',
    desk_words: () => 'Wörter',
    desk_title: () => 'Titel',
    desk_edit: () => 'Bearbeiten',
    desk_notices: () => 'Gut zu wissen',
    desk_own: () => 'auch von Ihnen',
    desk_matches: () => 'Treffer',
    desk_matches_empty: ({ side }) => NOBODY[side],
    desk_fit: ({ fit }) => FITS[fit],
    desk_fit_name: () => 'Wie gut es passt',
    desk_summary: () => 'In einem Satz',
    desk_cost: () => 'Kosten',
    desk_cost_none: () => 'Kostet kein Geld',
    desk_match_cost: ({ cost, unit }, { money }) => `${money(cost)} ${PER[unit]}`,
    desk_covered: () => 'Vorhandene Kenntnisse',
    desk_missing: () => 'Fehlende Kenntnisse',
    desk_why: () => 'Warum sie zusammenpassen',
    desk_blocked: () => 'Was sie trennt',
    desk_blocked_by: () => 'Was die anderen trennt',
    desk_near: () => 'Knapp daneben',
    desk_near_show: () => 'Zeigen, was knapp nicht passt',
    desk_near_none: () => 'Sonst kommt nichts nahe.',
    desk_near_lead: ({ count }) =>
      count === 1
        ? 'Das würde passen, wenn sich eines änderte:'
        : 'Das würde passen, wenn sich Folgendes änderte:',
    desk_propose: () => 'Vorschlagen',
    desk_message_hint: () =>
      'Was die andere Seite wissen soll. Lassen Sie Kontaktdaten weg: Beide Seiten sehen sie, sobald der Vorschlag angenommen ist.',
    desk_compare: () => 'Vergleichen',
    desk_compare_lead: () => 'Wählen Sie oben zwei bis vier Treffer, um sie nebeneinander zu sehen.',
    desk_compare_choose: () => 'Diesen Treffer vergleichen',
    desk_compare_few: () => 'Wählen Sie zuerst mindestens zwei Treffer dieses Gesuchs.',
    desk_compare_most: ({ chosen, shown }) =>
      `Sie haben ${chosen} Treffer gewählt. Gezeigt werden die ersten ${shown}.`,
    desk_edit_posting: ({ side }) => EDIT[side],
    desk_choose_party: ({ side }) => CHOOSE[side],
    desk_no_parties: ({ side }) => NO_PARTIES[side],
    desk_post_now: () => 'Eintragen',
    desk_cancel: () => 'Abbrechen',
    desk_preview: () => 'Treffer ansehen',
    desk_preview_lead: () =>
      'Treffer erscheinen hier, während Sie schreiben, oder wenn Sie „Treffer ansehen“ wählen.',
    desk_preview_found: ({ count }, { number }) => `${number(count)} Treffer`,
    desk_preview_later: () => 'Ergänzen Sie, was noch fehlt, um Treffer zu sehen.',
    desk_readiness: ({ score }) => `Vorbereitung: ${score} von 100`,
    desk_first_change: () => 'Was am meisten hilft:',
    desk_when: ({ word }) => WHEN[word],
    desk_requirement: ({ which }) => REQUIREMENTS[which],
    desk_least_age: ({ age }) => `Mindestens ${age}`,
    desk_form_work: () => 'Die Arbeit',
    desk_form_place: () => 'Wo und wann',
    desk_form_terms: () => 'Bedingungen',
    desk_form_terms_of: ({ kinds }, { either }) => `Bedingungen: ${either(kinds.map((kind) => KINDS[kind]))}`,
    desk_form_brief: () => 'Wie Sie zusammenarbeiten werden',
    desk_form_brief_lead: () => 'Hilfe scheitert seltener, wenn das von Anfang an klar ist.',
    desk_description: () => 'Beschreibung',
    desk_description_hint: () => 'In Ihren eigenen Worten. Auch daraus werden Kenntnisse gelesen.',
    desk_lines_hint: () => 'Je Zeile ein Eintrag.',
    desk_skills_must: () => 'Unbedingt nötige Kenntnisse',
    desk_skills_more: () => 'Weitere Kenntnisse',
    desk_currency: () => 'Währung, etwa EUR',
    desk_unit: () => 'Bezahlt wird',
    desk_pay_unit: ({ unit }) => PER[unit],
    desk_city: () => 'Ort',
    desk_region: () => 'Bundesland oder Region',
    desk_postal_code: () => 'Postleitzahl',
    desk_country_name: () => 'Land',
    desk_max_distance: () => 'Größte Entfernung in km',
    desk_visibility: () => 'Wer es sieht',
    desk_visible_to: ({ to }) => VISIBLE[to],
    desk_causes: () => 'Anliegen',
    desk_learning_goals: () => 'Möchte lernen',
    desk_hours_required: () => 'Nötige Stunden insgesamt',
    desk_credit_required: () => 'Muss Leistungspunkte bringen',
    desk_paid_only: () => 'Nur bezahlte Arbeit',
    desk_brief_outcome: () => 'Woran alle erkennen, dass es geschafft ist',
    desk_brief_moves: () => 'Was es verbessert',
    desk_brief_move: ({ moves }) => MOVES[moves],
    desk_brief_steps: () => 'Schritte',
    desk_brief_document: () => 'Adresse eines Dokuments mit den Schritten',
    desk_brief_autonomy: () => 'Wer entscheidet',
    desk_brief_decides: ({ autonomy }) => DECIDES[autonomy],
    desk_brief_check_ins: () => 'Gespräche pro Woche',
    desk_brief_training: () => 'Geplante Stunden zum Einarbeiten',
    desk_brief_repeats: () => 'Wie oft in der Woche es anfällt',
    desk_brief_gains: () => 'Was die helfende Person davon hat',
  },
}
