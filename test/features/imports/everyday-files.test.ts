import t from 'tap'
import { newOffice } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { rowsXml, workbookParts, zipOf } from '../../support/workbook.ts'

const service = await startTestService(t)

/** A kind of file that offices have, and what an import makes of it. */
interface Kind {
  file: string | Buffer
  contentType?: string
  /** What is stored of each student, by its id. */
  students: Record<string, object>
  /** The faults of refused rows. */
  faults?: RegExp[]
  /** Columns and codes of what is said of rows, in their order. */
  notices?: string[]
}

const NEEDED = 'languages,time_zone,modality,share_profile,share_contact,consent_recorded_at,consent_source'
const needed = 'en,America/Denver,hybrid,yes,yes,2026-02-03T08:00:00Z,Form S-9'
const HEADER = `external_id,name,email,${NEEDED}`
const lineOf = (id: string, name: string, email = `${id.toLowerCase()}@pupil.example`) =>
  `${id},${name},${email},${needed}`
/** A file with one more column. */
const withColumn = (column: string, cells: Record<string, string>, separator = ',') =>
  [
    `${HEADER},${column}`,
    ...Object.entries(cells).map(([id, cell]) => `${lineOf(id, `Pupil ${id}`)},${cell}`),
  ]
    .join('\n')
    .replaceAll(',', separator)
const roster = (header: string, ...lines: string[]) =>
  [`${header},${NEEDED}`, ...lines.map((line) => `${line},${needed}`)].join('\n')

const resume = (id: string, more: object) => ({
  external_id: id,
  time_zone: 'Europe/Vienna',
  modality: 'onsite',
  consent: {
    share_profile: true,
    share_contact: false,
    recorded_at: '2026-02-03T08:00:00Z',
    source: 'Form S-9',
  },
  basics: { name: `Pupil ${id}`, email: `${id.toLowerCase()}@pupil.example` },
  languages: [{ language: 'German', fluency: 'Native' }],
  ...more,
})
const study = (endDate: unknown) => ({ education: [{ area: 'Botany', startDate: '2025', endDate }] })

const kinds: Record<string, Kind> = {
  'lines that end with CR alone': {
    file: [HEADER, lineOf('M-1', 'Ida Falk'), lineOf('M-2', 'Per Falk')].join('\r'),
    students: { 'M-1': { name: 'Ida Falk' }, 'M-2': { name: 'Per Falk' } },
  },
  'a line that names the separator': {
    file: `sep=;\r\n${[HEADER, lineOf('P-1', 'Ida Falk')].join('\r\n').replaceAll(',', ';')}`,
    students: { 'P-1': { name: 'Ida Falk' } },
  },
  'a title above the header': {
    file: `Interns of autumn,,\n\n${[HEADER, lineOf('P-2', 'Per Falk')].join('\n')}`,
    students: { 'P-2': { name: 'Per Falk' } },
  },
  'a workbook': {
    file: zipOf(
      workbookParts({
        sheets: [
          {
            name: 'Autumn',
            rows: rowsXml([HEADER, lineOf('W-1', 'Ida Falk')].map((line) => line.split(','))),
          },
        ],
      }),
    ),
    students: { 'W-1': { name: 'Ida Falk', modality: 'hybrid' } },
  },
  'dates in many forms': {
    file: withColumn('graduates_on', {
      'D-1': '2028-09-21',
      'D-2': '21.09.2028',
      'D-3': '9/21/2028',
      'D-4': '21 September 2028',
      'D-5': '"Sept 21, 2028"',
      'D-6': '47017',
      'D-7': '05/06/2028',
      'D-8': '2028-11-31',
    }),
    students: {
      ...Object.fromEntries(
        ['D-1', 'D-2', 'D-3', 'D-4', 'D-5', 'D-6'].map((id) => [id, { graduates_on: '2028-09-21' }]),
      ),
      'D-7': { graduates_on: null },
      'D-8': { graduates_on: null },
    },
    notices: ['graduates_on value_read_as', 'graduates_on value_left_out', 'graduates_on value_left_out'],
  },
  'a column of dates that shows its order once': {
    file: withColumn('graduates_on,starts_on', {
      'K-1': '02/11/2028,03/04/2027',
      'K-2': '13/11/2028,4/13/2027',
      'K-3': '1/2/29,13/4/2027',
    }),
    students: {
      'K-1': { graduates_on: '2028-11-02', starts_on: null },
      'K-2': { graduates_on: '2028-11-13', starts_on: '2027-04-13' },
      'K-3': { graduates_on: '2029-02-01', starts_on: '2027-04-13' },
    },
    notices: ['starts_on value_left_out', 'graduates_on value_read_as'],
  },
  'majors with commas': {
    file: withColumn('majors', { 'J-1': '"Business, Management"', 'J-2': 'Botany; Art' }),
    students: { 'J-1': { majors: ['Business', 'Management'] }, 'J-2': { majors: ['Botany', 'Art'] } },
  },
  'ids that a spreadsheet changed': {
    file: [
      HEADER,
      lineOf('00742', 'Ida Falk', 'ida@pupil.example'),
      lineOf('742', 'Per Falk', 'per@pupil.example'),
      lineOf('2.5E+10', 'Una Falk', 'una@pupil.example'),
      lineOf("'00815", 'Jon Falk', 'jon@pupil.example'),
      lineOf('"=""00816"""', 'Kai Falk', 'kai@pupil.example'),
    ].join('\n'),
    students: { '00742': {}, 742: {}, '00815': { name: 'Jon Falk' }, '00816': { name: 'Kai Falk' } },
    faults: [/digits are lost/],
    notices: ['external_id similar_id'],
  },
  'a file of a German Excel': {
    file: `\u{feff}${withColumn('hours_per_week;age_over_18', { 'G-1': '9DECIMAL5;WAHR', 'G-2': '10;FALSCH' }, ';').replace('DECIMAL', ',').replaceAll('\n', '\r\n')}`,
    students: {
      'G-1': { hours_per_week: 9.5, age_over_18: true },
      'G-2': { hours_per_week: 10, age_over_18: false },
    },
  },
  'lists with commas': {
    file: withColumn('skills', { 'L-1': '"Excel, Bookkeeping"', 'L-2': 'Excel; Bookkeeping' }),
    students: { 'L-1': { skills: ['Excel', 'Bookkeeping'] }, 'L-2': { skills: ['Excel', 'Bookkeeping'] } },
  },
  'phone numbers as people write them': {
    file: withColumn('phone', {
      'N-1': '(212) 555-0175',
      'N-2': '212.555.0175',
      'N-3': '+1 212 555 0175',
      'N-4': '212-555-0175 ext 4',
      'N-5': 'ask the office',
    }),
    students: {
      'N-1': { phone: '+12125550175' },
      'N-2': { phone: '+12125550175' },
      'N-3': { phone: '+12125550175' },
      'N-4': { phone: '+12125550175' },
      'N-5': { phone: null },
    },
    notices: ['phone value_read_as', 'phone value_left_out'],
  },
  'one person several times': {
    file: [
      HEADER,
      lineOf('X-1', 'Ida Falk', 'ida@pupil.example'),
      lineOf('x-1', 'Ida Falk', 'Ida@Pupil.example'),
    ].join('\n'),
    students: { 'X-1': {}, 'x-1': {} },
    notices: ['email same_email', 'external_id similar_id'],
  },
  'two columns for one field': {
    file: withColumn('E-Mail', {
      'E-1': '',
      'E-2': 'e-2@pupil.example',
      'E-3': 'another@pupil.example',
    }),
    students: { 'E-1': { email: 'e-1@pupil.example' }, 'E-2': { email: 'e-2@pupil.example' } },
    faults: [/hold different values/],
  },
  'places, zones and money in words': {
    file: withColumn('country,stipend', { 'V-1': 'Österreich,€600', 'V-2': 'Spain,' }).replace(
      'America/Denver',
      'Vienna',
    ),
    students: {
      'V-1': { location: { country: 'AT' }, time_zone: 'Europe/Vienna', stipend: { currency: 'EUR' } },
      'V-2': { location: { country: 'ES' } },
    },
    notices: ['time_zone value_read_as'],
  },
  'a zone that names no place': {
    file: withColumn('city', { 'Z-1': 'Boston' }).replace('America/Denver', 'EST'),
    students: {},
    faults: [/which place’s time/],
  },
  'weekly hours as people write them': {
    file: withColumn('availability', { 'A-1': 'Tue–Thu 10–14', 'A-2': 'Tue-Thu 10:00-14:00' }),
    students: {
      'A-1': { availability: { windows: [{ weekday: 2, start: '10:00', end: '14:00' }, {}, {}] } },
      'A-2': { availability: { windows: [{ weekday: 2, start: '10:00', end: '14:00' }, {}, {}] } },
    },
  },
  'names of every kind': {
    file: [HEADER, lineOf('Q-1', 'Null'), lineOf('Q-2', "Róisín O'Shea-Ní"), lineOf('Q-3', 'נועה')].join(
      '\n',
    ),
    students: { 'Q-1': { name: 'Null' }, 'Q-2': { name: "Róisín O'Shea-Ní" }, 'Q-3': { name: 'נועה' } },
  },
  'a roster of Canvas': {
    file: roster(
      'canvas_user_id,user_id,login_id,first_name,last_name,full_name,sortable_name,short_name,email,status',
      '71,C-1,ifalk,Ida,Falk,Ida Falk,"Falk, Ida",Ida,ida@pupil.example,active',
    ),
    students: { 'C-1': { name: 'Ida Falk', email: 'ida@pupil.example' } },
    notices: ['name value_read_as'],
  },
  'a roster of a German registrar': {
    file: roster(
      'Matrikelnummer,Nachname,Vorname,E-Mail,Studiengang',
      '5501,Falk,Ida,ida@pupil.example,Botanik',
    ),
    students: { 5501: { name: 'Ida Falk', majors: ['Botanik'] } },
  },
  'a form that numbers its answers, with an id of the office': {
    file: roster('ID,Nom,Prénom,Adresse de messagerie,Numéro étudiant', '1,Falk,Ida,ida@pupil.example,5508'),
    students: { 5508: { name: 'Ida Falk', email: 'ida@pupil.example' } },
  },
  'last names first': {
    file: roster('Student ID,Name,Email', '5502,"Falk, Ida",ida@pupil.example'),
    students: { 5502: { name: 'Ida Falk' } },
    notices: ['name value_read_as'],
  },
  'a roster of Moodle': {
    file: roster(
      'username,firstname,lastname,email,idnumber,course1',
      'ifalk,Ida,Falk,ida@pupil.example,5503,BOT1',
    ),
    students: { 5503: { name: 'Ida Falk' } },
  },
  'a roster of PeopleSoft': {
    file: roster(
      'EMPLID,FIRST_NAME,LAST_NAME,EMAIL_ADDR,ACAD_PLAN',
      '0005504,Ida,Falk,ida@pupil.example,Botany',
    ),
    students: { '0005504': { name: 'Ida Falk', majors: ['Botany'] } },
  },
  'a roster from Portugal in windows-1252': {
    file: Buffer.from(
      [
        'Número de aluno;Nome completo;Correio eletrónico;Telemóvel;Curso;Ano;Data de conclusão;Competências;Línguas;Fuso horário;Modalidade;Horas por semana;Localidade;Disponibilidade;Maior de 18 anos;Autoriza partilhar o perfil?;Autoriza partilhar os contactos?;Data do consentimento;Fonte do consentimento',
        'A-9;João Falcão;joao@pupil.example;912 345 678;Botânica;3.º;14/05/2028;Excel;Português e Inglês;Lisboa;Híbrido;7,5;4000-001 Porto, Portugal;Seg-Sex 9h-13h;Sim;Sim;Não;13/02/2026 08:00;Formulário 9',
      ].join('\r\n'),
      'latin1',
    ),
    students: {
      'A-9': {
        name: 'João Falcão',
        phone: '+351912345678',
        majors: ['Botânica'],
        school_year: '3.º',
        graduates_on: '2028-05-14',
        languages: ['pt', 'en'],
        time_zone: 'Europe/Lisbon',
        hours_per_week: 7.5,
        location: { country: 'PT', city: 'Porto', postal_code: '4000-001' },
        consent: { share_profile: true, share_contact: false },
      },
    },
    notices: ['time_zone value_read_as', 'consent_recorded_at value_read_as'],
  },
  'a roster of Banner': {
    file: roster(
      'SPRIDEN_ID,SPRIDEN_LAST_NAME,SPRIDEN_FIRST_NAME,GOREMAL_EMAIL_ADDRESS,SPRTELE_PHONE_AREA,SPRTELE_PHONE_NUMBER,SPRADDR_CITY,SPRADDR_STAT_CODE,SPRADDR_ZIP',
      '@0009,Falk,Ida,ida@pupil.example,503,5550142,Salem,OR,97301',
    ),
    students: {
      '@0009': { phone: '+15035550142', location: { country: 'US', region: 'OR', postal_code: '97301' } },
    },
    notices: ['country value_read_as'],
  },
  'a term and its year in two columns': {
    file: roster(
      'Student ID,Name,Email,Grad Date: Semester,Grad Date: Year,Current Location',
      'B-9,Ida Falk,ida@pupil.example,Spring,2028,"Portland, OR 97201"',
    ),
    students: {
      'B-9': {
        graduates_on: '2028-05-31',
        location: { region: 'OR', city: 'Portland', postal_code: '97201' },
      },
    },
    notices: ['city value_read_as', 'graduates_on value_read_as'],
  },
  'resumes, one to a line, with open and odd ends': {
    file: [
      resume('R-1', study('')),
      resume('R-2', study(null)),
      resume('R-3', study('Present')),
      resume('R-4', study('July 2028')),
      resume('R-5', { skills: [{ name: 'Office', keywords: ['Excel', 'Bookkeeping'] }] }),
    ]
      .map((one) => JSON.stringify(one))
      .join('\n'),
    contentType: 'application/x-ndjson',
    students: {
      'R-1': { graduates_on: null, majors: ['Botany'] },
      'R-2': { graduates_on: null },
      'R-3': { graduates_on: null },
      'R-4': { graduates_on: '2028-07-31' },
      'R-5': { languages: ['de'] },
    },
    notices: ['/education/0/endDate value_changed', '/skills skill_unknown'],
  },
  'a resume over many lines': {
    file: JSON.stringify(resume('R-6', study('2028-07-01')), null, 2),
    contentType: 'application/json',
    students: { 'R-6': { graduates_on: '2028-07-01' } },
  },
  'resumes in an array': {
    file: JSON.stringify([resume('R-7', {}), resume('R-8', {})]),
    contentType: 'application/json',
    students: { 'R-7': {}, 'R-8': {} },
  },
}

for (const [name, { file, contentType = 'text/csv', students, faults = [], notices = [] }] of Object.entries(
  kinds,
)) {
  t.test(`an office imports ${name}`, async (t) => {
    const office = await newOffice(service)
    const { body } = await office.imported(file, { contentType })
    const read = Object.keys(students).length
    t.match(body, { status: 'done', created: read, rejected: faults.length, rows_read: read + faults.length })
    t.equal(body.rows_read, body.created + body.updated + body.unchanged + body.rejected)
    const rows = (await office.call('GET', `/v1/imports/${body.id}/rows?limit=100`)).body.data
    const messages = rows.flatMap((row: { errors: { detail: string }[] }) =>
      row.errors.map(({ detail }) => detail),
    )
    t.match(messages, faults)
    const said = rows.flatMap((row: { notices: { pointer: string; code: string }[] }) =>
      row.notices.map(({ pointer, code }) => `${pointer} ${code}`),
    )
    t.same(said, notices)
    const { data } = (await office.call('GET', '/v1/candidates?limit=100')).body
    t.equal(data.length, read)
    const byId = new Map(data.map((one: { external_id: string }) => [one.external_id, one]))
    for (const [id, expected] of Object.entries(students)) t.match(byId.get(id), expected, id)
  })
}
