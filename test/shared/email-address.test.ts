import fc from 'fast-check'
import t from 'tap'
import { emailAddressOf, keyOfEmail, spellingsOfEmail } from '../../src/shared/email-address.ts'

t.test('addresses of all languages are kept in one form, however they are written', async (t) => {
  for (const [written, kept] of [
    ['dana@example.org', 'dana@example.org'],
    ['Dana.Lee+work@Example.ORG', 'Dana.Lee+work@example.org'],
    ['dana@büro.example', 'dana@xn--bro-hoa.example'],
    ['jürgen@büro.example', 'jürgen@büro.example'],
    ['JÜRGEN@BÜRO.example', 'jürgen@büro.example'],
    ['ju\u0308rgen@xn--bro-hoa.example', 'jürgen@büro.example'],
    ['用户@例え.jp', '用户@例え.jp'],
    ['用户@例え。jp', '用户@例え.jp'],
    ['квіточка@пошта.укр', 'квіточка@пошта.укр'],
    ['संपर्क@डाटामेल.भारत', 'संपर्क@डाटामेल.भारत'],
    ['a&b@example.org', 'a&b@example.org'],
  ] as const)
    t.equal(emailAddressOf(written), kept, written)
})

t.test('what cannot be delivered is no address', async (t) => {
  for (const text of [
    ...['', '@', 'dana', 'dana@', '@x.example', 'dana@x', 'dana@x.', 'dana@.x.example', 'dana@x..example'],
    ...['.a@x.example', 'a.@x.example', 'a..b@x.example', 'a b@x.example', 'a@b@x.example', 'a@x_y.example'],
    ...['a@-x.example', 'a@x-.example', 'a@192.0.2.1', 'a@1.2.3', 'a@x%2eexample', '用 户@例え.jp'],
    ...[
      '用\u200b户@例え.jp',
      'a\0b@x.example',
      'a"b@x.example',
      '\ud800@x.example',
      `${'a'.repeat(250)}@x.example`,
    ],
    ...[`a@${'b'.repeat(64)}.example`, 'a@x.e', 'a@x.7e'],
  ])
    t.equal(emailAddressOf(text), null, JSON.stringify(text))
})

t.test('the form of an address is its own form, and its key and spellings stay the same', async (t) => {
  const letters = fc.string({ unit: fc.constantFrom(...'aB.ü用дéİßΣ+-'), minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(letters, letters, (local, domain) => {
      const address = emailAddressOf(`${local}@${domain}.example`)
      if (address === null) return
      t.equal(emailAddressOf(address), address)
      for (const spelling of spellingsOfEmail(address)) t.equal(keyOfEmail(spelling), keyOfEmail(address))
      t.ok(spellingsOfEmail(address).includes(keyOfEmail(address)))
    }),
    { numRuns: 500 },
  )
})
