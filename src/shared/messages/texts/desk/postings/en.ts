import type { DeskAreas } from '../desk-texts.ts'

export const en: DeskAreas['postings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_needs: () => 'Needs',
    desk_offers: () => 'Offers',
  },
}
