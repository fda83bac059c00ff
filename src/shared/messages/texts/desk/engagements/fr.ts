import type { DeskAreas } from '../desk-texts.ts'

const STATUSES = { active: 'En cours', completed: 'Accompli', ended_early: 'Arrêté' }
const HOURS = { logged: 'En attente', confirmed: 'Confirmées', disputed: 'Contestées' }
const REASONS = {
  agreed: 'D’un commun accord',
  work_changed: 'Le travail a changé',
  no_time: 'Plus le temps',
  skills_do_not_fit: 'Les compétences ne conviennent pas',
  other_side_stopped_answering: 'L’autre côté ne répond plus',
  other: 'Une autre raison',
}
const OUTCOMES = {
  0: 'Rien d’atteint',
  1: 'Un peu atteint',
  2: 'À moitié atteint',
  3: 'Presque tout atteint',
  4: 'Tout atteint',
}
const OBSTACLES = {
  task_not_system: 'Une tâche au lieu d’un système',
  micromanaged: 'Trop de contrôle',
  no_plan: 'Pas de plan',
  busy_work: 'Un travail sans but',
  hireling_not_teammate: 'Traité en étranger, pas en équipier',
  skill_gap: 'Des compétences manquaient',
  no_time_to_train: 'Pas le temps de former',
  communication: 'La communication',
  availability: 'Les horaires ne convenaient pas',
  other: 'Autre chose',
}

export const fr: DeskAreas['engagements'] = {
  actions: {
    hours_logged: 'A noté des heures',
    hours_confirmed: 'A confirmé des heures',
    hours_disputed: 'A contesté des heures',
    hours_corrected: 'A corrigé des heures',
    hours_withdrawn: 'A retiré des heures',
    plan_changed: 'A modifié un plan',
    engagement_done: 'A marqué un travail comme fait',
    engagement_ended: 'A mis fin à un travail',
    retrospective_sent: 'A envoyé un bilan',
  },
  refusals: {
    engagement_not_active: 'Ce travail est déjà terminé. S’il continue, proposez-le à nouveau.',
    not_your_side: 'Seul l’autre côté peut le faire. Attendez, ou écrivez à son contact.',
    hours_not_confirmed:
      'Ces heures ne sont pas encore confirmées. Retirez-les ou laissez l’autre côté répondre.',
    correction_open: 'Ces heures ont une correction en attente. Répondez-y ou retirez-la d’abord.',
    hours_answered: 'Ces heures sont déjà confirmées. Si elles sont fausses, corrigez-les.',
    credit_limit:
      'Les crédits de temps d’un côté ne suffisent pas pour ces heures. Notez moins d’heures, ou attendez qu’il en donne d’abord.',
    retrospective_given: 'Votre côté a déjà envoyé son bilan. Il reste tel qu’il a été envoyé.',
    engagement_not_ended: 'Envoyez le bilan une fois le travail terminé.',
    not_silent_long_enough:
      'L’autre côté a été actif ces sept derniers jours. Choisissez une autre raison, ou attendez.',
    too_many_calendars: 'Le nombre maximal d’adresses de calendrier est atteint. Supprimez-en une d’abord.',
  },
  words: {
    desk_correct: () => 'Corriger',
    desk_correct_lead: () => 'L’autre côté confirme la différence.',
    desk_right_hours: () => 'Le bon nombre d’heures',
    desk_sessions_over: () => 'Séances sans heures',
    desk_engagements: () => 'Missions',
    desk_engagements_lead: () => 'Le travail dont les deux côtés ont convenu.',
    desk_engagements_empty: () =>
      'Pas encore de travail. Il commence quand une mise en relation est acceptée.',
    desk_engagement_status: ({ status }) => STATUSES[status],
    desk_started: () => 'Début',
    desk_ended: () => 'Fin',
    desk_agreed: () => 'Ce qui a été convenu',
    desk_done_by: () => 'Marqué comme fait par',
    desk_speak_for: () => 'Vous parlez pour',
    desk_plan: () => 'Plan',
    desk_plan_empty: () => 'Pas encore de plan. Notez ce que les deux côtés attendent.',
    desk_plan_change: () => 'Modifier le plan',
    desk_plan_hours: () => 'Heures en tout',
    desk_check_in: () => 'Entretiens réguliers',
    desk_check_ins: ({ days, start, zone }, { noun, number }) =>
      `Tous les ${number(days)} ${noun(days, 'jour', 'jours')} à ${start} (${zone})`,
    desk_check_in_days: () => 'Jours d’un entretien à l’autre',
    desk_check_in_start: () => 'Les entretiens commencent à, comme 09:30',
    desk_check_in_minutes: () => 'Minutes d’un entretien',
    desk_time_zone: () => 'Fuseau horaire des entretiens',
    desk_time_zone_hint: () => 'Comme Europe/Paris. Vide, c’est celui de l’organisation.',
    desk_organization_gives: () => 'Ce que donne l’organisation',
    desk_helper_gives: () => 'Ce que donne la personne qui aide',
    desk_supervisor: () => 'Qui encadre, par sa fonction',
    desk_calendar: () => 'Adresse de calendrier',
    desk_calendar_make: () => 'Créer une adresse de calendrier',
    desk_calendar_lead: () =>
      'Abonnez-vous-y depuis n’importe quel agenda : il montre les entretiens et séances de votre côté. Quiconque a l’adresse peut le lire, et elle ne sera plus montrée.',
    desk_back: () => 'Retour',
    desk_hours_worked: () => 'Heures de travail',
    desk_hours_empty: () =>
      'Pas encore d’heures. Notez ici celles qui ont été faites ; l’autre côté les confirmera.',
    desk_hours_log: () => 'Noter des heures',
    desk_worked_on: () => 'Jour du travail',
    desk_hours_of_day: () => 'Heures',
    desk_logged_by: () => 'Notées par',
    desk_hours_status: ({ status }) => HOURS[status],
    desk_confirm: () => 'Confirmer',
    desk_dispute: () => 'Contester',
    desk_finish: () => 'Terminer',
    desk_finish_lead: () => 'Le travail est accompli quand les deux côtés l’ont marqué comme fait.',
    desk_mark_done: () => 'Marquer comme fait',
    desk_end: () => 'Arrêter avant la fin',
    desk_end_reason: ({ reason }) => REASONS[reason],
    desk_retrospective: () => 'Comment cela s’est passé',
    desk_retrospective_lead: () =>
      'Chaque côté donne son avis. Vous verrez celui de l’autre quand les deux l’auront donné.',
    desk_outcome_name: () => 'Ce qui a été atteint',
    desk_outcome: ({ outcome }) => OUTCOMES[outcome],
    desk_hours_spent: () => 'Heures que votre côté y a passées',
    desk_obstacles: () => 'Ce qui a gêné',
    desk_obstacle: ({ obstacle }) => OBSTACLES[obstacle],
    desk_again: () => 'Travaillerait encore ensemble',
    desk_yes_no: ({ is }) => (is ? 'Oui' : 'Non'),
    desk_send: () => 'Envoyer',
  },
}
