import t from 'tap'
import { z } from 'zod'
import { bodyPointer, parameterPointer, parseOrFaults } from '../../src/shared/faults.ts'
import * as wire from '../../src/shared/wire.ts'
import { faultsInEnglish } from '../support/said-in-english.ts'

function faultsOf(schema: z.ZodType, value: unknown): [pointer: string, code: string, detail: string][] {
  const result = parseOrFaults(schema, value)
  if (!('faults' in result)) throw new Error('the value was accepted')
  return faultsInEnglish(result.faults).map(({ pointer, code, detail }) => [pointer, code, detail])
}

t.test('a text of a schema that looks like messages stays the text that it is', async (t) => {
  const looksLikeOurs = '[{"code":"fault_said","values":{"what":"required"}}]'
  for (const text of ['[a-z] only', '[', '[]', looksLikeOurs, `messages ${looksLikeOurs}`]) {
    const schema = z.string().refine(() => false, text)
    t.same(faultsOf(schema, 'x'), [['', 'invalid_value', text]], text)
  }
})

t.test('each fault says what to send, with an example where that helps', async (t) => {
  const skill = z.union([
    wire.text(1, 10),
    z.strictObject({ skill: wire.text(1, 10), hours: z.number().positive() }),
  ])
  const offer = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('volunteer'), causes: wire.causes }),
    z.strictObject({ kind: z.literal('paid'), rate: wire.money }),
  ])
  const cases: [z.ZodType, unknown, [string, string, string][]][] = [
    [z.string(), 5, [['', 'invalid_type', 'Must be text. Put 5 in quotation marks.']]],
    [
      z.string(),
      ['a', 'b'],
      [
        [
          '',
          'invalid_type',
          'Must be one text, not a list. Where a parameter takes several values, separate them with commas.',
        ],
      ],
    ],
    [z.string(), null, [['', 'invalid_type', 'Must be text, not null.']]],
    [z.number(), 'many', [['', 'invalid_type', 'Must be a number, such as 7.5.']]],
    [z.number(), '7', [['', 'invalid_type', 'Must be a number, without quotation marks.']]],
    [z.int(), 7.5, [['', 'invalid_type', 'Must be a whole number, such as 3.']]],
    [z.boolean(), 'true', [['', 'invalid_type', 'Must be true or false, without quotation marks.']]],
    [z.boolean(), 'yes', [['', 'invalid_type', 'Must be true or false.']]],
    [wire.causes, 'a', [['', 'invalid_type', 'Must be a list in square brackets, such as ["one", "two"].']]],
    [z.object({ a: z.string() }), {}, [['/a', 'required', 'This is required.']]],
    [
      wire.modality,
      'onsiet',
      [['', 'invalid_value', 'Must be remote, onsite or hybrid. Did you mean onsite?']],
    ],
    [
      z.object({ kind: wire.modality }),
      {},
      [['/kind', 'required', 'This is required. Must be remote, onsite or hybrid.']],
    ],
    [z.number().positive(), 0, [['', 'too_small', 'Must be more than 0.']]],
    [wire.hours_per_week, 0, [['', 'too_small', 'Must be at least 0.05.']]],
    [wire.hours_per_week, 200, [['', 'too_big', 'Must be at most 168.']]],
    [wire.text(1, 5), '', [['', 'too_small', 'Must not be empty.']]],
    [wire.text(1, 5), '  ', [['', 'invalid_value', 'Must not be blank.']]],
    [wire.text(1, 5), 'abcdef', [['', 'too_big', 'Must have at most 5 characters.']]],
    [wire.languages, [], [['', 'too_small', 'Must have at least 1 entry.']]],
    [wire.day, '14.5.2027', [['', 'invalid_format', 'Must be a date, such as 2027-05-14.']]],
    [wire.day, '0001-01-01', [['', 'invalid_value', 'Must be a date between 1900 and 2199.']]],
    [
      wire.instant,
      'now',
      [['', 'invalid_format', 'Must be a date and time with its offset, such as 2027-05-14T15:00:00Z.']],
    ],
    [
      wire.country,
      'usa',
      [['', 'invalid_format', 'Must be the two-letter code of a country in capitals, such as US.']],
    ],
    [
      wire.contact,
      { name: 'Ada', emial: 'a', email: 'a' },
      [
        ['/email', 'invalid_format', 'Must be an e-mail address, such as ada@example.org.'],
        ['/emial', 'unknown_field', 'Unknown field. Did you mean email?'],
      ],
    ],
    [
      z.strictObject({ a: z.string() }),
      { a: 'a', zebra: 1 },
      [['/zebra', 'unknown_field', 'Unknown field. Remove it.']],
    ],
    [skill, 5, [['', 'invalid_union', 'Must be text or an object.']]],
    [skill, '', [['', 'too_small', 'Must not be empty.']]],
    [skill, { skill: 'Excel', hours: 0 }, [['/hours', 'too_small', 'Must be more than 0.']]],
    [
      offer,
      { kind: 'volunter' },
      [['/kind', 'invalid_union', 'Must be volunteer or paid. Did you mean volunteer?']],
    ],
    [offer, {}, [['/kind', 'required', 'This is required. Must be volunteer or paid.']]],
    [
      offer,
      { kind: 'paid' },
      [['/rate', 'required', 'This is required. It is an object with amount_minor and currency.']],
    ],
  ]
  for (const [schema, value, faults] of cases) t.same(faultsOf(schema, value), faults, JSON.stringify(value))
})

t.test('every schema kind of zod has a message of our own', async (t) => {
  const kinds: [z.ZodType, unknown][] = [
    [z.bigint(), 1],
    [z.date(), 'x'],
    [z.map(z.string(), z.string()), {}],
    [z.set(z.string()).min(2), new Set(['a'])],
    [z.record(z.string().max(1), z.string()), { abc: 'x' }],
    [z.partialRecord(z.enum(['a']), z.string()), { b: 'x' }],
    [z.tuple([z.string()]), ['a', 'b']],
    [z.tuple([z.string(), z.string()]), ['a']],
    [z.number().multipleOf(5), 3],
    [z.string().regex(/^a$/), 'b'],
    [z.string().startsWith('a'), 'b'],
    [z.uuid(), 'x'],
    [z.never(), 1],
    [z.nan(), 1],
    [z.string().refine(() => false), 'x'],
    [z.literal('a'), 'b'],
    [z.array(z.string()).length(2), ['a']],
    [z.instanceof(URL), 1],
    [z.templateLiteral(['a', z.number()]), 'b'],
    [z.file(), 1],
  ]
  for (const [schema, value] of kinds)
    for (const [, , detail] of faultsOf(schema, value)) {
      t.match(detail, /^(?:Must|This|Unknown) .*\.$/s)
      t.notMatch(detail, /expected|received|Invalid|Unrecognized|\^|undefined|NaN/)
    }
})

t.test('what an address has too much is a parameter, not a field', async (t) => {
  const query = z.strictObject({ limit: wire.text(1, 5).optional() })
  const result = parseOrFaults(query, { limti: '5', zebra: '1' }, parameterPointer)
  t.same('faults' in result && faultsInEnglish(result.faults), [
    { pointer: '?limti', code: 'unknown_field', detail: 'Unknown parameter. Did you mean limit?' },
    { pointer: '?zebra', code: 'unknown_field', detail: 'Unknown parameter. Remove it.' },
  ])
})

t.test('a field that is null and may not be counts as left out', (t) => {
  const schema = z.strictObject({
    title: z.string(),
    hours: z.number().optional(),
    until: z.string().nullable(),
    lines: z.array(
      z.union([z.string(), z.strictObject({ skill: z.string(), level: z.enum(['a', 'b']).optional() })]),
    ),
  })
  const body = {
    title: 'x',
    hours: null,
    until: null,
    lines: ['y', { skill: 'z', level: null }],
  }
  t.same(parseOrFaults(schema, body), { value: { title: 'x', until: null, lines: ['y', { skill: 'z' }] } })
  t.same(body.hours, null, 'what was given is not changed')
  const refused = (given: object) => {
    const result = parseOrFaults(schema, { ...body, ...given })
    return 'faults' in result && result.faults.map(({ pointer, code }) => [pointer, code])
  }
  t.same(refused({ title: null }), [['/title', 'required']])
  t.same(refused({ lines: [null] }), [['/lines/0', 'invalid_union']])
  t.same(refused({ other: null }), [['/other', 'unknown_field']])
  const asPatch = parseOrFaults(schema, { ...body, lines: [] }, bodyPointer, { takesNulls: false })
  t.match(asPatch, { faults: [{ pointer: '/hours', code: 'invalid_type' }] })
  t.end()
})
