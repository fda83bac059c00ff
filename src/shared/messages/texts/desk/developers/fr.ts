import type { DeskAreas } from '../desk-texts.ts'

export const fr: DeskAreas['developers'] = {
  actions: {},
  refusals: {},
  words: {
    desk_developers: () => 'Développeurs',
  },
}
