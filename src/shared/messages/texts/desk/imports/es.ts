import type { DeskAreas } from '../desk-texts.ts'
import { importCellWords } from '../import-cells/es.ts'
import { importFieldWords } from '../import-fields/es.ts'
import { importRowWords } from '../import-rows/es.ts'

const WORDS = {
  remark_advice: 'En Columnas, elija la columna que lo contiene o escriba un valor para todas las filas.',
  template: 'Descargar una plantilla',
  template_lead: 'O empiece con una plantilla: una fila sirve de ejemplo.',
  title: 'Importar',
  lead: 'Suba una hoja de cálculo. Verá cómo se entiende y podrá corregirla antes de que se escriba nada.',
  empty: 'Todavía no se ha importado nada. Elija un archivo arriba: por ejemplo, una lista de estudiantes.',
  upload: 'Importar un archivo',
  file: 'Archivo',
  file_hint: 'Una hoja de cálculo (.xlsx o .csv) o JSON, de hasta 100 MiB y 100.000 filas.',
  what: 'Cada fila trata de',
  program_first: 'Los estudiantes son de un programa: créelo antes de importarlos.',
  program_add: 'Añadir un programa',
  program: 'Programa para los estudiantes cuya fila no nombra ninguno',
  cohort: 'Promoción, para las preferencias',
  profile: 'Perfil de importación',
  none: 'Ninguno',
  consent_zone: 'Zona horaria de los consentimientos',
  consent_zone_hint: 'Para las horas de consentimientos que el archivo escribe sin zona horaria.',
  consent_zone_of_row: 'La zona horaria de cada fila',
  by_email: 'Buscar los registros por correo: las filas no tienen identificador',
  start: 'Subir y comprobar',
  past: 'Importaciones anteriores',
  when: 'Cuándo',
  result: 'Resultado',
  reading: 'Se está leyendo el archivo. Esta página se actualiza sola.',
  cancel: 'Cancelar',
  columns: 'Columnas',
  columns_lead: 'Diga qué contiene cada columna. Después se comprueban de nuevo todas las filas.',
  header: 'En el archivo',
  meaning: 'Contiene',
  samples: 'Ejemplos',
  as_found: 'Como se ha reconocido',
  leave_out: 'Omitir',
  missing_lead:
    'Esto falta en el archivo. Elija una columna arriba o escriba aquí lo que vale para todas las filas.',
  dates: 'Orden de las fechas',
  decimals: 'Signo decimal',
  check_again: 'Comprobar todas las filas',
  save_profile: 'Guardar como perfil de importación',
  profile_name: 'Nombre del perfil',
  of_the_file: 'Sobre el archivo',
  rows: 'Filas que revisar',
  rows_lead:
    'Corrija las celdas aquí, o descargue estas filas, corríjalas en la hoja de cálculo y suba ese archivo.',
  no_rows: 'Se entienden todas las filas.',
  correct_same: 'Corregir también las celdas iguales en las demás filas',
  correct: 'Corregir y comprobar de nuevo',
  apply: 'Importar ahora',
  report: 'Descargar estas filas',
  file_gone: 'El archivo ya no se conserva. Súbalo de nuevo para cambiar algo.',
  see_students: 'Ver los estudiantes',
  undo: 'Deshacer esta importación',
  undo_sure:
    'Se elimina todo lo que creó esta importación, o nada si ya dio lugar a algo, y lo que cambió vuelve a ser lo que era. Se puede hasta 24 horas después de su fin.',
  undo_sure_students:
    'Se borran todos los estudiantes que creó esta importación, o ninguno si alguno ya dio lugar a algo, y los que cambió vuelven a ser lo que eran. Se puede hasta 24 horas después de su fin.',
  undone: 'Esta importación se deshizo.',
  undone_kept: 'Algunos registros quedan como los dejó la importación:',
}
const TYPES = {
  candidates: 'un estudiante',
  needs: 'una necesidad',
  offers: 'una oferta',
  organizations: 'una organización',
  helpers: 'una persona que ayuda',
  candidate_preferences: 'las preferencias de un estudiante',
  organization_preferences: 'la clasificación de una organización',
  hours: 'horas trabajadas',
}
const STATUSES = {
  receiving: 'Llegando',
  queued: 'En espera',
  running: 'Leyéndose',
  done: 'Terminada',
  failed: 'Fallida',
  cancelled: 'Cancelada',
  undone: 'Deshecha',
}
const MODES = {
  dry_run: 'Solo comprobación',
  apply: 'Importación',
}
/** Of one row, which is feminine. */
const OF_A_ROW = {
  dry_run: {
    created: 'Nueva',
    updated: 'Cambiaría',
    unchanged: 'Sin cambios',
    rejected: 'Rechazada',
    noticed: 'Con avisos',
  },
  apply: {
    created: 'Creada',
    updated: 'Cambiada',
    unchanged: 'Sin cambios',
    rejected: 'Rechazada',
    noticed: 'Con avisos',
  },
}
const OUTCOMES = {
  dry_run: {
    created: 'Nuevos',
    updated: 'Cambiarían',
    unchanged: 'Sin cambios',
    rejected: 'Rechazadas',
    noticed: 'Con avisos',
  },
  apply: {
    created: 'Creados',
    updated: 'Cambiados',
    unchanged: 'Sin cambios',
    rejected: 'Rechazadas',
    noticed: 'Con avisos',
  },
}
const ORDERS = {
  dmy: 'día, mes, año',
  mdy: 'mes, día, año',
  ymd: 'año, mes, día',
}

const REMARKS = {
  value_left_out: 'Este valor se omitió.',
  other_value_left_out: 'Otra columna también lo dice; este valor no se usó.',
  left_out: 'Se omitió una parte.',
  id_left_out: 'El identificador propio se omitió: el correo encuentra el registro.',
  email_left_out: 'Este correo pertenece a un registro fusionado y se omitió.',
  value_changed: 'Se tomó en otra forma.',
  value_read_as: 'Compruebe si se leyó como usted quería.',
  two_values: 'Varias celdas dicen cosas distintas.',
  invalid_value: 'Esto no se puede leer o usar.',
  required: 'Esto falta.',
  skill_unknown:
    'Ninguna habilidad conocida se llama así. Se guarda, pero solo coincide con la misma palabra.',
  same_email: 'Otro registro tiene el mismo correo. Si son el mismo, quédese con uno.',
  similar_id: 'Otro identificador es casi igual. Si son el mismo, escriba el mismo.',
  several_records: 'Varios registros tienen este correo. Fusiónelos primero.',
  total_row: 'Esta fila es un total y no se importó.',
  remark_row: 'Esta fila es una nota y no se importó.',
  text_garbled: 'Hay letras dañadas. Corríjalas.',
  letter_lost: 'Se perdió una letra antes. Corríjala.',
  cells_merged: 'Las celdas combinadas cuentan solo para su primera columna.',
  cells_without_header: 'Se omitieron celdas sin encabezado.',
  row_too_long: 'La fila es demasiado larga.',
  too_many_cells: 'La fila tiene más celdas que el encabezado.',
  quote_not_closed: 'Unas comillas nunca se cierran.',
  quote_misplaced: 'Unas comillas están fuera de lugar.',
  not_json: 'El texto no es JSON.',
  comma_ignored: 'Se ignoró una coma de más.',
  unknown_field: 'Este campo no se conoce.',
  erased: 'La persona se borró.',
  columns_ignored: 'Se omitieron columnas porque no se sabe qué contienen. Elija su significado en Columnas.',
  columns_missing:
    'Los registros nuevos necesitan columnas que faltan en el archivo. En Columnas, diga cuáles son o escriba un valor para todas las filas.',
  headers_missing: 'Al archivo le faltan columnas elegidas o nombradas por su perfil.',
  columns_hidden: 'También se leyeron columnas ocultas.',
  rows_hidden: 'También se leyeron filas ocultas.',
  sheets_ignored: 'Solo se leyó una hoja del libro.',
  encoding_unsure: 'Revise los nombres con acentos: no es seguro cómo está codificado el texto.',
  encoding_mixed: 'Partes del texto están codificadas de forma distinta. Revise los nombres con acentos.',
  email_can_be_key:
    'Las filas no tienen identificadores. Encuentre los registros por correo: márquelo en Columnas.',
  title_is_key:
    'Revise las filas con el mismo título: el archivo no tiene identificadores, así que cuentan el título y la organización.',
  decimal_found: 'Revise cómo se leyeron los decimales. Puede indicarlo en Columnas.',
  date_order_found: 'Revise cómo se leyeron las fechas. Puede indicar su orden en Columnas.',
}

const ACTIONS = {
  import_uploaded: 'Subió un archivo',
  import_read_again: 'Hizo leer un archivo de otra manera',
  import_corrected: 'Corrigió filas de un archivo',
  import_applied: 'Importó un archivo',
  import_cancelled: 'Canceló una importación',
  import_undone_by_staff: 'Deshizo una importación',
  import_profile_saved: 'Guardó un perfil de importación',
}

const REFUSALS = {
  import_running: 'El archivo se está leyendo todavía. Espere a que termine.',
  import_undone: 'Esta importación ya se deshizo. Para importarla de nuevo, suba el archivo otra vez.',
  import_not_undoable: 'Esta importación no se puede deshacer. Cambie o elimine los registros uno por uno.',
  import_in_use: 'Esta importación ya dio lugar a algo, así que no se deshizo nada:',
  import_ended: 'Esta importación ha terminado y su archivo ya no se conserva. Suba el archivo de nuevo.',
  too_many_imports: 'Hay demasiadas importaciones en espera. Inténtelo cuando termine alguna.',
  malformed_request:
    'El archivo está dañado o no es lo que dice su nombre. Guárdelo de nuevo y vuelva a subirlo.',
  upload_incomplete: 'El archivo no llegó completo. Súbalo de nuevo.',
  body_too_large: 'El archivo es demasiado grande. Puede tener hasta 100 MiB.',
  encoding_not_supported:
    'No se puede leer el texto del archivo. Guárdelo como libro de Excel (.xlsx) o como CSV en UTF-8.',
  unsupported_media_type: 'Esto no es una hoja de cálculo. Guárdela como libro de Excel (.xlsx) o como CSV.',
}

/** The words of imports. */
export const es: DeskAreas['imports'] = {
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
      `${number(count)} ${noun(count, 'fila leída', 'filas leídas')}`,
    desk_import_row_outcome: ({ outcome, mode }) => OF_A_ROW[mode][outcome],
    desk_import_row: ({ line }) => `Línea ${line} del archivo`,
    desk_import_apply_sure: ({ created, updated, rejected }, { noun, number }) =>
      `Se ${noun(created, 'creará', 'crearán')} ${number(created)} ${noun(created, 'registro', 'registros')} y se cambiarán ${number(updated)}.${rejected > 0 ? ` ${number(rejected)} ${noun(rejected, 'fila rechazada queda', 'filas rechazadas quedan')} fuera.` : ''}`,
    desk_import_missing: ({ column }) => `${column} para todas las filas`,
    desk_import_read_in: ({ zone }) => `Una hora sin zona horaria se lee en ${zone}.`,
    desk_import_meaning_of: ({ header }) => `Qué contiene «${header}»`,
  },
}
