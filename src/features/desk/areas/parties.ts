import type { z } from 'zod'
import type { WriteContext } from '../../../platform/events/index.ts'
import { parseOrThrow } from '../../../shared/faults.ts'
import { type Internships, programInput } from '../../internships/index.ts'
import { helperInput, organizationInput, type Postings } from '../../postings/index.ts'
import type { DeskAction } from '../audit/audit.table.ts'
import type { DeskPages } from '../desk-pages.ts'
import { anyForm, type Sent } from '../forms.ts'
import { bodyOf, readFields } from '../look/form-fields.ts'
import { refusalText } from '../look/refusal-text.ts'
import type { View } from '../look/view.ts'
import { type PartyForm, partyFormPage } from '../pages/parties/party-form-page.ts'
import { helperSections, organizationSections, programSections } from '../pages/parties/party-sections.ts'
import type { Section } from '../pages/postings/form-sections.ts'

export interface PartyVerbs {
  postings: Pick<Postings, 'organizations' | 'helpers'>
  internships: Pick<Internships, 'programs'>
}

interface Declared<I> {
  party: PartyForm['party']
  action: DeskAction
  input: z.ZodType<I>
  sections(view: View): Section[]
  begin(view: View): Sent
  post(ctx: WriteContext, input: I): Promise<{ id: string }>
  /** Where the next step is done. */
  next(id: string): string
}

/** Forms of those whom needs and offers are of, and of programs of students. */
export function addPartyForms(pages: DeskPages, { postings, internships }: PartyVerbs): void {
  addForm(pages, {
    ...{ party: 'organization', action: 'organization_created', input: organizationInput },
    sections: organizationSections,
    begin: ({ language }) => ({ kind: 'small_business', languages: [language] }),
    post: postings.organizations.post,
    next: (id) => `/desk/needs/new?organization_id=${id}`,
  })
  addForm(pages, {
    ...{ party: 'helper', action: 'helper_created', input: helperInput },
    sections: helperSections,
    begin: ({ language }) => ({ kind: 'person', languages: [language] }),
    post: postings.helpers.post,
    next: (id) => `/desk/offers/new?helper_id=${id}`,
  })
  addForm(pages, {
    ...{ party: 'program', action: 'program_created', input: programInput },
    sections: programSections,
    begin: () => ({}),
    post: internships.programs.post,
    next: () => '/desk/imports',
  })
}

function addForm<I>(pages: DeskPages, declared: Declared<I>): void {
  const { party, action, input, sections, begin, post, next } = declared
  const role = 'editor'
  pages.show(`/desk/${party}s/new`, { role }, async (_ctx, { view }) =>
    partyFormPage({ party, sections: sections(view), sent: begin(view) }, view),
  )
  pages.act(
    `/desk/${party}s`,
    {
      ...{ role, action, form: anyForm },
      again: async (_ctx, { view, sent, refusal }) =>
        partyFormPage(
          {
            party,
            sections: sections(view),
            sent,
            faults: refusal.faults,
            refusal: refusalText(refusal, view),
          },
          view,
        ),
    },
    async (ctx, { form: sent, view }) => {
      const fields = sections(view).flatMap((section) => section.fields)
      const { id } = await post(ctx, parseOrThrow(input, bodyOf(readFields(fields, sent))))
      return { subject: id, goTo: next(id) }
    },
  )
}
