import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

export const importedSkills = pgTable(
  'imported_skills',
  {
    source: text().$type<'esco' | 'onet'>().notNull(),
    id: text().notNull(),
    label: text().notNull(),
    category: text().notNull(),
    aliases: text().array().notNull(),
    related: jsonb().$type<Record<string, number>>().notNull(),
    uri: text(),
  },
  (table) => [primaryKey({ columns: [table.source, table.id] })],
)
