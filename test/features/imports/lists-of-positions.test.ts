import t from 'tap'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { newOffice, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

/** Lists of positions as organizations send them, each with one row of the same position. */
const lists: Record<string, string> = {
  English:
    'Job ID,Host Site,Position Title,Duties,Required Skills,# of Openings,Hours/Week,Start,End,Location,Work Mode,Pay,Schedule\nN-1,Harbor Pantry,Bookkeeping helper,Keep our books.,"Bookkeeping, Excel",2,7.5,18 Jan 2187,14 May 2187,Chicago,On-site,$500,Mon mornings',
  Spanish:
    'ID vacante;Entidad;Nombre del puesto;Funciones;Requisitos;Plazas ofertadas;Horas semanales;Fecha inicio;Fecha fin;Ciudad;Modalidad;Beca;Horario\nN-1;Harbor Pantry;Bookkeeping helper;Keep our books.;Bookkeeping, Excel;2;7,5;18/01/2187;14/05/2187;Chicago;Presencial;500 USD;lunes por la mañana',
  French:
    'Réf.;Structure;Intitulé du poste;Missions;Compétences requises;Nombre de postes;Heures par semaine;Début;Fin;Lieu;Modalité;Gratification;Disponibilités\nN-1;Harbor Pantry;Bookkeeping helper;Keep our books.;Bookkeeping, Excel;2;7,5;18/01/2187;14/05/2187;Chicago;Présentiel;500 USD;lundi matin',
  German:
    'Stellen-Nr.;Einrichtung;Stellenbezeichnung;Aufgaben;Anforderungen;Anzahl Plätze;Wochenstunden;Beginn;Ende;Ort;Arbeitsort;Vergütung;Verfügbarkeit\nN-1;Harbor Pantry;Bookkeeping helper;Keep our books.;Bookkeeping, Excel;2;7,5;18.01.2187;14.05.2187;Chicago;vor Ort;500 USD;Montag vormittags',
  Portuguese:
    'ID da vaga;Entidade de acolhimento;Título da vaga;Tarefas;Perfil pretendido;N.º de vagas;Horas por semana;Data de início;Data de fim;Local;Regime;Bolsa;Disponibilidade\nN-1;Harbor Pantry;Bookkeeping helper;Keep our books.;Bookkeeping, Excel;2;7,5;18/01/2187;14/05/2187;Chicago;Presencial;500 USD;segunda de manhã',
}

for (const [language, file] of Object.entries(lists))
  t.test(
    `a list of positions in ${language} is read whole, with place and time of its organization`,
    async (t) => {
      const office = await newOffice(service)
      await post(office, '/v1/organizations', organizationBody({ name: 'Harbor Pantry' }))
      const defaults = encodeURIComponent(JSON.stringify({ accepts: 'intern; paid', budget_unit: 'hour' }))
      const query = `type=needs&mode=apply&defaults=${defaults}`
      const reply = await upload(service, office, query, file)
      await service.services.background.works.run_imports.idle()
      const { body } = await office.call('GET', String(reply.headers.location))
      t.match(body, { created: 1, rejected: 0 })
      const isIgnored = ({ code }: { code: string }) => code === 'columns_ignored'
      t.notOk(body.notices.some(isIgnored), 'no column is left out')
      const { data } = (await office.call('GET', '/v1/needs')).body
      t.match(data[0], {
        external_id: 'N-1',
        title: 'Bookkeeping helper',
        description: 'Keep our books.',
        skills: [{ skill: 'Bookkeeping' }, { skill: 'Excel' }],
        positions: 2,
        hours_per_week: 7.5,
        starts_on: '2187-01-18',
        ends_on: '2187-05-14',
        location: { country: 'US', city: 'Chicago' },
        modality: 'onsite',
        budget: { currency: 'USD', unit: 'hour' },
        availability: { time_zone: 'America/Los_Angeles', windows: [{ weekday: 1, start: '08:00' }] },
      })
      const rows = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data
      const codes = rows[0].notices.map(({ code }: { code: string }) => code)
      t.equal(codes.filter((code: string) => code === 'taken_from_organization').length, 2)
    },
  )

t.test('a list of positions without ids is known by title and organization', async (t) => {
  const office = await newOffice(service)
  await post(office, '/v1/organizations', organizationBody({ name: 'Green Thumb, Inc.' }))
  const run = async (rows: string[]) => {
    const file = ['Organization,Position Title,Description,Skills Needed,Location,Accepts', ...rows].join(
      '\n',
    )
    const reply = await upload(service, office, 'type=needs&mode=apply', file)
    await service.services.background.works.run_imports.idle()
    return (await office.call('GET', String(reply.headers.location))).body
  }
  const first = await run([
    '"Green Thumb, Inc.",Gardener,Water our plants each week.,gardening,Remote,volunteer',
    '"Green Thumb, Inc.",Cook,Cook for our staff each week.,cooking,On-site,volunteer',
    '"Green Thumb, Inc.",COOK,Cook for our guests.,cooking,On-site,volunteer',
  ])
  t.match(first, { created: 2, rejected: 1, notices: [{ code: 'title_is_key' }] })
  const again = await run([
    '"GREEN THUMB, INC.",gardener,Water our plants each month.,gardening,Remote,volunteer',
    '"Green Thumb, Inc.",Cook,Cook for our staff each week.,cooking,On-site,volunteer',
  ])
  t.match(again, { created: 0, updated: 1, unchanged: 1, rejected: 0 })
  const { data } = (await office.call('GET', '/v1/needs')).body
  t.match(
    new Map(data.map((one: { title: string }) => [one.title.toLowerCase(), one])),
    new Map([
      ['gardener', { description: 'Water our plants each month.', modality: 'remote' }],
      ['cook', { modality: 'onsite', external_id: /^auto-/ }],
    ]),
  )
})

t.test('two stored needs of one title are not told apart', async (t) => {
  const office = await newOffice(service)
  const organizationId = await post(office, '/v1/organizations', organizationBody({ name: 'Harbor Pantry' }))
  for (const external_id of ['A', 'B'])
    await post(office, '/v1/needs', needBody(organizationId, { external_id, title: 'Gardener' }))
  const file = 'Organization,Title,Description\nHarbor Pantry,Gardener,Water our plants.\n'
  const reply = await upload(service, office, 'type=needs&mode=apply', file)
  await service.services.background.works.run_imports.idle()
  const { body } = await office.call('GET', String(reply.headers.location))
  const rows = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  t.match(rows, [{ errors: [{ code: 'several_records', detail: /A and B/ }] }])
})

t.test('an organization is called as it is written', async (t) => {
  const office = await newOffice(service)
  const defaults = encodeURIComponent(
    JSON.stringify({ kind: 'small business', country: 'US', time_zone: 'America/Chicago', languages: 'en' }),
  )
  const file =
    'Employer ID,Employer Name,Primary Contact,Contact Email\nE-1,"Green Thumb, Inc.","Ortiz, Abel",a@gt.example\n'
  await upload(service, office, `type=organizations&mode=apply&defaults=${defaults}`, file)
  await service.services.background.works.run_imports.idle()
  const { data } = (await office.call('GET', '/v1/organizations')).body
  t.match(data, [{ name: 'Green Thumb, Inc.', contact: { name: 'Abel Ortiz' } }])
})
