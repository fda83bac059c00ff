import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  title: 'Importar',
  lead: 'Suba una hoja de cálculo. Verá cómo se entiende y podrá corregirla antes de que se escriba nada.',
  empty: 'Todavía no se ha importado nada. Elija un archivo arriba: por ejemplo, una lista de estudiantes.',
  upload: 'Importar un archivo',
  file: 'Archivo',
  file_hint: 'Una hoja de cálculo (.xlsx o .csv) o JSON, de hasta 100 MiB y 100.000 filas.',
  what: 'Cada fila trata de',
  program: 'Programa para los estudiantes cuya fila no nombra ninguno',
  cohort: 'Promoción, para las preferencias',
  profile: 'Perfil de importación',
  none: 'Ninguno',
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
  correct: 'Corregir y comprobar de nuevo',
  apply: 'Importar ahora',
  report: 'Descargar estas filas',
  file_gone: 'El archivo ya no se conserva. Súbalo de nuevo para cambiar algo.',
  see_students: 'Ver los estudiantes',
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
}
const MODES = {
  dry_run: 'Solo comprobación',
  apply: 'Importación',
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

const ACTIONS = {
  import_uploaded: 'Subió un archivo',
  import_read_again: 'Hizo leer un archivo de otra manera',
  import_corrected: 'Corrigió filas de un archivo',
  import_applied: 'Importó un archivo',
  import_cancelled: 'Canceló una importación',
  import_profile_saved: 'Guardó un perfil de importación',
}

const REFUSALS = {
  import_running: 'El archivo se está leyendo todavía. Espere a que termine.',
  import_ended: 'Esta importación ha terminado y su archivo ya no se conserva. Suba el archivo de nuevo.',
  too_many_imports: 'Hay demasiadas importaciones en espera. Inténtelo cuando termine alguna.',
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
    desk_imports: () => WORDS.title,
    desk_import: ({ word }) => WORDS[word],
    desk_import_type: ({ type }) => TYPES[type],
    desk_import_status: ({ status }) => STATUSES[status],
    desk_import_mode: ({ mode }) => MODES[mode],
    desk_import_outcome: ({ outcome, mode }) => OUTCOMES[mode][outcome],
    desk_import_order: ({ order }) => ORDERS[order],
    desk_import_rows_read: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'fila leída', 'filas leídas')}`,
    desk_import_row: ({ number, line }) => `Fila ${number}, línea ${line}`,
    desk_import_apply_sure: ({ created, updated, rejected }, { noun, number }) =>
      `Se ${noun(created, 'creará', 'crearán')} ${number(created)} ${noun(created, 'registro', 'registros')} y se cambiarán ${number(updated)}.${rejected > 0 ? ` ${number(rejected)} ${noun(rejected, 'fila rechazada queda', 'filas rechazadas quedan')} fuera.` : ''}`,
    desk_import_missing: ({ column }) => `${column} para todas las filas`,
    desk_import_meaning_of: ({ header }) => `Qué contiene «${header}»`,
  },
}
