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
