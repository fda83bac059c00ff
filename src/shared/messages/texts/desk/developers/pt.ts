import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Os programas usam a API em seu nome com um id de cliente e um segredo, e recebem mensagens quando algo muda.',
  clients: 'Clientes',
  no_clients: 'Nenhum programa pode usar a API ainda em seu nome. Crie um cliente abaixo.',
  last_used: 'Último uso',
  scopes: 'Permissões',
  rotate: 'Novo segredo',
  rotate_lead: 'Os segredos antigos ainda funcionam por 24 horas.',
  new_client: 'Criar um cliente',
  name_hint: 'Para que serve: sincronização noturna, por exemplo.',
  access: 'Pode',
  create: 'Criar',
  secret: 'O segredo de um cliente',
  secret_lead: 'Copie-o agora e guarde-o bem. Não será mostrado de novo.',
  endpoints: 'Webhooks',
  no_endpoints:
    'Nenhum endereço recebe mensagens ainda. Um programa adiciona um: veja os webhooks na referência.',
  reference: 'Referência',
  address: 'Endereço',
  enabled: 'Ativo',
  disabled: 'Suspenso',
  events: 'Eventos',
  events_lead:
    'O que aconteceu aos seus registros e aos que lhe dizem respeito, do mais antigo ao mais novo, nos últimos 30 dias.',
  no_events: 'Nada aconteceu ainda. Publique uma necessidade e o seu evento estará aqui.',
  requests: 'Solicitações',
  requests_lead:
    'O que os programas pediram em seu nome, o mais recente primeiro. Cada resposta traz um Request-Id: procure por ele. São guardadas até 10.000 solicitações por 7 dias, sem endereços, consultas nem conteúdos.',
  no_requests: 'Não há nenhuma solicitação aqui. Uma nova aparece depois de um ou dois segundos.',
  request: 'Solicitação',
  answer: 'Resposta',
  duration: 'Duração',
  deliveries: 'Mensagens para um endereço',
  no_deliveries: 'Nada foi enviado ainda. Envie uma mensagem de teste.',
  attempts: 'Tentativas',
  failing_since: 'Falha desde',
  send_test: 'Enviar uma mensagem de teste',
  resend: 'Enviar de novo',
  data: 'Dados',
}
const ACCESS = {
  viewer: 'ler tudo',
  editor: 'ler e mudar tudo',
  admin: 'também administrar clientes, webhooks e configurações',
}
const DELIVERIES = {
  pending: 'Aguardando',
  delivered: 'Entregue',
  failed: 'Falhou',
}

export const pt: DeskAreas['developers'] = {
  actions: {
    client_created: 'Criou um cliente',
    client_secret_rotated: 'Deu um novo segredo a um cliente',
    client_disabled: 'Suspendeu um cliente',
    client_enabled: 'Readmitiu um cliente',
    delivery_resent: 'Enviou uma mensagem de novo',
    webhook_tested: 'Enviou uma mensagem de teste',
  },
  refusals: {
    too_many_clients: 'O número máximo de clientes foi atingido. Remova um primeiro.',
    scopes_not_held: 'Este cliente pode fazer mais do que você. Deixe de fora o que lhe falta.',
    too_many_secrets: 'Segredos demais deste cliente ainda funcionam. Espere que alguns terminem.',
    last_managing_client: 'Nenhum outro cliente pode administrar clientes. Crie um primeiro.',
    disabled_by_operator: 'O operador suspendeu este cliente. Pergunte ao operador.',
    endpoint_disabled: 'Este endereço está suspenso. Ative-o primeiro.',
    cursor_expired: 'Estes eventos não estão mais guardados. Comece na primeira página.',
  },
  words: {
    desk_developers: () => 'Desenvolvedores',
    desk_developer: ({ word }) => WORDS[word],
    desk_access: ({ role }) => ACCESS[role],
    desk_delivery_status: ({ status }) => DELIVERIES[status],
  },
}
