import fc from 'fast-check'
import t from 'tap'
import { createSecretBox } from '../../../src/platform/secrets/secret-box.ts'

const box = createSecretBox(['the key in use'])
const refused = { message: /SECRETS_KEY/ }

t.test('what was sealed opens for its own label and reveals nothing', async (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 4 }), fc.string(), (secret, label) => {
      const sealed = box.seal(secret, label)
      return (
        box.open(sealed, label) === secret && !sealed.includes(secret) && sealed !== box.seal(secret, label)
      )
    }),
  )
  t.pass('for any text')
})

t.test('a sealed secret does not open in the place of another one', async (t) => {
  t.throws(() => box.open(box.seal('secret', 'row 1'), 'row 2'), { message: /was changed/ })
})

t.test('a sealed secret with any one character changed does not open', async (t) => {
  const sealed = box.seal('secret', 'row')
  for (let at = 0; at < sealed.length; at++) {
    const other = sealed[at] === 'A' ? 'B' : 'A'
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
    // The last character of base64url may carry bits that say nothing.
    if (at === sealed.length - 1) continue
    t.throws(() => box.open(changed, 'row'), `at ${at}`)
  }
})

t.test('a text that is not sealed, or sealed with an unknown key, is refused with what to do', async (t) => {
  t.throws(() => box.open('-----BEGIN PRIVATE KEY-----', 'row'), refused)
  t.throws(() => box.open(createSecretBox(['another key']).seal('secret', 'row'), 'row'), refused)
})

t.test('an older key opens, and resealing moves a secret to the newest key', async (t) => {
  const old = createSecretBox(['the old key'])
  const both = createSecretBox(['the new key', 'the old key'])
  const sealed = old.seal('secret', 'row')
  t.equal(both.open(sealed, 'row'), 'secret')
  const resealed = both.reseal(sealed, 'row')
  t.ok(resealed.startsWith(both.currentPrefix))
  t.equal(createSecretBox(['the new key']).open(resealed, 'row'), 'secret')
  t.equal(both.open(both.reseal('as text', 'row'), 'row'), 'as text')
})
