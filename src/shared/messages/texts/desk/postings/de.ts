import type { DeskAreas } from '../desk-texts.ts'

export const de: DeskAreas['postings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_needs: () => 'Gesuche',
    desk_offers: () => 'Angebote',
  },
}
