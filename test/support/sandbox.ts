import type { PartnerId } from '../../src/shared/ids.ts'
import type { CallOptions, Partner, Reply, TestService } from './service.ts'

/** Like a partner of the tests, by a token that the service itself has given. */
export interface Sandbox extends Pick<Partner, 'call'> {
  partnerId: PartnerId
}

/** A client of the partner's sandbox. */
export async function openSandboxOf(service: TestService, of: Pick<Partner, 'call'>): Promise<Sandbox> {
  const { status, body } = await of.call('POST', '/v1/sandbox')
  if (status !== 201) throw new Error(JSON.stringify(body))
  const credentials = Buffer.from(`${body.client_id}:${body.client_secret}`).toString('base64')
  const call = async (method: string, url: string, { body, headers }: CallOptions = {}): Promise<Reply> => {
    const token = await service.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'grant_type=client_credentials',
    })
    return service.inject({
      method: method as 'GET',
      url,
      headers: {
        authorization: `Bearer ${token.body.access_token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
    })
  }
  return { partnerId: body.partner_id, call }
}
