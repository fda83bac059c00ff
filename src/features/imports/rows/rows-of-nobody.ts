import { trimUnseen, withoutAccents } from '../values/cell-text.ts'
import { isTotalRow, TOTAL_ROW } from './total-rows.ts'

/** A line below the header of a report, as database clients write it: `-----  ----`, `=====`. */
const RULE = /^[-=_+*~ ]{2,}$/
/** What a survey writes below its questions, for programs. */
const IMPORT_ID = /^\{"ImportId":/
/** What reports write below their rows. */
const REMARKS =
  /^(?:copyright|©|\(c\) |confidential|generated (?:by|on|at)|printed (?:by|on)|report (?:generated|created|run|date)|run (?:by|on|date|at)|exported? (?:by|on|from)|source:|note:|notes:|page \d|end of (?:report|file|list|data)|all rights reserved|filtered by|as of |erstellt (?:am|von)|gedruckt|stand:|seite \d|quelle:|ende der liste|hinweis:|vertraulich|genere le|imprime le|edite le|source :|page :|fin de (?:la )?liste|remarque|confidentiel|generado (?:el|por)|impreso|fuente:|fin del (?:reporte|informe|listado)|nota:|pagina \d|confidencial|gerado (?:em|por)|fonte:|fim do relatorio|generato il|stampato il|fine elenco|\(\d+ rows? (?:affected|selected)|\(?\d+ rows? (?:affected|selected|returned|in set))/
const BEFORE = /^[-=*_#<> ]+/

/** More cells may belong to a person. */
const MOST_FILLED = 2
const MAX_CHARS = 300

/**
 * Why a row is nobody's: a total, a line of dashes, what a survey writes for programs, or a remark of the report. Such a row would only
 * be told everything that a person needs. Null for any other row.
 */
export function whyNobodys(cells: readonly string[]): typeof TOTAL_ROW | null {
  if (isTotalRow(cells)) return TOTAL_ROW
  const filled = cells.map(trimUnseen).filter((cell) => cell !== '')
  const [first] = filled
  if (first === undefined) return null
  if (filled.length > 1 && (filled.every(isRule) || filled.every((cell) => IMPORT_ID.test(cell))))
    return remarkRow('This line belongs to the header of the report, and to nobody. It was not imported.')
  if (filled.length > MOST_FILLED || first.length > MAX_CHARS) return null
  if (isRule(first) || REMARKS.test(withoutAccents(first.replace(BEFORE, ''))))
    return remarkRow('The row is a remark of the report, and nobody’s own. It was not imported.')
  return null
}

function isRule(cell: string): boolean {
  return RULE.test(cell)
}

function remarkRow(message: string): typeof TOTAL_ROW {
  return { column: null, code: 'remark_row', message, value: null }
}
