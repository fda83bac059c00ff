import type { DeskAreas } from '../desk-texts.ts'

const STATUSES = { open: 'Ouvert', filled: 'Pourvu', paused: 'En pause', closed: 'Fermé' }
const SET = { open: 'Rouvrir', filled: 'Marquer comme pourvu', paused: 'Mettre en pause', closed: 'Fermer' }
const FITS = {
  strong: 'Convient très bien',
  good: 'Convient bien',
  possible: 'Peut convenir',
  weak: 'Convient peu',
}
const PARTY = { need: 'Organisation', offer: 'Personne qui aide' }
const POST = { need: 'Publier un besoin', offer: 'Publier une offre' }
const LEAD = {
  need: 'Ce dont vos organisations ont besoin. Ouvrez-en un pour voir qui pourrait aider.',
  offer: 'Ce que proposent vos aidants. Ouvrez-en une pour voir où elle est utile.',
}
const EMPTY = {
  need: 'Pas encore de besoins. Publiez le premier, avec vos propres mots.',
  offer: 'Pas encore d’offres. Publiez la première, avec vos propres mots.',
}
const NOBODY = {
  need: 'Aucune offre ne convient encore. Voyez ci-dessous ce qui s’en approche, ou décrivez mieux votre besoin.',
  offer: 'Aucun besoin ne convient encore. Voyez ci-dessous ce qui s’en approche, ou décrivez mieux l’offre.',
}
const NOT_OPEN = {
  need: 'Seuls les besoins ouverts sont mis en correspondance. Rouvrez-le pour voir qui pourrait aider.',
  offer: 'Seules les offres ouvertes sont mises en correspondance. Rouvrez-la pour voir où elle est utile.',
}
const PER = { hour: 'de l’heure', project: 'pour le projet', total: 'en tout' }
const EDIT = { need: 'Modifier le besoin', offer: 'Modifier l’offre' }
const CHOOSE = { need: 'Quelle organisation a besoin d’aide ?', offer: 'Qui propose son aide ?' }
const NO_PARTIES = {
  need: 'Pas encore d’organisations. Ajoutez la première ou importez une liste.',
  offer: 'Pas encore d’aidants. Ajoutez la première personne ou importez une liste.',
}
const KINDS = { volunteer: 'bénévoles', intern: 'stagiaires', barter: 'troc', paid: 'aide rémunérée' }
const VISIBLE = { network: 'tout le réseau', partner: 'nous seuls' }
const MOVES = {
  revenue: 'plus de recettes',
  mission: 'notre mission',
  time_freed: 'notre temps',
  none: 'rien encore',
}
const DECIDES = {
  decides: 'La personne qui aide décide',
  proposes: 'La personne qui aide propose, nous décidons',
  follows: 'La personne qui aide suit nos étapes',
}
const WHEN = {
  proofs: 'Justificatifs',
  times: 'Heures de la semaine',
  times_hint: 'Par exemple, Lun-Mer 13:00-17:00; Ven 09:00-12:00.',
  times_zone: 'Fuseau horaire de ces heures',
  sessions: 'Séances',
  sessions_hint:
    'Pour un travail à des jours précis, comme un samedi de neuf heures à midi. Laissez vides les lignes inutiles.',
  session_day: 'Jour',
  session_start: 'De',
  session_end: 'À',
  session_positions: 'Aidants',
  session_note: 'À savoir',
  requires: 'Ce que la personne qui aide doit avoir',
  licences: 'Agréments',
  minimum_age: 'Âge minimum',
  open_to: 'Ouverte à',
  open_to_hint: 'Rien de coché : toutes, mais les bénévoles n’aident que les associations.',
  presence: 'Jours précis et jours d’absence',
  dates: 'Seulement ces jours-là',
  not_available: 'Pas ces jours-là',
  days_hint: 'Un par ligne : 2027-03-14, ou 2027-03-14 - 2027-03-21.',
  latitude: 'Latitude',
  longitude: 'Longitude',
  map_hint: 'D’après une carte, comme 45.52 et -122.68. Sans elles, les distances restent inconnues.',
}
const REQUIREMENTS = {
  age_over_18: 'Doit avoir plus de 18 ans',
  background_check: 'Vérification des antécédents',
}

export const fr: DeskAreas['postings'] = {
  actions: {
    introduction_proposed: 'A proposé une mise en relation',
    need_posted: 'A publié un besoin',
    need_changed: 'A modifié un besoin',
    need_status_changed: 'A changé l’état d’un besoin',
    offer_posted: 'A publié une offre',
    offer_changed: 'A modifié une offre',
    offer_status_changed: 'A changé l’état d’une offre',
  },
  refusals: {
    not_a_match: 'Ces deux annonces ne vont pas ensemble. Voyez ci-dessous ce qui les sépare.',
    introduction_standing:
      'Ces deux annonces sont déjà en relation, ou une proposition attend. Cherchez-la parmi les mises en relation.',
    too_many_introductions:
      'Trop de propositions attendent déjà d’un côté. Attendez une réponse ou retirez-en une.',
    too_many_proposals:
      'Votre bureau a proposé autant qu’il le peut pour l’instant. Attendez d’abord des réponses.',
    declined_recently: 'Cela a été refusé il y a peu. Essayez quelqu’un d’autre pour l’instant.',
    held_in_ring:
      'Cette offre est réservée à un cercle en cours d’accord. Attendez la fin du cercle, ou choisissez une autre offre.',
    session_not_open: 'Aucune des dates de ce besoin n’est encore libre. Choisissez un autre besoin.',
    precondition_failed:
      'Quelqu’un l’a modifié depuis que vous l’avez ouvert. Regardez dans une autre fenêtre ce qu’il contient maintenant. Si votre version doit le remplacer, envoyez-la de nouveau.',
    invalid_cursor: 'Cette page de la liste est trop ancienne. Reprenez au début.',
    not_ready: 'Les correspondances se préparent. Réessayez dans une minute.',
  },
  words: {
    desk_needs: () => 'Besoins',
    desk_offers: () => 'Offres',
    desk_postings_lead: ({ side }) => LEAD[side],
    desk_postings_empty: ({ side }) => EMPTY[side],
    desk_post: ({ side }) => POST[side],
    desk_party: ({ side }) => PARTY[side],
    desk_posting_status: ({ status }) => STATUSES[status],
    desk_set_status: ({ status }) => SET[status],
    desk_not_open: ({ side }) => NOT_OPEN[side],
    desk_nothing_found: () =>
      'Rien ne correspond à cette recherche. Essayez avec moins de mots, ou affichez tout.',
    desk_short_day: ({ day }, { shortDay }) => shortDay(day),
    desk_search: () => 'Chercher',
    desk_words: () => 'Mots',
    desk_title: () => 'Titre',
    desk_edit: () => 'Modifier',
    desk_notices: () => 'Bon à savoir',
    desk_own: () => 'aussi à vous',
    desk_matches: () => 'Correspondances',
    desk_matches_empty: ({ side }) => NOBODY[side],
    desk_fit: ({ fit }) => FITS[fit],
    desk_fit_name: () => 'Adéquation',
    desk_summary: () => 'En une phrase',
    desk_cost: () => 'Coût',
    desk_cost_none: () => 'Ne coûte rien',
    desk_match_cost: ({ cost, unit }, { money }) => `${money(cost)} ${PER[unit]}`,
    desk_covered: () => 'Compétences couvertes',
    desk_missing: () => 'Compétences manquantes',
    desk_why: () => 'Pourquoi elles vont ensemble',
    desk_blocked: () => 'Ce qui les sépare',
    desk_blocked_by: () => 'Ce qui sépare les autres',
    desk_near: () => 'Il s’en faut de peu',
    desk_near_show: () => 'Montrer celles qui conviennent presque',
    desk_near_none: () => 'Rien d’autre ne s’en approche.',
    desk_near_lead: ({ count }) =>
      count === 1 ? 'Cela conviendrait à une condition :' : 'Cela conviendrait à ces conditions :',
    desk_propose: () => 'Proposer',
    desk_message_hint: () =>
      'Ce que l’autre côté doit savoir. N’y mettez pas de coordonnées : les deux côtés les voient une fois la proposition acceptée.',
    desk_compare: () => 'Comparer',
    desk_compare_lead: () =>
      'Choisissez ci-dessus de deux à quatre correspondances pour les voir côte à côte.',
    desk_compare_choose: () => 'Comparer celle-ci',
    desk_compare_few: () => 'Choisissez d’abord au moins deux correspondances de ce besoin.',
    desk_compare_most: ({ chosen, shown }) =>
      `Vous avez choisi ${chosen} correspondances. Les ${shown} premières sont affichées.`,
    desk_edit_posting: ({ side }) => EDIT[side],
    desk_choose_party: ({ side }) => CHOOSE[side],
    desk_no_parties: ({ side }) => NO_PARTIES[side],
    desk_post_now: () => 'Publier',
    desk_cancel: () => 'Annuler',
    desk_preview: () => 'Voir les correspondances',
    desk_preview_lead: () =>
      'Les correspondances apparaissent ici pendant que vous écrivez, ou avec le bouton « Voir les correspondances ».',
    desk_preview_found: ({ count }, { number, noun }) =>
      `${number(count)} ${noun(count, 'correspondance', 'correspondances')}`,
    desk_preview_later: () => 'Complétez ce qui manque pour voir les correspondances.',
    desk_readiness: ({ score }) => `Préparation : ${score} sur 100`,
    desk_first_change: () => 'Ce qui aiderait le plus :',
    desk_when: ({ word }) => WHEN[word],
    desk_requirement: ({ which }) => REQUIREMENTS[which],
    desk_least_age: ({ age }) => `Au moins ${age} ans`,
    desk_form_work: () => 'Le travail',
    desk_form_place: () => 'Où et quand',
    desk_form_terms: () => 'Conditions',
    desk_form_terms_of: ({ kinds }, { either }) => `Conditions : ${either(kinds.map((kind) => KINDS[kind]))}`,
    desk_form_brief: () => 'Comment vous travaillerez ensemble',
    desk_form_brief_lead: () => 'L’aide échoue moins souvent quand cela est clair dès le début.',
    desk_description: () => 'Description',
    desk_description_hint: () => 'Avec vos propres mots. Les compétences y sont lues aussi.',
    desk_lines_hint: () => 'Une par ligne.',
    desk_skills_must: () => 'Compétences indispensables',
    desk_skills_more: () => 'Autres compétences',
    desk_currency: () => 'Devise, comme EUR',
    desk_unit: () => 'Paie pour',
    desk_pay_unit: ({ unit }) => PER[unit],
    desk_city: () => 'Ville',
    desk_region: () => 'État ou région',
    desk_postal_code: () => 'Code postal',
    desk_country_name: () => 'Pays',
    desk_max_distance: () => 'Distance maximale en km',
    desk_visibility: () => 'Visible par',
    desk_visible_to: ({ to }) => VISIBLE[to],
    desk_causes: () => 'Causes',
    desk_learning_goals: () => 'Souhaite apprendre',
    desk_hours_required: () => 'Heures exigées en tout',
    desk_credit_required: () => 'Doit donner des crédits universitaires',
    desk_paid_only: () => 'Seulement un travail rémunéré',
    desk_brief_outcome: () => 'À quoi chacun reconnaîtra que c’est fait',
    desk_brief_moves: () => 'Ce que cela améliore',
    desk_brief_move: ({ moves }) => MOVES[moves],
    desk_brief_steps: () => 'Étapes',
    desk_brief_document: () => 'Adresse d’un document avec les étapes',
    desk_brief_autonomy: () => 'Qui décide',
    desk_brief_decides: ({ autonomy }) => DECIDES[autonomy],
    desk_brief_check_ins: () => 'Entretiens par semaine',
    desk_brief_training: () => 'Heures prévues de formation',
    desk_brief_repeats: () => 'Combien de fois par semaine cela revient',
    desk_brief_gains: () => 'Ce que la personne qui aide y gagne',
  },
}
