import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Les étudiants de votre bureau. Vous seul voyez leurs noms, jusqu’à ce qu’ils consentent et que les deux côtés acceptent.',
  empty: 'Il n’y a pas encore d’étudiants. Commencez par importer une liste.',
  nobody: 'Personne n’a été trouvé. Cherchez un autre nom ou identifiant, ou choisissez tous les programmes.',
  import: 'Importer une liste',
  search: 'Nom ou identifiant interne',
  name: 'Nom',
  preferred_name: 'Se fait appeler',
  external_id: 'Identifiant interne',
  program: 'Programme',
  majors: 'Filières',
  graduates: 'Diplôme le',
  about: 'Description',
  consent: 'Consentement',
  shares_profile: 'Le profil peut être montré',
  shares_contact: 'Le contact peut être montré',
  recorded: 'Donné le',
  source: 'Consigné dans',
  age: 'Âge',
  guardian: 'Consentement d’un parent ou tuteur',
  yes: 'Oui',
  no: 'Non',
  ranked: 'Apparaît dans les correspondances',
  not_ranked: 'N’apparaît pas dans les correspondances',
  disclosures: 'Divulgations',
  disclosures_lead: 'Ce que d’autres partenaires ont vu de cet étudiant, et quand. Une ligne vaut un jour.',
  no_disclosures: 'Personne d’autre n’a vu cet étudiant.',
  to: 'Vu par',
  what: 'Quoi',
  times: 'Fois',
  first: 'Première fois',
  last: 'Dernière fois',
  export: 'Télécharger tout ce qui est conservé',
  erase: 'Effacer cet étudiant',
  erase_lead: 'On ne peut pas revenir en arrière. Ceci sera effacé :',
  erase_keeps:
    'Le journal des divulgations reste : il nomme des partenaires et des jours, et rien de l’étudiant.',
  erase_record: 'la fiche avec sa personne et son offre',
  erased: 'Cet étudiant a été effacé. Il ne reste que le journal des divulgations.',
}
const STATUSES = {
  open: 'Ouvert',
  paused: 'En pause',
  closed: 'Fermé',
}
const AGES = {
  under_16: 'Moins de 16 ans',
  '16_17': '16 ou 17 ans',
  '18_20': '18 à 20 ans',
  '21_plus': '21 ans ou plus',
}
const SHOWN = {
  profile: 'Profil',
  contact: 'Contact',
}

export const fr: DeskAreas['students'] = {
  actions: { student_erased: 'A effacé un étudiant' },
  refusals: {
    candidate_erased:
      'Cet étudiant a été effacé. Aucune donnée personnelle ne reste. Si la personne revient, importez-la à nouveau.',
    record_merged: 'Cette fiche a été fusionnée avec une autre. Cherchez l’étudiant par son nom.',
  },
  words: {
    desk_students: () => 'Étudiants',
    desk_student: ({ word }) => WORDS[word],
    desk_student_status: ({ status }) => STATUSES[status],
    desk_student_age: ({ age }) => AGES[age],
    desk_student_shown: ({ shown }) => SHOWN[shown],
    desk_student_introductions: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'mise en relation', 'mises en relation')}`,
    desk_student_engagements: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'mission avec ses heures', 'missions avec leurs heures')}`,
    desk_student_rows: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'ligne d’un import', 'lignes d’imports')}`,
    desk_student_papers: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'convention, lien ou évaluation', 'conventions, liens et évaluations')}`,
    desk_student_erase_sure: ({ name }) => `Effacer ${name}`,
  },
}
