import type { DeskAreas } from '../desk-texts.ts'

export const fr: DeskAreas['rings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_rings: () => 'Cercles',
  },
}
