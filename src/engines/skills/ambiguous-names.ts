import { rootOf } from './word-forms.ts'

/** Names of tools and skills that are ordinary words too. Alone, they count as names only where they are capitalized. */
const AMBIGUOUS = `access assembly basic bench box buffer c canvas chef clay d drift drive edge excel express fathom flow front
  go grain harvest hive indeed insight julia later lean less linear link loom loop make maya meet meta monday
  motion nest notion numbers office outlook pages paint pipe pitch play processing project publisher pump puppet
  push r rails react reason resolve ring ruby run rust sage scratch set shell sketch slack slate spark spring
  square stripe surfer sway swift table teams term transistor unity vault wave word workspace zoom`

const ROOTS: ReadonlySet<string> = new Set(AMBIGUOUS.split(/\s+/).map(rootOf))

/** Whether a root (see `rootOf`) is a name that needs more evidence than the word itself. */
export function isAmbiguousName(root: string): boolean {
  return ROOTS.has(root)
}
