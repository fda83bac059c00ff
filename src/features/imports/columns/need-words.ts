import type { Column } from './column.ts'

/**
 * Names that lists of positions give the columns of a need, in English, Spanish, French, German and Portuguese. Lists of
 * students use some of these words for other things, such as `profile`.
 */
const needWords: Readonly<Record<string, string>> = {
  external_id: [
    'vacancy number|requisition id|requisition number|req id|position number|job number|posting number|internship id|placement id|site position id',
    'id vacante|id de vacante|codigo de vacante|numero de vacante|id puesto|codigo del puesto|id de la plaza|codigo oferta|id oferta|numero de oferta',
    'ref|ref offre|reference de l offre|reference offre|numero d offre|no d offre|id offre|id du poste|reference du poste|code offre',
    'stellennummer|stellen nr|stellen id|angebotsnummer|ausschreibungsnummer|platznummer|praktikumsnummer|kennziffer',
    'id da vaga|codigo da vaga|numero da vaga|no da vaga|referencia da vaga|id do estagio|codigo do estagio',
  ].join('|'),
  organization_external_id: [
    'host site|host|host company|site name|host organisation|placement site|partner site|internship site|company or organization',
    'entidad receptora|empresa receptora|organismo|institucion|centro|centro de practicas',
    'entreprise d accueil|organisme d accueil|lieu d accueil|etablissement|raison sociale',
    'praktikumsbetrieb|praxispartner|trager|institution|praktikumsstelle|einsatzbetrieb|kooperationspartner',
    'entidade de acolhimento|empresa de acolhimento|local de estagio|organismo|entidade receptora',
  ].join('|'),
  city: 'local',
  title: [
    'position|role|job|internship title|internship|placement title|name of position|assignment|task title|volunteer role|position name',
    'titulo del puesto|nombre del puesto|puesto ofrecido|nombre de la vacante|vacante|titulo de la vacante|denominacion del puesto|practica|cargo|titulo de la practica',
    'intitule du poste|intitule du stage|intitule de l offre|intitule de la mission|titre du poste|titre du stage|titre de l offre|libelle du poste|sujet du stage|nom du poste|intitule',
    'stellenbezeichnung|stellentitel|positionsbezeichnung|titel der stelle|praktikumstitel|bezeichnung der stelle|position|praktikum|einsatz',
    'titulo da vaga|nome da vaga|titulo do estagio|designacao do estagio|designacao|funcao|nome do cargo|titulo da oportunidade',
  ].join('|'),
  description: [
    'duties|tasks|responsibilities|job duties|key responsibilities|scope of work|what the intern will do|what they will do|role summary|duties and responsibilities',
    'tareas|funciones|actividades|descripcion del puesto|descripcion de tareas|responsabilidades|actividades a realizar|descripcion de la practica',
    'missions|missions principales|mission|taches|activites|descriptif|descriptif du poste|description du poste|description du stage|description des missions|contenu du stage',
    'aufgaben|aufgabe|aufgabenbeschreibung|tatigkeiten|tatigkeit|stellenbeschreibung|beschreibung der aufgaben|beschreibung der stelle|einsatzbeschreibung|aufgabenbereich',
    'tarefas|funcoes|atividades|descricao da vaga|descricao das tarefas|descricao do estagio|responsabilidades|atividades a desenvolver',
  ].join('|'),
  skills: [
    'skills wanted|desired skills|qualifications|required qualifications|must have skills|skills sought|candidate profile',
    'requisitos|competencias requeridas|habilidades requeridas|perfil requerido|conocimientos requeridos|perfil buscado',
    'competences requises|competences recherchees|competences souhaitees|profil recherche|profil souhaite|connaissances requises|prerequis',
    'anforderungen|anforderungsprofil|gesuchtes profil|voraussetzungen|erforderliche kenntnisse|geforderte kenntnisse|gewunschte kenntnisse',
    'requisitos|competencias requeridas|competencias pretendidas|perfil pretendido|conhecimentos requeridos|habilidades exigidas',
  ].join('|'),
  budget: [
    'pay|payment|compensation|stipend|salary|wage|wages|remuneration|hourly pay',
    'remuneracion|ayuda economica|beca|pago|retribucion|salario|sueldo',
    'gratification|remuneration|indemnite|salaire|indemnite de stage|gratification mensuelle',
    'vergutung|entgelt|praktikumsvergutung|aufwandsentschadigung|bezahlung|lohn|gehalt',
    'remuneracao|bolsa|bolsa auxilio|subsidio|pagamento|salario|valor da bolsa',
  ].join('|'),
  positions: [
    'of openings|slots|seats|capacity|vacancies|number of interns|interns needed|number of students|headcount|number of slots|number of vacancies',
    'numero de vacantes|cupos|numero de cupos|puestos|numero de puestos|plazas ofertadas|plazas disponibles',
    'nb de postes|nombre de places|nombre de stagiaires|nb postes|places disponibles',
    'anzahl der platze|anzahl der stellen|freie platze|praktikumsplatze|anzahl praktikanten|anzahl praktikumsplatze',
    'numero de lugares|lugares|no de vagas|quantidade de vagas|vagas disponiveis',
  ].join('|'),
  deadline_at: [
    'apply by|application deadline|closing date|applications close|close date',
    'fecha limite de solicitud|cierre|fecha de cierre|fecha limite de inscripcion',
    'date limite de candidature|candidature avant le|cloture',
    'bewerbungsfrist|bewerbungsschluss|anmeldeschluss',
    'data limite de candidatura|prazo de candidatura|prazo de inscricao|encerramento',
  ].join('|'),
}

/** Adds these names to the columns of a need. */
export function withNeedWords(columns: readonly Column[]): Column[] {
  return columns.map((column) => {
    const words = needWords[column.name]
    return words === undefined ? column : { ...column, synonyms: [...column.synonyms, ...words.split('|')] }
  })
}
