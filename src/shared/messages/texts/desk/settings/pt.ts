import type { DeskAreas } from '../desk-texts.ts'

export const pt: DeskAreas['settings'] = {
  actions: {},
  refusals: {},
  words: {
    desk_settings: () => 'Definições',
  },
}
