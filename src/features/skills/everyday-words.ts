import { readFileSync } from 'node:fs'
import type { SameMeaning } from '../../engines/skills/index.ts'

/** Reads `everyday-words.txt`: one row for each meaning, with the words of each language. */
export function readEverydayWords(): SameMeaning[] {
  const lines = readFileSync(new URL('./everyday-words.txt', import.meta.url), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('|').map(wordsIn))
}

function wordsIn(cell: string): string[] {
  return cell
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
