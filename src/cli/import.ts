import { createWriteStream, openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SingleBar } from 'cli-progress'
import Table from 'cli-table3'
import { createClient, type ItemOf, orThrow, type Smartsource } from 'smartsource/client'
import type { importTypes } from '../features/imports/index.ts'
import { askService } from './ask-service.ts'
import type { Output } from './terminal.ts'

/** Maximum number of rows with notices that are printed. The report lists all. */
const NOTICED_ROWS_SHOWN = 10
/** Exit code of an import that finished and rejected some rows. */
export const EXIT_REJECTED = 3

export interface ImportOptions {
  file: string
  type: (typeof importTypes)[number]
  url: string
  clientId: string
  clientSecret: string
  dryRun: boolean
  programId: string | undefined
  /**
   * Options for reading the file, as query parameters: `columns`, `defaults`, `date_format` and the others.
   */
  parameters: Readonly<Record<string, string>>
  report: string
  json: boolean
}

type ImportShown = ItemOf<'/v1/imports'>

/**
 * Uploads a file, waits for its import, prints a summary and writes the rejected rows to a file. Returns the
 * exit code: 0, 1 if the file was not read completely, 3 if rows were rejected.
 */
export async function importFile(output: Output, options: ImportOptions): Promise<number> {
  const { file, type, dryRun, programId, url, parameters } = options
  const api = createClient(options)
  // The service recognizes a workbook by its content.
  const contentType = /\.(nd)?jsonl?$/i.test(file) ? 'application/json' : 'text/csv'
  const body = await openAsBlob(file, { type: contentType })
  const started = await askService(url, () =>
    api.startImport(body, {
      type,
      mode: dryRun ? 'dry_run' : 'apply',
      ...(programId !== undefined && { program_id: programId }),
      ...parameters,
    }),
  )
  const ended = await finished(options, api, started)
  if (options.json) output.printJson(ended)
  else {
    printSummary(output, ended, options)
    if (ended.rows_with_notices > 0) await printNotices(output, api, ended, url)
  }
  if (ended.rejected > 0 || ended.rows_with_notices > 0) {
    const report = await askService(url, () => api.importReport(ended.id, { bom: 'true' }))
    await pipeline(Readable.fromWeb(report), createWriteStream(options.report))
    if (!options.json)
      output.print(
        `The rows that were rejected or have notices are in ${options.report}. Correct that file and import it.`,
      )
  }
  if (ended.status !== 'done') return 1
  return ended.rejected > 0 ? EXIT_REJECTED : 0
}

async function finished(
  { url, json: isQuiet }: ImportOptions,
  api: Smartsource,
  { id, ...begun }: ImportShown,
): Promise<ImportShown> {
  const bar = new SingleBar({
    format: '{value} rows  {bar}  {status}  {rate} rows/s',
    hideCursor: true,
    noTTYOutput: false,
  })
  const isShown = !isQuiet && process.stderr.isTTY
  if (isShown) bar.start(1, 0, { status: begun.status, rate: 0 })
  try {
    return await askService(url, () =>
      api.waitForImport(id, {
        onProgress: (shown) => {
          // The number of rows is only known at the end.
          const more = shown.ended_at === null ? Math.max(1000, shown.rows_read / 4) : 0
          bar.setTotal(shown.rows_read + more)
          if (isShown) bar.update(shown.rows_read, { status: shown.status, rate: shown.rows_per_second ?? 0 })
        },
      }),
    )
  } finally {
    bar.stop()
  }
}

function printSummary({ print }: Output, shown: ImportShown, { file, dryRun }: ImportOptions): void {
  for (const { detail } of shown.notices) print(detail)
  const table = new Table({ head: [basename(file), 'rows'], style: { head: [] } })
  for (const outcome of ['created', 'updated', 'unchanged', 'rejected'] as const)
    table.push([dryRun && outcome !== 'rejected' ? `would be ${outcome}` : outcome, shown[outcome]])
  table.push(['read', shown.rows_read])
  if (shown.rows_with_notices > 0) table.push(['with notices', shown.rows_with_notices])
  print(table.toString())
  if (shown.status === 'cancelled') print(shown.failure?.detail ?? 'The import was cancelled.')
  else if (shown.failure) print(`The rest of the file could not be read: ${shown.failure.detail}`)
}

async function printNotices(
  { print }: Output,
  api: Smartsource,
  { id, rows_with_notices }: ImportShown,
  url: string,
): Promise<void> {
  const query = { has_notices: 'true', limit: NOTICED_ROWS_SHOWN } as const
  const { data } = await askService(url, async () =>
    orThrow(await api.GET('/v1/imports/{id}/rows', { params: { path: { id }, query } })),
  )
  for (const { line, notices } of data)
    for (const { pointer, detail } of notices)
      print(`Line ${line}${pointer ? `, ${pointer}` : ''}: ${detail}`)
  const more = rows_with_notices - data.length
  if (more > 0) print(`… and ${more} more ${more === 1 ? 'row' : 'rows'} with notices.`)
}
