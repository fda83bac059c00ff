import type { DeskAreas } from '../desk-texts.ts'

export const fr: DeskAreas['postings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_needs: () => 'Besoins',
    desk_offers: () => 'Offres',
  },
}
