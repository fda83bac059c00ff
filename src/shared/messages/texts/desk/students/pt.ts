import type { DeskAreas } from '../desk-texts.ts'

export const pt: DeskAreas['students'] = {
  actions: {},
  refusals: {},
  words: {
    desk_students: () => 'Estudantes',
  },
}
