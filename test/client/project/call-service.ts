import { createClient, orThrow, SmartsourceError } from 'smartsource/client'

declare const process: { env: Record<string, string | undefined> }
declare const console: { log(text: string): void }

const { API = '', CLIENT_ID = '', CLIENT_SECRET = '' } = process.env
const api = createClient({ url: API, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET })

const organization = orThrow(
  await api.POST('/v1/organizations', {
    body: {
      name: 'Corner Bakery',
      kind: 'small_business',
      contact: { name: 'Ines Marsh', email: 'ines@example.com' },
      time_zone: 'America/Los_Angeles',
      languages: ['en'],
    },
  }),
)
for await (const { name } of api.pages('/v1/organizations')) console.log(name)

const params = { path: { id: organization.id }, header: { 'if-match': '"99"' } }
try {
  orThrow(await api.DELETE('/v1/organizations/{id}', { params }))
} catch (error) {
  if (!(error instanceof SmartsourceError)) throw error
  console.log(error.problem?.code ?? 'no problem of the service')
}
