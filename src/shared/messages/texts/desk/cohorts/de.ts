import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Vermitteln Sie die Studierenden eines Programms an Gesuche, nach ihren Wünschen und denen der Organisationen.',
  empty:
    'Noch gibt es keine Jahrgänge. Legen Sie einen für die Studierenden an, die Sie gemeinsam vermitteln.',
  no_programs: 'Ein Jahrgang braucht zuerst ein Programm und dessen Studierende.',
  new: 'Neuer Jahrgang',
  edit: 'Diesen Jahrgang ändern',
  create: 'Anlegen',
  program: 'Programm',
  needs: 'Gesuche',
  own_needs: 'Ihre offenen Gesuche, die Studierende annehmen',
  more_needs: 'Weitere Gesuche',
  more_needs_hint:
    'Adressen der öffentlichen Seiten von Gesuchen anderer Partner, oder ihre Kennungen, je Zeile eine.',
  students: 'Studierende',
  all_of_program: 'Alle Studierenden des Programms',
  choose_students: 'Studierende auswählen',
  takes_all: 'Wer später zum Programm kommt, nimmt auch teil. Ohne Einwilligung wird niemand vermittelt.',
  takes_some: 'Wer später zum Programm kommt, nimmt erst teil, wenn Sie ihn auswählen.',
  take_consenting: 'Alle nehmen, die heute einwilligen',
  take_all: 'Das ganze Programm nehmen, auch wer später kommt',
  tick_lead: 'Haken Sie an, wer teilnimmt, und speichern Sie, bevor Sie zu einer anderen Seite gehen.',
  add_found: 'Alle Gefundenen aufnehmen',
  remove_found: 'Alle Gefundenen auslassen',
  preferences: 'Wünsche',
  import_preferences: 'Wünsche importieren',
  run: 'Jahrgang vermitteln',
  run_lead:
    'Noch wird nichts vorgeschlagen. Vermitteln Sie, so oft Sie wollen, vergleichen Sie, und veröffentlichen Sie, was Ihnen zusagt.',
  method: 'Verfahren',
  placements: 'Ergebnisse',
  no_placements: 'Noch wurde nichts vermittelt. Sammeln Sie die Wünsche, dann vermitteln Sie den Jahrgang.',
  placed: 'Vermittelt',
  first_choices: 'Erste Wünsche',
  compare: 'Vergleichen',
  compare_with: 'Vergleichen mit',
  ranks: 'Erfüllte Wünsche',
  ranks_note: 'Bei Studierenden ohne Wünsche zählen die besten Treffer als Wünsche.',
  unplaced: 'Nicht vermittelt',
  nobody_unplaced: 'Alle sind vermittelt.',
  reason: 'Warum',
  student: 'Wer',
  need: 'Gesuch',
  organization: 'Organisation',
  choice: 'Wunsch',
  introduction: 'Vermittlung',
  print_list: 'Liste zum Drucken',
  print: 'Drucken Sie diese Seite mit Ihrem Browser.',
  publish: 'Veröffentlichen',
  publish_sure:
    'Für alle Vermittelten wird eine Vermittlung vorgeschlagen. Das lässt sich nicht zurücknehmen.',
  publishing: 'Die Vermittlungen werden vorgeschlagen. Diese Seite aktualisiert sich von selbst.',
  remove: 'Diesen Entwurf löschen',
  remove_sure: 'Der Entwurf und seine Zuordnungen werden gelöscht. Jahrgang und Wünsche bleiben.',
  score: 'Summe der Bewertungen',
  blocking: 'Paare, die einander vorzögen',
  same: 'In beiden gleich',
  better: 'Hier besser',
  worse: 'Im anderen besser',
  moved: 'Wer anders vermittelt ist',
  this_run: 'Dieses Ergebnis',
  other_run: 'Das andere',
  not_placed: 'Nicht vermittelt',
  erased_student: 'Gelöschte Person',
  gone_need: 'Ein Gesuch, das nicht mehr offen ist',
  not_introduced: 'Ohne Vermittlung',
  back: 'Zurück zum Jahrgang',
}
const METHODS = {
  stable: 'Stabil: Kein Paar stünde gemeinsam besser da',
  most_placed: 'So viele wie möglich',
}
const STATUSES = {
  draft: 'Entwurf',
  publishing: 'Wird veröffentlicht',
  published: 'Veröffentlicht',
}
const REASONS = {
  not_ranked: 'Nicht offen oder ohne Einwilligung',
  no_match: 'Nichts im Jahrgang passt',
  kept_by_rule: 'Eine Regel des Jahrgangs',
  no_room: 'Alle Wünsche sind an andere vergeben',
}
const STUDENTS_SHOWN = {
  all: 'Das ganze Programm',
  consenting: 'Offen, mit Einwilligung',
  taking: 'Wer teilnimmt',
}
const ACTIONS = {
  cohort_created: 'Jahrgang angelegt',
  cohort_changed: 'Jahrgang geändert',
  cohort_students_chosen: 'Hat die Studierenden eines Jahrgangs ausgewählt',
  cohort_placed: 'Jahrgang vermittelt',
  placement_published: 'Ergebnis veröffentlicht',
  placement_removed: 'Entwurf eines Ergebnisses gelöscht',
}
const REFUSALS = {
  placement_published:
    'Dieses Ergebnis ist schon veröffentlicht und bleibt als Beleg seiner Vermittlungen. Ziehen Sie diese auf ihren Seiten zurück, oder vermitteln Sie die Übrigen in einem neuen Lauf.',
  candidates_published:
    'Einige dieser Studierenden sind schon in einem anderen Ergebnis dieses Jahrgangs veröffentlicht. Um sie neu zu vermitteln, ziehen Sie zuerst ihre Vermittlungen zurück.',
  locked_pairs_impossible:
    'Ein festes Paar dieses Jahrgangs lässt sich nicht vermitteln. Prüfen Sie seine Regeln.',
  cohort_has_placements:
    'Ein Ergebnis dieses Jahrgangs ist veröffentlicht. Der Jahrgang bleibt als Beleg. Legen Sie für andere einen neuen an.',
}

export const de: DeskAreas['cohorts'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    desk_cohorts: () => 'Jahrgänge',
    desk_cohort: ({ word }) => WORDS[word],
    desk_cohort_method: ({ method }) => METHODS[method],
    desk_placement_status: ({ status }) => STATUSES[status],
    desk_unplaced_reason: ({ reason }) => REASONS[reason],
    desk_choices_sent: ({ sent, all }, { number }) =>
      `${number(sent)} von ${number(all)} Studierenden haben Wünsche`,
    desk_cohort_takes: ({ taking, all }, { number }) =>
      `${number(taking)} von ${number(all)} Studierenden des Programms nehmen teil`,
    desk_cohort_students_shown: ({ which }) => STUDENTS_SHOWN[which],
    desk_rankings_sent: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'Organisation hat', 'Organisationen haben')} eine Rangfolge angegeben`,
    desk_placed_of: ({ placed, all }, { number }) => `${number(placed)} von ${number(all)} vermittelt`,
    desk_choice_got: ({ rank }) => `Wunsch ${rank}`,
    desk_not_introduced: ({ count }, { noun, number }) =>
      `Für ${number(count)} ${noun(count, 'vermittelte Person gibt', 'vermittelte Personen gibt')} es keine Vermittlung. Die Liste zum Drucken sagt, warum.`,
  },
}
