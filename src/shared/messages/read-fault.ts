import { type FaultMessages, type FaultType, faultSayings, faultTypes } from './fault-messages.ts'
import { type Message, message } from './message.ts'
import { paragraphOf, textOf } from './text-of.ts'

type FaultMessage = Message<keyof FaultMessages>
type Read = (parts: readonly string[]) => FaultMessage | null

const TYPE_WORDS: ReadonlyMap<string, FaultType> = new Map(
  faultTypes.map((type) => {
    const sentence = textOf(message('fault_type', { types: [type], example: '' }), 'en')
    return [sentence.replace(/^Must be |\.$/g, ''), type]
  }),
)
const RELATIONS = {
  'at least': 'least',
  'more than': 'above',
  'at most': 'most',
  'less than': 'below',
} as const
const LENGTHS = { 'at least': 'least', 'at most': 'most', exactly: 'exactly' } as const
const UNITS = { character: 'characters', entr: 'entries', field: 'fields' } as const

/** Sentences that `plain-messages.ts` and `wire.ts` make, each at the beginning of what is left of a detail. */
const SENTENCES: readonly (readonly [RegExp, Read])[] = [
  [
    /^It is an object with ([\w, ]+)\./,
    ([list = '']) => message('fault_is_object', { names: namesIn(list) }),
  ],
  [/^Did you mean ([^?]+)\?/, ([name = '']) => message('fault_meant', { name })],
  [/^Must be text\. Put ([^ ]+) in quotation marks\.$/, ([value = '']) => message('fault_quote', { value })],
  [/^Must be ([a-z ]+), not null\./, ([word]) => ofType(word, (type) => message('fault_not_null', { type }))],
  [
    /^Must be ([a-z ]+), without quotation marks\./,
    ([word]) => ofType(word, (type) => message('fault_unquoted', { type })),
  ],
  [
    /^Must be an object with ([\w, ]+)\./,
    ([list = '']) => message('fault_object_with', { names: namesIn(list) }),
  ],
  [/^Must be (at least|more than|at most|less than) ([^ ]+)\.$/, ofNumber],
  [/^Must have (at least|at most|exactly) (\d+) (character|entr|field)\w*\./, ofLength],
  [/^Must be ([a-z ,]+)\.$/, ofTypes],
  [/^Must be ([a-z ]+), such as ([^ ]+)\.$/, ofTypes],
  [/^Must be ([\w.*:, -]+)\.$/, ofChoices],
]

/**
 * Reads the English detail of a common fault as messages, so that readers of other languages understand it. Returns null
 * for other details. What is read says the same in English, character by character.
 */
export function readFault(detail: string): FaultMessage[] | null {
  const found: FaultMessage[] = []
  for (let rest = detail; rest !== ''; ) {
    const next = nextIn(rest)
    if (!next) return null
    found.push(next)
    rest = rest.slice(textOf(next, 'en').length).trimStart()
  }
  return paragraphOf(found, 'en') === detail ? found : null
}

function nextIn(rest: string): FaultMessage | null {
  for (const what of faultSayings) {
    const said = message('fault_said', { what })
    if (rest.startsWith(textOf(said, 'en'))) return said
  }
  const end = rest.indexOf('. ')
  // What to put in quotation marks is said in a second sentence.
  const isWhole = end < 0 || rest.startsWith('Must be text. Put ')
  const sentence = isWhole ? rest : rest.slice(0, end + 1)
  for (const [pattern, read] of SENTENCES) {
    const [, ...parts] = pattern.exec(sentence) ?? []
    const one = parts.length > 0 ? read(parts) : null
    if (one && rest.startsWith(textOf(one, 'en'))) return one
  }
  return null
}

function namesIn(list: string): string[] {
  return list.split(/, | and | or /)
}

function ofType(word: string | undefined, create: (type: FaultType) => FaultMessage): FaultMessage | null {
  const type = TYPE_WORDS.get(word ?? '')
  return type === undefined ? null : create(type)
}

function ofTypes([list = '', example = '']: readonly string[]): FaultMessage | null {
  const whole = TYPE_WORDS.get(list)
  const types = whole ? [whole] : namesIn(list).map((word) => TYPE_WORDS.get(word))
  const known = types.filter((type) => type !== undefined)
  return known.length === types.length ? message('fault_type', { types: known, example }) : null
}

function ofNumber([relation = '', value = '']: readonly string[]): FaultMessage | null {
  const [, known] = Object.entries(RELATIONS).find(([words]) => words === relation) ?? []
  return known && Number.isFinite(Number(value)) ? message('fault_number', { relation: known, value }) : null
}

function ofLength([relation = '', count = '', unit = '']: readonly string[]): FaultMessage | null {
  const [, known] = Object.entries(LENGTHS).find(([words]) => words === relation) ?? []
  const [, counted] = Object.entries(UNITS).find(([beginning]) => beginning === unit) ?? []
  if (!known || !counted) return null
  return message('fault_length', { relation: known, count: Number(count), unit: counted })
}

function ofChoices([list = '']: readonly string[]): FaultMessage | null {
  const choices = list.split(/, | or /)
  return choices.some((one) => one === '' || one.includes(' ')) ? null : message('fault_choice', { choices })
}
