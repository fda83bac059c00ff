import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Placez les étudiants d’un programme sur des besoins, selon leurs vœux et ceux des organisations.',
  empty: 'Il n’y a pas encore de promotions. Créez-en une pour les étudiants à placer ensemble.',
  no_programs: 'Une promotion demande d’abord un programme et ses étudiants.',
  new: 'Nouvelle promotion',
  edit: 'Modifier cette promotion',
  create: 'Créer',
  program: 'Programme',
  needs: 'Besoins',
  own_needs: 'Vos besoins ouverts qui acceptent des étudiants',
  more_needs: 'Autres besoins',
  more_needs_hint:
    'Adresses des pages publiques de besoins d’autres partenaires, ou leurs identifiants, une par ligne.',
  students: 'Étudiants',
  all_of_program: 'Tous les étudiants du programme',
  choose_students: 'Choisir les étudiants',
  takes_all: 'Qui rejoint le programme plus tard participe aussi. Sans consentement, personne n’est placé.',
  takes_some: 'Qui rejoint le programme plus tard ne participe pas tant que vous ne l’avez pas choisi.',
  take_consenting: 'Prendre tous ceux qui consentent aujourd’hui',
  take_all: 'Prendre tout le programme, même qui arrive plus tard',
  tick_lead: 'Cochez qui participe, et enregistrez avant de passer à une autre page.',
  add_found: 'Ajouter tous ceux trouvés',
  remove_found: 'Retirer tous ceux trouvés',
  preferences: 'Vœux',
  import_preferences: 'Importer des vœux',
  run: 'Placer la promotion',
  run_lead:
    'Rien n’est encore proposé. Placez autant de fois que vous voulez, comparez, et publiez le placement voulu.',
  method: 'Méthode',
  placements: 'Placements',
  no_placements: 'Personne n’est encore placé. Recueillez les vœux, puis placez la promotion.',
  placed: 'Placés',
  first_choices: 'Premiers vœux',
  compare: 'Comparer',
  compare_with: 'Comparer avec',
  ranks: 'Vœux exaucés',
  ranks_note: 'Pour qui n’a pas envoyé de vœux, les meilleures correspondances comptent comme vœux.',
  unplaced: 'Non placés',
  nobody_unplaced: 'Tout le monde est placé.',
  reason: 'Pourquoi',
  student: 'Étudiant',
  need: 'Besoin',
  organization: 'Organisation',
  choice: 'Vœu',
  introduction: 'Mise en relation',
  print_list: 'Liste à imprimer',
  print: 'Imprimez cette page avec votre navigateur.',
  publish: 'Publier',
  publish_sure: 'Chaque étudiant placé reçoit une mise en relation. On ne peut pas revenir en arrière.',
  publishing: 'Les mises en relation sont en cours de proposition. Cette page s’actualise d’elle-même.',
  remove: 'Supprimer ce brouillon',
  remove_sure: 'Le brouillon et ses résultats disparaissent. La promotion et les vœux restent.',
  score: 'Somme des scores',
  blocking: 'Paires qui se préféreraient',
  same: 'Pareil dans les deux',
  better: 'Mieux dans celui-ci',
  worse: 'Mieux dans l’autre',
  moved: 'Qui est placé ailleurs',
  this_run: 'Ce placement',
  other_run: 'L’autre',
  not_placed: 'Non placé',
  erased_student: 'Un étudiant effacé',
  gone_need: 'Un besoin qui n’est plus ouvert',
  not_introduced: 'Sans mise en relation',
  back: 'Retour à la promotion',
}
const METHODS = {
  stable: 'Stable : aucune paire ne serait mieux ensemble',
  most_placed: 'Le plus de placés possible',
}
const STATUSES = {
  draft: 'Brouillon',
  publishing: 'En publication',
  published: 'Publié',
}
const REASONS = {
  not_ranked: 'Pas ouvert, ou sans consentement',
  no_match: 'Rien dans la promotion ne convient',
  kept_by_rule: 'Une règle de la promotion',
  no_room: 'D’autres sont placés sur tous ses vœux',
}
const STUDENTS_SHOWN = {
  all: 'Tout le programme',
  consenting: 'Ouverts, avec consentement',
  taking: 'Qui participe',
}
const ACTIONS = {
  cohort_created: 'A créé une promotion',
  cohort_changed: 'A modifié une promotion',
  cohort_students_chosen: 'A choisi les étudiants d’une promotion',
  cohort_placed: 'A placé une promotion',
  placement_published: 'A publié un placement',
  placement_removed: 'A supprimé le brouillon d’un placement',
}
const REFUSALS = {
  placement_published:
    'Ce placement est déjà publié et reste comme trace de ses mises en relation. Retirez celles-ci sur leurs pages, ou placez les autres dans un nouveau placement.',
  candidates_published:
    'Certains de ces étudiants sont déjà publiés dans un autre placement de cette promotion. Pour les placer autrement, retirez d’abord leurs mises en relation.',
  locked_pairs_impossible: 'Une paire fixée de cette promotion ne peut pas être placée. Regardez ses règles.',
  cohort_has_placements:
    'Un placement de cette promotion est publié. La promotion reste comme trace. Créez une nouvelle promotion pour d’autres.',
}

export const fr: DeskAreas['cohorts'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    desk_cohorts: () => 'Promotions',
    desk_cohort: ({ word }) => WORDS[word],
    desk_cohort_method: ({ method }) => METHODS[method],
    desk_placement_status: ({ status }) => STATUSES[status],
    desk_unplaced_reason: ({ reason }) => REASONS[reason],
    desk_choices_sent: ({ sent, all }, { number }) =>
      `${number(sent)} étudiants sur ${number(all)} ont envoyé des vœux`,
    desk_cohort_takes: ({ taking, all }, { number }) =>
      `${number(taking)} étudiants du programme sur ${number(all)} participent`,
    desk_cohort_students_shown: ({ which }) => STUDENTS_SHOWN[which],
    desk_rankings_sent: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'organisation a classé', 'organisations ont classé')} des étudiants`,
    desk_placed_of: ({ placed, all }, { number }) => `${number(placed)} placés sur ${number(all)}`,
    desk_choice_got: ({ rank }) => `Vœu ${rank}`,
    desk_not_introduced: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'étudiant placé n’a pas de mise en relation', 'étudiants placés n’ont pas de mise en relation')}. La liste à imprimer dit pourquoi.`,
  },
}
