import t from 'tap'
import { candidateBody, needBody, organizationBody, programBody } from '../../../support/bodies.ts'
import { type CohortWorld, newCohort } from '../../../support/cohort.ts'
import { upload } from '../../../support/office.ts'
import { startTestService } from '../../../support/service.ts'
import { post } from '../../../support/world.ts'

const service = await startTestService(t)

async function send({ office, cohortId }: CohortWorld, type: string, file: string) {
  const query = `type=${type}&mode=apply&cohort_id=${cohortId}`
  const reply = await upload(service, office, query, file)
  await service.services.background.works.run_imports.idle()
  const { body } = await office.call('GET', String(reply.headers.location))
  const rows = await office.call('GET', `/v1/imports/${body.id}/rows`)
  return { ...body, errors: rows.body.data.flatMap((row: { errors: unknown[] }) => row.errors) }
}

const stored = async ({ office, cohortId }: CohortWorld) =>
  (await office.call('GET', `/v1/cohorts/${cohortId}/preferences`)).body

const titles = ['Café helper', 'Books, ledgers and tax', 'Front = back office', 'Garden']
const people = ['Zoë  Brandt', 'Ana Lima', 'Ana Lima']

const newNamedCohort = () =>
  newCohort(
    service,
    { candidates: 3, needs: 4 },
    {
      need: (at) => ({ title: titles[at] }),
      candidate: (at) => ({ name: people[at], email: `person-${at}@student.example.edu` }),
    },
  )

t.test('choices are found by title, whatever the case, the accents and the spaces', async (t) => {
  const world = await newNamedCohort()
  const [cafe, books, offices, garden] = world.needs
  const list = async (choices: string) => {
    t.match(await send(world, 'candidate_preferences', `Student ID;Choices\nstudent-0;"${choices}"\n`), {
      rejected: 0,
    })
    return (await stored(world)).candidates[0]
  }
  t.match(await list('CAFE  Helper; books, ledgers and tax; Front = Back office'), {
    choices: [cafe, books, offices],
    tied: [],
  })
  t.match(await list(`garden, ${cafe}, and Front = back office`), {
    choices: [garden, cafe, offices],
    tied: [],
  })
  t.match(await list('garden = Books, ledgers and tax; Cafe helper'), {
    choices: [garden, books, cafe],
    tied: [books],
  })
  t.match(await list('garden; GARDEN; Cafe helper'), { choices: [garden, cafe] })
  const places = 'Student ID,Choice 1,Choice 2\nstudent-0,"Books, ledgers and tax",café  helper\n'
  t.match(await send(world, 'candidate_preferences', places), { rejected: 0 })
  t.match((await stored(world)).candidates[0], { choices: [books, cafe] })
})

t.test('a title that several needs of the cohort have is a fault that lists their ids', async (t) => {
  const world = await newCohort(
    service,
    { candidates: 1, needs: 3 },
    { need: (at) => ({ title: at < 2 ? 'Tutor' : 'Cook' }) },
  )
  const { rejected, errors } = await send(
    world,
    'candidate_preferences',
    'Student ID,Choices\nstudent-0,tutor; Cook\n',
  )
  t.equal(rejected, 1)
  t.match(errors, [{ code: 'need_ambiguous', pointer: 'choices' }])
  for (const id of world.needs.slice(0, 2)) t.match(errors[0].detail, String(id))
  t.notMatch(errors[0].detail, String(world.needs[2]))
  t.same((await stored(world)).candidates, [])
  const elsewhere = await post(world.site, '/v1/organizations', organizationBody())
  await post(world.site, '/v1/needs', needBody(elsewhere, { title: 'Cook' }))
  t.match(
    await send(world, 'candidate_preferences', 'Student ID,Choices\nstudent-0,Cook\n'),
    { created: 1 },
    'a need outside of the cohort does not count',
  )
})

t.test('an id comes before a title', async (t) => {
  const world = await newCohort(service, { candidates: 1, needs: 1 })
  const organization = await post(world.office, '/v1/organizations', organizationBody())
  const own = (more: Record<string, unknown>) => post(world.office, '/v1/needs', needBody(organization, more))
  const byId = await own({ external_id: 'Cook', title: 'Kitchen' })
  const byTitle = await own({ external_id: 'K-2', title: 'Cook' })
  const cohortId = await post(world.office, '/v1/cohorts', {
    program_id: world.programId,
    name: 'Own',
    needs: [byTitle, byId].map((need_id) => ({ need_id })),
  })
  const mine = { ...world, cohortId }
  t.match(await send(mine, 'candidate_preferences', 'Student ID,Choices\nstudent-0,Cook; K-2\n'), {
    created: 1,
  })
  t.match((await stored(mine)).candidates, [{ choices: [byId, byTitle] }])
})

t.test('candidates are found by e-mail, or by a name that only one of the program has', async (t) => {
  const world = await newNamedCohort()
  const other = await post(world.office, '/v1/programs', programBody())
  await post(world.office, '/v1/candidates', candidateBody(other, { name: 'Zoe Brandt' }))
  const [zoe, ana, otherAna] = world.candidates
  const garden = world.needs[3]
  const file = `Student ID,Choices\nzoe brandt,${garden}\nPERSON-1@student.example.edu,${garden}\nana lima,${garden}\nNobody,${garden}\n`
  const result = await send(world, 'candidate_preferences', file)
  t.match(result, { created: 2, rejected: 2 })
  t.match(result.errors, [{ code: 'candidate_ambiguous' }, { code: 'candidate_not_found' }])
  t.match(result.errors[0].detail, /student-1 or student-2/)
  const { candidates } = await stored(world)
  t.same(new Set(candidates.map((one: { candidate_id: string }) => one.candidate_id)), new Set([zoe, ana]))
  const ranking = `Organization,ranking\n${world.organizations[0]},"person-2@student.example.edu; Zoe Brandt; student-1"\n`
  t.match(await send(world, 'organization_preferences', ranking), { created: 1 })
  t.match((await stored(world)).organizations, [{ ranking: [otherAna, zoe, ana] }])
  const unclear = `Organization,ranking\n${world.organizations[1]},Ana Lima\n`
  t.match((await send(world, 'organization_preferences', unclear)).errors, [{ code: 'candidate_ambiguous' }])
})

t.test(
  'the column that names students may have any of the headers that forms and systems give it',
  async (t) => {
    const world = await newNamedCohort()
    const [cafe, books] = world.needs
    const heads: Record<string, string> = {
      'Name,First choice,Second choice': 'Zoë  Brandt',
      'Student,1st Choice,2nd Choice': '"Brandt, Zoë"',
      'E-mail,Rank 1,Rank 2': 'PERSON-0@student.example.edu',
      'Étudiant,Voeu n°1,Voeu n°2': 'Zoë Brandt',
      'Nombre del estudiante,Opción 1,Opción 2': '"Brandt, Zoë"',
      'Name der/des Studierenden,Erstwunsch,Zweitwunsch': 'Zoë Brandt',
      'Vorname,Nachname,1. Wunsch,2. Wunsch': 'Zoë,Brandt',
      'Nome,1.ª opção,2.ª opção': 'Zoë Brandt',
      'Candidate,What is your first choice?,What is your second choice?': 'Zoë Brandt',
    }
    for (const [at, [header, name]] of Object.entries(heads).entries()) {
      const [first, second] = at % 2 === 0 ? [cafe, books] : [books, cafe]
      const file = `${header}\n${name},${first},${second}\n`
      t.match(await send(world, 'candidate_preferences', file), { status: 'done', rejected: 0 }, header)
      t.match((await stored(world)).candidates, [{ choices: [first, second] }], header)
    }
  },
)

t.test('of an id, an e-mail and a name beside each other the id counts, and the file says so', async (t) => {
  const world = await newNamedCohort()
  const file = `Timestamp,Email Address,Name,Student ID,Choice 1\n11/13/2026 12:00,other@x.example,Ana Lima,student-0,${world.needs[0]}\n`
  const sent = await send(world, 'candidate_preferences', file)
  t.match(sent, {
    created: 1,
    notices: [{ code: 'columns_ignored', detail: /Timestamp, Email Address, Name/ }],
  })
  t.match((await stored(world)).candidates, [{ choices: [world.needs[0]] }])
})

t.test(
  'right after the start of a process, preferences wait until it knows the needs of other partners',
  async (t) => {
    const first = await startTestService(t)
    await first.services.background.works.run_imports.stop()
    const world = await newCohort(first, { candidates: 1, needs: 1 }, { need: () => ({ title: 'Tutor' }) })
    const started = await startTestService(t, { database: first.database, isLoaded: false })
    const query = `type=candidate_preferences&mode=apply&cohort_id=${world.cohortId}`
    const { body } = await upload(started, world.office, query, 'Student ID,Choices\nstudent-0,Tutor\n')
    const run = started.services.background.works.run_imports
    await run.idle()
    const state = async () => (await world.office.call('GET', `/v1/imports/${body.id}`)).body
    t.match(await state(), { status: 'queued', rows_read: 0 })
    await started.services.market.feed.load()
    run.wake()
    await run.idle()
    t.match(await state(), { status: 'done', created: 1, rejected: 0 })
  },
)
