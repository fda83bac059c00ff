export { createDisclosuresRepository, type ListedDisclosure } from './disclosures.repository.ts'
export { type DisclosureRow, disclosures } from './disclosures.table.ts'
