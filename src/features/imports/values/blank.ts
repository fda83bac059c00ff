import { message, type spreadsheetFaults } from '../../../shared/messages/index.ts'
import type { Detail } from '../details.ts'
import { trimUnseen, withoutAccents } from './cell-text.ts'
import { type Reading, unreadable } from './reading.ts'

/** What a column holds, as far as it decides which cells are blank. */
export type CellKind = 'name' | 'text' | 'identity' | 'country' | 'email' | 'zone' | 'other'

/** What people write into a cell that they leave open. */
const PLACEHOLDERS = new Set([
  ...[
    'n/a',
    'n.a.',
    'n. a.',
    '#n.a.',
    'na',
    'n/a.',
    'none',
    'null',
    'nil',
    'nothing',
    'tbd',
    'tba',
    't.b.d.',
    'tbc',
  ],
  ...[
    'unknown',
    'not known',
    'not applicable',
    'not available',
    'not specified',
    'not provided',
    'undefined',
  ],
  ...['(blank)', '(empty)', '(none)', '[blank]', '<none>', '<null>', 'blank', 'empty', '?', '??', '???'],
  ...['-', '--', '---', '----', '.', '..', '...', '_', '__', '/', '//', '\\', '*', "''", '""', '~'],
  ...[
    'k. a.',
    'k.a.',
    'ka',
    'k. a',
    'keine angabe',
    'keine angaben',
    'keine',
    'keiner',
    'unbekannt',
    'entfallt',
  ],
  ...['nicht bekannt', 'nicht zutreffend', 'leer'],
  ...[
    's/o',
    's.o.',
    'sans objet',
    'n/d',
    'n.d.',
    'nd',
    'neant',
    'aucun',
    'aucune',
    'inconnu',
    'non renseigne',
    'nr',
  ],
  ...['non applicable', 'non disponible', 'a definir', 'vide'],
  ...[
    'ninguno',
    'ninguna',
    'no aplica',
    'no disponible',
    'desconocido',
    's/d',
    's.d.',
    'sin datos',
    'nada',
    'por definir',
  ],
  ...[
    'vacio',
    'n/c',
    'nenhum',
    'nenhuma',
    'nao aplicavel',
    'nao se aplica',
    'nao disponivel',
    'desconhecido',
    'a definir',
  ],
])
/** `none` may be somebody's name and `-` a text, but nobody writes these for either. */
const TEXT_PLACEHOLDERS = new Set([
  'n/a',
  'n.a.',
  '-',
  '--',
  '---',
  '(blank)',
  '(empty)',
  '<null>',
  '<none>',
  's/o',
  'k. a.',
])
/** Not blank where codes are possible: `NA` is Namibia in a column of countries, and may be part of a key. */
const PLACEHOLDERS_OR_CODES = new Set(['na', 'ka', 'nd', 'nr', 'nil'])

/** Forms write these instead of the address of somebody who did not sign in. */
const ANONYMOUS = new Set([
  'anonymous',
  'anonymus',
  'anonimo',
  'anonyme',
  'anonym',
  'anonymous user',
  'guest',
])

/** Moodle writes this for somebody in the time zone of the server. */
const ZONE_OF_SERVER = new Set(['99', '99.0', '99.00', 'server timezone', 'default'])

/** Tells whether a cell is blank: empty, or `N/A`, `-`, `TBD` and the like. Names and texts keep such words. */
export function isBlank(cell: string, kind: CellKind = 'other'): boolean {
  const plain = trimUnseen(cell)
  if (plain === '') return true
  if (plain.length > 20) return false
  const said = withoutAccents(plain)
  if (kind === 'name' || kind === 'text') return TEXT_PLACEHOLDERS.has(said)
  if (kind === 'email' && ANONYMOUS.has(said)) return true
  if (kind === 'zone' && ZONE_OF_SERVER.has(said)) return true
  if (kind !== 'other' && kind !== 'email' && kind !== 'zone' && PLACEHOLDERS_OR_CODES.has(said)) return false
  return PLACEHOLDERS.has(said)
}

type SpreadsheetFault = (typeof spreadsheetFaults)[number]

const POINTS_NOWHERE = 'points_nowhere'
const UNKNOWN_NAME = 'unknown_name'
const WRONG_KIND = 'wrong_kind'
const BY_ZERO = 'by_zero'
const NOT_FOUND = 'not_found'
const BAD_NUMBER = 'bad_number'
const NO_OVERLAP = 'no_overlap'
const NO_ROOM = 'no_room'

/** Error values of Excel, LibreOffice and Google Sheets, in English, German, French, Spanish and Portuguese. */
const SPREADSHEET_ERRORS: Readonly<Record<string, SpreadsheetFault>> = {
  '#ref!': POINTS_NOWHERE,
  '#bezug!': POINTS_NOWHERE,
  '#¡ref!': POINTS_NOWHERE,
  '#name?': UNKNOWN_NAME,
  '#name!': UNKNOWN_NAME,
  '#nom?': UNKNOWN_NAME,
  '#nom ?': UNKNOWN_NAME,
  '#¿nombre?': UNKNOWN_NAME,
  '#nome?': UNKNOWN_NAME,
  '#value!': WRONG_KIND,
  '#wert!': WRONG_KIND,
  '#valeur!': WRONG_KIND,
  '#valeur !': WRONG_KIND,
  '#¡valor!': WRONG_KIND,
  '#valor!': WRONG_KIND,
  '#div/0!': BY_ZERO,
  '#div/0 !': BY_ZERO,
  '#¡div/0!': BY_ZERO,
  '#n/a': NOT_FOUND,
  '#n/a!': NOT_FOUND,
  '#nv': NOT_FOUND,
  '#n/d': NOT_FOUND,
  '#num!': BAD_NUMBER,
  '#zahl!': BAD_NUMBER,
  '#nombre!': BAD_NUMBER,
  '#nombre !': BAD_NUMBER,
  '#¡num!': BAD_NUMBER,
  '#num !': BAD_NUMBER,
  '#null!': NO_OVERLAP,
  '#nul!': NO_OVERLAP,
  '#nul !': NO_OVERLAP,
  '#nulo!': NO_OVERLAP,
  '#¡nulo!': NO_OVERLAP,
  '#spill!': NO_ROOM,
  '#uberlauf!': NO_ROOM,
  '#propagation!': NO_ROOM,
  '#¡desbordamiento!': NO_ROOM,
  '#despejar!': NO_ROOM,
  '#calc!': 'not_computed',
  '#kalk!': 'not_computed',
  '#error!': 'not_computed',
  '#getting_data': 'not_loaded',
  '#field!': 'no_field',
  '#feld!': 'no_field',
  '#blocked!': 'blocked',
  '#connect!': 'not_reached',
  '#unknown!': 'unknown_data',
}

const TOO_NARROW = /^#{2,}$/

/** Explains why a cell shows a spreadsheet error instead of a value. Null if it does not. */
export function spreadsheetError(cell: string): Detail | null {
  const shown = trimUnseen(cell)
  if (!shown.startsWith('#') || shown.length > 255) return null
  if (TOO_NARROW.test(shown)) return message('import_spreadsheet_narrow', { shown: shown.slice(0, 8) })
  // Drops accents, but keeps the inverted marks of Spanish.
  const fault = SPREADSHEET_ERRORS[withoutAccents(shown)]
  return fault === undefined ? null : message('import_spreadsheet_fault', { shown, fault })
}

/**
 * Reads a cell by its kind: null if it is blank, unreadable if it shows a spreadsheet error, otherwise the result of
 * `readValue`.
 */
export function readCell<T>(
  cell: string,
  kind: CellKind,
  readValue: (cell: string) => Reading<T>,
): Reading<T> | null {
  if (isBlank(cell, kind)) return null
  const error = spreadsheetError(cell)
  return error === null ? readValue(cell) : unreadable(error)
}
