import type { DomainError } from '../../../shared/errors.ts'
import { html } from '../../../shared/html.ts'
import { otherFaultText } from '../look/fault-text.ts'
import { bullets, card, linkButton } from '../look/parts.ts'
import { refusalText } from '../look/refusal-text.ts'
import type { DeskPage, View } from '../look/view.ts'

/** Shows what was wrong and what to do, for a request that no form can correct. */
export function refusalPage(refusal: DomainError, view: View, requestId: string): DeskPage {
  const { say } = view
  const faults = [...new Set(refusal.faults.map((fault) => otherFaultText(fault, view)))]
  return {
    title: say('desk_wrong'),
    main: card({
      body: html`<p>${refusalText(refusal, view)}</p>${bullets(faults)}<p class="hint">${say('desk_request', { id: requestId })}</p>`,
      actions: linkButton(
        view.session ? '/desk' : '/desk/sign-in',
        say(view.session ? 'desk_home' : 'desk_sign_in'),
      ),
    }),
  }
}
