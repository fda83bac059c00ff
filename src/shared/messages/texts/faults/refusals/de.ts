import type { RefusalSentences, RefusalTexts } from '../refusal-texts.ts'
import { titles } from '../titles/de.ts'

const SAID: RefusalSentences = {
  no_token: 'Senden Sie ein Token von POST /oauth/token als Authorization: Bearer.',
  not_a_token:
    'Hier werden nur Token angenommen. Senden Sie ID und Geheimnis Ihres Clients an POST /oauth/token, und das Token, das Sie erhalten, als Authorization: Bearer.',
  token_invalid:
    'Dieses Token gilt hier nicht. Holen Sie eines mit POST /oauth/token von diesem Dienst, und senden Sie es unverändert.',
  token_expired:
    'Dieses Token ist abgelaufen: Token gelten 15 Minuten. Holen Sie ein neues mit POST /oauth/token.',
  token_of_disabled:
    'Der Client dieses Tokens wurde abgeschaltet, ein neues Token hilft also nicht. Wer Ihre Clients verwaltet, kann ihn einschalten: mit POST /v1/clients/{id}/enable, in den Seiten für Mitarbeitende unter Entwickler, oder der Betreiber.',
  token_of_removed:
    'Der Client dieses Tokens wurde endgültig entfernt. Verwenden Sie einen anderen, oder lassen Sie einen anlegen: mit POST /v1/clients, in den Seiten für Mitarbeitende unter Entwickler, oder vom Betreiber.',
  if_match_needed:
    'Lesen Sie die Ressource und senden Sie ihr ETag, zum Beispiel If-Match: "1". If-Match: * ändert sie unabhängig von ihrer Version.',
  if_match_form: 'If-Match muss das ETag Ihres letzten Lesens mit Anführungszeichen sein, zum Beispiel "1".',
  weak_etag:
    'Ein schwaches ETag stimmt nie überein. Senden Sie das ETag ohne W/, zum Beispiel "1". Manche Proxys setzen W/ davor, wenn sie komprimieren.',
  changed_since:
    'Die Ressource wurde geändert, seit Sie sie gelesen haben. Lesen Sie sie erneut, und versuchen Sie es noch einmal.',
  key_form: 'Idempotency-Key muss aus 1 bis 255 sichtbaren ASCII-Zeichen bestehen.',
  key_in_use:
    'Eine Anfrage mit diesem Idempotency-Key läuft noch. Warten Sie auf sie, und versuchen Sie es dann erneut.',
  key_reused: 'Dieser Idempotency-Key wurde für eine andere Anfrage benutzt. Senden Sie einen neuen.',
  compressed:
    'Komprimierte Inhalte werden nicht angenommen. Senden Sie den Inhalt, wie er ist, ohne Content-Encoding.',
  too_large: 'Der Inhalt ist zu groß. Senden Sie weniger auf einmal.',
  wrong_length: 'Der Inhalt ist nicht so lang, wie Content-Length sagt. Senden Sie ihn noch einmal.',
  address_too_long: 'Die Adresse ist zu lang.',
  database_away: 'Der Dienst ist vorübergehend nicht verfügbar. Versuchen Sie es in Kürze erneut.',
  overloaded: 'Der Dienst ist überlastet. Versuchen Sie es in Kürze erneut.',
  loading: 'Der Markt wird noch geladen. Versuchen Sie es in Kürze erneut.',
  failed:
    'Bei uns ist etwas fehlgeschlagen und wurde protokolliert. Nennen Sie die request_id, wenn Sie es melden.',
  need_no_longer_open:
    'Das Gesuch ist nicht mehr offen. Wählen Sie ein anderes mit GET /v1/offers/{id}/matches.',
  need_taken:
    'Das Gesuch ist schon besetzt oder geschlossen, niemand kann mehr angenommen werden. Lehnen Sie die Vermittlung ab, oder öffnen Sie das Gesuch wieder mit POST /v1/needs/{id}/reopen.',
  offer_cannot_begin:
    'Die helfende Person kann jetzt keine neue Arbeit beginnen. Fragen Sie ihren Partner, oder wählen Sie ein anderes Angebot.',
  offer_gone:
    'Das Angebot ist geschlossen oder gelöscht und nimmt keine neue Arbeit an. Lehnen Sie die Vermittlung ab, oder wählen Sie ein anderes Angebot mit GET /v1/needs/{id}/matches.',
  no_match: 'Dieses Gesuch und dieses Angebot passen nicht zusammen. Die Gründe stehen unter errors.',
  sessions_missed:
    'Die helfende Person kann zu einigen dieser Termine nicht kommen. Siehe errors. Nennen Sie nur die anderen in session_ids.',
  already_introduced:
    'Für dieses Gesuch und Angebot gibt es schon eine offene Vermittlung oder laufende Arbeit. Sie finden sie mit GET /v1/introductions?need_id=…&offer_id=….',
  withdrawn_when_filled:
    'Die Vermittlung wurde zurückgezogen, als das Gesuch besetzt war. Öffnet es wieder, schlagen Sie sie erneut vor mit POST /v1/introductions.',
  introduction_expired:
    'Die Vermittlung ist abgelaufen. Schlagen Sie sie erneut vor mit POST /v1/introductions.',
}
const KINDS = { client: 'eines Clients', address: 'einer Adresse' }

export const refusals: RefusalTexts = {
  refusal_title: ({ of }) => titles[of],
  refusal_said: ({ what }) => SAID[what],
  refusal_scope: ({ scope }) =>
    `Dafür braucht das Token den Scope ${scope}. Verwenden Sie einen Client, der ihn hat, und lassen Sie scope in der Token-Anfrage weg oder nennen Sie ihn dort.`,
  refusal_rate: ({ quotas }) => {
    const most = quotas.map(({ requests, seconds }) => `${requests} in ${seconds} s`).join(', ')
    return `Zu viele Anfragen dieser Art: höchstens ${most}. Warten Sie so viele Sekunden, wie Retry-After sagt.`
  },
  refusal_open_requests: ({ most, of }) =>
    `Höchstens ${most} Anfragen ${KINDS[of]} dürfen zugleich offen sein. Warten Sie auf eine Antwort, und senden Sie dann die nächste.`,
  refusal_route: ({ meant }) => {
    const said = meant === null ? '' : ` Meinten Sie ${meant}?`
    return `Keine Route hat diesen Pfad.${said} Die Referenz unter /docs nennt alle Routen.`
  },
  refusal_method: ({ allowed, method }) => `Dieser Pfad nimmt ${allowed} an, nicht ${method}.`,
  refusal_media_type: ({ types }) => {
    const named = types.length > 2 ? `eines von ${types.join(', ')}` : types.join(' oder ')
    return `Dieser Content-Type wird hier nicht angenommen. Senden Sie Content-Type: ${named}.`
  },
  refusal_status: ({ of, status }) =>
    of === 'need'
      ? `Das Gesuch hat den Status ${status}. Sein Partner kann es wieder öffnen mit POST /v1/needs/{id}/reopen.`
      : `Das Angebot hat den Status ${status}. Wählen Sie ein anderes mit GET /v1/needs/{id}/matches.`,
  refusal_answered: ({ status }) =>
    `Die Vermittlung hat schon den Status ${status}. Lesen Sie sie, um zu sehen, wer wann geantwortet hat.`,
  refusal_external_id: ({ name }) =>
    `Ein anderer Ihrer Einträge dieser Art (${name}) hat schon diese external_id. Ändern Sie jenen mit PUT über seine externe ID, oder wählen Sie eine andere.`,
  refusal_turn: ({ of, isAnswer }) => {
    const other = of === 'need' ? 'offer' : 'need'
    return isAnswer
      ? `Nur die andere Seite (${of}) darf antworten, denn die Seite ${other} hat vorgeschlagen. Warten Sie auf ihre Antwort, oder ziehen Sie den Vorschlag zurück mit POST /v1/introductions/{id}/withdraw.`
      : `Nur die Seite ${of} darf zurückziehen, denn sie hat vorgeschlagen. Antworten Sie mit POST /v1/introductions/{id}/accept oder /decline.`
  },
}
