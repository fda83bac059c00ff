export { createDisclosuresRepository, type ListedDisclosure } from './disclosures.repository.ts'
export { disclosures } from './disclosures.table.ts'
export { disclosuresOfPartner } from './partner-rows.ts'
