import type { DeskAreas } from '../desk-texts.ts'

const ROLES = { viewer: 'Lesen', editor: 'Bearbeiten', admin: 'Verwalten' }
const ROLES_MAY = {
  viewer: 'sieht alles und ändert nichts',
  editor: 'trägt ein, schlägt vor und antwortet',
  admin: 'verwaltet auch das Team und sieht das Protokoll',
}
const WAITS = {
  rings: ['Ring zu beantworten', 'Ringe zu beantworten'],
  hours: ['Stundeneintrag zu bestätigen', 'Stundeneinträge zu bestätigen'],
  imports: ['Import durchzusehen', 'Importe durchzusehen'],
  sprints: ['Sprint endet innerhalb eines Tages', 'Sprints enden innerhalb eines Tages'],
  credentials: [
    'Person mit einem Nachweis, der innerhalb von 30 Tagen abläuft',
    'Personen mit einem Nachweis, der innerhalb von 30 Tagen abläuft',
  ],
} as const
const STATUSES = { invited: 'Eingeladen', active: 'Aktiv', suspended: 'Gesperrt' }
const SIDES = {
  need: 'Vorgeschlagen von der Seite, die Hilfe sucht',
  offer: 'Vorgeschlagen von der Seite, die Hilfe anbietet',
}
const INTRODUCTIONS = {
  proposed: 'Wartet',
  accepted: 'Angenommen',
  declined: 'Abgelehnt',
  withdrawn: 'Zurückgezogen',
  expired: 'Abgelaufen',
}
const KINDS = { volunteer: 'Ehrenamt', intern: 'Praktikum', barter: 'Tausch', paid: 'bezahlte Hilfe' }
const MODALITIES = { remote: 'Aus der Ferne', onsite: 'Vor Ort', hybrid: 'Teils vor Ort' }
const PER = { hour: 'pro Stunde', project: 'für das Projekt' }
const REASONS = {
  not_needed_any_more: 'Nicht mehr nötig',
  no_time_now: 'Jetzt keine Zeit',
  skills_do_not_fit: 'Die Kenntnisse passen nicht',
  hours_do_not_fit: 'Die Stunden passen nicht',
  terms_do_not_fit: 'Die Bedingungen passen nicht',
  too_far_away: 'Zu weit entfernt',
  found_someone_else: 'Jemand anderes gefunden',
  other: 'Ein anderer Grund',
}
const ACTIONS = {
  signed_in: 'Angemeldet',
  staff_invited: 'Jemanden eingeladen',
  staff_link_renewed: 'Neuen Anmelde-Link erstellt',
  staff_role_changed: 'Rolle geändert',
  staff_suspended: 'Jemanden gesperrt',
  staff_resumed: 'Jemanden wieder zugelassen',
  staff_removed: 'Jemanden entfernt',
  introduction_accepted: 'Vermittlung angenommen',
  introduction_declined: 'Vermittlung abgelehnt',
  introduction_withdrawn: 'Vermittlung zurückgezogen',
}
const REFUSALS = {
  not_found: 'Das gibt es hier nicht oder nicht mehr. Vielleicht wurde es entfernt.',
  role_missing: 'Ihre Rolle erlaubt das nicht. Fragen Sie jemanden, der das Team verwaltet.',
  form_not_from_here: 'Dieses Formular ist zu alt. Laden Sie die Seite neu und wiederholen Sie den Schritt.',
  sign_in_link_spent: 'Dieser Link wurde schon benutzt oder ist zu alt. Bitten Sie um einen neuen.',
  last_administrator: 'Nur diese Person verwaltet das Team. Geben Sie zuerst jemand anderem diese Rolle.',
  too_many_staff: 'Mehr Personen sind im Team nicht möglich. Entfernen Sie zuerst jemanden.',
  staff_suspended: 'Diese Person ist gesperrt. Lassen Sie sie zuerst wieder zu.',
  introduction_not_open:
    'Diese Vermittlung wurde schon beantwortet oder ist abgelaufen. Schlagen Sie sie neu vor.',
  introduction_not_yours_to_answer:
    'Diese Vermittlung beantwortet die andere Seite. Warten Sie darauf, oder ziehen Sie Ihren Vorschlag zurück.',
  need_not_open:
    'Das Gesuch ist schon erfüllt oder geschlossen. Lehnen Sie ab, oder wählen Sie ein anderes Gesuch.',
  offer_not_open:
    'Das Angebot ist geschlossen oder wurde gelöscht. Lehnen Sie ab, oder wählen Sie ein anderes Angebot.',
  fully_committed: 'Diese Stunden sind schon versprochen. Sie können trotzdem annehmen.',
  validation_failed: 'Berichtigen Sie, was unten markiert ist.',
  guardian_consent_missing:
    'Diese Person ist minderjährig, und es ist keine Einwilligung der Erziehungsberechtigten festgehalten. Importieren Sie sie zuerst.',
  overloaded: 'Im Moment ist zu viel los. Versuchen Sie es in einer Minute noch einmal.',
  rate_limited: 'Das war viel auf einmal. Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
  too_many_open_requests:
    'Zu vieles, was Sie angefragt haben, läuft noch. Warten Sie, bis es fertig ist, und versuchen Sie es dann noch einmal.',
  request_timeout: 'Das kam zu langsam an. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  uri_too_long: 'Die Adresse dieser Seite ist zu lang. Beginnen Sie wieder bei der Liste.',
  rings_unavailable: 'Ringe sind hier abgeschaltet. Fragen Sie den Betreiber.',
  database_unavailable: 'Der Dienst ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.',
  internal: 'Bei uns ist etwas schiefgegangen und wurde festgehalten. Versuchen Sie es später noch einmal.',
}

const words: DeskAreas['frame']['words'] = {
  desk: () => 'Schreibtisch',
  desk_skip: () => 'Zum Inhalt springen',
  desk_home: () => 'Start',
  desk_introductions: () => 'Vermittlungen',
  desk_team: () => 'Team',
  desk_audit: () => 'Protokoll',
  desk_sign_in: () => 'Anmelden',
  desk_sign_in_lead: () =>
    'Sie melden sich mit einem Link an, den jemand aus Ihrem Team oder der Betreiber für Sie erstellt. Er gilt einmal, innerhalb von 24 Stunden. Wurde er schon benutzt oder ist er zu alt, bitten Sie um einen neuen.',
  desk_sign_in_as: ({ name, partner }) => `Sie melden sich als ${name} bei ${partner} an.`,
  desk_sign_in_start: () => 'Jetzt anmelden',
  desk_sign_out: () => 'Abmelden',
  desk_signed_in_as: ({ name }) => `Angemeldet als ${name}`,
  desk_number: ({ value }, { number }) => number(value),
  desk_more: () => 'Mehr',
  desk_instant: ({ at }, { instant }) => instant(at),
  desk_save: () => 'Speichern',
  desk_change: () => 'Ändern',
  desk_request: ({ id }) => `Wenn Sie das melden, nennen Sie die Anfrage ${id}.`,
  desk_wrong: () => 'Das hat nicht geklappt',

  desk_waiting: () => 'Wartet auf Sie',
  desk_nothing_waits: () => 'Nichts wartet auf Sie. Alles erledigt.',
  desk_answer_by: () => 'Antwort bis',
  desk_introductions_wait: ({ count }, { noun, number }) =>
    `${number(count)} ${noun(count, 'Vermittlung', 'Vermittlungen')} zu beantworten`,
  desk_waits: ({ what, count, isMore }, { noun, number }) => {
    const [one, other] = WAITS[what]
    return `${number(count)}${isMore ? '+' : ''} ${noun(count, one, other)}`
  },
  desk_show: () => 'Zeigen',

  desk_name: () => 'Name',
  desk_role: () => 'Rolle',
  desk_status: () => 'Status',
  desk_role_name: ({ role }) => ROLES[role],
  desk_role_about: ({ role }) => ROLES_MAY[role],
  desk_status_name: ({ status }) => STATUSES[status],
  desk_last_seen: () => 'Letzte Anmeldung',
  desk_never: () => 'Noch nie',
  desk_invite: () => 'Jemanden einladen',
  desk_invite_lead: () =>
    'Sie erhalten einen Link zum Weitergeben. Er meldet diese Person einmal an, innerhalb von 24 Stunden.',
  desk_link_made: ({ name }) => `Ein Link für ${name}`,
  desk_link_lead: ({ hours }) =>
    `Geben Sie ihn vertraulich weiter. Er gilt einmal, innerhalb von ${hours} Stunden, und wird nicht noch einmal gezeigt.`,
  desk_link_new: () => 'Neuer Link',
  desk_suspend: () => 'Sperren',
  desk_resume: () => 'Wieder zulassen',
  desk_remove: () => 'Entfernen',
  desk_remove_sure: ({ name }) => `${name} wird abgemeldet und kann sich nicht mehr anmelden.`,
  desk_you: () => 'Sie',

  desk_audit_lead: () => 'Was hier getan wurde, das Neueste zuerst.',
  desk_audit_empty: () => 'Noch wurde nichts getan.',
  desk_audit_when: () => 'Wann',
  desk_audit_who: () => 'Wer',
  desk_audit_what: () => 'Was',
  desk_audit_record: () => 'Datensatz',
  desk_operator: () => 'Betreiber',
  desk_download_csv: () => 'Als CSV herunterladen',

  desk_introductions_lead: () =>
    'Jemand hat vorgeschlagen, dass ein Gesuch und ein Angebot zusammenkommen. Die andere Seite antwortet.',
  desk_introductions_empty: () =>
    'Hier sind noch keine Vermittlungen. Sie erscheinen, sobald jemand etwas vorschlägt.',
  desk_introduction: () => 'Vermittlung',
  desk_proposed_by: ({ side }) => SIDES[side],
  desk_introduction_status: ({ status }) => INTRODUCTIONS[status],
  desk_the_need: () => 'Das Gesuch',
  desk_the_offer: () => 'Das Angebot',
  desk_message: () => 'Nachricht',
  desk_accept: () => 'Annehmen',
  desk_decline: () => 'Ablehnen',
  desk_withdraw: () => 'Zurückziehen',
  desk_reason: () => 'Grund',
  desk_decline_reason: ({ reason }) => REASONS[reason],
  desk_overcommit: () => 'Auch annehmen, wenn diese Stunden schon versprochen sind',
  desk_contacts: () => 'Kontakte',
  desk_yours_to_answer: () => 'Ihre Antwort wird erwartet',
  desk_waits_for_others: () => 'Die andere Seite antwortet',
  desk_filter_all: () => 'Alle',

  desk_skills: () => 'Kenntnisse',
  desk_accepts: () => 'Nimmt an',
  desk_kind: () => 'Art der Hilfe',
  desk_kinds: ({ kinds }, { either }) => either(kinds.map((kind) => KINDS[kind])),
  desk_positions: () => 'Gesuchte Helfende',
  desk_where: () => 'Wo',
  desk_modality: ({ modality }) => MODALITIES[modality],
  desk_place: () => 'Ort',
  desk_country: ({ country: code }, { country }) => country(code),
  desk_hours: () => 'Stunden pro Woche',
  desk_hours_left: () => 'Noch frei pro Woche',
  desk_starts: () => 'Beginnt am',
  desk_ends: () => 'Endet am',
  desk_day: ({ day: date }, { day }) => day(date),
  desk_budget: () => 'Preis',
  desk_price: ({ price: { cost, unit } }, { money }) => `${money(cost)} ${PER[unit]}`,
  desk_gives: () => 'Gibt dafür',
  desk_wants: () => 'Möchte dafür',
  desk_contact_name: () => 'Ansprechperson',
  desk_contact_email: () => 'E-Mail',
  desk_contact_phone: () => 'Telefon',
}

export const de: DeskAreas['frame'] = { words, actions: ACTIONS, refusals: REFUSALS }
