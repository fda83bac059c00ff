/** Names in English, German, Spanish, French, Portuguese, Italian and Dutch, in lower case without accents. */

const MONTH_NAMES: readonly string[] = [
  'january jan januar janner jaenner enero ene janvier janv janeiro gennaio gen januari',
  'february feb februar febrero fevrier fevr fev fevereiro febbraio febr februari',
  'march mar marz maerz mrz marzo mars marco maart',
  'april apr abril abr avril avr aprile',
  'may mai mayo maio maggio mag mei',
  'june jun juni junio juin junho giugno giu',
  'july jul juli julio juillet juil julho luglio lug',
  'august aug agosto ago aout agost augustus augusti',
  'september sep sept septiembre set setiembre septembre setembro settembre',
  'october oct oktober okt octubre octobre outubro out ottobre ott',
  'november nov noviembre novembre novembro',
  'december dec dezember dez diciembre dic decembre dezembro dicembre',
]

/** Number of a month, 1 to 12, by name. */
export const monthByName: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
)

const WEEKDAY_NAMES: readonly string[] = [
  'monday mondays mon montag montags mo lunes lun lu lundi lundis segunda segundas seg lunedi maandag maandags maa',
  'tuesday tuesdays tue tues tu dienstag dienstags die martes mar ma mardi mardis terca tercas ter martedi dinsdag dinsdags din',
  'wednesday wednesdays wed weds we mittwoch mittwochs mit mi miercoles mie mier mercredi mercredis mer me quarta quartas qua mercoledi woensdag woensdags wo woe',
  'thursday thursdays thu thur thurs th donnerstag donnerstags don jueves jue juev ju jeudi jeudis jeu je quinta quintas qui giovedi gio donderdag donderdags',
  'friday fridays fri fr freitag freitags frei viernes vie vier vi vendredi vendredis ven ve sexta sextas sex venerdi vrijdag vrijdags vr vri',
  'saturday saturdays sat sa samstag samstags sam sonnabend sonnabends sabado sabados sab samedi samedis sabato zaterdag zaterdags za zat',
  'sunday sundays sun su sonntag sonntags son so domingo domingos dom dimanche dimanches dim domenica zondag zondags zo zon',
]

/** Number of a weekday, 1 Monday to 7 Sunday, by name. `di` and `do` depend on the language: see weekly hours. */
export const weekdayByName: ReadonlyMap<string, number> = new Map(
  WEEKDAY_NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
)

/** Last month of each season or term in the north, by name. Winter is missing, since it may end or begin a year. */
export const lastMonthOfSeason: ReadonlyMap<string, number> = new Map([
  ...'spring primavera printemps fruhling fruhjahr lente voorjaar'
    .split(' ')
    .map((name) => [name, 5] as const),
  ...'summer verano ete sommer verao estate zomer'.split(' ').map((name) => [name, 8] as const),
  ...'sommersemester sose ss'.split(' ').map((name) => [name, 9] as const),
  ...'fall autumn otono automne herbst outono autunno herfst najaar'
    .split(' ')
    .map((name) => [name, 12] as const),
])

/** Countries whose spring is in September. */
export const SOUTHERN_COUNTRIES = new Set(
  'AR AU BO BR BW CL FJ LS MG MU MW MZ NA NZ PE PG PY SZ UY VU WS ZA ZM ZW'.split(' '),
)
