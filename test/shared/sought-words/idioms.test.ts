import { readFileSync } from 'node:fs'
import t from 'tap'
import { tokensOf } from '../../../src/shared/sought-words/index.ts'

const file = new URL('../../../src/shared/sought-words/idioms.ts', import.meta.url)
const [, listed = ''] = readFileSync(file, 'utf8').split('`\n')

t.test('every form of a saying is one word as texts are read, so that it can be found', async (t) => {
  const forms = listed.trim().split(/[\s/]+/)
  t.ok(forms.length > 500)
  t.same(
    forms.filter(
      (form) =>
        tokensOf(form)
          .map(({ text }) => text)
          .join() !== form,
    ),
    [],
  )
  t.same(
    listed
      .trim()
      .split('\n')
      .filter((line) => line.split(' ').length < 2),
    [],
  )
})
