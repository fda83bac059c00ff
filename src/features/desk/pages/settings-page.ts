import { type Html, html } from '../../../shared/html.ts'
import type { PartnerRow } from '../../access/index.ts'
import type { CalendarRow } from '../../calendars/index.ts'
import type { ImportProfile } from '../../imports/index.ts'
import {
  button,
  card,
  checkbox,
  confirmed,
  emptyState,
  instant,
  linkButton,
  postForm,
  table,
  textField,
} from '../look/parts.ts'
import { refusedFields, textIn } from '../look/refused-form.ts'
import type { DeskPage, View } from '../look/view.ts'

/** The accent colour of desk.css. */
const USUAL_COLOUR = '#1d5f3f'

interface Settings {
  partner: PartnerRow
  profiles: readonly ImportProfile[]
  calendars: readonly CalendarRow[]
  /** URL of the service. */
  issuer: string
  /** Why the last form was refused. */
  again?: {
    refusal: string
    fault?: string | undefined
    colourFault?: string | undefined
    nameFault?: string | undefined
  }
}

/** Shows what a partner publishes, its import profiles and its calendars. */
export function settingsPage(settings: Settings, view: View): DeskPage {
  const { again } = settings
  return {
    title: view.say('desk_settings'),
    main: html`${again && html`<p class="fault" role="alert">${again.refusal}</p>`}
${nameCard(settings, view)}${colourCard(settings, view)}${feedCard(settings, view)}${widgetCard(settings, view)}
<h2>${wordOf(view, 'profiles')}</h2>${profiles(settings, view)}
<h2>${wordOf(view, 'calendars')}</h2><p>${wordOf(view, 'calendars_lead')}</p>${calendars(settings, view)}
${postForm(view, { action: '/desk/settings/calendars', body: button(wordOf(view, 'new_calendar')) })}`,
  }
}

function wordOf({ say }: View, word: Parameters<typeof say<'desk_setting'>>[1]['word']): string {
  return say('desk_setting', { word })
}

function nameCard({ partner, again }: Settings, view: View): Html {
  const sent = textIn(refusedFields(view, '/desk/settings/name'), 'name')
  const field = {
    ...{ name: 'name', label: wordOf(view, 'name_label'), hint: wordOf(view, 'name_hint') },
    ...{ value: sent ?? partner.name, maxLength: 200, isRequired: true },
    ...{ fault: again?.nameFault },
  }
  return card({
    title: view.say('desk_name'),
    body: postForm(view, {
      action: '/desk/settings/name',
      body: html`${textField(field)}${button(view.say('desk_save'))}`,
    }),
  })
}

function colourCard({ partner, again }: Settings, view: View): Html {
  const action = '/desk/settings/colour'
  const sent = textIn(refusedFields(view, action), 'colour')
  const field = {
    ...{ name: 'colour', label: wordOf(view, 'colour_label'), hint: wordOf(view, 'colour_hint') },
    ...{ value: sent ?? partner.deskColour ?? USUAL_COLOUR },
    type: 'color' as const,
    fault: again?.colourFault,
  }
  return card({
    title: wordOf(view, 'colour'),
    body: postForm(view, { action, body: html`${textField(field)}${button(view.say('desk_save'))}` }),
    actions:
      partner.deskColour !== null &&
      postForm(view, { action, body: button(wordOf(view, 'colour_usual'), 'quiet') }),
  })
}

function feedCard({ partner, again }: Settings, view: View): Html {
  const action = '/desk/settings/feed'
  const sent = refusedFields(view, action)
  const isPublic = sent ? sent.public_feed === 'true' : partner.publicFeed
  // What was emptied is not sent.
  const value = sent ? textIn(sent, 'offer_help_url') : (partner.offerHelpUrl ?? '')
  const field = {
    ...{ name: 'offer_help_url', label: wordOf(view, 'help_url'), value },
    ...{
      hint: `${wordOf(view, 'help_url_hint')} example.org/help?need={need_id}`,
      fault: again?.fault,
    },
  }
  return card({
    title: wordOf(view, 'public'),
    body: postForm(view, {
      action,
      body: html`${checkbox({
        ...{ name: 'public_feed', label: wordOf(view, 'public_feed'), isChecked: isPublic },
      })}${textField(field)}${button(view.say('desk_save'))}`,
    }),
  })
}

function widgetCard({ partner, issuer }: Settings, view: View): Html {
  // The reader copies it as text, so spaces and quotes are exact.
  const feed = `${issuer}/public/needs.json?partner=${partner.id}`
  const snippet = `<script src="${issuer}/embed.js" data-feed="${feed}"></script>`
  return card({
    title: wordOf(view, 'widget'),
    body: html`<p>${wordOf(view, 'widget_lead')}</p><p class="key">${snippet}</p>`,
  })
}

function profiles({ profiles }: Settings, view: View): Html {
  const { say } = view
  if (profiles.length === 0)
    return emptyState(wordOf(view, 'no_profiles'), linkButton('/desk/imports', say('desk_imports')))
  const remove = (name: string) =>
    confirmed({
      summary: say('desk_remove'),
      warning: wordOf(view, 'remove_profile'),
      form: postForm(view, {
        action: '/desk/settings/profiles',
        body: html`<input type="hidden" name="name" value="${name}">${button(say('desk_remove'), 'danger')}`,
      }),
    })
  return table({
    caption: wordOf(view, 'profiles'),
    columns: [say('desk_name'), wordOf(view, 'rows_are'), wordOf(view, 'changed'), say('desk_change')],
    rows: profiles.map((one) => [
      one.name,
      say('desk_import_type', { type: one.type }),
      instant(one.updatedAt, view),
      remove(one.name),
    ]),
  })
}

function calendars({ calendars }: Settings, view: View): Html {
  const { say } = view
  if (calendars.length === 0) return emptyState(wordOf(view, 'no_calendars'))
  return table({
    caption: wordOf(view, 'calendars'),
    columns: [wordOf(view, 'calendar'), wordOf(view, 'shows'), wordOf(view, 'created'), say('desk_change')],
    rows: calendars.map((one) => [
      html`<code>${one.id}</code>`,
      say('desk_calendar_subject', { subject: one.subject }),
      instant(one.createdAt, view),
      confirmed({
        summary: wordOf(view, 'revoke'),
        warning: wordOf(view, 'revoke_sure'),
        form: postForm(view, {
          action: `/desk/calendars/${one.id}/revoke`,
          body: button(wordOf(view, 'revoke'), 'danger'),
        }),
      }),
    ]),
  })
}
