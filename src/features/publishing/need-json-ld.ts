import type { DefinedTerm, Demand, JobPosting, Organization, Place, WithContext } from 'schema-dts'
import { fractionDigits } from '../../shared/currency.ts'
import type { NeedFace } from '../matches/index.ts'
import { htmlOf } from './html.ts'
import { requirementText } from './requirement-text.ts'

/** A need to be told of in the vocabulary of schema.org. */
export interface ToldNeed {
  face: NeedFace
  isOpen: boolean
  /** Names it, whether or not anybody can read it there. */
  iri: string
  /** Where anybody can read it. */
  url?: string
  /** The organization, for readers who may see it. */
  organization?: Exclude<Organization, string>
  skillUri(skill: string): string | null
}

const EMPLOYMENT_TYPES = { paid: 'CONTRACTOR', intern: 'INTERN', volunteer: 'VOLUNTEER', barter: 'OTHER' }
/** Fewer hours a week than these are part time to the US Bureau of Labor Statistics. */
const FULL_TIME_HOURS = 35
const ESCO = 'http://data.europa.eu/esco/'

/**
 * A need as JSON-LD: a JobPosting (https://schema.org/JobPosting, with what Google asks of one) where it takes paid help or
 * interns, else a Demand (https://schema.org/Demand).
 */
export function needJsonLd(need: ToldNeed): WithContext<JobPosting> | WithContext<Demand> {
  const isJob = need.face.accepts.some((kind) => kind === 'paid' || kind === 'intern')
  return isJob ? jobPosting(need) : demand(need)
}

function jobPosting(need: ToldNeed): WithContext<JobPosting> {
  const { face, organization } = need
  const hours = face.hours_per_week
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    ...identity(need),
    title: face.title,
    description: htmlOf(face.description),
    datePosted: face.posted_at,
    ...(face.deadline_at !== null && { validThrough: face.deadline_at }),
    employmentType: [
      ...face.accepts.map((kind) => EMPLOYMENT_TYPES[kind]),
      ...(hours === null ? [] : [hours < FULL_TIME_HOURS ? 'PART_TIME' : 'FULL_TIME']),
    ],
    ...(hours !== null && { workHours: `${hours} hours a week` }),
    ...(face.starts_on !== null && { jobStartDate: face.starts_on }),
    totalJobOpenings: need.isOpen ? face.positions : 0,
    // Google's word for who is not named.
    hiringOrganization: organization ?? 'confidential',
    ...jobPlace(face),
    ...(face.skills.length > 0 && { skills: termsOf(face.skills, need.skillUri) }),
    ...(face.requires.length > 0 && { qualifications: face.requires.map(requirementText) }),
    ...(face.gives.length > 0 && { jobBenefits: inReturn(face) }),
    ...(face.budget && { baseSalary: salary(face.budget) }),
    // It can be read here, and answered only where it was posted.
    ...(need.url !== undefined && { directApply: false }),
  }
}

function demand(need: ToldNeed): WithContext<Demand> {
  const { face, organization } = need
  const place = placeOf(face)
  return {
    '@context': 'https://schema.org',
    '@type': 'Demand',
    ...identity(need),
    name: face.title,
    description: htmlOf(face.description),
    businessFunction: { '@id': 'http://purl.org/goodrelations/v1#ProvideService' },
    validFrom: face.posted_at,
    ...(face.deadline_at !== null && { validThrough: face.deadline_at }),
    ...(face.starts_on !== null && { availabilityStarts: face.starts_on }),
    ...(face.ends_on !== null && { availabilityEnds: face.ends_on }),
    ...(!need.isOpen && { availability: 'https://schema.org/Discontinued' }),
    eligibleQuantity: { '@type': 'QuantitativeValue', value: face.positions },
    ...(place && { areaServed: place }),
    ...(face.accepts.includes('volunteer') && {
      priceSpecification: { '@type': 'PriceSpecification', price: 0 },
    }),
    ...(face.accepts.includes('barter') &&
      face.gives.length > 0 && { acceptedPaymentMethod: inReturn(face) }),
    itemOffered: {
      '@type': 'Service',
      name: face.title,
      ...(face.skills.length > 0 && { category: termsOf(face.skills, need.skillUri) }),
    },
    // schema.org states the demand from the side of the seeker.
    ...(organization && { '@reverse': { seeks: organization } }),
  }
}

function identity({ face, iri, url }: ToldNeed) {
  return {
    '@id': iri,
    ...(url !== undefined && { url }),
    identifier: { '@type': 'PropertyValue', name: 'Smartsource', value: face.id } as const,
  }
}

/** Google takes as TELECOMMUTE only what is remote all of the time. */
function jobPlace(face: NeedFace) {
  if (face.modality !== 'remote') {
    const place = placeOf(face)
    return place ? { jobLocation: place } : {}
  }
  const country = face.place?.country
  return {
    jobLocationType: 'TELECOMMUTE',
    ...(country && { applicantLocationRequirements: { '@type': 'Country', name: country } as const }),
  }
}

function placeOf({ place }: NeedFace): Place | null {
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

function termsOf(skills: NeedFace['skills'], skillUri: ToldNeed['skillUri']): DefinedTerm[] {
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

function inReturn({ gives }: NeedFace): string {
  return `In return: ${gives.map(({ skill }) => skill).join(', ')}`
}

/** Units are those that Google knows, and PROJECT where the budget is for all of it. */
function salary({ amount_minor, currency, unit }: NonNullable<NeedFace['budget']>) {
  const value = amount_minor / 10 ** fractionDigits(currency)
  return {
    '@type': 'MonetaryAmount',
    currency,
    value: { '@type': 'QuantitativeValue', value, unitText: unit.toUpperCase() },
  } as const
}
