import type { DeskAreas } from '../desk-texts.ts'

export const en: DeskAreas['rings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_rings: () => 'Rings',
  },
}
