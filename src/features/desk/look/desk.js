/** Writes every instant in the zone of whoever reads the page. Without scripts they stay in UTC. */
const language = document.documentElement.lang
const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
function writeTimes(within) {
  for (const time of within.querySelectorAll('time[datetime]')) {
    time.title = time.textContent ?? ''
    time.textContent = format.format(new Date(time.dateTime))
  }
}
writeTimes(document)

/** A time zone that nobody has chosen yet is that of the reader. */
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone
for (const zone of document.querySelectorAll('select[name="time_zone"]'))
  if (zone.value === '' && [...zone.options].some(({ value }) => value === ownZone)) zone.value = ownZone

/** On a phone the names of the pages are wider than the screen: the one that is open comes into view. */
const openPlace = document.querySelector('nav [aria-current]')
const allPlaces = openPlace?.closest('ul')
if (openPlace && allPlaces) allPlaces.scrollLeft = openPlace.offsetLeft - allPlaces.offsetLeft

/** Follows what goes on: the content is replaced every second until it has ended, and the reader stays where they are. */
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

/** Loads the parts of a page that take longer. Without scripts, or if that fails, a link leads to them. */
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

/** Shows what a form would lead to while it is filled in. Its button does the same without scripts. */
const PAUSE_MS = 600
const form = document.querySelector('form[data-preview]')
let pause = 0
let asked = 0
async function preview() {
  asked += 1
  const turn = asked
  const body = new URLSearchParams(new FormData(form))
  const answer = await fetch(form.dataset.preview, { method: 'POST', body }).catch(() => null)
  const text = await answer?.text()
  if (!text || turn !== asked) return
  const next = new DOMParser().parseFromString(text, 'text/html').querySelector('#preview')
  if (next) document.querySelector('#preview')?.replaceChildren(...next.childNodes)
}
form?.addEventListener('input', () => {
  clearTimeout(pause)
  pause = setTimeout(preview, PAUSE_MS)
})
