import type { DeskAreas } from '../desk-texts.ts'

export const fr: DeskAreas['cohorts'] = {
  actions: {},
  refusals: {},
  words: {
    desk_cohorts: () => 'Promotions',
  },
}
