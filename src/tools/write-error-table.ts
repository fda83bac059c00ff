import { readFileSync, writeFileSync } from 'node:fs'
import { errorTable } from '../platform/http/index.ts'

// Writes the table of error codes into the guide of conventions, from the texts of the error pages.
const file = new URL('../../docs/guides/conventions.md', import.meta.url)
const guide = readFileSync(file, 'utf8')
const table = guide.indexOf('|', guide.indexOf('## Error codes'))
writeFileSync(file, guide.slice(0, table) + errorTable())
