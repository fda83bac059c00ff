import { z } from 'zod'
import type { InTransaction, Transaction, WriteContext } from '../../platform/events/index.ts'
import {
  type App,
  addRoute,
  foreignForm,
  type RequestContext,
  requireOwnPage,
  sendHtml,
  statusOf,
} from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { bodyPointer, parseOrThrow } from '../../shared/faults.ts'
import { openForm } from '../imports/index.ts'
import type { DeskAction } from './audit/audit.table.ts'
import { type AnyRequest, requireFormKey, sessionIn, viewOf } from './desk-session.ts'
import { type Logged, type Sent, withoutBlanks } from './forms.ts'
import { layout } from './look/layout.ts'
import type { DeskPage, View } from './look/view.ts'
import type { FoundSession } from './staff/staff.repository.ts'
import type { StaffRole } from './staff/staff.table.ts'

type WriteRequestContext = WriteContext & RequestContext

interface UploadPorts {
  inTransaction: InTransaction
  contextOf(request: AnyRequest): RequestContext
  log(tx: Transaction, found: Pick<FoundSession, 'session' | 'staff'>, done: Logged): Promise<void>
}

export interface Uploaded<F> {
  form: F
  file: { name: string; mediaType: string; bytes: AsyncIterable<Buffer> }
  /** Runs the work in a transaction, which also logs who did it. */
  write<T extends { id: string }>(work: (ctx: WriteRequestContext) => Promise<T>): Promise<T>
}

interface Upload<F> {
  role: StaffRole
  /** Name of the action in the log. */
  action: DeskAction
  form: z.ZodType<F>
  /** Returns the page with the form and the reason for the refusal. */
  again(ctx: RequestContext, asked: { view: View; sent: Sent; refusal: DomainError }): Promise<DeskPage>
}

const texts = z.record(z.string(), z.string())

/** Declares forms with a file. Their fields precede the file, which is never whole in memory. */
export function createUpload(app: App, ports: UploadPorts) {
  return <F>(
    url: string,
    { role, action, form, again }: Upload<F>,
    handler: (ctx: RequestContext, asked: Uploaded<F>) => Promise<string>,
  ): void => {
    const answers = { 200: { 'text/html': z.string() } }
    const route = { tag: 'Desk', summary: url, page: { role }, answers, isUpload: true }
    addRoute(app, 'POST', url, route, async (request, reply) => {
      const found = sessionIn(request)
      requireOwnPage(request)
      const view = viewOf(request)
      const ctx = ports.contextOf(request)
      let sent: Sent = {}
      try {
        const { file, bytes, fields } = await openUpload(request)
        const { form_key: formKey, ...rest } = withoutBlanks(parseOrThrow(texts, fields, bodyPointer))
        requireFormKey(formKey, found.session.formKey)
        sent = rest
        const goTo = await handler(ctx, {
          form: parseOrThrow(form, sent, bodyPointer),
          file: { name: file.filename, mediaType: file.mimetype, bytes },
          write: (work) =>
            ports.inTransaction(async (tx) => {
              const done = await work({ ...ctx, ...tx })
              await ports.log(tx, found, { action, subject: done.id })
              return done
            }),
        })
        return reply.redirect(`${goTo}?done=${action}`, 303)
      } catch (error) {
        if (!(error instanceof DomainError) || error.code === 'form_not_from_here') throw error
        const page = await again(ctx, { view, sent, refusal: error })
        return sendHtml(reply, layout(page, view), statusOf(error.code))
      }
    })
  }
}

/** Opens a form with a file. Throws `form_not_from_here` for anything else. */
async function openUpload(request: AnyRequest) {
  if (!request.isMultipart()) throw foreignForm()
  return openForm(request, () => true)
}
