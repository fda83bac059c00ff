import type { DeskAreas } from '../desk-texts.ts'

export const de: DeskAreas['cohorts'] = {
  actions: {},
  refusals: {},
  words: {
    desk_cohorts: () => 'Jahrgänge',
  },
}
