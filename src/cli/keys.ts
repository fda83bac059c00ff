import { createPartnersRepository, rotateSigningKey } from '../features/access/index.ts'
import type { CommandDeps } from './database.ts'

export async function printSigningKeys(deps: CommandDeps, options: { json?: boolean }): Promise<void> {
  const rows = await createPartnersRepository(deps.db).signingKeys()
  const shown = rows.map(({ kid, createdAt }) => ({ kid, created_at: createdAt.toISOString() }))
  if (options.json) return deps.printJson(shown)
  if (shown.length === 0) deps.print('No keys yet: the first start of the service makes one.')
  for (const { kid, created_at } of shown) deps.print(`${kid}  made ${created_at}`)
}

export async function printRotatedKey(deps: CommandDeps, options: { json?: boolean }): Promise<void> {
  const { kid, signsFrom } = await rotateSigningKey(deps)
  if (options.json) return deps.printJson({ kid, signs_from: signsFrom.toISOString() })
  deps.print(`Made the key ${kid}. It signs from ${signsFrom.toISOString()}; the old ones go on verifying.`)
}

export async function printRemovedKey(deps: CommandDeps, kid: string): Promise<void> {
  const removed = await deps.db.transaction((tx) => createPartnersRepository(tx).removeSigningKey(kid))
  if (!removed) throw new Error('there is no such key, or no other one: make a new one first')
  deps.print(`Removed ${kid}. Tokens and badges that it signed verify no more.`)
}
