import { joinedBy, type OfficeFaultTexts } from '../fault-texts.ts'

const SAID = {
  once_each: 'Chaque identifiant ne peut figurer qu’une fois.',
  question_id: 'Doit compter de 1 à 40 minuscules, chiffres ou tirets bas.',
  resume_long: 'Doit faire au plus 64 Kio.',
  email_shown: 'D’autres partenaires peuvent lire ceci. Retirez l’adresse e-mail.',
  phone_shown: 'D’autres partenaires peuvent lire ceci. Retirez le numéro de téléphone.',
  domain_shown:
    'D’autres partenaires peuvent lire ceci. Retirez le domaine de l’adresse e-mail de l’étudiant.',
  name_shown: 'D’autres partenaires peuvent lire ceci. Retirez le nom de l’étudiant.',
  link_shown: 'D’autres partenaires peuvent lire ceci. Retirez le lien ou le nom du profil.',
  school_shown: 'D’autres partenaires peuvent lire ceci. Retirez le nom de l’école.',
  one_subject:
    'Un calendrier porte sur une organisation, un aidant ou un programme, ou sur tous les vôtres. N’en nommez qu’un au plus.',
  two_candidates: 'Nommez deux étudiants.',
  locked_once: 'Un étudiant ne peut être fixé qu’à un seul besoin.',
  pair_forbidden: 'La même paire est interdite.',
  bond_opposite: 'Les deux mêmes étudiants doivent être placés ensemble.',
  tie_first: 'Nommez un élément qui en suit un autre dans la liste.',
  candidate_of_program: 'Le programme n’a pas d’étudiant avec cet identifiant.',
  need_unseen: 'Aucun besoin n’a cet identifiant, ou il n’est pas ouvert, ou vous ne pouvez pas le voir.',
  record_unknown: 'Rien n’a cet identifiant ou ce nom.',
  choices_twice: 'Une autre ligne contient les choix du même élément. Gardez-en une.',
  question_unknown: 'Le programme n’a pas cette question.',
  question_once: 'Répondez une fois à chaque question.',
  answer_words: 'Répondez à cette question avec des mots.',
  answer_scale: 'Répondez à cette question par un nombre de 1 à 5.',
  consent_blank:
    'L’étudiant avait donné ce consentement, et il est vide ici. Il reste donné. Écrivez « non » pour y mettre fin.',
  options_of_tables:
    'Ceci vaut pour les tableaux. Un fichier JSON nomme ses champs et écrit les dates et les nombres comme l’API.',
  header_blank: 'Écrivez l’en-tête comme dans le fichier.',
  email_per_row: 'Chaque ligne a besoin de son propre email, car c’est lui qui retrouve l’élément.',
  email_kept: 'Un profil ne garde pas de données personnelles. Retirez l’adresse e-mail.',
  field_after_file: 'Placez ce champ avant le fichier, car le formulaire est lu dans l’ordre.',
  field_twice: 'Indiquez ceci une seule fois.',
  field_in_both: 'Indiquez ceci dans l’adresse ou dans le formulaire, pas dans les deux.',
}
const ALIKE = {
  candidate: 'Plusieurs étudiants du programme ont le nom ou l’adresse e-mail',
  need: 'Plusieurs besoins de la promotion ont le titre',
  organization: 'Plusieurs de vos organisations ont le nom',
}
const or = joinedBy('ou')
const and = joinedBy('et')

export const officeFaults: OfficeFaultTexts = {
  fault_of_office: ({ what }) => SAID[what],
  fault_outside_cohort: ({ name }) =>
    name === 'need' ? 'La promotion n’a pas ce besoin.' : 'La promotion n’a pas cet étudiant.',
  fault_capacity: ({ most, isMinimum }) =>
    isMinimum
      ? `Le besoin prend au plus ${most}. Ainsi, il ne pourrait jamais être pourvu.`
      : `Le besoin prend au plus ${most} dans cette promotion.`,
  fault_locked: ({ isOneNeed }) =>
    `Les deux sont fixés à ${isOneNeed ? 'un même besoin' : 'des besoins différents'}. Changez cette règle ou les paires fixées.`,
  fault_choice_closed: ({ text }) => `${text} ne peut pas être choisi dans cette promotion.`,
  fault_named_alike: ({ noun, text, ids, areMore }) =>
    `${ALIKE[noun]} « ${text} ». Écrivez l’identifiant du bon : ${or(areMore ? [...ids, 'd’autres'] : ids)}.`,
  fault_unanswered: ({ id }) => `Répondez à la question ${id}.`,
  fault_answer_choices: ({ choices }) => `Répondez à cette question par l’un de : ${choices.join(' ; ')}.`,
  fault_moves: ({ from, to }) => `L’étudiant passe du programme ${from} à ${to}.`,
  fault_approve_for: ({ roles }) => `Dites pour qui vous approuvez : ${or(roles)}.`,
  fault_json_object: ({ example }) => `Écrivez un objet JSON, par exemple ${example}.`,
  fault_option_of: ({ types }) => `Omettez-le : seuls les imports de ${and(types)} l’acceptent.`,
  fault_no_email: ({ type }) => `Un import de ${type} n’a pas d’adresses e-mail. Utilisez external_id.`,
  fault_per_row: ({ column }) =>
    `Chaque ligne a besoin de son propre ${column}, il ne peut donc pas avoir de valeur par défaut.`,
  fault_one_default: ({ column, other }) =>
    `Donnez une valeur par défaut à ${column} ou à ${other}, pas aux deux.`,
  fault_column_unknown: ({ column, type, meant, columns }) =>
    `Il n’y a pas de colonne « ${column} » pour ${type}.${meant === null ? '' : ` Vouliez-vous dire ${meant} ?`} Les colonnes sont : ${columns.join(', ')}.`,
  fault_detail_kept: ({ column }) =>
    `Un profil ne garde pas de données personnelles. Retirez ${column} ; si toutes les lignes d’un fichier le partagent, donnez-le comme valeur par défaut de cet import.`,
  fault_profile_unknown: ({ name, meant }) =>
    `Il n’y a pas de profil d’import « ${name} ». ${meant === null ? 'PUT /v1/import-profiles/{name} en enregistre un.' : `Vouliez-vous dire ${meant} ?`}`,
  fault_profile_type: ({ name, of, wanted }) =>
    `Le profil « ${name} » est pour ${of}, et cet import est de ${wanted}.`,
  fault_of_record: ({ id }) => `${id} :`,
}
