import { type DeskVisitor, ownPage } from './desk.ts'
import type { Reply, TestService } from './service.ts'

export interface UploadedFile {
  name: string
  content: string | Buffer
  mediaType?: string
}

/** Sends a form with a file, as a browser does. */
export async function sendFile(
  service: TestService,
  visitor: DeskVisitor,
  { url, fields = {}, file }: { url: string; fields?: Record<string, string>; file: UploadedFile },
): Promise<Reply> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ form_key: await visitor.formKey(), ...fields }))
    form.append(name, value)
  form.append(
    'file',
    new Blob([new Uint8Array(Buffer.from(file.content))], { type: file.mediaType ?? 'text/csv' }),
    file.name,
  )
  const body = new Response(form)
  const headers = {
    ...ownPage,
    cookie: visitor.cookie(),
    'content-type': body.headers.get('content-type') ?? '',
  }
  return service.inject({ method: 'POST', url, headers, payload: Buffer.from(await body.arrayBuffer()) })
}

/** Uploads a file at the desk, lets it be read to its end, and returns the address of its page. */
export async function uploadAtDesk(
  service: TestService,
  visitor: DeskVisitor,
  given: { fields?: Record<string, string>; file: UploadedFile },
): Promise<string> {
  const reply = await sendFile(service, visitor, { url: '/desk/imports', ...given })
  if (reply.status !== 303) throw new Error(`the upload answered ${reply.status}: ${reply.body}`)
  await service.services.background.works.run_imports.idle()
  return String(reply.headers.location).replace(/\?.*/, '')
}
