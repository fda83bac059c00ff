import type { DeskAreas } from '../desk-texts.ts'

export const es: DeskAreas['students'] = {
  actions: {},
  refusals: {},
  words: {
    desk_students: () => 'Estudiantes',
  },
}
