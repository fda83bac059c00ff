import type { DeskAreas } from '../desk-texts.ts'

export const es: DeskAreas['imports'] = {
  actions: {},
  refusals: {},
  words: {
    desk_import: () => 'Importar',
  },
}
