import type { DeskAreas } from '../desk-texts.ts'

export const fr: DeskAreas['imports'] = {
  actions: {},
  refusals: {},
  words: {
    desk_import: () => 'Importer',
  },
}
