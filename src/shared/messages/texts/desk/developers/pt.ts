import type { DeskAreas } from '../desk-texts.ts'

export const pt: DeskAreas['developers'] = {
  actions: {},
  refusals: {},
  words: {
    desk_developers: () => 'Desenvolvedores',
  },
}
