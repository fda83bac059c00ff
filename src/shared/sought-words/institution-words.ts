const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Last words of names for businesses, associations and their places: `dental practice`, `youth club`. */
const ENGLISH = words(
  `academy agency association bakery bank bar barbershop board bookshop bookstore boutique brewery business butchery cafe
  campsite cathedral center centre chapel charity choir church clinic club college committee community company cooperative council
  creche daycare deli diner dispensary dojo farm federation festival firm foundation gallery garage group guesthouse guild
  gym gurdwara hall hospice hospital hostel hotel inn institute kennel kennels kindergarten laundrette laundromat league library
  mosque museum nonprofit ngo nursery office orchestra organisation organization pantry parish party pharmacy playgroup practice
  preschool pub restaurant retailer salon sanctuary school shelter shop sisterhood society spa startup stall store studio
  surgery synagogue team temple theater theatre troupe union university winery zoo`,
)
const SPANISH = words(
  `academia agencia asociacion ayuntamiento banco bar barberia biblioteca bodega boutique cafe cafeteria camping carniceria centro
  charcuteria clinica club colegio comedor comercio comunidad consulta consultorio cooperativa coro despacho empresa ermita escuela
  estudio farmacia ferreteria floristeria fundacion galeria gestoria gimnasio granja grupo guarderia hospital hostal hotel iglesia
  instituto lavanderia libreria mercado mezquita museo negocio oficina ong orquesta panaderia parroquia pasteleria peluqueria pension
  pescaderia protectora quiosco refugio residencia restaurante salon sociedad taberna taller taqueria teatro templo tienda
  universidad verduleria`,
)
const FRENCH = words(
  `academie agence association atelier auberge banque bar bibliotheque boucherie boulangerie boutique brasserie cabinet cafe
  camping centre chorale clinique club college comite commerce commune compagnie cooperative creche eglise ecole entreprise
  epicerie ferme ferronnerie fleuriste fondation fromagerie galerie garage garderie gite groupe gymnase hopital hotel institut
  kiosque laverie librairie lycee magasin mairie maison mosquee musee ong orchestre paroisse patisserie pharmacie poissonnerie
  pizzeria refuge residence restaurant salon societe studio temple theatre traiteur troupe universite`,
)
const PORTUGUESE = words(
  `academia acougue agencia associacao atelie atelier bar barbearia biblioteca boutique cafe cafeteria camara centro clinica clube
  colegio comercio comunidade condominio confeitaria consultorio cooperativa coral creche drogaria empresa escola escritorio
  estudio farmacia fazenda florista floricultura fundacao galeria ginasio grupo hospital hotel igreja instituto lanchonete
  lavanderia livraria loja lojinha mercado mercearia mesquita museu negocio oficina ong orquestra padaria papelaria paroquia
  pastelaria peixaria pizzaria pousada quiosque restaurante salao sociedade teatro templo universidade`,
)
/** Endings of German compounds for these. */
const GERMAN_ENDS =
  /(?:agentur|akademie|apotheke|atelier|backerei|bank|betrieb|bibliothek|brauerei|buchhandlung|bucherei|buro|cafe|chor|ensemble|fabrik|firma|galerie|gartnerei|gaststatte|geschaft|gemeinde|genossenschaft|gesellschaft|handlung|hof|hospiz|hort|hotel|institut|kanzlei|kiosk|kindergarten|kirche|kita|klinik|klub|club|konditorei|krankenhaus|kneipe|laden|ladchen|metzgerei|moschee|museum|orchester|pension|pfarrei|praxis|restaurant|salon|schule|schreinerei|stiftung|studio|synagoge|tafel|theater|tierheim|tischlerei|universitat|unternehmen|verband|verein|werkstatt|wirtschaft|zentrum)(?:en|s|es|n)?$/

const ALL: ReadonlySet<string> = new Set([...ENGLISH, ...SPANISH, ...FRENCH, ...PORTUGUESE])

/**
 * Returns whether a word names an institution or a business, singular or plural, in any of the five
 * languages.
 */
export function isInstitution(word: string): boolean {
  if (ALL.has(word) || GERMAN_ENDS.test(word)) return true
  if (!word.endsWith('s')) return false
  return [word.slice(0, -1), word.replace(/es$/, ''), word.replace(/ies$/, 'y')].some((one) => ALL.has(one))
}
