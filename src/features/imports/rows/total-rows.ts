import { rowMessage } from '../details.ts'
import type { RowRemark } from '../imports.table.ts'
import { trimUnseen, withoutAccents } from '../values/cell-text.ts'

/** What people write before the sum or count of the rows above, in English, German, French, Spanish and Portuguese. */
const SUM =
  /^(?:(?:grand |sub-?|sous-|zwischen)?(?:total|summe)s?|total of open corrections|total (?:general|geral|generale?|students?|rows?|records?)|totale|totaux|totais|totales|sum|sums|count|counts|gesamt|gesamtsumme|gesamtzahl|insgesamt|anzahl|somme|nombre|effectif|suma|recuento|cantidad|soma|contagem|quantidade)\s*(?:[:=]|$|\(|-\s|\d)/
const COUNTED =
  /^\d{1,7} (?:students?|rows?|records?|entries|people|persons|participants|results?|zeilen|studierende|studenten|schuler|datensatze|eintrage|personen|teilnehmer|lignes?|etudiants?|eleves?|personnes?|resultats?|filas?|estudiantes?|alumnos?|registros?|personas?|linhas?|estudantes?|alunos?|pessoas?)(?: (?:total|in total|insgesamt|gesamt|au total|en total|no total))?[.:]?$/
/** A sum, a share, or a number with its unit. */
const NUMBER = /^[(\d.,%$€£ '-]{1,20}(?:[a-z]{1,12})?\)?$/
const DIGIT = /\d/
/** Statuses of the hours that a total of an exported list adds up. */
const STATUS = /^(?:logged|confirmed|disputed)$/
/** A single number before the word may be the key of a record. */
const LEAST_BEFORE = 2

/** A row with more filled cells belongs to a student. */
const MOST_FILLED = 4

/**
 * Returns whether a row is the sum or count of the rows above it: `Total: 213 students`, `Summe;213`, or `12.5;750;confirmed;Total`,
 * with which exported lists of hours end. It names no person, so it would only be reported to lack what each person has.
 */
export function isTotalRow(cells: readonly string[]): boolean {
  const filled = cells.map(trimUnseen).filter((cell) => cell !== '')
  const [first, ...others] = filled
  if (first === undefined || first.length > 60 || filled.length > MOST_FILLED) return false
  const said = withoutAccents(first)
  if (COUNTED.test(said)) return others.length === 0
  if (!SUM.test(said)) return isSumAtEnd(filled.map(withoutAccents))
  const numbers = others.every(
    (cell) => NUMBER.test(withoutAccents(cell)) || COUNTED.test(withoutAccents(cell)),
  )
  return numbers && filled.some((cell) => DIGIT.test(cell))
}

function isSumAtEnd(cells: readonly string[]): boolean {
  const before = cells.slice(0, -1)
  if (before.length < LEAST_BEFORE || !SUM.test(cells.at(-1) ?? '')) return false
  return (
    before.every((cell) => NUMBER.test(cell) || STATUS.test(cell)) && before.some((cell) => DIGIT.test(cell))
  )
}

export const TOTAL_ROW: RowRemark = {
  column: null,
  code: 'total_row',
  details: [rowMessage('total_row')],
  value: null,
}
