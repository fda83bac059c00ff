/** Languages that the service understands. */
export const LANGUAGES = ['english', 'spanish', 'french', 'german', 'portuguese'] as const
export type Language = (typeof LANGUAGES)[number]

const TAGS: ReadonlyMap<string, Language> = new Map([
  ['en', 'english'],
  ['es', 'spanish'],
  ['fr', 'french'],
  ['de', 'german'],
  ['pt', 'portuguese'],
])

/** Returns the language of a tag such as `es` or `es-MX`. */
export function languageOfTag(tag: string): Language | undefined {
  return TAGS.get(tag.slice(0, 2).toLowerCase())
}
