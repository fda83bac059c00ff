import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import {
  type App,
  addRoute,
  forgetSession,
  keepSession,
  requireOwnPage,
  sendHtml,
} from '../../platform/http/index.ts'
import type { Engagements } from '../engagements/index.ts'
import { MAX_BYTES } from '../imports/index.ts'
import { type IntroductionListPorts, type Introductions, introductionList } from '../introductions/index.ts'
import { addCohortStudentPages } from './areas/cohorts/cohort-students.ts'
import { addCohortPages, type CohortVerbs } from './areas/cohorts/cohorts.ts'
import { addPlacementPages } from './areas/cohorts/placements.ts'
import { addDeveloperPages, type DeveloperPorts } from './areas/developers.ts'
import { addEngagementPages } from './areas/engagements.ts'
import { addHomePage, type HomePorts } from './areas/home.ts'
import { addHoursPages } from './areas/hours.ts'
import { addImportPages, type ImportAreaPorts } from './areas/imports/imports.ts'
import { addInsightPages, type InsightPorts } from './areas/insights.ts'
import { addIntroductionPages, type ListIntroductions } from './areas/introductions.ts'
import { addLogPages } from './areas/log.ts'
import { addNeedForms, type NeedFormVerbs } from './areas/need-form.ts'
import { addOfferForms } from './areas/offer-form.ts'
import { addPaperPages } from './areas/papers.ts'
import { addPartyPages } from './areas/parties.ts'
import { addPostingPages } from './areas/postings.ts'
import { addRingPages, type RingVerbs } from './areas/rings.ts'
import { addSettingPages, type SettingPorts } from './areas/settings.ts'
import { addSprintPages, type SprintPorts } from './areas/sprints.ts'
import { addStudentPages } from './areas/students.ts'
import { addTeamPages } from './areas/team.ts'
import { createDeskPages, type DeskPagesPorts } from './desk-pages.ts'
import { findColourFile } from './look/colour-file.ts'
import { deskFiles } from './look/desk-files.ts'
import { layout } from './look/layout.ts'
import { linkPage, signInPage } from './pages/sign-in-page.ts'
import { readLink, signIn, signOut } from './staff/sign-in.ts'
import { signInUrl } from './staff/sign-in-url.ts'

export interface DeskPorts
  extends DeskPagesPorts,
    DeveloperPorts,
    HomePorts,
    ImportAreaPorts,
    CohortVerbs,
    InsightPorts,
    Omit<NeedFormVerbs, 'lists'> {
  imports: HomePorts['imports'] & ImportAreaPorts['imports'] & SettingPorts['imports']
  introductions: Introductions
  engagements: Engagements
  lists: IntroductionListPorts
  barter: RingVerbs & HomePorts['barter']
  sprints: HomePorts['sprints'] & SprintPorts['sprints']
}

/** Registers the desk: pages for the staff of a partner, which call the operations of the API. */
export async function registerDesk(app: App, ports: DeskPorts): Promise<void> {
  await app.register(cookie)
  await app.register(formbody)
  await app.register(multipart, { limits: { files: 1, fileSize: MAX_BYTES } })
  const pages = createDeskPages(app, ports)
  const list = introductionList(ports.introductions, ports.lists)
  const listIntroductions: ListIntroductions = (ctx, { query, language }) =>
    list.readPage(ctx, { query: list.queries.page.parse(query), language })
  addDoor(app, ports, pages)
  addHomePage(pages, ports, listIntroductions)
  addPostingPages(pages, ports)
  addNeedForms(pages, ports)
  addOfferForms(pages, ports)
  addPartyPages(pages, ports)
  addIntroductionPages(pages, { ...ports, readNames: ports.lists.readNames, listIntroductions })
  addImportPages(pages, ports)
  addStudentPages(pages, ports.internships)
  addInsightPages(pages, ports)
  addSettingPages(pages, ports)
  addDeveloperPages(pages, ports)
  addEngagementPages(pages, ports)
  addHoursPages(pages, ports)
  addPaperPages(pages, ports)
  addSprintPages(pages, ports)
  addRingPages(pages, ports.barter)
  addCohortPages(pages, ports)
  addCohortStudentPages(pages, ports)
  addPlacementPages(pages, ports)
  addTeamPages(pages, (key) => signInUrl(ports.issuer(), key))
  addLogPages(pages)
  pages.leadBack()
  addFiles(app)
}

const tag = 'Desk'
const page = { role: null }
const answers = { 200: { 'text/html': z.string() } }
const key = z.object({ key: z.string() })

/** Adds the pages without a session: a sign-in link is shown, then spent, and a session begins. */
function addDoor(app: App, ports: DeskPorts, { viewOf }: ReturnType<typeof createDeskPages>): void {
  const { inTransaction, issuer } = ports
  const at = '/desk/sign-in'
  addRoute(app, 'GET', at, { tag, summary: at, page, answers }, async (request, reply) => {
    const view = viewOf(request)
    return sendHtml(reply, layout(signInPage(view), view))
  })

  addRoute(
    app,
    'GET',
    `${at}/:key`,
    { tag, summary: at, page, params: key, answers },
    async (request, reply, input) => {
      const found = await readLink(ports, input.params.key)
      const view = viewOf(request, found)
      const shown = found ? linkPage({ key: input.params.key, ...found }, view) : signInPage(view)
      return sendHtml(reply, layout(shown, view), found ? 200 : 404)
    },
  )

  addRoute(
    app,
    'POST',
    `${at}/:key`,
    { tag, summary: at, page, params: key, answers },
    async (request, reply, input) => {
      requireOwnPage(request)
      keepSession(reply, issuer(), await inTransaction((tx) => signIn({ ...ports, ...tx }, input.params.key)))
      return reply.redirect('/desk', 303)
    },
  )

  const out = { tag, summary: 'Sign out', page: { role: 'viewer' }, answers }
  addRoute(app, 'POST', '/desk/sign-out', out, async (request, reply) => {
    requireOwnPage(request)
    if (request.deskSession) await signOut(ports, request.deskSession.session)
    forgetSession(reply, issuer())
    return reply.redirect(at, 303)
  })
}

const A_YEAR_S = 365 * 24 * 60 * 60

function addFiles(app: App): void {
  for (const { path, text, mediaType } of Object.values(deskFiles)) {
    const file = { tag, summary: path, page, answers: { 200: { [mediaType]: z.string() } } }
    addRoute(app, 'GET', path, file, async (_request, reply) => sendFile(reply, { text, mediaType }))
  }
  addLooks(app)
}

/** Adds the stylesheets with partners' colours. They contain nothing about a partner, so they require no session. */
function addLooks(app: App): void {
  const mediaType = 'text/css; charset=utf-8'
  const at = '/desk/look/:file'
  const file = { tag, summary: at, page, params: z.object({ file: z.string() }) }
  const route = { ...file, answers: { 200: { [mediaType]: z.string() } } }
  addRoute(app, 'GET', at, route, async (_request, reply, { params }) => {
    const found = findColourFile(`/desk/look/${params.file}`)
    return found ? sendFile(reply, { text: found.text, mediaType }) : reply.callNotFound()
  })
}

function sendFile(reply: FastifyReply, { text, mediaType }: { text: string; mediaType: string }) {
  return reply
    .header('cache-control', `public, max-age=${A_YEAR_S}, immutable`)
    .type(mediaType)
    .serializer(String)
    .send(text)
}
