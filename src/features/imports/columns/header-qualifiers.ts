/** Words that tell which of several values of a field a column holds. */
interface Qualifiers {
  columns: ReadonlySet<string>
  /** Level of each word. Of several columns of a file, the filled one with the lowest level is read. */
  levels: ReadonlyMap<string, number>
}

function group(columns: string, ...levels: readonly (readonly [number, string])[]): Qualifiers {
  return {
    columns: new Set(columns.split(' ')),
    levels: new Map(levels.flatMap(([level, words]) => words.split(/\s+/).map((word) => [word, level]))),
  }
}

const places = group(
  'country region city postal_code',
  [0, 'current present active primary main physical address actual actuelle actuel aktuelle aktuelles'],
  [1, 'local term residence residential residencia wohnsitz domicile'],
  [2, 'mailing correspondence'],
  [3, 'permanent home'],
  [4, 'billing other secondary alternate legal'],
)
/** A separate city column is preferred to a whole place in one cell. */
const wholePlaces = group('city', [1, 'location lugar lieu state zip st country'])
const contacts = group(
  'email phone',
  [0, 'current primary main preferred best official contact address number daily telephone telefono'],
  [
    1,
    'school university college institution institutional institute campus student uni hochschule institucional universitario escolar institutionnel universitaire mobile cell sms device movil celular mobil portable handy cellulaire',
  ],
  [2, 'home local land landline'],
  [3, 'personal private permanent privat private personnel personnelle particular externo external'],
  [4, 'work business office'],
  [5, 'alternate alternative secondary second other backup'],
)
const names = group(
  'name first_name middle_name last_name',
  [0, 'display current'],
  [1, 'legal official naissance birth maiden'],
)
const studies = group(
  'majors',
  [
    0,
    'name names primary first second third secondary current declared intended academic undergraduate graduate main degree universitaria principal actual',
  ],
  [0, 'education educations program'],
  [1, 'code'],
)
const graduations = group(
  'graduates_on',
  [
    0,
    'expected scheduled sched anticipated planned projected estimated intended primary target date degree education prevista previsto prevue prevu probable estimada esperada fecha tentativa voraussichtlich voraussichtl voraussichtliches voraussichtlicher verwachte forvantad przewidywany data presunta geplanter geplantes',
  ],
  [1, 'term semester quarter month class'],
  [2, 'year'],
)
const years = group(
  'school_year',
  [0, 'current academic name actual actuelle cours aktuelles aktueller'],
  [1, 'code bot eot'],
)
const hours = group(
  'hours_per_week',
  [
    0,
    'total estimated expected average approximate available desired preferred maximum max weekly internship work number tienes disponibles disponible verfugbare numero nombre disponiveis disponivel',
  ],
  [1, 'minimum min'],
)
const days = group('starts_on ends_on', [
  0,
  'desired preferred earliest latest internship availability work target expected planned possible available disponible deseada souhaitee souhaite gewunscht gewunschtes fruhestes',
])
const keys = group('external_id', [0, 'unique official system slate sis reference master number'])
const words = group('skills languages time_zone', [
  0,
  'technical key top computer other special professional main primary spoken native preferred current local home tecnicas techniques informatiques fachliche technische faladas habladas parlees gesprochene listed profile',
])
const pays = group('stipend', [
  0,
  'expected desired requested minimum erwartete gewunschte esperada esperado deseada souhaitee attendue',
])
const consents = group(
  'share_profile share_contact',
  [
    0,
    'consent agree allow authorize permission organizations organization partners employers sites nonprofits information',
  ],
  [
    0,
    'aceito aceita autoriza concordo organizacoes acepto autorizo organizaciones einverstanden organisationen accepte autorise',
  ],
)
const modes = group('modality', [0, 'preferred desired preferida preferee bevorzugte gewunschte'])
const codes = group('country region name city', [0, 'name'], [1, 'code iso'])

export const qualifiers: readonly Qualifiers[] = [
  ...[
    places,
    wholePlaces,
    contacts,
    names,
    studies,
    graduations,
    years,
    hours,
    days,
    keys,
    words,
    pays,
    consents,
    modes,
    codes,
  ],
]
