import type { Skill, Taxonomy } from '../../engines/skills/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { notFound } from '../../shared/errors.ts'
import { forEachSliced, runSliced } from '../../shared/sliced-work.ts'

import { createDirectory, type TaxonomyDirectory } from './taxonomy-directory.ts'

type ResolvedLabel = ReturnType<Taxonomy['resolve']>
type ResolvedSentence = ReturnType<Taxonomy['resolveSentence']>

export type SkillWithRelated = Omit<Skill, 'related'> & {
  related: { id: string; label: string; strength: number }[]
}

export type Skills = ReturnType<typeof createSkills>

/** Creates the operations on the skill catalogue. All partners share it. */
export function createSkills({ taxonomy }: { taxonomy: Taxonomy }) {
  const readDirectory = createDirectory(taxonomy)
  return {
    /** Returns all skills, to browse and to download. */
    directory: (_ctx: Context): Promise<TaxonomyDirectory> => readDirectory(),

    /** Returns skills with a name that begins with `q`. */
    search: async (_ctx: Context, { q, limit }: { q: string; limit: number }): Promise<Skill[]> =>
      taxonomy.search(q, limit),

    /** Returns a skill with its related skills. Throws `skill_not_found`. */
    async get(_ctx: Context, { id }: { id: string }): Promise<SkillWithRelated> {
      const skill = taxonomy.get(id)
      if (!skill) throw notFound('skill')
      const related = skill.related.map(({ id: other, strength }) => ({
        id: other,
        label: taxonomy.get(other)?.label ?? other,
        strength,
      }))
      return { ...skill, related }
    },

    /**
     * Finds the skills that labels and sentences name. Returns one result for each text: labels first, then sentences.
     */
    async resolve(
      _ctx: Context,
      { labels = [], sentences = [] }: { labels?: string[] | undefined; sentences?: string[] | undefined },
    ): Promise<(ResolvedLabel | ResolvedSentence)[]> {
      const resolved: (ResolvedLabel | ResolvedSentence)[] = []
      await forEachSliced(labels, (label) => resolved.push(taxonomy.resolve(label)))
      for (const sentence of sentences)
        resolved.push(await runSliced(taxonomy.resolveSentenceInSteps(sentence)))
      return resolved
    },
  }
}
