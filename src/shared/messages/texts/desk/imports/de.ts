import type { DeskAreas } from '../desk-texts.ts'
import { importCellWords } from '../import-cells/de.ts'
import { importFieldWords } from '../import-fields/de.ts'
import { importRowWords } from '../import-rows/de.ts'

const WORDS = {
  remark_advice:
    'Wählen Sie unter „Spalten“ die Spalte, die es enthält, oder schreiben Sie dort einen Wert für alle Zeilen.',
  template: 'Vorlage herunterladen',
  template_lead: 'Oder beginnen Sie mit einer Vorlage: Eine Zeile ist als Beispiel ausgefüllt.',
  title: 'Import',
  lead: 'Laden Sie eine Tabelle hoch. Sie sehen, wie sie verstanden wird, und berichtigen sie, bevor etwas geschrieben wird.',
  empty:
    'Noch wurde nichts importiert. Wählen Sie oben eine Datei, zum Beispiel eine Liste von Studierenden.',
  upload: 'Eine Datei importieren',
  file: 'Datei',
  file_hint: 'Eine Tabelle (.xlsx oder .csv) oder JSON, bis 100 MiB und 100.000 Zeilen.',
  what: 'Jede Zeile ist',
  program_first: 'Studierende gehören zu einem Programm: Legen Sie es an, bevor Sie sie importieren.',
  program_add: 'Programm anlegen',
  program: 'Programm für Studierende, deren Zeile keines nennt',
  cohort: 'Jahrgang, für Wünsche',
  profile: 'Importprofil',
  none: 'Keines',
  consent_zone: 'Zeitzone der Einwilligungen',
  consent_zone_hint: 'Für Zeiten von Einwilligungen, die in der Datei ohne Zeitzone stehen.',
  consent_zone_of_row: 'Die Zeitzone der jeweiligen Zeile',
  by_email: 'Einträge über die E-Mail finden: die Zeilen haben keine Kennung',
  start: 'Hochladen und prüfen',
  past: 'Bisherige Importe',
  when: 'Wann',
  result: 'Ergebnis',
  reading: 'Die Datei wird gelesen. Diese Seite aktualisiert sich von selbst.',
  cancel: 'Abbrechen',
  columns: 'Spalten',
  columns_lead: 'Sagen Sie, was jede Spalte enthält. Dann werden alle Zeilen noch einmal geprüft.',
  header: 'In der Datei',
  meaning: 'Enthält',
  samples: 'Beispiele',
  as_found: 'Wie erkannt',
  leave_out: 'Weglassen',
  missing_lead:
    'Das fehlt in der Datei. Wählen Sie oben eine Spalte, oder schreiben Sie hier, was für alle Zeilen gilt.',
  dates: 'Reihenfolge im Datum',
  decimals: 'Dezimalzeichen',
  check_again: 'Alle Zeilen prüfen',
  save_profile: 'Als Importprofil speichern',
  profile_name: 'Name des Profils',
  of_the_file: 'Über die Datei',
  rows: 'Zeilen zum Ansehen',
  rows_lead:
    'Berichtigen Sie die Zellen hier. Oder laden Sie diese Zeilen herunter, berichtigen Sie sie in der Tabelle und laden Sie diese Datei hoch.',
  no_rows: 'Jede Zeile wird verstanden.',
  correct_same: 'Gleiche Zellen in allen anderen Zeilen ebenso berichtigen',
  correct: 'Berichtigen und neu prüfen',
  apply: 'Jetzt importieren',
  report: 'Diese Zeilen herunterladen',
  file_gone: 'Die Datei ist nicht mehr da. Laden Sie sie noch einmal hoch, um etwas zu ändern.',
  see_students: 'Zu den Studierenden',
  undo: 'Import rückgängig machen',
  undo_sure:
    'Alles, was dieser Import angelegt hat, wird gelöscht, oder nichts, wenn daraus schon etwas entstanden ist, und was er geändert hat, wird wieder, wie es war. Das geht bis 24 Stunden nach seinem Ende.',
  undo_sure_students:
    'Alle Studierenden, die dieser Import angelegt hat, werden gelöscht, oder niemand, wenn daraus schon etwas entstanden ist, und die er geändert hat, werden wieder, wie sie waren. Das geht bis 24 Stunden nach seinem Ende.',
  undone: 'Dieser Import wurde rückgängig gemacht.',
  undone_kept: 'Einige Einträge bleiben, wie der Import sie hinterlassen hat:',
}
const TYPES = {
  candidates: 'jemand, der studiert',
  needs: 'ein Gesuch',
  offers: 'ein Angebot',
  organizations: 'eine Organisation',
  helpers: 'ein Helfer',
  candidate_preferences: 'die Wünsche von Studierenden',
  organization_preferences: 'die Reihung einer Organisation',
  hours: 'geleistete Stunden',
}
const STATUSES = {
  receiving: 'Kommt an',
  queued: 'Wartet',
  running: 'Wird gelesen',
  done: 'Fertig',
  failed: 'Fehlgeschlagen',
  cancelled: 'Abgebrochen',
  undone: 'Rückgängig gemacht',
}
const MODES = {
  dry_run: 'Nur geprüft',
  apply: 'Import',
}
const OUTCOMES = {
  dry_run: {
    created: 'Neu',
    updated: 'Würde geändert',
    unchanged: 'Unverändert',
    rejected: 'Abgewiesen',
    noticed: 'Mit Hinweisen',
  },
  apply: {
    created: 'Angelegt',
    updated: 'Geändert',
    unchanged: 'Unverändert',
    rejected: 'Abgewiesen',
    noticed: 'Mit Hinweisen',
  },
}
const ORDERS = {
  dmy: 'Tag, Monat, Jahr',
  mdy: 'Monat, Tag, Jahr',
  ymd: 'Jahr, Monat, Tag',
}

const REMARKS = {
  value_left_out: 'Dieser Wert wurde weggelassen.',
  other_value_left_out: 'Eine andere Spalte sagt es auch; dieser Wert wurde nicht benutzt.',
  left_out: 'Ein Teil davon wurde weggelassen.',
  id_left_out: 'Die eigene Kennung wurde weggelassen, denn die E-Mail findet den Eintrag.',
  email_left_out: 'Diese E-Mail gehört zu einem zusammengeführten Eintrag und wurde weggelassen.',
  value_changed: 'Es wurde in anderer Form übernommen.',
  value_read_as: 'Prüfen Sie, ob es so gelesen wurde, wie Sie es meinen.',
  two_values: 'Mehrere Zellen sagen Verschiedenes.',
  invalid_value: 'Das ist so nicht zu lesen oder nicht möglich.',
  required: 'Das fehlt.',
  skill_unknown: 'Keine bekannte Fähigkeit heißt so. Sie bleibt, passt aber nur zum gleichen Wort.',
  same_email: 'Ein anderer Eintrag hat dieselbe E-Mail. Sind es dieselben, behalten Sie einen.',
  similar_id: 'Eine andere Kennung ist fast gleich. Sind es dieselben, schreiben Sie dieselbe.',
  several_records: 'Mehrere Einträge haben diese E-Mail. Führen Sie sie zuerst zusammen.',
  total_row: 'Diese Zeile ist eine Summe und wurde nicht importiert.',
  remark_row: 'Diese Zeile ist eine Anmerkung und wurde nicht importiert.',
  text_garbled: 'Buchstaben sind verfälscht. Berichtigen Sie sie.',
  letter_lost: 'Ein Buchstabe ging schon vorher verloren. Berichtigen Sie ihn.',
  cells_merged: 'Verbundene Zellen zählen nur für ihre erste Spalte.',
  cells_without_header: 'Zellen ohne Überschrift wurden weggelassen.',
  row_too_long: 'Die Zeile ist zu lang.',
  too_many_cells: 'Die Zeile hat mehr Zellen als die Überschrift.',
  quote_not_closed: 'Ein Anführungszeichen wird nie geschlossen.',
  quote_misplaced: 'Ein Anführungszeichen steht an der falschen Stelle.',
  not_json: 'Der Text ist kein JSON.',
  comma_ignored: 'Ein Komma zu viel wurde übergangen.',
  unknown_field: 'Dieses Feld ist nicht bekannt.',
  erased: 'Die Person wurde gelöscht.',
  columns_ignored:
    'Einige Spalten wurden weggelassen, weil unklar ist, was sie enthalten. Wählen Sie ihre Bedeutung unter „Spalten“.',
  columns_missing:
    'Neue Einträge brauchen Spalten, die in der Datei fehlen. Sagen Sie unter „Spalten“, welche es sind, oder schreiben Sie dort einen Wert für alle Zeilen.',
  headers_missing: 'Der Datei fehlen Spalten, die für sie gewählt wurden oder die ihr Profil nennt.',
  columns_hidden: 'Auch ausgeblendete Spalten wurden gelesen.',
  rows_hidden: 'Auch ausgeblendete Zeilen wurden gelesen.',
  sheets_ignored: 'Nur ein Blatt der Arbeitsmappe wurde gelesen.',
  encoding_unsure: 'Prüfen Sie Namen mit Umlauten: Es ist nicht sicher, wie der Text kodiert ist.',
  encoding_mixed: 'Teile des Textes sind verschieden kodiert. Prüfen Sie Namen mit Umlauten.',
  email_can_be_key:
    'Die Zeilen haben keine Kennungen. Finden Sie Einträge an der E-Mail: Haken Sie das unter „Spalten“ an.',
  title_is_key:
    'Prüfen Sie Zeilen mit gleichem Titel: Die Datei hat keine Kennungen, also gelten Titel und Organisation.',
  decimal_found: 'Prüfen Sie, wie Kommazahlen gelesen wurden. Unter „Spalten“ können Sie es festlegen.',
  date_order_found:
    'Prüfen Sie, wie Daten gelesen wurden. Unter „Spalten“ können Sie ihre Reihenfolge festlegen.',
}

const ACTIONS = {
  import_uploaded: 'Datei hochgeladen',
  import_read_again: 'Datei anders lesen lassen',
  import_corrected: 'Zeilen einer Datei berichtigt',
  import_applied: 'Datei importiert',
  import_cancelled: 'Import abgebrochen',
  import_undone_by_staff: 'Import rückgängig gemacht',
  import_profile_saved: 'Importprofil gespeichert',
}

const REFUSALS = {
  import_running: 'Die Datei wird noch gelesen. Warten Sie, bis sie fertig ist.',
  import_undone:
    'Dieser Import wurde schon rückgängig gemacht. Um ihn neu zu importieren, laden Sie die Datei noch einmal hoch.',
  import_not_undoable:
    'Dieser Import kann nicht rückgängig gemacht werden. Ändern oder löschen Sie die Einträge einzeln.',
  import_in_use: 'Aus diesem Import ist schon etwas entstanden, deshalb wurde nichts rückgängig gemacht:',
  import_ended:
    'Dieser Import ist zu Ende und seine Datei nicht mehr da. Laden Sie die Datei noch einmal hoch.',
  too_many_imports: 'Zu viele Importe warten. Versuchen Sie es, wenn einer fertig ist.',
  malformed_request:
    'Die Datei ist beschädigt oder nicht, was ihr Name sagt. Speichern Sie sie neu, und laden Sie sie noch einmal hoch.',
  upload_incomplete: 'Die Datei kam nicht ganz an. Laden Sie sie noch einmal hoch.',
  body_too_large: 'Die Datei ist zu groß. Sie darf bis 100 MiB haben.',
  encoding_not_supported:
    'Der Text der Datei ist nicht lesbar. Speichern Sie sie als Excel-Datei (.xlsx) oder als CSV in UTF-8.',
  unsupported_media_type: 'Das ist keine Tabelle. Speichern Sie sie als Excel-Datei (.xlsx) oder als CSV.',
}

/** The words of imports. */
export const de: DeskAreas['imports'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    ...importFieldWords,
    ...importCellWords,
    ...importRowWords,
    desk_import_remark: ({ code }) => REMARKS[code],
    desk_imports: () => WORDS.title,
    desk_import: ({ word }) => WORDS[word],
    desk_import_type: ({ type }) => TYPES[type],
    desk_import_status: ({ status }) => STATUSES[status],
    desk_import_mode: ({ mode }) => MODES[mode],
    desk_import_outcome: ({ outcome, mode }) => OUTCOMES[mode][outcome],
    desk_import_order: ({ order }) => ORDERS[order],
    desk_import_rows_read: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'Zeile', 'Zeilen')} gelesen`,
    desk_import_row_outcome: ({ outcome, mode }) => OUTCOMES[mode][outcome],
    desk_import_row: ({ line }) => `Zeile ${line} der Datei`,
    desk_import_apply_sure: ({ created, updated, rejected }, { noun, number }) =>
      `${number(created)} ${noun(created, 'Eintrag wird', 'Einträge werden')} angelegt und ${number(updated)} geändert.${rejected > 0 ? ` ${number(rejected)} abgewiesene ${noun(rejected, 'Zeile bleibt', 'Zeilen bleiben')} weg.` : ''}`,
    desk_import_missing: ({ column }) => `${column} für alle Zeilen`,
    desk_import_read_in: ({ zone }) => `Eine Zeit ohne Zeitzone wird in ${zone} gelesen.`,
    desk_import_meaning_of: ({ header }) => `Was „${header}“ enthält`,
  },
}
