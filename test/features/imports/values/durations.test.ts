import t from 'tap'
import { readBreak, readDuration, readShift } from '../../../../src/features/imports/values/durations.ts'
import { isRead } from '../../../../src/features/imports/values/reading.ts'
import { textOf } from '../../../../src/shared/messages/index.ts'

/** The value and, if something was decided, how it is told. */
function shown(cell: string, read = readDuration): [number | null, string?] {
  const reading = read(cell, {})
  if (!isRead(reading)) return [null]
  const notes = reading.notes.map((note) => textOf(note, 'en'))
  return notes.length === 0 ? [reading.value] : [reading.value, notes.join(' ')]
}
const all = (cells: string, hours: number | null, read = readDuration) => {
  for (const cell of cells.split('|')) t.equal(shown(cell, read)[0], hours, cell)
}

t.test('one length of time is read however people and programs write it', async () => {
  all('1.5|1,5|1½|1 ½|1 1/2|1 1/2 h', 1.5)
  all('½|½ h|1/2|1⁄2 h|0.5 h|30 min|half an hour|eine halbe Stunde|media hora|une demi-heure|meia hora', 0.5)
  all(
    '1:30|1:30 h|01:30:00|1h30|1 h 30|1h30min|1h 30 min.|1hr 30mins|1 hour and 30 minutes|1 Std. 30 Min.|1 u 30',
    1.5,
  )
  all('90 min|90′|PT1H30M|PT90M|PT1.5H|P0DT1H30M|PT5400S|1½ Stunden|1,5 Std.|1.500|1.5 hrs', 1.5)
  all('2|2 hrs.|two|two hours|zwei Stunden|2.0|PT2H|2:00|２', 2)
  all('1⅛', 1.125)
})

t.test('hours with a part in words are read in five languages', async () => {
  const hours: readonly [cells: string, hours: number][] = [
    [
      'one and a half|One and a half hours|1 and a half|an hour and a half|one & a half hrs.|one and one half',
      1.5,
    ],
    ['una y media|una hora y media|hora y media|1 y media|une heure et demie|une et demie|1 h et demie', 1.5],
    [
      'anderthalb|eineinhalb Stunden|ein einhalb|eine und eine halbe|1einhalb|uma e meia|uma hora e meia|1 e meia',
      1.5,
    ],
    ['2 and a quarter|two hours and a quarter|dos y cuarto|dos horas y un cuarto|deux heures et quart', 2.25],
    ['zweieinviertel|zwei und ein Viertel|duas e um quarto|duas horas e um quarto', 2.25],
    ['deux et demie|zweieinhalb Std.|2 einhalb|dos y media|duas e meia|two and a half', 2.5],
    [
      'three and three quarters|tres y tres cuartos|trois et trois quarts|drei und drei Viertel|três e três quartos',
      3.75,
    ],
    ['dreidreiviertel Stunden|3 dreiviertel', 3.75],
    [
      'eine halbe|halbe|a half|half|media|una media hora|demie|une demi-heure|meia|meia hora|halbe Stunde',
      0.5,
    ],
    [
      'a quarter of an hour|quarter hour|un cuarto de hora|un quart d’heure|eine Viertelstunde|um quarto de hora',
      0.25,
    ],
    ['three quarters of an hour|tres cuartos de hora|trois quarts d’heure|três quartos de hora', 0.75],
    ['eine dreiviertel Stunde|Dreiviertelstunde|drei viertel Stunden', 0.75],
    ['siebeneinhalb|sete e meia|siete y media|sept et demie|seven and a half', 7.5],
  ]
  for (const [cells, value] of hours) all(cells, value)
})

t.test('numbers above twelve are read in words too', async () => {
  const hours: readonly [cells: string, hours: number][] = [
    ['thirteen|trece horas|treize|dreizehn Stunden|treze horas', 13],
    ['sixteen|dieciséis|diez y seis|seize heures|sechzehn|dezesseis|dezasseis', 16],
    ['seventeen hours|diecisiete|dix-sept heures|dix sept|siebzehn|dezessete|dezassete', 17],
    ['twenty|veinte|vingt|zwanzig|vinte|twenty (20)|20 (vingt)', 20],
    [
      'twenty one|Twenty-one hours|veintiuno|veintiún horas|vingt et un|vingt-et-une heures|einundzwanzig|vinte e uma horas',
      21,
    ],
    [
      'twenty and a half|veinte y media|vingt et demie|zwanzigeinhalb|vinte e meia|zwanzig und eine halbe',
      20.5,
    ],
    [
      'twenty one and a half hours|veintiuna horas y media|vingt et une heures et demie|einundzwanzigeinhalb Stunden|vinte e uma horas e meia',
      21.5,
    ],
    ['twenty-two and three quarters|veintidós y tres cuartos|vinte e duas e três quartos', 22.75],
    ['forty five minutes|quarante-cinq minutes|fünfundvierzig Minuten|cuarenta y cinco minutos', 0.75],
    ['ninety minutes|quatre-vingt-dix minutes|nonante minutes|neunzig Min.|noventa minutos', 1.5],
  ]
  for (const [cells, value] of hours) all(cells, value)
  t.same(shown('fünfundzwanzig'), [25], 'the day’s limit is not the reader’s')
  all('twenty five six|vingt et|twenty one two|veinte y|one hundred|twenties', null)
})

t.test('hours with minutes are read without the word for minutes', async () => {
  all('1 hour 30|1 hour, 30|1 hr 30|1 Stunde 30|1 Std. 30|1 hora 30|1 heure 30|1 hora e 30|1h30', 1.5)
  all(
    'one hour thirty|an hour and thirty minutes|une heure trente|eine Stunde dreißig|uma hora e trinta',
    1.5,
  )
  all(
    'two hours and five minutes|zwei Stunden und fünf Minuten|dos horas y cinco minutos|2 hours 5 min',
    2 + 5 / 60,
  )
  all('1 hour 5|1 hour 60|1 hour 30 45|hour 30|1.5 hours 30|1 hour thirty days|one hour minutes', null)
})

t.test('words that are a time of the day, or no sum of hours, are refused', async () => {
  all(
    'half past two|halb drei|half two|y media|and a half|one and a third|two halves|zwei halbe|dos medias',
    null,
  )
  all('one and a half days|media jornada|1.5 and a half|-one and a half|ein dreiviertel', null)
  all(
    'cuarto|quarter|quart|Viertel|two and five quarters|quarter to three|tres menos cuarto|one and two',
    null,
  )
})

t.test('a column of shifts reads plain numbers as times of the day', async (t) => {
  all('9-12|9:00-12:00|9 to 12|9-12 Uhr|9am-12|1-4|von 9 bis 12|de 9 a 12|de 9h à 12h', 3, readShift)
  all('9-5|22-6|9-12, 13-18|9:00-12:00 / 13:00-18:00|8 h', 8, readShift)
  all('Morning|-|9-9|9-25|12-9, 10-11|9-12, 11-13|S1', null, readShift)
  t.same(shown('9-5', readShift), [8, '“9-5” was read as 8 h.'])
})

t.test('several spans of a day are added, if each is certain', async () => {
  all('9:00-12:00, 13:00-17:30|9am-12pm and 1pm-5:30pm|9:00-12:00 und 13:00-17:30', 7.5)
  all('9:00-12:00, 13-17|9:00-12:00, 11:00-13:00|9:00-12:00, x', null)
})

t.test('two times of the day are the time between them, and the row says so', async (t) => {
  all('9:00-12:00|9:00 – 12:00|9am-12pm|from 9am to 12pm', 3)
  all('9 bis 12 Uhr|von 9:00 bis 12:00|9h-12h|de 9h à 12h|9.30-12.30|0900-1200|11:00-2:00', 3)
  all('22:00-02:00|13h-17h|1-5pm', 4)
  t.same(shown('8:30-17:15'), [8.75, '“8:30-17:15” was read as 8 h 45 min.'])
  t.same(shown('0930'), [9.5, '“0930” was read as 9 h 30 min.'])
})

t.test('what may be several lengths is refused, not guessed', async () => {
  all(
    '2-3|9-12|2 to 3 h|2h-3h|1h-1h30|1.00-1.30|10-2|12:00-12:00|10:00-25:00|2h + 1h|3 x 2h|1e3|1:60|PT|P1D|x',
    null,
  )
})

t.test('a break is read in minutes, or as two times of the day', async (t) => {
  for (const cell of ['30', '0:30', '0.5', '½ h', '12:00-12:30', 'PT30M', '30 min'])
    t.equal(shown(cell, readBreak)[0], 30, cell)
  t.equal(shown('0', readBreak)[0], 0)
})
