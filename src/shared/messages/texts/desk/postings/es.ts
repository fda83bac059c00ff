import type { DeskAreas } from '../desk-texts.ts'

export const es: DeskAreas['postings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_needs: () => 'Necesidades',
    desk_offers: () => 'Ofertas',
  },
}
