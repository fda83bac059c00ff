/** Bodies that are accepted as they stand; a test overrides what it is about. */

export function organizationBody(overrides: Record<string, unknown> = {}) {
  return {
    name: 'Harbor Food Pantry',
    kind: 'nonprofit',
    contact: { name: 'Ada Park', email: 'ada@example.org' },
    location: { country: 'US', region: 'CA', city: 'Oakland', lat: 37.8044, lon: -122.2712 },
    time_zone: 'America/Los_Angeles',
    languages: ['en'],
    causes: ['hunger'],
    ...overrides,
  }
}

export function helperBody(overrides: Record<string, unknown> = {}) {
  return {
    name: 'Lee Moreno',
    kind: 'person',
    contact: { name: 'Lee Moreno', email: 'lee@example.com', phone: '+1 510 555 0142' },
    location: { country: 'US', region: 'CA', city: 'Berkeley', lat: 37.8716, lon: -122.2728 },
    time_zone: 'America/Los_Angeles',
    languages: ['en', 'es'],
    credentials: { age_over_18: { confirmed_on: '2026-01-10' } },
    ...overrides,
  }
}

export function needBody(organizationId: string, overrides: Record<string, unknown> = {}) {
  return {
    organization_id: organizationId,
    title: 'Bring our books up to date',
    description:
      'Set up a monthly routine for our bookkeeping and document it, so that any volunteer can run it.',
    skills: [{ skill: 'bookkeeping', importance: 'must' }],
    accepts: ['volunteer', 'intern', 'barter', 'paid'],
    modality: 'remote',
    hours_per_week: 4,
    ...overrides,
  }
}

export function offerBody(helperId: string, overrides: Record<string, unknown> = {}) {
  return {
    helper_id: helperId,
    kind: 'volunteer',
    title: 'Bookkeeping for nonprofits',
    description: 'Ten years of bookkeeping; I like to leave a routine behind.',
    skills: [{ skill: 'bookkeeping', level: 'expert' }],
    modality: 'remote',
    // Enough for several engagements: what is about hours says its own.
    hours_per_week: 40,
    ...overrides,
  }
}

/** A program under way on any day: students of one that is over match nothing. */
export function programBody(overrides: Record<string, unknown> = {}) {
  return {
    name: 'Spring internships',
    school: 'Lakeside College',
    term: 'Spring 2027',
    contact: { name: 'Internship office', email: 'office@lakeside.example' },
    starts_on: '2026-01-12',
    ends_on: '2126-05-14',
    ...overrides,
  }
}

export function candidateBody(programId: string, overrides: Record<string, unknown> = {}) {
  return {
    program_id: programId,
    name: 'Priya Raman',
    email: 'priya@student.lakeside.example',
    phone: '+1 510 555 0177',
    school_year: 'junior',
    majors: ['Accounting'],
    description: 'I keep the books of two student clubs and want to learn how a small charity does it.',
    skills: [{ skill: 'bookkeeping', level: 'intermediate' }],
    learning_goals: ['grant writing'],
    languages: ['en'],
    time_zone: 'America/Los_Angeles',
    modality: 'remote',
    hours_per_week: 6,
    consent: {
      share_profile: true,
      share_contact: true,
      recorded_at: '2026-11-01T10:00:00Z',
      source: 'Signed form',
    },
    ...overrides,
  }
}
