import type { ImportCellMessages } from '../../../desk/import-cells.ts'
import type { Texts } from '../../texts.ts'

const DATE = 'Schreiben Sie Daten wie 2027-05-14.'
const WEEKLY = 'Schreiben Sie Wochenstunden wie Mo-Mi 13:00-17:00; Fr 09:00-12:00.'
const SESSIONS = 'Schreiben Sie Termine wie 2027-03-13 09:00 bis 12:00 x3; 2027-03-20 09:00 bis 12:00.'
const DAYS = 'Schreiben Sie Tage wie 2027-03-14 bis 2027-03-21; 2027-05-01.'
const EMAIL = 'Schreiben Sie eine Adresse wie dana@example.org.'
const MONEY = 'Schreiben Sie Geld wie 20,00 EUR.'
const PHONE = 'Schreiben Sie sie wie +49 30 901820.'
const FOREIGN_PHONE = 'Schreiben Sie Nummern anderer Länder mit deren Vorwahl, wie +33 6 88 23 43 20.'
const COUNTRY = 'Schreiben Sie ein Land wie DE oder Deutschland.'
const HOURS_A_WEEK = 'Schreiben Sie die Stunden je Woche wie 10.'

/** What follows the cell. */
const UNREAD: Readonly<Record<ImportCellMessages['import_unread']['as'], string>> = {
  email: `ist keine E-Mail-Adresse. ${EMAIL}`,
  email_too_long: `ist zu lang für eine E-Mail-Adresse. ${EMAIL}`,
  session: `ist als Termin nicht zu verstehen. ${SESSIONS}`,
  session_too_long: `ist zu lang für einen Termin. ${SESSIONS}`,
  session_parts:
    'ist als Termin nicht zu verstehen. Schreiben Sie Beginn und Ende wie 2027-03-13 09:00 und die Plätze wie 3.',
  language: 'ist keine Sprache. Schreiben Sie eine Sprache wie Englisch oder en.',
  languages: 'nennt keine Sprache. Schreiben Sie Sprachen wie Englisch; Spanisch.',
  languages_too_long:
    'ist zu lang für eine Liste von Sprachen. Schreiben Sie Sprachen wie Englisch; Spanisch.',
  date: `ist kein Datum. ${DATE}`,
  date_incomplete: `hat keinen Tag oder kein Jahr. ${DATE}`,
  date_without_day: `sagt nicht, welcher Tag gemeint ist. ${DATE}`,
  date_not_in_calendar: `steht in keinem Kalender. ${DATE}`,
  date_without_year: `sagt nicht, welche Zahl das Jahr ist. ${DATE}`,
  days: `ist kein Zeitraum. ${DAYS}`,
  days_reversed: `endet vor dem Beginn. ${DAYS}`,
  term: 'sagt nicht, welcher Monat gemeint ist. Schreiben Sie einen Monat wie 2028-05 oder ein Datum wie 2028-05-20.',
  term_code:
    'sieht aus wie das Kürzel eines Semesters, das an jeder Hochschule etwas anderes heißt. Schreiben Sie ein Datum wie 2028-05-20.',
  hours: 'ist keine Zahl von Stunden. Schreiben Sie Stunden wie 2,5 oder 2:30.',
  break: 'ist keine Länge einer Pause. Schreiben Sie Minuten wie 30.',
  age: 'ist kein Alter. Schreiben Sie ein Alter wie 17, oder unter 16, 16-17, 18-20 oder 21+.',
  money: `ist kein Geldbetrag. ${MONEY}`,
  money_without_currency: `nennt keine Währung. ${MONEY}`,
  money_by_hour: 'gilt je Stunde. Schreiben Sie den ganzen Betrag wie 500,00 EUR.',
  count: 'ist keine ganze Zahl. Schreiben Sie eine Zahl wie 2.',
  hours_per_week: `ist keine Zahl von Stunden. ${HOURS_A_WEEK}`,
  hours_per_month: `nennt Stunden je Monat. ${HOURS_A_WEEK}`,
  hours_per_day: `nennt Stunden je Tag. ${HOURS_A_WEEK}`,
  hours_of_longer_time: `nennt Stunden einer längeren Zeit. ${HOURS_A_WEEK}`,
  distance: 'ist keine Entfernung. Schreiben Sie Kilometer wie 25.',
  weekly_hours: `ist als Wochenstunden nicht zu verstehen. ${WEEKLY}`,
  weekly_hours_too_long: `ist zu lang für Wochenstunden. ${WEEKLY}`,
  time_zone: 'ist keine Zeitzone. Schreiben Sie die Zone einer Stadt, wie Europe/Berlin.',
  phone: `ist keine Telefonnummer. ${PHONE}`,
  phone_of_no_country: `ist keine Telefonnummer irgendeines Landes. ${PHONE}`,
  phone_without_country: `hat keine Vorwahl eines Landes. ${FOREIGN_PHONE}`,
  place: 'ist kein Ort. Schreiben Sie eine Stadt wie Köln.',
  metadata:
    'ist nicht als Metadaten zu lesen. Schreiben Sie {"crm_id": "77"}, oder geben Sie jedem Schlüssel eine Spalte wie metadata.crm_id.',
  web_address: 'ist keine Adresse einer Webseite. Schreiben Sie sie wie https://example.org.',
  country: `ist kein Land. ${COUNTRY}`,
  korea: `kann Südkorea oder Nordkorea heißen. ${COUNTRY}`,
  congo: `kann die DR Kongo oder die Republik Kongo (CG) heißen. ${COUNTRY}`,
  yes_or_no: 'ist nicht klar ja oder nein. Schreiben Sie ja oder nein.',
}

const SAYINGS: Readonly<Record<ImportCellMessages['import_cell_said']['what'], string>> = {
  left_out: 'Es wurde weggelassen.',
  part_refused: 'Es wurde weggelassen, weil ein anderer Teil desselben Feldes abgewiesen wurde.',
  time_left_out: 'Die Uhrzeit wurde weggelassen.',
  name_empty: 'Der Name ist leer. Schreiben Sie ihn wie Noa Bright.',
  name_parts_empty: 'Der Name ist leer. Schreiben Sie Vornamen und Nachnamen, wie Noa und Bright.',
  id_empty: 'Die Kennung ist leer. Schreiben Sie sie wie S-1001.',
  skills_empty:
    'Die Liste der Fähigkeiten ist leer. Schreiben Sie Fähigkeiten wie Buchhaltung; Excel: advanced.',
  no_sessions: `Die Zelle hat keine Termine. ${SESSIONS}`,
  no_days: `Die Zelle hat keine Tage. ${DAYS}`,
  exact_cell:
    'Der Text nach **JSON** ist kein JSON. Stellen Sie die Zelle wieder her, oder schreiben Sie den Wert ohne **JSON**.',
  zone_without_hours: 'Die Zeitzone der Stunden braucht Stunden in der Spalte für Wochenstunden.',
  gross_hours_unused: 'Die Stunden mit Pause wurden nicht benutzt, denn die Stunden ohne Pause gehen vor.',
  phone_part_alone: 'Ein Teil einer Telefonnummer braucht die Nummer in der Spalte für das Telefon.',
  phone_area_of_its_own: 'Die Telefonnummer hat schon eine Ortsvorwahl.',
  letter_lost:
    'Ein Buchstabe ging vor dem Hochladen verloren: An seiner Stelle steht \u{fffd}. Berichtigen Sie ihn.',
}

const FAULTS: Readonly<Record<ImportCellMessages['import_spreadsheet_fault']['fault'], string>> = {
  points_nowhere: 'Eine Formel zeigt auf eine gelöschte Zelle',
  unknown_name: 'Eine Formel benutzt einen Namen, den die Tabelle nicht kennt',
  wrong_kind: 'Eine Formel bekam Text statt einer Zahl oder umgekehrt',
  by_zero: 'Eine Formel teilt durch 0 oder durch eine leere Zelle',
  not_found: 'Eine Formel hat einen Wert gesucht und nicht gefunden',
  bad_number: 'Eine Formel ergibt eine unmögliche oder zu große Zahl',
  no_overlap: 'Eine Formel verbindet Bereiche ohne gemeinsame Zelle',
  no_room: 'Das Ergebnis einer Formel hat neben der Zelle keinen Platz',
  not_computed: 'Eine Formel lässt sich nicht berechnen',
  not_loaded: 'Die Daten wurden noch geladen, als die Datei gespeichert wurde',
  no_field: 'Eine Formel fragt nach einem Feld, das den Daten fehlt',
  blocked: 'Die Tabelle hat die Quelle der Daten gesperrt',
  not_reached: 'Die Tabelle hat die Quelle der Daten nicht erreicht',
  unknown_data: 'Die Tabelle kennt diese Art von Daten nicht',
}

const NOUNS: Readonly<Record<ImportCellMessages['import_list_empty']['noun'], string>> = {
  entries: 'Einträge',
  skills: 'Fähigkeiten',
  majors: 'Studienfächer',
  choices: 'Wünsche',
  causes: 'Anliegen',
  requirements: 'Voraussetzungen',
  goals: 'Ziele',
  organizations: 'Organisationen',
}
const MODALITIES = { remote: 'von zu Hause', onsite: 'vor Ort', hybrid: 'teils vor Ort, teils von zu Hause' }

const KINDS = { solopreneur: 'Solo', small_business: 'Kleinunternehmen', nonprofit: 'gemeinnützig' }
const BANDS = { under_16: 'unter 16', '16_17': '16-17', '18_20': '18-20', '21_plus': '21+' }

const quoted = (text: string) => `„${text}“`
const allQuoted = (texts: readonly string[]) => texts.map(quoted)
const under = ({ cell, header }: { cell: string; header: string }) =>
  `${quoted(cell)} unter ${quoted(header)}`

/** Words for the cells of imports. */
export const importCellWords: Pick<Texts, keyof ImportCellMessages> = {
  import_cell_said: ({ what }) => SAYINGS[what],
  import_in_english: ({ text }) => text,
  import_required: () => 'Das fehlt. Füllen Sie die Zelle aus.',
  import_limit: ({ relation, value, unit }, { noun }) => {
    const limit = `${relation === 'least' ? 'mindestens' : 'höchstens'} ${value}`
    if (unit === 'number') return `Schreiben Sie eine Zahl von ${limit}.`
    const nouns = unit === 'entries' ? noun(value, 'Eintrag', 'Einträge') : 'Zeichen'
    return `Schreiben Sie ${limit} ${nouns}.`
  },
  import_unread: ({ cell, as }) => `${quoted(cell)} ${UNREAD[as]}`,
  import_weekly_part_unread: ({ cell, part }) =>
    `${quoted(part)} in ${quoted(cell)} ist weder als Tag noch als Uhrzeit zu verstehen. ${WEEKLY}`,
  import_phone_unread_in: ({ cell, country }, write) =>
    `${quoted(cell)} ist keine Telefonnummer (Land: ${write.country(country)}). ${FOREIGN_PHONE}`,
  import_words_unread: ({ cell, choices }, { either }) =>
    `${quoted(cell)} ist hier nicht zu verstehen. Schreiben Sie ${either(choices)}.`,
  import_words_left_out: ({ cells, choices }, { list, either }) =>
    `Nicht verstanden und weggelassen: ${list(allQuoted(cells))}. Schreiben Sie ${either(choices)}.`,
  import_languages_left_out: ({ cells }, { list }) =>
    `Nicht als Sprache verstanden und weggelassen: ${list(allQuoted(cells))}.`,
  import_number_unread: ({ cell, example }) =>
    `${quoted(cell)} ist keine Zahl. Schreiben Sie eine Zahl wie ${example}.`,
  import_number_ambiguous: ({ cell, asThousands, asDecimal }) =>
    `${quoted(cell)} kann ${asThousands} oder ${asDecimal} heißen. Schreiben Sie die Zahl ohne Trennzeichen für Tausender, oder wählen Sie unter „Spalten“ das Dezimalzeichen.`,
  import_money_ambiguous: ({ cell, asThousands, asDecimal, example }) =>
    `${quoted(cell)} kann ${asThousands} oder ${asDecimal} heißen. Schreiben Sie den Betrag wie ${example}.`,
  import_money_by: ({ cell, unit }) =>
    `${quoted(cell)} gilt je „${unit}“. Schreiben Sie den ganzen Betrag wie 500,00 EUR.`,
  import_money_not_payable: ({ cell, currency }) =>
    `${quoted(cell)} ist kein Betrag, der in ${currency} zu zahlen ist. ${MONEY}`,
  import_date_ambiguous: ({ cell, days, example }, { either }) =>
    `${quoted(cell)} kann ${either(days)} heißen. Schreiben Sie Daten wie ${example}, oder wählen Sie unter „Spalten“ die Reihenfolge im Datum.`,
  import_year_out_of_range: ({ cell, first, last }) =>
    `${quoted(cell)} liegt nicht zwischen den Jahren ${first} und ${last}. ${DATE}`,
  import_month_unknown: ({ cell, month }) =>
    `${quoted(cell)} ist kein Datum: Einen Monat ${month} gibt es nicht. ${DATE}`,
  import_month_too_short: ({ cell, days }) =>
    `${quoted(cell)} steht in keinem Kalender: Dieser Monat hat ${days} Tage.`,
  import_year_read: ({ cell, year }) => `Das Jahr von ${quoted(cell)} wurde als ${year} gelesen.`,
  import_date_in_other_order: ({ cell, day }) =>
    `${quoted(cell)} wurde als ${day} gelesen, denn in der gewählten Reihenfolge ist es kein Tag.`,
  import_date_with_points: ({ cell, day, country }, write) =>
    `${quoted(cell)} wurde als ${day} gelesen: Mit Punkten steht der Tag vorn, wie in ${write.country(country)}.`,
  import_day_of_excel: ({ number, day }) =>
    `${number} wurde als ${day} gelesen, der Tag dieser Zahl in Excel.`,
  import_midnight: ({ day, zone }) => `Die Uhrzeit wurde als Mitternacht vom ${day} in ${zone} gelesen.`,
  import_read_in_zone: ({ cell, zone }) => `${quoted(cell)} wurde in der Zeitzone ${zone} gelesen.`,
  import_read_as_beginning: ({ day, zone }) =>
    `${day} wurde als Beginn dieses Tages in der Zeitzone ${zone} gelesen.`,
  import_read_as: ({ cell, value, country }, write) =>
    `${quoted(cell)} wurde als ${value} gelesen${country === null ? '' : ` (Land: ${write.country(country)})`}.`,
  import_read_as_text: ({ cell, text }) => `${quoted(cell)} wurde als ${quoted(text)} gelesen.`,
  import_read_as_lower: ({ cell, value }) => `${quoted(cell)} wurde als ${value} gelesen, die kleinere Zahl.`,
  import_read_as_minutes: ({ cell }) => `${quoted(cell)} wurde als Minuten gelesen.`,
  import_read_as_no: ({ cell }) => `${quoted(cell)} wurde als Nein gelesen.`,
  import_read_as_country: ({ cell }) => `${quoted(cell)} wurde als Land gelesen.`,
  import_read_as_place: ({ cell, country }, write) =>
    `${quoted(cell)} wurde als Ort gelesen (Land: ${write.country(country)}).`,
  import_read_as_youngest: ({ cell, band }) =>
    `${quoted(cell)} kann mehrere Altersgruppen meinen und wurde als die jüngste gelesen: ${BANDS[band]}.`,
  import_language_read: ({ cell, tag, left }, write) =>
    `${quoted(cell)} wurde als ${write.language(tag)} gelesen. Weggelassen: ${quoted(left)}.`,
  import_break_taken_off: ({ minutes }) =>
    `Eine Pause von ${minutes} Minuten gehört nicht zu den Stunden: Der Eintrag hat die Stunden und den Tag, ohne Beginn und Ende.`,
  import_email_kept: ({ email, others, words }, { list }) =>
    `${email} blieb als E-Mail-Adresse. Weggelassen: ${list([...others, ...(words === '' ? [] : [quoted(words)])])}.`,
  import_phone_kept: ({ phone, left }) => `${phone} blieb als Telefonnummer. Weggelassen: ${quoted(left)}.`,
  import_phone_without_extension: ({ phone, extension }) =>
    `${phone} blieb als Telefonnummer. Weggelassen: die Durchwahl ${extension}.`,
  import_phone_not_in_use: ({ cell }) =>
    `${quoted(cell)} ist keine Nummer, die heute vergeben ist. Prüfen Sie sie.`,
  import_number_shortened: ({ what, text }) =>
    what === 'phone'
      ? `Die Tabelle hat diese Telefonnummer zu ${text} gekürzt, ihre Ziffern sind verloren. ${PHONE}`
      : `Die Tabelle hat diese Kennung zu ${text} gekürzt, ihre Ziffern sind verloren. Formatieren Sie die Spalte als Text, und schreiben Sie die Kennung ganz.`,
  import_id_was_number: ({ cell, id }) =>
    `${cell} wurde als ${id} gelesen: Die Tabelle hat die Kennung als Zahl behandelt.`,
  import_id_was_date: ({ cell }) =>
    `${quoted(cell)} sieht aus wie eine Kennung, aus der die Tabelle ein Datum gemacht hat. Vergleichen Sie sie mit Ihren Unterlagen.`,
  import_name_kept: ({ cell }) =>
    `${quoted(cell)} blieb, wie es ist. Schreiben Sie Namen wie Noa Bright oder Bright, Noa.`,
  import_list_empty: ({ noun }) =>
    `Die Liste ist leer. Trennen Sie ${NOUNS[noun]} mit Semikolons: eins; zwei.`,
  import_list_kept_as_one: ({ cell, noun }) =>
    `${quoted(cell)} blieb ein Eintrag. Trennen Sie ${NOUNS[noun]} mit Semikolons.`,
  import_first_kept: ({ count, most, noun, left }, { list }) =>
    `${NOUNS[noun]}: Von ${count} blieben die ersten ${most}. Weggelassen: ${list(allQuoted(left))}.`,
  import_only_first: ({ most, what }) =>
    `Nur die ersten ${most} ${what === 'days' ? 'Zeiträume' : 'Termine'} wurden behalten.`,
  import_skill_kept_as_one: ({ cell }) =>
    `${quoted(cell)} blieb eine Fähigkeit, denn nicht jeder Teil davon ist bekannt. Trennen Sie Fähigkeiten mit Semikolons.`,
  import_skill_twice: ({ cell, left }, { list }) =>
    `${quoted(cell)} steht mehrmals da. Weggelassen: ${list(left)}.`,
  import_skill_details: ({ words, skill, areImportances, isKept }) =>
    `${quoted(words)} neben ${quoted(skill)} ist keine Stufe${areImportances ? ' und keine Wichtigkeit' : ''} und wurde ${isKept ? 'als Teil der Fähigkeit behalten' : 'weggelassen'}. Schreiben Sie es wie Excel: fortgeschritten.`,
  import_zone_unclear: ({ cell, zones }, { either }) =>
    `${quoted(cell)} sagt nicht, welcher Ort gemeint ist. Schreiben Sie die Zone einer Stadt, etwa ${either(zones)}.`,
  import_place_left_out: ({ cell, left }, { list }) =>
    `Weggelassen von ${quoted(cell)}: ${list(allQuoted(left))}.`,
  import_spreadsheet_narrow: ({ shown }) =>
    `Die Tabelle zeigt ${shown}: Die Spalte war beim Speichern zu schmal. Machen Sie sie breiter, und speichern Sie die Datei noch einmal.`,
  import_spreadsheet_fault: ({ shown, fault }) =>
    `Die Tabelle zeigt ${shown}: ${FAULTS[fault]}. Berichtigen Sie die Formel, oder schreiben Sie den Wert selbst.`,
  import_names_differ: ({ full, inParts }) =>
    `Der volle Name ${quoted(full)} und der Name in Teilen ${quoted(inParts)} sind verschieden. Behalten Sie einen davon.`,
  import_columns_differ: ({ headers, cells }, { list }) =>
    `Die Spalten ${list(allQuoted(headers))} sagen Verschiedenes: ${list(allQuoted(cells))}. Behalten Sie eines davon.`,
  import_other_cells_unused: ({ others, first }, { list }) =>
    `Nicht benutzt: ${list(others.map(under))}, denn ${quoted(first)} geht vor.`,
  import_modality_unused: ({ modality, own }) =>
    `Andere Spalten sagen ${quoted(MODALITIES[modality])}. Das wurde nicht benutzt, denn ${quoted(own)} geht vor.`,
  import_hours_without_break: ({ hours, minutes, left }, { number }) =>
    `${number(hours)} Stunden sind mit der Pause von ${minutes} Minuten. Ohne sie sind es ${number(left)}.`,
  import_place_unused: ({ cell, own }) =>
    `Der Ort sagt ${quoted(cell)}. Das wurde nicht benutzt, denn die eigene Spalte sagt ${quoted(own)}.`,
  import_country_from: ({ country, cells }, write) =>
    `Als Land wurde ${write.country(country)} gelesen, denn die Zeile nennt ${write.list(allQuoted(cells))}.`,
  import_answer_unread: (said) => `${under(said)} ist nicht klar ja oder nein. Schreiben Sie ja oder nein.`,
  import_answer_unused: (said) => `${under(said)} wurde nicht benutzt, denn die Spalte für die Art geht vor.`,
  import_answer_read: ({ kind, ...said }) => `${under(said)} wurde so gelesen: ${KINDS[kind]}.`,
  import_answer_says_not: (said) =>
    `${under(said)} sagt nur, was die Organisation nicht ist. Schreiben Sie ihre Art: Kleinunternehmen oder Solo.`,
  import_answers_read: ({ answers, modality }, { list }) =>
    `${list(answers.map(under))} wurde so gelesen: ${MODALITIES[modality]}.`,
  import_answers_leave_nothing: ({ answers }, { list }) =>
    `${list(answers.map(under))} lässt keinen Arbeitsort übrig.`,
  import_text_garbled: ({ meant }) => `Gemeint ist wohl ${quoted(meant)}. Berichtigen Sie es.`,
  import_cells_merged: ({ cells, column }) =>
    `Die Zellen ${cells} sind verbunden. Ihr Wert wurde nur für die Spalte ${column} gelesen.`,
}
