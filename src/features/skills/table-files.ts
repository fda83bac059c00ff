import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import { TaxonomyError } from '../../engines/skills/index.ts'

export type Row = Readonly<Record<string, string | undefined>>

/** `csv`: RFC 4180 with commas and quotes. `tsv`: tabs; quotes are ordinary characters. */
export type TableFormat = 'csv' | 'tsv'

/**
 * Streams the rows of a table with a header line.
 * @throws TaxonomyError with a one-line message that names the file, if a column is missing or the file is not a table
 */
export async function* readTable(
  path: string,
  format: TableFormat,
  columns: readonly string[],
): AsyncIterable<Row> {
  let hasHeader = false
  const checkHeader = (header: string[]) => {
    hasHeader = true
    const missing = columns.filter((column) => !header.includes(column))
    if (missing.length > 0) throw new TaxonomyError(`${basename(path)}: no column ${missing.join(', ')}`)
    return header
  }
  const parser = parse({
    columns: checkHeader,
    bom: true,
    skip_empty_lines: true,
    relax_column_count_less: true,
    ...(format === 'tsv' ? { delimiter: '\t', quote: false } : {}),
  })
  // A failure of the stream or the parser reaches the loop below through the parser.
  pipeline(createReadStream(path), parser, () => {})
  try {
    for await (const row of parser) yield row
  } catch (error) {
    if (error instanceof TaxonomyError) throw error
    const [firstLine] = String(error instanceof Error ? error.message : error).split('\n')
    throw new TaxonomyError(`${basename(path)}: ${firstLine}`)
  }
  if (!hasHeader) throw new TaxonomyError(`${basename(path)}: the file is empty`)
}

/** @throws TaxonomyError if the folder cannot be read */
export async function filesOf(dir: string): Promise<string[]> {
  try {
    return (await readdir(dir)).sort()
  } catch {
    throw new TaxonomyError(`cannot read the folder ${dir}`)
  }
}
