import type { Command } from 'commander'
import { createClient } from 'smartsource/client'
import type { Id } from '../shared/ids.ts'
import { idReader } from './arguments.ts'
import { askService, clientSecretOf, requireOk, serviceUrl } from './ask-service.ts'
import type { Terminal } from './terminal.ts'

interface RemoveOptions {
  url: string
  clientId: string
}

/** Adds commands for the placements of a partner, over the API. */
export function addPlacementCommands(placements: Command, { env, print }: Terminal): void {
  placements
    .command('remove')
    .description('remove a draft placement; a published one is kept, and says what to do instead')
    .argument('<id>', 'placement id', idReader('placement'))
    .addOption(serviceUrl())
    .requiredOption(
      '--client-id <id>',
      'client id; the secret is read from SMARTSOURCE_CLIENT_SECRET',
      idReader('client'),
    )
    .action(async (id: Id<'placement'>, { url, clientId }: RemoveOptions, command: Command) => {
      const api = createClient({ url, clientId, clientSecret: clientSecretOf(env, command) })
      await askService(url, async () =>
        requireOk(await api.fetch(`/v1/placements/${id}`, { method: 'DELETE' })),
      )
      print(`Deleted the draft ${id}.`)
    })
}
