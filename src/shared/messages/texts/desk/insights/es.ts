import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Qué fue de sus necesidades y cuántas horas se trabajaron, semana a semana.',
  empty:
    'En estas semanas no se publicó nada ni se confirmaron horas. Publique una necesidad y contará aquí.',
  period: 'Período',
  needs: 'Necesidades',
  needs_lead: 'Por la semana en que se publicaron, tal como están hoy.',
  posted: 'Publicadas',
  introduced: 'Con presentación',
  helped: 'Con ayuda',
  time_to_help: 'La mitad encontró ayuda en',
  free_soon: 'Ayuda sin dinero en 72 horas',
  hours: 'Horas confirmadas',
  hours_lead: 'Por la semana en que se trabajaron y por tipo de ayuda, en ambos lados de su trabajo.',
  no_hours: 'En estas semanas no se confirmaron horas.',
  hours_in_all: 'En total',
  worth: 'Cuánto vale una hora',
  worth_hint: 'Para su informe: las horas no pagadas se multiplican por este valor. No se guarda.',
  worth_unread: 'Escriba un importe y una moneda, por ejemplo 31,80 y EUR.',
  value: 'Valor de las horas no pagadas',
  week_of: 'Semana del',
  figures: 'Cifras en una tabla',
  skills: 'Habilidades que faltan',
  skills_lead:
    'Lo que sus necesidades piden y pocos ofrecen, lo más escaso primero. Busque a quien sepa de ello. Se cuentan las ofertas abiertas ahora.',
  skills_none:
    'Sus necesidades de estas semanas no nombran habilidades. Nómbrelas y aquí verá las más escasas.',
  skill: 'Habilidad',
  wanted: 'Sus necesidades',
  own: 'Sus ofertas',
  others: 'Ofertas de otros',
}

export const es: DeskAreas['insights'] = {
  actions: {},
  refusals: {},
  words: {
    desk_insights: () => 'Resultados',
    desk_insight: ({ word }) => WORDS[word],
    desk_insight_weeks: ({ weeks }, { number }) => `Las últimas ${number(weeks)} semanas`,
    desk_insight_share: ({ part, whole }, { number, percent }) =>
      whole === 0 ? '–' : `${number(part)} de ${number(whole)} (${percent(part / whole)})`,
    desk_insight_others: ({ count, few }, { number }) =>
      count === null ? `menos de ${number(few)}` : `${number(count)} o más`,
    desk_insight_soon: () => 'menos de una hora',
    desk_insight_hours: ({ hours }, { number, noun }) => `${number(hours)} ${noun(hours, 'hora', 'horas')}`,
    desk_insight_worth: ({ hours, value }, { money, number, noun }) =>
      `${money(value)} por ${number(hours)} ${noun(hours, 'hora', 'horas')}`,
    desk_insight_chart: ({ name, from, to, tallest }, { day, number }) =>
      `${name} por semana, del ${day(from)} al ${day(to)}, ${number(tallest)} como máximo. La tabla de abajo tiene todas las cifras.`,
  },
}
