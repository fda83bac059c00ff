import type { AdviceWords } from './advice-texts.ts'

const WAITING = 'então quem ajuda pode passar mais tempo esperando por você do que trabalhando'
const TEAM = 'então pode não se sentir parte da equipe'
const RESULTS = 'então vocês podem esperar resultados diferentes'

export const pt: AdviceWords = {
  faults: {
    no_steps: [
      'não tem passos nem documento a seguir',
      'então quem ajuda teria de perguntar a você toda vez',
    ],
    few_steps: ['dá menos de 3 passos', 'então quem ajuda pode ficar no meio do caminho'],
    no_training: [
      'não prevê tempo para treinar quem ajuda',
      'então essa pessoa teria de adivinhar como você quer',
    ],
    no_rhythm: [
      'não diz com que frequência o trabalho se repete',
      'então ninguém sabe quando o treinamento se paga',
    ],
    no_end_of_one_off: [
      'não diz com clareza quando este trabalho único termina',
      'então ele pode nunca acabar',
    ],
    daily_approval: ['pede aprovação diária', WAITING],
    frequent_approval: ['pede aprovação frequente', WAITING],
    daily_check_ins: ['pede consultas diárias', WAITING],
    frequent_check_ins: ['pede consultas frequentes', WAITING],
    check_ins_unsaid: ['não diz com que frequência quem ajuda deve consultar você', WAITING],
    autonomy_unsaid: ['não diz quanto quem ajuda pode decidir', WAITING],
    short_outcome: ['descreve o resultado em poucas palavras demais', RESULTS],
    no_outcome: ['não diz quando o trabalho está pronto', RESULTS],
    moves_nothing: [
      'pede um trabalho que não traz receita, não serve à sua missão nem libera tempo',
      'então o esforço pode parecer inútil para ambos',
    ],
    purpose_unsaid: ['não diz para que serve o trabalho', 'então ele pode ser só uma ocupação'],
    gain_unsaid: [
      'não diz o que quem ajuda aprende ou ganha',
      'então essa pessoa tem pouco motivo para ficar',
    ],
    only_follows: ['pede a quem ajuda apenas que siga instruções', TEAM],
    say_unsaid: ['não diz quanto quem ajuda pode decidir', TEAM],
  },
  finding: (does, so) => `Esta descrição ${does}, ${so}.`,
  causes: {
    task_not_system: 'uma tarefa sem sistema',
    micromanaged: 'controle excessivo',
    no_plan: 'a falta de um plano',
    busy_work: 'trabalho só para ocupar',
    hireling_not_teammate: 'alguém que não fazia parte da equipe',
  },
  findingAgain: (month, cause, does) =>
    `Em ${month} você apontou ${cause}; esta descrição, de novo, ${does}.`,
  praises: {
    one_off_ends: 'Está claro quando este trabalho único termina.',
    has_system: 'Quem ajuda tem os passos e o treinamento para fazer isso sem você.',
    has_room: 'Quem ajuda pode trabalhar sem esperar por você.',
    has_plan: 'Está claro quando o trabalho está pronto, e há tempo para treinar quem ajuda.',
    revenue: 'Este trabalho traz receita.',
    mission: 'Este trabalho serve à sua missão.',
    time_freed: 'Este trabalho libera o seu tempo.',
    is_teammate: 'Quem ajuda ganha algo com o trabalho e pode opinar sobre ele, como parte da equipe.',
  },
  changes: {
    write_steps: 'Escreva os passos, pelo menos 3, ou indique um documento que os mostre.',
    plan_training: 'Reserve tempo para mostrar como você faz. Cada repetição devolve uma parte dele.',
    say_rhythm: 'Indique quantas vezes por semana o trabalho se repete, ou 0 se for feito uma só vez.',
    say_when_done: 'Complete esta frase como resultado: “Está pronto quando …”, com o que será diferente.',
    let_propose: 'Deixe quem ajuda propor como fazer o trabalho, ou decidir.',
    choose_other_work: 'Escolha um trabalho que traga receita, sirva à sua missão ou libere o seu tempo.',
    say_purpose: 'Diga se o trabalho traz receita, serve à sua missão ou libera o seu tempo.',
    say_gain: 'Indique o que quem ajuda vai ganhar: uma habilidade, uma referência, um contato.',
  },
  checkInsAtMost: (times) =>
    `Consulte no máximo ${times === 1 ? 'uma vez' : `${times} vezes`} por semana e, nesse meio-tempo, confie em quem ajuda.`,
}
