import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Programme rufen die API für Sie mit einer Client-Id und einem Geheimnis auf und bekommen Nachrichten, wenn sich etwas ändert.',
  clients: 'Clients',
  no_clients: 'Noch kein Programm darf die API für Sie aufrufen. Legen Sie unten einen Client an.',
  last_used: 'Zuletzt benutzt',
  scopes: 'Rechte',
  rotate: 'Neues Geheimnis',
  rotate_lead: 'Die alten Geheimnisse gelten noch 24 Stunden.',
  new_client: 'Client anlegen',
  name_hint: 'Wofür er ist: nächtlicher Abgleich, zum Beispiel.',
  access: 'Er darf',
  create: 'Anlegen',
  secret: 'Das Geheimnis eines Clients',
  secret_lead: 'Kopieren Sie es jetzt und bewahren Sie es sicher auf. Es wird nicht noch einmal gezeigt.',
  endpoints: 'Webhooks',
  no_endpoints:
    'Noch keine Adresse bekommt Nachrichten. Ein Programm fügt eine hinzu: siehe Webhooks in der Referenz.',
  reference: 'Referenz',
  address: 'Adresse',
  enabled: 'Aktiv',
  disabled: 'Gesperrt',
  events: 'Ereignisse',
  events_lead:
    'Was mit Ihren Einträgen und mit denen geschah, die Sie betreffen, das älteste zuerst, aus den letzten 30 Tagen.',
  no_events: 'Noch ist nichts geschehen. Stellen Sie ein Gesuch ein, dann steht sein Ereignis hier.',
  requests: 'Anfragen',
  requests_lead:
    'Was Programme für Sie angefragt haben, das Neueste zuerst. Jede Antwort trägt eine Request-Id: suchen Sie danach. Bis zu 10.000 Anfragen werden 7 Tage lang aufbewahrt, ohne Adressen, Suchangaben oder Inhalte.',
  no_requests: 'Hier ist keine Anfrage. Eine neue erscheint nach ein bis zwei Sekunden.',
  request: 'Anfrage',
  answer: 'Antwort',
  duration: 'Dauer',
  deliveries: 'Nachrichten an eine Adresse',
  no_deliveries: 'Noch wurde nichts gesendet. Senden Sie eine Testnachricht.',
  attempts: 'Versuche',
  failing_since: 'Schlägt fehl seit',
  send_test: 'Testnachricht senden',
  resend: 'Erneut senden',
  data: 'Daten',
}
const ACCESS = {
  viewer: 'alles lesen',
  editor: 'alles lesen und ändern',
  admin: 'auch Clients, Webhooks und Einstellungen verwalten',
}
const DELIVERIES = {
  pending: 'Wartet',
  delivered: 'Zugestellt',
  failed: 'Fehlgeschlagen',
}

export const de: DeskAreas['developers'] = {
  actions: {
    client_created: 'Hat einen Client angelegt',
    client_secret_rotated: 'Hat einem Client ein neues Geheimnis gegeben',
    client_disabled: 'Hat einen Client gesperrt',
    client_enabled: 'Hat einen Client wieder zugelassen',
    delivery_resent: 'Hat eine Nachricht erneut gesendet',
    webhook_tested: 'Hat eine Testnachricht gesendet',
  },
  refusals: {
    too_many_clients: 'Mehr Clients sind nicht möglich. Entfernen Sie zuerst einen.',
    scopes_not_held: 'Dieser Client darf mehr als Sie. Lassen Sie weg, was Ihnen fehlt.',
    too_many_secrets: 'Zu viele Geheimnisse dieses Clients gelten noch. Warten Sie, bis einige enden.',
    last_managing_client: 'Kein anderer Client darf Clients verwalten. Legen Sie zuerst einen an.',
    disabled_by_operator: 'Der Betreiber hat diesen Client gesperrt. Fragen Sie den Betreiber.',
    endpoint_disabled: 'Diese Adresse ist gesperrt. Schalten Sie sie zuerst frei.',
    cursor_expired: 'Diese Ereignisse sind nicht mehr da. Beginnen Sie auf der ersten Seite.',
  },
  words: {
    desk_developers: () => 'Für Entwickler',
    desk_developer: ({ word }) => WORDS[word],
    desk_access: ({ role }) => ACCESS[role],
    desk_delivery_status: ({ status }) => DELIVERIES[status],
  },
}
