import type { ImportCellMessages } from '../../../desk/import-cells.ts'
import type { Texts } from '../../texts.ts'

const DATE = 'Escriba las fechas así: 2027-05-14.'
const WEEKLY = 'Escriba el horario semanal así: Lu-Mi 13:00-17:00; Vi 09:00-12:00.'
const SESSIONS = 'Escriba las sesiones así: 2027-03-13 09:00 hasta 12:00 x3; 2027-03-20 09:00 hasta 12:00.'
const DAYS = 'Escriba los días así: 2027-03-14 hasta 2027-03-21; 2027-05-01.'
const EMAIL = 'Escriba una sola dirección, como dana@example.org.'
const MONEY = 'Escriba el dinero así: 20,00 EUR.'
const PHONE = 'Escríbalo así: +34 912 34 56 78.'
const FOREIGN_PHONE = 'Escriba los números de otros países con su prefijo, como +33 6 88 23 43 20.'
const COUNTRY = 'Escriba un país, como ES o España.'
const HOURS_A_WEEK = 'Escriba las horas por semana así: 10.'

/** What follows the cell. */
const UNREAD: Readonly<Record<ImportCellMessages['import_unread']['as'], string>> = {
  email: `no es una dirección de correo. ${EMAIL}`,
  email_too_long: `es demasiado largo para una dirección de correo. ${EMAIL}`,
  session: `no se entiende como sesión. ${SESSIONS}`,
  session_too_long: `es demasiado largo para una sesión. ${SESSIONS}`,
  session_parts:
    'no se entiende como sesión. Escriba el comienzo y el final así: 2027-03-13 09:00, y los puestos así: 3.',
  language: 'no es un idioma. Escriba un idioma, como inglés o en.',
  languages: 'no nombra ningún idioma. Escriba los idiomas así: inglés; español.',
  languages_too_long:
    'es demasiado largo para una lista de idiomas. Escriba los idiomas así: inglés; español.',
  date: `no es una fecha. ${DATE}`,
  date_incomplete: `no tiene día o no tiene año. ${DATE}`,
  date_without_day: `no dice qué día es. ${DATE}`,
  date_not_in_calendar: `no es un día del calendario. ${DATE}`,
  date_without_year: `no dice qué número es el año. ${DATE}`,
  days: `no es un intervalo de días. ${DAYS}`,
  days_reversed: `termina antes de empezar. ${DAYS}`,
  term: 'no dice qué mes es. Escriba un mes como 2028-05 o una fecha como 2028-05-20.',
  term_code:
    'parece el código de un semestre, que en cada escuela significa otra cosa. Escriba una fecha como 2028-05-20.',
  hours: 'no es un número de horas. Escriba las horas así: 2,5 o 2:30.',
  break: 'no es la duración de una pausa. Escriba los minutos así: 30.',
  age: 'no es una edad. Escriba una edad como 17, o menos de 16, 16-17, 18-20 o 21+.',
  money: `no es una cantidad de dinero. ${MONEY}`,
  money_without_currency: `no dice la moneda. ${MONEY}`,
  money_by_hour: 'se paga por hora. Escriba la cantidad total, como 500,00 EUR.',
  count: 'no es un número entero. Escriba un número como 2.',
  hours_per_week: `no es un número de horas. ${HOURS_A_WEEK}`,
  hours_per_month: `da las horas por mes. ${HOURS_A_WEEK}`,
  hours_per_day: `da las horas por día. ${HOURS_A_WEEK}`,
  hours_of_longer_time: `da las horas de un tiempo más largo. ${HOURS_A_WEEK}`,
  distance: 'no es una distancia. Escriba los kilómetros así: 25.',
  weekly_hours: `no se entiende como horario semanal. ${WEEKLY}`,
  weekly_hours_too_long: `es demasiado largo para un horario semanal. ${WEEKLY}`,
  time_zone: 'no es una zona horaria. Escriba la zona de una ciudad, como Europe/Madrid.',
  phone: `no es un número de teléfono. ${PHONE}`,
  phone_of_no_country: `no es un número de teléfono de ningún país. ${PHONE}`,
  phone_without_country: `no tiene el prefijo de su país. ${FOREIGN_PHONE}`,
  place: 'no es un lugar. Escriba una ciudad, como Valencia.',
  metadata:
    'no se lee como metadatos. Escriba {"crm_id": "77"}, o dé a cada clave una columna como metadata.crm_id.',
  web_address: 'no es la dirección de una página web. Escríbala así: https://example.org.',
  country: `no es un país. ${COUNTRY}`,
  korea: `puede ser Corea del Sur o Corea del Norte. ${COUNTRY}`,
  congo: `puede ser la RD del Congo o el Congo (CG). ${COUNTRY}`,
  yes_or_no: 'no es claramente sí o no. Escriba sí o no.',
}

const SAYINGS: Readonly<Record<ImportCellMessages['import_cell_said']['what'], string>> = {
  left_out: 'Se ha dejado fuera.',
  part_refused: 'Se ha dejado fuera, porque otra parte del mismo campo se ha rechazado.',
  time_left_out: 'La hora se ha dejado fuera.',
  name_empty: 'El nombre está vacío. Escríbalo así: Noa Bright.',
  name_parts_empty: 'El nombre está vacío. Escriba nombre y apellido, como Noa y Bright.',
  id_empty: 'El identificador está vacío. Escríbalo así: S-1001.',
  skills_empty: 'La lista de habilidades está vacía. Escríbalas así: contabilidad; Excel: avanzado.',
  no_sessions: `La celda no tiene sesiones. ${SESSIONS}`,
  no_days: `La celda no tiene días. ${DAYS}`,
  exact_cell: 'El texto tras **JSON** no es JSON válido. Restaure la celda, o escriba el valor sin **JSON**.',
  zone_without_hours: 'La zona horaria del horario necesita horas en la columna del horario semanal.',
  gross_hours_unused: 'Las horas con pausa no se han usado, porque las horas sin pausa van primero.',
  phone_part_alone: 'Una parte de un teléfono necesita el número en la columna del teléfono.',
  phone_area_of_its_own: 'El número de teléfono ya tiene un prefijo local.',
  letter_lost: 'Se perdió una letra antes de subir el archivo: en su lugar está \u{fffd}. Corríjala.',
}

const FAULTS: Readonly<Record<ImportCellMessages['import_spreadsheet_fault']['fault'], string>> = {
  points_nowhere: 'una fórmula apunta a una celda borrada',
  unknown_name: 'una fórmula usa un nombre que la hoja no conoce',
  wrong_kind: 'una fórmula recibió texto donde necesita un número, o al revés',
  by_zero: 'una fórmula divide por cero o por una celda vacía',
  not_found: 'una fórmula buscó un valor y no lo encontró',
  bad_number: 'una fórmula da un número imposible o demasiado grande',
  no_overlap: 'una fórmula combina rangos sin ninguna celda común',
  no_room: 'el resultado de una fórmula no cabe junto a la celda',
  not_computed: 'una fórmula no se puede calcular',
  not_loaded: 'los datos aún se cargaban cuando se guardó el archivo',
  no_field: 'una fórmula pide un campo que los datos no tienen',
  blocked: 'la hoja bloqueó el origen de los datos',
  not_reached: 'la hoja no alcanzó el origen de los datos',
  unknown_data: 'la hoja no conoce este tipo de datos',
}

const NOUNS: Readonly<Record<ImportCellMessages['import_list_empty']['noun'], string>> = {
  entries: 'las entradas',
  skills: 'las habilidades',
  majors: 'las carreras',
  choices: 'las preferencias',
  causes: 'las causas',
  requirements: 'los requisitos',
  goals: 'los objetivos',
  organizations: 'las organizaciones',
}
const MODALITIES = { remote: 'a distancia', onsite: 'presencial', hybrid: 'híbrido' }
const KINDS = { solopreneur: 'autónomo', small_business: 'pequeña empresa', nonprofit: 'sin ánimo de lucro' }
const BANDS = { under_16: 'menos de 16', '16_17': '16-17', '18_20': '18-20', '21_plus': '21+' }

const quoted = (text: string) => `«${text}»`
const allQuoted = (texts: readonly string[]) => texts.map(quoted)
const under = ({ cell, header }: { cell: string; header: string }) => `${quoted(cell)} bajo ${quoted(header)}`

/** Words for the cells of imports. */
export const importCellWords: Pick<Texts, keyof ImportCellMessages> = {
  import_cell_said: ({ what }) => SAYINGS[what],
  import_in_english: ({ text }) => text,
  import_required: () => 'Esto falta. Rellene la celda.',
  import_limit: ({ relation, value, unit }, { noun }) => {
    const limit = `${relation === 'least' ? 'al menos' : 'como máximo'} ${value}`
    if (unit === 'number') return `Escriba un número de ${limit}.`
    const nouns =
      unit === 'entries' ? noun(value, 'entrada', 'entradas') : noun(value, 'carácter', 'caracteres')
    return `Escriba ${limit} ${nouns}.`
  },
  import_unread: ({ cell, as }) => `${quoted(cell)} ${UNREAD[as]}`,
  import_weekly_part_unread: ({ cell, part }) =>
    `${quoted(part)} en ${quoted(cell)} no se entiende como día ni como hora. ${WEEKLY}`,
  import_phone_unread_in: ({ cell, country }, write) =>
    `${quoted(cell)} no es un número de teléfono (país: ${write.country(country)}). ${FOREIGN_PHONE}`,
  import_words_unread: ({ cell, choices }, { either }) =>
    `${quoted(cell)} no se entiende aquí. Escriba ${either(choices)}.`,
  import_words_left_out: ({ cells, choices }, { list, either }) =>
    `No se entiende y se ha dejado fuera: ${list(allQuoted(cells))}. Escriba ${either(choices)}.`,
  import_languages_left_out: ({ cells }, { list }) =>
    `No se entiende como idioma y se ha dejado fuera: ${list(allQuoted(cells))}.`,
  import_number_unread: ({ cell, example }) =>
    `${quoted(cell)} no es un número. Escriba un número como ${example}.`,
  import_number_ambiguous: ({ cell, asThousands, asDecimal }) =>
    `${quoted(cell)} puede ser ${asThousands} o ${asDecimal}. Escríbalo sin separador de miles, o elija el signo decimal en Columnas.`,
  import_money_ambiguous: ({ cell, asThousands, asDecimal, example }) =>
    `${quoted(cell)} puede ser ${asThousands} o ${asDecimal}. Escríbalo así: ${example}.`,
  import_money_by: ({ cell, unit }) =>
    `${quoted(cell)} se paga por «${unit}». Escriba la cantidad total, como 500,00 EUR.`,
  import_money_not_payable: ({ cell, currency }) =>
    `${quoted(cell)} no es una cantidad que se pueda pagar en ${currency}. ${MONEY}`,
  import_date_ambiguous: ({ cell, days, example }, { either }) =>
    `${quoted(cell)} puede ser ${either(days)}. Escriba las fechas así: ${example}, o elija el orden de las fechas en Columnas.`,
  import_year_out_of_range: ({ cell, first, last }) =>
    `${quoted(cell)} no está entre los años ${first} y ${last}. ${DATE}`,
  import_month_unknown: ({ cell, month }) =>
    `${quoted(cell)} no es una fecha: no hay ningún mes ${month}. ${DATE}`,
  import_month_too_short: ({ cell, days }) =>
    `${quoted(cell)} no es un día del calendario: ese mes tiene ${days} días.`,
  import_year_read: ({ cell, year }) => `El año de ${quoted(cell)} se ha leído como ${year}.`,
  import_date_in_other_order: ({ cell, day }) =>
    `${quoted(cell)} se ha leído como ${day}, porque en el orden elegido no es ningún día.`,
  import_date_with_points: ({ cell, day, country }, write) =>
    `${quoted(cell)} se ha leído como ${day}: con puntos, el día va primero, como en ${write.country(country)}.`,
  import_day_of_excel: ({ number, day }) =>
    `${number} se ha leído como ${day}, el día de este número en Excel.`,
  import_midnight: ({ day, zone }) => `La hora se ha leído como la medianoche del ${day} en ${zone}.`,
  import_read_in_zone: ({ cell, zone }) => `${quoted(cell)} se ha leído en la zona horaria ${zone}.`,
  import_read_as_beginning: ({ day, zone }) =>
    `${day} se ha leído como el comienzo de ese día en la zona horaria ${zone}.`,
  import_read_as: ({ cell, value, country }, write) =>
    `${quoted(cell)} se ha leído como ${value}${country === null ? '' : ` (país: ${write.country(country)})`}.`,
  import_read_as_text: ({ cell, text }) => `${quoted(cell)} se ha leído como ${quoted(text)}.`,
  import_read_as_lower: ({ cell, value }) => `${quoted(cell)} se ha leído como ${value}, el número menor.`,
  import_read_as_minutes: ({ cell }) => `${quoted(cell)} se ha leído como minutos.`,
  import_read_as_no: ({ cell }) => `${quoted(cell)} se ha leído como no.`,
  import_read_as_country: ({ cell }) => `${quoted(cell)} se ha leído como país.`,
  import_read_as_place: ({ cell, country }, write) =>
    `${quoted(cell)} se ha leído como lugar (país: ${write.country(country)}).`,
  import_read_as_youngest: ({ cell, band }) =>
    `${quoted(cell)} puede ser varios grupos de edad y se ha leído como el más joven: ${BANDS[band]}.`,
  import_language_read: ({ cell, tag, left }, write) =>
    `${quoted(cell)} se ha leído como ${write.language(tag)}. Se ha dejado fuera: ${quoted(left)}.`,
  import_break_taken_off: ({ minutes }) =>
    `Una pausa de ${minutes} minutos no cuenta en las horas: la entrada tiene las horas y el día, sin comienzo ni final.`,
  import_email_kept: ({ email, others, words }, { list }) =>
    `Se ha conservado ${email} como dirección de correo. Se ha dejado fuera: ${list([...others, ...(words === '' ? [] : [quoted(words)])])}.`,
  import_phone_kept: ({ phone, left }) =>
    `Se ha conservado ${phone} como teléfono. Se ha dejado fuera: ${quoted(left)}.`,
  import_phone_without_extension: ({ phone, extension }) =>
    `Se ha conservado ${phone} como teléfono. Se ha dejado fuera: la extensión ${extension}.`,
  import_phone_not_in_use: ({ cell }) => `${quoted(cell)} no es un número que se use hoy. Compruébelo.`,
  import_number_shortened: ({ what, text }) =>
    what === 'phone'
      ? `La hoja ha acortado este teléfono a ${text} y se han perdido sus cifras. ${PHONE}`
      : `La hoja ha acortado este identificador a ${text} y se han perdido sus cifras. Dé formato de texto a la columna y escriba el identificador completo.`,
  import_id_was_number: ({ cell, id }) =>
    `${cell} se ha leído como ${id}: la hoja trató el identificador como un número.`,
  import_id_was_date: ({ cell }) =>
    `${quoted(cell)} parece un identificador que la hoja convirtió en fecha. Compárelo con sus datos.`,
  import_name_kept: ({ cell }) =>
    `${quoted(cell)} se ha conservado como está. Escriba los nombres así: Noa Bright, o Bright, Noa.`,
  import_list_empty: ({ noun }) => `La lista está vacía. Separe ${NOUNS[noun]} con punto y coma: uno; dos.`,
  import_list_kept_as_one: ({ cell, noun }) =>
    `${quoted(cell)} se ha conservado como uno solo. Separe ${NOUNS[noun]} con punto y coma.`,
  import_first_kept: ({ count, most, noun, left }, { list }) =>
    `De ${NOUNS[noun]}, ${count} en total, se han conservado ${most}. Se ha dejado fuera: ${list(allQuoted(left))}.`,
  import_only_first: ({ most, what }) =>
    `Solo se han conservado ${what === 'days' ? `los primeros ${most} intervalos` : `las primeras ${most} sesiones`}.`,
  import_skill_kept_as_one: ({ cell }) =>
    `${quoted(cell)} se ha conservado como una habilidad, porque no se conocen todas sus partes. Separe las habilidades con punto y coma.`,
  import_skill_twice: ({ cell, left }, { list }) =>
    `${quoted(cell)} aparece varias veces. Se ha dejado fuera: ${list(left)}.`,
  import_skill_details: ({ words, skill, areImportances, isKept }) =>
    `${quoted(words)} junto a ${quoted(skill)} no es un nivel${areImportances ? ' ni una importancia' : ''} y se ha ${isKept ? 'conservado como parte de la habilidad' : 'dejado fuera'}. Escríbalo así: Excel: avanzado.`,
  import_zone_unclear: ({ cell, zones }, { either }) =>
    `${quoted(cell)} no dice de qué lugar es la hora. Escriba la zona de una ciudad, como ${either(zones)}.`,
  import_place_left_out: ({ cell, left }, { list }) =>
    `Se ha dejado fuera de ${quoted(cell)}: ${list(allQuoted(left))}.`,
  import_spreadsheet_narrow: ({ shown }) =>
    `La hoja muestra ${shown}: la columna era demasiado estrecha al guardar el archivo. Ensánchela y guarde el archivo de nuevo.`,
  import_spreadsheet_fault: ({ shown, fault }) =>
    `La hoja muestra ${shown}: ${FAULTS[fault]}. Corrija la fórmula o escriba el valor.`,
  import_names_differ: ({ full, inParts }) =>
    `El nombre completo ${quoted(full)} y el nombre en partes ${quoted(inParts)} son distintos. Conserve uno de ellos.`,
  import_columns_differ: ({ headers, cells }, { list }) =>
    `Las columnas ${list(allQuoted(headers))} dicen cosas distintas: ${list(allQuoted(cells))}. Conserve una de ellas.`,
  import_other_cells_unused: ({ others, first }, { list }) =>
    `No se ha usado ${list(others.map(under))}, porque ${quoted(first)} va primero.`,
  import_modality_unused: ({ modality, own }) =>
    `Otras columnas dicen ${quoted(MODALITIES[modality])}. No se ha usado, porque ${quoted(own)} va primero.`,
  import_hours_without_break: ({ hours, minutes, left }, { number }) =>
    `${number(hours)} horas son con la pausa de ${minutes} minutos. Sin ella son ${number(left)}.`,
  import_place_unused: ({ cell, own }) =>
    `El lugar dice ${quoted(cell)}. No se ha usado, porque su propia columna dice ${quoted(own)}.`,
  import_country_from: ({ country, cells }, write) =>
    `El país se ha leído como ${write.country(country)}, porque la fila nombra ${write.list(allQuoted(cells))}.`,
  import_answer_unread: (said) => `${under(said)} no es claramente sí o no. Escriba sí o no.`,
  import_answer_unused: (said) => `${under(said)} no se ha usado, porque la columna del tipo va primero.`,
  import_answer_read: ({ kind, ...said }) => `${under(said)} se ha leído así: ${KINDS[kind]}.`,
  import_answer_says_not: (said) =>
    `${under(said)} solo dice lo que la organización no es. Escriba su tipo: pequeña empresa o autónomo.`,
  import_answers_read: ({ answers, modality }, { list }) =>
    `${list(answers.map(under))} se ha leído así: ${MODALITIES[modality]}.`,
  import_answers_leave_nothing: ({ answers }, { list }) =>
    `${list(answers.map(under))} no deja ningún lugar de trabajo.`,
  import_text_garbled: ({ meant }) => `Probablemente es ${quoted(meant)}. Corríjalo.`,
  import_cells_merged: ({ cells, column }) =>
    `Las celdas ${cells} están combinadas. Su valor solo se ha leído para la columna ${column}.`,
}
