import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Coloque os estudantes de um programa em necessidades, pelas preferências deles e das organizações.',
  empty: 'Ainda não há turmas. Crie uma para os estudantes que quer colocar juntos.',
  no_programs: 'Uma turma precisa primeiro de um programa e dos seus estudantes.',
  new: 'Nova turma',
  edit: 'Mudar esta turma',
  create: 'Criar',
  program: 'Programa',
  needs: 'Necessidades',
  own_needs: 'Suas necessidades abertas que aceitam estudantes',
  more_needs: 'Outras necessidades',
  more_needs_hint:
    'Endereços das páginas públicas de necessidades de outros parceiros, ou os identificadores, um por linha.',
  students: 'Estudantes',
  all_of_program: 'Todos os estudantes do programa',
  choose_students: 'Escolher estudantes',
  takes_all: 'Quem entrar depois no programa também participa. Sem consentimento, ninguém é colocado.',
  takes_some: 'Quem entrar depois no programa não participa até que você o escolha.',
  take_consenting: 'Incluir todos os que consentem hoje',
  take_all: 'Incluir o programa inteiro, também quem chegar depois',
  tick_lead: 'Marque quem participa e salve antes de ir para outra página.',
  add_found: 'Incluir todos os encontrados',
  remove_found: 'Retirar todos os encontrados',
  preferences: 'Preferências',
  import_preferences: 'Importar preferências',
  run: 'Colocar a turma',
  run_lead: 'Nada é proposto ainda. Coloque quantas vezes quiser, compare e publique a que preferir.',
  method: 'Método',
  placements: 'Colocações',
  no_placements: 'Ninguém foi colocado ainda. Reúna as preferências e coloque a turma.',
  placed: 'Colocados',
  first_choices: 'Primeiras opções',
  compare: 'Comparar',
  compare_with: 'Comparar com',
  ranks: 'Opções atendidas',
  ranks_note: 'De quem não enviou opções contam como opções as melhores correspondências.',
  unplaced: 'Não colocados',
  nobody_unplaced: 'Todos estão colocados.',
  reason: 'Por quê',
  student: 'Estudante',
  need: 'Necessidade',
  organization: 'Organização',
  choice: 'Opção',
  introduction: 'Apresentação',
  print_list: 'Lista para imprimir',
  print: 'Imprima esta página com o seu navegador.',
  publish: 'Publicar',
  publish_sure: 'Cada estudante colocado recebe uma apresentação. Isto não pode ser desfeito.',
  publishing: 'As apresentações estão sendo propostas. Esta página se atualiza sozinha.',
  remove: 'Excluir este rascunho',
  remove_sure: 'O rascunho e os seus resultados são excluídos. A turma e as preferências ficam.',
  score: 'Soma das pontuações',
  blocking: 'Pares que se prefeririam',
  same: 'Igual nas duas',
  better: 'Melhor nesta',
  worse: 'Melhor na outra',
  moved: 'Quem é colocado em outro lugar',
  this_run: 'Esta colocação',
  other_run: 'A outra',
  not_placed: 'Não colocado',
  erased_student: 'Um estudante apagado',
  gone_need: 'Uma necessidade que não está mais aberta',
  not_introduced: 'Sem apresentação',
  back: 'Voltar à turma',
}
const METHODS = {
  stable: 'Estável: nenhum par ficaria melhor junto',
  most_placed: 'O máximo de colocados',
}
const STATUSES = {
  draft: 'Rascunho',
  publishing: 'Em publicação',
  published: 'Publicada',
}
const REASONS = {
  not_ranked: 'Não está aberto, ou falta o consentimento',
  no_match: 'Nada na turma combina',
  kept_by_rule: 'Uma regra da turma',
  no_room: 'Outros foram colocados em todas as opções',
}
const STUDENTS_SHOWN = {
  all: 'O programa inteiro',
  consenting: 'Abertos, com consentimento',
  taking: 'Quem participa',
}
const ACTIONS = {
  cohort_created: 'Criou uma turma',
  cohort_changed: 'Mudou uma turma',
  cohort_students_chosen: 'Escolheu os estudantes de uma turma',
  cohort_placed: 'Colocou uma turma',
  placement_published: 'Publicou uma colocação',
  placement_removed: 'Excluiu o rascunho de uma colocação',
}
const REFUSALS = {
  placement_published:
    'Esta colocação já está publicada e fica como registro das suas apresentações. Retire-as nas páginas delas, ou coloque os outros em uma nova.',
  candidates_published:
    'Alguns destes estudantes já estão publicados em outra colocação desta turma. Para colocá-los de novo, retire primeiro as apresentações deles.',
  locked_pairs_impossible: 'Um par fixo desta turma não pode ser colocado. Veja as regras dela.',
  cohort_has_placements:
    'Uma colocação desta turma está publicada. A turma fica como registro. Crie uma nova turma para outros.',
}

export const pt: DeskAreas['cohorts'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    desk_cohorts: () => 'Turmas',
    desk_cohort: ({ word }) => WORDS[word],
    desk_cohort_method: ({ method }) => METHODS[method],
    desk_placement_status: ({ status }) => STATUSES[status],
    desk_unplaced_reason: ({ reason }) => REASONS[reason],
    desk_choices_sent: ({ sent, all }, { number }) =>
      `${number(sent)} de ${number(all)} estudantes enviaram preferências`,
    desk_cohort_takes: ({ taking, all }, { number }) =>
      `${number(taking)} de ${number(all)} estudantes do programa participam`,
    desk_cohort_students_shown: ({ which }) => STUDENTS_SHOWN[which],
    desk_rankings_sent: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'organização classificou', 'organizações classificaram')} estudantes`,
    desk_placed_of: ({ placed, all }, { number }) => `${number(placed)} de ${number(all)} colocados`,
    desk_choice_got: ({ rank }) => `Opção ${rank}`,
    desk_not_introduced: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'estudante colocado não tem apresentação', 'estudantes colocados não têm apresentação')}. A lista para imprimir diz por quê.`,
  },
}
