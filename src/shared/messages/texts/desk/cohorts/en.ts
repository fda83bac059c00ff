import type { DeskAreas } from '../desk-texts.ts'

export const en: DeskAreas['cohorts'] = {
  actions: {},
  refusals: {},
  words: {
    desk_cohorts: () => 'Cohorts',
  },
}
