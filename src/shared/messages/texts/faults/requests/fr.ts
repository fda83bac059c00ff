import { joinedBy, type RequestFaultTexts } from '../fault-texts.ts'

const SAID = {
  required: 'Ceci est obligatoire.',
  is_list: 'C’est une liste.',
  one_text:
    'Doit être un seul texte, pas une liste. Si un paramètre accepte plusieurs valeurs, séparez-les par des virgules.',
  empty: 'Ne doit pas être vide.',
  blank: 'Ne doit pas contenir que des espaces.',
  email: 'Doit être une adresse e-mail, par exemple ada@example.org.',
  url: 'Doit être l’adresse d’une page web, par exemple https://example.org.',
  date: 'Doit être une date, par exemple 2027-05-14.',
  datetime: 'Doit être une date et une heure avec leur décalage, par exemple 2027-05-14T15:00:00Z.',
  time: 'Doit être une heure, par exemple 15:00.',
  phone: 'Doit être un numéro de téléphone, par exemple +1 503 555 0142.',
  years: 'Doit être une date entre 1900 et 2199.',
  future:
    'Ce moment n’est pas encore venu. Envoyez le moment où le consentement a été donné ; avec son décalage, par exemple -05:00, s’il a été donné aujourd’hui.',
  future_day: 'Ce jour n’est pas encore venu. Indiquez le jour où il a été délivré ou confirmé.',
  list_shape: 'Doit être une liste entre crochets, par exemple ["one", "two"].',
  object_shape: 'Doit être un objet entre accolades, par exemple {"name": "value"}.',
  digits: 'Doit être un nombre en chiffres, par exemple 7.5.',
  takes_no_body: 'Champ inconnu. Cette opération n’accepte pas de corps.',
  send_json:
    'Envoyez un objet JSON avec Content-Type: application/json. La référence à /docs montre un exemple.',
  not_allowed: 'Cette valeur n’est pas permise ici.',
  name_not_allowed: 'Ce nom n’est pas permis.',
  as_described: 'Doit être écrit comme le décrit la référence.',
  not_clean:
    'Contient un caractère qui ne peut pas être enregistré (NUL ou une demi-paire de substitution). Retirez-le.',
  country_form: 'Doit être le code d’un pays en deux majuscules, par exemple US.',
  country_unknown: 'Aucun pays n’a ce code. Utilisez ISO 3166-1, par exemple US.',
  currency: 'Doit être le code à trois lettres d’une monnaie, par exemple USD.',
  language: 'Doit être le code d’une langue, par exemple en ou pt-BR.',
  zone: 'Doit être le nom d’un fuseau horaire, par exemple Europe/Berlin.',
  coordinates: 'Envoyez lat et lon ensemble, ou aucun des deux.',
  time_of_day: 'Doit être une heure entre 00:00 et 24:00, par exemple 09:30.',
  clock_time: 'Doit être une heure entre 00:00 et 23:59, par exemple 09:30.',
  window_order: 'La fin doit venir après le début. Coupez en deux un créneau qui passe minuit.',
  days_order: 'ends_on ne doit pas être avant starts_on.',
  key_signs: 'Ne doit contenir ni crochets ni caractères de contrôle.',
  key_spaces: 'Ne doit ni commencer ni finir par une espace.',
  key_reserved: 'Ne doit pas être __proto__.',
  key_in_brackets: 'Nommez la clé entre crochets, par exemple metadata[crm_id]=77.',
  too_many_keys: 'Nomme trop de clés.',
  cursor: 'Envoyez le next_cursor de la page précédente tel quel, à la même liste.',
  cursor_of_other_list:
    'Ce curseur appartient à une liste avec d’autres filtres ou un autre ordre. Envoyez les paramètres de la page dont il vient, ou omettez cursor pour recommencer.',
  request_id: 'Doit être un Request-Id.',
  entry_id: 'Doit être l’identifiant d’une entrée.',
  event_type: 'Doit être un type d’événement comme need.posted ou need.*.',
  all_event_types: 'Pour recevoir tous les types, omettez-le.',
  no_id:
    'Il manque un identifiant dans cette adresse. L’adresse de la liste ne se termine pas par une barre oblique.',
  skill_category: 'Cette catégorie n’existe pas. GET /v1/skills/categories les énumère.',
}
const TYPES = {
  text: 'un texte',
  number: 'un nombre',
  whole: 'un nombre entier',
  boolean: 'true ou false',
  list: 'une liste',
  object: 'un objet',
}
const RELATIONS = {
  least: 'au moins',
  above: 'plus de',
  most: 'au plus',
  below: 'moins de',
}
const LENGTHS = {
  least: 'au moins',
  most: 'au plus',
  exactly: 'exactement',
}
const UNITS = {
  characters: ['caractère', 'caractères'],
  entries: ['élément', 'éléments'],
  fields: ['champ', 'champs'],
  keys: ['clé', 'clés'],
  bytes: ['octet', 'octets'],
} as const
const ZONES = {
  name: 'Écrivez le nom de la base de données IANA :',
  abbreviation:
    'Une abréviation ne dit pas de quel lieu est l’heure. Écrivez le fuseau d’une ville, par exemple',
  several: 'Plusieurs lieux ont cette heure. Écrivez le fuseau d’une ville, par exemple',
  offset: 'Un décalage ne dit pas quand les horloges changent. Écrivez le fuseau d’une ville, par exemple',
}
const UNKNOWN = { field: 'Champ inconnu.', parameter: 'Paramètre inconnu.' }
const and = joinedBy('et')
const or = joinedBy('ou')

/** Values in an example stay as they are sent. */
function exampleIn(example: string): string {
  return example === '' ? '' : `, par exemple ${example}`
}

export const requestFaults: RequestFaultTexts = {
  fault_said: ({ what }) => SAID[what],
  fault_is_object: ({ names }) => `C’est un objet avec ${and(names)}.`,
  fault_unknown: ({ place, meant }) =>
    `${UNKNOWN[place]} ${meant === null ? 'Retirez-le.' : `Vouliez-vous dire ${meant} ?`}`,
  fault_meant: ({ name }) => `Vouliez-vous dire ${name} ?`,
  fault_type: ({ types, example }) =>
    `Doit être ${or(types.map((type) => TYPES[type]))}${exampleIn(example)}.`,
  fault_not_null: ({ type }) => `Doit être ${TYPES[type]}, pas null.`,
  fault_unquoted: ({ type }) => `Doit être ${TYPES[type]}, sans guillemets.`,
  fault_quote: ({ value }) => `Doit être un texte. Mettez ${value} entre guillemets.`,
  fault_object_with: ({ names }) => `Doit être un objet avec ${and(names)}.`,
  fault_choice: ({ choices }) => `Doit être ${or(choices)}.`,
  fault_number: ({ relation, value }) => `Doit être ${RELATIONS[relation]} ${value}.`,
  fault_length: ({ relation, count, unit }) =>
    `Doit compter ${LENGTHS[relation]} ${count} ${UNITS[unit][count === 1 ? 0 : 1]}.`,
  fault_multiple: ({ divisor }) => `Doit être un multiple de ${divisor}.`,
  fault_one_of_two: ({ fields, areBoth }) =>
    areBoth ? `Envoyez soit ${or(fields)}, pas les deux.` : `Envoyez ${or(fields)}.`,
  fault_id_like: ({ prefix }) => `Doit être un identifiant comme ${prefix}_01h455vb4pex5vsknk084sn02q.`,
  fault_id_of: ({ name }) => `Cet identifiant est d’une autre sorte (${name}).`,
  fault_address_id: ({ prefix, given }) =>
    `Cette adresse demande un identifiant comme ${prefix}_01h455vb4pex5vsknk084sn02q.${given === null ? '' : ` Celui-ci est d’une autre sorte (${given}).`}`,
  fault_zone: ({ zone, because }) => `${ZONES[because]} ${zone}.`,
  fault_not_found: ({ name }) =>
    `Il n’y a rien de cette sorte (${name}) avec cet identifiant, ou vous ne pouvez pas le voir.`,
  fault_json_deep: ({ most }) =>
    `Les listes et les objets peuvent avoir au plus ${most} niveaux. Aplatissez les données plus profondes ou envoyez-les en texte.`,
  fault_json_keys: ({ most }) =>
    `Un objet peut avoir au plus ${most} clés. N’envoyez que les champs que nomme la référence.`,
  fault_after_to: ({ day }) => `Ne doit pas être après \`to\` (${day}).`,
  fault_weeks_before_to: ({ most, day }) => `Doit être au plus ${most} semaines avant \`to\` (${day}).`,
  fault_event_types_of: ({ resource, types }) => `Pour ${resource}, il y a ${types.join(', ')}.`,
  fault_scopes: ({ scopes }) => `Votre jeton peut donner : ${scopes.join(', ')}.`,
  fault_count: ({ count }) =>
    count === 1 ? 'Une valeur est invalide ; voir errors.' : `${count} valeurs sont invalides ; voir errors.`,
}
