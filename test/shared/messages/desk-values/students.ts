import { ageBands } from '../../../../src/features/postings/ages.ts'
import { type StudentMessages, studentWords } from '../../../../src/shared/messages/desk/students.ts'
import type { ValuesOf } from './values-of.ts'

const counts = [{ count: 1 }, { count: 17 }]

/** Values of each word of this area that needs some. */
export const students: ValuesOf<StudentMessages> = {
  desk_student: studentWords.map((word) => ({ word })),
  desk_student_status: [{ status: 'open' }, { status: 'paused' }, { status: 'closed' }],
  desk_student_age: ageBands.map((age) => ({ age })),
  desk_student_shown: [{ shown: 'profile' }, { shown: 'contact' }],
  desk_student_introductions: counts,
  desk_student_engagements: counts,
  desk_student_rows: counts,
  desk_student_papers: counts,
  desk_student_erase_sure: [{ name: 'Zoe' }],
}
