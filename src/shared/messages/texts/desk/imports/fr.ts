import type { DeskAreas } from '../desk-texts.ts'
import { importCellWords } from '../import-cells/fr.ts'
import { importFieldWords } from '../import-fields/fr.ts'
import { importRowWords } from '../import-rows/fr.ts'

const WORDS = {
  remark_advice:
    'Sous Colonnes, choisissez la colonne qui le contient ou écrivez une valeur pour toutes les lignes.',
  template: 'Télécharger un modèle',
  template_lead: 'Ou partez d’un modèle : une ligne est remplie à titre d’exemple.',
  title: 'Importer',
  lead: 'Envoyez un tableau. Vous voyez comment il est compris, et vous le corrigez, avant que rien ne soit écrit.',
  empty: 'Rien n’a encore été importé. Choisissez un fichier ci-dessus : une liste d’étudiants, par exemple.',
  upload: 'Importer un fichier',
  file: 'Fichier',
  file_hint: 'Un tableau (.xlsx ou .csv) ou du JSON, jusqu’à 100 Mio et 100 000 lignes.',
  what: 'Chaque ligne décrit',
  program_first: 'Les étudiants sont d’un programme : créez-le avant de les importer.',
  program_add: 'Ajouter un programme',
  program: 'Programme des étudiants dont la ligne n’en nomme pas',
  cohort: 'Promotion, pour les vœux',
  profile: 'Profil d’import',
  none: 'Aucun',
  consent_zone: 'Fuseau horaire des consentements',
  consent_zone_hint: 'Pour les heures de consentements que le fichier écrit sans fuseau horaire.',
  consent_zone_of_row: 'Le fuseau horaire de chaque ligne',
  by_email: 'Trouver les fiches par l’e-mail : les lignes n’ont pas d’identifiant',
  start: 'Envoyer et vérifier',
  past: 'Imports précédents',
  when: 'Quand',
  result: 'Résultat',
  reading: 'Le fichier est en cours de lecture. Cette page s’actualise d’elle-même.',
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
  correct_same: 'Corriger aussi les cellules identiques dans toutes les autres lignes',
  correct: 'Corriger et revérifier',
  apply: 'Importer maintenant',
  report: 'Télécharger ces lignes',
  file_gone: 'Le fichier n’est plus conservé. Envoyez-le de nouveau pour changer quelque chose.',
  see_students: 'Voir les étudiants',
  undo: 'Annuler les effets de cet import',
  undo_sure:
    'Tout ce que cet import a créé est supprimé, ou rien si quelque chose en a déjà découlé, et ce qu’il a modifié redevient ce que c’était. C’est possible jusqu’à 24 heures après sa fin.',
  undo_sure_students:
    'Tous les étudiants que cet import a créés sont effacés, ou aucun si quelque chose a déjà découlé de l’un d’eux, et ceux qu’il a modifiés redeviennent ce qu’ils étaient. C’est possible jusqu’à 24 heures après sa fin.',
  undone: 'Les effets de cet import ont été annulés.',
  undone_kept: 'Certaines fiches restent telles que l’import les a laissées :',
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
  undone: 'Annulé après coup',
}
const MODES = {
  dry_run: 'Vérification seule',
  apply: 'Import',
}
/** Of one row, which is feminine. */
const OF_A_ROW = {
  dry_run: {
    created: 'Nouvelle',
    updated: 'Changerait',
    unchanged: 'Inchangée',
    rejected: 'Refusée',
    noticed: 'Avec remarques',
  },
  apply: {
    created: 'Créée',
    updated: 'Changée',
    unchanged: 'Inchangée',
    rejected: 'Refusée',
    noticed: 'Avec remarques',
  },
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

const REMARKS = {
  value_left_out: 'Cette valeur a été écartée.',
  other_value_left_out: 'Une autre colonne le dit aussi ; cette valeur n’a pas servi.',
  left_out: 'Une partie a été écartée.',
  id_left_out: 'L’identifiant a été écarté, car l’e-mail trouve la fiche.',
  email_left_out: 'Cet e-mail appartient à une fiche fusionnée et a été écarté.',
  value_changed: 'Cela a été repris sous une autre forme.',
  value_read_as: 'Vérifiez que cela a été lu comme vous l’entendez.',
  two_values: 'Plusieurs cellules disent des choses différentes.',
  invalid_value: 'Ceci ne peut être ni lu ni utilisé.',
  required: 'Ceci manque.',
  skill_unknown:
    'Aucune compétence connue ne porte ce nom. Elle est gardée, mais ne correspond qu’au même mot.',
  same_email: 'Une autre fiche a le même e-mail. Si c’est la même, gardez-en une.',
  similar_id: 'Un autre identifiant est presque le même. Si c’est le même, écrivez-le pareil.',
  several_records: 'Plusieurs fiches ont cet e-mail. Fusionnez-les d’abord.',
  total_row: 'Cette ligne est un total et n’a pas été importée.',
  remark_row: 'Cette ligne est une remarque et n’a pas été importée.',
  text_garbled: 'Des lettres sont abîmées. Corrigez-les.',
  letter_lost: 'Une lettre était déjà perdue. Corrigez-la.',
  cells_merged: 'Les cellules fusionnées ne comptent que pour leur première colonne.',
  cells_without_header: 'Des cellules sans en-tête ont été écartées.',
  row_too_long: 'La ligne est trop longue.',
  too_many_cells: 'La ligne a plus de cellules que l’en-tête.',
  quote_not_closed: 'Un guillemet n’est jamais fermé.',
  quote_misplaced: 'Un guillemet est mal placé.',
  not_json: 'Le texte n’est pas du JSON.',
  comma_ignored: 'Une virgule en trop a été ignorée.',
  unknown_field: 'Ce champ est inconnu.',
  erased: 'La personne a été effacée.',
  columns_ignored:
    'Des colonnes ont été écartées, faute de savoir ce qu’elles contiennent. Choisissez leur sens sous Colonnes.',
  columns_missing:
    'Les nouvelles fiches demandent des colonnes qui manquent au fichier. Sous Colonnes, dites lesquelles les contiennent ou écrivez une valeur pour toutes les lignes.',
  headers_missing: 'Il manque au fichier des colonnes choisies ou nommées par son profil.',
  columns_hidden: 'Les colonnes masquées ont été lues aussi.',
  rows_hidden: 'Les lignes masquées ont été lues aussi.',
  sheets_ignored: 'Une seule feuille du classeur a été lue.',
  encoding_unsure: 'Vérifiez les noms accentués : l’encodage du texte n’est pas certain.',
  encoding_mixed: 'Des parties du texte sont encodées différemment. Vérifiez les noms accentués.',
  email_can_be_key:
    'Les lignes n’ont pas d’identifiant. Retrouvez les fiches par e-mail : cochez-le sous Colonnes.',
  title_is_key:
    'Vérifiez les lignes de même titre : le fichier n’a pas d’identifiants, donc le titre et l’organisation comptent.',
  decimal_found: 'Vérifiez comment les décimales ont été lues. Vous pouvez le dire sous Colonnes.',
  date_order_found: 'Vérifiez comment les dates ont été lues. Vous pouvez dire leur ordre sous Colonnes.',
}

const ACTIONS = {
  import_uploaded: 'A envoyé un fichier',
  import_read_again: 'A fait lire un fichier autrement',
  import_corrected: 'A corrigé des lignes d’un fichier',
  import_applied: 'A importé un fichier',
  import_cancelled: 'A annulé un import',
  import_undone_by_staff: 'A annulé les effets d’un import',
  import_profile_saved: 'A enregistré un profil d’import',
}

const REFUSALS = {
  import_running: 'Le fichier est encore en cours de lecture. Attendez la fin.',
  import_undone:
    'Les effets de cet import ont déjà été annulés. Pour l’importer à nouveau, envoyez le fichier encore une fois.',
  import_not_undoable:
    'Les effets de cet import ne peuvent pas être annulés. Modifiez ou supprimez les fiches une par une.',
  import_in_use: 'Quelque chose a déjà découlé de cet import, donc rien n’a été annulé :',
  import_ended: 'Cet import est terminé et son fichier n’est plus conservé. Envoyez le fichier de nouveau.',
  too_many_imports: 'Trop d’imports attendent. Réessayez quand l’un d’eux sera terminé.',
  malformed_request:
    'Le fichier est abîmé ou n’est pas ce que dit son nom. Enregistrez-le à nouveau et envoyez-le encore.',
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
    ...importFieldWords,
    ...importCellWords,
    ...importRowWords,
    desk_import_remark: ({ code }) => REMARKS[code],
    desk_imports: () => WORDS.title,
    desk_import: ({ word }) => WORDS[word],
    desk_import_type: ({ type }) => TYPES[type],
    desk_import_status: ({ status }) => STATUSES[status],
    desk_import_mode: ({ mode }) => MODES[mode],
    desk_import_outcome: ({ outcome, mode }) => OUTCOMES[mode][outcome],
    desk_import_order: ({ order }) => ORDERS[order],
    desk_import_rows_read: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'ligne lue', 'lignes lues')}`,
    desk_import_row_outcome: ({ outcome, mode }) => OF_A_ROW[mode][outcome],
    desk_import_row: ({ line }) => `Ligne ${line} du fichier`,
    desk_import_apply_sure: ({ created, updated, rejected }, { noun, number }) =>
      `${number(created)} ${noun(created, 'fiche sera créée', 'fiches seront créées')} et ${number(updated)} ${noun(updated, 'changée', 'changées')}.${rejected > 0 ? ` ${number(rejected)} ${noun(rejected, 'ligne refusée est laissée', 'lignes refusées sont laissées')} de côté.` : ''}`,
    desk_import_missing: ({ column }) => `${column} pour toutes les lignes`,
    desk_import_read_in: ({ zone }) => `Une heure sans fuseau horaire est lue dans ${zone}.`,
    desk_import_meaning_of: ({ header }) => `Ce que contient « ${header} »`,
  },
}
