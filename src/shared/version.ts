import { readFileSync } from 'node:fs'

const packageFile: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

/** The version of the package. */
export const version =
  packageFile && typeof packageFile === 'object' && 'version' in packageFile
    ? String(packageFile.version)
    : '0'
