import fc from 'fast-check'
import t from 'tap'
import {
  type Colour,
  contrast,
  darkerShade,
  isReadable,
  lighterShade,
  readColour,
  surfaces,
} from '../../../src/features/desk/look/colour.ts'
import { colourFileOf } from '../../../src/features/desk/look/colour-file.ts'
import { signInToDesk } from '../../support/desk.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)
function colourOf(text: string): Colour {
  const colour = readColour(text)
  if (!colour) throw new Error(`${text} is no colour`)
  return colour
}
const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => colourOf(value.toString(16).padStart(6, '0')))
const leastOn = (colour: Colour, on: readonly Colour[]) =>
  Math.min(...on.map((surface) => contrast(colour, surface)))
const lookIn = (body: string) => /href="(\/desk\/look\/[^"]+)"/.exec(body)?.[1]

async function newDesk() {
  const { partnerId } = await service.newPartner()
  return { partnerId, admin: await signInToDesk(service, { partnerId, role: 'admin' }) }
}

t.test('contrast is that of WCAG 2', (t) => {
  // From the examples of WCAG's own documents: the greys on either side of 4.5 on white.
  for (const [one, other, expected] of [
    ['#000', '#fff', '21.00'],
    ['#767676', '#fff', '4.54'],
    ['#777777', '#fff', '4.48'],
    ['#ff0000', '#ffffff', '4.00'],
    ['#0000ff', '#ffffff', '8.59'],
  ] as const) {
    t.equal(contrast(colourOf(one), colourOf(other)).toFixed(2), expected)
    t.equal(contrast(colourOf(other), colourOf(one)).toFixed(2), expected)
  }
  t.end()
})

t.test('the accent of any partner can be read on every surface, light and dark', (t) => {
  for (const side of [surfaces.light, surfaces.dark])
    t.equal(side.length, 7, 'paper, sheet, four tints, and what is written on buttons')
  fc.assert(
    fc.property(anyColour, (colour) => {
      const [darker, lighter] = [darkerShade(colour), lighterShade(colour)]
      return (
        leastOn(darker, surfaces.light) >= 4.5 &&
        leastOn(lighter, surfaces.dark) >= 4.5 &&
        isReadable(colour) === leastOn(colour, surfaces.light) >= 4.5 &&
        isReadable(colour) === (darker === colour) &&
        isReadable(darker)
      )
    }),
    { numRuns: 2000 },
  )
  t.end()
})

t.test('a colour is read as people write it, and nothing else is one', (t) => {
  for (const text of ['#1D5F3F', '1d5f3f', ' #1d5f3f ']) t.equal(readColour(text), '#1d5f3f')
  t.equal(readColour('#0a3'), '#00aa33')
  for (const text of ['', '#', 'green', '#12345', '#1234567', '#ggg', '#fff;}', 'url(#fff)'])
    t.equal(readColour(text), undefined, text)
  t.end()
})

t.test(
  'every page of a desk takes the colour that its administrator chose, until it is emptied',
  async (t) => {
    const { admin, partnerId } = await newDesk()
    const viewer = await signInToDesk(service, { partnerId, role: 'viewer' })
    const { admin: other } = await newDesk()
    t.equal(lookIn((await admin.get('/desk')).body), undefined)
    t.match(await admin.send('/desk/settings/colour', { colour: '#7A1F5C' }), { status: 303 })
    for (const [who, path] of [
      [admin, '/desk/settings'],
      [viewer, '/desk'],
      [viewer, '/desk/needs'],
    ] as const) {
      const page = await who.get(path)
      t.equal(lookIn(page.body), colourFileOf(colourOf('#7a1f5c')).path, path)
      t.notMatch(String(page.headers['content-security-policy']), /unsafe|nonce|sha256/)
      t.notMatch(page.body, / style=|<style/)
    }
    t.match((await admin.get('/desk/settings')).body, /name="colour"[^>]* value="#7a1f5c"/)
    t.equal(lookIn((await other.get('/desk')).body), undefined)
    t.match((await admin.get('/desk/log.csv')).body, new RegExp(`colour_changed,${partnerId}`))
    t.match(await admin.send('/desk/settings/colour', { colour: '' }), { status: 303 })
    t.equal(lookIn((await viewer.get('/desk')).body), undefined)
  },
)

t.test(
  'the stylesheet of a colour may be kept by everybody, and only those that a page names exist',
  async (t) => {
    const { path, text } = colourFileOf(colourOf('#7a1f5c'))
    const get = (url: string) => service.inject({ method: 'GET', url })
    const file = await get(path)
    t.match(file, {
      status: 200,
      headers: { 'content-type': /^text\/css/, 'cache-control': /public, max-age=\d+, immutable/ },
    })
    t.equal(file.body, text)
    t.match(text, `light-dark(#7a1f5c,${lighterShade(colourOf('#7a1f5c'))})`)
    const tooLight = colourFileOf(colourOf('#ffff00')).path
    for (const url of [
      tooLight,
      path.replace(/.\.css$/, '_.css'),
      '/desk/look/7a1f5c.css',
      '/desk/look/%7D.css',
    ])
      t.match(await get(url), { status: 404 }, url)
  },
)

t.test(
  'a colour that cannot be read is refused with one that can, in the language of the reader',
  async (t) => {
    const { admin } = await newDesk()
    await admin.send('/desk/settings/colour', { colour: '#7a1f5c' })
    for (const [language, words] of [
      ['en', 'too light'],
      ['es', 'demasiado claro'],
      ['fr', 'trop claire'],
      ['de', 'zu hell'],
      ['pt', 'clara demais'],
    ] as const) {
      const formKey = await admin.formKey()
      const page = await admin.send(
        '/desk/settings/colour',
        { colour: '#ffcc00', form_key: formKey },
        { origin: 'http://test.example', host: 'test.example', 'accept-language': language },
      )
      t.match(page, { status: 422, body: new RegExp(`id="colour-fault"[^<]*${words}`) }, language)
      t.match(page.body, darkerShade(colourOf('#ffcc00')))
      t.match(page.body, /value="#ffcc00"/)
    }
    t.match(await admin.send('/desk/settings/colour', { colour: 'mauve"<' }), {
      status: 422,
      body: /id="colour-fault"[^<]*six digits/,
    })
    t.match((await admin.get('/desk/settings')).body, /name="colour"[^>]* value="#7a1f5c"/)
    const offered = await admin.send('/desk/settings/colour', { colour: darkerShade(colourOf('#ffcc00')) })
    t.match(offered, { status: 303 })
  },
)

t.test('who is no administrator may not change the colour', async (t) => {
  const { partnerId } = await newDesk()
  for (const role of ['viewer', 'editor'] as const) {
    const visitor = await signInToDesk(service, { partnerId, role })
    t.match(await visitor.send('/desk/settings/colour', { colour: '#7a1f5c' }), { status: 403 })
    t.equal(lookIn((await visitor.get('/desk')).body), undefined)
  }
})
