import { html } from '../../../shared/html.ts'
import { button, card, postForm } from '../look/parts.ts'
import type { DeskPage, View } from '../look/view.ts'

/** Renders the page for people without a session. */
export function signInPage({ say }: View): DeskPage {
  return { title: say('desk_sign_in'), main: card({ body: html`<p>${say('desk_sign_in_lead')}</p>` }) }
}

/**
 * Renders the page of an opened sign-in link. Only its button spends the link, because mail programs open links to check
 * them.
 */
export function linkPage(
  { key, staff, partner }: { key: string; staff: { name: string }; partner: { name: string } },
  view: View,
): DeskPage {
  const { say } = view
  return {
    title: say('desk_sign_in'),
    main: card({
      body: html`<p>${say('desk_sign_in_as', { name: staff.name, partner: partner.name })}</p>`,
      actions: postForm(view, { action: `/desk/sign-in/${key}`, body: button(say('desk_sign_in_start')) }),
    }),
  }
}
