import type { DeskAreas } from '../desk-texts.ts'

export const pt: DeskAreas['postings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_needs: () => 'Necessidades',
    desk_offers: () => 'Ofertas',
  },
}
