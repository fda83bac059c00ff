import { readFileSync } from 'node:fs'
import type { Examples } from '../../platform/http/index.ts'

/** Requests and responses of one story. `npm run examples` writes them, and a test replays the story. */
export const EXAMPLES_FILE = new URL('examples.json', import.meta.url)
export const examples: Examples = JSON.parse(readFileSync(EXAMPLES_FILE, 'utf8'))
