/** Writes every instant in the zone of whoever reads the page. Without scripts they stay in UTC. */
const language = document.documentElement.lang
const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
for (const time of document.querySelectorAll('time[datetime]')) {
  time.title = time.textContent ?? ''
  time.textContent = format.format(new Date(time.dateTime))
}
