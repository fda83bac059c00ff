/*
 * Shows open needs on any page: <script src="…/embed.js" data-feed="…/public/needs.json?partner=…"></script>
 * It reads only that feed, stores nothing, and writes user texts only as text.
 */
;(() => {
  const script = document.currentScript
  if (!script) return

  const WORDS = {
    en: {
      needs: 'Open needs',
      words: 'Search the needs',
      search: 'Search',
      loading: 'Loading…',
      shown: (count) => `Needs shown: ${count}`,
      none: 'Nobody needs help right now. Come back soon.',
      noneFound: 'No need fits this search. Leave out a word.',
      failed: 'The needs could not be loaded.',
      again: 'Try again',
      more: 'More needs',
      help: 'Offer help',
      hours: (hours) => `${hours} hours a week`,
      from: (day) => `from ${day}`,
      kinds: { volunteer: 'volunteer', intern: 'student intern', barter: 'swap', paid: 'paid help' },
      places: { remote: 'Remote', onsite: 'On site', hybrid: 'Partly on site' },
    },
    es: {
      needs: 'Necesidades abiertas',
      words: 'Buscar necesidades',
      search: 'Buscar',
      loading: 'Cargando…',
      shown: (count) => `Necesidades mostradas: ${count}`,
      none: 'Nadie necesita ayuda en este momento. Vuelva pronto.',
      noneFound: 'Ninguna necesidad corresponde a esta búsqueda. Quite una palabra.',
      failed: 'No se pudieron cargar las necesidades.',
      again: 'Intentar de nuevo',
      more: 'Más necesidades',
      help: 'Ofrecer ayuda',
      hours: (hours) => `${hours} horas por semana`,
      from: (day) => `desde el ${day}`,
      kinds: { volunteer: 'voluntariado', intern: 'prácticas', barter: 'intercambio', paid: 'ayuda pagada' },
      places: { remote: 'A distancia', onsite: 'En el lugar', hybrid: 'En parte en el lugar' },
    },
    fr: {
      needs: 'Besoins ouverts',
      words: 'Chercher dans les besoins',
      search: 'Chercher',
      loading: 'Chargement…',
      shown: (count) => `Besoins affichés : ${count}`,
      none: 'Personne n’a besoin d’aide en ce moment. Revenez bientôt.',
      noneFound: 'Aucun besoin ne correspond à cette recherche. Retirez un mot.',
      failed: 'Les besoins n’ont pas pu être chargés.',
      again: 'Réessayer',
      more: 'Plus de besoins',
      help: 'Proposer de l’aide',
      hours: (hours) => `${hours} heures par semaine`,
      from: (day) => `à partir du ${day}`,
      kinds: { volunteer: 'bénévolat', intern: 'stage', barter: 'échange', paid: 'aide payée' },
      places: { remote: 'À distance', onsite: 'Sur place', hybrid: 'En partie sur place' },
    },
    de: {
      needs: 'Offene Gesuche',
      words: 'Gesuche durchsuchen',
      search: 'Suchen',
      loading: 'Wird geladen…',
      shown: (count) => `Gezeigte Gesuche: ${count}`,
      none: 'Gerade braucht niemand Hilfe. Schauen Sie bald wieder vorbei.',
      noneFound: 'Kein Gesuch passt zu dieser Suche. Lassen Sie ein Wort weg.',
      failed: 'Die Gesuche konnten nicht geladen werden.',
      again: 'Noch einmal versuchen',
      more: 'Mehr Gesuche',
      help: 'Hilfe anbieten',
      hours: (hours) => `${hours} Stunden pro Woche`,
      from: (day) => `ab ${day}`,
      kinds: { volunteer: 'Ehrenamt', intern: 'Praktikum', barter: 'Tausch', paid: 'bezahlte Hilfe' },
      places: { remote: 'Aus der Ferne', onsite: 'Vor Ort', hybrid: 'Teilweise vor Ort' },
    },
    pt: {
      needs: 'Necessidades abertas',
      words: 'Procurar nas necessidades',
      search: 'Procurar',
      loading: 'A carregar…',
      shown: (count) => `Necessidades mostradas: ${count}`,
      none: 'Ninguém precisa de ajuda neste momento. Volte em breve.',
      noneFound: 'Nenhuma necessidade corresponde a esta procura. Retire uma palavra.',
      failed: 'Não foi possível carregar as necessidades.',
      again: 'Tentar de novo',
      more: 'Mais necessidades',
      help: 'Oferecer ajuda',
      hours: (hours) => `${hours} horas por semana`,
      from: (day) => `a partir de ${day}`,
      kinds: { volunteer: 'voluntariado', intern: 'estágio', barter: 'troca', paid: 'ajuda paga' },
      places: { remote: 'À distância', onsite: 'No local', hybrid: 'Em parte no local' },
    },
  }
  const STYLE = `
:host { display: block; color: var(--smartsource-ink, inherit); background: var(--smartsource-paper, transparent); font: var(--smartsource-font, inherit); overflow-wrap: anywhere }
* { box-sizing: border-box }
a { color: var(--smartsource-accent, inherit) }
:focus-visible { outline: 3px solid var(--smartsource-accent, currentColor); outline-offset: 2px }
form { display: flex; flex-wrap: wrap; gap: .5em; align-items: end; margin: 0 0 1em }
label { display: grid; gap: .25em; flex: 1 1 12em; font-weight: 600 }
input, button { font: inherit; color: inherit; background: transparent; border: 1px solid; border-radius: var(--smartsource-round, .5em); padding: .5em .8em; min-height: 2.75em; max-width: 100% }
input { font-weight: 400; width: 100% }
button { cursor: pointer; font-weight: 600 }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--smartsource-gap, 1em); grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr)) }
li { border: 1px solid var(--smartsource-line, currentColor); border-radius: var(--smartsource-round, .5em); padding: 1em }
h2, h3, h4, h5, h6 { font-size: 1.1em; line-height: 1.3; margin: 0 0 .4em }
p { margin: 0 0 .5em }
li > :last-child { margin-bottom: 0 }
[hidden] { display: none }`
  const SHOWN_CHARS = 200
  const TYPING_MS = 300
  const TIMEOUT_MS = 15_000

  const asked = script.dataset.lang || script.closest('[lang]')?.lang || navigator.language || ''
  const language = WORDS[asked.slice(0, 2).toLowerCase()] ? asked.slice(0, 2).toLowerCase() : 'en'
  const words = WORDS[language]
  const level = /^[2-6]$/.test(script.dataset.heading ?? '') ? script.dataset.heading : '3'

  /** Creates an element with properties and children. Strings become text, never HTML. */
  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties)
    element.append(...children.filter((child) => child || child === 0))
    return element
  }

  const input = make('input', { type: 'search', name: 'q', maxLength: 200, autocomplete: 'off' })
  const form = make('form', {}, make('label', {}, words.words, input), make('button', {}, words.search))
  const status = make('p', {})
  const list = make('ul', {})
  const again = make('button', { type: 'button', hidden: true }, words.again)
  const more = make('button', { type: 'button', hidden: true }, words.more)
  const region = make('section', { lang: language }, form, status, list, again, more)
  form.setAttribute('role', 'search')
  status.setAttribute('role', 'status')
  // Without bullets, Safari no longer announces a list.
  list.setAttribute('role', 'list')
  region.setAttribute('aria-label', words.needs)

  let feed = null
  try {
    feed = new URL(script.dataset.feed ?? '', document.baseURI)
  } catch {}
  let next = null
  let request = null
  let typing = 0
  let retry = () => search()

  /** Reads a page of the feed and shows it after the existing entries, or instead of them. */
  async function read(url, isMore) {
    request?.abort()
    const own = new AbortController()
    request = own
    retry = () => read(url, isMore)
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      own.abort()
    }, TIMEOUT_MS)
    list.setAttribute('aria-busy', 'true')
    if (!list.firstChild) status.textContent = words.loading
    try {
      const options = { credentials: 'omit', referrerPolicy: 'no-referrer', signal: own.signal }
      const answer = await fetch(url, options)
      if (!answer.ok) throw new Error(String(answer.status))
      const { items, next_url: nextUrl } = await answer.json()
      const shown = items.map(card)
      if (own !== request) return
      next = typeof nextUrl === 'string' ? pageAt(nextUrl) : null
      if (isMore) list.append(...shown)
      else list.replaceChildren(...shown)
      const count = list.children.length
      status.textContent =
        count > 0 ? words.shown(count) : url.searchParams.get('q') ? words.noneFound : words.none
      again.hidden = true
      more.hidden = !next
      if (isMore) shown[0]?.querySelector('a')?.focus()
    } catch {
      // A later search has replaced it.
      if (own !== request && !isLate) return
      if (!isMore) list.replaceChildren()
      status.textContent = words.failed
      again.hidden = false
      more.hidden = true
    } finally {
      clearTimeout(timer)
      if (own === request) list.setAttribute('aria-busy', 'false')
    }
  }

  /** Returns the URL of the next page, always of the same feed, whatever the answer says. */
  function pageAt(nextUrl) {
    const page = new URL(feed)
    page.search = new URL(nextUrl, feed).search
    return page
  }

  function search() {
    clearTimeout(typing)
    const url = new URL(feed)
    const wanted = input.value.trim()
    if (wanted) url.searchParams.set('q', wanted)
    return read(url, false)
  }

  function card(item) {
    const need = item._smartsource?.need ?? {}
    const address = webAddress(item.url)
    const helpAddress = webAddress(item.external_url)
    const title = address ? make('a', { href: address }, item.title) : item.title
    const text = item.language ? { lang: item.language } : {}
    const facts = [
      item.authors?.[0]?.name,
      (need.accepts ?? []).map((kind) => words.kinds[kind] ?? kind).join(', '),
      words.places[need.modality],
      placeOf(need.place),
      need.hours_per_week && words.hours(need.hours_per_week),
      need.starts_on && words.from(dayOf(need.starts_on)),
    ]
    const help = helpAddress && make('a', { href: helpAddress }, words.help)
    help?.setAttribute('aria-label', `${words.help}: ${item.title}`)
    return make(
      'li',
      {},
      make(`h${level}`, text, title),
      make('p', text, shortened(item.content_text ?? '')),
      make('p', {}, facts.filter(Boolean).join(' · ')),
      help && make('p', {}, help),
    )
  }

  /** Returns a safe URL for a link: no script, no data. */
  function webAddress(text) {
    try {
      const url = new URL(text)
      return /^https?:$/.test(url.protocol) ? url.href : null
    } catch {
      return null
    }
  }

  function placeOf(place) {
    if (!place) return ''
    const country = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
    return [place.city, place.region, country.of(place.country)].filter(Boolean).join(', ')
  }

  function dayOf(day) {
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))
  }

  /** Shortens a text at the end of a word. */
  function shortened(text) {
    const plain = text.replace(/\s+/g, ' ').trim()
    if (plain.length <= SHOWN_CHARS) return plain
    const cut = plain.lastIndexOf(' ', SHOWN_CHARS)
    return `${plain.slice(0, cut > 0 ? cut : SHOWN_CHARS)}…`
  }

  function show() {
    const host = make('div', {})
    const root = host.attachShadow({ mode: 'open' })
    // A style element or attribute must be allowed by the page's policy; this need not be.
    if ('adoptedStyleSheets' in root) {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(STYLE)
      root.adoptedStyleSheets = [sheet]
    }
    root.append(region)
    if (document.body?.contains(script)) script.after(host)
    else document.body.append(host)
    if (feed && webAddress(feed.href) && script.dataset.feed) return search()
    form.hidden = true
    status.textContent = words.failed
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    search()
  })
  input.addEventListener('input', () => {
    clearTimeout(typing)
    typing = setTimeout(search, TYPING_MS)
  })
  again.addEventListener('click', () => retry())
  more.addEventListener('click', () => next && read(next, true))
  if (document.body) show()
  else document.addEventListener('DOMContentLoaded', show)
})()
