import t from 'tap'
import { newOffice, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { rowsXml, workbookParts, zipOf } from '../../support/workbook.ts'

const service = await startTestService(t)

/** A file as an office has it, imported with what the office says of all its rows. */
interface Roster {
  file: string | Buffer
  contentType?: string
  defaults?: Record<string, string>
  /** What is stored of each student, by its id. */
  students: Record<string, object>
  /** The codes of refused rows, in their order. */
  refused?: string[]
  /** Headers that are left out. */
  ignored?: string[]
}

const GIVEN = {
  languages: 'en',
  time_zone: 'America/Denver',
  modality: 'hybrid',
  consent_source: 'Form S-9',
  consent_recorded_at: '2026-02-03T08:00:00Z',
}
const consent = (share_profile: boolean, share_contact: boolean) => ({
  consent: { share_profile, share_contact },
})
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const sheet = (name: string, ...lines: string[][]) => ({ name, rows: rowsXml(lines) })

const rosters: Record<string, Roster> = {
  'from Italy': {
    file: Buffer.from(
      [
        'Matricola;Cognome;Nome;E-mail istituzionale;Cellulare;Corso di studio;Anno di corso;Data prevista di laurea;Lingue;Fuso orario;Modalità;Ore settimanali;Disponibilità;Maggiorenne;Acconsente alla condivisione del profilo?;Acconsente alla condivisione dei contatti?',
        "T-1;D'Angelò;Niccolò;n@uni.example;347 123 4567;Botanica;2;luglio 2028;Italiano, Inglese;Roma;In presenza;12,5;Lun-Ven 9:00-13:00;Sì;Sì;No",
      ].join('\r\n'),
      'latin1',
    ),
    students: {
      'T-1': {
        name: "Niccolò D'Angelò",
        phone: '+393471234567',
        majors: ['Botanica'],
        graduates_on: '2028-07-31',
        languages: ['it', 'en'],
        time_zone: 'Europe/Rome',
        modality: 'onsite',
        hours_per_week: 12.5,
        age_over_18: true,
        availability: { windows: [{ weekday: 1, start: '09:00', end: '13:00' }, {}, {}, {}, {}] },
        ...consent(true, false),
      },
    },
  },
  'from the Netherlands, with the name that students go by': {
    file: [
      'Studentnummer;Roepnaam;Tussenvoegsel;Achternaam;E-mailadres;Opleiding;Studiejaar;Talen;Uren per week;Beschikbaar vanaf;Beschikbaarheid;Werkvorm;Toestemming profiel delen;Toestemming contactgegevens delen',
      's-7;Joris;van der;Berg;j@hs.example;Plantkunde;3;Nederlands, Engels;16;1 februari 2027;ma en wo 9-17 uur;Op locatie;Ja;Nee',
    ].join('\n'),
    students: {
      's-7': {
        name: 'Joris van der Berg',
        majors: ['Plantkunde'],
        languages: ['nl', 'en'],
        starts_on: '2027-02-01',
        modality: 'onsite',
        availability: { windows: [{ weekday: 1, start: '09:00', end: '17:00' }, { weekday: 3 }] },
        ...consent(true, false),
      },
    },
  },
  'with headers in two languages': {
    file: [
      'Student No. / No d’étudiant,Last name / Nom,First name / Prénom,Email / Courriel,Year / Année,Languages / Langues,Consent to share profile (Yes/No) / Consentement au partage du profil (Oui/Non),Consent to share contact (Yes/No) / Consentement au partage des coordonnées (Oui/Non)',
      'B-1,Falk,Élodie,e@pupil.example,3,French / Français; English / Anglais,Yes / Oui,No / Non',
    ].join('\n'),
    students: { 'B-1': { name: 'Élodie Falk', languages: ['fr', 'en'], ...consent(true, false) } },
  },
  'of a survey that writes its answers below its questions': {
    file: [
      'Respondent ID,Start Date,End Date,Email Address,First Name,Last Name,What is your student ID?,Which skills do you have?,,,May we share your profile with host sites?,May we share your contact information?',
      ',,,,,,Open-Ended Response,Excel,Bookkeeping,Other (please specify),Response,Response',
      '118,11/13/2026 12:00,11/13/2026 12:05,i@pupil.example,Ida,Falk,V-1,Excel,,Canva,Yes,No',
    ].join('\n'),
    students: {
      'V-1': {
        name: 'Ida Falk',
        skills: ['Excel', 'Canva'],
        starts_on: null,
        ends_on: null,
        consent: { share_profile: true, share_contact: false, recorded_at: '2026-11-13T19:05:00Z' },
      },
    },
    ignored: ['Respondent ID', 'Start Date'],
  },
  'of a survey that writes three lines above its answers': {
    file: [
      'RecordedDate,ResponseId,Q1,Q2,Q3,Q4,Q5_1,Q5_2',
      'Recorded Date,Response ID,What is your student ID?,What is your first name?,What is your last name?,What is your email address?,May we share your profile with organizations?,May we share your contact details?',
      '"{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}","{""ImportId"":""QID3""}","{""ImportId"":""QID4""}","{""ImportId"":""QID5_1""}","{""ImportId"":""QID5_2""}"',
      '2026-11-01 12:05,R_1,V-2,Ida,Falk,i@pupil.example,Yes,No',
    ].join('\n'),
    students: { 'V-2': { name: 'Ida Falk', ...consent(true, false) } },
    refused: ['remark_row'],
    ignored: ['Response ID'],
  },
  'of a form with a column for each skill': {
    file: [
      "#,What's your first name?,And your last name?,What's your email?,What's your student number?,Excel,Bookkeeping,Other,I consent to my profile being shared,I consent to my contact details being shared,Submit Date (UTC)",
      'a1,Ida,Falk,i@pupil.example,V-3,Excel,Bookkeeping,,1,0,2026-11-01 12:05:11',
      'a2,Per,Falk,p@pupil.example,V-4,,Bookkeeping,,1,1,2026-11-02 12:05:11',
    ].join('\n'),
    students: {
      'V-3': { skills: ['Excel', 'Bookkeeping'], ...consent(true, false) },
      'V-4': { skills: ['Bookkeeping'], ...consent(true, true) },
    },
    ignored: ['#', 'Other'],
  },
  'of a form that asks for the level of each skill': {
    file: [
      'Student ID,Name,Email,Rate your skills [Excel],Rate your skills [Bookkeeping],Share profile,Share contact',
      'V-5,Ida Falk,i@pupil.example,Advanced,Beginner,yes,no',
      'V-6,Per Falk,p@pupil.example,,Expert,yes,no',
    ].join('\n'),
    students: {
      'V-5': { skills: [{ level: 'advanced' }, { level: 'beginner' }] },
      'V-6': { skills: [{ level: 'expert' }] },
    },
  },
  'with one answer for both consents': {
    file: [
      'Student ID,Name,Email,Do you consent to share your profile and contact details with employers?',
      'C-1,Ida Falk,i@pupil.example,"Yes, I consent"',
      'C-2,Per Falk,p@pupil.example,No thanks',
    ].join('\n'),
    students: { 'C-1': consent(true, true), 'C-2': consent(false, false) },
  },
  'of a report with remarks below': {
    file: [
      '"Contact ID","First Name","Last Name","University Email","Profile Release","Contact Release","Release Date"',
      '"003A","Ida","Falk","i@pupil.example","1","0","11/13/2026"',
      '"Copyright (c) 2026 Example Inc. All rights reserved."',
      '"Confidential Information - Do Not Distribute"',
      '"Generated By:  K. West 11/14/2026"',
    ].join('\r\n'),
    students: { '003A': { name: 'Ida Falk', ...consent(true, false) } },
    refused: ['remark_row', 'remark_row', 'remark_row'],
  },
  'of a database client, with lines of dashes': {
    file: [
      'ID        |NAME          |EMAIL             |CONSENT_PROFILE|CONSENT_CONTACT',
      '----------|--------------|------------------|---------------|---------------',
      'A0001     |FALK, IDA     |i@pupil.example   |Y              |N              ',
      '(1 rows affected)',
    ].join('\n'),
    students: { A0001: { name: 'IDA FALK', ...consent(true, false) } },
    refused: ['remark_row', 'remark_row'],
  },
  'with marks and quotation marks of several programs': {
    file: [
      '“Student ID”;“Name”;“E-mail”;“Share profile”;“Share contact”',
      `"""00101""";"Falk Jr., Per A.";"'per@pupil.example'";"yes";"no"`,
      `="00102";"FALK, IDA";"<ida@pupil.example>";"YES";"NO"`,
      `'00103;O'Brien, Pat;pat@pupil.example;yes;yes`,
    ].join('\n'),
    students: {
      '00101': { name: 'Per A. Falk Jr.', email: 'per@pupil.example' },
      '00102': { name: 'IDA FALK', email: 'ida@pupil.example' },
      '00103': { name: "Pat O'Brien" },
    },
  },
  'of a British student system': {
    file: [
      'Report: STU_01',
      '',
      'Student Code,Surname,Forename 1,Forename 2,Known As,Programme,Year of Programme,University Email,Expected End Date,GDPR: share profile with employers,GDPR: share contact details with employers,GDPR consent date',
      'w1,REID,AOIFE,MARY,Effie,BSc Botany,2,w1@my.example,30-Jun-28,Opted in,Opted out,01-Nov-26',
      '*** End of report ***',
    ].join('\n'),
    students: {
      w1: {
        name: 'AOIFE MARY REID',
        preferred_name: 'Effie',
        majors: ['BSc Botany'],
        school_year: '2',
        graduates_on: '2028-06-30',
        ends_on: null,
        ...consent(true, false),
      },
    },
    refused: ['remark_row'],
  },
  'in the second sheet of a workbook': {
    file: zipOf(
      workbookParts({
        sheets: [
          sheet('Read me', ['Instructions: see the next sheet']),
          sheet(
            'Students',
            [
              'Student ID #',
              'Student Name (Last, First)',
              'Campus E-mail',
              'Cell #',
              'OK to share w/ employers?',
              'OK to share phone/e-mail?',
              'Date OK given',
            ],
            [
              '000123',
              'Falk, Ida',
              'ida@pupil.example',
              '503-555-0142 (text only)',
              'OK',
              'no',
              '2026-11-01',
            ],
          ),
        ],
      }),
    ),
    contentType: XLSX,
    students: { '000123': { name: 'Ida Falk', phone: '+15035550142', ...consent(true, false) } },
  },
  'of a form with a column for each weekday': {
    file: [
      'Nº de matrícula,Nombre y apellidos,Correo,¿Cuándo estás disponible? [Lunes],¿Cuándo estás disponible? [Martes],Jueves,Autorizas compartir perfil,Autorizas compartir contacto',
      'M-1,Lucía Peña,l@uni.example,Mañana,"Mañana, Tarde",,Sí,No',
      'M-2,Noa Peña,n@uni.example,9-12,no,x,Sí,No',
    ].join('\n'),
    students: {
      'M-1': {
        availability: {
          windows: [
            { weekday: 1, start: '08:00', end: '12:00' },
            { weekday: 2, start: '08:00', end: '12:00' },
            { weekday: 2, start: '12:00', end: '17:00' },
          ],
        },
      },
      'M-2': {
        availability: {
          windows: [
            { weekday: 1, start: '09:00', end: '12:00' },
            { weekday: 4, start: '00:00', end: '24:00' },
          ],
        },
      },
    },
  },
  'whose logins are the only addresses': {
    file: [
      'Student,SIS User ID,SIS Login ID,Section,Share profile,Share contact',
      '"Doe, Jane",S-71,jane@uni.example,INTERN-101,yes,no',
      '"Roe, Sam",S-72,sam@uni.example,INTERN-101,yes,no',
    ].join('\n'),
    students: {
      'S-71': { name: 'Jane Doe', email: 'jane@uni.example' },
      'S-72': { email: 'sam@uni.example' },
    },
    ignored: ['Section'],
  },
  'of a form to which nobody signed in': {
    file: [
      'Startzeit;E-Mail;Name;Vor- und Nachname;E-Mail-Adresse;Matrikelnummer;Ab wann kannst du anfangen?;Fertigstellungszeit;Profil teilen;Kontakt teilen',
      '13.11.2026 18:22:05;anonymous;;Jürgen Groß;j@hs.example;0071234;11.01.2027;13.11.2026 18:25:05;Ja;Nein',
    ].join('\n'),
    students: { '0071234': { name: 'Jürgen Groß', email: 'j@hs.example', starts_on: '2027-01-11' } },
    ignored: ['Startzeit'],
  },
  'with fields that an office added to its system': {
    file: [
      '"Contact: First Name","Contact: Last Name","Contact: Email","Student_Number__c","Expected_Graduation__c","Languages__c","Profile_Consent__c","Contact_Consent__c"',
      '"Tomás","Oliveira","t@uni.example","SN-9","2028-06-30","English;Portuguese","true","false"',
    ].join('\r\n'),
    students: { 'SN-9': { graduates_on: '2028-06-30', languages: ['en', 'pt'], ...consent(true, false) } },
  },
  'with a class and a term of graduation': {
    file: [
      'Auth Identifier,Username,First Name,Last Name,Email,Graduation Class,Graduation Term,Skills Listed on Profile,Academic Interest,Share profile,Share contact',
      'g1,gus,Gus,Falk,g@uni.example,2028,Spring,"Excel, Bookkeeping",Nursing,yes,no',
    ].join('\n'),
    students: { g1: { graduates_on: '2028-05-31', skills: ['Excel', 'Bookkeeping'], majors: ['Nursing'] } },
    ignored: ['Username'],
  },
  'from Portugal': {
    file: Buffer.from(
      [
        'Nº Mecanográfico;Nome Completo;Correio eletrónico;Línguas faladas;Horas semanais disponíveis;Autorizo a partilha do meu perfil;Autorizo a partilha dos meus contactos',
        'a9;João Gonçalves;j@uni.example;Português, Inglês;8,5;Sim;Não',
      ].join('\r\n'),
      'latin1',
    ),
    students: { a9: { languages: ['pt', 'en'], hours_per_week: 8.5, ...consent(true, false) } },
  },
  'with questions for each place of work': {
    file: [
      'Student ID,Name,Email,Remote?,Willing to work on site,Share profile,Share contact',
      'P-1,Ida Falk,i@pupil.example,Yes,No,yes,no',
      'P-2,Per Falk,p@pupil.example,Yes,Yes,yes,no',
      'P-3,Ada Falk,a@pupil.example,No,,yes,no',
      'P-4,Bo Falk,b@pupil.example,sometimes,,yes,no',
      'P-5,Cy Falk,c@pupil.example,,,yes,no',
      'P-6,Di Falk,d@pupil.example,No,No,yes,no',
    ].join('\n'),
    students: {
      'P-1': { modality: 'remote' },
      'P-2': { modality: 'hybrid' },
      'P-3': { modality: 'onsite' },
      'P-4': { modality: 'hybrid' },
      'P-5': { modality: 'hybrid' },
      'P-6': { modality: 'hybrid' },
    },
  },
  'from France, with work from home': {
    file: Buffer.from(
      [
        "N° étudiant;NOM;Prénom;Courriel;Télétravail;J'accepte que mon profil soit partagé;J'accepte que mes coordonnées soient transmises",
        'F-1;ROY;Éloïse;e@univ.example;Oui;Oui;Non',
        'F-2;DA SILVA;Luc;l@univ.example;Non;Oui;Oui',
      ].join('\r\n'),
      'latin1',
    ),
    students: {
      'F-1': { name: 'Éloïse ROY', modality: 'remote', ...consent(true, false) },
      'F-2': { modality: 'onsite', ...consent(true, true) },
    },
  },
  'from Germany, with the end of studies': {
    file: [
      'Mtknr;Nachname;Vorname;E-Mail Uni;vorauss. Studienende;Homeoffice möglich;Einwilligung Profilweitergabe;Darf die E-Mail-Adresse weitergeleitet werden?',
      '0012;Groß;Änne;ag@uni.example;WiSe 2027/28;Ja;Ja;Nein',
    ].join('\n'),
    students: { '0012': { graduates_on: '2028-03-31', modality: 'remote', ...consent(true, false) } },
  },
  'with the days of a form, whose order another column shows': {
    file: [
      'Timestamp,Email Address,Full name,Student ID,Expected graduation,Share profile,May we share your contact information?',
      '11/2/2026 9:14:33,i@pupil.example,Ida Falk,D-1,5/14/2027,Yes,"No, contact me through the office"',
    ].join('\n'),
    students: {
      'D-1': {
        graduates_on: '2027-05-14',
        consent: { share_profile: true, share_contact: false, recorded_at: '2026-11-02T16:14:33Z' },
      },
    },
  },
  'of a gradebook': {
    file: [
      'Student,SIS User ID,SIS Login ID,Current Score,Share profile,Share contact',
      '    Points Possible,,,(read only),,',
      '"Bright, Lea",cv1,lb@uni.example,87,yes,no',
    ].join('\n'),
    students: { cv1: { name: 'Lea Bright', email: 'lb@uni.example' } },
    refused: ['remark_row'],
    ignored: ['Current Score'],
  },
  'of systems with longer names of fields': {
    file: [
      'ID,Name,Prefer Name,Email Addr,Primary Education Major Group Name,timezone,Share profile,Share contact',
      'L-1,"Hall,Jordan K","Hall,Jo",j@uni.example,Accounting;Law,99,yes,no',
    ].join('\n'),
    students: {
      'L-1': {
        name: 'Jordan K Hall',
        preferred_name: 'Jo Hall',
        majors: ['Accounting', 'Law'],
        time_zone: 'America/Denver',
      },
    },
  },
  'with halves of days': {
    file: 'Student ID,Name,Email,Availability,Share profile,Share contact\nH-1,Ida Falk,i@pupil.example,"Mon AM, Wed PM",yes,no',
    students: {
      'H-1': {
        availability: {
          windows: [
            { weekday: 1, start: '08:00', end: '12:00' },
            { weekday: 3, start: '12:00', end: '17:00' },
          ],
        },
      },
    },
  },
}

for (const [
  name,
  { file, contentType, defaults = {}, students, refused = [], ignored = [] },
] of Object.entries(rosters)) {
  t.test(`an office imports a roster ${name}`, async (t) => {
    const office = await newOffice(service)
    const given = encodeURIComponent(JSON.stringify({ ...GIVEN, ...defaults }))
    const query = `type=candidates&program_id=${office.programId}&defaults=${given}`
    const { body: inspected } = await upload(service, office, `${query}&mode=inspect`, file, contentType)
    const left = inspected.columns.filter(
      ({ header, column }: { header: string; column: string | null }) => column === null && header !== '',
    )
    t.same(
      left.map(({ header }: { header: string }) => header),
      ignored,
    )
    const reply = await upload(service, office, `${query}&mode=apply`, file, contentType)
    await service.services.background.works.run_imports.idle()
    const { body } = await office.call('GET', String(reply.headers.location))
    t.match(body, { status: 'done', created: Object.keys(students).length, rejected: refused.length })
    const rows = (await office.call('GET', `/v1/imports/${body.id}/rows?outcome=rejected&limit=100`)).body
      .data
    t.same(
      rows.flatMap((row: { errors: { code: string }[] }) => row.errors.map(({ code }) => code)),
      refused,
    )
    const { data } = (await office.call('GET', '/v1/candidates?limit=100')).body
    const byId = new Map(data.map((one: { external_id: string }) => [one.external_id, one]))
    for (const [id, expected] of Object.entries(students)) t.match(byId.get(id), expected, id)
  })
}

t.test('a Turkish file is named as what it is, and not read with wrong letters', async (t) => {
  const office = await newOffice(service)
  const header = Buffer.from('external_id;name;email;share_profile\nT-1;', 'latin1')
  const name = Buffer.from([0xde, 0x75, 0x6c, 0x65, 0x20, 0xc7, 0x61, 0xf0, 0x6c, 0x61, 0x79, 0x61, 0x6e])
  const rest = Buffer.from(';s@itu.example;evet\n', 'latin1')
  const reply = await upload(
    service,
    office,
    'type=candidates&mode=dry_run',
    Buffer.concat([header, name, rest]),
  )
  t.match(reply.body, { code: 'encoding_not_supported', detail: /windows-1254/ })
})

t.test('a file without consent says once which columns or defaults would give it', async (t) => {
  const office = await newOffice(service)
  const { body } = await office.imported(
    'external_id,name,email,languages,time_zone,modality\nN-1,Ida Falk,i@pupil.example,en,America/Denver,remote\n',
  )
  const advice =
    /share_profile, share_contact, consent_recorded_at and consent_source.*defaults=\{"share_profile":"no","share_contact":"no"/
  t.match(body.notices, [{ code: 'columns_missing', detail: advice }])
  const rows = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  t.match(rows, [
    {
      errors: [
        {
          pointer: 'share_profile',
          code: 'required',
          detail: /share_profile, share_contact, consent_recorded_at and consent_source/,
        },
      ],
    },
  ])
})
