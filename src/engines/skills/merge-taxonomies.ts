import type { SkillEntry } from './skill.ts'
import { labelKey } from './skill-label.ts'

/**
 * Merges curated and imported entries into one taxonomy. An imported skill is merged into another skill if its label
 * is a curated label or alias, or the label of an imported skill with a lower id. The merge adds its URI if there is
 * none yet, its unused aliases, and its relations. Curated labels, aliases and strengths do not change. An alias of
 * two imported skills goes to the lower id. The arguments are not modified.
 */
export function mergeTaxonomies(curated: Iterable<SkillEntry>, imported: Iterable<SkillEntry>): SkillEntry[] {
  const merged = [...curated].map(copyOf)
  const owners = new Map<string, SkillEntry>()
  for (const entry of merged) for (const label of [entry.label, ...entry.aliases]) claim(owners, label, entry)

  const ownerOfId = new Map(merged.map((entry) => [entry.id, entry]))
  const arrivals = [...imported].sort((a, b) => (a.id < b.id ? -1 : 1)).filter(({ id }) => !ownerOfId.has(id))
  for (const entry of arrivals) {
    if (ownerOfId.has(entry.id)) continue
    const owner = owners.get(labelKey(entry.label)) ?? { ...copyOf(entry), aliases: [], related: {} }
    claim(owners, entry.label, owner)
    if (owner.id === entry.id) merged.push(owner)
    owner.uri ??= entry.uri
    ownerOfId.set(entry.id, owner)
  }
  for (const entry of arrivals) lendAliases(entry, ownerOfId.get(entry.id), owners)
  addRelations(merged, arrivals, ownerOfId)
  return merged
}

function lendAliases(
  entry: SkillEntry,
  owner: SkillEntry | undefined,
  owners: Map<string, SkillEntry>,
): void {
  for (const alias of entry.aliases) {
    if (owner && claim(owners, alias, owner)) owner.aliases.push(alias)
  }
}

/** Adds relations. A pair that is already related, from either side, keeps its strength. */
function addRelations(
  merged: readonly SkillEntry[],
  arrivals: readonly SkillEntry[],
  ownerOfId: ReadonlyMap<string, SkillEntry>,
): void {
  const stated = new Set(
    merged.flatMap(({ id, related }) => Object.keys(related).map((to) => pairOf(id, to))),
  )
  for (const entry of arrivals) {
    const owner = ownerOfId.get(entry.id)
    for (const [to, strength] of Object.entries(entry.related)) {
      const other = ownerOfId.get(to)
      if (!owner || !other || owner === other || stated.has(pairOf(owner.id, other.id))) continue
      stated.add(pairOf(owner.id, other.id))
      owner.related[other.id] = strength
    }
  }
}

/** Returns true if the label was free. A label without letters and digits cannot be claimed. */
function claim(owners: Map<string, SkillEntry>, label: string, entry: SkillEntry): boolean {
  const key = labelKey(label)
  if (key === '' || owners.has(key)) return false
  owners.set(key, entry)
  return true
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

function copyOf(entry: SkillEntry): SkillEntry {
  return { ...entry, aliases: [...entry.aliases], related: { ...entry.related } }
}
