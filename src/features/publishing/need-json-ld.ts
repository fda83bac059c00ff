import type { DefinedTerm, Demand, JobPosting, Organization, Place, WithContext } from 'schema-dts'
import { fractionDigits } from '../../shared/currency.ts'
import type { PublishedNeedView } from '../postings/index.ts'
import { htmlOf } from './html.ts'
import { requirementText } from './requirement-text.ts'

/** A need to be described in the vocabulary of schema.org. */
export interface PublishedNeed {
  view: PublishedNeedView
  isOpen: boolean
  /** Identifies the need, whether or not anybody can read it at this address. */
  iri: string
  /** Address at which anybody can read it. */
  url?: string
  /** The organization, for readers who may see it. */
  organization?: Exclude<Organization, string>
  skillUri(skill: string): string | null
}

const EMPLOYMENT_TYPES = { paid: 'CONTRACTOR', intern: 'INTERN', volunteer: 'VOLUNTEER', barter: 'OTHER' }
/** Fewer weekly hours count as part time at the US Bureau of Labor Statistics. */
const FULL_TIME_HOURS = 35
const ESCO = 'http://data.europa.eu/esco/'

/**
 * Describes a need in JSON-LD: a JobPosting (https://schema.org/JobPosting, with what Google requires) if it accepts paid
 * help or interns, otherwise a Demand (https://schema.org/Demand).
 */
export function needJsonLd(need: PublishedNeed): WithContext<JobPosting> | WithContext<Demand> {
  const isJob = need.view.accepts.some((kind) => kind === 'paid' || kind === 'intern')
  return isJob ? jobPosting(need) : demandOf(need)
}

function jobPosting(need: PublishedNeed): WithContext<JobPosting> {
  const { view, organization } = need
  const hours = view.hours_per_week
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    ...identity(need),
    title: view.title,
    description: htmlOf(view.description),
    datePosted: view.posted_at,
    ...(view.deadline_at !== null && { validThrough: view.deadline_at }),
    employmentType: [
      ...view.accepts.map((kind) => EMPLOYMENT_TYPES[kind]),
      ...(hours === null ? [] : [hours < FULL_TIME_HOURS ? 'PART_TIME' : 'FULL_TIME']),
    ],
    ...(hours !== null && { workHours: `${hours} hours a week` }),
    ...(view.starts_on !== null && { jobStartDate: view.starts_on }),
    totalJobOpenings: need.isOpen ? view.positions : 0,
    // Google's word for an unnamed organization.
    hiringOrganization: organization ?? 'confidential',
    ...jobPlace(view),
    ...(view.skills.length > 0 && { skills: termsOf(view.skills, need.skillUri) }),
    ...(view.requires.length > 0 && { qualifications: view.requires.map(requirementText) }),
    ...(view.gives.length > 0 && { jobBenefits: inReturn(view) }),
    ...(view.budget && { baseSalary: salary(view.budget) }),
    // It can be read here, but answered only where it was posted.
    ...(need.url !== undefined && { directApply: false }),
  }
}

function demandOf(need: PublishedNeed): WithContext<Demand> {
  const { view, organization } = need
  const place = placeOf(view)
  return {
    '@context': 'https://schema.org',
    '@type': 'Demand',
    ...identity(need),
    name: view.title,
    description: htmlOf(view.description),
    businessFunction: { '@id': 'http://purl.org/goodrelations/v1#ProvideService' },
    validFrom: view.posted_at,
    ...(view.deadline_at !== null && { validThrough: view.deadline_at }),
    ...(view.starts_on !== null && { availabilityStarts: view.starts_on }),
    ...(view.ends_on !== null && { availabilityEnds: view.ends_on }),
    ...(!need.isOpen && { availability: 'https://schema.org/Discontinued' }),
    eligibleQuantity: { '@type': 'QuantitativeValue', value: view.positions },
    ...(place && { areaServed: place }),
    ...(view.accepts.includes('volunteer') && {
      priceSpecification: { '@type': 'PriceSpecification', price: 0 },
    }),
    ...(view.accepts.includes('barter') &&
      view.gives.length > 0 && { acceptedPaymentMethod: inReturn(view) }),
    itemOffered: {
      '@type': 'Service',
      name: view.title,
      ...(view.skills.length > 0 && { category: termsOf(view.skills, need.skillUri) }),
    },
    // schema.org states a demand from the seeker's side.
    ...(organization && { '@reverse': { seeks: organization } }),
  }
}

function identity({ view, iri, url }: PublishedNeed) {
  return {
    '@id': iri,
    ...(url !== undefined && { url }),
    identifier: { '@type': 'PropertyValue', name: 'Smartsource', value: view.id } as const,
  }
}

/** Returns where the job is done. Google accepts TELECOMMUTE only for work that is always remote. */
function jobPlace(view: PublishedNeedView) {
  if (view.modality !== 'remote') {
    const place = placeOf(view)
    return place ? { jobLocation: place } : {}
  }
  const country = view.place?.country
  return {
    jobLocationType: 'TELECOMMUTE',
    ...(country && { applicantLocationRequirements: { '@type': 'Country', name: country } as const }),
  }
}

function placeOf({ place }: PublishedNeedView): Place | null {
  if (!place) return null
  return {
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
      addressCountry: place.country,
      ...(place.region !== null && { addressRegion: place.region }),
      ...(place.city !== null && { addressLocality: place.city }),
    },
  }
}

function termsOf(skills: PublishedNeedView['skills'], skillUri: PublishedNeed['skillUri']): DefinedTerm[] {
  return skills.map(({ skill, resolved }) => {
    const uri = resolved.skill && skillUri(resolved.skill.id)
    return {
      '@type': 'DefinedTerm',
      ...(uri && { '@id': uri, url: uri }),
      name: resolved.skill?.label ?? skill,
      ...(uri?.startsWith(ESCO) && { inDefinedTermSet: `${ESCO}concept-scheme/skills` }),
    }
  })
}

function inReturn({ gives }: PublishedNeedView): string {
  return `In return: ${gives.map(({ skill }) => skill).join(', ')}`
}

/** Uses the units that Google knows, and PROJECT if the budget is for the whole work. */
function salary({ amount_minor, currency, unit }: NonNullable<PublishedNeedView['budget']>) {
  const value = amount_minor / 10 ** fractionDigits(currency)
  return {
    '@type': 'MonetaryAmount',
    currency,
    value: { '@type': 'QuantitativeValue', value, unitText: unit.toUpperCase() },
  } as const
}
