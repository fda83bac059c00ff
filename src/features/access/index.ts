export { type Access, createAccess } from './access.ts'
export { changePartner, readPartner } from './change-partner.ts'
export type { ClientWithSecrets } from './clients/clients.repository.ts'
export { registerClientsRoutes } from './clients/clients.routes.ts'
export {
  createClient,
  disableClient,
  enableClient,
  listClients,
  MAX_CLIENTS_OF_SANDBOX,
  type NewSecret,
  operatorOf,
  readClient,
  removeClient,
  revokeSecret,
  rotateClientSecret,
} from './clients/clients.ts'
export { clientShown, showClient } from './clients/show-client.ts'
export { createPartner, type NewPartner } from './create-partner.ts'
export { registerOAuthRoutes } from './oauth.routes.ts'
export { registerPartnerRoutes } from './partner.routes.ts'
export { clockOfPartner } from './partner-clock.ts'
export { newPartnerKey, type PartnerKey, readPartnerKey } from './partner-key.ts'
export { requestsOfPartner } from './partner-rows.ts'
export {
  CLIENTS_CHANNEL,
  createPartnersRepository,
  KEYS_CHANNEL,
  type PartnerRow,
} from './partners.repository.ts'
export { partners } from './partners.table.ts'
export { registerRequestsRoutes } from './requests/requests.routes.ts'
export type { RequestRow } from './requests/requests.table.ts'
export { listRequests, removeOldRequests } from './requests/requests.ts'
export { asOperator, rotateSecret } from './rotate-secret.ts'
export { rotateSigningKey } from './rotate-signing-key.ts'
export { type Keys, loadSigningKeys, newSigningKey, resealSigningKeys } from './signing-key.ts'
