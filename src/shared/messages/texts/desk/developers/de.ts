import type { DeskAreas } from '../desk-texts.ts'

export const de: DeskAreas['developers'] = {
  actions: {},
  refusals: {},
  words: {
    desk_developers: () => 'Für Entwickler',
  },
}
