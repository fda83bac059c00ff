import type { DeskAreas } from '../desk-texts.ts'

export const de: DeskAreas['imports'] = {
  actions: {},
  refusals: {},
  words: {
    desk_import: () => 'Import',
  },
}
