import { z } from 'zod'
import type { Ids, RequestContext } from '../../../platform/http/index.ts'
import { text, webAddress } from '../../../shared/wire.ts'
import { changePartner, readPartner } from '../../access/index.ts'
import { createCalendar, listCalendars, revokeCalendar } from '../../calendars/index.ts'
import type { Imports } from '../../imports/index.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { changeDeskColour } from '../look/change-colour.ts'
import { darkerShade, isReadable, readColour } from '../look/colour.ts'
import { refusalText } from '../look/refusal-text.ts'
import type { View } from '../look/view.ts'
import { calendarPage } from '../pages/calendar-page.ts'
import { settingsPage } from '../pages/settings-page.ts'

export interface SettingPorts {
  imports: Pick<Imports, 'profiles'>
  /** Returns the URL of the service. */
  issuer: () => string
}

const base = '/desk/settings'
const ids = { id: 'calendar' } as const
const MOST = 100

/** Adds the pages of settings: what a partner publishes, its import profiles and its calendars. */
export function addSettingPages(pages: DeskPages, { imports, issuer }: SettingPorts): void {
  const read = async (ctx: RequestContext) => ({
    partner: await readPartner(ctx),
    profiles: await imports.profiles.list(ctx, { limit: MOST, after: undefined }),
    calendars: await listCalendars(ctx, { limit: MOST, after: undefined }),
    issuer: issuer(),
  })
  const again: Again<Ids> = async (ctx, { view, refusal }) => {
    const isWrong = refusal.faults.some(({ pointer }) => pointer === '/offer_help_url')
    const fault = isWrong ? view.say('desk_fault', { word: 'url' }) : undefined
    const shown = { refusal: refusalText(refusal, view), fault }
    return settingsPage({ ...(await read(ctx)), again: shown }, view)
  }

  pages.show(base, { role: 'admin' }, async (ctx, { view }) => settingsPage(await read(ctx), view))

  const againColour: Again<Ids> = async (ctx, { view, sent, refusal }) => {
    const given = typeof sent.colour === 'string' ? sent.colour : ''
    const shown = { refusal: refusalText(refusal, view), colourFault: colourFault(given, view) }
    return settingsPage({ ...(await read(ctx)), again: shown }, view)
  }
  const look = z.strictObject({ colour: text(1, 20).optional() })
  pages.act(
    `${base}/colour`,
    { role: 'admin', action: 'colour_changed', again: againColour, form: look },
    async (ctx, { form }) => {
      await changeDeskColour(ctx, { colour: form.colour ?? null })
      return { subject: ctx.actor.partnerId, goTo: base }
    },
  )

  const againName: Again<Ids> = async (ctx, { view, refusal }) => {
    const shown = {
      refusal: refusalText(refusal, view),
      nameFault: view.say('desk_setting', { word: 'name_missing' }),
    }
    return settingsPage({ ...(await read(ctx)), again: shown }, view)
  }
  pages.act(
    `${base}/name`,
    {
      ...{ role: 'admin', action: 'partner_renamed', again: againName },
      form: z.strictObject({ name: text(1, 200) }),
    },
    async (ctx, { form: { name } }) => {
      await changePartner(ctx, { name, precondition: null })
      return { subject: ctx.actor.partnerId, goTo: base }
    },
  )

  const feed = z.strictObject({
    public_feed: z.literal('true').optional(),
    offer_help_url: webAddress.optional(),
  })
  pages.act(
    `${base}/feed`,
    { role: 'admin', action: 'public_feed_changed', again, form: feed },
    async (ctx, { form }) => {
      const publicFeed = form.public_feed === 'true'
      const offerHelpUrl = form.offer_help_url ?? null
      await changePartner(ctx, { publicFeed, offerHelpUrl, precondition: null })
      return { subject: ctx.actor.partnerId, goTo: base }
    },
  )
  pages.act(
    `${base}/profiles`,
    { role: 'admin', action: 'import_profile_removed', again, form: z.strictObject({ name: text(1, 100) }) },
    async (ctx, { form: { name } }) => {
      await imports.profiles.remove(ctx, { name, precondition: null })
      return { subject: name, goTo: base }
    },
  )
  pages.act(
    `${base}/calendars`,
    { role: 'admin', action: 'calendar_created', again, form: z.strictObject({}) },
    async (ctx, { view }) => {
      const { row, key } = await createCalendar(ctx, {})
      return {
        subject: row.id,
        page: calendarPage({ url: `${issuer()}/calendars/${key}.ics`, back: base }, view),
      }
    },
  )
  pages.act(
    '/desk/calendars/:id/revoke',
    { role: 'admin', action: 'calendar_revoked', ids, again, form: z.strictObject({}) },
    async (ctx, { ids: { id } }) => {
      await revokeCalendar(ctx, { id })
      return { subject: id, goTo: base }
    },
  )
}

/** Explains why a colour was refused and what to do, in the reader's language. */
function colourFault(given: string, { say }: View): string | undefined {
  const colour = readColour(given)
  if (!colour) return say('desk_setting', { word: 'colour_unread' })
  return isReadable(colour) ? undefined : say('desk_colour_too_light', { darker: darkerShade(colour) })
}
