import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SecretsKeyError, type SecretsKeys } from './secret-box.ts'

const FILE = 'secrets.key'

/**
 * Returns the configured keys, or else the key in the data folder. Creates that key, readable only by its
 * owner, at the first start.
 */
export async function loadSecretsKeys(options: {
  configured: SecretsKeys | undefined
  dataDir: string
}): Promise<SecretsKeys> {
  if (options.configured) return options.configured
  const file = join(options.dataDir, FILE)
  return [(await readKey(file)) ?? (await createKey(options.dataDir, file))]
}

async function readKey(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new SecretsKeyError(
      `The key in ${file} can't be read: run as the user it belongs to, or set SECRETS_KEY`,
    )
  }
}

/**
 * A hard link appears completely or not at all, so if two processes start at once, both use the first one's
 * key.
 */
async function createKey(dataDir: string, file: string): Promise<string> {
  await mkdir(dataDir, { recursive: true })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } catch {
    throw new SecretsKeyError(`No right to create ${file}: choose another DATA_DIR, or set SECRETS_KEY`)
  } finally {
    await rm(draft, { force: true })
  }
  const key = await readKey(file)
  if (key === null) throw new SecretsKeyError(`${file} was removed while the service started: start it again`)
  return key
}
