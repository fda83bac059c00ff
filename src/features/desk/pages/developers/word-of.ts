import type { View } from '../../look/view.ts'

/** Returns a word of the pages for developers. */
export function wordOf({ say }: View, word: Parameters<typeof say<'desk_developer'>>[1]['word']): string {
  return say('desk_developer', { word })
}
