import type { Queryable } from '../../platform/db/index.ts'
import {
  type HelperId,
  type OrganizationId,
  type PartnerId,
  type ProgramId,
  sameNumber,
} from '../../shared/ids.ts'
import { createProgramsRepository } from '../internships/index.ts'
import {
  createHelpersRepository,
  createMergedRecordsRepository,
  createOrganizationsRepository,
  type HelperRow,
  shownName,
} from '../postings/index.ts'

/** Whose check-ins a calendar shows. */
export type Subject =
  | { kind: 'partner' }
  | { kind: 'organization'; id: OrganizationId }
  | { kind: 'helper'; id: HelperId }
  | { kind: 'program'; id: ProgramId }

/**
 * Finds the subject of a calendar, with a name for the calendar. A merged record resolves to the kept one. Undefined if this
 * partner has no such record.
 */
export async function findSubject(
  db: Queryable,
  partnerId: PartnerId,
  subject: Subject,
): Promise<{ subject: Subject; name: string } | undefined> {
  switch (subject.kind) {
    case 'partner':
      return { subject, name: 'Check-ins' }
    case 'organization':
      return findOrganization(db, partnerId, subject.id)
    case 'helper':
      return findHelper(db, partnerId, subject.id)
    case 'program': {
      const program = await createProgramsRepository(db).find(partnerId, subject.id)
      return program && { subject, name: named(program.name) }
    }
  }
}

async function findOrganization(db: Queryable, partnerId: PartnerId, asked: OrganizationId) {
  const merged = await createMergedRecordsRepository(db, 'organization').find(partnerId, asked)
  const id = merged ? sameNumber('org', merged.intoId) : asked
  const organization = await createOrganizationsRepository(db).find(partnerId, id)
  return organization && { subject: { kind: 'organization', id } as const, name: named(organization.name) }
}

async function findHelper(db: Queryable, partnerId: PartnerId, asked: HelperId) {
  const merged =
    (await createMergedRecordsRepository(db, 'helper').find(partnerId, asked)) ??
    (await createMergedRecordsRepository(db, 'candidate').find(partnerId, sameNumber('candidate', asked)))
  const id = merged ? sameNumber('helper', merged.intoId) : asked
  const helper = await createHelpersRepository(db).find(partnerId, id)
  return helper && { subject: { kind: 'helper', id } as const, name: named(firstName(helper)) }
}

/** Returns how a calendar names a helper: a person by first name. */
export function firstName(helper: Pick<HelperRow, 'name' | 'preferredName' | 'kind'>): string {
  const name = shownName(helper)
  return helper.kind === 'person' ? (name.trim().split(/\s+/)[0] ?? name) : name
}

function named(name: string): string {
  return `Check-ins of ${name}`
}
