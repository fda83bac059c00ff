import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordStatements } from './recorded-statements.ts'

// Loaded before a test (node --import). Records the texts of the service's queries in the folder RECORD_QUERIES_IN.
const folder = process.env.RECORD_QUERIES_IN ?? '.'
const texts = recordStatements()
process.on('exit', () => writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify([...texts])))
