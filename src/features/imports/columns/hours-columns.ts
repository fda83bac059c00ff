import type { WordTable } from '../values/words.ts'
import {
  breakColumn,
  dayColumn,
  durationColumn,
  instantColumn,
  keyColumn,
  nameColumn,
  wordColumn,
} from './column.ts'
import { timeZone } from './shared-columns.ts'

const SIDES: WordTable = {
  need: 'need|organization|organisation|host|site|employer|supervisor',
  offer: 'offer|helper|student|volunteer|intern|office|school',
}

/** A timesheet: the columns of `GET /v1/hours.csv` that say what was worked. */
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
      ...['stunden', 'arbeitsstunden', 'dauer', 'horas', 'duracion', 'heures', 'duree', 'ore', 'uren'],
    ],
    example: '2.5',
  }),
  instantColumn({ name: 'starts_at', synonyms: ['started at', 'clock in', 'time in', 'check in'] }),
  instantColumn({ name: 'ends_at', synonyms: ['ended at', 'clock out', 'time out', 'check out'] }),
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
