import t from 'tap'
import { newOffice, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'

interface Remark {
  pointer: string | null
  code: string
}

t.test('a refused row names all of its faults at once', async (t) => {
  const service = await startTestService(t)
  const office = await newOffice(service)
  const faultsOf = async (lines: readonly string[], query = '') => {
    const reply = await upload(service, office, `type=candidates&mode=apply${query}`, lines.join('\n'))
    await service.services.background.works.run_imports.idle()
    const { data } = (await office.call('GET', `${reply.headers.location}/rows`)).body
    return data.map(({ errors }: { errors: Remark[] }) =>
      errors.map(({ pointer, code }) => `${pointer} ${code}`).sort(),
    )
  }
  const inProgram = `&program_id=${office.programId}`
  const header =
    'external_id,name,email,languages,time_zone,modality,share_profile,share_contact,consent_recorded_at,consent_source,status'

  t.test('cells that cannot be read, beside values that are missing', async (t) => {
    const line =
      'A-1,,ann@student.example,en,America/Chicago,remote,perhaps,who knows,2026-11-01,Form,sleeping'
    t.same(await faultsOf([header, line], inProgram), [
      ['name required', 'share_contact invalid_value', 'share_profile invalid_value', 'status invalid_value'],
    ])
  })

  t.test('parts of a field of which another part cannot be read', async (t) => {
    const line = 'A-2,Ann,ann@student.example,en,America/Chicago,remote,perhaps,,,,open'
    t.same(await faultsOf([header, line], inProgram), [
      [
        'consent_recorded_at required',
        'consent_source required',
        'share_contact required',
        'share_profile invalid_value',
      ],
    ])
  })

  t.test('an unknown program, beside values that are missing', async (t) => {
    const line = 'A-3,,ann@student.example,en,,remote,yes,yes,2026-11-01,Form,open,SPRING-99'
    t.same(await faultsOf([`${header},program_external_id`, line]), [
      ['name required', 'program_external_id program_not_found', 'time_zone required'],
    ])
  })

  t.test('a missing id, beside a value that is missing', async (t) => {
    const line = ',,ann@student.example,en,America/Chicago,remote,yes,yes,2026-11-01,Form,open'
    t.same(await faultsOf([header, line], inProgram), [['external_id required', 'name required']])
  })

  t.test('of a stored record only what the row itself says wrong', async (t) => {
    const good = 'A-4,Ann,ann4@student.example,en,America/Chicago,remote,yes,yes,2026-11-01,Form,open'
    t.same(await faultsOf([header, good], inProgram), [[]])
    t.same(await faultsOf(['external_id,status', 'A-4,sleeping'], inProgram), [['status invalid_value']])
    t.match((await office.call('GET', '/v1/candidates?external_id=A-4')).body.data, [{ status: 'open' }])
  })
})
