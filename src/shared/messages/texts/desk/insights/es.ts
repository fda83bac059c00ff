import type { DeskAreas } from '../desk-texts.ts'

export const es: DeskAreas['insights'] = {
  actions: {},
  refusals: {},
  words: {
    desk_insights: () => 'Cifras',
  },
}
