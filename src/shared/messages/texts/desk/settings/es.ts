import type { DeskAreas } from '../desk-texts.ts'

export const es: DeskAreas['settings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_settings: () => 'Ajustes',
  },
}
