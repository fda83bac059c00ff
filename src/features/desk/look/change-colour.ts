import type { Context } from '../../../platform/events/index.ts'
import { validationFailed } from '../../../shared/faults.ts'
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
  if (colour === undefined) throw refused('Must be a colour such as #1d5f3f.')
  if (colour && !isReadable(colour))
    throw refused(
      `Is too light to read on a light page. Choose a darker one, such as ${darkerShade(colour)}.`,
    )
  await createPartnersRepository(db).setDeskColour(actor.partnerId, colour)
}

function refused(detail: string) {
  return validationFailed([{ pointer: '/colour', code: 'invalid_value', detail }])
}
