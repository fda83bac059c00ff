import type { WorkFaultTexts } from '../fault-texts.ts'

const SAID = {
  minute: 'Tragen Sie mindestens eine Minute ein, das sind 0.02 Stunden.',
  zero_or_minute: 'Schreiben Sie 0 oder mindestens eine Minute, das sind 0.02 Stunden.',
  hours_or_span: 'Senden Sie worked_on und hours oder starts_at und ends_at.',
  not_over: 'Diese Zeit ist noch nicht gekommen. Tragen Sie Stunden ein, wenn die Arbeit getan ist.',
  span_short:
    'Die Arbeit muss mindestens eine Minute nach ihrem Beginn enden. Ging sie über Mitternacht, geben Sie das Ende mit dem nächsten Tag an.',
  hours_same: 'Die Stunden sind schon so, wie Sie sagen. Es gibt nichts zu korrigieren.',
  hours_of_own_side: 'Ihre Seite hat diese Stunden eingetragen, also bestätigt sie die andere.',
  hours_changed:
    'Die Stunden wurden geändert, seit Sie sie gelesen haben. Lesen Sie sie noch einmal, bevor Sie sie bestätigen.',
  hours_missing: 'Es gibt keine Stunden mit dieser ID, oder Sie dürfen sie nicht sehen.',
  hours_confirmed:
    'Diese Stunden sind schon bestätigt. Wenn sie falsch sind, korrigieren Sie sie mit POST /v1/engagements/{id}/hours/{hours_id}/correct.',
  name_side: 'Beide Seiten gehören Ihnen. Nennen Sie die Seite, für die Sie sprechen.',
  engagement_unknown: 'Sie haben keinen Einsatz mit dieser ID.',
  helper_unknown: 'Das ist niemand von Ihren Helfenden.',
  name_engagement: 'Nennen Sie den Einsatz mit seiner ID oder die helfende Person mit ID oder Namen.',
  helper_without_engagement: 'Diese helfende Person hat keinen Einsatz mit Ihnen.',
  row_twice:
    'Eine andere Zeile sagt dasselbe. Wenn an dem Tag zweimal gearbeitet wurde, schreiben Sie Beginn und Ende dazu oder zählen Sie die Stunden zusammen.',
  row_without_end:
    'Die Zeile sagt, wann die Arbeit begann. Schreiben Sie, wann sie endete, oder die Stunden.',
  row_without_start:
    'Die Zeile sagt, wann die Arbeit endete. Schreiben Sie, wann sie begann, oder die Stunden.',
  row_without_hours:
    'Die Zeile hat keine Stunden. Schreiben Sie sie, oder wann die Arbeit begann und endete.',
  row_without_day: 'Die Zeile hat keinen Tag. Schreiben Sie den Tag der Arbeit.',
  entry_unknown:
    'In diesem Einsatz gibt es keinen Eintrag mit dieser ID. Lassen Sie die ID für neue Stunden leer, oder setzen Sie ihre Spalte in `columns` auf null, wenn sie eigene Nummern enthält.',
  session_of_engagement: 'Der Einsatz hat keinen solchen Termin.',
  session_not_over: 'Stunden werden eingetragen, wenn der Termin vorbei ist.',
  session_logged: 'Dieser Termin hat schon Stunden.',
  session_of_need: 'Das Gesuch hat keinen Termin mit dieser ID.',
  session_begun: 'Dieser Termin hat schon begonnen.',
  session_unfit: 'Die helfende Person kann zu diesem Termin nicht kommen.',
  session_at_once:
    'Dieser Termin ist zur selben Zeit wie ein anderer, den Sie nennen. Niemand kann zu beiden kommen.',
  session_of_introduction:
    'In der Vermittlung geht es nicht um diesen Termin. Wählen Sie aus ihren session_ids.',
  pair_unfit: 'Diese gebende und diese empfangende Seite passen derzeit nicht zusammen.',
  ring_broken: 'Wer hier empfängt, muss im nächsten Glied geben.',
}

export const workFaults: WorkFaultTexts = {
  fault_of_work: ({ what }) => SAID[what],
  fault_hours_differ: ({ hasBreak }) =>
    `Die Stunden sind nicht die zwischen starts_at und ends_at${hasBreak ? ' ohne die Pause' : ''}. Korrigieren Sie eines davon oder lassen Sie die Stunden leer.`,
  fault_hours_on_day: ({ hours, day }, { number }) =>
    `${number(hours)} Stunden am ${day}. Ziehen Sie zuerst Einträge dieses Tages zurück oder korrigieren Sie sie (GET /v1/hours?from=${day}&to=${day} listet sie auf), oder behalten Sie beide Einträge.`,
  fault_span_long: ({ from }) => `Ab ${from} sind das mehr als 24 Stunden. Tragen Sie jeden Tag einzeln ein.`,
  fault_after_today: ({ day, zone }) =>
    `Heute ist der ${day} in ${zone}. Tragen Sie Stunden ein, wenn die Arbeit getan ist.`,
  fault_before_work: ({ day }) => `Die Arbeit begann am ${day}. Stunden davor gehören nicht dazu.`,
  fault_after_work: ({ day }) => `Die Arbeit endete am ${day}. Stunden danach gehören nicht dazu.`,
  fault_day_full: ({ day }) =>
    `Damit hätte die helfende Person am ${day} über alle Einsätze mehr als 24 Stunden gearbeitet. Prüfen Sie die Einträge dieses Tages.`,
  fault_overlaps: ({ id, side, from, to }) =>
    `Die Seite des ${side === 'need' ? 'Gesuchs' : 'Angebots'} hat Arbeit von ${from} bis ${to} eingetragen (${id}). Ändern, bestätigen oder bestreiten Sie diesen Eintrag. Wenn mehrere zugleich gearbeitet haben, senden Sie worked_on und hours.`,
  fault_several_engagements: ({ engagements }) =>
    `Die helfende Person hat mehrere Einsätze. Schreiben Sie die ID des richtigen: ${engagements.map(({ id, title }) => `${id} (${title})`).join(', ')}.`,
  fault_session: ({ id, state }) => {
    if (state === 'removed') return `Das Gesuch hat ${id} nicht mehr.`
    return state === 'over' ? `${id} hat schon begonnen.` : `${id} hat keinen freien Platz mehr.`
  },
  fault_time_promised: ({ id, by }) =>
    by === null
      ? `Die Zeit von ${id} ist einem anderen Einsatz zugesagt.`
      : `Die Zeit von ${id} ist für ${by} zugesagt.`,
  fault_takes_hours: ({ id, hours }, { number, noun }) =>
    `${id} braucht ${number(hours)} ${noun(hours, 'Stunde', 'Stunden')} pro Woche.`,
  fault_expiry: ({ least, most }) => `Muss mindestens ${least} und höchstens ${most} Stunden ab jetzt sein.`,
  fault_held: ({ id, ring }) => `${id} ist für ${ring} reserviert.`,
  fault_clock_ahead: ({ days }) => `Eine Sandbox kann der echten Zeit höchstens ${days} Tage voraus sein.`,
  fault_clock_back: ({ at }) =>
    `In Ihrer Sandbox ist es ${at}, und ihre Uhr geht nur vorwärts. Setzen Sie die Sandbox zurück, um zur echten Zeit zurückzukehren.`,
}
