import t from 'tap'
import { isBlank, readCell, spreadsheetError } from '../../../../src/features/imports/values/blank.ts'
import { readFreeText } from '../../../../src/features/imports/values/free-text.ts'
import {
  isShortenedNumber,
  mayBeSameId,
  readIdentity,
} from '../../../../src/features/imports/values/identity.ts'
import { read } from '../../../../src/features/imports/values/reading.ts'
import { readYesOrNo } from '../../../../src/features/imports/values/yes-or-no.ts'
import { cannotRead, readsAs, readsWithNote } from './tables.ts'

t.test('a cell that says nothing is blank', async (t) => {
  const blank = [
    '',
    ' ',
    '\u00a0\ufeff',
    'N/A',
    'n/a',
    'none',
    'None',
    '-',
    '–',
    '—',
    'TBD',
    'null',
    'NULL',
    'k. A.',
    'k.A.',
    's/o',
  ]
  for (const cell of [...blank, 'keine Angabe', 'ninguno', 'aucun', 'Não aplicável', '(blank)', '?', '...'])
    t.ok(isBlank(cell), cell)
  for (const cell of ['0', 'no', 'offen', 'false', 'x', 'nonprofit', '-5', 'S-1'])
    t.notOk(isBlank(cell), cell)
})

t.test('Null, None and NA are names, NA is a country, and a text may be one word', async (t) => {
  for (const cell of ['Null', 'NA', 'None', 'True', '-Ann', '=cmd']) t.notOk(isBlank(cell, 'name'), cell)
  for (const cell of ['Nothing', 'None', 'offen']) t.notOk(isBlank(cell, 'text'), cell)
  for (const kind of ['country', 'identity'] as const) t.notOk(isBlank('NA', kind), kind)
  t.ok(isBlank('N/A', 'name') && isBlank('N/A', 'country') && isBlank('-', 'text'))
})

t.test('an error of the spreadsheet names its cause, in its language', async (t) => {
  const errors = [
    ['#REF!', /shows #REF!: a formula points to a deleted cell/],
    ['#BEZUG!', /points to a deleted cell/],
    ['#N/A', /did not find it/],
    ['#NV', /did not find it/],
    ['#NAME?', /a name that the spreadsheet does not know/],
    ['#¿NOMBRE?', /a name that the spreadsheet does not know/],
    ['#VALUE!', /text where it needs a number/],
    ['#WERT!', /text where it needs a number/],
    ['#DIV/0!', /divides by zero/],
    ['#ÜBERLAUF!', /no room/],
    ['########', /too narrow/],
  ] as const
  for (const [cell, cause] of errors) {
    t.ok(spreadsheetError(cell), cell)
    cannotRead(t, (one) => readCell(one, 'name', read) ?? read(''), [[cell, cause]])
  }
  for (const cell of ['#1', '#hashtag', 'S#REF!', '#']) t.equal(spreadsheetError(cell), null, cell)
  t.equal(readCell('n/a', 'other', read), null)
  t.same(readCell('x', 'other', read), read('x'))
})

t.test('an id is freed of what spreadsheets and copies put around it', async (t) => {
  readsAs(t, readIdentity, [
    ["'00123", '00123'],
    ['="00123"', '00123'],
    ['="100000000017"', '100000000017'],
    ['\u200b\ufeff00123\u200e', '00123'],
    ['\u00a0S-1001 ', 'S-1001'],
    ['12E4', '12E4'],
    ['3-4', '3-4'],
    ["O'1", "O'1"],
    ["'abc", "'abc"],
  ])
  readsWithNote(t, readIdentity, [
    ['123.0', '123'],
    ['1E+11', '1E+11'],
    ['1.20E+05', '1.20E+05'],
    ['4-Mar', '4-Mar'],
  ])
  cannotRead(t, readIdentity, [['\u200b', /like S-1001/]])
  t.ok(isShortenedNumber('1E+11') && !isShortenedNumber('12E4'))
})

t.test('ids look alike that differ only in case, spaces, dashes and zeros at the beginning', async (t) => {
  for (const [one, other] of [
    ['123', '00123'],
    ['DUP-1', 'dup-1'],
    ['DUP 2', 'DUP2'],
    ['S１', 'S1'],
    ['DUP-1', 'DUP 1'],
    ['A-12', 'a12'],
  ] as const)
    t.ok(mayBeSameId(one, other), `${one} ${other}`)
  for (const [one, other] of [
    ['123', '123'],
    ['123', '1230'],
    ['0', '00x'],
    ['A-1', 'A-01'],
    ['3-4', '34'],
  ] as const)
    t.notOk(mayBeSameId(one, other), `${one} ${other}`)
})

t.test('a text keeps every character but outer spaces and the line breaks of Excel', async (t) => {
  readsAs(t, readFreeText, [
    ['  two  spaces ', 'two  spaces'],
    ['one_x000D_\ntwo', 'one\ntwo'],
    ['one_x000D_two', 'one\ntwo'],
    ['one\r\ntwo', 'one\r\ntwo'],
    ['‏שלום‏', '‏שלום‏'],
    ['N/A', 'N/A'],
  ])
})

t.test('an answer is read in five languages', async (t) => {
  const yes = [
    'yes',
    'Y',
    'TRUE',
    '1',
    'x',
    'X',
    '✓',
    '☑',
    'checked',
    'WAHR',
    'VRAI',
    'Oui',
    'Ja',
    'Sí',
    'Sim',
    'VERDADERO',
    'Verdadeiro',
  ]
  const agreed = [
    'Yes, I agree',
    'I consent',
    'I agree.',
    'Acepto',
    'Oui, j’accepte',
    'Ja, ich stimme zu',
    'Sim, concordo',
    'Sí, acepto',
  ]
  const no = ['no', 'N', 'FALSE', '0', 'FALSCH', 'FAUX', 'Non', 'Nein', 'Não', 'FALSO', '☐', 'unchecked']
  const refused = [
    'No, I do not agree',
    "I don't consent",
    'No acepto',
    'Nein, ich stimme nicht zu',
    'No, thanks',
    'declined',
  ]
  readsAs(
    t,
    readYesOrNo,
    [...yes, ...agreed].map((cell) => [cell, true] as const),
  )
  readsAs(
    t,
    readYesOrNo,
    [...no, ...refused].map((cell) => [cell, false] as const),
  )
})

t.test('an unclear answer is never a yes', async (t) => {
  const unclear = [
    'maybe',
    'Yes, but only my name',
    'yes/no',
    'yes?',
    '1?',
    'I do not',
    'not yes',
    'x%',
    'yes unless asked',
    'si no',
    '2',
    'ok?',
  ]
  cannotRead(
    t,
    readYesOrNo,
    unclear.map((cell) => [cell, /Write yes or no/] as const),
  )
})
