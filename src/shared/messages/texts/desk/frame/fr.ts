import type { DeskAreas } from '../desk-texts.ts'

const ROLES = { viewer: 'Lecture', editor: 'Édition', admin: 'Administration' }
const ROLES_MAY = {
  viewer: 'voit tout et ne change rien',
  editor: 'publie, propose et répond',
  admin: 'gère aussi l’équipe et voit le journal',
}
const WAITS = {
  rings: ['cercle attend votre réponse', 'cercles attendent votre réponse'],
  hours: ['saisie d’heures à confirmer', 'saisies d’heures à confirmer'],
  imports: ['import à revoir', 'imports à revoir'],
  sprints: ['sprint se termine dans la journée', 'sprints se terminent dans la journée'],
  credentials: [
    'aidant dont un justificatif expire sous 30 jours',
    'aidants dont un justificatif expire sous 30 jours',
  ],
} as const
const STATUSES = { invited: 'Invitation envoyée', active: 'Active', suspended: 'Suspendue' }
const SIDES = {
  need: 'Proposée par le côté qui cherche de l’aide',
  offer: 'Proposée par le côté qui offre de l’aide',
}
const INTRODUCTIONS = {
  proposed: 'En attente',
  accepted: 'Acceptée',
  declined: 'Refusée',
  withdrawn: 'Retirée',
  expired: 'Expirée',
}
const KINDS = { volunteer: 'bénévolat', intern: 'stage', barter: 'troc', paid: 'aide rémunérée' }
const MODALITIES = { remote: 'À distance', onsite: 'Sur place', hybrid: 'En partie sur place' }
const PER = { hour: 'de l’heure', project: 'pour le projet' }
const REASONS = {
  not_needed_any_more: 'Plus nécessaire',
  no_time_now: 'Pas le temps maintenant',
  skills_do_not_fit: 'Les compétences ne conviennent pas',
  hours_do_not_fit: 'Les heures ne conviennent pas',
  terms_do_not_fit: 'Les conditions ne conviennent pas',
  too_far_away: 'Trop loin',
  found_someone_else: 'Quelqu’un d’autre a été trouvé',
  other: 'Une autre raison',
}
const ACTIONS = {
  signed_in: 'Connexion',
  staff_invited: 'Personne invitée',
  staff_link_renewed: 'Nouveau lien de connexion créé',
  staff_role_changed: 'Rôle changé',
  staff_suspended: 'Personne suspendue',
  staff_resumed: 'Personne réadmise',
  staff_removed: 'Personne retirée',
  introduction_accepted: 'Mise en relation acceptée',
  introduction_declined: 'Mise en relation refusée',
  introduction_withdrawn: 'Mise en relation retirée',
}
const REFUSALS = {
  not_found: 'Cela n’existe pas ici, ou plus. Cela a peut-être été supprimé.',
  role_missing: 'Votre rôle ne le permet pas. Adressez-vous à qui administre votre équipe.',
  form_not_from_here: 'Ce formulaire est trop ancien. Rechargez la page et recommencez.',
  sign_in_link_spent: 'Ce lien a déjà servi ou est trop ancien. Demandez-en un nouveau.',
  last_administrator: 'Cette personne est seule à administrer l’équipe. Donnez d’abord ce rôle à une autre.',
  too_many_staff: 'L’équipe ne peut pas être plus grande. Retirez d’abord quelqu’un.',
  staff_suspended: 'Cette personne est suspendue. Réadmettez-la d’abord.',
  introduction_not_open: 'Cette mise en relation a déjà reçu une réponse ou a expiré. Proposez-la à nouveau.',
  introduction_not_yours_to_answer:
    'C’est l’autre côté qui répond à cette mise en relation. Attendez, ou retirez votre proposition.',
  need_not_open: 'Le besoin est déjà couvert ou fermé. Refusez, ou choisissez un autre besoin.',
  offer_not_open: 'L’offre est fermée ou a été supprimée. Refusez, ou choisissez une autre offre.',
  fully_committed: 'Ces heures sont déjà promises. Vous pouvez accepter malgré tout.',
  validation_failed: 'Corrigez ce qui est marqué ci-dessous.',
  guardian_consent_missing:
    'Cet étudiant est mineur, et aucun consentement d’un parent ou tuteur n’est enregistré. Importez-le d’abord.',
  overloaded: 'Il y a trop de demandes en ce moment. Réessayez dans une minute.',
  rate_limited: 'Cela fait beaucoup d’un coup. Attendez une minute, puis réessayez.',
  too_many_open_requests:
    'Trop de vos demandes sont encore en cours. Attendez qu’elles se terminent, puis réessayez.',
  request_timeout: 'L’envoi a pris trop de temps. Vérifiez votre connexion, puis réessayez.',
  uri_too_long: 'L’adresse de cette page est trop longue. Repartez de la liste.',
  rings_unavailable: 'Les cercles sont désactivés ici. Demandez à l’opérateur.',
  database_unavailable: 'Le service est momentanément indisponible. Réessayez dans un instant.',
  internal: 'Quelque chose a échoué de notre côté et a été noté. Réessayez plus tard.',
}

const words: DeskAreas['frame']['words'] = {
  desk: () => 'Bureau',
  desk_skip: () => 'Aller au contenu',
  desk_home: () => 'Accueil',
  desk_introductions: () => 'Mises en relation',
  desk_team: () => 'Équipe',
  desk_audit: () => 'Journal',
  desk_sign_in: () => 'Se connecter',
  desk_sign_in_lead: () =>
    'On se connecte avec un lien créé par qui administre votre équipe ou par l’opérateur. Il sert une fois, pendant 24 heures. S’il a déjà servi ou est trop ancien, demandez-en un nouveau.',
  desk_sign_in_as: ({ name, partner }) => `Vous allez vous connecter en tant que ${name} chez ${partner}.`,
  desk_sign_in_start: () => 'Se connecter maintenant',
  desk_sign_out: () => 'Se déconnecter',
  desk_signed_in_as: ({ name }) => `Session de ${name}`,
  desk_number: ({ value }, { number }) => number(value),
  desk_more: () => 'Suite',
  desk_instant: ({ at }, { instant }) => instant(at),
  desk_save: () => 'Enregistrer',
  desk_change: () => 'Modifier',
  desk_request: ({ id }) => `Si vous le signalez, mentionnez la requête ${id}.`,
  desk_wrong: () => 'Cela n’a pas marché',

  desk_waiting: () => 'En attente de vous',
  desk_nothing_waits: () => 'Rien ne vous attend. Bravo.',
  desk_answer_by: () => 'Répondre avant le',
  desk_introductions_wait: ({ count }, { noun, number }) =>
    `${number(count)} ${noun(count, 'mise en relation', 'mises en relation')} à traiter`,
  desk_waits: ({ what, count, isMore }, { noun, number }) => {
    const [one, other] = WAITS[what]
    return `${number(count)}${isMore ? '+' : ''} ${noun(count, one, other)}`
  },
  desk_show: () => 'Afficher',

  desk_name: () => 'Nom',
  desk_role: () => 'Rôle',
  desk_status: () => 'État',
  desk_role_name: ({ role }) => ROLES[role],
  desk_role_about: ({ role }) => ROLES_MAY[role],
  desk_status_name: ({ status }) => STATUSES[status],
  desk_last_seen: () => 'Dernière connexion',
  desk_never: () => 'Jamais',
  desk_invite: () => 'Inviter quelqu’un',
  desk_invite_lead: () =>
    'Vous recevez un lien à transmettre. Il connecte cette personne une fois, pendant 24 heures.',
  desk_link_made: ({ name }) => `Un lien pour ${name}`,
  desk_link_lead: ({ hours }) =>
    `Transmettez-le en privé. Il sert une fois, pendant ${hours} heures, et n’est plus montré.`,
  desk_link_new: () => 'Nouveau lien',
  desk_suspend: () => 'Suspendre',
  desk_resume: () => 'Réadmettre',
  desk_remove: () => 'Retirer',
  desk_remove_sure: ({ name }) => `${name} sera déconnecté et ne pourra plus se connecter.`,
  desk_you: () => 'vous',

  desk_audit_lead: () => 'Ce qui a été fait ici, le plus récent d’abord.',
  desk_audit_empty: () => 'Rien n’a encore été fait.',
  desk_audit_when: () => 'Quand',
  desk_audit_who: () => 'Qui',
  desk_audit_what: () => 'Quoi',
  desk_audit_record: () => 'Fiche',
  desk_operator: () => 'Opérateur',
  desk_download_csv: () => 'Télécharger en CSV',

  desk_introductions_lead: () =>
    'Quelqu’un a proposé qu’un besoin et une offre se rencontrent. L’autre côté répond.',
  desk_introductions_empty: () =>
    'Pas encore de mise en relation ici. Elles apparaissent dès que quelqu’un en propose une.',
  desk_introduction: () => 'Mise en relation',
  desk_proposed_by: ({ side }) => SIDES[side],
  desk_introduction_status: ({ status }) => INTRODUCTIONS[status],
  desk_the_need: () => 'Le besoin',
  desk_the_offer: () => 'L’offre',
  desk_message: () => 'Message',
  desk_accept: () => 'Accepter',
  desk_decline: () => 'Refuser',
  desk_withdraw: () => 'Retirer',
  desk_reason: () => 'Raison',
  desk_decline_reason: ({ reason }) => REASONS[reason],
  desk_overcommit: () => 'Accepter même si ces heures sont déjà promises',
  desk_contacts: () => 'Contacts',
  desk_yours_to_answer: () => 'Votre réponse est attendue',
  desk_waits_for_others: () => 'L’autre côté répondra',
  desk_filter_all: () => 'Toutes',

  desk_skills: () => 'Compétences',
  desk_accepts: () => 'Accepte',
  desk_kind: () => 'Type d’aide',
  desk_kinds: ({ kinds }, { either }) => either(kinds.map((kind) => KINDS[kind])),
  desk_positions: () => 'Personnes recherchées',
  desk_where: () => 'Où',
  desk_modality: ({ modality }) => MODALITIES[modality],
  desk_place: () => 'Lieu',
  desk_country: ({ country: code }, { country }) => country(code),
  desk_hours: () => 'Heures par semaine',
  desk_hours_left: () => 'Heures libres par semaine',
  desk_starts: () => 'Commence le',
  desk_ends: () => 'Finit le',
  desk_day: ({ day: date }, { day }) => day(date),
  desk_budget: () => 'Prix',
  desk_price: ({ price: { cost, unit } }, { money }) => `${money(cost)} ${PER[unit]}`,
  desk_gives: () => 'Donne en échange',
  desk_wants: () => 'Souhaite en échange',
  desk_contact_name: () => 'Personne à joindre',
  desk_contact_email: () => 'Adresse e-mail',
  desk_contact_phone: () => 'Téléphone',
}

export const fr: DeskAreas['frame'] = { words, actions: ACTIONS, refusals: REFUSALS }
