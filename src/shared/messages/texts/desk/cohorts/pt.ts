import type { DeskAreas } from '../desk-texts.ts'

export const pt: DeskAreas['cohorts'] = {
  actions: {},
  refusals: {},
  words: {
    desk_cohorts: () => 'Turmas',
  },
}
