import type { DeskAreas } from '../desk-texts.ts'
import { importCellWords } from '../import-cells/pt.ts'
import { importFieldWords } from '../import-fields/pt.ts'
import { importRowWords } from '../import-rows/pt.ts'

const WORDS = {
  remark_advice: 'Em Colunas, escolha a coluna que o contém ou escreva um valor para todas as linhas.',
  template: 'Baixar um modelo',
  template_lead: 'Ou comece com um modelo: uma linha está preenchida como exemplo.',
  title: 'Importar',
  lead: 'Envie uma planilha. Verá como ela é entendida e poderá corrigi-la antes que algo seja gravado.',
  empty: 'Nada foi importado ainda. Escolha um arquivo acima: uma lista de estudantes, por exemplo.',
  upload: 'Importar um arquivo',
  file: 'Arquivo',
  file_hint: 'Uma planilha (.xlsx ou .csv) ou JSON, até 100 MiB e 100.000 linhas.',
  what: 'Cada linha trata de',
  program_first: 'Os estudantes são de um programa: crie-o antes de importá-los.',
  program_add: 'Adicionar um programa',
  program: 'Programa dos estudantes cuja linha não nomeia nenhum',
  cohort: 'Turma, para as preferências',
  profile: 'Perfil de importação',
  none: 'Nenhum',
  consent_zone: 'Fuso horário dos consentimentos',
  consent_zone_hint: 'Para horários de consentimentos que o arquivo escreve sem fuso horário.',
  consent_zone_of_row: 'O fuso horário de cada linha',
  by_email: 'Encontrar os registros pelo e-mail: as linhas não têm identificador',
  start: 'Enviar e verificar',
  past: 'Importações anteriores',
  when: 'Quando',
  result: 'Resultado',
  reading: 'O arquivo está sendo lido. Esta página se atualiza sozinha.',
  cancel: 'Cancelar',
  columns: 'Colunas',
  columns_lead: 'Diga o que cada coluna contém. Depois todas as linhas são verificadas de novo.',
  header: 'No arquivo',
  meaning: 'Contém',
  samples: 'Exemplos',
  as_found: 'Como reconhecido',
  leave_out: 'Deixar de fora',
  missing_lead:
    'Isto falta no arquivo. Escolha uma coluna acima ou escreva aqui o que vale para todas as linhas.',
  dates: 'Ordem das datas',
  decimals: 'Sinal decimal',
  check_again: 'Verificar todas as linhas',
  save_profile: 'Salvar como perfil de importação',
  profile_name: 'Nome do perfil',
  of_the_file: 'Sobre o arquivo',
  rows: 'Linhas para ver',
  rows_lead: 'Corrija as células aqui, ou baixe estas linhas, corrija-as na planilha e envie esse arquivo.',
  no_rows: 'Todas as linhas são entendidas.',
  correct_same: 'Corrigir também as células iguais em todas as outras linhas',
  correct: 'Corrigir e verificar de novo',
  apply: 'Importar agora',
  report: 'Baixar estas linhas',
  file_gone: 'O arquivo não está mais guardado. Envie-o de novo para mudar algo.',
  see_students: 'Ver os estudantes',
  undo: 'Desfazer esta importação',
  undo_sure:
    'Tudo o que esta importação criou é apagado, ou nada se algo já resultou dela, e o que ela alterou volta a ser o que era. É possível até 24 horas depois do fim.',
  undo_sure_students:
    'Todos os estudantes que esta importação criou são apagados, ou nenhum se algo já resultou de um deles, e os que ela alterou voltam a ser o que eram. É possível até 24 horas depois do fim.',
  undone: 'Esta importação foi desfeita.',
  undone_kept: 'Alguns registros ficam como a importação os deixou:',
}
const TYPES = {
  candidates: 'um estudante',
  needs: 'uma necessidade',
  offers: 'uma oferta',
  organizations: 'uma organização',
  helpers: 'uma pessoa que ajuda',
  candidate_preferences: 'as preferências de um estudante',
  organization_preferences: 'a classificação de uma organização',
  hours: 'horas trabalhadas',
}
const STATUSES = {
  receiving: 'Chegando',
  queued: 'Em espera',
  running: 'Em leitura',
  done: 'Concluída',
  failed: 'Falhou',
  cancelled: 'Cancelada',
  undone: 'Desfeita',
}
const MODES = {
  dry_run: 'Só verificação',
  apply: 'Importação',
}
/** Of one row, which is feminine. */
const OF_A_ROW = {
  dry_run: {
    created: 'Nova',
    updated: 'Mudaria',
    unchanged: 'Sem mudança',
    rejected: 'Recusada',
    noticed: 'Com avisos',
  },
  apply: {
    created: 'Criada',
    updated: 'Mudada',
    unchanged: 'Sem mudança',
    rejected: 'Recusada',
    noticed: 'Com avisos',
  },
}
const OUTCOMES = {
  dry_run: {
    created: 'Novos',
    updated: 'Mudariam',
    unchanged: 'Sem mudança',
    rejected: 'Recusadas',
    noticed: 'Com avisos',
  },
  apply: {
    created: 'Criados',
    updated: 'Mudados',
    unchanged: 'Sem mudança',
    rejected: 'Recusadas',
    noticed: 'Com avisos',
  },
}
const ORDERS = {
  dmy: 'dia, mês, ano',
  mdy: 'mês, dia, ano',
  ymd: 'ano, mês, dia',
}

const REMARKS = {
  value_left_out: 'Este valor foi omitido.',
  other_value_left_out: 'Outra coluna também o diz; este valor não foi usado.',
  left_out: 'Uma parte foi omitida.',
  id_left_out: 'O identificador próprio foi omitido, pois o e-mail encontra o registro.',
  email_left_out: 'Este e-mail pertence a um registro fundido e foi omitido.',
  value_changed: 'Foi aceito em outra forma.',
  value_read_as: 'Verifique se foi lido como pretendia.',
  two_values: 'Várias células dizem coisas diferentes.',
  invalid_value: 'Isto não pode ser lido ou usado.',
  required: 'Isto falta.',
  skill_unknown:
    'Nenhuma competência conhecida tem este nome. Fica guardada, mas só corresponde à mesma palavra.',
  same_email: 'Outro registro tem o mesmo e-mail. Se forem o mesmo, mantenha um.',
  similar_id: 'Outro identificador é quase igual. Se forem o mesmo, escreva o mesmo.',
  several_records: 'Vários registros têm este e-mail. Funda-os primeiro.',
  total_row: 'Esta linha é um total e não foi importada.',
  remark_row: 'Esta linha é uma nota e não foi importada.',
  text_garbled: 'Há letras danificadas. Corrija-as.',
  letter_lost: 'Uma letra já se tinha perdido. Corrija-a.',
  cells_merged: 'As células unidas contam só para a primeira coluna.',
  cells_without_header: 'Foram omitidas células sem cabeçalho.',
  row_too_long: 'A linha é longa demais.',
  too_many_cells: 'A linha tem mais células do que o cabeçalho.',
  quote_not_closed: 'Umas aspas nunca são fechadas.',
  quote_misplaced: 'Umas aspas estão fora do lugar.',
  not_json: 'O texto não é JSON.',
  comma_ignored: 'Uma vírgula a mais foi ignorada.',
  unknown_field: 'Este campo não é conhecido.',
  erased: 'A pessoa foi apagada.',
  columns_ignored:
    'Foram omitidas colunas porque não se sabe o que contêm. Escolha o seu significado em Colunas.',
  columns_missing:
    'Os registros novos precisam de colunas que faltam no arquivo. Em Colunas, diga quais são ou escreva um valor para todas as linhas.',
  headers_missing: 'Faltam ao arquivo colunas escolhidas ou nomeadas pelo seu perfil.',
  columns_hidden: 'Também foram lidas colunas ocultas.',
  rows_hidden: 'Também foram lidas linhas ocultas.',
  sheets_ignored: 'Só foi lida uma planilha da pasta de trabalho.',
  encoding_unsure: 'Verifique os nomes com acentos: a codificação do texto não é certa.',
  encoding_mixed: 'Partes do texto estão codificadas de formas diferentes. Verifique os nomes com acentos.',
  email_can_be_key:
    'As linhas não têm identificadores. Encontre os registros pelo e-mail: marque-o em Colunas.',
  title_is_key:
    'Verifique as linhas com o mesmo título: o arquivo não tem identificadores, por isso contam o título e a organização.',
  decimal_found: 'Verifique como foram lidos os decimais. Pode indicá-lo em Colunas.',
  date_order_found: 'Verifique como foram lidas as datas. Pode indicar a sua ordem em Colunas.',
}

const ACTIONS = {
  import_uploaded: 'Enviou um arquivo',
  import_read_again: 'Mandou ler um arquivo de outro modo',
  import_corrected: 'Corrigiu linhas de um arquivo',
  import_applied: 'Importou um arquivo',
  import_cancelled: 'Cancelou uma importação',
  import_undone_by_staff: 'Desfez uma importação',
  import_profile_saved: 'Salvou um perfil de importação',
}

const REFUSALS = {
  import_running: 'O arquivo ainda está sendo lido. Espere o fim.',
  import_undone: 'Esta importação já foi desfeita. Para importar de novo, envie o arquivo outra vez.',
  import_not_undoable: 'Esta importação não pode ser desfeita. Altere ou apague os registros um por um.',
  import_in_use: 'Algo já resultou desta importação, por isso nada foi desfeito:',
  import_ended: 'Esta importação terminou e seu arquivo não está mais guardado. Envie o arquivo de novo.',
  too_many_imports: 'Há importações demais em espera. Tente de novo quando uma delas terminar.',
  malformed_request:
    'O arquivo está danificado ou não é o que o nome diz. Salve-o de novo e envie-o outra vez.',
  upload_incomplete: 'O arquivo não chegou inteiro. Envie-o de novo.',
  body_too_large: 'O arquivo é grande demais. Pode ter até 100 MiB.',
  encoding_not_supported:
    'O texto do arquivo não pode ser lido. Salve-o como pasta do Excel (.xlsx) ou como CSV em UTF-8.',
  unsupported_media_type: 'Isto não é uma planilha. Salve-a como pasta do Excel (.xlsx) ou como CSV.',
}

/** The words of imports. */
export const pt: DeskAreas['imports'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    ...importFieldWords,
    ...importCellWords,
    ...importRowWords,
    desk_import_remark: ({ code }) => REMARKS[code],
    desk_imports: () => WORDS.title,
    desk_import: ({ word }) => WORDS[word],
    desk_import_type: ({ type }) => TYPES[type],
    desk_import_status: ({ status }) => STATUSES[status],
    desk_import_mode: ({ mode }) => MODES[mode],
    desk_import_outcome: ({ outcome, mode }) => OUTCOMES[mode][outcome],
    desk_import_order: ({ order }) => ORDERS[order],
    desk_import_rows_read: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'linha lida', 'linhas lidas')}`,
    desk_import_row_outcome: ({ outcome, mode }) => OF_A_ROW[mode][outcome],
    desk_import_row: ({ line }) => `Linha ${line} do arquivo`,
    desk_import_apply_sure: ({ created, updated, rejected }, { noun, number }) =>
      `${number(created)} ${noun(created, 'registro será criado', 'registros serão criados')} e ${number(updated)} ${noun(updated, 'mudado', 'mudados')}.${rejected > 0 ? ` ${number(rejected)} ${noun(rejected, 'linha recusada fica', 'linhas recusadas ficam')} de fora.` : ''}`,
    desk_import_missing: ({ column }) => `${column} para todas as linhas`,
    desk_import_read_in: ({ zone }) => `Um horário sem fuso horário é lido em ${zone}.`,
    desk_import_meaning_of: ({ header }) => `O que “${header}” contém`,
  },
}
