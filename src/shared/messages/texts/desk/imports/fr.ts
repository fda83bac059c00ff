import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  title: 'Importer',
  lead: 'Envoyez un tableau. Vous voyez comment il est compris, et vous le corrigez, avant que rien ne soit écrit.',
  empty: 'Rien n’a encore été importé. Choisissez un fichier ci-dessus : une liste d’étudiants, par exemple.',
  upload: 'Importer un fichier',
  file: 'Fichier',
  file_hint: 'Un tableau (.xlsx ou .csv) ou du JSON, jusqu’à 100 Mio et 100 000 lignes.',
  what: 'Chaque ligne décrit',
  program: 'Programme des étudiants dont la ligne n’en nomme pas',
  cohort: 'Promotion, pour les vœux',
  profile: 'Profil d’import',
  none: 'Aucun',
  by_email: 'Trouver les fiches par l’e-mail : les lignes n’ont pas d’identifiant',
  start: 'Envoyer et vérifier',
  past: 'Imports précédents',
  when: 'Quand',
  result: 'Résultat',
  reading: 'Le fichier est en cours de lecture. Cette page suit d’elle-même.',
  cancel: 'Annuler',
  columns: 'Colonnes',
  columns_lead: 'Dites ce que contient chaque colonne. Toutes les lignes sont ensuite revérifiées.',
  header: 'Dans le fichier',
  meaning: 'Contient',
  samples: 'Exemples',
  as_found: 'Comme reconnu',
  leave_out: 'Laisser de côté',
  missing_lead:
    'Ceci manque dans le fichier. Choisissez une colonne ci-dessus, ou écrivez ici ce qui vaut pour toutes les lignes.',
  dates: 'Ordre des dates',
  decimals: 'Signe décimal',
  check_again: 'Vérifier toutes les lignes',
  save_profile: 'Enregistrer comme profil d’import',
  profile_name: 'Nom du profil',
  of_the_file: 'Sur le fichier',
  rows: 'Lignes à regarder',
  rows_lead:
    'Corrigez les cellules ici, ou téléchargez ces lignes, corrigez-les dans le tableau et envoyez ce fichier.',
  no_rows: 'Toutes les lignes sont comprises.',
  correct: 'Corriger et revérifier',
  apply: 'Importer maintenant',
  report: 'Télécharger ces lignes',
  file_gone: 'Le fichier n’est plus conservé. Envoyez-le de nouveau pour changer quelque chose.',
  see_students: 'Voir les étudiants',
}
const TYPES = {
  candidates: 'un étudiant',
  needs: 'un besoin',
  offers: 'une offre',
  organizations: 'une organisation',
  helpers: 'une personne qui aide',
  candidate_preferences: 'les vœux d’un étudiant',
  organization_preferences: 'le classement d’une organisation',
  hours: 'des heures travaillées',
}
const STATUSES = {
  receiving: 'En arrivée',
  queued: 'En attente',
  running: 'En lecture',
  done: 'Terminé',
  failed: 'Échoué',
  cancelled: 'Annulé',
}
const MODES = {
  dry_run: 'Vérification seule',
  apply: 'Import',
}
const OUTCOMES = {
  dry_run: {
    created: 'Nouveaux',
    updated: 'Changeraient',
    unchanged: 'Inchangés',
    rejected: 'Refusées',
    noticed: 'Avec remarques',
  },
  apply: {
    created: 'Créés',
    updated: 'Changés',
    unchanged: 'Inchangés',
    rejected: 'Refusées',
    noticed: 'Avec remarques',
  },
}
const ORDERS = {
  dmy: 'jour, mois, année',
  mdy: 'mois, jour, année',
  ymd: 'année, mois, jour',
}

const ACTIONS = {
  import_uploaded: 'A envoyé un fichier',
  import_read_again: 'A fait lire un fichier autrement',
  import_corrected: 'A corrigé des lignes d’un fichier',
  import_applied: 'A importé un fichier',
  import_cancelled: 'A annulé un import',
  import_profile_saved: 'A enregistré un profil d’import',
}

const REFUSALS = {
  import_running: 'Le fichier est encore en cours de lecture. Attendez la fin.',
  import_ended: 'Cet import est terminé et son fichier n’est plus conservé. Envoyez le fichier de nouveau.',
  too_many_imports: 'Trop d’imports attendent. Réessayez quand l’un d’eux sera terminé.',
  upload_incomplete: 'Le fichier n’est pas arrivé en entier. Envoyez-le de nouveau.',
  body_too_large: 'Le fichier est trop grand. Il peut avoir jusqu’à 100 Mio.',
  encoding_not_supported:
    'Le texte du fichier est illisible. Enregistrez-le comme classeur Excel (.xlsx) ou comme CSV en UTF-8.',
  unsupported_media_type:
    'Ce n’est pas un tableau. Enregistrez-le comme classeur Excel (.xlsx) ou comme CSV.',
}

/** The words of imports. */
export const fr: DeskAreas['imports'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    desk_imports: () => WORDS.title,
    desk_import: ({ word }) => WORDS[word],
    desk_import_type: ({ type }) => TYPES[type],
    desk_import_status: ({ status }) => STATUSES[status],
    desk_import_mode: ({ mode }) => MODES[mode],
    desk_import_outcome: ({ outcome, mode }) => OUTCOMES[mode][outcome],
    desk_import_order: ({ order }) => ORDERS[order],
    desk_import_rows_read: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'ligne lue', 'lignes lues')}`,
    desk_import_row: ({ number, line }) => `Rangée ${number}, ligne ${line}`,
    desk_import_apply_sure: ({ created, updated, rejected }, { noun, number }) =>
      `${number(created)} ${noun(created, 'fiche sera créée', 'fiches seront créées')} et ${number(updated)} ${noun(updated, 'changée', 'changées')}.${rejected > 0 ? ` ${number(rejected)} ${noun(rejected, 'ligne refusée est laissée', 'lignes refusées sont laissées')} de côté.` : ''}`,
    desk_import_missing: ({ column }) => `${column} pour toutes les lignes`,
    desk_import_meaning_of: ({ header }) => `Ce que contient « ${header} »`,
  },
}
