import { createPartnersRepository, rotateSigningKey } from '../features/access/index.ts'
import type { CommandDeps } from './database.ts'

export async function printSigningKeys(deps: CommandDeps, options: { json?: boolean }): Promise<void> {
  const rows = await createPartnersRepository(deps.db).signingKeys()
  const shown = rows.map(({ kid, createdAt }) => ({ kid, created_at: createdAt.toISOString() }))
  if (options.json) return deps.printJson(shown)
  if (shown.length === 0) deps.print('No keys yet. The service creates one when it first starts.')
  for (const { kid, created_at } of shown) deps.print(`${kid}  created ${created_at}`)
}

export async function printRotatedKey(deps: CommandDeps, options: { json?: boolean }): Promise<void> {
  const { kid, signsFrom } = await rotateSigningKey({ ...deps, secrets: await deps.openSecrets() })
  if (options.json) return deps.printJson({ kid, signs_from: signsFrom.toISOString() })
  deps.print(
    `Created key ${kid}. It signs from ${signsFrom.toISOString()}. Older keys stay valid for verification.`,
  )
}

export async function printRemovedKey(deps: CommandDeps, kid: string): Promise<void> {
  const removed = await deps.db.transaction((tx) => createPartnersRepository(tx).removeSigningKey(kid))
  if (!removed) throw new Error('no key has this id, or it is the only key: create a new key first')
  deps.print(`Removed key ${kid}. Tokens and badges that it signed are no longer valid.`)
}
