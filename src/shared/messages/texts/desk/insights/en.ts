import type { DeskAreas } from '../desk-texts.ts'

export const en: DeskAreas['insights'] = {
  actions: {},
  refusals: {},
  words: {
    desk_insights: () => 'Insights',
  },
}
