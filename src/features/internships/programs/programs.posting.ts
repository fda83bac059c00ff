import type { Taxonomy } from '../../../engines/skills/index.ts'
import { type PostingDefinition, readDays, showContact, showResource } from '../../postings/index.ts'
import { deriveProgram } from '../candidates/derive.ts'
import { createProgramsRepository } from './programs.repository.ts'
import { type Program, type ProgramInput, programInput } from './programs.schemas.ts'
import type { ProgramRow } from './programs.table.ts'

/** Defines programs as posted resources. Changing a program updates its candidates. */
export function createProgramPosting({
  taxonomy,
}: {
  taxonomy: Taxonomy
}): PostingDefinition<'program', ProgramInput, ProgramRow> {
  return {
    name: 'program',
    prefix: 'program',
    input: programInput,
    createRepository: createProgramsRepository,
    stillInUse: {
      code: 'program_has_candidates',
      detail: 'Delete the candidates and cohorts of this program first.',
    },
    async derive(ctx, rows) {
      for (const row of rows) if (row.version > 1) await deriveProgram(taxonomy, ctx, row)
    },

    columns: (input) => ({
      name: input.name,
      school: input.school,
      term: input.term,
      contact: input.contact,
      startsOn: input.starts_on,
      endsOn: input.ends_on,
      notAvailable: readDays(input.not_available),
      credit: input.credit ?? null,
      hoursRequired: input.hours_required ?? null,
      hoursPerWeek: input.hours_per_week ?? null,
      allowedOrganizationKinds: [...new Set(input.allowed_organization_kinds)],
      paidOnly: input.paid_only,
      stipend: input.stipend ?? null,
      quotas: input.quotas,
      evaluations: input.evaluations,
    }),

    toInput: (row) => ({
      name: row.name,
      school: row.school,
      term: row.term,
      contact: row.contact,
      starts_on: row.startsOn,
      ends_on: row.endsOn,
      not_available: row.notAvailable,
      credit: row.credit ?? undefined,
      hours_required: row.hoursRequired ?? undefined,
      hours_per_week: row.hoursPerWeek ?? undefined,
      allowed_organization_kinds: row.allowedOrganizationKinds,
      paid_only: row.paidOnly,
      stipend: row.stipend ?? undefined,
      quotas: row.quotas,
      evaluations: row.evaluations,
      external_id: row.externalId ?? undefined,
      metadata: row.metadata,
    }),
  }
}

export function showProgram(row: ProgramRow): Program {
  return {
    ...showResource(row),
    name: row.name,
    school: row.school,
    term: row.term,
    contact: showContact(row.contact),
    starts_on: row.startsOn,
    ends_on: row.endsOn,
    not_available: row.notAvailable,
    credit: row.credit && {
      required: row.credit.required,
      credits: row.credit.credits ?? null,
      hours_per_credit: row.credit.hours_per_credit ?? null,
    },
    hours_required: row.hoursRequired,
    hours_per_week: row.hoursPerWeek,
    allowed_organization_kinds: row.allowedOrganizationKinds,
    paid_only: row.paidOnly,
    stipend: row.stipend,
    quotas: {
      placements_per_organization: row.quotas.placements_per_organization ?? null,
    },
    evaluations: row.evaluations,
  }
}
