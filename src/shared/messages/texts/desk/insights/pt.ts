import type { DeskAreas } from '../desk-texts.ts'

export const pt: DeskAreas['insights'] = {
  actions: {},
  refusals: {},
  words: {
    desk_insights: () => 'Números',
  },
}
