import type { DeskAreas } from '../desk-texts.ts'

export const en: DeskAreas['developers'] = {
  actions: {},
  refusals: {},
  words: {
    desk_developers: () => 'Developers',
  },
}
