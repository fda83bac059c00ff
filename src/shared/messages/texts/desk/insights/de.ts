import type { DeskAreas } from '../desk-texts.ts'

export const de: DeskAreas['insights'] = {
  actions: {},
  refusals: {},
  words: {
    desk_insights: () => 'Zahlen',
  },
}
