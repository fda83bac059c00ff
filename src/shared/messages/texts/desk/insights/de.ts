import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Was aus Ihren Gesuchen wurde und wie viele Stunden geleistet wurden, Woche für Woche.',
  empty:
    'In diesen Wochen wurde nichts eingetragen, und keine Stunden wurden bestätigt. Tragen Sie ein Gesuch ein, dann zählt es hier.',
  period: 'Zeitraum',
  needs: 'Gesuche',
  needs_lead: 'Nach der Woche, in der sie eingetragen wurden, mit ihrem heutigen Stand.',
  posted: 'Eingetragen',
  introduced: 'Mit Vermittlung',
  helped: 'Mit Hilfe',
  time_to_help: 'Die Hälfte davon fand Hilfe innerhalb von',
  free_soon: 'Hilfe ohne Geld in 72 Stunden',
  hours: 'Bestätigte Stunden',
  hours_lead:
    'Nach der Woche, in der sie geleistet wurden, und nach Art der Hilfe, auf beiden Seiten Ihrer Einsätze.',
  no_hours: 'In diesen Wochen wurden keine Stunden bestätigt.',
  hours_in_all: 'Insgesamt',
  worth: 'Wert einer Stunde',
  worth_hint: 'Für Ihren Bericht: Unbezahlte Stunden werden damit multipliziert. Gespeichert wird er nicht.',
  worth_unread: 'Schreiben Sie einen Betrag und eine Währung, etwa 31,80 und EUR.',
  value: 'Wert der unbezahlten Stunden',
  week_of: 'Woche vom',
  figures: 'Zahlen als Tabelle',
  skills: 'Kenntnisse, die fehlen',
  skills_lead:
    'Was Ihre Gesuche verlangen und wenige bieten, das Seltenste zuerst. Suchen Sie Helfende, die das können. Gezählt werden Angebote, die jetzt offen sind.',
  skills_none:
    'Ihre Gesuche dieser Wochen nennen keine Kenntnisse. Nennen Sie welche, dann stehen die seltensten hier.',
  skill: 'Kenntnisse',
  wanted: 'Ihre Gesuche',
  own: 'Ihre Angebote',
  others: 'Angebote anderer',
}

export const de: DeskAreas['insights'] = {
  actions: {},
  refusals: {},
  words: {
    desk_insights: () => 'Auswertung',
    desk_insight: ({ word }) => WORDS[word],
    desk_insight_weeks: ({ weeks }, { number }) => `Die letzten ${number(weeks)} Wochen`,
    desk_insight_share: ({ part, whole }, { number, percent }) =>
      whole === 0 ? '–' : `${number(part)} von ${number(whole)} (${percent(part / whole)})`,
    desk_insight_others: ({ count, few }, { number }) =>
      count === null ? `weniger als ${number(few)}` : `${number(count)} oder mehr`,
    desk_insight_soon: () => 'weniger als einer Stunde',
    desk_insight_hours: ({ hours }, { number, noun }) =>
      `${number(hours)} ${noun(hours, 'Stunde', 'Stunden')}`,
    desk_insight_worth: ({ hours, value }, { money, number, noun }) =>
      `${money(value)} für ${number(hours)} ${noun(hours, 'Stunde', 'Stunden')}`,
    desk_insight_chart: ({ name, from, to, tallest }, { day, number }) =>
      `${name} nach Wochen vom ${day(from)} bis zum ${day(to)}, höchstens ${number(tallest)}. Die Tabelle darunter enthält alle Zahlen.`,
  },
}
