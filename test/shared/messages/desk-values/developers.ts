import { type DeveloperMessages, developerWords } from '../../../../src/shared/messages/desk/developers.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const developers: ValuesOf<DeveloperMessages> = {
  desk_developer: developerWords.map((word) => ({ word })),
  desk_access: [{ role: 'viewer' }, { role: 'editor' }, { role: 'admin' }],
  desk_delivery_status: [{ status: 'pending' }, { status: 'delivered' }, { status: 'failed' }],
}
