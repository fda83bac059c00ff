import type { DeskAreas } from '../desk-texts.ts'

const STATUSES = { open: 'Aberta', filled: 'Preenchida', paused: 'Em pausa', closed: 'Fechada' }
const SET = { open: 'Reabrir', filled: 'Marcar como preenchida', paused: 'Pôr em pausa', closed: 'Fechar' }
const FITS = {
  strong: 'Combina muito bem',
  good: 'Combina bem',
  possible: 'Pode combinar',
  weak: 'Combina pouco',
}
const PARTY = { need: 'Organização', offer: 'Quem ajuda' }
const POST = { need: 'Publicar uma necessidade', offer: 'Publicar uma oferta' }
const LEAD = {
  need: 'Aquilo em que suas organizações precisam de ajuda. Abra uma para ver quem poderia ajudar.',
  offer: 'O que oferecem as pessoas que ajudam. Abra uma para ver onde faz falta.',
}
const EMPTY = {
  need: 'Ainda não há necessidades. Publique a primeira, com as suas palavras.',
  offer: 'Ainda não há ofertas. Publique a primeira, com as suas palavras.',
}
const NOBODY = {
  need: 'Ainda nenhuma oferta combina. Veja abaixo o que se aproxima, ou explique melhor do que você precisa.',
  offer:
    'Ainda nenhuma necessidade combina. Veja abaixo o que se aproxima, ou explique melhor o que se oferece.',
}
const NOT_OPEN = {
  need: 'Só se procuram correspondências para necessidades abertas. Reabra-a para ver quem poderia ajudar.',
  offer: 'Só se procuram correspondências para ofertas abertas. Reabra-a para ver onde faz falta.',
}
const PER = { hour: 'por hora', project: 'pelo projeto', total: 'no total' }
const EDIT = { need: 'Editar a necessidade', offer: 'Editar a oferta' }
const CHOOSE = { need: 'Qual organização precisa de ajuda?', offer: 'Quem oferece ajuda?' }
const NO_PARTIES = {
  need: 'Ainda não há organizações. Adicione a primeira ou importe uma lista.',
  offer: 'Ainda não há ajudantes. Adicione a primeira pessoa ou importe uma lista.',
}
const KINDS = { volunteer: 'voluntariado', intern: 'estágio', barter: 'troca', paid: 'ajuda paga' }
const VISIBLE = { network: 'toda a rede', partner: 'só nós' }
const MOVES = {
  revenue: 'mais receitas',
  mission: 'a nossa missão',
  time_freed: 'o nosso tempo',
  none: 'nada ainda',
}
const DECIDES = {
  decides: 'Quem ajuda decide',
  proposes: 'Quem ajuda propõe e nós decidimos',
  follows: 'Quem ajuda segue os nossos passos',
}
const WHEN = {
  proofs: 'Comprovantes',
  times: 'Horas da semana',
  times_hint: 'Por exemplo, Seg-Qua 13:00-17:00; Sex 09:00-12:00.',
  times_zone: 'Fuso horário destas horas',
  sessions: 'Sessões',
  sessions_hint:
    'Para trabalho em certos dias, como um sábado das nove às doze. Deixe em branco as linhas de que não precisa.',
  session_day: 'Dia',
  session_start: 'De',
  session_end: 'Até',
  session_positions: 'Ajudantes',
  session_note: 'O que convém saber',
  requires: 'O que quem ajuda deve ter',
  licences: 'Licenças',
  minimum_age: 'Idade mínima',
  open_to: 'Aberta a',
  open_to_hint: 'Nada marcado: a todas, mas os voluntários ajudam apenas entidades sem fins lucrativos.',
  presence: 'Dias marcados e folgas',
  dates: 'Apenas nestes dias',
  not_available: 'Não nestes dias',
  days_hint: 'Um por linha: 2027-03-14, ou 2027-03-14 - 2027-03-21.',
  latitude: 'Latitude',
  longitude: 'Longitude',
  map_hint: 'De um mapa, como 45.52 e -122.68. Só assim se conhecem as distâncias.',
}
const REQUIREMENTS = { age_over_18: 'Deve ter mais de 18 anos', background_check: 'Antecedentes criminais' }

export const pt: DeskAreas['postings'] = {
  actions: {
    introduction_proposed: 'Propôs uma apresentação',
    need_posted: 'Publicou uma necessidade',
    need_changed: 'Alterou uma necessidade',
    need_status_changed: 'Mudou o estado de uma necessidade',
    offer_posted: 'Publicou uma oferta',
    offer_changed: 'Alterou uma oferta',
    offer_status_changed: 'Mudou o estado de uma oferta',
  },
  refusals: {
    not_a_match: 'Estas duas não combinam. Veja abaixo o que as separa.',
    introduction_standing:
      'Estas duas já foram apresentadas, ou uma proposta está aguardando. Procure-a entre as apresentações.',
    too_many_introductions:
      'Já há propostas demais aguardando em um dos lados. Espere por uma resposta ou retire uma.',
    too_many_proposals: 'Sua equipe já propôs tudo o que pode por enquanto. Aguarde primeiro as respostas.',
    declined_recently: 'Isto foi recusado há pouco tempo. Tente outra pessoa por enquanto.',
    held_in_ring:
      'Esta oferta está reservada para um círculo que está sendo combinado. Espere o fim do círculo, ou escolha outra oferta.',
    session_not_open: 'Nenhuma das datas desta necessidade ainda está livre. Escolha outra necessidade.',
    precondition_failed:
      'Alguém alterou isto desde que você o abriu. Veja em outra janela o que diz agora. Se o seu texto deve substituí-lo, envie-o de novo.',
    invalid_cursor: 'Esta página da lista é antiga demais. Recomece do início.',
    not_ready: 'As correspondências estão sendo preparadas. Tente de novo em um minuto.',
  },
  words: {
    desk_needs: () => 'Necessidades',
    desk_offers: () => 'Ofertas',
    desk_postings_lead: ({ side }) => LEAD[side],
    desk_postings_empty: ({ side }) => EMPTY[side],
    desk_post: ({ side }) => POST[side],
    desk_party: ({ side }) => PARTY[side],
    desk_posting_status: ({ status }) => STATUSES[status],
    desk_set_status: ({ status }) => SET[status],
    desk_not_open: ({ side }) => NOT_OPEN[side],
    desk_nothing_found: () => 'Nada corresponde a esta pesquisa. Tente menos palavras, ou mostre tudo.',
    desk_short_day: ({ day }, { shortDay }) => shortDay(day),
    desk_search: () => 'Procurar',
    desk_words: () => 'Palavras',
    desk_title: () => 'Título',
    desk_edit: () => 'Editar',
    desk_notices: () => 'Convém saber',
    desk_own: () => 'também sua',
    desk_matches: () => 'Correspondências',
    desk_matches_empty: ({ side }) => NOBODY[side],
    desk_fit: ({ fit }) => FITS[fit],
    desk_fit_name: () => 'Como combina',
    desk_summary: () => 'Em uma frase',
    desk_cost: () => 'Custo',
    desk_cost_none: () => 'Não custa dinheiro',
    desk_match_cost: ({ cost, unit }, { money }) => `${money(cost)} ${PER[unit]}`,
    desk_covered: () => 'Competências cobertas',
    desk_missing: () => 'Competências que faltam',
    desk_why: () => 'Por que combinam',
    desk_blocked: () => 'O que as separa',
    desk_blocked_by: () => 'O que separa as outras',
    desk_near: () => 'Por pouco não combinam',
    desk_near_show: () => 'Mostrar as que quase combinam',
    desk_near_none: () => 'Nada mais chega perto.',
    desk_near_lead: ({ count }) =>
      count === 1 ? 'Combinaria se uma coisa mudasse:' : 'Combinaria se estas coisas mudassem:',
    desk_propose: () => 'Propor',
    desk_message_hint: () =>
      'O que a outra parte deve saber. Não inclua contatos: ambas as partes os veem quando a proposta é aceita.',
    desk_compare: () => 'Comparar',
    desk_compare_lead: () => 'Escolha acima de duas a quatro correspondências para vê-las lado a lado.',
    desk_compare_choose: () => 'Comparar esta',
    desk_compare_few: () => 'Escolha primeiro pelo menos duas correspondências desta necessidade.',
    desk_compare_most: ({ chosen, shown }) =>
      `Você escolheu ${chosen} correspondências. São mostradas as primeiras ${shown}.`,
    desk_edit_posting: ({ side }) => EDIT[side],
    desk_choose_party: ({ side }) => CHOOSE[side],
    desk_no_parties: ({ side }) => NO_PARTIES[side],
    desk_post_now: () => 'Publicar',
    desk_cancel: () => 'Cancelar',
    desk_preview: () => 'Ver correspondências',
    desk_preview_lead: () =>
      'As correspondências aparecem aqui enquanto você escreve, ou ao escolher “Ver correspondências”.',
    desk_preview_found: ({ count }, { number, noun }) =>
      `${number(count)} ${noun(count, 'correspondência', 'correspondências')}`,
    desk_preview_later: () => 'Preencha o que falta para ver correspondências.',
    desk_readiness: ({ score }) => `Preparação: ${score} de 100`,
    desk_first_change: () => 'O que mais ajudaria:',
    desk_when: ({ word }) => WHEN[word],
    desk_requirement: ({ which }) => REQUIREMENTS[which],
    desk_least_age: ({ age }) => `Pelo menos ${age}`,
    desk_form_work: () => 'O trabalho',
    desk_form_place: () => 'Onde e quando',
    desk_form_terms: () => 'Condições',
    desk_form_terms_of: ({ kinds }, { either }) => `Condições de ${either(kinds.map((kind) => KINDS[kind]))}`,
    desk_form_brief: () => 'Como vão trabalhar juntos',
    desk_form_brief_lead: () => 'A ajuda falha menos quando isto é claro desde o início.',
    desk_description: () => 'Descrição',
    desk_description_hint: () => 'Com as suas palavras. As competências também são lidas delas.',
    desk_lines_hint: () => 'Uma em cada linha.',
    desk_skills_must: () => 'Competências indispensáveis',
    desk_skills_more: () => 'Outras competências',
    desk_currency: () => 'Moeda, como BRL',
    desk_unit: () => 'Paga por',
    desk_pay_unit: ({ unit }) => PER[unit],
    desk_city: () => 'Cidade',
    desk_region: () => 'Estado ou região',
    desk_postal_code: () => 'CEP',
    desk_country_name: () => 'País',
    desk_max_distance: () => 'Distância máxima em km',
    desk_visibility: () => 'Quem a vê',
    desk_visible_to: ({ to }) => VISIBLE[to],
    desk_causes: () => 'Causas',
    desk_learning_goals: () => 'Quer aprender',
    desk_hours_required: () => 'Horas exigidas no total',
    desk_credit_required: () => 'Precisa dar créditos acadêmicos',
    desk_paid_only: () => 'Só trabalho pago',
    desk_brief_outcome: () => 'Como todos saberão que está feito',
    desk_brief_moves: () => 'O que isso melhora',
    desk_brief_move: ({ moves }) => MOVES[moves],
    desk_brief_steps: () => 'Passos',
    desk_brief_document: () => 'Endereço de um documento com os passos',
    desk_brief_autonomy: () => 'Quem decide',
    desk_brief_decides: ({ autonomy }) => DECIDES[autonomy],
    desk_brief_check_ins: () => 'Conversas por semana',
    desk_brief_training: () => 'Horas previstas de formação',
    desk_brief_repeats: () => 'Quantas vezes por semana surge',
    desk_brief_gains: () => 'O que ganha quem ajuda',
  },
}
