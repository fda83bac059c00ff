import type { WordTable } from '../values/words.ts'
import {
  breakColumn,
  dayColumn,
  durationColumn,
  grossHoursColumn,
  keyColumn,
  nameColumn,
  shiftTimesColumn,
  wordColumn,
  workTimeColumn,
} from './column.ts'
import { GROSS_HOURS, SHIFT_TIMES } from './hours-in-row.ts'
import { timeZone } from './shared-columns.ts'

const SIDES: WordTable = {
  need: 'need|organization|organisation|host|site|employer|supervisor',
  offer: 'offer|helper|student|volunteer|intern|office|school',
}

/** Columns of a timesheet: those of `GET /v1/hours.csv` about the work. */
export const hours = [
  // Blank for new hours.
  keyColumn({ name: 'hours_id', synonyms: ['entry id'], path: ['external_id'] }),
  keyColumn({
    name: 'engagement_id',
    synonyms: ['engagement', 'placement id', 'assignment id'],
    example: 'engagement_019b2c00-0000-7000-8000-000000000000',
  }),
  keyColumn({ name: 'helper_id' }),
  keyColumn({
    name: 'helper_external_id',
    synonyms: [
      ...['student id', 'student number', 'volunteer id', 'employee id', 'matrikelnummer', 'numero etudiant'],
      ...['matricula', 'matricola', 'studentnummer', 'numero de aluno'],
    ],
  }),
  nameColumn({
    name: 'helper_name',
    synonyms: [
      'helper',
      'volunteer',
      'volunteer name',
      'student',
      'student name',
      'name',
      'full name',
      'intern',
    ],
  }),
  dayColumn({
    name: 'worked_on',
    synonyms: [
      ...[
        'date',
        'day',
        'work date',
        'date worked',
        'day of work',
        'shift date',
        'service date',
        'date of service',
      ],
      ...['datum', 'tag', 'fecha', 'dia', 'jour', 'data', 'giorno', 'dag'],
    ],
    example: '2027-02-15',
  }),
  durationColumn({
    name: 'hours',
    synonyms: [
      ...['hours worked', 'number of hours', 'duration', 'time worked', 'total hours', 'hrs', 'hours served'],
      ...[
        'net hours',
        'hours net',
        'paid hours',
        'hours without break',
        'hours excluding break',
        'hours excl break',
      ],
      ...[
        'nettostunden',
        'stunden netto',
        'nettoarbeitszeit',
        'arbeitszeit netto',
        'arbeitszeit',
        'stunden ohne pause',
      ],
      ...['heures nettes', 'heures hors pause', 'heures sans pause', 'horas netas', 'horas sin descanso'],
      ...['horas liquidas', 'horas sem intervalo'],
      ...['stunden', 'arbeitsstunden', 'dauer', 'horas', 'duracion', 'heures', 'duree', 'ore', 'uren'],
    ],
    example: '2.5',
  }),
  grossHoursColumn({
    name: GROSS_HOURS,
    synonyms: [
      ...['hours with break', 'hours including break', 'hours including breaks', 'hours incl break'],
      ...['hours incl breaks', 'hours inc break', 'total hours including break', 'total hours incl break'],
      ...['hours including lunch', 'hours incl lunch', 'time on site', 'hours on site', 'hours present'],
      ...['elapsed hours', 'elapsed time', 'shift length', 'shift hours'],
      ...['bruttostunden', 'stunden brutto', 'bruttoarbeitszeit', 'arbeitszeit brutto', 'stunden inkl pause'],
      ...[
        'stunden inklusive pause',
        'stunden mit pause',
        'anwesenheit',
        'anwesenheitszeit',
        'arbeitszeit inkl pause',
      ],
      ...[
        'heures pause comprise',
        'heures pauses comprises',
        'heures avec pause',
        'heures brutes',
        'amplitude',
      ],
      ...['heures de presence', 'temps de presence', 'horas con descanso', 'horas brutas', 'horas con pausa'],
      ...[
        'horas incluido el descanso',
        'horas descanso incluido',
        'horas de presencia',
        'horas com intervalo',
      ],
    ],
  }),
  // Most headers of shifts may also stand above names, so their cells decide: see `withShiftTimes`.
  shiftTimesColumn({ name: SHIFT_TIMES, synonyms: ['shift time'], path: [GROSS_HOURS] }),
  workTimeColumn({
    name: 'starts_at',
    synonyms: [
      ...['started at', 'clock in', 'time in', 'check in', 'start', 'started', 'start time', 'time started'],
      ...['begin', 'beginning', 'begin time', 'from', 'in', 'arrival', 'arrival time', 'sign in'],
      ...[
        'beginn',
        'von',
        'anfang',
        'arbeitsbeginn',
        'startzeit',
        'kommen',
        'inicio',
        'hora de inicio',
        'desde',
      ],
      ...['entrada', 'hora de entrada', 'debut', 'heure de debut', 'arrivee', 'inizio', 'ora inizio'],
    ],
  }),
  workTimeColumn({
    name: 'ends_at',
    synonyms: [
      ...['ended at', 'clock out', 'time out', 'check out', 'end', 'ended', 'end time', 'time ended'],
      ...[
        'finish',
        'finished',
        'finish time',
        'to',
        'until',
        'out',
        'departure',
        'departure time',
        'sign out',
      ],
      ...['ende', 'bis', 'arbeitsende', 'endzeit', 'gehen', 'fin', 'hora de fin', 'hasta', 'salida'],
      ...['hora de salida', 'heure de fin', 'depart', 'fim', 'hora de termino', 'saida', 'fine', 'ora fine'],
    ],
  }),
  breakColumn({
    name: 'break_minutes',
    synonyms: [
      ...[
        'break',
        'breaks',
        'break min',
        'lunch',
        'lunch break',
        'unpaid break',
        'meal break',
        'break time',
        'break length',
      ],
      ...['pause', 'pausen', 'pausenzeit', 'descanso', 'pausa', 'temps de pause', 'intervalo', 'pauze'],
    ],
  }),
  wordColumn({ name: 'side', synonyms: ['logged_by'], words: SIDES, example: 'offer' }),
  timeZone,
]
