import type { Headers } from '../imports.table.ts'
import { foldedWords } from '../values/cell-text.ts'
import { hoursOfShift, hoursOfSpan } from '../values/clock-spans.ts'
import { GROSS_HOURS, SHIFT_TIMES } from './hours-in-row.ts'

/** Headers of times of the day, or of names such as `Morning`, which only the cells tell apart. */
const SHIFTS = new Set(
  [
    'shift|shifts|work shift|shift worked|time|times|time slot|slot|time range|time worked|times worked|work time|work times',
    'working time|working times|working hours|schedule|hours of work|from to|from until|start end',
    'schicht|schichten|dienst|dienste|dienstzeit|dienstzeiten|schichtzeit|schichtzeiten|zeit|zeiten|uhrzeit|uhrzeiten|arbeitszeiten',
    'einsatzzeit|einsatzzeiten|einsatz|von bis|zeitraum',
    'turno|turnos|horario|horarios|horario de trabajo|horario de turno|jornada|franja horaria|de a|desde hasta',
    'horaire|horaires|horaire de travail|horaires de travail|plage horaire|creneau|creneaux|creneau horaire|poste|service|heures de travail',
    'horario de trabalho|horario do turno|escala|periodo|das as|de ate',
  ].flatMap((words) => words.split('|')),
)
const MAX_HEADER_CHARS = 60

/**
 * Recognizes the column of shifts by its cells: `Shift` and `9-12`. Their times include breaks, so a column of hours with times
 * of the day is one too.
 */
export function withShiftTimes(
  headers: Headers,
  { cellsBelow, isChosen }: { cellsBelow(at: number): string[]; isChosen(header: string): boolean },
): Headers {
  const has = (name: string) => headers.some(({ column }) => column === name)
  if (has(GROSS_HOURS) || has(SHIFT_TIMES)) return headers
  const hasTimes = has('starts_at') && has('ends_at')
  const isShift = ({ header, column }: Headers[number], at: number) => {
    if (isChosen(header)) return false
    const named = column === null && SHIFTS.has(foldedWords(header.slice(0, MAX_HEADER_CHARS)))
    if (named) return !hasTimes && areMostly(cellsBelow(at), hoursOfShift)
    return column === 'hours' && areMostly(cellsBelow(at), hoursOfSpan)
  }
  const at = headers.findIndex(isShift)
  return headers.map((one, index) => (index === at ? { ...one, column: SHIFT_TIMES } : one))
}

function areMostly(cells: readonly string[], read: (cell: string) => number | null): boolean {
  const spans = cells.filter((cell) => read(cell) !== null).length
  return spans > cells.length - spans
}
