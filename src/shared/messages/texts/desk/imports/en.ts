import type { DeskAreas } from '../desk-texts.ts'

export const en: DeskAreas['imports'] = {
  actions: {},
  refusals: {},
  words: {
    desk_import: () => 'Import',
  },
}
