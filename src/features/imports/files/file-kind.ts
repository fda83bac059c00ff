import { DomainError } from '../../../shared/errors.ts'
import { UnreadableFile } from '../source-row.ts'
import type { StoredFile } from './stored-file.ts'
import { openZip } from './workbook/zip.ts'

const HEAD_BYTES = 4096
const AS_TABLE = 'Save the table as .xlsx or as CSV UTF-8 and try again.'

/** First bytes of files that are neither text nor a supported workbook. */
const KINDS: readonly { begins: RegExp; is: string }[] = [
  { begins: /^%PDF/, is: 'a PDF' },
  { begins: /^(Rar!|7z\xbc\xaf)/, is: 'an archive' },
  { begins: /^\{\\rtf/, is: 'a text document (.rtf)' },
  { begins: /^(\x89PNG|\xff\xd8\xff|GIF8)/, is: 'a picture' },
  {
    begins: /^(\xef\xbb\xbf)?\s*<(!doctype html|html|head|meta|table|style)\b/i,
    is: 'a web page, perhaps named .xls',
  },
  { begins: /^(\xef\xbb\xbf)?\s*<\?xml/i, is: 'XML, perhaps an Excel 2003 table' },
]

/** Kinds of ZIP archives, by a part that only they contain. */
const PACKAGES: readonly { has: RegExp; is: string }[] = [
  { has: /^xl\/workbook\.bin$/, is: 'a binary Excel workbook (.xlsb)' },
  { has: /^word\//, is: 'a Word document' },
  { has: /^ppt\//, is: 'a presentation' },
  { has: /^content\.xml$/, is: 'an OpenDocument file (.ods)' },
  { has: /\.iwa$|^index\.zip$/, is: 'a Numbers file' },
]

/**
 * Tells whether a stored file is a workbook, by its content only, since names and types of files are often wrong. Throws
 * `unsupported_media_type`, naming the kind of file, if it is neither text nor a workbook.
 */
export async function isWorkbook(file: StoredFile): Promise<boolean> {
  const head = await bytesOf(file, 0, HEAD_BYTES)
  const text = head.toString('latin1')
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return await isWorkbookPackage(file)
  if (text.startsWith('\xd0\xcf\x11\xe0')) throw refused(await oldKindOf(file, head))
  const kind = KINDS.find(({ begins }) => begins.test(text))
  if (kind) throw refused(kind.is)
  return false
}

async function isWorkbookPackage(file: StoredFile): Promise<true> {
  const { names } = await openZip(file).catch((error: unknown) => {
    if (error instanceof UnreadableFile) throw new DomainError('unsupported_media_type', error.message)
    throw error
  })
  const other = PACKAGES.find(({ has }) => names.some((name) => has.test(name)))
  if (other) throw refused(other.is)
  if (names.some((name) => /(^|\/)workbook\d*\.xml$/.test(name))) return true
  throw refused('a ZIP archive without a workbook')
}

/** Returns the kind of an old Office file, by the names in its directory. */
async function oldKindOf(file: StoredFile, head: Buffer): Promise<string> {
  const sectorBytes = 2 ** Math.min(head.readUInt16LE(30), 12)
  const directory = (head.readUInt32LE(48) + 1) * sectorBytes
  const names = await bytesOf(file, directory, directory + HEAD_BYTES)
  const has = (name: string) => names.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage')) return 'protected by a password'
  if (has('WordDocument')) return 'a Word document (.doc)'
  return 'an old Excel workbook (.xls)'
}

async function bytesOf(file: StoredFile, start: number, end: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of file.range(start, end)) pieces.push(piece)
  return Buffer.concat(pieces)
}

function refused(is: string): DomainError {
  return new DomainError('unsupported_media_type', `The file is ${is}. ${AS_TABLE}`)
}
