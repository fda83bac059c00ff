import type { DeskAreas } from '../desk-texts.ts'

const FAULTS = {
  required: 'Füllen Sie dieses Feld aus.',
  choose: 'Wählen Sie mindestens eines davon.',
  number: 'Schreiben Sie eine Zahl, etwa 2,5.',
  day: 'Wählen Sie einen Tag.',
  order: 'Das liegt vor dem Beginn. Wählen Sie einen späteren Tag.',
  past: 'Das ist vorbei. Wählen Sie einen späteren Tag.',
  after_today: 'Dieser Tag kommt erst. Tragen Sie Stunden ein, wenn die Arbeit getan ist.',
  before_work: 'Die Arbeit hatte noch nicht begonnen. Wählen Sie einen Tag ab ihrem Beginn.',
  after_work: 'Die Arbeit war schon zu Ende. Wählen Sie einen Tag bis zu ihrem Ende.',
  day_full:
    'Damit wären es an diesem Tag mehr als 24 Stunden für diese Person. Prüfen Sie die anderen Stunden des Tages.',
  minute: 'Schreiben Sie mindestens eine Minute, das sind 0,02 Stunden.',
  days: 'Schreiben Sie jeden Tag in eine eigene Zeile, etwa 2027-03-14 oder 2027-03-14 - 2027-03-21.',
  times: 'Schreiben Sie Zeiten so: Mo-Mi 13:00-17:00; Fr 09:00-12:00.',
  sessions: 'Jeder Termin braucht einen künftigen Tag, einen Beginn, ein Ende und mindestens eine Person.',
  money: 'Schreiben Sie einen Betrag und eine Währung, etwa 31,80 und EUR.',
  email: 'Schreiben Sie eine E-Mail-Adresse, etwa ada@example.org.',
  url: 'Schreiben Sie die Adresse einer Webseite, etwa https://example.org.',
  phone: 'Schreiben Sie eine Telefonnummer, etwa +49 30 555 0142.',
  zone: 'Wählen Sie eine Zeitzone.',
  coordinates: 'Schreiben Sie Breitengrad und Längengrad, oder keines von beiden.',
  place: 'Arbeit vor Ort braucht einen Ort: Geben Sie mindestens Land und Stadt an.',
  name: 'Schreiben Sie einen Namen, der nicht zu lang ist.',
  text: 'Das lässt sich hier nicht verwenden. Schreiben Sie es anders.',
}
const LIMITS = {
  least: (value: string) => `mindestens ${value}`,
  above: (value: string) => `mehr als ${value}`,
  most: (value: string) => `höchstens ${value}`,
  below: (value: string) => `weniger als ${value}`,
}

const KEPT = {
  title_out: 'Sie wurden abgemeldet',
  lead_out:
    'Was Sie geschrieben haben, ist nicht verloren: Diese Seite behält es. Melden Sie sich in einem anderen Tab mit einem neuen Link an, kommen Sie hierher zurück und senden Sie es noch einmal.',
  title_in: 'Noch einmal senden?',
  lead_in:
    'Sie haben sich neu angemeldet, seit dieses Formular geöffnet wurde. Deshalb wurde noch nichts gespeichert. Prüfen Sie, was Sie geschrieben haben, und senden Sie es noch einmal.',
  wrote: 'Was Sie geschrieben haben',
  send: 'Noch einmal senden',
  file_out:
    'Sie wurden abgemeldet, und nichts wurde gesendet. Die Datei ist noch gewählt: Melden Sie sich in einem anderen Tab mit einem neuen Link an, kommen Sie hierher zurück und senden Sie sie noch einmal.',
  file_in:
    'Seit diese Seite geöffnet wurde, hat sich jemand neu angemeldet. Deshalb wurde noch nichts gesendet. Die Datei ist noch gewählt: Senden Sie sie noch einmal.',
  file_first:
    'Wenn diese Seite schon lange offen ist, laden Sie sie neu, bevor Sie eine Datei wählen. Nach einer Abmeldung bleibt eine Datei nicht erhalten.',
}

export const de: DeskAreas['forms'] = {
  actions: {},
  refusals: {},
  words: {
    desk_fault: ({ word }) => FAULTS[word],
    desk_kept: ({ word }) => KEPT[word],
    desk_fault_limit: ({ relation, value }, { number }) =>
      `Schreiben Sie eine Zahl: ${LIMITS[relation](number(value))}.`,
    desk_fault_too_long: ({ most }, { number }) =>
      `Zu lang: Schreiben Sie höchstens ${number(most)} Zeichen.`,
  },
}
