import t from 'tap'
import { programBody } from '../../support/bodies.ts'
import { signInToDesk } from '../../support/desk.ts'
import { uploadAtDesk } from '../../support/desk-uploads.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const languages = ['de', 'es', 'fr', 'pt']

/** The pages of a checked file in each language, by the language. */
async function pagesOf(content: string | Buffer, fields: Record<string, string> = {}, name = 'roster.csv') {
  const partner = await service.newPartner({ kind: 'internship_office' })
  const program_id = await post(partner, '/v1/programs', programBody({}))
  const editor = await signInToDesk(service, { partnerId: partner.partnerId, role: 'editor', name: 'Dana' })
  const at = await uploadAtDesk(service, editor, {
    fields: { type: 'candidates', program_id, ...fields },
    file: { name, content },
  })
  await service.services.background.works.run_imports.idle()
  const pages = new Map<string, string>()
  for (const language of ['en', ...languages])
    pages.set(language, (await editor.get(at, { 'accept-language': language })).body)
  return pages
}

const remarksIn = (page: string) => page.slice(page.indexOf('<main'))

const HEADER =
  'Student ID;Name;E-mail;Phone;Skills;Languages;Time zone;Modality;Hours per week;Graduation;Availability;Shoe size'
const ROWS = [
  '1E+11;Noa Bright;noa@student.example;555;excel;en;America/Chicago;remote;8;2027-05-14;;43',
  'S-2;"Bright, Noa, the third";noa@student.example;503-555-0142;excel;en;EST;remote;8;2027-05-14;;43',
  'S-3;Ada;no mail;;excel;Klingonish;America/Chicago;on the moon;many;31.04.2027;Mon soon;43',
  'S-4;Ben;ben@student.example;;"excel; juggling knives";en, Elvish;Chicago;remote;10-15;3/4/27;;43',
  'S-4;Cem;cem@student.example;;excel;en;America/Chicago;remote;8;;;43',
  's 4;Dov;;;excel;en;America/Chicago;;8 per month;#REF!;;43',
  ';Eve;eve@student.example;;;;;;;;;;more;cells',
  'Total: 7 students;;;;;;;;;;;',
]

t.test(
  'what is wrong with cells and rows is said in each language of the desk, and not in English',
  async (t) => {
    const pages = await pagesOf([HEADER, ...ROWS].join('\n'))
    for (const language of languages) {
      const page = remarksIn(pages.get(language) ?? '')
      t.notMatch(page, 'lang="en"', language)
      t.notMatch(
        page,
        /[Ww]rite |was read as|was left out|defaults=|columns=|date_format=|external_id/,
        language,
      )
      for (const cell of ['on the moon', '31.04.2027', '1E+11', 'Elvish', 'Mon soon'])
        t.ok(page.includes(cell), `${language}: ${cell}`)
    }
    t.match(
      pages.get('de'),
      /„on the moon“ ist hier nicht zu verstehen\. Schreiben Sie remote, onsite oder hybrid\./,
    )
    t.match(pages.get('fr'), /«\u00a031\.04\.2027\u00a0» n’est pas un jour du calendrier/)
    t.match(pages.get('es'), /La línea 6 ya tiene este identificador|La línea 5 ya tiene este identificador/)
    t.match(pages.get('pt'), /“31\.04\.2027” não é um dia do calendário/)
  },
)

t.test('why a whole file can’t be read is said in each language of the desk', async (t) => {
  const files = {
    'no rows': HEADER,
    'no key': 'Phone;City\n1;Chicago',
    'a broken header': '"Student ID;Name\n1;Ada',
    'no header': '\n\n',
  }
  for (const [what, content] of Object.entries(files)) {
    const pages = await pagesOf(content)
    for (const language of languages) {
      const page = remarksIn(pages.get(language) ?? '')
      t.notMatch(page, 'lang="en"', `${what} in ${language}`)
      t.notMatch(page, /The (file|header)|external_id|key=/, `${what} in ${language}`)
    }
    t.notMatch(pages.get('en'), /key=email|external_id=/, what)
  }
})

t.test('where JSON is broken is said in each language of the desk', async (t) => {
  const content =
    '[{"external_id": "S-1" "name": "Ada"},\n{"external_id": "S-2", name: "Ben"},\n{"external_id": "S-3"},\n"S-4"]'
  const pages = await pagesOf(content, {}, 'students.json')
  t.match(pages.get('en'), /Line 1, column 24: a comma is missing/)
  for (const language of languages) {
    const page = remarksIn(pages.get(language) ?? '')
    t.notMatch(page, /[Ll]ine \d|is missing|double quotes|JSON object/, language)
  }
  t.match(pages.get('de'), /Zeile 1, Spalte 24: Davor fehlt ein Komma/)
})

t.test('an order that dates of the file show is said by the names of columns', async (t) => {
  const pages = await pagesOf(
    [
      'Student ID;Name;E-mail;Skills;Graduation',
      'S-1;Ada;ada@student.example;excel;13/4/27',
      'S-2;Ben;ben@student.example;excel;3/4/27',
    ].join('\n'),
  )
  t.match(pages.get('de'), /mit dem Tag vorn, wie „13\/4\/27“ in Zeile 2 zeigt/)
  t.notMatch(remarksIn(pages.get('de') ?? ''), /graduates_on/)
})

t.test('a name whose parts are blank is missing, and no column is', async (t) => {
  const pages = await pagesOf('ID;First name;Last name;E-mail\nS-1;;;ada@student.example')
  t.match(pages.get('en'), /<strong>First name<\/strong>: The name is empty\. Write the first and last name/)
  t.match(
    pages.get('de'),
    /<strong>First name<\/strong>: Der Name ist leer\. Schreiben Sie Vornamen und Nachnamen/,
  )
})

t.test('in English too columns are called what people call them', async (t) => {
  const pages = await pagesOf('ID;Name;E-mail;Phone\nS-1;Ada;ada@student.example;555 a_b')
  const page = remarksIn(pages.get('en') ?? '')
  t.match(page, /The file has no columns [^.]*“Time zone”/)
  t.match(page, /“555 a_b” (is not a phone number|lacks)/)
  t.notMatch(page, /time_zone|share_profile|defaults=/)
})

t.test('what a remark quotes never becomes markup', async (t) => {
  const pages = await pagesOf(`${HEADER}\nS-1;Ada;<img src=x>;;excel;en;<b>zone</b>;<i>moon</i>;8;;;43`)
  for (const [language, page] of pages) {
    t.notMatch(page, /<img src=x>|<b>zone|<i>moon/, language)
  }
})
