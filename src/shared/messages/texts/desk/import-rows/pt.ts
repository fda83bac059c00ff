import type { ImportRowMessages } from '../../../desk/import-rows.ts'
import type { Texts } from '../../texts.ts'
import { columnNamer } from '../import-fields/column-names.ts'
import { importFieldWords } from '../import-fields/pt.ts'

const AS_CSV = 'Salve a planilha como CSV UTF-8, ou divida-a.'

const JSON_FAULTS: Readonly<Record<ImportRowMessages['import_broken_json']['fault'], string>> = {
  word: 'Esta palavra não é JSON. Ponha os textos e os nomes dos campos entre aspas retas.',
  number: 'Isto não é um número. Escreva os números como 7.5.',
  name: 'Falta antes o nome de um campo. Escreva os campos como "name": "Ada Park".',
  value: 'Falta um valor antes disto.',
  colon: 'Faltam dois-pontos antes disto. Escreva os campos como "name": "Ada Park".',
  comma: 'Falta uma vírgula antes disto.',
  brace: 'O texto termina aqui, e uma { não foi fechada.',
  bracket: 'O texto termina aqui, e um [ não foi fechado.',
  end: 'O objeto já terminou antes. Confira suas { e }.',
  quote: 'As aspas que abrem aqui não são fechadas nesta linha.',
  number_cut: 'Este número está cortado.',
  comment: 'JSON não tem comentários. Apague este.',
  unicode: 'Este texto tem um \\u sem seus quatro dígitos.',
  backslash: 'Este texto tem uma só barra invertida. Dobre-a.',
  control: 'Este texto tem um caractere de controle, como uma tabulação. Escreva-o como \\t.',
  json: 'Isto não é JSON.',
}

const SAYINGS: Readonly<Record<ImportRowMessages['import_row_said']['what'], string>> = {
  row_too_long: 'A linha tem mais de 1 MiB. Encurte-a.',
  record_too_long: 'O registro tem mais de 1 MiB. Encurte-o.',
  quote_not_closed: 'Aqui se abrem aspas que nunca se fecham. Feche-as ou apague-as.',
  quote_misplaced: 'Uma célula contém aspas. Duplique-as e ponha a célula entre aspas.',
  comma_ignored: 'Uma vírgula antes de } ou ] foi ignorada.',
  total_row: 'Esta linha é um total das linhas acima e não é de ninguém. Não foi importada.',
  row_of_header: 'Esta linha é do cabeçalho do relatório e não é de ninguém. Não foi importada.',
  remark_row: 'Esta linha é uma nota do relatório e não é de ninguém. Não foi importada.',
  nul_character: 'A linha contém um caractere NUL. Apague-o.',
  id_required: 'Cada linha precisa de um identificador.',
  id_too_long: 'Um identificador tem no máximo 200 caracteres. Encurte-o.',
  email_required: 'Cada linha precisa de um e-mail, porque ele encontra o registro.',
  title_required: 'Cada linha sem identificador precisa de um título.',
  hours_without_zone:
    'As horas precisam de um fuso horário. Em Colunas, escolha a coluna que o contém ou escreva um para todas as linhas.',
  place_without_country: 'Um lugar precisa do país.',
  country_cell_blank: 'A célula está vazia: escreva um país, como BR.',
  cells_blank: 'As células estão vazias. Preencha-as.',
  failed_on_our_side: 'Algo falhou do nosso lado e foi anotado. Importe esta linha mais tarde.',
  file_failed_on_our_side: 'Algo falhou do nosso lado. Envie o arquivo de novo.',
  title_is_key:
    'O arquivo não tem coluna de identificadores. Por isso contam o título de cada linha e de quem ela é, e os registros novos recebem um identificador.',
  email_can_be_key:
    'Se não tem identificadores, marque em Colunas que o e-mail encontra os registros: os novos recebem um identificador.',
  no_header_row: 'O arquivo não tem linha de cabeçalho. Escreva uma e envie-o de novo.',
  no_rows: 'O arquivo não tem linhas. Confira se foi salvo por inteiro.',
  no_visible_sheet: 'A pasta de trabalho não tem planilha visível. Mostre uma e salve-a de novo.',
  workbook_damaged:
    'A pasta de trabalho está danificada ou incompleta. Abra-a em um programa de planilhas, salve-a de novo como .xlsx e tente outra vez.',
  workbook_protected: 'A pasta de trabalho está protegida por senha. Salve-a sem senha e tente outra vez.',
  workbook_text_too_long: `A pasta de trabalho tem mais texto do que se pode ler. ${AS_CSV}`,
  file_cut_off:
    'O arquivo termina antes de a lista fechar com ]. Foi lido até ali. Confira se o arquivo está inteiro.',
}

const RECORDS = {
  candidates: 'Vários estudantes têm',
  needs: 'Várias necessidades têm',
  offers: 'Várias ofertas têm',
  organizations: 'Várias organizações têm',
  helpers: 'Várias pessoas que ajudam têm',
  records: 'Vários registros têm',
}
const PARENTS = {
  organization: {
    several: 'Várias das suas organizações',
    none: 'nenhuma das suas organizações',
    two: 'duas organizações',
  },
  helper: {
    several: 'Várias das suas pessoas que ajudam',
    none: 'nenhuma das suas pessoas que ajudam',
    two: 'duas pessoas que ajudam',
  },
  program: { several: 'Vários dos seus programas', none: 'nenhum dos seus programas', two: 'dois programas' },
}
const OWNERS = { organization: 'da mesma organização', helper: 'da mesma pessoa que ajuda' }
const SIGNS = { ',': 'com vírgula', '.': 'com ponto' }
const ORDERS = { dmy: 'com o dia primeiro', mdy: 'com o mês primeiro', ymd: 'com o ano primeiro' }
const DIFFERENCES = { signs: 'maiúsculas, espaços ou traços', zeros: 'zeros no início' }

const FOLLOWED: Readonly<Record<ImportRowMessages['import_followed']['code'], string>> = {
  changed: 'Foi mudado desde então.',
  removed: 'Foi apagado ou unido desde então.',
  introduction: 'Faz parte de uma apresentação.',
  engagement: 'Tem uma colaboração.',
  ring: 'Está em um círculo.',
  sprint: 'É de um sprint.',
  cohort: 'Uma turma ou as suas escolhas o nomeiam.',
  placement: 'Uma colocação o nomeia. Se for um rascunho, exclua-a primeiro.',
  need: 'Tem necessidades.',
  offer: 'Tem ofertas.',
  organization: 'Uma organização está ligada a ele.',
  merged: 'Outro registro foi unido a ele.',
  disclosure: 'Foi mostrado a outro parceiro.',
  answered: 'O outro lado já respondeu.',
  no_way_back: 'O que era antes já não serve: algo que nomeia já não existe.',
}

const NOT_UNDOABLE: Readonly<
  Record<
    ImportRowMessages['import_not_undoable']['code'],
    (values: { count: number; most: number }) => string
  >
> = {
  dry_run: () => 'Foi só um teste e não escreveu nada.',
  too_late: () => 'Terminou há mais de 24 horas.',
  rows_updated: ({ count }) =>
    `Mudou registros (${count}) que já existiam, e o que eram não foi guardado. Mude-os à mão, ou importe um arquivo corrigido.`,
  nothing_created: () => 'Não criou nem mudou nada.',
  too_many: ({ count, most }) => `Escreveu ${count} registros. De uma vez desfazem-se no máximo ${most}.`,
}

const OF_CANDIDATES = { skills: 'habilidades', majors: 'cursos', languages: 'idiomas' }
const quoted = (text: string) => `“${text}”`
const withOthers = (names: readonly string[], areMore: boolean) => (areMore ? [...names, 'outros'] : names)
const withMore = (names: readonly string[], more: number) => (more > 0 ? [...names, `mais ${more}`] : names)
const nameOf = columnNamer(importFieldWords)
const twinNames = ({ twins, areMore }: ImportRowMessages['import_same_email']) =>
  withOthers(
    twins.map(({ name, line }) => (line === null ? name : `${name} (linha ${line})`)),
    areMore,
  )

/** Words for the rows of imports and for whole files. */
export const importRowWords: Pick<Texts, keyof ImportRowMessages> = {
  import_row_said: ({ what }) => SAYINGS[what],
  import_how_to_give: () =>
    'Em Colunas, escolha a coluna que o contém ou escreva um valor para todas as linhas.',
  import_broken_json: ({ line, column, fault }) => `Linha ${line}, coluna ${column}: ${JSON_FAULTS[fault]}`,
  import_no_json_object: ({ line, column }) =>
    `Linha ${line}, coluna ${column}: Isto não é um objeto JSON. Escreva cada registro entre chaves, como {"name": "Ada Park"}.`,
  import_needs_columns: ({ columns, beside }, write) => {
    const names = write.list(columns.map((one) => quoted(nameOf(one, write))))
    return beside === null
      ? `Cada registro novo precisa de ${names}.`
      : `Uma linha com ${quoted(nameOf(beside, write))} precisa de ${names}.`
  },
  import_too_many_cells: ({ cells, columns }) =>
    `A linha tem ${cells} células, mas o cabeçalho tem ${columns}. Apague as que sobram, ou ponha entre aspas as células com separadores.`,
  import_cells_beyond: ({ most }) => `A linha tem células depois da coluna ${most}. Apague-as.`,
  import_line_has_key: ({ line, key, isOnlyThat }) =>
    `A linha ${line} já tem este ${key === 'id' ? 'identificador' : 'e-mail'}.${isOnlyThat ? ' Só aquela linha é importada.' : ''}`,
  import_line_has_title: ({ line, of }) =>
    `A linha ${line} já tem este título ${OWNERS[of]}. Só aquela linha é importada. Escreva outro título, ou dê identificadores às linhas.`,
  import_id_unusable: ({ id, isShortened }) =>
    `${isShortened ? `A planilha encurtou este identificador para ${id}.` : 'Um identificador tem no máximo 200 caracteres.'} Foi deixado de fora, porque o e-mail encontra o registro.`,
  import_same_email: (twins, { list }) =>
    `O mesmo e-mail que ${list(twinNames(twins))}. Se forem o mesmo, fique com um só registro.`,
  import_similar_id: ({ differences, ...twins }, { list }) =>
    `Só se diferencia de ${list(twinNames(twins))} por ${list(differences.map((one) => DIFFERENCES[one]))}. Se forem o mesmo, escreva o mesmo identificador.`,
  import_skills_unknown: ({ skills }, { noun }) =>
    `${noun(skills.length, 'Habilidade não entendida', 'Habilidades não entendidas')}: ${skills.join(', ')}. Ficam como estão, e só combinam com as mesmas palavras.`,
  import_country_taken: ({ country }, write) =>
    `A linha não o diz, então uma necessidade nova recebe o país da sua organização: ${write.country(country)}.`,
  import_zone_taken: ({ zone }) =>
    `A linha não o diz, então uma necessidade nova recebe o fuso horário da sua organização: ${zone}.`,
  import_email_of_merged: ({ record }) =>
    `Este e-mail era de um registro que foi unido a ${record}, que fica com o seu. Para mudá-lo, importe a linha com o seu identificador.`,
  import_several_with_email: ({ noun, names, areMore }, { list }) =>
    `${RECORDS[noun]} este e-mail: ${list(withOthers(names, areMore))}. Una-os, ou importe a linha com o seu identificador.`,
  import_several_with_title: ({ noun, names, areMore }, { list }) =>
    `${RECORDS[noun]} este título: ${list(withOthers(names, areMore))}. Escreva o identificador certo em uma coluna própria.`,
  import_id_of_other: ({ record, id, hasId }) =>
    `O e-mail é de ${record}, que ${hasId ? 'fica com o seu identificador' : 'não tem identificador'}. ${quoted(id)} foi deixado de fora.`,
  import_parent_unknown: ({ noun, text }) =>
    `${quoted(text)} não é ${PARENTS[noun].none}. Escreva o identificador ou o nome de algo que tenha criado.`,
  import_parent_ambiguous: ({ noun, text, names, areMore }, { either }) =>
    `${PARENTS[noun].several} se chamam ${quoted(text)}. Escreva o identificador certo: ${either(withOthers(names, areMore))}.`,
  import_parents_differ: ({ noun, names }, { list }) =>
    `A linha nomeia ${PARENTS[noun].two}: ${list(names)}. Fique com um.`,
  import_parent_left_out: ({ noun, text, areSeveral, instead }) =>
    `${areSeveral ? `${PARENTS[noun].several} se chamam ${quoted(text)}` : `${quoted(text)} não é ${PARENTS[noun].none}`}. Para a linha vale ${instead === null ? 'o programa da importação' : `${instead}, que ela também nomeia`}.`,
  import_encoding_mixed: ({ bytes, lines }, { noun }) =>
    `O arquivo é UTF-8, menos ${bytes} ${noun(bytes, 'byte', 'bytes')}, primeiro na linha ${lines.join(', ')}. Essas linhas foram lidas como windows-1252. Confira as letras com acento.`,
  import_encoding_unsure: ({ encoding }) =>
    `O arquivo não é UTF-8. Foi lido como ${encoding}, que é o que melhor serve. Confira as letras com acento, ou salve o arquivo como UTF-8.`,
  import_columns_ignored: ({ headers }, { noun }) => {
    const names = headers.map(({ header, similar }) =>
      similar === null ? quoted(header) : `${quoted(header)} (quer dizer ${similar}?)`,
    )
    return `${noun(names.length, 'Esta coluna foi deixada de fora', 'Estas colunas foram deixadas de fora')}: ${names.join(', ')}. Escolha em Colunas o que contêm.`
  },
  import_headers_missing: ({ missing, headers, more }) => {
    const names = missing.map(
      ({ header, similar }) =>
        `${quoted(header)}${similar === null ? '' : ` (quer dizer ${quoted(similar)}?)`}`,
    )
    return `Falta ao arquivo o cabeçalho escolhido ${names.join(', ')}. Ele tem: ${withMore(headers, more).join(', ')}.`
  },
  import_columns_missing: ({ columns }, write) =>
    `${write.noun(columns.length, 'Falta ao arquivo a coluna', 'Faltam ao arquivo as colunas')} ${write.list(columns.map((one) => quoted(nameOf(one, write))))}. Sem elas não se criam registros novos.`,
  import_sheets_ignored: ({ sheets }, { noun, list }) => {
    const names = sheets.map(({ name, isVisible }) => quoted(name) + (isVisible ? '' : ' (oculta)'))
    return `${noun(names.length, 'Outra planilha foi deixada de fora', 'Outras planilhas foram deixadas de fora')}: ${list(names)}. Para importar outra, salve-a em um arquivo próprio.`
  },
  import_columns_hidden: ({ headers, more }, { noun, list }) =>
    `${noun(headers.length + more, 'Uma coluna oculta também foi lida', 'Colunas ocultas também foram lidas')}: ${list(withMore(headers.map(quoted), more))}. Para deixar uma de fora, escolha isso em Colunas.`,
  import_rows_hidden: ({ count, ranges, areMore }, { noun }) =>
    `${noun(count, 'Uma linha oculta foi deixada de fora', `${count} linhas ocultas foram deixadas de fora`)}: ${withOthers(ranges, areMore).join(', ')}. Para importá-las, mostre todas as linhas e envie o arquivo de novo.`,
  import_decimals_found: ({ shown }, write) => {
    const said = shown.map(
      ({ column, sign, cell, line }) =>
        `${nameOf(column, write)} (${SIGNS[sign]}, como mostra ${quoted(cell)} na linha ${line})`,
    )
    return `Números como 1,500 e 1.500 foram lidos pelo sinal decimal da sua coluna: ${write.list(said)}. Se estiver errado, escolha-o em Colunas.`
  },
  import_date_orders_found: ({ shown }, write) => {
    const said = shown.map(
      ({ column, order, cell, line }) =>
        `${nameOf(column, write)} ${ORDERS[order]}, como mostra ${quoted(cell)} na linha ${line}`,
    )
    return `As datas em números foram lidas assim: ${said.join('; ')}. Se estiver errado, escolha a ordem em Colunas.`
  },
  import_cells_without_header: ({ columns, more }, { list, noun }) => {
    const names = columns.map(
      ({ letters, count, line }) =>
        `coluna ${letters} (${count} ${noun(count, 'célula', 'células')}, primeiro na linha ${line})`,
    )
    return `Células sem cabeçalho foram deixadas de fora: ${list(withMore(names, more))}. Para importá-las, escreva um cabeçalho acima.`
  },
  import_header_unread: ({ line }) => `O cabeçalho da linha ${line} não pode ser lido.`,
  import_key_missing: ({ key, line, headers, more }, write) =>
    `O cabeçalho não tem a coluna ${quoted(nameOf(key, write))}. A linha ${line} foi lida como cabeçalho: ${withMore(headers, more).join(', ')}.`,
  import_too_many_rows: ({ most }, write) =>
    `Um arquivo pode ter no máximo ${write.number(most)} linhas. As seguintes não foram lidas: importe-as em outro arquivo.`,
  import_too_many_columns: ({ line, columns, most }) =>
    `O cabeçalho da linha ${line} tem ${columns} colunas. Um arquivo pode ter ${most}: apague as que não precisa.`,
  import_sheet_unknown: ({ sheet, sheets }) =>
    `A pasta de trabalho não tem a planilha ${quoted(sheet)}. As planilhas são ${sheets.map(quoted).join(', ')}.`,
  import_sheet_empty: ({ sheet }) =>
    `A planilha ${quoted(sheet)} não tem linha de cabeçalho. Escreva uma e envie o arquivo de novo.`,
  import_workbook_too_large: ({ mib }) =>
    `Uma parte da pasta de trabalho tem mais de ${mib} MiB descompactada. ${AS_CSV}`,
  import_too_many_merged: ({ most }) =>
    `A planilha tem mais de ${most} células mescladas. Separe-as, ou salve a planilha como CSV UTF-8.`,
  import_text_unknown: ({ row }) =>
    `A linha ${row} da planilha nomeia um texto que a pasta de trabalho não tem. Abra-a em um programa de planilhas, salve-a de novo e tente outra vez.`,
  import_followed: ({ code }) => FOLLOWED[code],
  import_not_undoable: ({ code, ...values }) => NOT_UNDOABLE[code](values),
  import_write_like: ({ example, isEntry }) =>
    `Escreva ${isEntry ? 'uma entrada' : 'o valor'} assim: ${example}.`,
  import_most_of_candidate: ({ most, noun, of }, { number }) =>
    `Um estudante tem no máximo ${number(most)} ${OF_CANDIDATES[noun]}${of === null ? '' : `, e de ${number(of)} foram mantidas as primeiras`}.`,
  import_level_unread: ({ cell }) =>
    `${quoted(cell)} não é um nível. Escreva beginner, intermediate, advanced ou expert.`,
  import_resume_too_long: ({ withoutPicture, sections }, { list }) =>
    `O currículo passa de 64 KiB. Foi mantido sem ${list([...(withoutPicture ? ['a foto'] : []), ...sections])}.`,
  import_field_kept_with_resume: ({ field, meant }) =>
    `${quoted(field)} não é um campo de estudantes e só foi mantido com o currículo. Quis dizer ${meant}?`,
  import_key_of_no_column: ({ key }) => `${quoted(key)} não nomeia nenhuma coluna.`,
  import_cancelled: ({ rows, areWritten }) =>
    `A importação foi cancelada. ${areWritten ? `As primeiras ${rows} linhas foram importadas e ficam` : `${rows} linhas foram testadas`}; o resto do arquivo não foi lido.`,
}
