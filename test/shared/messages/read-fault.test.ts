import t from 'tap'
import { paragraphOf, READER_LANGUAGES, readFault } from '../../../src/shared/messages/index.ts'

const details = [
  'This is required.',
  'This is required. It is a list.',
  'This is required. It is an object with amount_minor and currency.',
  'This is required. Must be remote, onsite or hybrid.',
  'Must be text. Put 5 in quotation marks.',
  'Must be text, not null.',
  'Must be one text, not a list. Where a parameter takes several values, separate them with commas.',
  'Must be a number, such as 7.5.',
  'Must be a number, without quotation marks.',
  'Must be a number in digits, such as 7.5.',
  'Must be a whole number, such as 20.',
  'Must be true or false, without quotation marks.',
  'Must be true or false.',
  'Must be text or an object.',
  'Must be a list in square brackets, such as ["one", "two"].',
  'Must be an object in braces, such as {"name": "value"}.',
  'Must be an object with lat and lon.',
  'Must be volunteer or paid. Did you mean volunteer?',
  'Must be 16, 18 or 21.',
  'Must be need.posted.',
  'Must be more than 0.',
  'Must be at most 168.',
  'Must be less than 0.5.',
  'Must be at least -90.',
  'Must not be empty.',
  'Must not be blank.',
  'Must have at most 5 characters.',
  'Must have at least 1 entry.',
  'Must have exactly 2 entries.',
  'Must be an e-mail address, such as ada@example.org.',
  'Must be the address of a web page, such as https://example.org.',
  'Must be a date, such as 2027-05-14.',
  'Must be a date between 1900 and 2199.',
  'Must be a date and time with its offset, such as 2027-05-14T15:00:00Z.',
  'Must be a time of day, such as 15:00.',
  'Must be a phone number, such as +1 503 555 0142.',
  'Unknown field. Remove it.',
  'Unknown parameter. Did you mean limit?',
  'This time has not come yet. Send the time when the consent was given; with its offset, such as -05:00, if it was given today.',
  'This day has not come yet. Write the day on which it was issued or confirmed.',
]
/** What each translation keeps: names of fields, values and examples. */
const kept = /\b(?:\w+_\w+|remote|onsite|hybrid|volunteer|paid|\d+(?:[.:-]\d+)*|null|limit|lat|lon)\b/g

t.test('a common fault is read, and says the same in English', async (t) => {
  for (const detail of details) {
    const read = readFault(detail)
    t.equal(read && paragraphOf(read, 'en'), detail)
  }
})

t.test('it is whole in every other language, with its names, values and examples', async (t) => {
  for (const language of READER_LANGUAGES.slice(1))
    for (const detail of details) {
      const text = paragraphOf(readFault(detail) ?? [], language)
      t.notMatch(text, /undefined|\[object| {2}|^\s|\s$/, text)
      t.not(text, detail, language)
      for (const [part] of detail.matchAll(kept))
        t.ok(text.includes(part), `${language}: ${text} lacks ${part}`)
    }
})

t.test('what is not a common fault stays as it is', async (t) => {
  for (const detail of [
    '',
    'Must be three.words and more of them.',
    'There is no country with this code. Use ISO 3166-1, such as US.',
    'This is required. Send a JSON object with Content-Type: application/json.',
    'Must have at most 5 legs.',
    'Must be at most many.',
  ])
    t.equal(detail === '' ? null : readFault(detail), null, detail)
})
