/** Converts every instant to the reader's time zone. Without scripts they stay in UTC. */
const language = document.documentElement.lang
const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
function writeTimes(within) {
  for (const time of within.querySelectorAll('time[datetime]')) {
    time.title = time.textContent ?? ''
    time.textContent = format.format(new Date(time.dateTime))
  }
  // An option holds only text.
  for (const option of within.querySelectorAll('option[data-at]'))
    option.textContent = option.textContent.replace(
      option.dataset.in,
      format.format(new Date(option.dataset.at)),
    )
}
writeTimes(document)

/** Preselects the reader's time zone if none is chosen yet. */
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone
for (const zone of document.querySelectorAll('select[name="time_zone"], select[data-own-zone]'))
  if (zone.value === '' && [...zone.options].some(({ value }) => value === ownZone)) zone.value = ownZone

/** Moves the focus to the first invalid field of a refused form. */
document.querySelector('main [aria-invalid="true"]')?.focus()

/**
 * Sends a file only while the session of its form lasts, because a page that says otherwise could not keep the file. After
 * somebody has signed in again, the form gets the key of the new session, and waits to be sent once more.
 */
const uploads = new WeakMap()
document.addEventListener('submit', (event) => {
  const { target: form } = event
  if (form.enctype !== 'multipart/form-data' || uploads.get(form) === 'may be sent')
    return uploads.delete(form)
  event.preventDefault()
  if (uploads.has(form)) return
  uploads.set(form, 'asked')
  sessionStateOf(form).then((state) => {
    for (const other of ['ended', 'other'])
      form.querySelector(`[data-session-${other}]`).hidden = state !== other
    uploads.delete(form)
    if (state !== 'same') return
    uploads.set(form, 'may be sent')
    form.requestSubmit()
  })
})
async function sessionStateOf(form) {
  const answer = await fetch(form.getAttribute('action'), { headers: { accept: 'text/html' } }).catch(
    () => null,
  )
  // Without an answer, sending the form says why.
  if (!answer?.ok) return 'same'
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const own = form.elements.namedItem('form_key')
  const current = page.querySelector('form[enctype] [name="form_key"]')?.value
  if (current === undefined) return 'ended'
  const state = current === own.value ? 'same' : 'other'
  own.value = current
  return state
}

/** After this time without an answer, a form can be sent again. */
const ANSWER_MS = 10_000

/** Sends a form once, however often its button is pressed until the answer is there. */
const sent = new WeakSet()
document.addEventListener('submit', (event) => {
  const { target: form } = event
  // A field may be called `method`.
  if (event.defaultPrevented || form.getAttribute('method') !== 'post') return
  if (sent.has(form)) event.preventDefault()
  sent.add(form)
  setTimeout(() => sent.delete(form), ANSWER_MS)
})
// The back button shows a page as it was left.
addEventListener('pageshow', () => {
  for (const form of document.forms) sent.delete(form)
})

/** Scrolls the current page into view in the navigation, which is wider than a phone. */
const openPlace = document.querySelector('nav [aria-current]')
const allPlaces = openPlace?.closest('ul')
if (openPlace && allPlaces) allPlaces.scrollLeft = openPlace.offsetLeft - allPlaces.offsetLeft

/** Follows something in progress: replaces the content every second until it has ended, and keeps the scroll position. */
const SECOND_MS = 1000
async function follow() {
  const shown = document.querySelector('main[data-followed]')
  if (!shown) return
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  if (answer?.ok) {
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
    if (next && next.innerHTML !== shown.innerHTML) {
      writeTimes(next)
      const isFocused = shown.contains(document.activeElement)
      shown.replaceWith(next)
      if (isFocused) next.focus()
    }
  }
  setTimeout(follow, SECOND_MS)
}
setTimeout(follow, SECOND_MS)

/** Loads the slow parts of a page. Without scripts, or if loading fails, a link leads to them. */
async function loadLate(part) {
  const answer = await fetch(part.dataset.late, { headers: { accept: 'text/html' } }).catch(() => null)
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const next = page.getElementById(part.id)
  if (!next) return
  writeTimes(next)
  const isFocused = part.contains(document.activeElement)
  part.replaceChildren(...next.childNodes)
  if (isFocused) part.focus()
}
for (const part of document.querySelectorAll('[data-late]')) loadLate(part)

/** Previews the result of a form while it is filled in. Without scripts, its button does the same. */
const PAUSE_MS = 600
const form = document.querySelector('form[data-preview]')
const READING_MS = 2000
const MOST_TRIES = 3
let pause = 0
let asked = 0
let tries = 0
async function preview() {
  asked += 1
  const turn = asked
  const body = new URLSearchParams(new FormData(form))
  const answer = await fetch(form.dataset.preview, { method: 'POST', body }).catch(() => null)
  const text = await answer?.text()
  if (!text || turn !== asked) return
  const page = new DOMParser().parseFromString(text, 'text/html')
  const shown = document.querySelector('#preview')
  const next = page.querySelector('#preview')
  if (next) shown?.replaceChildren(...next.childNodes)
  // A page without a preview says why, such as that the session has ended.
  else shown?.replaceChildren(...page.querySelectorAll('[role="alert"]'))
  sayPreview(shown)
  // A text that was still being read is soon known.
  if (next?.querySelector('[data-reading]') && ++tries < MOST_TRIES) pause = setTimeout(preview, READING_MS)
}

/** Tells screen readers the gist of the preview, once it has changed. */
function sayPreview(shown) {
  const said = document.querySelector('#preview-said')
  const gist = [...(shown?.querySelectorAll('[data-gist]') ?? [])].map(({ textContent }) => textContent)
  if (said) said.textContent = gist.join('. ')
}
form?.addEventListener('input', () => {
  clearTimeout(pause)
  tries = 0
  pause = setTimeout(preview, PAUSE_MS)
})
