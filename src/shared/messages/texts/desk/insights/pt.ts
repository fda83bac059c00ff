import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'O que aconteceu com as suas necessidades e quantas horas foram trabalhadas, semana a semana.',
  empty:
    'Nestas semanas nada foi publicado e nenhuma hora foi confirmada. Publique uma necessidade, e ela contará aqui.',
  period: 'Período',
  needs: 'Necessidades',
  needs_lead: 'Pela semana em que foram publicadas, como estão hoje.',
  posted: 'Publicadas',
  introduced: 'Com apresentação',
  helped: 'Com ajuda',
  time_to_help: 'Metade encontrou ajuda em',
  free_soon: 'Ajuda sem dinheiro em 72 horas',
  hours: 'Horas confirmadas',
  hours_lead: 'Pela semana em que foram trabalhadas e por tipo de ajuda, nos dois lados do seu trabalho.',
  no_hours: 'Nestas semanas nenhuma hora foi confirmada.',
  hours_in_all: 'No total',
  worth: 'Quanto vale uma hora',
  worth_hint:
    'Para o seu relatório: as horas não pagas são multiplicadas por este valor. Ele não é guardado.',
  worth_unread: 'Escreva um valor e uma moeda, por exemplo 31,80 e BRL.',
  value: 'Valor das horas não pagas',
  week_of: 'Semana de',
  figures: 'Números em tabela',
  skills: 'Competências que faltam',
  skills_lead:
    'O que as suas necessidades pedem e poucos oferecem, o mais raro primeiro. Procure quem o saiba fazer. Contam as ofertas abertas agora.',
  skills_none:
    'As suas necessidades destas semanas não indicam competências. Indique-as, e as mais raras aparecem aqui.',
  skill: 'Competência',
  wanted: 'As suas necessidades',
  own: 'As suas ofertas',
  others: 'Ofertas de outros',
}

export const pt: DeskAreas['insights'] = {
  actions: {},
  refusals: {},
  words: {
    desk_insights: () => 'Resultados',
    desk_insight: ({ word }) => WORDS[word],
    desk_insight_weeks: ({ weeks }, { number }) => `As últimas ${number(weeks)} semanas`,
    desk_insight_share: ({ part, whole }, { number, percent }) =>
      whole === 0 ? '–' : `${number(part)} de ${number(whole)} (${percent(part / whole)})`,
    desk_insight_others: ({ count, few }, { number }) =>
      count === null ? `menos de ${number(few)}` : `${number(count)} ou mais`,
    desk_insight_soon: () => 'menos de uma hora',
    desk_insight_hours: ({ hours }, { number, noun }) => `${number(hours)} ${noun(hours, 'hora', 'horas')}`,
    desk_insight_worth: ({ hours, value }, { money, number, noun }) =>
      `${money(value)} por ${number(hours)} ${noun(hours, 'hora', 'horas')}`,
    desk_insight_chart: ({ name, from, to, tallest }, { day, number }) =>
      `${name} por semana, de ${day(from)} a ${day(to)}, ${number(tallest)} no máximo. A tabela abaixo tem todos os números.`,
  },
}
