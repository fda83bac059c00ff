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
  need: 'Aquilo em que as suas organizações precisam de ajuda. Abra uma para ver quem poderia ajudar.',
  offer: 'O que oferecem as pessoas que ajudam. Abra uma para ver onde faz falta.',
}
const EMPTY = {
  need: 'Ainda não há necessidades. Publique a primeira, com as suas palavras.',
  offer: 'Ainda não há ofertas. Publique a primeira, com as suas palavras.',
}
const NOBODY = {
  need: 'Ainda nenhuma oferta combina. Veja abaixo o que se aproxima, ou explique melhor do que precisa.',
  offer:
    'Ainda nenhuma necessidade combina. Veja abaixo o que se aproxima, ou explique melhor o que se oferece.',
}
const NOT_OPEN = {
  need: 'Só se procuram correspondências para necessidades abertas. Reabra-a para ver quem poderia ajudar.',
  offer: 'Só se procuram correspondências para ofertas abertas. Reabra-a para ver onde faz falta.',
}
const PER = { hour: 'por hora', project: 'pelo projeto', total: 'no total' }

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
    introduction_standing: 'Estas duas já foram apresentadas, ou uma proposta está à espera.',
    too_many_introductions:
      'Já esperam demasiadas propostas num dos lados. Espere por uma resposta ou retire uma.',
    too_many_proposals: 'A sua mesa já propôs tudo o que pode por agora. Espere primeiro pelas respostas.',
    declined_recently: 'Isto foi recusado há pouco tempo. Tente outra pessoa por agora.',
    held_in_ring: 'Esta oferta está reservada para um círculo em acordo.',
    session_not_open: 'Nenhuma das datas desta necessidade ainda está livre.',
    precondition_failed: 'Alguém alterou isto desde que o abriu. Abra de novo e repita a alteração.',
    invalid_cursor: 'Esta página da lista é demasiado antiga. Recomece do início.',
    not_ready: 'As correspondências estão a ser preparadas. Tente de novo daqui a um minuto.',
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
    desk_summary: () => 'Numa frase',
    desk_cost: () => 'Custo',
    desk_cost_none: () => 'Não custa dinheiro',
    desk_match_cost: ({ cost, unit }, { money }) => `${money(cost)} ${PER[unit]}`,
    desk_covered: () => 'Competências cobertas',
    desk_missing: () => 'Competências em falta',
    desk_why: () => 'Porque combinam',
    desk_blocked: () => 'O que as separa',
    desk_blocked_by: () => 'O que separa as outras',
    desk_near: () => 'Por pouco não combinam',
    desk_near_show: () => 'Mostrar as que quase combinam',
    desk_near_lead: () => 'Combinaria se algo mudasse:',
    desk_propose: () => 'Propor',
    desk_message_hint: () =>
      'O que a outra parte deve saber. Não inclua contactos: ambas as partes veem-nos quando a proposta é aceite.',
    desk_compare: () => 'Comparar',
    desk_compare_lead: () => 'Escolha acima de duas a quatro correspondências para as ver lado a lado.',
    desk_compare_choose: () => 'Comparar esta',
    desk_compare_few: () => 'Escolha primeiro pelo menos duas correspondências desta necessidade.',
  },
}
