import type { ImportRowMessages } from '../../../desk/import-rows.ts'
import type { Texts } from '../../texts.ts'
import { columnNamer } from '../import-fields/column-names.ts'
import { importFieldWords } from '../import-fields/es.ts'

const AS_CSV = 'Guarde la hoja como CSV UTF-8, o divídala.'

const JSON_FAULTS: Readonly<Record<ImportRowMessages['import_broken_json']['fault'], string>> = {
  word: 'Esta palabra no es JSON. Ponga los textos y los nombres de los campos entre comillas rectas.',
  number: 'Esto no es un número. Escriba los números como 7.5.',
  name: 'Falta delante el nombre de un campo. Escriba los campos como "name": "Ada Park".',
  value: 'Falta delante un valor.',
  colon: 'Faltan delante dos puntos. Escriba los campos como "name": "Ada Park".',
  comma: 'Falta delante una coma.',
  brace: 'El texto termina aquí y una { queda sin cerrar.',
  bracket: 'El texto termina aquí y un [ queda sin cerrar.',
  end: 'El objeto ya ha terminado antes. Revise sus { y }.',
  quote: 'Las comillas que se abren aquí no se cierran en esta línea.',
  number_cut: 'Este número está cortado.',
  comment: 'JSON no tiene comentarios. Borre este.',
  unicode: 'Este texto tiene un \\u sin sus cuatro cifras.',
  backslash: 'Este texto tiene una sola barra inversa. Escríbala dos veces.',
  control: 'Este texto tiene un carácter de control, como un tabulador. Escríbalo como \\t.',
  json: 'Esto no es JSON.',
}

const SAYINGS: Readonly<Record<ImportRowMessages['import_row_said']['what'], string>> = {
  row_too_long: 'La fila ocupa más de 1 MiB. Acórtela.',
  record_too_long: 'El registro ocupa más de 1 MiB. Acórtelo.',
  quote_not_closed: 'Aquí se abre una comilla que nunca se cierra. Ciérrela o bórrela.',
  quote_misplaced: 'Una celda contiene una comilla. Duplíquela y ponga la celda entre comillas.',
  comma_ignored: 'Se ha pasado por alto una coma ante } o ].',
  total_row: 'Esta fila es un total de las anteriores y no es de nadie. No se ha importado.',
  row_of_header: 'Esta fila es de la cabecera del informe y no es de nadie. No se ha importado.',
  remark_row: 'Esta fila es una nota del informe y no es de nadie. No se ha importado.',
  nul_character: 'La fila contiene un carácter NUL. Bórrelo.',
  id_required: 'Cada fila necesita un identificador.',
  id_too_long: 'Un identificador tiene como máximo 200 caracteres. Acórtelo.',
  email_required: 'Cada fila necesita un correo, porque con él se encuentra el registro.',
  title_required: 'Cada fila sin identificador necesita un título.',
  hours_without_zone:
    'Las horas necesitan una zona horaria. En Columnas, elija la columna que la contiene o escriba una para todas las filas.',
  place_without_country: 'Un lugar necesita su país.',
  country_cell_blank: 'Su celda está vacía: escriba un país, como ES.',
  cells_blank: 'Sus celdas están vacías. Rellénelas.',
  failed_on_our_side: 'Algo ha fallado por nuestra parte y ha quedado anotado. Importe esta fila más tarde.',
  file_failed_on_our_side: 'Algo ha fallado por nuestra parte. Suba el archivo otra vez.',
  title_is_key:
    'El archivo no tiene columna de identificadores. Por eso cuentan el título de cada fila y de quién es, y los registros nuevos reciben un identificador.',
  email_can_be_key:
    'Si no tiene identificadores, marque en Columnas que el correo encuentra los registros: los nuevos recibirán un identificador.',
  no_header_row: 'El archivo no tiene fila de encabezados. Escriba una y súbalo otra vez.',
  no_rows: 'El archivo no tiene filas. Compruebe que se guardó entero.',
  no_visible_sheet: 'El libro no tiene ninguna hoja visible. Muestre una y guárdelo otra vez.',
  workbook_damaged:
    'El libro está dañado o incompleto. Ábralo en un programa de hojas de cálculo, guárdelo otra vez como .xlsx e inténtelo de nuevo.',
  workbook_protected: 'El libro está protegido con contraseña. Guárdelo sin ella e inténtelo de nuevo.',
  workbook_text_too_long: `El libro tiene más texto del que se puede leer. ${AS_CSV}`,
  file_cut_off:
    'El archivo termina antes de cerrar su lista con ]. Se ha leído hasta ahí. Compruebe que el archivo está entero.',
}

const RECORDS = {
  candidates: 'Varios estudiantes tienen',
  needs: 'Varias necesidades tienen',
  offers: 'Varias ofertas tienen',
  organizations: 'Varias organizaciones tienen',
  helpers: 'Varias personas que ayudan tienen',
  records: 'Varios registros tienen',
}
const PARENTS = {
  organization: {
    several: 'Varias de sus organizaciones',
    none: 'ninguna de sus organizaciones',
    two: 'dos organizaciones',
  },
  helper: {
    several: 'Varias de sus personas que ayudan',
    none: 'ninguna de sus personas que ayudan',
    two: 'dos personas que ayudan',
  },
  program: { several: 'Varios de sus programas', none: 'ninguno de sus programas', two: 'dos programas' },
}
const OWNERS = { organization: 'de la misma organización', helper: 'de la misma persona que ayuda' }
const SIGNS = { ',': 'con coma', '.': 'con punto' }
const ORDERS = { dmy: 'con el día primero', mdy: 'con el mes primero', ymd: 'con el año primero' }
const DIFFERENCES = { signs: 'mayúsculas, espacios o guiones', zeros: 'ceros al principio' }

const FOLLOWED: Readonly<Record<ImportRowMessages['import_followed']['code'], string>> = {
  changed: 'Se ha cambiado desde entonces.',
  removed: 'Se ha borrado o fusionado desde entonces.',
  introduction: 'Forma parte de una presentación.',
  engagement: 'Tiene una colaboración.',
  ring: 'Está en un círculo.',
  sprint: 'Es de un sprint.',
  cohort: 'Una promoción o sus preferencias lo nombran.',
  placement: 'Una colocación lo nombra. Si es un borrador, elimínela primero.',
  need: 'Tiene necesidades.',
  offer: 'Tiene ofertas.',
  organization: 'Una organización está enlazada con él.',
  merged: 'Otro registro se ha fusionado con él.',
  disclosure: 'Se ha mostrado a otro socio.',
  answered: 'La otra parte ha respondido.',
  no_way_back: 'Lo que era antes ya no sirve: algo que nombra ya no está.',
}

const NOT_UNDOABLE: Readonly<
  Record<
    ImportRowMessages['import_not_undoable']['code'],
    (values: { count: number; most: number }) => string
  >
> = {
  dry_run: () => 'Solo fue una prueba y no escribió nada.',
  too_late: () => 'Terminó hace más de 24 horas.',
  rows_updated: ({ count }) =>
    `Cambió registros (${count}) que ya estaban, y no se guarda lo que eran. Cámbielos a mano, o importe un archivo corregido.`,
  nothing_created: () => 'No creó ni cambió nada.',
  too_many: ({ count, most }) => `Escribió ${count} registros. De una vez se deshacen como máximo ${most}.`,
}

const OF_CANDIDATES = { skills: 'habilidades', majors: 'carreras', languages: 'idiomas' }
const quoted = (text: string) => `«${text}»`
const withOthers = (names: readonly string[], areMore: boolean) => (areMore ? [...names, 'otros'] : names)
const withMore = (names: readonly string[], more: number) => (more > 0 ? [...names, `${more} más`] : names)
const nameOf = columnNamer(importFieldWords)
const twinNames = ({ twins, areMore }: ImportRowMessages['import_same_email']) =>
  withOthers(
    twins.map(({ name, line }) => (line === null ? name : `${name} (fila ${line})`)),
    areMore,
  )

/** Words for the rows of imports and for whole files. */
export const importRowWords: Pick<Texts, keyof ImportRowMessages> = {
  import_row_said: ({ what }) => SAYINGS[what],
  import_how_to_give: () =>
    'En Columnas, elija la columna que lo contiene o escriba un valor para todas las filas.',
  import_broken_json: ({ line, column, fault }) => `Línea ${line}, columna ${column}: ${JSON_FAULTS[fault]}`,
  import_no_json_object: ({ line, column }) =>
    `Línea ${line}, columna ${column}: Esto no es un objeto JSON. Escriba cada registro entre llaves, como {"name": "Ada Park"}.`,
  import_needs_columns: ({ columns, beside }, write) => {
    const names = write.list(columns.map((one) => quoted(nameOf(one, write))))
    return beside === null
      ? `Cada registro nuevo necesita ${names}.`
      : `Una fila con ${quoted(nameOf(beside, write))} necesita ${names}.`
  },
  import_too_many_cells: ({ cells, columns }) =>
    `La fila tiene ${cells} celdas, pero la cabecera tiene ${columns}. Borre las que sobran, o ponga entre comillas las celdas con separadores.`,
  import_cells_beyond: ({ most }) => `La fila tiene celdas tras la columna ${most}. Bórrelas.`,
  import_line_has_key: ({ line, key, isOnlyThat }) =>
    `La línea ${line} ya tiene este ${key === 'id' ? 'identificador' : 'correo'}.${isOnlyThat ? ' Solo se importa aquella línea.' : ''}`,
  import_line_has_title: ({ line, of }) =>
    `La línea ${line} ya tiene este título ${OWNERS[of]}. Solo se importa aquella línea. Escriba otro título, o dé identificadores a las filas.`,
  import_id_unusable: ({ id, isShortened }) =>
    `${isShortened ? `La hoja ha acortado este identificador a ${id}.` : 'Un identificador tiene como máximo 200 caracteres.'} Se ha dejado fuera, porque el correo encuentra el registro.`,
  import_same_email: (twins, { list }) =>
    `El mismo correo que ${list(twinNames(twins))}. Si son el mismo, conserve un solo registro.`,
  import_similar_id: ({ differences, ...twins }, { list }) =>
    `Solo se diferencia de ${list(twinNames(twins))} en ${list(differences.map((one) => DIFFERENCES[one]))}. Si son el mismo, escriba el mismo identificador.`,
  import_skills_unknown: ({ skills }, { noun }) =>
    `${noun(skills.length, 'Habilidad no entendida', 'Habilidades no entendidas')}: ${skills.join(', ')}. Se conservan como están, y solo coinciden con las mismas palabras.`,
  import_country_taken: ({ country }, write) =>
    `La fila no lo dice, así que una necesidad nueva toma el país de su organización: ${write.country(country)}.`,
  import_zone_taken: ({ zone }) =>
    `La fila no lo dice, así que una necesidad nueva toma la zona horaria de su organización: ${zone}.`,
  import_email_of_merged: ({ record }) =>
    `Este correo era de un registro que se fusionó con ${record}, que conserva el suyo. Para cambiarlo, importe la fila con su identificador.`,
  import_several_with_email: ({ noun, names, areMore }, { list }) =>
    `${RECORDS[noun]} este correo: ${list(withOthers(names, areMore))}. Fusiónelos, o importe la fila con su identificador.`,
  import_several_with_title: ({ noun, names, areMore }, { list }) =>
    `${RECORDS[noun]} este título: ${list(withOthers(names, areMore))}. Escriba el identificador correcto en una columna propia.`,
  import_id_of_other: ({ record, id, hasId }) =>
    `El correo es de ${record}, que ${hasId ? 'conserva su identificador' : 'no tiene identificador'}. ${quoted(id)} se ha dejado fuera.`,
  import_parent_unknown: ({ noun, text }) =>
    `${quoted(text)} no es ${PARENTS[noun].none}. Escriba el identificador o el nombre de algo que haya creado.`,
  import_parent_ambiguous: ({ noun, text, names, areMore }, { either }) =>
    `${PARENTS[noun].several} se llaman ${quoted(text)}. Escriba el identificador correcto: ${either(withOthers(names, areMore))}.`,
  import_parents_differ: ({ noun, names }, { list }) =>
    `La fila nombra ${PARENTS[noun].two}: ${list(names)}. Conserve uno.`,
  import_parent_left_out: ({ noun, text, areSeveral, instead }) =>
    `${areSeveral ? `${PARENTS[noun].several} se llaman ${quoted(text)}` : `${quoted(text)} no es ${PARENTS[noun].none}`}. Para la fila vale ${instead === null ? 'el programa de la importación' : `${instead}, que también nombra`}.`,
  import_encoding_mixed: ({ bytes, lines }, { noun }) =>
    `El archivo es UTF-8, salvo ${bytes} ${noun(bytes, 'byte', 'bytes')}, primero en la línea ${lines.join(', ')}. Esas líneas se han leído como windows-1252. Revise sus letras con acento.`,
  import_encoding_unsure: ({ encoding }) =>
    `El archivo no es UTF-8. Se ha leído como ${encoding}, que es lo que mejor encaja. Revise las letras con acento, o guarde el archivo como UTF-8.`,
  import_columns_ignored: ({ headers }, { noun }) => {
    const names = headers.map(({ header, similar }) =>
      similar === null ? quoted(header) : `${quoted(header)} (¿quiere decir ${similar}?)`,
    )
    return `${noun(names.length, 'Esta columna se ha dejado fuera', 'Estas columnas se han dejado fuera')}: ${names.join(', ')}. Elija en Columnas qué contienen.`
  },
  import_headers_missing: ({ missing, headers, more }) => {
    const names = missing.map(
      ({ header, similar }) =>
        `${quoted(header)}${similar === null ? '' : ` (¿quiere decir ${quoted(similar)}?)`}`,
    )
    return `Al archivo le falta el encabezado elegido ${names.join(', ')}. Tiene: ${withMore(headers, more).join(', ')}.`
  },
  import_columns_missing: ({ columns }, write) =>
    `Al archivo le ${write.noun(columns.length, 'falta la columna', 'faltan las columnas')} ${write.list(columns.map((one) => quoted(nameOf(one, write))))}. Sin ellas no se crean registros nuevos.`,
  import_sheets_ignored: ({ sheets }, { noun, list }) => {
    const names = sheets.map(({ name, isVisible }) => quoted(name) + (isVisible ? '' : ' (oculta)'))
    return `${noun(names.length, 'Otra hoja se ha dejado fuera', 'Otras hojas se han dejado fuera')}: ${list(names)}. Para importar otra hoja, guárdela como archivo propio.`
  },
  import_columns_hidden: ({ headers, more }, { noun, list }) =>
    `${noun(headers.length + more, 'También se ha leído una columna oculta', 'También se han leído columnas ocultas')}: ${list(withMore(headers.map(quoted), more))}. Para dejar fuera una, elíjalo en Columnas.`,
  import_rows_hidden: ({ count, ranges, areMore }, { noun }) =>
    `${noun(count, 'Una fila oculta se ha dejado fuera', `${count} filas ocultas se han dejado fuera`)}: ${withOthers(ranges, areMore).join(', ')}. Para importarlas, muestre todas las filas y suba el archivo otra vez.`,
  import_decimals_found: ({ shown }, write) => {
    const said = shown.map(
      ({ column, sign, cell, line }) =>
        `${nameOf(column, write)} (${SIGNS[sign]}, como muestra ${quoted(cell)} en la línea ${line})`,
    )
    return `Números como 1,500 y 1.500 se han leído según el signo decimal de su columna: ${write.list(said)}. Si no es así, elíjalo en Columnas.`
  },
  import_date_orders_found: ({ shown }, write) => {
    const said = shown.map(
      ({ column, order, cell, line }) =>
        `${nameOf(column, write)} ${ORDERS[order]}, como muestra ${quoted(cell)} en la línea ${line}`,
    )
    return `Así se han leído las fechas en números: ${said.join('; ')}. Si no es así, elija el orden en Columnas.`
  },
  import_cells_without_header: ({ columns, more }, { list, noun }) => {
    const names = columns.map(
      ({ letters, count, line }) =>
        `columna ${letters} (${count} ${noun(count, 'celda', 'celdas')}, primero en la línea ${line})`,
    )
    return `Se han dejado fuera celdas sin encabezado: ${list(withMore(names, more))}. Para importarlas, escriba un encabezado encima.`
  },
  import_header_unread: ({ line }) => `La cabecera de la línea ${line} no se puede leer.`,
  import_key_missing: ({ key, line, headers, more }, write) =>
    `La cabecera no tiene la columna ${quoted(nameOf(key, write))}. Como cabecera se ha leído la línea ${line}: ${withMore(headers, more).join(', ')}.`,
  import_too_many_rows: ({ most }, write) =>
    `Un archivo puede tener como máximo ${write.number(most)} filas. Las siguientes no se han leído: impórtelas en otro archivo.`,
  import_too_many_columns: ({ line, columns, most }) =>
    `La cabecera de la línea ${line} tiene ${columns} columnas. Un archivo puede tener ${most}: borre las que no necesite.`,
  import_sheet_unknown: ({ sheet, sheets }) =>
    `El libro no tiene la hoja ${quoted(sheet)}. Sus hojas son ${sheets.map(quoted).join(', ')}.`,
  import_sheet_empty: ({ sheet }) =>
    `La hoja ${quoted(sheet)} no tiene fila de encabezados. Escriba una y suba el archivo otra vez.`,
  import_workbook_too_large: ({ mib }) =>
    `Una parte del libro ocupa más de ${mib} MiB descomprimida. ${AS_CSV}`,
  import_too_many_merged: ({ most }) =>
    `La hoja tiene más de ${most} celdas combinadas. Sepárelas, o guarde la hoja como CSV UTF-8.`,
  import_text_unknown: ({ row }) =>
    `La fila ${row} de la hoja nombra un texto que el libro no tiene. Ábralo en un programa de hojas de cálculo, guárdelo otra vez e inténtelo de nuevo.`,
  import_followed: ({ code }) => FOLLOWED[code],
  import_not_undoable: ({ code, ...values }) => NOT_UNDOABLE[code](values),
  import_write_like: ({ example, isEntry }) =>
    `${isEntry ? 'Escriba una entrada' : 'Escríbalo'} así: ${example}.`,
  import_most_of_candidate: ({ most, noun, of }, { number }) =>
    `Un estudiante tiene como máximo ${number(most)} ${OF_CANDIDATES[noun]}${of === null ? '' : `, y de ${number(of)} se han conservado las primeras`}.`,
  import_level_unread: ({ cell }) =>
    `${quoted(cell)} no es un nivel. Escriba beginner, intermediate, advanced o expert.`,
  import_resume_too_long: ({ withoutPicture, sections }, { list }) =>
    `El currículum supera los 64 KiB. Se ha conservado sin ${list([...(withoutPicture ? ['la foto'] : []), ...sections])}.`,
  import_field_kept_with_resume: ({ field, meant }) =>
    `${quoted(field)} no es un campo de los estudiantes y solo se ha conservado con el currículum. ¿Quiere decir ${meant}?`,
  import_key_of_no_column: ({ key }) => `${quoted(key)} no nombra ninguna columna.`,
  import_cancelled: ({ rows, areWritten }) =>
    `La importación se canceló. ${areWritten ? `Las primeras ${rows} filas se importaron y se conservan` : `Se probaron ${rows} filas`}; el resto del archivo no se leyó.`,
}
