import type { DeskAreas } from '../desk-texts.ts'

export const de: DeskAreas['students'] = {
  actions: {},
  refusals: {},
  words: {
    desk_students: () => 'Studierende',
  },
}
