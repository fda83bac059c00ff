import type { DeskAreas } from '../desk-texts.ts'

export const de: DeskAreas['settings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_settings: () => 'Einstellungen',
  },
}
