import { message } from '../../../shared/messages/index.ts'
import { foldedWords, trimUnseen } from './cell-text.ts'
import { type Reading, read, shortened, unreadable } from './reading.ts'

/** Words for each value, in English, German, Spanish, French and Portuguese, without accents, separated by `|`. */
export type WordTable = Readonly<Record<string, string>>

export const LEVELS: WordTable = {
  beginner:
    'beginner|beginners|basic|basics|novice|elementary|entry|entry level|familiar|some experience|fundamentals|anfanger|anfangerin|grundkenntnisse|basiskenntnisse|einsteiger|grundlagen|basico|basica|principiante|inicial|elemental|conocimientos basicos|debutant|debutante|notions|bases|elementaire|iniciante|conhecimentos basicos|nocoes',
  intermediate:
    'intermediate|medium|moderate|competent|working knowledge|mittel|mittlere|mittelstufe|fortgeschrittener anfanger|gute kenntnisse|intermedio|intermedia|intermediaire|moyen|bonnes connaissances|intermediario|intermediaria',
  advanced:
    'advanced|proficient|strong|very good|fluent|highly proficient|fortgeschritten|fortgeschrittene|sehr gut|fundiert|fliessend|avanzado|avanzada|fluido|muy bueno|avance|avancee|confirme|confirmee|courant|maitrise|tres bon|avancado|avancada|fluente|muito bom|proficiente',
  expert:
    'expert|expertise|master|mastery|specialist|experte|expertin|expertenkenntnisse|profi|ausgezeichnet|experto|experta|excelente|experte|expertes|expert confirme|especialista|perito|esperto|esperta',
}

export const IMPORTANCES: WordTable = {
  must: 'must|must have|required|require|mandatory|essential|critical|necessary|needed|a must|erforderlich|muss|pflicht|zwingend|notwendig|unbedingt|obligatorio|obligatoria|requerido|requerida|imprescindible|necesario|necesaria|esencial|indispensable|obligatoire|requis|requise|necessaire|exige|exigee|essentiel|essentielle|indispensavel|necessario|necessaria|essencial|exigido',
  should:
    'should|should have|preferred|important|recommended|desired|strongly preferred|soll|sollte|wichtig|bevorzugt|gewunscht|empfohlen|preferido|preferida|preferible|importante|recomendado|souhaite|souhaitee|prefere|preferee|recommande|importante|preferivel|desejado',
  nice: 'nice|nice to have|optional|bonus|plus|a plus|helpful|desirable|good to have|wunschenswert|von vorteil|vorteilhaft|kann|hilfreich|deseable|opcional|util|un plus|facultatif|facultative|optionnel|optionnelle|souhaitable|apprecie|un atout|atout|desejavel|um diferencial|diferencial',
}

export const MODALITIES: WordTable = {
  remote:
    'remote|remotely|remote only|remote ok|fully remote|100 remote|virtual|virtually|online|on line|work from home|working from home|wfh|from home|home office|homeoffice|telework|teleworking|telecommute|distance|at a distance|anywhere|fernarbeit|virtuell|von zu hause|mobil|aus der ferne|remoto|remota|a distancia|en remoto|en linea|teletrabajo|desde casa|teletravail|a distance|en ligne|distanciel|en distanciel|virtuel|teletrabalho|trabalho remoto|de casa|home based|da remoto|a distanza|telelavoro|smart working|lavoro agile|op afstand|thuis|thuiswerk|thuiswerken|distans|pa distans|zdalnie|zdalna|uzaktan',
  onsite:
    'onsite|on site|in person|inperson|in office|in the office|office|on campus|at the office|face to face|f2f|physical|local|vor ort|prasenz|in prasenz|im buro|personlich|presencial|en persona|en sitio|en la oficina|en oficina|presentiel|en presentiel|sur site|sur place|au bureau|en personne|no local|presencialmente|no escritorio|em pessoa|in presenza|in sede|di persona|presenza|op locatie|op kantoor|fysiek|pa plats|stacjonarnie|stacjonarna|yuz yuze|ofiste',
  hybrid:
    'hybrid|hybrid remote|mixed|blended|flexible|both|either|partly remote|partially remote|remote and onsite|remote and on site|onsite and remote|on site and remote|remote or in person|remote or onsite|remote onsite|in person or remote|in person and remote|remote hybrid|teilweise remote|gemischt|hybride|hibrido|hibrida|mixto|semipresencial|mixte|misto|onsite remote|in person remote|ibrido|ibrida|mista|hybridi|hybrydowo|hybrydowa|hibrit|gemengd|either is fine|either one|either works|no preference|any|open to either|open to both|both are fine|both work|a mix|mix',
}

export const OFFER_KINDS: WordTable = {
  volunteer:
    'volunteer|volunteers|volunteering|pro bono|unpaid|ehrenamt|ehrenamtlich|freiwillig|freiwillige|freiwilliger|voluntario|voluntaria|voluntariado|voluntarios|benevole|benevolat|benevoles|voluntarias',
  intern:
    'intern|interns|internship|internships|student|students|praktikum|praktikant|praktikantin|praktikanten|becario|becaria|practicas|pasantia|pasante|stage|stagiaire|stagiaires|estagio|estagiario|estagiaria',
  barter:
    'barter|bartering|trade|swap|exchange|skill swap|tausch|tauschen|trueque|intercambio|troc|echange|troca|permuta',
  paid: 'paid|paid help|paid work|freelance|freelancer|contractor|contract|professional|bezahlt|gegen bezahlung|entgeltlich|pagado|pagada|remunerado|remunerada|paye|payee|remunere|pago|paga',
}

export const ORGANIZATION_KINDS: WordTable = {
  solopreneur:
    'solopreneur|solo|sole proprietor|sole proprietorship|sole trader|self employed|freelancer|individual|one person business|founder|einzelunternehmer|einzelunternehmerin|einzelunternehmen|selbststandig|selbstandig|soloselbststandig|autonomo|autonoma|emprendedor|emprendedora|independiente|auto entrepreneur|autoentrepreneur|micro entrepreneur|independant|independante|entrepreneur individuel|autonomo individual|empreendedor|empreendedora|mei',
  small_business:
    'small business|smallbusiness|business|sme|smb|small company|company|startup|start up|for profit|llc|small and medium enterprise|kleinunternehmen|kleinbetrieb|kmu|unternehmen|firma|gmbh|pequena empresa|empresa|pyme|negocio|pequeno negocio|petite entreprise|entreprise|pme|tpe|societe|microempresa|pequeno negocio local',
  nonprofit:
    'nonprofit|non profit|not for profit|notforprofit|npo|ngo|charity|501c3|501 c 3|community organization|foundation|association|gemeinnutzig|gemeinnutziger verein|verein|stiftung|nichtregierungsorganisation|sin fines de lucro|sin animo de lucro|organizacion sin fines de lucro|ong|fundacion|asociacion|but non lucratif|organisme sans but lucratif|sans but lucratif|association loi 1901|fondation|sem fins lucrativos|organizacao sem fins lucrativos|fundacao|associacao|osc',
}

export const HELPER_KINDS: WordTable = {
  person:
    'person|individual|private|human|privatperson|einzelperson|persona|individuo|personne|particulier|pessoa|pessoa fisica',
  organization:
    'organization|organisation|org|company|group|team|institution|firma|verein|gruppe|organizacion|empresa|grupo|entreprise|groupe|organizacao|pessoa juridica',
}

const OPEN =
  'open|active|available|live|published|yes|enrolled|current|offen|aktiv|verfugbar|abierto|abierta|activo|activa|disponible|ouvert|ouverte|actif|active|aberto|aberta|ativo|ativa|disponivel|looking|seeking'
const CLOSED =
  'closed|inactive|archived|ended|withdrawn|cancelled|canceled|expired|done|geschlossen|inaktiv|beendet|abgeschlossen|cerrado|cerrada|inactivo|inactiva|terminado|ferme|fermee|inactif|inactive|termine|clos|fechado|fechada|inativo|inativa|encerrado|deleted|dropped|tobedeleted|to be deleted|removed|graduated|concluded|completed|exmatrikuliert|egresado|diplome'
const PAUSED =
  'paused|on hold|hold|suspended|pending|on leave|pausiert|ausgesetzt|pausado|pausada|suspendido|suspendida|en pausa|en pause|suspendu|suspendue|pausado temporalmente|suspenso'

export const STATUSES_WITH_PAUSE: WordTable = { open: OPEN, paused: PAUSED, closed: CLOSED }
export const NEED_STATUSES: WordTable = {
  open: OPEN,
  filled:
    'filled|hired|matched|placed|besetzt|vergeben|cubierto|cubierta|pourvu|pourvue|preenchido|preenchida',
  closed: CLOSED,
}
export const VISIBILITIES: WordTable = {
  network:
    'network|all|public|everyone|all partners|netzwerk|offentlich|alle|red|publico|todos|reseau|public|tous|rede',
  partner:
    'partner|private|only us|internal|own|ours|privat|intern|socio|privado|interno|partenaire|prive|interne|parceiro',
}
export const PAY_UNITS: WordTable = {
  hour: 'hour|hr|h|hourly|per hour|an hour|stunde|pro stunde|stundlich|hora|por hora|heure|par heure|de lheure',
  project:
    'project|per project|fixed|flat|flat fee|fixed price|total|once|projekt|pro projekt|pauschal|proyecto|por proyecto|precio fijo|projet|par projet|forfait|projeto|por projeto|preco fixo',
}

const valuesByWord = new WeakMap<WordTable, ReadonlyMap<string, string>>()

/** Returns the value that a word names, ignoring case, spacing and punctuation. */
export function valueOfWord(table: WordTable, word: string): string | undefined {
  if (word.length > 100) return undefined
  let known = valuesByWord.get(table)
  if (!known) {
    known = new Map(
      Object.entries(table).flatMap(([value, words]) =>
        [value, ...words.split('|')].map((one) => [packed(one), value] as const),
      ),
    )
    valuesByWord.set(table, known)
  }
  return known.get(packed(word))
}

function packed(word: string): string {
  return foldedWords(word).replaceAll(' ', '')
}

/** Reads a word of an enumeration, in five languages. */
export function readWord(cell: string, table: WordTable): Reading<string> {
  const value = valueOfWord(table, cell)
  return value === undefined
    ? unreadable(
        message('import_words_unread', { cell: shortened(trimUnseen(cell)), choices: choices(table) }),
      )
    : read(value)
}

/** Reads several words of an enumeration. Unknown ones are left out with a note, unless all are unknown. */
export function readWords(cell: string, table: WordTable): Reading<string[]> {
  const parts = cell
    .split(/[;,|/\r\n]+/)
    .map(trimUnseen)
    .filter((part) => part !== '')
  const values = parts.map((part) => ({ part, value: valueOfWord(table, part) }))
  const known = [...new Set(values.flatMap(({ value }) => value ?? []))]
  const unknown = values.filter(({ value }) => value === undefined).map(({ part }) => shortened(part))
  if (known.length === 0)
    return unreadable(
      message('import_words_unread', { cell: shortened(trimUnseen(cell)), choices: choices(table) }),
    )
  return read(
    known,
    unknown.length === 0
      ? null
      : message('import_words_left_out', { cells: unknown, choices: choices(table) }),
  )
}

function choices(table: WordTable): string[] {
  return Object.keys(table).map((value) => value.replaceAll('_', ' '))
}
