import type { Context } from '../../../platform/events/index.ts'
import { validationFailed } from '../../../shared/faults.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { createPartnersRepository } from '../../access/index.ts'
import { darkerShade, isReadable, readColour } from './colour.ts'

/**
 * Sets the colour of the desk; null restores the default. Throws `validation_failed` if it is not a colour, or too light to
 * read.
 */
export async function changeDeskColour(
  { db, actor }: Context,
  { colour: given }: { colour: string | null },
): Promise<void> {
  const colour = given === null ? null : readColour(given)
  if (colour === undefined) throw refused(message('fault_of_posting', { what: 'colour' }))
  if (colour && !isReadable(colour))
    throw refused(message('fault_colour_light', { darker: darkerShade(colour) }))
  await createPartnersRepository(db).setDeskColour(actor.partnerId, colour)
}

function refused(said: Message) {
  return validationFailed([{ pointer: '/colour', code: 'invalid_value', messages: [said] }])
}
