import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Des programmes appellent l’API pour vous avec un identifiant de client et un secret, et reçoivent des messages quand quelque chose change.',
  clients: 'Clients',
  no_clients: 'Aucun programme ne peut encore appeler l’API pour vous. Créez un client ci-dessous.',
  last_used: 'Dernier usage',
  scopes: 'Droits',
  rotate: 'Nouveau secret',
  rotate_lead: 'Les anciens secrets fonctionnent encore 24 heures.',
  new_client: 'Créer un client',
  name_hint: 'À quoi il sert : synchronisation nocturne, par exemple.',
  access: 'Il peut',
  create: 'Créer',
  secret: 'Le secret d’un client',
  secret_lead: 'Copiez-le maintenant et gardez-le en lieu sûr. Il ne sera plus montré.',
  endpoints: 'Webhooks',
  no_endpoints:
    'Aucune adresse ne reçoit encore de messages. Un programme en ajoute une : voir les webhooks dans la référence.',
  reference: 'Référence',
  address: 'Adresse',
  enabled: 'Actif',
  disabled: 'Suspendu',
  events: 'Événements',
  events_lead:
    'Ce qui est arrivé à vos fiches et à celles qui vous concernent, du plus ancien au plus récent, sur les 30 derniers jours.',
  no_events: 'Rien ne s’est encore passé. Publiez un besoin, et son événement sera ici.',
  requests: 'Requêtes',
  requests_lead:
    'Ce que les programmes ont demandé pour vous, le plus récent d’abord. Chaque réponse porte un Request-Id : cherchez-le. Jusqu’à 10 000 requêtes sont gardées 7 jours, sans adresses, recherches ni contenus.',
  no_requests: 'Aucune requête ici. Une nouvelle apparaît après une ou deux secondes.',
  request: 'Requête',
  answer: 'Réponse',
  duration: 'Durée',
  deliveries: 'Messages à une adresse',
  no_deliveries: 'Rien n’a encore été envoyé. Envoyez un message d’essai.',
  attempts: 'Tentatives',
  failing_since: 'En échec depuis',
  send_test: 'Envoyer un message d’essai',
  resend: 'Envoyer à nouveau',
  data: 'Données',
}
const ACCESS = {
  viewer: 'tout lire',
  editor: 'tout lire et modifier',
  admin: 'aussi gérer clients, webhooks et réglages',
}
const DELIVERIES = {
  pending: 'En attente',
  delivered: 'Remis',
  failed: 'Échoué',
}

export const fr: DeskAreas['developers'] = {
  actions: {
    client_created: 'A créé un client',
    client_secret_rotated: 'A donné un nouveau secret à un client',
    client_disabled: 'A suspendu un client',
    client_enabled: 'A réadmis un client',
    delivery_resent: 'A renvoyé un message',
    webhook_tested: 'A envoyé un message d’essai',
  },
  refusals: {
    too_many_clients: 'Le nombre maximal de clients est atteint. Supprimez-en un d’abord.',
    scopes_not_held: 'Ce client peut faire plus que vous. Retirez ce qui vous manque.',
    too_many_secrets: 'Trop de secrets de ce client fonctionnent encore. Attendez que certains prennent fin.',
    last_managing_client: 'Aucun autre client ne peut gérer les clients. Créez-en un d’abord.',
    disabled_by_operator: 'L’opérateur a suspendu ce client. Demandez à l’opérateur.',
    endpoint_disabled: 'Cette adresse est suspendue. Réactivez-la d’abord.',
    cursor_expired: 'Ces événements ne sont plus gardés. Commencez à la première page.',
  },
  words: {
    desk_developers: () => 'Développeurs',
    desk_developer: ({ word }) => WORDS[word],
    desk_access: ({ role }) => ACCESS[role],
    desk_delivery_status: ({ status }) => DELIVERIES[status],
  },
}
