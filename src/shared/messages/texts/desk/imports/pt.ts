import type { DeskAreas } from '../desk-texts.ts'

export const pt: DeskAreas['imports'] = {
  actions: {},
  refusals: {},
  words: {
    desk_import: () => 'Importar',
  },
}
