import type { DeskAreas } from '../desk-texts.ts'

const STATUSES = { active: 'Läuft', completed: 'Abgeschlossen', ended_early: 'Vorzeitig beendet' }
const HOURS = { logged: 'Wartet', confirmed: 'Bestätigt', disputed: 'Bestritten' }
const REASONS = {
  agreed: 'Im gegenseitigen Einvernehmen',
  work_changed: 'Die Arbeit hat sich geändert',
  no_time: 'Keine Zeit mehr',
  skills_do_not_fit: 'Die Kenntnisse passen nicht',
  other_side_stopped_answering: 'Die andere Seite antwortet nicht mehr',
  other: 'Ein anderer Grund',
}
const OUTCOMES = {
  0: 'Nichts erreicht',
  1: 'Wenig erreicht',
  2: 'Die Hälfte erreicht',
  3: 'Das meiste erreicht',
  4: 'Alles erreicht',
}
const OBSTACLES = {
  task_not_system: 'Eine Aufgabe statt eines Ablaufs',
  micromanaged: 'Zu viel Kontrolle',
  no_plan: 'Kein Plan',
  busy_work: 'Arbeit ohne Ziel',
  hireling_not_teammate: 'Fremd behandelt statt im Team',
  skill_gap: 'Kenntnisse fehlten',
  no_time_to_train: 'Keine Zeit zum Einarbeiten',
  communication: 'Verständigung',
  availability: 'Die Zeiten passten nicht',
  other: 'Etwas anderes',
}

export const de: DeskAreas['engagements'] = {
  actions: {
    hours_logged: 'Stunden eingetragen',
    hours_confirmed: 'Stunden bestätigt',
    hours_disputed: 'Stunden bestritten',
    hours_corrected: 'Stunden berichtigt',
    hours_withdrawn: 'Stunden zurückgezogen',
    plan_changed: 'Plan geändert',
    engagement_done: 'Arbeit als erledigt markiert',
    engagement_ended: 'Arbeit vorzeitig beendet',
    retrospective_sent: 'Rückblick gesendet',
  },
  refusals: {
    engagement_not_active: 'Diese Arbeit ist schon beendet. Geht sie weiter, schlagen Sie sie neu vor.',
    not_your_side: 'Das kann nur die andere Seite tun. Warten Sie darauf, oder schreiben Sie ihrem Kontakt.',
    hours_not_confirmed:
      'Diese Stunden sind noch nicht bestätigt. Ziehen Sie sie zurück, oder warten Sie auf die andere Seite.',
    correction_open:
      'Zu diesen Stunden wartet schon eine Berichtigung. Beantworten Sie sie, oder ziehen Sie sie zuerst zurück.',
    hours_answered: 'Diese Stunden sind schon bestätigt. Sind sie falsch, korrigieren Sie sie.',
    credit_limit:
      'Das Zeitguthaben einer Seite reicht für diese Stunden nicht. Tragen Sie weniger Stunden ein, oder lassen Sie sie zuerst Stunden geben.',
    retrospective_given: 'Ihre Seite hat ihren Rückblick schon gesendet. Er bleibt, wie er gesendet wurde.',
    engagement_not_ended: 'Senden Sie den Rückblick, wenn die Arbeit beendet ist.',
    not_silent_long_enough:
      'Die andere Seite war in den letzten sieben Tagen aktiv. Wählen Sie einen anderen Grund, oder warten Sie.',
    too_many_calendars: 'Mehr Kalenderadressen sind nicht möglich. Entfernen Sie zuerst eine.',
  },
  words: {
    desk_correct: () => 'Berichtigen',
    desk_correct_lead: () => 'Die andere Seite bestätigt den Unterschied.',
    desk_right_hours: () => 'Die richtige Stundenzahl',
    desk_sessions_over: () => 'Termine ohne Stunden',
    desk_engagements: () => 'Einsätze',
    desk_engagements_lead: () => 'Arbeit, auf die sich beide Seiten geeinigt haben.',
    desk_engagements_empty: () => 'Noch keine Arbeit. Sie beginnt, sobald eine Vermittlung angenommen ist.',
    desk_engagement_status: ({ status }) => STATUSES[status],
    desk_started: () => 'Begann',
    desk_ended: () => 'Endete',
    desk_agreed: () => 'Was vereinbart wurde',
    desk_done_by: () => 'Als erledigt markiert von',
    desk_speak_for: () => 'Sie sprechen für',
    desk_plan: () => 'Plan',
    desk_plan_empty: () => 'Noch kein Plan. Halten Sie fest, was beide Seiten erwarten.',
    desk_plan_change: () => 'Plan ändern',
    desk_plan_hours: () => 'Stunden insgesamt',
    desk_check_in: () => 'Regelmäßige Gespräche',
    desk_check_ins: ({ days, start, zone }, { noun, number }) =>
      `Alle ${number(days)} ${noun(days, 'Tag', 'Tage')} um ${start} (${zone})`,
    desk_check_in_days: () => 'Tage von einem Gespräch zum nächsten',
    desk_check_in_start: () => 'Gespräche beginnen um, etwa 09:30',
    desk_check_in_minutes: () => 'Minuten eines Gesprächs',
    desk_time_zone: () => 'Zeitzone der Gespräche',
    desk_time_zone_hint: () => 'Etwa Europe/Berlin. Leer gilt die der Organisation.',
    desk_organization_gives: () => 'Was die Organisation gibt',
    desk_helper_gives: () => 'Was die helfende Person gibt',
    desk_supervisor: () => 'Wer anleitet, nach Rolle',
    desk_calendar: () => 'Kalenderadresse',
    desk_calendar_make: () => 'Kalenderadresse erstellen',
    desk_calendar_lead: () =>
      'Abonnieren Sie sie in einem Kalenderprogramm: Sie zeigt die Gespräche und Termine Ihrer Seite. Wer die Adresse hat, kann sie lesen, und sie wird nicht noch einmal gezeigt.',
    desk_back: () => 'Zurück',
    desk_hours_worked: () => 'Geleistete Stunden',
    desk_hours_empty: () =>
      'Noch keine Stunden. Tragen Sie geleistete hier ein; die andere Seite bestätigt sie.',
    desk_hours_log: () => 'Stunden eintragen',
    desk_worked_on: () => 'Tag der Arbeit',
    desk_hours_of_day: () => 'Stunden',
    desk_logged_by: () => 'Eingetragen von',
    desk_hours_status: ({ status }) => HOURS[status],
    desk_confirm: () => 'Bestätigen',
    desk_dispute: () => 'Bestreiten',
    desk_finish: () => 'Abschließen',
    desk_finish_lead: () =>
      'Die Arbeit ist abgeschlossen, sobald beide Seiten sie als erledigt markiert haben.',
    desk_mark_done: () => 'Als erledigt markieren',
    desk_end: () => 'Vorzeitig beenden',
    desk_end_reason: ({ reason }) => REASONS[reason],
    desk_retrospective: () => 'Wie es lief',
    desk_retrospective_lead: () =>
      'Jede Seite sagt ihre Sicht. Die der anderen sehen Sie, sobald beide die ihre gesagt haben.',
    desk_outcome_name: () => 'Was erreicht wurde',
    desk_outcome: ({ outcome }) => OUTCOMES[outcome],
    desk_hours_spent: () => 'Stunden, die Ihre Seite aufgewendet hat',
    desk_obstacles: () => 'Was im Weg stand',
    desk_obstacle: ({ obstacle }) => OBSTACLES[obstacle],
    desk_again: () => 'Würde wieder zusammenarbeiten',
    desk_yes_no: ({ is }) => (is ? 'Ja' : 'Nein'),
    desk_send: () => 'Senden',
  },
}
