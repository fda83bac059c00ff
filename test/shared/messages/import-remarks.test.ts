import t from 'tap'
import { createView } from '../../../src/features/desk/look/view.ts'
import { remarkText } from '../../../src/features/desk/pages/imports/remarks.ts'
import type { Detail } from '../../../src/features/imports/index.ts'
import { READER_LANGUAGES } from '../../../src/shared/messages/index.ts'
import { importCells, importRows } from './desk-values/import-details.ts'

/** Every sentence that an import can say, with values. */
const details = Object.entries({ ...importCells, ...importRows }).flatMap(([code, values]) =>
  // The catalogue test checks that the values belong to their code.
  (values as Detail['values'][]).map((one) => ({ code, values: one }) as Detail),
)

for (const language of READER_LANGUAGES)
  t.test(`in ${language}, every remark on a row says something, and in that language`, (t) => {
    const view = createView({ language, session: null, partner: null, path: '/desk/imports' })
    for (const detail of details) {
      const remark = { code: 'duplicate_key', message: '', details: [detail] }
      const shown = String(remarkText(remark, view))
      t.match(shown, /\p{L}{2}/u, detail.code)
      if (language !== 'en' && detail.code !== 'import_in_english')
        t.notMatch(shown, 'lang="en"', `${detail.code}: ${shown}`)
    }
    t.end()
  })

t.test('in English, an id that another row has is called by the name of its column', (t) => {
  const view = createView({ language: 'en', session: null, partner: null, path: '/desk/imports' })
  const values = { line: 7, key: 'id', isOnlyThat: true } as const
  const detail: Detail = { code: 'import_line_has_key', values }
  const shown = String(remarkText({ code: 'duplicate_key', message: '', details: [detail] }, view))
  t.equal(shown, 'Line 7 already has this “Own id”. Only that line is imported.')
  t.end()
})
