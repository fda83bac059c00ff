import type { Explanation } from './explanation.ts'

/** Errors that concern whole files. Faults of single rows are in the report of an import. */
export const importErrors = {
  import_running: {
    meaning: 'The import is still running.',
    causes: [
      'You tried to delete an import while it runs.',
      'You tried to erase a candidate while a running import may write it again.',
    ],
    next: [
      'Wait until the import has ended, or cancel it with `POST /v1/imports/{id}/cancel`. Then try again.',
    ],
    detail: 'The import has not ended. Wait for its end, or cancel it first.',
  },
  import_ended: {
    meaning: 'The import has already ended.',
    causes: [
      'You tried to cancel it after its last row.',
      'It was cancelled while its file was still being received.',
    ],
    next: ['Read its report with `GET /v1/imports/{id}/report.csv`.', 'Delete it, or upload the file again.'],
    detail:
      'The import has ended, and what it wrote is kept. Read its report, or delete it with DELETE /v1/imports/{id}.',
  },
  import_undone: {
    meaning: 'The import was already undone.',
    causes: ['The undo was sent twice.'],
    next: ['Read `undone_at` with `GET /v1/imports/{id}`. To import the rows again, upload the file again.'],
    detail: 'The import was undone before. Upload the file again to import it anew.',
  },
  import_not_undoable: {
    meaning: 'This import cannot be undone as a whole. Nothing was changed.',
    causes: [
      'It ended more than 24 hours ago, or was a dry run.',
      'It changed records whose previous values are not stored: the import ran before the service stored them, or the records were erased.',
      'It wrote nothing, or more than 5,000 records, the maximum of one undo.',
    ],
    next: ['`errors` names the reasons.', 'Delete records one by one, or import a corrected file over them.'],
    detail:
      'This import cannot be undone. See errors for the reasons. Delete or change records one by one, or import a corrected file over them.',
  },
  import_in_use: {
    meaning:
      'A record that the import created, or every record that it changed, is in use since, so the import was not undone. Nothing was changed.',
    causes: [
      'A record was changed or deleted after the import.',
      'A record is part of an introduction, an engagement, a ring, a sprint, a cohort or a placement, or another record belongs to it.',
    ],
    next: [
      '`errors` names up to 10 of the records and how each is in use.',
      'Delete the other records one by one.',
    ],
    detail:
      'Something followed from records of this import, so nothing was undone. See errors for up to 10 of them. Undo or delete what followed first, or change the records by hand.',
  },
  too_many_imports: {
    meaning: 'Too many of your imports are waiting, or their files are too large together.',
    causes: ['You upload files faster than they are processed.'],
    next: [
      'Wait until one of your imports has ended (`GET /v1/imports/{id}`), then send the next file.',
      'Send many small files as one.',
    ],
    detail:
      '20 of your imports are waiting, and at most 20 may. Wait until one of your imports has ended, or cancel one with POST /v1/imports/{id}/cancel.',
  },
  upload_incomplete: {
    meaning: 'The file did not arrive completely.',
    causes: ['The connection broke off during the upload.'],
    next: ['Upload the file again. No row was imported.'],
    detail: 'The upload broke off. Nothing was imported. Send the file again.',
  },
  encoding_not_supported: {
    meaning: 'The character encoding of the file is not supported.',
    causes: [
      'The file was saved in an encoding other than UTF-8, UTF-16, windows-1252 or Mac Roman.',
      'The file is not text.',
    ],
    next: ['In Excel, save it as "CSV UTF-8", or send the workbook itself.'],
    detail:
      'The file can\'t be read as text. It looks like Shift_JIS. Save it as UTF-8 (in Excel: "CSV UTF-8") and try again.',
  },
} as const satisfies Record<string, Explanation>
