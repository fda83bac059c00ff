import type { Command } from 'commander'
import { createClient, type ItemOf, orThrow } from 'smartsource/client'
import type { Id } from '../shared/ids.ts'
import { askService, clientSecretOf } from './ask-service.ts'
import type { Output, Terminal } from './terminal.ts'

export interface UndoOptions {
  url: string
  clientId?: string
  json?: boolean
}

/** Undoes an import in a running service and prints the records that were not restored. */
export async function undoImport(
  { env, ...output }: Terminal,
  { url, clientId: given, json }: UndoOptions,
  { id, command }: { id: Id<'import'>; command: Command },
): Promise<void> {
  const clientId = given ?? command.error("error: required option '--client-id <id>' not specified")
  const api = createClient({ url, clientId, clientSecret: clientSecretOf(env, command) })
  const path = { id }
  const shown = await askService(url, async () =>
    orThrow(await api.POST('/v1/imports/{id}/undo', { params: { path } })),
  )
  if (json) output.printJson(shown)
  else printUndone(output, shown)
}

function printUndone({ print }: Output, { id, kept }: ItemOf<'/v1/imports'>): void {
  print(`Undid ${id}.`)
  if (kept === null) return
  print(`${kept.count} ${kept.count === 1 ? 'record stays' : 'records stay'} as the import has left them:`)
  for (const one of kept.named) print(`${one.id}: ${one.detail}`)
  const more = kept.count - kept.named.length
  if (more > 0) print(`… and ${more} more.`)
}
