import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  title: 'Convention et documents',
  agreement: 'Convention pédagogique',
  none: 'Il n’y a pas encore de convention. Écrivez ce que le stagiaire apprendra et fera. Ensuite chacun l’approuve.',
  write: 'Écrire la convention',
  change: 'Écrire une nouvelle version',
  change_lead: 'Chacun doit approuver de nouveau une nouvelle version.',
  written: 'Écrite',
  approvals: 'Approbations',
  not_yet: 'Pas encore approuvée',
  all_approved: 'Tout le monde a approuvé cette version.',
  replaced: 'Une version plus récente a remplacé celle-ci.',
  newest: 'Version la plus récente',
  earlier: 'Versions précédentes',
  print: 'Page à imprimer',
  tasks: 'Tâches du stagiaire',
  supervision: 'Qui encadre le stagiaire, comment et à quel rythme',
  supervision_hint: 'Par sa fonction, sans son nom.',
  assessment: 'Comment vous verrez que les objectifs sont atteints',
  notes: 'Autres accords',
  gone: 'Le stagiaire a été effacé, et avec lui ce que disait cette version.',
  documents: 'Documents',
  no_documents:
    'Il n’y a pas encore de documents. Ajoutez des liens vers des rapports, des formulaires ou des feuilles d’heures.',
  document_title: 'Titre du document',
  document_url: 'Adresse web',
  document_hint: 'Seul le lien est conservé. Il commence par https, et ses lecteurs doivent y avoir accès.',
  add_document: 'Ajouter le lien',
  evaluations: 'Évaluations',
  evaluations_lead:
    'Chaque partie répond une fois. Vous voyez les réponses de l’autre partie quand les deux ont envoyé les leurs.',
  no_questions: 'Le programme ne pose pas de questions ici.',
  mid_term: 'Au milieu du travail',
  final: 'À la fin du travail',
  waits: 'L’autre partie n’a pas encore envoyé ses réponses.',
  approve: 'Approuver cette version',
}
const ACTIONS = {
  agreement_written: 'A écrit une convention pédagogique',
  agreement_approved: 'A approuvé une convention pédagogique',
  document_added: 'A ajouté un document',
  document_removed: 'A retiré un document',
  evaluation_sent: 'A envoyé une évaluation',
}
const REFUSALS = {
  not_an_internship: 'Ce travail n’est pas un stage : il n’a ni convention ni évaluations.',
  agreement_changed:
    'Quelqu’un a écrit une autre version entre-temps. Lisez-la, puis approuvez ou modifiez celle-là.',
  too_many_documents: 'Il y a déjà autant de documents que possible. Retirez-en un d’abord.',
  no_evaluation: 'Le programme ne pose pas de questions ici. Son bureau peut en ajouter.',
  evaluation_not_due:
    'Il est trop tôt ou trop tard pour cette évaluation. La première concerne un travail en cours, la dernière ses deux dernières semaines et la suite.',
  evaluation_given: 'Votre partie a déjà envoyé cette évaluation. Elle reste telle qu’elle a été envoyée.',
}
const ROLES = {
  student: 'Stagiaire',
  office: 'Bureau des stages',
  supervisor: 'Encadrant',
}
const APPROVE = {
  student: 'Approuver pour le stagiaire',
  office: 'Approuver pour le bureau',
  supervisor: 'Approuver comme encadrant',
}
const SCALE = {
  1: '1 (le plus bas)',
  2: '2',
  3: '3',
  4: '4',
  5: '5 (le plus haut)',
}

export const fr: DeskAreas['papers'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    desk_papers: ({ word }) => WORDS[word],
    desk_agreement_role: ({ role }) => ROLES[role],
    desk_agreement_version: ({ version }) => `Version ${version}`,
    desk_approve_as: ({ role }) => APPROVE[role],
    desk_works_at: ({ helper, organization }) => `${helper} chez ${organization}`,
    desk_scale_answer: ({ value }) => SCALE[value],
    desk_title_of_agreement: ({ title }) => `${WORDS.agreement}: ${title}`,
  },
}
