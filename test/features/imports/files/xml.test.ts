import t from 'tap'
import { parseXml } from '../../../../src/features/imports/files/workbook/xml.ts'

t.test('other work of the process comes between the steps of parsing a long part', async (t) => {
  const xml = Buffer.from(`<a>${'<b c="d">text</b>'.repeat(400_000)}</a>`)
  let turns = 0
  let isDone = false
  const count = () => {
    turns++
    if (!isDone) setImmediate(count)
  }
  setImmediate(count)
  let opened = 0
  const handlers = { open: () => opened++, close: () => {} }
  async function* source() {
    yield xml
  }
  for await (const _ of parseXml(source(), handlers));
  isDone = true
  t.equal(opened, 400_001)
  t.ok(turns > 10, `${turns} turns`)
})
