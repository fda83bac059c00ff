export { createDisclosuresRepository, type ListedDisclosure } from './disclosures.repository.ts'
export { disclosuresOfPartner } from './partner-rows.ts'
