import type { RefusalSentences, RefusalTexts } from '../refusal-texts.ts'
import { titles } from '../titles/pt.ts'

const SAID: RefusalSentences = {
  no_token: 'Envie um token de POST /oauth/token como Authorization: Bearer.',
  not_a_token:
    'Aqui só se aceitam tokens. Envie o id e o segredo do seu cliente para POST /oauth/token, e o token que receber como Authorization: Bearer.',
  token_invalid:
    'Este token não é válido aqui. Obtenha um com POST /oauth/token deste serviço e envie-o sem mudanças.',
  token_expired: 'Este token expirou: os tokens duram 15 minutos. Obtenha outro com POST /oauth/token.',
  token_of_disabled:
    'O cliente deste token foi desativado, então outro token não ajudaria. Quem gerencia os seus clientes pode ativá-lo: com POST /v1/clients/{id}/enable, nas páginas da equipe em Desenvolvedores, ou o operador.',
  token_of_removed:
    'O cliente deste token foi removido para sempre. Use outro, ou peça que criem um: com POST /v1/clients, nas páginas da equipe em Desenvolvedores, ou pelo operador.',
  if_match_needed:
    'Leia o recurso e envie o ETag dele, como If-Match: "1". If-Match: * muda o recurso seja qual for a versão.',
  if_match_form: 'If-Match deve ser o ETag da sua última leitura com as aspas, como "1".',
  weak_etag:
    'Um ETag fraco nunca corresponde. Envie o ETag sem W/, como "1". Alguns proxies acrescentam W/ ao comprimir.',
  changed_since: 'O recurso mudou desde que você o leu. Leia-o de novo e tente outra vez.',
  key_form: 'Idempotency-Key deve ter de 1 a 255 caracteres ASCII visíveis.',
  key_in_use: 'Uma solicitação com esta Idempotency-Key ainda está em curso. Espere por ela e tente de novo.',
  key_reused: 'Esta Idempotency-Key foi usada para outra solicitação. Envie uma nova.',
  compressed: 'Corpos comprimidos não são aceitos. Envie o corpo como ele é, sem Content-Encoding.',
  too_large: 'O corpo é grande demais. Envie menos de cada vez.',
  wrong_length: 'O corpo não tem o comprimento que Content-Length diz. Envie-o de novo.',
  address_too_long: 'O endereço é longo demais.',
  database_away: 'O serviço está indisponível no momento. Tente de novo em breve.',
  overloaded: 'O serviço está sobrecarregado. Tente de novo em breve.',
  loading: 'O mercado ainda está sendo carregado. Tente de novo em breve.',
  failed: 'Algo falhou do nosso lado e foi registrado. Inclua o request_id se você o relatar.',
  need_no_longer_open: 'A necessidade não está mais aberta. Escolha outra com GET /v1/offers/{id}/matches.',
  need_taken:
    'A necessidade já está preenchida ou fechada e ninguém mais pode ser aceito. Recuse a apresentação, ou reabra a necessidade com POST /v1/needs/{id}/reopen.',
  offer_cannot_begin:
    'Quem ajuda não pode começar um trabalho novo agora. Pergunte ao parceiro dessa pessoa, ou escolha outra oferta.',
  offer_gone:
    'A oferta está fechada ou apagada e não aceita mais trabalho. Recuse a apresentação, ou escolha outra oferta com GET /v1/needs/{id}/matches.',
  no_match: 'Esta necessidade e esta oferta não combinam. Veja os motivos em errors.',
  sessions_missed:
    'Quem ajuda não pode ir a algumas destas sessões. Veja errors. Nomeie só as outras em session_ids.',
  already_introduced:
    'Esta necessidade e esta oferta já têm uma apresentação aberta ou um trabalho em curso. Encontre-o com GET /v1/introductions?need_id=…&offer_id=….',
  withdrawn_when_filled:
    'A apresentação foi retirada quando a necessidade foi preenchida. Se ela reabrir, proponha de novo com POST /v1/introductions.',
  introduction_expired: 'A apresentação expirou. Proponha de novo com POST /v1/introductions.',
}
const KINDS = { client: 'um mesmo cliente', address: 'um mesmo endereço' }

export const refusals: RefusalTexts = {
  refusal_title: ({ of }) => titles[of],
  refusal_said: ({ what }) => SAID[what],
  refusal_scope: ({ scope }) =>
    `Isto exige um token com o scope ${scope}. Use um cliente que o tenha, e omita scope no pedido do token ou nomeie-o ali.`,
  refusal_rate: ({ quotas }) => {
    const most = quotas.map(({ requests, seconds }) => `${requests} em ${seconds} s`).join(', ')
    return `Solicitações demais deste tipo: no máximo ${most}. Espere os segundos que Retry-After indica.`
  },
  refusal_open_requests: ({ most, of }) =>
    `No máximo ${most} solicitações de ${KINDS[of]} podem estar abertas ao mesmo tempo. Espere uma resposta e envie a próxima.`,
  refusal_route: ({ meant }) => {
    const said = meant === null ? '' : ` Você quis dizer ${meant}?`
    return `Nenhuma rota tem este caminho.${said} A referência em /docs lista todas as rotas.`
  },
  refusal_method: ({ allowed, method }) => `Este caminho aceita ${allowed}, não ${method}.`,
  refusal_media_type: ({ types }) => {
    const named = types.length > 2 ? `um de ${types.join(', ')}` : types.join(' ou ')
    return `Este Content-Type não é aceito aqui. Envie Content-Type: ${named}.`
  },
  refusal_status: ({ of, status }) =>
    of === 'need'
      ? `A necessidade tem o status ${status}. O próprio parceiro dela pode reabri-la com POST /v1/needs/{id}/reopen.`
      : `A oferta tem o status ${status}. Escolha outra com GET /v1/needs/{id}/matches.`,
  refusal_answered: ({ status }) =>
    `A apresentação já tem o status ${status}. Leia-a para ver quem respondeu e quando.`,
  refusal_external_id: ({ name }) =>
    `Outro dos seus registros deste tipo (${name}) já tem este external_id. Mude aquele com PUT pelo id externo, ou escolha outro.`,
  refusal_turn: ({ of, isAnswer }) => {
    const other = of === 'need' ? 'offer' : 'need'
    return isAnswer
      ? `Só o outro lado (${of}) pode responder, porque o lado ${other} propôs. Espere a resposta, ou retire a proposta com POST /v1/introductions/{id}/withdraw.`
      : `Só o lado ${of} pode retirá-la, porque a propôs. Responda com POST /v1/introductions/{id}/accept ou /decline.`
  },
}
