import type { RefusalSentences, RefusalTexts } from '../refusal-texts.ts'
import { titles } from '../titles/fr.ts'

const SAID: RefusalSentences = {
  no_token: 'Envoyez un jeton obtenu avec POST /oauth/token comme Authorization: Bearer.',
  not_a_token:
    'Seuls les jetons sont acceptés ici. Envoyez l’identifiant et le secret de votre client à POST /oauth/token, et le jeton reçu comme Authorization: Bearer.',
  token_invalid:
    'Ce jeton n’est pas valable ici. Obtenez-en un avec POST /oauth/token de ce service et envoyez-le tel quel.',
  token_expired:
    'Ce jeton a expiré : les jetons durent 15 minutes. Obtenez-en un nouveau avec POST /oauth/token.',
  token_of_disabled:
    'Le client de ce jeton a été désactivé : un nouveau jeton n’aiderait pas. Qui gère vos clients peut l’activer : avec POST /v1/clients/{id}/enable, dans les pages du personnel sous Développeurs, ou l’opérateur.',
  token_of_removed:
    'Le client de ce jeton a été supprimé définitivement. Utilisez-en un autre, ou faites-en créer un : avec POST /v1/clients, dans les pages du personnel sous Développeurs, ou par l’opérateur.',
  if_match_needed:
    'Lisez la ressource et envoyez son ETag, par exemple If-Match: "1". If-Match: * la modifie quelle que soit sa version.',
  if_match_form: 'If-Match doit être l’ETag de votre dernière lecture avec ses guillemets, par exemple "1".',
  weak_etag:
    'Un ETag faible ne correspond jamais. Envoyez l’ETag sans W/, par exemple "1". Certains proxys ajoutent W/ quand ils compressent.',
  changed_since: 'La ressource a changé depuis que vous l’avez lue. Relisez-la et réessayez.',
  key_form: 'Idempotency-Key doit contenir de 1 à 255 caractères ASCII visibles.',
  key_in_use: 'Une requête avec cette Idempotency-Key est encore en cours. Attendez-la, puis réessayez.',
  key_reused: 'Cette Idempotency-Key a servi pour une autre requête. Envoyez-en une nouvelle.',
  compressed: 'Les corps compressés ne sont pas acceptés. Envoyez le corps tel quel, sans Content-Encoding.',
  too_large: 'Le corps est trop volumineux. Envoyez-en moins à la fois.',
  wrong_length: 'Le corps n’a pas la longueur que Content-Length annonce. Envoyez-le à nouveau.',
  address_too_long: 'L’adresse est trop longue.',
  database_away: 'Le service est indisponible pour le moment. Réessayez dans un instant.',
  overloaded: 'Le service est surchargé. Réessayez dans un instant.',
  loading: 'Le marché est encore en cours de chargement. Réessayez dans un instant.',
  failed:
    'Une erreur s’est produite de notre côté et a été enregistrée. Indiquez le request_id si vous la signalez.',
  need_no_longer_open:
    'Le besoin n’est plus ouvert. Choisissez-en un autre avec GET /v1/offers/{id}/matches.',
  need_taken:
    'Le besoin est déjà pourvu ou fermé : plus personne ne peut être accepté. Refusez la mise en relation, ou rouvrez le besoin avec POST /v1/needs/{id}/reopen.',
  offer_cannot_begin:
    'La personne qui aide ne peut pas commencer un nouveau travail maintenant. Demandez à son partenaire, ou choisissez une autre offre.',
  offer_gone:
    'L’offre est fermée ou supprimée et ne prend plus de travail. Refusez la mise en relation, ou choisissez une autre offre avec GET /v1/needs/{id}/matches.',
  no_match: 'Ce besoin et cette offre ne correspondent pas. Les raisons sont sous errors.',
  sessions_missed:
    'La personne qui aide ne peut pas venir à certaines de ces séances. Voyez errors. Ne nommez que les autres dans session_ids.',
  already_introduced:
    'Ce besoin et cette offre ont déjà une mise en relation ouverte ou un travail en cours. Trouvez-le avec GET /v1/introductions?need_id=…&offer_id=….',
  withdrawn_when_filled:
    'La mise en relation a été retirée quand le besoin a été pourvu. S’il rouvre, proposez-la à nouveau avec POST /v1/introductions.',
  introduction_expired: 'La mise en relation a expiré. Proposez-la à nouveau avec POST /v1/introductions.',
}
const KINDS = { client: 'd’un même client', address: 'd’une même adresse' }

export const refusals: RefusalTexts = {
  refusal_title: ({ of }) => titles[of],
  refusal_said: ({ what }) => SAID[what],
  refusal_scope: ({ scope }) =>
    `Il faut pour cela un jeton avec le scope ${scope}. Utilisez un client qui l’a, et omettez scope dans la demande du jeton ou nommez-le.`,
  refusal_rate: ({ quotas }) => {
    const most = quotas.map(({ requests, seconds }) => `${requests} en ${seconds} s`).join(', ')
    return `Trop de requêtes de ce type : au plus ${most}. Attendez le nombre de secondes indiqué par Retry-After.`
  },
  refusal_open_requests: ({ most, of }) =>
    `Au plus ${most} requêtes ${KINDS[of]} peuvent être ouvertes à la fois. Attendez une réponse, puis envoyez la suivante.`,
  refusal_route: ({ meant }) => {
    const said = meant === null ? '' : ` Vouliez-vous dire ${meant} ?`
    return `Aucune route n’a ce chemin.${said} La référence sous /docs les énumère toutes.`
  },
  refusal_method: ({ allowed, method }) => `Ce chemin accepte ${allowed}, pas ${method}.`,
  refusal_media_type: ({ types }) => {
    const named = types.length > 2 ? `l’un de ${types.join(', ')}` : types.join(' ou ')
    return `Ce Content-Type n’est pas accepté ici. Envoyez Content-Type: ${named}.`
  },
  refusal_status: ({ of, status }) =>
    of === 'need'
      ? `Le besoin a le statut ${status}. Son propre partenaire peut le rouvrir avec POST /v1/needs/{id}/reopen.`
      : `L’offre a le statut ${status}. Choisissez-en une autre avec GET /v1/needs/{id}/matches.`,
  refusal_answered: ({ status }) =>
    `La mise en relation a déjà le statut ${status}. Lisez-la pour voir qui a répondu et quand.`,
  refusal_external_id: ({ name }) =>
    `Une autre de vos fiches de ce type (${name}) a déjà cet external_id. Modifiez-la avec PUT par son identifiant externe, ou choisissez-en un autre.`,
  refusal_turn: ({ of, isAnswer }) => {
    const other = of === 'need' ? 'offer' : 'need'
    return isAnswer
      ? `Seul l’autre côté (${of}) peut répondre, car le côté ${other} a proposé. Attendez sa réponse, ou retirez la proposition avec POST /v1/introductions/{id}/withdraw.`
      : `Seul le côté ${of} peut la retirer, car il l’a proposée. Répondez avec POST /v1/introductions/{id}/accept ou /decline.`
  },
}
