export { createDisclosuresRepository, type ListedDisclosure, type Showing } from './disclosures.repository.ts'
export { disclosures, needDisclosures } from './disclosures.table.ts'
export { keepDisclosures } from './keep-disclosures.ts'
export { disclosuresOfPartner } from './partner-rows.ts'
