export { createDisclosuresRepository, type ListedDisclosure } from './disclosures.repository.ts'
