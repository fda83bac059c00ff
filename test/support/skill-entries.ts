import type { SkillEntry } from '../../src/engines/skills/skill.ts'

/** A curated entry, or one of the source that its id names. */
export function entry(id: string, label: string, rest: Partial<SkillEntry> = {}): SkillEntry {
  const [prefix] = id.split(':')
  const source = prefix === 'esco' || prefix === 'onet' ? prefix : 'curated'
  return { id, label, category: 'Test', aliases: [], related: {}, source, uri: null, ...rest }
}
