import type { DeskAreas } from '../desk-texts.ts'

export const es: DeskAreas['rings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_rings: () => 'Círculos',
  },
}
