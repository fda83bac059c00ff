import type { DeskAreas } from '../desk-texts.ts'

const FAULTS = {
  required: 'Fill this in.',
  choose: 'Choose at least one of these.',
  number: 'Write a number, such as 2.5.',
  day: 'Choose a day.',
  order: 'This is before the start. Choose a later day.',
  past: 'This has passed. Choose a later day.',
  after_today: 'This day is still to come. Log hours once the work is done.',
  before_work: 'The work had not begun. Choose a day from its beginning on.',
  after_work: 'The work had ended. Choose a day up to its end.',
  day_full:
    'With these the helper would have worked more than 24 hours on this day. Check the other hours of the day.',
  minute: 'Write at least one minute, which is 0.02 hours.',
  days: 'Write each day on a line of its own, such as 2027-03-14 or 2027-03-14 - 2027-03-21.',
  times: 'Write times like Mon-Wed 13:00-17:00; Fri 09:00-12:00.',
  sessions: 'Each session needs a day to come, a beginning, an end and at least one helper.',
  money: 'Write an amount and a currency, such as 31.80 and USD.',
  email: 'Write an e-mail address, such as ada@example.org.',
  url: 'Write the address of a web page, such as https://example.org.',
  phone: 'Write a phone number, such as +1 503 555 0142.',
  zone: 'Choose a time zone.',
  coordinates: 'Write both the latitude and the longitude, or neither.',
  place: 'Work on site needs a place: say at least the country and the city.',
  name: 'Write a name that is not too long.',
  text: 'This cannot be used here. Write it in another way.',
}
const LIMITS = {
  least: (value: string) => `at least ${value}`,
  above: (value: string) => `more than ${value}`,
  most: (value: string) => `at most ${value}`,
  below: (value: string) => `less than ${value}`,
}

const KEPT = {
  title_out: 'You were signed out',
  lead_out:
    'Nothing you wrote is lost: this page keeps it. Sign in with a new link in another tab, then come back here and send it again.',
  title_in: 'Send it again?',
  lead_in:
    'You have signed in again since this form was opened, so nothing was saved yet. Check what you wrote, then send it again.',
  wrote: 'What you wrote',
  send: 'Send again',
  file_out:
    'You were signed out, and nothing was sent. The file is still chosen: sign in with a new link in another tab, then come back here and send it again.',
  file_in:
    'Somebody has signed in again since this page was opened, so nothing was sent yet. The file is still chosen: send it again.',
  file_first:
    'If this page has been open for long, load it again before you choose a file. A file is not kept when you are signed out.',
}

export const en: DeskAreas['forms'] = {
  actions: {},
  refusals: {},
  words: {
    desk_fault: ({ word }) => FAULTS[word],
    desk_kept: ({ word }) => KEPT[word],
    desk_fault_limit: ({ relation, value }, { number }) =>
      `Write a number that is ${LIMITS[relation](number(value))}.`,
    desk_fault_too_long: ({ most }, { number, noun }) =>
      `Too long: write at most ${number(most)} ${noun(most, 'character', 'characters')}.`,
  },
}
