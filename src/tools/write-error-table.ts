import { readFileSync, writeFileSync } from 'node:fs'
import { errorTable } from '../platform/http/index.ts'

// Writes the table of error codes into the guide of conventions, from the words of the error pages.
const file = new URL('../../docs/guides/conventions.md', import.meta.url)
const [before = ''] = readFileSync(file, 'utf8').split(/(?<=## Error codes\n\n[^|]*)\|/)
writeFileSync(file, before + errorTable())
