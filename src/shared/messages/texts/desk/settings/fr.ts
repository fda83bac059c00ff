import type { DeskAreas } from '../desk-texts.ts'

export const fr: DeskAreas['settings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_settings: () => 'Réglages',
  },
}
