import type { DeskAreas } from '../desk-texts.ts'

export const en: DeskAreas['settings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_settings: () => 'Settings',
  },
}
