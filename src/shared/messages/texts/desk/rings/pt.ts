import type { DeskAreas } from '../desk-texts.ts'

export const pt: DeskAreas['rings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_rings: () => 'Círculos',
  },
}
