import type { Readable } from 'node:stream'
import { message } from '../../../../shared/messages/index.ts'
import { rowMessage } from '../../details.ts'
import type { CountColumns } from '../../rows/double-header.ts'
import { findHeaderRow, HEADER_LINES } from '../../rows/header-search.ts'
import type { CsvRecord } from '../../rows/records.ts'
import { UnreadableFile } from '../../source-row.ts'
import type { StoredFile } from '../stored-file.ts'
import type { Table } from '../table.ts'
import { HiddenRows } from './hidden-parts.ts'
import { findMergedRanges } from './merged-cells.ts'
import { readNumberFormats } from './number-formats.ts'
import { MAX_TEXT_BYTES, readSharedStrings } from './shared-strings.ts'
import { hasCells, sheetRows } from './sheet-rows.ts'
import { parseXml } from './xml.ts'
import { damaged, openZip, type Parts } from './zip.ts'

const MIB = 1024 * 1024
const MAX_INDEX_BYTES = 8 * MIB
const MAX_STYLES_BYTES = 32 * MIB
/** Each shared text is enclosed in tags. */
const MAX_STRINGS_BYTES = 4 * MAX_TEXT_BYTES
/** Sheets that are searched for content. */
const MAX_OTHER_SHEETS = 20
/** 100,000 rows of 100 cells. */
const MAX_SHEET_BYTES = 1024 * MIB

interface Sheet {
  name: string
  /** Name of its relation to its part. */
  relation: string
  isVisible: boolean
}

/**
 * Opens a workbook at a sheet, given by name or by number among the visible sheets. Null opens the first visible sheet that
 * is a table. Throws UnreadableFile.
 */
export async function openWorkbook(
  file: StoredFile,
  { countColumns, sheet: asked }: { countColumns: CountColumns; sheet: string | null },
): Promise<Table> {
  const parts = await openZip(file)
  const path = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.target
  const part = path === undefined ? null : await parts.open(path, MAX_INDEX_BYTES)
  if (path === undefined || !part) throw damaged()
  const { sheets, is1904 } = await readIndex(part)
  const relations = await relationsOf(parts, path)
  const tables = sheets.filter((one) => isTable(one, relations))
  const visible = tables.filter(({ isVisible }) => isVisible)
  const first = sheetOf(tables, visible, asked)
  const openRelated = async (relation: (one: Relation) => boolean, maxBytes: number) => {
    const target = relations.find(relation)?.target
    return target === undefined ? null : await parts.open(target, maxBytes)
  }
  const strings = await readSharedStrings(
    await openRelated(({ type }) => type === 'sharedStrings', MAX_STRINGS_BYTES),
  )
  const styles = await openRelated(({ type }) => type === 'styles', MAX_STYLES_BYTES)
  const showNumber = await readNumberFormats(styles, { is1904 })
  const openSheet = async ({ relation }: Sheet) => {
    const content = await openRelated(({ id }) => id === relation, MAX_SHEET_BYTES)
    if (!content) throw damaged()
    return content
  }
  const openTable = async (one: Sheet): Promise<OpenedSheet> => {
    const merged = await findMergedRanges(await openSheet(one))
    const { rows, hiddenColumns } = sheetRows(await openSheet(one), { strings, showNumber, merged })
    return { sheet: one, hiddenColumns, ...(await headOf(rows, countColumns, one.name)) }
  }
  const chosen =
    asked === null ? await firstTable(visible, { openTable, countColumns }) : await openTable(first)
  const { sheet, header, rest, hiddenColumns } = chosen
  const others = asked === null ? await filledOf(without(tables, sheet), openSheet) : []
  const hiddenRows = new HiddenRows()
  return {
    facts: {
      headerLine: header.line,
      separator: null,
      encoding: null,
      sheets: visible.map(({ name }) => name),
      sheet: sheet.name,
    },
    header,
    records: withoutHidden(rest, hiddenRows),
    sheet: { hiddenColumns, hiddenRows, others },
  }
}

interface OpenedSheet {
  sheet: Sheet
  header: CsvRecord
  rest: AsyncGenerator<CsvRecord[]>
  hiddenColumns: { has(at: number): boolean }
}

/** A cover or a page of instructions has fewer columns. */
const FEWEST_COLUMNS = 2

/**
 * Opens the first sheet whose header names columns; if there is none, the first that can be opened. Throws UnreadableFile.
 */
async function firstTable(
  sheets: readonly Sheet[],
  { openTable, countColumns }: { openTable(sheet: Sheet): Promise<OpenedSheet>; countColumns: CountColumns },
): Promise<OpenedSheet> {
  let instead: OpenedSheet | null = null
  let failure: unknown = damaged()
  for (const [at, sheet] of sheets.slice(0, MAX_OTHER_SHEETS).entries()) {
    try {
      const opened = await openTable(sheet)
      if (countColumns(opened.header.cells) >= FEWEST_COLUMNS) {
        await instead?.rest.return(undefined)
        return opened
      }
      if (instead) await opened.rest.return(undefined)
      else instead = opened
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      if (at === 0) failure = error
    }
  }
  if (instead) return instead
  throw failure
}

/** Tells whether a sheet is a table, since it may also be a chart. */
function isTable({ relation }: Sheet, relations: readonly Relation[]): boolean {
  const type = relations.find(({ id }) => id === relation)?.type
  return type === undefined || type === 'worksheet'
}

function without(sheets: readonly Sheet[], sheet: Sheet): Sheet[] {
  return sheets.filter((one) => one !== sheet)
}

/** Returns the sheets that have content, of the first `MAX_OTHER_SHEETS`. */
async function filledOf(
  sheets: readonly Sheet[],
  open: (sheet: Sheet) => Promise<AsyncIterable<Buffer>>,
): Promise<Sheet[]> {
  const filled: Sheet[] = []
  for (const sheet of sheets.slice(0, MAX_OTHER_SHEETS))
    if (await hasCells(await open(sheet))) filled.push(sheet)
  return filled
}

async function* withoutHidden(
  source: AsyncGenerator<CsvRecord[]>,
  hidden: HiddenRows,
): AsyncGenerator<CsvRecord[]> {
  for await (const records of source) {
    for (const { line, isHidden } of records) if (isHidden) hidden.add(line)
    yield records.filter(({ isHidden }) => !isHidden)
  }
}

async function headOf(rows: AsyncGenerator<CsvRecord[]>, countColumns: CountColumns, sheet: string) {
  const first = await firstRows(rows)
  const found = await findHeaderRow(first, countColumns)
  if (found) return { header: found.header, rest: concat(found.rest, rows) }
  await rows.return(undefined)
  throw new UnreadableFile('file_empty', message('import_sheet_empty', { sheet }))
}

async function firstRows(rows: AsyncGenerator<CsvRecord[]>): Promise<CsvRecord[]> {
  const first: CsvRecord[] = []
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    first.push(...next.value)
    if ((first.at(-1)?.line ?? 0) > HEADER_LINES) break
  }
  return first
}

async function* concat(first: CsvRecord[], rest: AsyncGenerator<CsvRecord[]>): AsyncGenerator<CsvRecord[]> {
  try {
    yield first
    yield* rest
  } finally {
    // A caller that needs only the first rows stops before the rest is read.
    await rest.return(undefined)
  }
}

function sheetOf(sheets: readonly Sheet[], visible: readonly Sheet[], asked: string | null): Sheet {
  const named = asked === null ? visible[0] : sheets.find(({ name }) => sameName(name, asked))
  const numbered = asked !== null && /^\d{1,4}$/.test(asked) ? visible[Number(asked) - 1] : undefined
  const sheet = named ?? numbered
  if (sheet) return sheet
  const names = visible.slice(0, 50).map(({ name }) => name)
  throw new UnreadableFile(
    'sheet_not_found',
    asked === null
      ? rowMessage('no_visible_sheet')
      : message('import_sheet_unknown', { sheet: asked, sheets: names }),
  )
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

async function readIndex(part: Readable): Promise<{ sheets: Sheet[]; is1904: boolean }> {
  const sheets: Sheet[] = []
  let is1904 = false
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
    if (name !== 'sheet') return
    const relation = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? ''
    sheets.push({ name: attributes.name ?? '', relation, isVisible: !/hidden/i.test(attributes.state ?? '') })
  }
  for await (const _ of parseXml(part, { open, close: () => {} }));
  return { sheets, is1904 }
}

interface Relation {
  id: string
  /** Last word of its address: `worksheet`. */
  type: string
  /** Name of the part. */
  target: string
}

/** Reads the relations of a part to other parts. The name '' is the package itself. */
async function relationsOf(parts: Parts, name: string): Promise<Relation[]> {
  const slash = name.lastIndexOf('/') + 1
  const folder = name.slice(0, slash)
  const part = await parts.open(`${folder}_rels/${name.slice(slash)}.rels`, MAX_INDEX_BYTES)
  if (!part) return []
  const relations: Relation[] = []
  const open = (tag: string, { Id = '', Type = '', Target = '' }: Readonly<Record<string, string>>) => {
    if (tag !== 'Relationship') return
    relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(folder, Target) })
  }
  for await (const _ of parseXml(part, { open, close: () => {} }));
  return relations
}

/** Resolves the name of a part. It is looked up only among the parts, so a path can't lead out of the workbook. */
function resolved(folder: string, target: string): string {
  return new URL(target, `file:///${folder}`).pathname.slice(1)
}
