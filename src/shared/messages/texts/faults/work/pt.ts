import type { WorkFaultTexts } from '../fault-texts.ts'

const SAID = {
  minute: 'Registre pelo menos um minuto, que são 0.02 horas.',
  zero_or_minute: 'Escreva 0 ou pelo menos um minuto, que são 0.02 horas.',
  hours_or_span: 'Envie worked_on e hours, ou starts_at e ends_at.',
  not_over: 'Essa hora ainda não chegou. Registre as horas quando o trabalho estiver feito.',
  span_short:
    'O trabalho deve terminar pelo menos um minuto depois de começar. Se passou da meia-noite, indique o fim com o dia seguinte.',
  hours_same: 'As horas já estão como você diz. Não há nada a corrigir.',
  hours_of_own_side: 'O seu lado registrou estas horas, então o outro lado as confirma.',
  hours_changed: 'As horas mudaram desde que você as leu. Leia-as de novo antes de confirmá-las.',
  hours_missing: 'Não há horas com este id, ou você não pode vê-las.',
  hours_confirmed:
    'Estas horas já estão confirmadas. Se estiverem erradas, corrija-as com POST /v1/engagements/{id}/hours/{hours_id}/correct.',
  name_side: 'Os dois lados são seus. Indique o lado pelo qual você fala.',
  engagement_unknown: 'Você não tem colaboração com este id.',
  helper_unknown: 'Esta pessoa não é um dos seus ajudantes.',
  name_engagement: 'Indique a colaboração pelo id, ou o ajudante pelo id ou nome.',
  helper_without_engagement: 'Este ajudante não tem colaboração com você.',
  row_twice:
    'Outra linha diz o mesmo. Se o trabalho foi feito duas vezes nesse dia, escreva quando cada um começou e terminou, ou some as horas.',
  row_without_end: 'A linha diz quando o trabalho começou. Escreva quando terminou, ou as horas.',
  row_without_start: 'A linha diz quando o trabalho terminou. Escreva quando começou, ou as horas.',
  row_without_hours: 'A linha não tem horas. Escreva-as, ou quando o trabalho começou e terminou.',
  row_without_day: 'A linha não tem dia. Escreva o dia do trabalho.',
  entry_unknown:
    'Não há entrada com este id nesta colaboração. Deixe o id em branco para horas novas, ou ponha a coluna dele como null em `columns` se ela tiver números seus.',
  session_of_engagement: 'A colaboração não tem essa sessão.',
  session_not_over: 'As horas são registradas quando a sessão terminar.',
  session_logged: 'Esta sessão já tem horas.',
  session_of_need: 'A necessidade não tem sessão com este id.',
  session_begun: 'Esta sessão já começou.',
  session_unfit: 'O ajudante não pode vir a esta sessão.',
  session_at_once: 'Esta sessão é no mesmo horário de outra que você indica. Ninguém pode ir às duas.',
  session_of_introduction: 'A apresentação não é sobre esta sessão. Escolha entre suas session_ids.',
  pair_unfit: 'Quem dá e quem recebe não combinam neste momento.',
  ring_broken: 'Quem recebe aqui deve ser quem dá no próximo elo.',
}

export const workFaults: WorkFaultTexts = {
  fault_of_work: ({ what }) => SAID[what],
  fault_hours_differ: ({ hasBreak }) =>
    `As horas não são as que há entre starts_at e ends_at${hasBreak ? ' sem a pausa' : ''}. Corrija uma das duas coisas ou deixe as horas em branco.`,
  fault_hours_on_day: ({ hours, day }, { number }) =>
    `${number(hours)} horas em ${day}. Primeiro retire ou corrija registros desse dia (GET /v1/hours?from=${day}&to=${day} os lista), ou mantenha os dois.`,
  fault_span_long: ({ from }) => `A partir de ${from} são mais de 24 horas. Registre cada dia em separado.`,
  fault_after_today: ({ day, zone }) =>
    `Hoje é ${day} em ${zone}. Registre as horas quando o trabalho estiver feito.`,
  fault_before_work: ({ day }) => `O trabalho começou em ${day}. As horas anteriores não fazem parte dele.`,
  fault_after_work: ({ day }) => `O trabalho terminou em ${day}. As horas posteriores não fazem parte dele.`,
  fault_day_full: ({ day }) =>
    `Com estas, o ajudante teria trabalhado mais de 24 horas em ${day}, somando todas as colaborações. Confira os registros desse dia.`,
  fault_overlaps: ({ id, side, from, to }) =>
    `O lado da ${side === 'need' ? 'necessidade' : 'oferta'} registrou trabalho de ${from} a ${to} (${id}). Altere, confirme ou conteste esse registro. Se várias pessoas trabalharam ao mesmo tempo, envie worked_on e hours.`,
  fault_several_engagements: ({ engagements }) =>
    `O ajudante tem várias colaborações. Escreva o id da certa: ${engagements.map(({ id, title }) => `${id} (${title})`).join(', ')}.`,
  fault_session: ({ id, state }) => {
    if (state === 'removed') return `A necessidade não tem mais ${id}.`
    return state === 'over' ? `${id} já começou.` : `${id} não tem mais vagas.`
  },
  fault_time_promised: ({ id, by }) => `O horário de ${id} está prometido a ${by ?? 'outra colaboração'}.`,
  fault_takes_hours: ({ id, hours }, { number, noun }) =>
    `${id} ocupa ${number(hours)} ${noun(hours, 'hora', 'horas')} por semana.`,
  fault_expiry: ({ least, most }) =>
    `Deve ser no mínimo ${least} e no máximo ${most} horas a partir de agora.`,
  fault_held: ({ id, ring }) => `${id} está reservado para ${ring}.`,
  fault_clock_ahead: ({ days }) =>
    `Um ambiente de testes pode estar no máximo ${days} dias à frente do tempo real.`,
  fault_clock_back: ({ at }) =>
    `São ${at} no seu ambiente de testes, e o relógio dele só avança. Para voltar ao tempo real, reinicie o ambiente.`,
}
