import type { DeskAreas } from '../desk-texts.ts'

export const fr: DeskAreas['insights'] = {
  actions: {},
  refusals: {},
  words: {
    desk_insights: () => 'Chiffres',
  },
}
