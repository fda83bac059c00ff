import type { ImportRowMessages } from '../../../desk/import-rows.ts'
import type { Texts } from '../../texts.ts'
import { columnNamer } from '../import-fields/column-names.ts'
import { importFieldWords } from '../import-fields/de.ts'

const AS_CSV = 'Speichern Sie das Blatt als CSV UTF-8, oder teilen Sie es.'

const JSON_FAULTS: Readonly<Record<ImportRowMessages['import_broken_json']['fault'], string>> = {
  word: 'Dieses Wort ist kein JSON. Setzen Sie Texte und die Namen der Felder in gerade Anführungszeichen.',
  number: 'Das ist keine Zahl. Schreiben Sie Zahlen wie 7.5.',
  name: 'Davor fehlt der Name eines Feldes. Schreiben Sie Felder wie "name": "Ada Park".',
  value: 'Davor fehlt ein Wert.',
  colon: 'Davor fehlt ein Doppelpunkt. Schreiben Sie Felder wie "name": "Ada Park".',
  comma: 'Davor fehlt ein Komma.',
  brace: 'Der Text endet hier, und eine { ist nicht geschlossen.',
  bracket: 'Der Text endet hier, und eine [ ist nicht geschlossen.',
  end: 'Das Objekt endet schon davor. Prüfen Sie { und }.',
  quote: 'Das Anführungszeichen, das hier beginnt, wird in dieser Zeile nicht geschlossen.',
  number_cut: 'Diese Zahl ist abgeschnitten.',
  comment: 'JSON hat keine Kommentare. Löschen Sie diesen.',
  unicode: 'In diesem Text steht \\u ohne seine vier Ziffern.',
  backslash: 'In diesem Text steht ein einzelner Rückstrich. Verdoppeln Sie ihn.',
  control: 'In diesem Text steht ein Steuerzeichen, etwa ein Tabulator. Schreiben Sie es wie \\t.',
  json: 'Das ist kein JSON.',
}

const SAYINGS: Readonly<Record<ImportRowMessages['import_row_said']['what'], string>> = {
  row_too_long: 'Die Zeile ist länger als 1 MiB. Kürzen Sie sie.',
  record_too_long: 'Der Datensatz ist länger als 1 MiB. Kürzen Sie ihn.',
  quote_not_closed:
    'Hier öffnet sich ein Anführungszeichen und wird nie geschlossen. Schließen oder löschen Sie es.',
  quote_misplaced:
    'Eine Zelle enthält ein Anführungszeichen. Verdoppeln Sie es, und setzen Sie die Zelle in Anführungszeichen.',
  comma_ignored: 'Ein Komma vor } oder ] wurde übergangen.',
  total_row:
    'Diese Zeile ist eine Summe der Zeilen darüber und gehört niemandem. Sie wurde nicht importiert.',
  row_of_header: 'Diese Zeile gehört zum Kopf des Berichts und zu niemandem. Sie wurde nicht importiert.',
  remark_row: 'Diese Zeile ist eine Anmerkung des Berichts und gehört niemandem. Sie wurde nicht importiert.',
  nul_character: 'Die Zeile enthält ein NUL-Zeichen. Löschen Sie es.',
  id_required: 'Jede Zeile braucht eine Kennung.',
  id_too_long: 'Eine Kennung hat höchstens 200 Zeichen. Kürzen Sie sie.',
  email_required: 'Jede Zeile braucht eine E-Mail, denn sie findet den Eintrag.',
  title_required: 'Jede Zeile ohne Kennung braucht einen Titel.',
  hours_without_zone:
    'Die Stunden brauchen eine Zeitzone. Wählen Sie unter „Spalten“ die Spalte, die sie enthält, oder schreiben Sie dort eine für alle Zeilen.',
  place_without_country: 'Ein Ort braucht sein Land.',
  country_cell_blank: 'Die Zelle ist leer: Schreiben Sie ein Land wie DE.',
  cells_blank: 'Ihre Zellen sind leer. Füllen Sie sie aus.',
  failed_on_our_side:
    'Bei uns ist etwas gescheitert und aufgezeichnet worden. Importieren Sie diese Zeile später noch einmal.',
  file_failed_on_our_side: 'Bei uns ist etwas gescheitert. Laden Sie die Datei noch einmal hoch.',
  title_is_key:
    'Die Datei hat keine Spalte für Kennungen. Daher gelten Titel und Zugehörigkeit jeder Zeile, und neue Einträge bekommen eine Kennung.',
  email_can_be_key:
    'Haben Sie keine Kennungen, haken Sie unter „Spalten“ an, dass die E-Mail Einträge findet: Dann bekommen neue Einträge eine Kennung.',
  no_header_row:
    'Die Datei hat keine Zeile mit Überschriften. Schreiben Sie eine, und laden Sie sie noch einmal hoch.',
  no_rows: 'Die Datei hat keine Zeilen. Prüfen Sie, ob sie ganz gespeichert wurde.',
  no_visible_sheet:
    'Die Arbeitsmappe hat kein sichtbares Blatt. Blenden Sie eines ein, und speichern Sie sie noch einmal.',
  workbook_damaged:
    'Die Arbeitsmappe ist beschädigt oder unvollständig. Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie neu als .xlsx, und versuchen Sie es noch einmal.',
  workbook_protected:
    'Die Arbeitsmappe ist mit einem Passwort geschützt. Speichern Sie sie ohne, und versuchen Sie es noch einmal.',
  workbook_text_too_long: `Die Arbeitsmappe enthält mehr Text, als gelesen werden kann. ${AS_CSV}`,
  file_cut_off:
    'Die Datei endet, bevor ihre Liste mit ] schließt. Bis dorthin wurde sie gelesen. Prüfen Sie, ob die Datei ganz ist.',
}

const RECORDS = {
  candidates: 'Mehrere Studierende haben',
  needs: 'Mehrere Gesuche haben',
  offers: 'Mehrere Angebote haben',
  organizations: 'Mehrere Organisationen haben',
  helpers: 'Mehrere Helfer haben',
  records: 'Mehrere Einträge haben',
}
const PARENTS = {
  organization: { several: 'Organisationen', none: 'keine Ihrer Organisationen', two: 'zwei Organisationen' },
  helper: { several: 'Helfer', none: 'keiner Ihrer Helfer', two: 'zwei Helfer' },
  program: { several: 'Programme', none: 'keines Ihrer Programme', two: 'zwei Programme' },
}
const OWNERS = { organization: 'derselben Organisation', helper: 'desselben Helfers' }
const SIGNS = { ',': 'mit Komma', '.': 'mit Punkt' }
const ORDERS = { dmy: 'mit dem Tag vorn', mdy: 'mit dem Monat vorn', ymd: 'mit dem Jahr vorn' }
const DIFFERENCES = { signs: 'Großschreibung, Leerzeichen oder Striche', zeros: 'Nullen am Anfang' }

const FOLLOWED: Readonly<Record<ImportRowMessages['import_followed']['code'], string>> = {
  changed: 'Seitdem wurde es geändert.',
  removed: 'Seitdem wurde es gelöscht oder zusammengeführt.',
  introduction: 'Es gehört zu einer Vermittlung.',
  engagement: 'Daraus ist schon ein Einsatz entstanden.',
  ring: 'Es ist in einem Ring.',
  sprint: 'Es gehört zu einem Sprint.',
  cohort: 'Ein Jahrgang oder seine Wünsche nennen es.',
  placement: 'Ein Ergebnis eines Jahrgangs nennt es. Ist es ein Entwurf, löschen Sie ihn zuerst.',
  need: 'Es hat Gesuche.',
  offer: 'Es hat Angebote.',
  organization: 'Eine Organisation ist damit verbunden.',
  merged: 'Ein anderer Eintrag wurde damit zusammengeführt.',
  disclosure: 'Es wurde einem anderen Partner gezeigt.',
  answered: 'Die andere Seite hat geantwortet.',
  no_way_back: 'Was es vorher war, passt nicht mehr: Etwas, das es nennt, ist nicht mehr da.',
}

const NOT_UNDOABLE: Readonly<
  Record<
    ImportRowMessages['import_not_undoable']['code'],
    (values: { count: number; most: number }) => string
  >
> = {
  dry_run: () => 'Er war nur eine Prüfung und hat nichts geschrieben.',
  too_late: () => 'Er ist vor mehr als 24 Stunden zu Ende gegangen.',
  rows_updated: ({ count }) =>
    `Er hat Einträge geändert (${count}), die schon da waren, und was sie waren, ist nicht mehr bekannt. Ändern Sie sie von Hand, oder importieren Sie eine berichtigte Datei.`,
  nothing_created: () => 'Er hat nichts angelegt und nichts geändert.',
  too_many: ({ count, most }) =>
    `Er hat ${count} Einträge geschrieben. Auf einmal gehen höchstens ${most} zurück.`,
}

const OF_CANDIDATES = { skills: 'Fähigkeiten', majors: 'Studienfächer', languages: 'Sprachen' }
const quoted = (text: string) => `„${text}“`
const withOthers = (names: readonly string[], areMore: boolean) => (areMore ? [...names, 'andere'] : names)
const withMore = (names: readonly string[], more: number) =>
  more > 0 ? [...names, `${more} weitere`] : names
const nameOf = columnNamer(importFieldWords)
const twinNames = ({ twins, areMore }: ImportRowMessages['import_same_email']) =>
  withOthers(
    twins.map(({ name, line }) => (line === null ? name : `${name} (Zeile ${line})`)),
    areMore,
  )

/** Words for the rows of imports and for whole files. */
export const importRowWords: Pick<Texts, keyof ImportRowMessages> = {
  import_row_said: ({ what }) => SAYINGS[what],
  import_how_to_give: () =>
    'Wählen Sie unter „Spalten“ die Spalte, die es enthält, oder schreiben Sie dort einen Wert für alle Zeilen.',
  import_broken_json: ({ line, column, fault }) => `Zeile ${line}, Spalte ${column}: ${JSON_FAULTS[fault]}`,
  import_no_json_object: ({ line, column }) =>
    `Zeile ${line}, Spalte ${column}: Das ist kein JSON-Objekt. Schreiben Sie jeden Eintrag in geschweiften Klammern, wie {"name": "Ada Park"}.`,
  import_needs_columns: ({ columns, beside }, write) => {
    const names = write.list(columns.map((one) => quoted(nameOf(one, write))))
    return beside === null
      ? `Jeder neue Eintrag braucht ${names}.`
      : `Eine Zeile mit ${quoted(nameOf(beside, write))} braucht ${names}.`
  },
  import_too_many_cells: ({ cells, columns }) =>
    `Die Zeile hat ${cells} Zellen, die Überschrift aber nur ${columns}. Löschen Sie die überzähligen, oder setzen Sie Zellen mit Trennzeichen in Anführungszeichen.`,
  import_cells_beyond: ({ most }) => `Die Zeile hat Zellen hinter der Spalte ${most}. Löschen Sie sie.`,
  import_line_has_key: ({ line, key, isOnlyThat }) =>
    `Zeile ${line} hat schon diese ${key === 'id' ? 'Kennung' : 'E-Mail'}.${isOnlyThat ? ' Nur jene Zeile wird importiert.' : ''}`,
  import_line_has_title: ({ line, of }) =>
    `Zeile ${line} hat schon diesen Titel ${OWNERS[of]}. Nur jene Zeile wird importiert. Schreiben Sie einen anderen Titel, oder geben Sie den Zeilen Kennungen.`,
  import_id_unusable: ({ id, isShortened }) =>
    `${isShortened ? `Die Tabelle hat diese Kennung zu ${id} gekürzt.` : 'Eine Kennung hat höchstens 200 Zeichen.'} Sie wurde weggelassen, denn die E-Mail findet den Eintrag.`,
  import_same_email: (twins, { list }) =>
    `Dieselbe E-Mail wie ${list(twinNames(twins))}. Sind es dieselben, behalten Sie einen Eintrag.`,
  import_similar_id: ({ differences, ...twins }, { list }) =>
    `Von ${list(twinNames(twins))} nur verschieden durch ${list(differences.map((one) => DIFFERENCES[one]))}. Sind es dieselben, schreiben Sie dieselbe Kennung.`,
  import_skills_unknown: ({ skills }, { noun }) =>
    `${noun(skills.length, 'Nicht verstandene Fähigkeit', 'Nicht verstandene Fähigkeiten')}: ${skills.join(', ')}. Sie bleiben, wie sie sind, passen aber nur zu denselben Wörtern.`,
  import_country_taken: ({ country }, write) =>
    `Die Zeile sagt es nicht, daher gilt für ein neues Gesuch das Land seiner Organisation: ${write.country(country)}.`,
  import_zone_taken: ({ zone }) =>
    `Die Zeile sagt es nicht, daher gilt für ein neues Gesuch die Zeitzone seiner Organisation: ${zone}.`,
  import_email_of_merged: ({ record }) =>
    `Diese E-Mail gehörte zu einem Eintrag, der mit ${record} zusammengeführt wurde und dessen E-Mail behält. Um sie zu ändern, importieren Sie die Zeile mit ihrer Kennung.`,
  import_several_with_email: ({ noun, names, areMore }, { list }) =>
    `${RECORDS[noun]} diese E-Mail: ${list(withOthers(names, areMore))}. Führen Sie sie zusammen, oder importieren Sie die Zeile mit ihrer Kennung.`,
  import_several_with_title: ({ noun, names, areMore }, { list }) =>
    `${RECORDS[noun]} diesen Titel: ${list(withOthers(names, areMore))}. Schreiben Sie die richtige Kennung in eine eigene Spalte.`,
  import_id_of_other: ({ record, id, hasId }) =>
    `Die E-Mail gehört zu ${record}, ${hasId ? 'dessen Kennung bleibt' : 'ohne Kennung'}. ${quoted(id)} wurde weggelassen.`,
  import_parent_unknown: ({ noun, text }) =>
    `${quoted(text)} ist ${PARENTS[noun].none}. Schreiben Sie die Kennung oder den Namen von etwas, das Sie angelegt haben.`,
  import_parent_ambiguous: ({ noun, text, names, areMore }, { either }) =>
    `Mehrere Ihrer ${PARENTS[noun].several} heißen ${quoted(text)}. Schreiben Sie die richtige Kennung: ${either(withOthers(names, areMore))}.`,
  import_parents_differ: ({ noun, names }, { list }) =>
    `Die Zeile nennt ${PARENTS[noun].two}: ${list(names)}. Behalten Sie eines davon.`,
  import_parent_left_out: ({ noun, text, areSeveral, instead }) =>
    `${areSeveral ? `Mehrere Ihrer ${PARENTS[noun].several} heißen ${quoted(text)}` : `${quoted(text)} ist ${PARENTS[noun].none}`}. Für die Zeile gilt ${instead === null ? 'das Programm des Imports' : `${instead}, was sie auch nennt`}.`,
  import_encoding_mixed: ({ bytes, lines }, { noun }) =>
    `Die Datei ist UTF-8, bis auf ${bytes} ${noun(bytes, 'Byte', 'Bytes')}, zuerst in Zeile ${lines.join(', ')}. Solche Zeilen wurden als windows-1252 gelesen. Prüfen Sie ihre Umlaute.`,
  import_encoding_unsure: ({ encoding }) =>
    `Die Datei ist nicht UTF-8. Sie wurde als ${encoding} gelesen, das am besten passt. Prüfen Sie Umlaute, oder speichern Sie die Datei als UTF-8.`,
  import_columns_ignored: ({ headers }, { noun }) => {
    const names = headers.map(({ header, similar }) =>
      similar === null ? quoted(header) : `${quoted(header)} (meinen Sie ${similar}?)`,
    )
    return `${noun(names.length, 'Diese Spalte wurde', 'Diese Spalten wurden')} weggelassen: ${names.join(', ')}. Wählen Sie unter „Spalten“, was sie enthalten.`
  },
  import_headers_missing: ({ missing, headers, more }) => {
    const names = missing.map(
      ({ header, similar }) =>
        `${quoted(header)}${similar === null ? '' : ` (meinen Sie ${quoted(similar)}?)`}`,
    )
    return `Der Datei fehlt die gewählte Überschrift ${names.join(', ')}. Sie hat: ${withMore(headers, more).join(', ')}.`
  },
  import_columns_missing: ({ columns }, write) =>
    `Der Datei ${write.noun(columns.length, 'fehlt die Spalte', 'fehlen die Spalten')} ${write.list(columns.map((one) => quoted(nameOf(one, write))))}. Ohne sie entstehen keine neuen Einträge.`,
  import_sheets_ignored: ({ sheets }, { noun, list }) => {
    const names = sheets.map(({ name, isVisible }) => quoted(name) + (isVisible ? '' : ' (ausgeblendet)'))
    return `${noun(names.length, 'Ein weiteres Blatt wurde', 'Weitere Blätter wurden')} weggelassen: ${list(names)}. Um ein anderes zu importieren, speichern Sie es als eigene Datei.`
  },
  import_columns_hidden: ({ headers, more }, { noun, list }) =>
    `${noun(headers.length + more, 'Eine ausgeblendete Spalte wurde', 'Ausgeblendete Spalten wurden')} auch gelesen: ${list(withMore(headers.map(quoted), more))}. Um eine wegzulassen, wählen Sie das unter „Spalten“.`,
  import_rows_hidden: ({ count, ranges, areMore }, { noun }) =>
    `${noun(count, 'Eine ausgeblendete Zeile wurde', `${count} ausgeblendete Zeilen wurden`)} weggelassen: ${withOthers(ranges, areMore).join(', ')}. Um sie zu importieren, blenden Sie alle Zeilen ein, und laden Sie die Datei noch einmal hoch.`,
  import_decimals_found: ({ shown }, write) => {
    const said = shown.map(
      ({ column, sign, cell, line }) =>
        `${nameOf(column, write)} (${SIGNS[sign]}, wie ${quoted(cell)} in Zeile ${line} zeigt)`,
    )
    return `Zahlen wie 1,500 und 1.500 wurden nach dem Dezimalzeichen ihrer Spalte gelesen: ${write.list(said)}. Wenn das nicht stimmt, wählen Sie es unter „Spalten“.`
  },
  import_date_orders_found: ({ shown }, write) => {
    const said = shown.map(
      ({ column, order, cell, line }) =>
        `${nameOf(column, write)} ${ORDERS[order]}, wie ${quoted(cell)} in Zeile ${line} zeigt`,
    )
    return `So wurden Daten aus Zahlen gelesen: ${said.join('; ')}. Wenn das nicht stimmt, wählen Sie die Reihenfolge unter „Spalten“.`
  },
  import_cells_without_header: ({ columns, more }, { list, noun }) => {
    const names = columns.map(
      ({ letters, count, line }) =>
        `Spalte ${letters} (${count} ${noun(count, 'Zelle', 'Zellen')}, zuerst in Zeile ${line})`,
    )
    return `Zellen ohne Überschrift wurden weggelassen: ${list(withMore(names, more))}. Um sie zu importieren, schreiben Sie eine Überschrift darüber.`
  },
  import_header_unread: ({ line }) => `Die Überschrift in Zeile ${line} ist nicht zu lesen.`,
  import_key_missing: ({ key, line, headers, more }, write) =>
    `Die Überschrift hat keine Spalte ${quoted(nameOf(key, write))}. Als Überschrift wurde Zeile ${line} gelesen: ${withMore(headers, more).join(', ')}.`,
  import_too_many_rows: ({ most }, write) =>
    `Eine Datei darf höchstens ${write.number(most)} Zeilen haben. Spätere wurden nicht gelesen: Importieren Sie sie als eigene Datei.`,
  import_too_many_columns: ({ line, columns, most }) =>
    `Die Überschrift in Zeile ${line} hat ${columns} Spalten. Eine Datei darf ${most} haben: Löschen Sie die, die Sie nicht brauchen.`,
  import_sheet_unknown: ({ sheet, sheets }) =>
    `Die Arbeitsmappe hat kein Blatt ${quoted(sheet)}. Ihre Blätter heißen ${sheets.map(quoted).join(', ')}.`,
  import_sheet_empty: ({ sheet }) =>
    `Das Blatt ${quoted(sheet)} hat keine Zeile mit Überschriften. Schreiben Sie eine, und laden Sie die Datei noch einmal hoch.`,
  import_workbook_too_large: ({ mib }) =>
    `Ein Teil der Arbeitsmappe hat ausgepackt mehr als ${mib} MiB. ${AS_CSV}`,
  import_too_many_merged: ({ most }) =>
    `Das Blatt hat mehr als ${most} verbundene Zellen. Trennen Sie sie, oder speichern Sie das Blatt als CSV UTF-8.`,
  import_text_unknown: ({ row }) =>
    `Zeile ${row} des Blattes nennt einen Text, den die Arbeitsmappe nicht hat. Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie neu, und versuchen Sie es noch einmal.`,
  import_followed: ({ code }) => FOLLOWED[code],
  import_not_undoable: ({ code, ...values }) => NOT_UNDOABLE[code](values),
  import_write_like: ({ example, isEntry }) =>
    `Schreiben Sie ${isEntry ? 'einen Eintrag' : 'es'} so: ${example}.`,
  import_most_of_candidate: ({ most, noun, of }, { number }) =>
    `Studierende haben höchstens ${number(most)} ${OF_CANDIDATES[noun]}${of === null ? '' : `, und von ${number(of)} wurden die ersten behalten`}.`,
  import_level_unread: ({ cell }) =>
    `${quoted(cell)} ist keine Stufe. Schreiben Sie beginner, intermediate, advanced oder expert.`,
  import_resume_too_long: ({ withoutPicture, sections }, { list }) =>
    `Der Lebenslauf ist länger als 64 KiB. Er wurde ohne Folgendes behalten: ${list([...(withoutPicture ? ['Bild'] : []), ...sections])}.`,
  import_field_kept_with_resume: ({ field, meant }) =>
    `${quoted(field)} ist kein Feld von Studierenden und wurde nur mit dem Lebenslauf behalten. Meinten Sie ${meant}?`,
  import_key_of_no_column: ({ key }) => `${quoted(key)} benennt keine Spalte.`,
  import_cancelled: ({ rows, areWritten }) =>
    `Der Import wurde abgebrochen. ${areWritten ? `Die ersten ${rows} Zeilen wurden importiert und bleiben` : `${rows} Zeilen wurden geprüft`}; der Rest der Datei wurde nicht gelesen.`,
}
