import type { DeskAreas } from '../desk-texts.ts'

export const fr: DeskAreas['students'] = {
  actions: {},
  refusals: {},
  words: {
    desk_students: () => 'Étudiants',
  },
}
