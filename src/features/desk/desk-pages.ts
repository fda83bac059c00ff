import { z } from 'zod'
import type { InTransaction, Transaction, WriteContext } from '../../platform/events/index.ts'
import {
  type App,
  addRoute,
  type CsvFile,
  csvQuery,
  forgetSession,
  type Ids,
  type IdsOf,
  type NoIds,
  type RequestContext,
  refusalOf,
  sendCsv,
  sendHtml,
  statusOf,
} from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { bodyPointer, parseOrThrow } from '../../shared/faults.ts'
import { createAuditRepository } from './audit/audit.repository.ts'
import { type DeskAction, deskActions } from './audit/audit.table.ts'
import {
  type AnyRequest,
  readForm,
  requireSession,
  type SessionPorts,
  sessionIn,
  viewOf,
} from './desk-session.ts'
import { createUpload } from './desk-upload.ts'
import type { Logged, Sent } from './forms.ts'
import { leadBackFrom } from './lead-back.ts'
import { layout } from './look/layout.ts'
import type { DeskPage, View } from './look/view.ts'
import { keptFormPage } from './pages/kept-form-page.ts'
import { refusalPage } from './pages/refusal-page.ts'
import { scopesOfRole } from './staff/role-scopes.ts'
import { createStaffRepository, type FoundSession } from './staff/staff.repository.ts'
import type { StaffRole } from './staff/staff.table.ts'

export interface DeskPagesPorts extends SessionPorts {
  inTransaction: InTransaction
}

type WriteRequestContext = WriteContext & RequestContext

interface Asked<I extends Ids> {
  ids: IdsOf<I>
  view: View
}

/** The result of a form: a redirect, or a page that is shown only now. `subject` is the record that it was about. */
type Outcome = { subject: string | null } & ({ goTo: string } | { page: DeskPage })

/** Shows the page with the form again, with the submitted values and the reason for the refusal. */
export type Again<I extends Ids, C = WriteRequestContext> = (
  ctx: C,
  asked: Asked<I> & { sent: Sent; refusal: DomainError },
) => Promise<DeskPage>

interface Action<I extends Ids, F, P> {
  role: StaffRole
  /** Name of the action in the log. */
  action: DeskAction
  ids?: I
  form: z.ZodType<F>
  /** Without it, a separate page explains the refusal. */
  again?: Again<NoInfer<I>>
  /** Instead of `again`, for a page that opens transactions of its own. */
  againOutside?: Again<NoInfer<I>, RequestContext>
  /** Does long computations before the transaction begins. */
  prepare?: (ctx: RequestContext, asked: Asked<NoInfer<I>> & { form: NoInfer<F> }) => Promise<P>
  afterCommit?: () => void
}

// Without `prepare`, P is undefined.
const nothingToPrepare = async () => undefined as never

const tag = 'Desk'
const answers = { 200: { 'text/html': z.string() } }
const formBody = z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({})
const doneQuery = { done: z.enum(deskActions).optional() }

export type { Sent }
export type DeskPages = ReturnType<typeof createDeskPages>

/**
 * Declares pages in their own Fastify scope, for people with a session. `show` reads; `act` changes something and logs who
 * did it.
 */
export function createDeskPages(app: App, ports: DeskPagesPorts) {
  const { db, inTransaction, issuer } = ports
  requireSession(app, ports)
  app.setErrorHandler((error, request, reply) => {
    // Fastify types a thrown value as unknown; refusalOf accepts any error.
    const refusal = refusalOf(error as Parameters<typeof refusalOf>[0], request)
    const view = viewOf(request)
    const { deskForm: sent } = request
    const isTooLate = refusal.code === 'unauthenticated' || refusal.code === 'form_not_from_here'
    if (isTooLate && sent && Object.keys(sent).length > 0)
      return sendHtml(reply, layout(keptFormPage(sent, view), view), statusOf(refusal.code))
    if (refusal.code === 'unauthenticated') {
      forgetSession(reply, issuer())
      return reply.redirect('/desk/sign-in', 303)
    }
    return sendHtml(reply, layout(refusalPage(refusal, view, request.id), view), statusOf(refusal.code))
  })

  const contextOf = (request: AnyRequest): RequestContext => {
    const { staff, clock } = sessionIn(request)
    const actor = { partnerId: staff.partnerId, clientId: null, scopes: scopesOfRole(staff.role) }
    return { actor, db, clock }
  }

  const shownAt = new Set<string>()
  const formsAt: string[] = []

  type Show<I extends Ids, Q extends z.ZodRawShape> = { role?: StaffRole; ids?: I; query?: Q }
  type Shown<C, I extends Ids, Q extends z.ZodRawShape> = (
    ctx: C,
    asked: Asked<I> & { query: z.output<z.ZodObject<Q>> },
  ) => Promise<DeskPage>

  function addPage<I extends Ids, Q extends z.ZodRawShape>(
    url: string,
    { role = 'viewer', ids, query }: Show<I, Q>,
    run: (request: AnyRequest, asked: Asked<I> & { query: z.output<z.ZodObject<Q>> }) => Promise<DeskPage>,
  ): void {
    shownAt.add(url)
    const shape = z.object({ ...query, ...doneQuery })
    const route = { tag, summary: url, page: { role }, query: shape, answers, ...(ids && { ids }) }
    addRoute(app, 'GET', url, route, async (request, reply, input) => {
      const view = viewOf(request)
      // The type is that of Q and `done`, which the compiler can't infer for a generic.
      const { done, ...asked } = input.query as { done?: DeskAction }
      const page = await run(request, { ids: input.ids as IdsOf<I>, query: asked as never, view })
      const said =
        done && (await isJustDone(request, done)) ? view.say('desk_action', { action: done }) : null
      return sendHtml(reply, layout(page, view, said), page.status)
    })
  }

  /**
   * Tells whether the session has just done this. The URL alone is not enough: a link from elsewhere must not show a
   * message.
   */
  async function isJustDone(request: AnyRequest, done: DeskAction): Promise<boolean> {
    const { session } = sessionIn(request)
    return session.done === done && createStaffRepository(db, session.partnerId).takeDone(session.id, done)
  }

  async function pageAgain<I extends Ids>(
    ctx: RequestContext,
    { again, againOutside }: Pick<Action<I, unknown, unknown>, 'again' | 'againOutside'>,
    asked: Parameters<Again<I>>[1],
  ): Promise<DeskPage | undefined> {
    if (againOutside) return againOutside(ctx, asked)
    return again && inTransaction((tx) => again({ ...ctx, ...tx }, asked))
  }

  type ByWhom = Pick<FoundSession, 'session' | 'staff'>
  async function log(tx: Transaction, { session, staff }: ByWhom, done: Logged): Promise<void> {
    await createStaffRepository(tx.db, staff.partnerId).keepDone(session.id, done.action)
    await createAuditRepository(tx.db, staff.partnerId).insert({
      ...{ staffId: staff.id, action: done.action, subject: done.subject, occurredAt: ports.clock() },
    })
  }

  return {
    viewOf,
    leadBack: () => leadBackFrom(app, { formsAt, shownAt }),
    upload: createUpload(app, { inTransaction, contextOf, log }),

    show<I extends Ids = NoIds, Q extends z.ZodRawShape = Record<never, never>>(
      url: string,
      declared: Show<I, Q>,
      handler: Shown<RequestContext, I, Q>,
    ): void {
      addPage(url, declared, (request, asked) => handler(contextOf(request), asked))
    },

    /** Adds a page that also writes: disclosures are logged in the transaction that reads them. */
    showInTransaction<I extends Ids = NoIds, Q extends z.ZodRawShape = Record<never, never>>(
      url: string,
      declared: Show<I, Q>,
      handler: Shown<WriteRequestContext, I, Q>,
    ): void {
      addPage(url, declared, (request, asked) =>
        inTransaction((tx) => handler({ ...contextOf(request), ...tx }, asked)),
      )
    },

    /** Adds a CSV download. */
    download<I extends Ids = NoIds>(
      url: string,
      { role, ids }: { role: StaffRole; ids?: I },
      file: (ctx: RequestContext, asked: { ids: IdsOf<I> }) => CsvFile | Promise<CsvFile>,
    ): void {
      const csv = { 200: { 'text/csv': z.string() } }
      const query = z.object(csvQuery)
      const route = { tag, summary: url, page: { role }, query, answers: csv, ...(ids && { ids }) }
      addRoute(app, 'GET', url, route, async (request, reply, input) =>
        sendCsv(reply, await file(contextOf(request), { ids: input.ids as IdsOf<I> }), input.query),
      )
    },

    /** Adds a spreadsheet that is the same for everybody. */
    spreadsheet(
      url: string,
      { role }: { role: StaffRole },
      { name, text }: { name: string; text: string },
    ): void {
      const csv = { 200: { 'text/csv': z.string() } }
      addRoute(
        app,
        'GET',
        url,
        { tag, summary: url, page: { role }, answers: csv },
        async (_request, reply) =>
          reply
            .header('content-disposition', `attachment; filename="${name}.csv"`)
            .type('text/csv; charset=utf-8')
            .serializer(String)
            .send(text),
      )
    },

    /** Adds a JSON download. */
    document<I extends Ids = NoIds>(
      url: string,
      { role, ids }: { role: StaffRole; ids?: I },
      read: (ctx: RequestContext, asked: { ids: IdsOf<I> }) => Promise<{ name: string; content: unknown }>,
    ): void {
      const json = { 200: { 'application/json': z.unknown() } }
      const route = { tag, summary: url, page: { role }, answers: json, ...(ids && { ids }) }
      addRoute(app, 'GET', url, route, async (request, reply, input) => {
        const { name, content } = await read(contextOf(request), { ids: input.ids as IdsOf<I> })
        return reply
          .headers({
            'content-disposition': `attachment; filename="${name}.json"`,
            'cache-control': 'no-store',
          })
          .type('application/json; charset=utf-8')
          .serializer(String)
          .send(JSON.stringify(content, null, 2))
      })
    },

    /** Adds a form that changes nothing, so nothing is logged. The submitted values are passed unchecked. */
    compute<I extends Ids = NoIds>(
      url: string,
      { role, ids }: { role: StaffRole; ids?: I },
      handler: (ctx: RequestContext, asked: Asked<I> & { sent: Sent }) => Promise<DeskPage>,
    ): void {
      formsAt.push(url)
      const route = { tag, summary: url, page: { role }, body: formBody, answers, ...(ids && { ids }) }
      addRoute(app, 'POST', url, route, async (request, reply, input) => {
        const { sent } = readForm(request, input.body)
        const view = viewOf(request)
        const page = await handler(contextOf(request), { ids: input.ids as IdsOf<I>, view, sent })
        return sendHtml(reply, layout(page, view), page.status)
      })
    },

    /** Adds a form. It is accepted only from a page of this session, and logged with its action. */
    act<I extends Ids = NoIds, F = unknown, P = undefined>(
      url: string,
      { role, action, ids, form, prepare = nothingToPrepare, afterCommit, ...refused }: Action<I, F, P>,
      handler: (ctx: WriteRequestContext, asked: Asked<I> & { form: F; prepared: P }) => Promise<Outcome>,
    ): void {
      formsAt.push(url)
      const route = { tag, summary: url, page: { role }, body: formBody, answers, ...(ids && { ids }) }
      addRoute(app, 'POST', url, route, async (request, reply, input) => {
        const { found, sent } = readForm(request, input.body)
        const view = viewOf(request)
        const asked = { ids: input.ids as IdsOf<I>, view }
        const ctx = contextOf(request)
        try {
          const read = parseOrThrow(form, sent, bodyPointer)
          const prepared = await prepare(ctx, { ...asked, form: read })
          const outcome = await inTransaction(async (tx) => {
            const done = await handler({ ...ctx, ...tx }, { ...asked, form: read, prepared })
            await log(tx, found, { action, subject: done.subject })
            return done
          })
          afterCommit?.()
          if ('page' in outcome) return sendHtml(reply, layout(outcome.page, view), outcome.page.status)
          const { goTo } = outcome
          return reply.redirect(`${goTo}${goTo.includes('?') ? '&' : '?'}done=${action}`, 303)
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
          const refusedView: View = { ...view, refused: { action: view.path, sent } }
          const page = await pageAgain(ctx, refused, { ...asked, view: refusedView, sent, refusal: error })
          if (!page) throw error
          return sendHtml(reply, layout(page, refusedView), statusOf(error.code))
        }
      })
    },
  }
}
