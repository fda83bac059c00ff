import type { DeskAreas } from '../desk-texts.ts'

const ROLES = { viewer: 'Leitura', editor: 'Edição', admin: 'Administração' }
const ROLES_MAY = {
  viewer: 'vê tudo e não muda nada',
  editor: 'publica, propõe e responde',
  admin: 'também administra a equipe e vê o registro',
}
const WAITS = {
  rings: ['círculo a responder', 'círculos a responder'],
  hours: ['registro de horas a confirmar', 'registros de horas a confirmar'],
  imports: ['importação a revisar', 'importações a revisar'],
  sprints: ['sprint termina dentro de um dia', 'sprints terminam dentro de um dia'],
  credentials: [
    'ajudante com uma credencial que vence em até 30 dias',
    'ajudantes com uma credencial que vence em até 30 dias',
  ],
} as const
const STATUSES = { invited: 'Com convite', active: 'Ativa', suspended: 'Suspensa' }
const SIDES = {
  need: 'Proposta pelo lado que precisa de ajuda',
  offer: 'Proposta pelo lado que oferece ajuda',
}
const INTRODUCTIONS = {
  proposed: 'Aguardando',
  accepted: 'Aceita',
  declined: 'Recusada',
  withdrawn: 'Retirada',
  expired: 'Expirada',
}
const KINDS = { volunteer: 'voluntariado', intern: 'estágio', barter: 'troca', paid: 'ajuda paga' }
const MODALITIES = { remote: 'À distância', onsite: 'No local', hybrid: 'Em parte no local' }
const PER = { hour: 'por hora', project: 'pelo projeto' }
const REASONS = {
  not_needed_any_more: 'Não é mais necessário',
  no_time_now: 'Sem tempo agora',
  skills_do_not_fit: 'As competências não combinam',
  hours_do_not_fit: 'As horas não combinam',
  terms_do_not_fit: 'As condições não combinam',
  too_far_away: 'Longe demais',
  found_someone_else: 'Encontrou-se outra pessoa',
  other: 'Outro motivo',
}
const ACTIONS = {
  signed_in: 'Sessão iniciada',
  staff_invited: 'Pessoa convidada',
  staff_link_renewed: 'Novo link de entrada criado',
  staff_role_changed: 'Função alterada',
  staff_suspended: 'Pessoa suspensa',
  staff_resumed: 'Pessoa readmitida',
  staff_removed: 'Pessoa removida',
  introduction_accepted: 'Apresentação aceita',
  introduction_declined: 'Apresentação recusada',
  introduction_withdrawn: 'Apresentação retirada',
}
const REFUSALS = {
  not_found: 'Isto não está aqui, ou não está mais. Talvez tenha sido removido.',
  role_missing: 'Sua função não permite isso. Fale com quem administra a equipe.',
  form_not_from_here: 'Este formulário é antigo demais. Recarregue a página e repita o passo.',
  sign_in_link_spent: 'Este link já foi usado ou é antigo demais. Peça um novo.',
  last_administrator: 'Só esta pessoa administra a equipe. Dê primeiro a função a outra.',
  too_many_staff: 'A equipe não pode ser maior. Remova primeiro alguém.',
  staff_suspended: 'Esta pessoa está suspensa. Readmita-a primeiro.',
  introduction_not_open: 'Esta apresentação já teve resposta ou expirou. Proponha-a de novo.',
  introduction_not_yours_to_answer:
    'Quem responde a esta apresentação é o outro lado. Espere, ou retire a sua proposta.',
  need_not_open: 'A necessidade já está coberta ou fechada. Recuse, ou escolha outra necessidade.',
  offer_not_open: 'A oferta está fechada ou foi removida. Recuse, ou escolha outra oferta.',
  fully_committed: 'Estas horas já estão prometidas. Pode aceitar mesmo assim.',
  validation_failed: 'Corrija o que está marcado abaixo.',
  guardian_consent_missing:
    'Este estudante é menor de idade, e não há consentimento de um responsável registrado. Importe-o primeiro.',
  overloaded: 'Há solicitações demais neste momento. Tente de novo em um minuto.',
  rate_limited: 'Foi muita coisa de uma vez. Espere um minuto e tente de novo.',
  too_many_open_requests:
    'Muitas das suas solicitações ainda estão em andamento. Espere até que terminem e tente de novo.',
  request_timeout: 'Isto chegou devagar demais. Verifique sua conexão e tente de novo.',
  uri_too_long: 'O endereço desta página é longo demais. Comece de novo pela lista.',
  rings_unavailable: 'Os círculos estão desativados aqui. Pergunte ao operador.',
  database_unavailable: 'O serviço não está disponível neste momento. Tente de novo em breve.',
  internal: 'Algo falhou do nosso lado e ficou anotado. Tente mais tarde.',
}

const words: DeskAreas['frame']['words'] = {
  desk: () => 'Mesa de trabalho',
  desk_skip: () => 'Ir para o conteúdo',
  desk_home: () => 'Início',
  desk_introductions: () => 'Apresentações',
  desk_team: () => 'Equipe',
  desk_audit: () => 'Registro',
  desk_sign_in: () => 'Entrar',
  desk_sign_in_lead: () =>
    'Você entra com um link criado por quem administra a equipe ou pelo operador. Funciona uma vez, por 24 horas. Se já foi usado ou é antigo demais, peça um novo.',
  desk_sign_in_as: ({ name, partner }) => `Você vai entrar como ${name} em ${partner}.`,
  desk_sign_in_start: () => 'Entrar agora',
  desk_sign_out: () => 'Sair',
  desk_signed_in_as: ({ name }) => `Sessão de ${name}`,
  desk_number: ({ value }, { number }) => number(value),
  desk_more: () => 'Mais',
  desk_instant: ({ at }, { instant }) => instant(at),
  desk_save: () => 'Salvar',
  desk_change: () => 'Mudar',
  desk_request: ({ id }) => `Se relatar isto, informe a solicitação ${id}.`,
  desk_wrong: () => 'Isso não funcionou',

  desk_waiting: () => 'Aguardando você',
  desk_nothing_waits: () => 'Nada aguarda você. Muito bem.',
  desk_answer_by: () => 'Responder até',
  desk_introductions_wait: ({ count }, { noun, number }) =>
    `${number(count)} ${noun(count, 'apresentação', 'apresentações')} a responder`,
  desk_waits: ({ what, count, isMore }, { noun, number }) => {
    const [one, other] = WAITS[what]
    return `${number(count)}${isMore ? '+' : ''} ${noun(count, one, other)}`
  },
  desk_show: () => 'Mostrar',

  desk_name: () => 'Nome',
  desk_role: () => 'Função',
  desk_status: () => 'Estado',
  desk_role_name: ({ role }) => ROLES[role],
  desk_role_about: ({ role }) => ROLES_MAY[role],
  desk_status_name: ({ status }) => STATUSES[status],
  desk_last_seen: () => 'Última entrada',
  desk_never: () => 'Nunca',
  desk_invite: () => 'Convidar alguém',
  desk_invite_lead: () =>
    'Você recebe um link para repassar. Com ele, esta pessoa entra uma vez, por 24 horas.',
  desk_link_made: ({ name }) => `Um link para ${name}`,
  desk_link_lead: ({ hours }) =>
    `Envie em particular. Funciona uma vez, por ${hours} horas, e não será mostrado de novo.`,
  desk_link_new: () => 'Novo link',
  desk_suspend: () => 'Suspender',
  desk_resume: () => 'Readmitir',
  desk_remove: () => 'Remover',
  desk_remove_sure: ({ name }) => `A sessão de ${name} será encerrada, e essa pessoa não poderá mais entrar.`,
  desk_you: () => 'você',

  desk_audit_lead: () => 'O que foi feito aqui, o mais recente primeiro.',
  desk_audit_empty: () => 'Nada foi feito ainda.',
  desk_audit_when: () => 'Quando',
  desk_audit_who: () => 'Quem',
  desk_audit_what: () => 'O quê',
  desk_audit_record: () => 'Ficha',
  desk_operator: () => 'Operador',
  desk_download_csv: () => 'Baixar como CSV',

  desk_introductions_lead: () =>
    'Alguém propôs que uma necessidade e uma oferta se encontrem. O outro lado responde.',
  desk_introductions_empty: () => 'Ainda não há apresentações aqui. Aparecem quando alguém propõe uma.',
  desk_introduction: () => 'Apresentação',
  desk_proposed_by: ({ side }) => SIDES[side],
  desk_introduction_status: ({ status }) => INTRODUCTIONS[status],
  desk_the_need: () => 'A necessidade',
  desk_the_offer: () => 'A oferta',
  desk_message: () => 'Mensagem',
  desk_accept: () => 'Aceitar',
  desk_decline: () => 'Recusar',
  desk_withdraw: () => 'Retirar',
  desk_reason: () => 'Motivo',
  desk_decline_reason: ({ reason }) => REASONS[reason],
  desk_overcommit: () => 'Aceitar mesmo que estas horas já estejam prometidas',
  desk_contacts: () => 'Contatos',
  desk_yours_to_answer: () => 'Aguardando sua resposta',
  desk_waits_for_others: () => 'Aguardando o outro lado',
  desk_filter_all: () => 'Tudo',

  desk_skills: () => 'Competências',
  desk_accepts: () => 'Aceita',
  desk_kind: () => 'Tipo de ajuda',
  desk_kinds: ({ kinds }, { either }) => either(kinds.map((kind) => KINDS[kind])),
  desk_positions: () => 'Pessoas procuradas',
  desk_where: () => 'Onde',
  desk_modality: ({ modality }) => MODALITIES[modality],
  desk_place: () => 'Lugar',
  desk_country: ({ country: code }, { country }) => country(code),
  desk_hours: () => 'Horas por semana',
  desk_hours_left: () => 'Horas livres por semana',
  desk_starts: () => 'Começa em',
  desk_ends: () => 'Termina em',
  desk_day: ({ day: date }, { day }) => day(date),
  desk_budget: () => 'Preço',
  desk_price: ({ price: { cost, unit } }, { money }) => `${money(cost)} ${PER[unit]}`,
  desk_gives: () => 'Dá em troca',
  desk_wants: () => 'Quer em troca',
  desk_contact_name: () => 'Pessoa de contato',
  desk_contact_email: () => 'E-mail',
  desk_contact_phone: () => 'Telefone',
}

export const pt: DeskAreas['frame'] = { words, actions: ACTIONS, refusals: REFUSALS }
