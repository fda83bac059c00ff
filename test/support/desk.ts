import { parse } from 'parse5'
import type { StaffRole } from '../../src/features/desk/index.ts'
import { inviteAsOperator } from '../../src/features/desk/index.ts'
import type { PartnerId } from '../../src/shared/ids.ts'
import { type Element, elementsIn, textOf } from './html.ts'
import type { Reply, TestService } from './service.ts'

export const DESK_ORIGIN = 'http://test.example'

/** What a form sends. Several boxes of one name are a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** Somebody at a desk, as a browser without scripts shows it to them. */
export interface DeskVisitor {
  staffId: string
  cookie: () => string
  get(url: string, headers?: Record<string, string>): Promise<Reply>
  /** Sends a form with the key of the session. */
  send(url: string, fields?: Fields, headers?: Record<string, string>): Promise<Reply>
  formKey: () => Promise<string>
}

/** Invites somebody and returns the key of their link. */
export async function inviteTo(
  { services }: TestService,
  { partnerId, name = 'Dana', role }: { partnerId: PartnerId; name?: string; role: StaffRole },
): Promise<{ staffId: string; key: string }> {
  const { db, clock } = services.runtime
  const { row, key } = await inviteAsOperator({ actor: { partnerId }, db, clock }, { name, role })
  return { staffId: row.id, key }
}

export const ownPage = { origin: DESK_ORIGIN, host: new URL(DESK_ORIGIN).host }

/** Signs somebody in by the link that they were invited with. */
export async function signInToDesk(
  service: TestService,
  { partnerId, role, name = 'Dana' }: { partnerId: PartnerId; role: StaffRole; name?: string },
): Promise<DeskVisitor> {
  const { staffId, key } = await inviteTo(service, { partnerId, role, name })
  const signedIn = await service.inject({ method: 'POST', url: `/desk/sign-in/${key}`, headers: ownPage })
  let cookie = cookieIn(signedIn)
  if (cookie === undefined) throw new Error(`the sign-in answered ${signedIn.status}`)
  const keep = (reply: Reply) => {
    cookie = cookieIn(reply) ?? cookie
    return reply
  }
  const visitor: DeskVisitor = {
    staffId,
    cookie: () => cookie ?? '',
    get: async (url, headers = {}) =>
      keep(await service.inject({ method: 'GET', url, headers: { cookie: cookie ?? '', ...headers } })),
    formKey: async () => formKeyIn((await visitor.get('/desk')).body),
    send: async (url, fields = {}, headers = ownPage) =>
      keep(
        await service.inject({
          method: 'POST',
          url,
          headers: { cookie: cookie ?? '', 'content-type': 'application/x-www-form-urlencoded', ...headers },
          payload: encoded({ form_key: await visitor.formKey(), ...fields }),
        }),
      ),
  }
  return visitor
}

function encoded(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
  return new URLSearchParams(pairs).toString()
}

/** What a form of a page would send as it stands: the one that has this field, which is `version` in those that edit. */
export function fieldsOf(page: string, has = 'version'): Fields {
  const form = elementsIn(parse(page)).find(
    (one) => one.tagName === 'form' && elementsIn(one).some((inner) => attribute(inner, 'name') === has),
  )
  if (!form) throw new Error(`the page has no form with ${has}`)
  const fields: Record<string, string[]> = {}
  for (const element of elementsIn(form)) {
    const name = attribute(element, 'name')
    if (name !== undefined) fields[name] = [...(fields[name] ?? []), ...valuesOf(element)]
  }
  return fields
}

function valuesOf(element: Element): string[] {
  switch (element.tagName) {
    case 'input': {
      const isBox = attribute(element, 'type') === 'checkbox'
      return isBox && attribute(element, 'checked') === undefined ? [] : [attribute(element, 'value') ?? '']
    }
    case 'textarea':
      return [textOf(element).replace(/^\n/, '')]
    case 'select': {
      const options = elementsIn(element).filter(({ tagName }) => tagName === 'option')
      const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0]
      return chosen ? [attribute(chosen, 'value') ?? ''] : []
    }
    default:
      return []
  }
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value
}

/** The cookie that a reply sets, as a browser would send it. */
export function cookieIn({ headers }: Reply): string | undefined {
  const set = [headers['set-cookie']].flat().find((one) => typeof one === 'string')
  return typeof set === 'string' ? set.split(';')[0] : undefined
}

/** The key that the forms of a page carry. */
export function formKeyIn(page: string): string {
  const field = elementsIn(parse(page)).find(({ attrs }) =>
    attrs.some(({ name, value }) => name === 'name' && value === 'form_key'),
  )
  return field?.attrs.find(({ name }) => name === 'value')?.value ?? ''
}
