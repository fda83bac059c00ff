import type { DeskAreas } from '../desk-texts.ts'

const NEW = {
  organization: 'Ajouter une organisation',
  helper: 'Ajouter une personne qui aide',
  program: 'Ajouter un programme',
}
const LEADS = {
  organization:
    'Une entreprise, une association ou une personne qui travaille seule. Ensuite, vous publiez ce dont elle a besoin.',
  helper: 'Une personne ou une organisation qui aide. Ensuite, vous publiez ce qu’elle offre.',
  program:
    'Les conditions d’un groupe d’étudiants : quand ils travaillent, combien de temps et pour combien de crédits. Ensuite, vous importez les étudiants.',
}
const PARTIES = { organization: 'Organisations', helper: 'Personnes qui aident', program: 'Programmes' }
const EMPTY = {
  organization: 'Aucune organisation pour l’instant. Ajoutez la première ou importez une liste.',
  helper: 'Personne n’aide encore. Ajoutez la première personne ou importez une liste.',
  program: 'Aucun programme pour l’instant. Ajoutez le premier, puis importez ses étudiants.',
}
const EDIT = {
  organization: 'Modifier l’organisation',
  helper: 'Modifier la personne qui aide',
  program: 'Modifier le programme',
}
const WORDS = {
  contact: 'Qui contacter',
  contact_lead: 'L’autre côté le voit une fois que les deux ont accepté une mise en relation, pas avant.',
  about: 'De qui il s’agit',
  place: 'Où',
  kind: 'Type',
  languages: 'Langues',
  time_zone: 'Fuseau horaire',
  url: 'Site web',
  public_name: 'Nom sur les pages publiques',
  public_name_hint: 'Seulement avec son accord. Sans lui, les pages publiques ne nomment personne.',
  preferred_name: 'Nom d’usage',
  preferred_name_hint: 'Les autres le voient à la place du nom.',
  most_hours: 'Heures par semaine au plus, en tout',
  school: 'Établissement',
  term: 'Semestre',
  term_hint: 'Par exemple, printemps 2027.',
  terms: 'Le travail',
  credits: 'Crédits pour un placement',
  hours_per_credit: 'Heures de travail pour un crédit',
  proofs: 'Justificatifs',
  proofs_lead: 'Ce que les besoins peuvent exiger. L’accueil prévient avant une échéance.',
  over_18: 'Plus de 18 ans, confirmé le',
  check_issued: 'Extrait de casier judiciaire, délivré le',
  check_expires: 'Extrait de casier judiciaire, dernier jour',
  licences_hint: 'Une par ligne, avec son dernier jour s’il y en a un : notaire, 2027-05-01.',
  credit: 'Crédits',
  credit_must: 'Chaque stage doit donner des crédits',
  credit_may: 'Des crédits sont possibles',
  kinds_allowed: 'Les étudiants travaillent pour',
  kinds_allowed_hint: 'Rien de coché : pour toutes.',
  most_per_organization: 'Nombre maximal d’étudiants par organisation',
}
const ORGANIZATIONS = {
  solopreneur: 'Travaille seul',
  small_business: 'Petite entreprise',
  nonprofit: 'Sans but lucratif',
}
const HELPERS = { person: 'Une personne', organization: 'Une organisation' }

export const fr: DeskAreas['parties'] = {
  actions: {
    organization_created: 'A ajouté une organisation',
    helper_created: 'A ajouté une personne qui aide',
    program_created: 'A ajouté un programme',
    organization_changed: 'A modifié une organisation',
    helper_changed: 'A modifié une personne qui aide',
    program_changed: 'A modifié un programme',
  },
  refusals: {
    kept_by_candidate: 'Ceci vient de la fiche d’un étudiant. Modifiez l’étudiant par une importation.',
  },
  words: {
    desk_new_party: ({ party }) => NEW[party],
    desk_new_party_lead: ({ party }) => LEADS[party],
    desk_parties: ({ party }) => PARTIES[party],
    desk_parties_empty: ({ party }) => EMPTY[party],
    desk_edit_party: ({ party }) => EDIT[party],
    desk_party_word: ({ word }) => WORDS[word],
    desk_organization_kind: ({ kind }) => ORGANIZATIONS[kind],
    desk_helper_kind: ({ kind }) => HELPERS[kind],
    desk_language: ({ language: tag }, { language, capitalized }) => capitalized(language(tag)),
    desk_create: () => 'Ajouter',
  },
}
