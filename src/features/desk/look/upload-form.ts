import { type Html, html, type Part } from '../../../shared/html.ts'
import { button } from './parts.ts'
import type { View } from './view.ts'

interface UploadForm {
  action: string
  label: string
  hint: string
  submit: string
  /** They precede the file, because a form is read in order. */
  fields: Part
}

/** Renders a form with one file. Browsers let people drop a file on its field. */
export function uploadForm(view: View, { action, label, hint, submit, fields }: UploadForm): Html {
  const kept = (word: 'file_out' | 'file_in' | 'file_first') => view.say('desk_kept', { word })
  return html`<form method="post" action="${action}" enctype="multipart/form-data">
<input type="hidden" name="form_key" value="${view.session?.formKey ?? ''}">
${fields}
<div class="field drop"><label for="file">${label}</label>
<input id="file" name="file" type="file" required accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson" aria-describedby="file-hint">
<p class="hint" id="file-hint">${hint}</p></div>
<p class="fault" role="alert" data-session-ended hidden>${kept('file_out')}</p>
<p class="fault" role="alert" data-session-other hidden>${kept('file_in')}</p>
<noscript><p class="hint">${kept('file_first')}</p></noscript>
${button(submit)}</form>`
}
