import t from 'tap'
import { z } from 'zod'
import { parseOrFaults } from '../../src/shared/faults.ts'
import { decimalNumber, wholeNumber } from '../../src/shared/written-numbers.ts'

const schema = z.strictObject({
  whole: wholeNumber(z.int().min(-5).max(100)).optional(),
  decimal: decimalNumber(z.number().min(0).max(20)).optional(),
})
const read = (name: string, text: string) => parseOrFaults(schema, { [name]: text })

t.test('a number in plain digits is read', async (t) => {
  for (const [name, text, value] of [
    ['whole', '7', 7],
    ['whole', '007', 7],
    ['whole', '-5', -5],
    ['decimal', '7', 7],
    ['decimal', '7.50', 7.5],
  ] as const)
    t.same(read(name, text), { value: { [name]: value } })
})

t.test('any other way to write a number is refused, and the message shows one', async (t) => {
  const others = [
    '0x10',
    '0b1',
    '0o7',
    '1e1',
    ' 5',
    '5 ',
    '+5',
    '5.',
    '.5',
    '1_0',
    '٣',
    '',
    ' ',
    'ten',
    'NaN',
  ]
  for (const text of [...others, '1.5', '1,5'])
    t.match(read('whole', text), {
      faults: [{ code: 'invalid_type', detail: /whole number, such as 20\.$/ }],
    })
  for (const text of [...others, '1,5', 'Infinity', '1.5.2'])
    t.match(read('decimal', text), {
      faults: [{ code: 'invalid_type', detail: /in digits, such as 7\.5\.$/ }],
    })
})

t.test('a number beyond its limits is refused as such', async (t) => {
  t.match(read('whole', '101'), { faults: [{ code: 'too_big', detail: 'Must be at most 100.' }] })
  t.match(read('whole', '-6'), { faults: [{ code: 'too_small' }] })
  t.match(read('decimal', '20.1'), { faults: [{ code: 'too_big' }] })
})
