import type { DeskAreas } from '../desk-texts.ts'

export const de: DeskAreas['rings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_rings: () => 'Ringe',
  },
}
