import type { DeskAreas } from '../desk-texts.ts'

export const en: DeskAreas['students'] = {
  actions: {},
  refusals: {},
  words: {
    desk_students: () => 'Students',
  },
}
