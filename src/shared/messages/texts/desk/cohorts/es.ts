import type { DeskAreas } from '../desk-texts.ts'

export const es: DeskAreas['cohorts'] = {
  actions: {},
  refusals: {},
  words: {
    desk_cohorts: () => 'Promociones',
  },
}
