import type { DeskAreas } from '../desk-texts.ts'

export const es: DeskAreas['developers'] = {
  actions: {},
  refusals: {},
  words: {
    desk_developers: () => 'Desarrolladores',
  },
}
