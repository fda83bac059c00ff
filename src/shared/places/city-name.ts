import { foldPlace } from './fold-place.ts'

/** Words that people write in full or abbreviated, with their common form. */
const SHORT_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    st: ['saint', 'sankt', 'sint'],
    ste: ['sainte'],
    mt: ['mount'],
    ft: ['fort'],
  }).flatMap(([short, forms]) => forms.map((form) => [form, short] as const)),
)

/** The words that have a short form, between spaces. */
const LONG_WORD = /(?<![^ ])(?:saint|sainte|sankt|sint|mount|fort)(?![^ ])/g

/** Other names of large cities, by country: from what people write to what GeoNames calls the city. */
export const OTHER_NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  AT: { Vienna: ['Wien'] },
  BE: {
    Antwerpen: ['Antwerp', 'Anvers'],
    Brussels: ['Bruxelles', 'Brussel'],
    Brugge: ['Bruges'],
    Gent: ['Ghent', 'Gand'],
  },
  CA: { Québec: ['Quebec City', 'Ville de Québec'] },
  CH: { Geneva: ['Genève', 'Genf'], Luzern: ['Lucerne'], Bern: ['Berne'], Basel: ['Bâle'] },
  CN: { Beijing: ['Peking'] },
  CZ: { Prague: ['Praha', 'Prag'] },
  DE: {
    Hannover: ['Hanover'],
    Köln: ['Cologne', 'Koeln'],
    Munich: ['München', 'Muenchen'],
    Nuremberg: ['Nürnberg', 'Nuernberg'],
    Düsseldorf: ['Duesseldorf'],
  },
  DK: { Copenhagen: ['København'] },
  ES: { Sevilla: ['Seville'], Zaragoza: ['Saragossa'], Córdoba: ['Cordova'] },
  GR: { Athens: ['Athina', 'Αθήνα'] },
  IN: {
    Bengaluru: ['Bangalore'],
    Chennai: ['Madras'],
    Kolkata: ['Calcutta'],
    Mumbai: ['Bombay'],
    Gurugram: ['Gurgaon'],
  },
  IT: {
    Florence: ['Firenze'],
    Genoa: ['Genova'],
    Milan: ['Milano'],
    Naples: ['Napoli'],
    Padova: ['Padua'],
    Rome: ['Roma'],
    Turin: ['Torino'],
    Venice: ['Venezia'],
  },
  MX: { 'Mexico City': ['Ciudad de México', 'México', 'CDMX', 'México DF', 'México D.F.'] },
  NL: { 'The Hague': ['Den Haag', "'s-Gravenhage"] },
  PL: { Warsaw: ['Warszawa'], Kraków: ['Cracow'] },
  PT: { Lisbon: ['Lisboa'], Porto: ['Oporto'] },
  RO: { Bucharest: ['București'] },
  RU: { Moscow: ['Moskva', 'Москва'] },
  SE: { Göteborg: ['Gothenburg'] },
  UA: { Kyiv: ['Kiev'] },
  US: {
    'New York City': ['New York', 'NYC'],
    Washington: ['Washington DC', 'Washington D.C.'],
  },
}

/** By country and other name. */
const namesByOther: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(OTHER_NAMES).map(([country, names]) => [
    country,
    new Map(
      Object.entries(names).flatMap(([name, others]) =>
        others.map((other) => [shorten(other), shorten(name)] as const),
      ),
    ),
  ]),
)

/**
 * Returns the form in which a city's name is compared within its country: without case, accents, hyphens and
 * abbreviations.
 */
export function foldCity(country: string, name: string): string {
  const short = shorten(name)
  return namesByOther.get(country)?.get(short) ?? short
}

function shorten(name: string): string {
  return foldPlace(name).replace(LONG_WORD, (word) => SHORT_WORDS.get(word) ?? word)
}
