import { GERMAN_PARTS } from './german-parts.ts'
import { GERMAN_TRADES } from './german-trades.ts'
import type { Language } from './language.ts'

const ENGLISH = `accountant adviser advisor appraiser assembler assembly attendant auditor automobile babysitter baker banquet barber
  barista bartender blacksmith bookkeeper bookkeeping bricklayer broker butcher buyer caregiver caretaker carpenter cashier
  caterer chauffeur chef cleaner clerk coach coordinator copywriter counselor crew curator custodian dental dealer designer
  dispatcher driver electrician engineer estimator fabricator facilitator florist foreman forklift fundraiser gardener
  grader groomer grooming guard handler handyman helper hostess housekeeper hygienist inspector installer instructor
  interpreter janitor landscaper laundry lecturer librarian loader locksmith machinist maintenance maker marketer mason
  masseuse mechanic mentor merchandiser midwife miller mover nanny nurse operator optician orderly organizer packer painter
  paralegal payroll pharmacist photographer physician pipefitter planner plasterer plumber porter presser printer
  processor programmer psychologist publicist rancher realtor receptionist recruiter repairer repairman retailer
  roofer sander scheduler seamstress server sewer shipper sorter staffing stocker superintendent supervisor surveyor
  tailor teller tester therapist tiler tire trainer transformer translator treasurer trimmer tuner tutor typist
  upholsterer usher valet vendor waiter waitress warehouse welder weaver winder aide apprentice bagger concierge cutter
  demolition detailer excavation finisher forester glazier hairdresser laborer labourer lieutenant magistrate paver raker rigger
  sanitation sculptor sous stapler stylist technician technicians technique techniques transporter transportation upholstery`

const SPANISH = `abogado administrador administrativo agricultor albañil almacenista analista animador aparejador apicultor arquitecto
  artesano asesor asistente auditor autobús auxiliar ayudante azafata bailarín barbero bibliotecario bioquímico bombero
  cajero calderero camarero camionero cantante capataz carnicero carpintero carretero cartero ceramista cerrajero chapista
  chófer cirujano cobrador cocinero colocador comercial comerciante conductor confitero conserje constructor consultor
  contable contador coordinador corrector costurero criador cristalero cuidador curtidor dependiente desarrollador dibujante
  diseñador distribuidor doblador editor educador electricista elaborador embalador empleado encargado encofrador enfermero
  ensamblador entrenador envasador escayolista escritor escultor especialista esteticista estibador fabricante farmacéutico
  fisioterapeuta florista fontanero formador fotógrafo fresador ganadero geólogo gerente gestor grabador guardia guía herrero
  hilandero hornero hostelería impresor informático ingeniero instalador instructor investigador jardinero jefe joyero lavandero
  limpiador limpieza locutor logopeda logística maestro maquinista marinero marmolista masajista matricero mecánico médico
  mensajero microbiólogo modista montador mozo músico notario obrero oficial operador operario óptico orientador panadero
  pastelero pastor patronista peluquero peón perforador periodista pescador pintor planchador podólogo portero procurador
  profesor programador psicólogo pulidor quesero químico recepcionista redactor reparador repartidor repostero responsable
  restaurador sastre secretario socorrista soldador supervisor talla tapicero taquillero tasador taxista técnico tejedor
  telefonista teleoperador terapeuta tintorero topógrafo tornero trabajador traductor transportista tratante vaquero vendedor
  veterinario vigilante viticultor yesero zapatero zoólogo`

const FRENCH = `accompagnateur accordeur acheteur agent agriculteur aide aiguilleur ajusteur ambulancier animateur apiculteur architecte
  archiviste artisan assembleur assistant assureur auxiliaire avocat barman berger bibliothécaire bijoutier boucher boulanger
  brasseur cadreur caissier cariste carreleur carrossier charcutier chargé charpentier chaudronnier chauffeur chef chercheur
  chirurgien coffreur coiffeur commerçant commercial commis comptable concepteur concierge conducteur confiseur conseiller
  constructeur consultant contrôleur coordinateur coordonnateur cordonnier correcteur coursier couturier couvreur créateur
  cuisinier danseur déclarant décorateur démonstrateur déménageur dessinateur développeur diététicien directeur distributeur
  éboueur ébéniste éclairagiste écrivain éditeur éducateur éleveur électricien électronicien employé encadrant enseignant
  entraîneur ergothérapeute esthéticien étalagiste fabricant façadier facteur ferronnier fleuriste fondeur foreur forgeron
  formateur fraiseur gardien géomètre gérant gestionnaire graphiste graveur guide hôte hôtelier hôtesse huissier imprimeur
  infirmier infographiste informaticien ingénieur installateur instituteur intervenant jardinier joaillier journaliste
  kinésithérapeute laborantin lamineur libraire livreur logisticien machiniste maçon magasinier maître manutentionnaire
  maquilleur maraîcher marbrier maroquinier masseur mécanicien médecin menuisier métreur meunier modéliste moniteur monteur
  mouleur moulinier musicien notaire nourrice opérateur opticien orfèvre ouvrier palefrenier pâtissier paysagiste pêcheur
  peintre pharmacien photographe pilote pisciculteur plaquiste plombier plongeur poissonnier pompier poseur potier préparateur
  pressier professeur programmeur projectionniste psychologue puériculteur qualiticien ravaleur réalisateur réceptionniste
  rédacteur régisseur relieur réparateur responsable restaurateur routier sapeur scénographe sculpteur secrétaire serrurier
  serveur solier sommelier soudeur souffleur standardiste surveillant tailleur tapissier technicien teinturier téléconseiller
  terrassier tisseur tôlier topographe tourneur traducteur traiteur tuyauteur vendeur vérificateur vétérinaire vigneron visiteur
  viticulteur zingueur`

const PORTUGUESE = `açougueiro acabador administrador administrativo advogado agente agricultor ajudante alfaiate analista animador
  apicultor arquiteto arquitecto armador artesão assessor assistente atendente auditor auxiliar avicultor bailarino barbeiro
  bibliotecário bilheteiro biólogo bombeiro cabeleireiro cafeicultor caixeiro calceteiro camareiro caminhoneiro canalizador
  cantor capataz carpinteiro carregador carteiro chapeiro chefe cirurgião cobrador colocador comerciante comissário condutor
  confeiteiro conferente conselheiro construtor consultor contabilista contador controlador coordenador corretor costureiro
  cozinheiro criador cuidador decorador desenhador desenhista desenvolvedor despachante diretor director distribuidor doceiro
  economista editor educador eletricista electricista embalador empregado encadernador encanador encarregado enfermeiro
  engenheiro entregador escritor escultor especialista estafeta esteticista estivador estofador fabricante farmacêutico faxineiro
  ferreiro fiandeiro fiscal fisioterapeuta florista formador fotógrafo fresador funileiro garçom geólogo gerente gestor
  governanta gravador guarda guia impressor informático instalador instrutor investigador jardineiro jornalista ladrilhador
  lavadeiro leiteiro limpeza locutor lojista madeireiro maquinista marceneiro marinheiro massagista matador mecânico médico
  moleiro modista montador motorista músico notário nutricionista oleiro operador operário orientador ourives padeiro palhaço
  pasteleiro pastor pedreiro peixeiro perito pescador pesquisador pintor porteiro preparador professor programador projetista
  psicólogo queijeiro químico rececionista recepcionista redator reparador representante repositor responsável sapateiro
  secretário segurança serralheiro servente servidor soldador sommelier supervisor talhante tapeceiro taxista tecelão técnico
  telefonista terapeuta topógrafo torneiro trabalhador tradutor tratador vaqueiro vendedor veterinário vidraceiro vigilante
  viticultor zelador`

/** Feminine forms of trades, by their endings. */
const OF_WOMEN: Readonly<Partial<Record<Language, readonly (readonly [RegExp, string])[]>>> = {
  spanish: [
    [/o$/u, 'a'],
    [/or$/u, 'ora'],
  ],
  french: [
    [/teur$/u, 'trice'],
    [/eur$/u, 'euse'],
    [/ier$/u, 'ière'],
    [/ien$/u, 'ienne'],
    [/er$/u, 'ère'],
    [/ant$/u, 'ante'],
    [/é$/u, 'ée'],
  ],
  german: [[/(?<=er|ist|ent|ant|loge|graf|or|eur|är)$/u, 'in']],
  portuguese: [
    [/ão$/u, 'ã'],
    [/o$/u, 'a'],
    [/or$/u, 'ora'],
  ],
}

/** Plural endings of trades. */
const OF_MANY: Readonly<Partial<Record<Language, readonly (readonly [RegExp, string])[]>>> = {
  spanish: [
    [/[aeo]$/u, '$&s'],
    [/[rln]$/u, '$&es'],
  ],
  french: [[/(?<!s)$/u, 's']],
  portuguese: [
    [/[aeoã]$/u, '$&s'],
    [/r$/u, 'res'],
  ],
}

const LISTS: Readonly<Record<Language, readonly string[]>> = {
  english: ENGLISH.split(/\s+/),
  spanish: SPANISH.split(/\s+/),
  french: FRENCH.split(/\s+/),
  german: [...GERMAN_PARTS, ...GERMAN_TRADES],
  portuguese: PORTUGUESE.split(/\s+/),
}

/**
 * Returns words of the world of work that the list of frequent words lacks or that other languages have too,
 * with feminine and plural forms.
 */
export function tradesOf(language: Language): ReadonlySet<string> {
  const all = new Set(LISTS[language])
  for (const forms of [OF_WOMEN, OF_MANY])
    for (const word of [...all]) addForm(all, word, forms[language] ?? [])
  return all
}

function addForm(all: Set<string>, word: string, endings: readonly (readonly [RegExp, string])[]): void {
  const rule = endings.find(([ending]) => ending.test(word))
  if (rule) all.add(word.replace(rule[0], rule[1]))
}
