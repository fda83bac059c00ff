import { foldPlace } from './fold-place.ts'
import { REGION_NAMES } from './region-names.ts'

const codeByName: ReadonlyMap<string, string> = new Map(
  Object.entries(REGION_NAMES).flatMap(([country, regions]) =>
    regions.flatMap((region) => {
      const [code = '', ...names] = region.split('|').map(foldRegionName)
      return [code, ...names].map((name) => [`${country} ${name}`, code] as const)
    }),
  ),
)

/**
 * Returns the form in which a region is compared within its country: `Ore.`, `oregon` and `US-OR` become
 * `or`.
 */
export function foldRegion(country: string, name: string): string {
  return knownRegion(country, name) ?? foldRegionName(name)
}

/** Returns the code of a region, or null if its country's list lacks it. */
export function knownRegion(country: string, name: string): string | null {
  const folded = foldRegionName(name)
  const prefix = `${country.toLowerCase()} `
  const plain = folded.startsWith(prefix) ? folded.slice(prefix.length) : folded
  return codeByName.get(`${country} ${folded}`) ?? codeByName.get(`${country} ${plain}`) ?? null
}

const spellingsByName: ReadonlyMap<string, readonly string[]> = readSpellings()

function readSpellings(): Map<string, string[]> {
  const spellings = new Map<string, string[]>()
  for (const region of Object.values(REGION_NAMES).flat()) {
    const all = region.split('|')
    for (const name of new Set(all.map(foldRegionName)))
      spellings.set(name, [...(spellings.get(name) ?? []), ...all])
  }
  return spellings
}

/** Returns all codes and names of the regions with this name, in any country. */
export function regionSpellings(name: string): readonly string[] {
  return spellingsByName.get(foldRegionName(name)) ?? []
}

/** Dots are removed: `N.Y.` becomes `ny`. */
function foldRegionName(name: string): string {
  return foldPlace(name.replaceAll('.', ''))
}
