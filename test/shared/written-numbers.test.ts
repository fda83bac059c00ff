import t from 'tap'
import { z } from 'zod'
import { parseOrFaults } from '../../src/shared/faults.ts'
import { decimalNumber, numberWritten, wholeNumber, writeNumber } from '../../src/shared/written-numbers.ts'
import { faultsInEnglish } from '../support/said-in-english.ts'

const schema = z.strictObject({
  whole: wholeNumber(z.int().min(-5).max(100)).optional(),
  decimal: decimalNumber(z.number().min(0).max(20)).optional(),
})
const read = (name: string, text: string) => {
  const result = parseOrFaults(schema, { [name]: text })
  return 'faults' in result ? { faults: faultsInEnglish(result.faults) } : result
}

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

t.test(
  'forms read plain digits with the decimal sign of the language, and the other where it can be nothing else',
  async (t) => {
    for (const [text, sign, number] of [
      ['7', '.', 7],
      [' -7.5 ', '.', -7.5],
      ['7,5', '.', 7.5],
      ['1.500', '.', 1.5],
      ['1,500', '.', null],
      ['7,5', ',', 7.5],
      ['7.5', ',', 7.5],
      ['1,500', ',', 1.5],
      ['1.500', ',', null],
      ['0.125', ',', 0.125],
      ['1.500,50', ',', null],
      ['0x10', ',', null],
      ['1e1', '.', null],
      ['+5', '.', null],
      ['', '.', null],
      ['7,', ',', null],
    ] as const)
      t.equal(numberWritten(text, sign), number, `${text} with ${sign}`)
    for (const value of [0, -7.5, 52.125, 1500, 0.02])
      for (const sign of ['.', ','] as const) t.equal(numberWritten(writeNumber(value, sign), sign), value)
  },
)
