import { joinedBy, type OfficeFaultTexts } from '../fault-texts.ts'

const SAID = {
  once_each: 'Jede ID darf nur einmal vorkommen.',
  question_id: 'Muss aus 1 bis 40 Kleinbuchstaben, Ziffern oder Unterstrichen bestehen.',
  resume_long: 'Darf höchstens 64 KiB groß sein.',
  email_shown: 'Andere Partner können das lesen. Entfernen Sie die E-Mail-Adresse.',
  phone_shown: 'Andere Partner können das lesen. Entfernen Sie die Telefonnummer.',
  domain_shown:
    'Andere Partner können das lesen. Entfernen Sie die Domain aus der E-Mail-Adresse der Studierenden.',
  name_shown: 'Andere Partner können das lesen. Entfernen Sie den Namen der Studierenden.',
  link_shown: 'Andere Partner können das lesen. Entfernen Sie den Link oder den Namen des Profils.',
  school_shown: 'Andere Partner können das lesen. Entfernen Sie den Namen der Hochschule.',
  one_subject:
    'Ein Kalender gehört zu einer Organisation, einer helfenden Person oder einem Programm oder zu allen Ihren. Nennen Sie höchstens eines davon.',
  two_candidates: 'Nennen Sie zwei Studierende.',
  locked_once: 'Eine Person kann nur an einem Gesuch festgelegt werden.',
  pair_forbidden: 'Dasselbe Paar ist ausgeschlossen.',
  bond_opposite: 'Dieselben zwei sollen zusammen vermittelt werden.',
  tie_first: 'Nennen Sie einen Eintrag, der in der Liste auf einen anderen folgt.',
  candidate_of_program: 'Das Programm hat niemanden mit dieser ID.',
  need_unseen: 'Es gibt kein Gesuch mit dieser ID, oder es ist nicht offen, oder Sie dürfen es nicht sehen.',
  record_unknown: 'Es gibt keinen Eintrag mit dieser ID oder diesem Namen.',
  choices_twice: 'Eine andere Zeile enthält die Wünsche desselben Eintrags. Behalten Sie eine davon.',
  question_unknown: 'Das Programm hat keine solche Frage.',
  question_once: 'Beantworten Sie jede Frage einmal.',
  answer_words: 'Beantworten Sie diese Frage in Worten.',
  answer_scale: 'Beantworten Sie diese Frage mit einer Zahl von 1 bis 5.',
  consent_blank:
    'Diese Einwilligung wurde früher gegeben und ist hier leer. Sie bleibt gegeben. Schreiben Sie „nein“, um sie zu beenden.',
  options_of_tables:
    'Das gilt für Tabellen. Eine JSON-Datei nennt ihre Felder und schreibt Tage und Zahlen wie die API.',
  header_blank: 'Schreiben Sie die Überschrift so, wie sie in der Datei steht.',
  email_per_row: 'Jede Zeile braucht ihre eigene E-Mail-Adresse, denn an ihr wird der Eintrag erkannt.',
  email_kept: 'Ein Profil speichert keine persönlichen Angaben. Entfernen Sie die E-Mail-Adresse.',
  field_after_file: 'Setzen Sie dieses Feld vor die Datei, denn das Formular wird der Reihe nach gelesen.',
  field_twice: 'Geben Sie das nur einmal an.',
  field_in_both: 'Geben Sie das in der Adresse oder im Formular an, nicht in beiden.',
}
const ALIKE = {
  candidate: 'Mehrere Studierende des Programms haben den Namen oder die E-Mail-Adresse',
  need: 'Mehrere Gesuche des Jahrgangs haben den Titel',
  organization: 'Mehrere Ihrer Organisationen haben den Namen',
}
const or = joinedBy('oder')
const and = joinedBy('und')

export const officeFaults: OfficeFaultTexts = {
  fault_of_office: ({ what }) => SAID[what],
  fault_outside_cohort: ({ name }) =>
    name === 'need' ? 'Der Jahrgang hat kein solches Gesuch.' : 'Im Jahrgang ist niemand mit dieser ID.',
  fault_capacity: ({ most, isMinimum }) =>
    isMinimum
      ? `Das Gesuch nimmt höchstens ${most}. So könnte es nie besetzt werden.`
      : `Das Gesuch nimmt in diesem Jahrgang höchstens ${most}.`,
  fault_locked: ({ isOneNeed }) =>
    `Die beiden sind an ${isOneNeed ? 'demselben Gesuch' : 'verschiedenen Gesuchen'} festgelegt. Ändern Sie diese Regel oder die festgelegten Paare.`,
  fault_choice_closed: ({ text }) => `${text} kann in diesem Jahrgang nicht gewählt werden.`,
  fault_named_alike: ({ noun, text, ids, areMore }) =>
    `${ALIKE[noun]} „${text}“. Schreiben Sie die ID des richtigen Eintrags: ${or(areMore ? [...ids, 'andere'] : ids)}.`,
  fault_unanswered: ({ id }) => `Beantworten Sie die Frage ${id}.`,
  fault_answer_choices: ({ choices }) => `Beantworten Sie diese Frage mit einem von: ${choices.join('; ')}.`,
  fault_moves: ({ from, to }) => `Diese Person wechselt vom Programm ${from} zu ${to}.`,
  fault_approve_for: ({ roles }) => `Nennen Sie, für wen Sie zustimmen: ${or(roles)}.`,
  fault_json_object: ({ example }) => `Schreiben Sie ein JSON-Objekt, etwa ${example}.`,
  fault_option_of: ({ types }) => `Lassen Sie das weg: Nur Importe von ${and(types)} nehmen es an.`,
  fault_no_email: ({ type }) =>
    `Einträge eines Imports von ${type} haben keine E-Mail. Verwenden Sie external_id.`,
  fault_per_row: ({ column }) =>
    `Jede Zeile braucht ihr eigenes ${column}, also gibt es dafür keinen Standardwert.`,
  fault_one_default: ({ column, other }) =>
    `Geben Sie einen Standardwert für ${column} oder für ${other} an, nicht für beide.`,
  fault_column_unknown: ({ column, type, meant, columns }) =>
    `Es gibt keine Spalte „${column}“ für ${type}.${meant === null ? '' : ` Meinten Sie ${meant}?`} Die Spalten sind: ${columns.join(', ')}.`,
  fault_detail_kept: ({ column }) =>
    `Ein Profil speichert keine persönlichen Angaben. Entfernen Sie ${column}; wenn alle Zeilen einer Datei es teilen, geben Sie es als Standardwert jenes Imports an.`,
  fault_profile_unknown: ({ name, meant }) =>
    `Es gibt kein Importprofil „${name}“. ${meant === null ? 'PUT /v1/import-profiles/{name} speichert eines.' : `Meinten Sie ${meant}?`}`,
  fault_profile_type: ({ name, of, wanted }) =>
    `Das Profil „${name}“ ist für ${of}, und dieser Import ist von ${wanted}.`,
  fault_of_record: ({ id }) => `${id}:`,
}
