import { crc32, deflateRawSync } from 'node:zlib'

const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)

/** A ZIP archive of these parts. `claims` are sizes that its directory states in place of the true ones. */
export function zipOf(
  parts: Readonly<Record<string, string>>,
  claims: Readonly<Record<string, number>> = {},
): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const data = Buffer.from(text)
    const packed = deflateRawSync(data)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims[name] ?? data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, place, Buffer.from(name))
    files.push(file)
    offset += file.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, list, end])
}

/** The XML of rows, of which those of these numbers are hidden. */
export function hideRows(xml: string, numbers: readonly number[]): string {
  return numbers.reduce((text, one) => text.replace(`<row r="${one}">`, `<row r="${one}" hidden="1">`), xml)
}

/** XML of cells by their reference: a text, or the XML of a cell. */
export type SheetRow = readonly (string | { xml: string })[]

export function rowsXml(rows: readonly SheetRow[], firstRow = 1): string {
  return rows
    .map((cells, at) => {
      const number = firstRow + at
      const xml = cells.map((cell) =>
        typeof cell === 'string' ? `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>` : cell.xml,
      )
      return `<row r="${number}">${xml.join('')}</row>`
    })
    .join('')
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export interface SheetGiven {
  name: string
  rows: string
  state?: string
  /** Numbers of hidden columns, from 1. */
  hiddenColumns?: readonly number[]
  /** References such as `A1:B1`. */
  merged?: readonly string[]
}

/** The parts of a workbook of these sheets, named `xl/worksheets/sheet1.xml` and so on. */
export function workbookParts({
  sheets,
  strings = '',
  styles = '',
  is1904 = false,
}: {
  sheets: readonly SheetGiven[]
  strings?: string
  styles?: string
  is1904?: boolean
}): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  return {
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="s${at}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
      .join(
        '',
      )}${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, hiddenColumns = [], merged = [] }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><cols>${hiddenColumns.map((one) => `<col min="${one}" max="${one}" width="9" hidden="1"/>`).join('')}</cols><sheetData>${rows}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
      ]),
    ),
  }
}
