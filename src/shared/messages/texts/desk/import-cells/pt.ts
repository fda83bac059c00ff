import type { ImportCellMessages } from '../../../desk/import-cells.ts'
import type { Texts } from '../../texts.ts'

const DATE = 'Escreva as datas assim: 2027-05-14.'
const WEEKLY = 'Escreva o horário da semana assim: Seg-Qua 13:00-17:00; Sex 09:00-12:00.'
const SESSIONS = 'Escreva as sessões assim: 2027-03-13 09:00 até 12:00 x3; 2027-03-20 09:00 até 12:00.'
const DAYS = 'Escreva os dias assim: 2027-03-14 até 2027-03-21; 2027-05-01.'
const EMAIL = 'Escreva um só endereço, como dana@example.org.'
const MONEY = 'Escreva o dinheiro assim: 20,00 BRL.'
const PHONE = 'Escreva-o assim: +55 11 91234-5678.'
const FOREIGN_PHONE = 'Escreva os números de outros países com o código do país, como +33 6 88 23 43 20.'
const COUNTRY = 'Escreva um país, como BR ou Brasil.'
const HOURS_A_WEEK = 'Escreva as horas por semana assim: 10.'

/** What follows the cell. */
const UNREAD: Readonly<Record<ImportCellMessages['import_unread']['as'], string>> = {
  email: `não é um endereço de e-mail. ${EMAIL}`,
  email_too_long: `é longo demais para um endereço de e-mail. ${EMAIL}`,
  session: `não se entende como sessão. ${SESSIONS}`,
  session_too_long: `é longo demais para uma sessão. ${SESSIONS}`,
  session_parts:
    'não se entende como sessão. Escreva o início e o fim assim: 2027-03-13 09:00, e as vagas assim: 3.',
  language: 'não é um idioma. Escreva um idioma, como inglês ou en.',
  languages: 'não nomeia nenhum idioma. Escreva os idiomas assim: inglês; espanhol.',
  languages_too_long: 'é longo demais para uma lista de idiomas. Escreva os idiomas assim: inglês; espanhol.',
  date: `não é uma data. ${DATE}`,
  date_incomplete: `não tem o dia ou o ano. ${DATE}`,
  date_without_day: `não diz qual é o dia. ${DATE}`,
  date_not_in_calendar: `não é um dia do calendário. ${DATE}`,
  date_without_year: `não diz qual número é o ano. ${DATE}`,
  days: `não é um período. ${DAYS}`,
  days_reversed: `termina antes de começar. ${DAYS}`,
  term: 'não diz qual é o mês. Escreva um mês como 2028-05, ou uma data como 2028-05-20.',
  term_code:
    'parece o código de um semestre, que muda de sentido em cada escola. Escreva uma data como 2028-05-20.',
  hours: 'não é um número de horas. Escreva as horas assim: 2,5 ou 2:30.',
  break: 'não é a duração de um intervalo. Escreva os minutos assim: 30.',
  age: 'não é uma idade. Escreva uma idade como 17, ou menos de 16, 16-17, 18-20 ou 21+.',
  money: `não é um valor em dinheiro. ${MONEY}`,
  money_without_currency: `não diz a moeda. ${MONEY}`,
  money_by_hour: 'é pago por hora. Escreva o valor inteiro, como 500,00 BRL.',
  count: 'não é um número inteiro. Escreva um número como 2.',
  hours_per_week: `não é um número de horas. ${HOURS_A_WEEK}`,
  hours_per_month: `dá as horas por mês. ${HOURS_A_WEEK}`,
  hours_per_day: `dá as horas por dia. ${HOURS_A_WEEK}`,
  hours_of_longer_time: `dá as horas de um tempo mais longo. ${HOURS_A_WEEK}`,
  distance: 'não é uma distância. Escreva os quilômetros assim: 25.',
  weekly_hours: `não se entende como horário da semana. ${WEEKLY}`,
  weekly_hours_too_long: `é longo demais para um horário da semana. ${WEEKLY}`,
  time_zone: 'não é um fuso horário. Escreva o de uma cidade, como America/Sao_Paulo.',
  phone: `não é um número de telefone. ${PHONE}`,
  phone_of_no_country: `não é um número de telefone de nenhum país. ${PHONE}`,
  phone_without_country: `não tem o código do país. ${FOREIGN_PHONE}`,
  place: 'não é um lugar. Escreva uma cidade, como Recife.',
  metadata:
    'não se lê como metadados. Escreva {"crm_id": "77"}, ou dê a cada chave uma coluna como metadata.crm_id.',
  web_address: 'não é o endereço de uma página web. Escreva-o assim: https://example.org.',
  country: `não é um país. ${COUNTRY}`,
  korea: `pode ser a Coreia do Sul ou a Coreia do Norte. ${COUNTRY}`,
  congo: `pode ser a RD Congo ou o Congo (CG). ${COUNTRY}`,
  yes_or_no: 'não é claramente sim ou não. Escreva sim ou não.',
}

const SAYINGS: Readonly<Record<ImportCellMessages['import_cell_said']['what'], string>> = {
  left_out: 'Foi deixado de fora.',
  part_refused: 'Foi deixado de fora, porque outra parte do mesmo campo foi recusada.',
  time_left_out: 'A hora foi deixada de fora.',
  name_empty: 'O nome está vazio. Escreva-o assim: Noa Bright.',
  name_parts_empty: 'O nome está vazio. Escreva o nome e o sobrenome, como Noa e Bright.',
  id_empty: 'O identificador está vazio. Escreva-o assim: S-1001.',
  skills_empty: 'A lista de habilidades está vazia. Escreva-as assim: contabilidade; Excel: avançado.',
  no_sessions: `A célula não tem sessões. ${SESSIONS}`,
  no_days: `A célula não tem dias. ${DAYS}`,
  exact_cell: 'O texto depois de **JSON** não é JSON. Restaure a célula, ou escreva o valor sem **JSON**.',
  zone_without_hours: 'O fuso do horário precisa de horas na coluna do horário da semana.',
  gross_hours_unused: 'As horas com intervalo não foram usadas, porque as horas sem intervalo vêm primeiro.',
  phone_part_alone: 'Uma parte de um telefone precisa do número na coluna do telefone.',
  phone_area_of_its_own: 'O número de telefone já tem um código de área.',
  letter_lost: 'Uma letra se perdeu antes do envio: no lugar dela está \u{fffd}. Corrija-a.',
}

const FAULTS: Readonly<Record<ImportCellMessages['import_spreadsheet_fault']['fault'], string>> = {
  points_nowhere: 'uma fórmula aponta para uma célula apagada',
  unknown_name: 'uma fórmula usa um nome que a planilha não conhece',
  wrong_kind: 'uma fórmula recebeu texto onde precisa de um número, ou o contrário',
  by_zero: 'uma fórmula divide por zero ou por uma célula vazia',
  not_found: 'uma fórmula procurou um valor e não o encontrou',
  bad_number: 'uma fórmula dá um número impossível ou grande demais',
  no_overlap: 'uma fórmula combina intervalos sem célula em comum',
  no_room: 'o resultado de uma fórmula não cabe ao lado da célula',
  not_computed: 'uma fórmula não pode ser calculada',
  not_loaded: 'os dados ainda estavam carregando quando o arquivo foi salvo',
  no_field: 'uma fórmula pede um campo que os dados não têm',
  blocked: 'a planilha bloqueou a origem dos dados',
  not_reached: 'a planilha não alcançou a origem dos dados',
  unknown_data: 'a planilha não conhece este tipo de dados',
}

const NOUNS: Readonly<Record<ImportCellMessages['import_list_empty']['noun'], string>> = {
  entries: 'as entradas',
  skills: 'as habilidades',
  majors: 'os cursos',
  choices: 'as escolhas',
  causes: 'as causas',
  requirements: 'os requisitos',
  goals: 'os objetivos',
  organizations: 'as organizações',
}
const MODALITIES = { remote: 'a distância', onsite: 'presencial', hybrid: 'híbrido' }
const KINDS = { solopreneur: 'autônomo', small_business: 'pequena empresa', nonprofit: 'sem fins lucrativos' }
const BANDS = { under_16: 'menos de 16', '16_17': '16-17', '18_20': '18-20', '21_plus': '21+' }

const quoted = (text: string) => `“${text}”`
const allQuoted = (texts: readonly string[]) => texts.map(quoted)
const under = ({ cell, header }: { cell: string; header: string }) => `${quoted(cell)} em ${quoted(header)}`

/** Words for the cells of imports. */
export const importCellWords: Pick<Texts, keyof ImportCellMessages> = {
  import_cell_said: ({ what }) => SAYINGS[what],
  import_in_english: ({ text }) => text,
  import_required: () => 'Isto falta. Preencha a célula.',
  import_limit: ({ relation, value, unit }, { noun }) => {
    const limit = `${relation === 'least' ? 'pelo menos' : 'no máximo'} ${value}`
    if (unit === 'number') return `Escreva um número de ${limit}.`
    const nouns =
      unit === 'entries' ? noun(value, 'entrada', 'entradas') : noun(value, 'caractere', 'caracteres')
    return `Escreva ${limit} ${nouns}.`
  },
  import_unread: ({ cell, as }) => `${quoted(cell)} ${UNREAD[as]}`,
  import_weekly_part_unread: ({ cell, part }) =>
    `${quoted(part)} em ${quoted(cell)} não se entende como dia nem como hora. ${WEEKLY}`,
  import_phone_unread_in: ({ cell, country }, write) =>
    `${quoted(cell)} não é um número de telefone (país: ${write.country(country)}). ${FOREIGN_PHONE}`,
  import_words_unread: ({ cell, choices }, { either }) =>
    `${quoted(cell)} não se entende aqui. Escreva ${either(choices)}.`,
  import_words_left_out: ({ cells, choices }, { list, either }) =>
    `Não se entende e foi deixado de fora: ${list(allQuoted(cells))}. Escreva ${either(choices)}.`,
  import_languages_left_out: ({ cells }, { list }) =>
    `Não se entende como idioma e foi deixado de fora: ${list(allQuoted(cells))}.`,
  import_number_unread: ({ cell, example }) =>
    `${quoted(cell)} não é um número. Escreva um número como ${example}.`,
  import_number_ambiguous: ({ cell, asThousands, asDecimal }) =>
    `${quoted(cell)} pode ser ${asThousands} ou ${asDecimal}. Escreva-o sem separador de milhares, ou escolha o sinal decimal em Colunas.`,
  import_money_ambiguous: ({ cell, asThousands, asDecimal, example }) =>
    `${quoted(cell)} pode ser ${asThousands} ou ${asDecimal}. Escreva-o assim: ${example}.`,
  import_money_by: ({ cell, unit }) =>
    `${quoted(cell)} é pago por “${unit}”. Escreva o valor inteiro, como 500,00 BRL.`,
  import_money_not_payable: ({ cell, currency }) =>
    `${quoted(cell)} não é um valor que se possa pagar em ${currency}. ${MONEY}`,
  import_date_ambiguous: ({ cell, days, example }, { either }) =>
    `${quoted(cell)} pode ser ${either(days)}. Escreva as datas assim: ${example}, ou escolha a ordem das datas em Colunas.`,
  import_year_out_of_range: ({ cell, first, last }) =>
    `${quoted(cell)} não está entre os anos ${first} e ${last}. ${DATE}`,
  import_month_unknown: ({ cell, month }) => `${quoted(cell)} não é uma data: não há mês ${month}. ${DATE}`,
  import_month_too_short: ({ cell, days }) =>
    `${quoted(cell)} não é um dia do calendário: esse mês tem ${days} dias.`,
  import_year_read: ({ cell, year }) => `O ano de ${quoted(cell)} foi lido como ${year}.`,
  import_date_in_other_order: ({ cell, day }) =>
    `${quoted(cell)} foi lido como ${day}, porque na ordem escolhida não é nenhum dia.`,
  import_date_with_points: ({ cell, day, country }, write) =>
    `${quoted(cell)} foi lido como ${day}: com pontos, o dia vem primeiro (país: ${write.country(country)}).`,
  import_day_of_excel: ({ number, day }) => `${number} foi lido como ${day}, o dia deste número no Excel.`,
  import_midnight: ({ day, zone }) => `A hora foi lida como a meia-noite de ${day} em ${zone}.`,
  import_read_in_zone: ({ cell, zone }) => `${quoted(cell)} foi lido no fuso horário ${zone}.`,
  import_read_as_beginning: ({ day, zone }) =>
    `${day} foi lido como o início desse dia no fuso horário ${zone}.`,
  import_read_as: ({ cell, value, country }, write) =>
    `${quoted(cell)} foi lido como ${value}${country === null ? '' : ` (país: ${write.country(country)})`}.`,
  import_read_as_text: ({ cell, text }) => `${quoted(cell)} foi lido como ${quoted(text)}.`,
  import_read_as_lower: ({ cell, value }) => `${quoted(cell)} foi lido como ${value}, o número menor.`,
  import_read_as_minutes: ({ cell }) => `${quoted(cell)} foi lido como minutos.`,
  import_read_as_no: ({ cell }) => `${quoted(cell)} foi lido como não.`,
  import_read_as_country: ({ cell }) => `${quoted(cell)} foi lido como o país.`,
  import_read_as_place: ({ cell, country }, write) =>
    `${quoted(cell)} foi lido como lugar (país: ${write.country(country)}).`,
  import_read_as_youngest: ({ cell, band }) =>
    `${quoted(cell)} pode ser vários grupos de idade e foi lido como o mais jovem: ${BANDS[band]}.`,
  import_language_read: ({ cell, tag, left }, write) =>
    `${quoted(cell)} foi lido como ${write.language(tag)}. Deixado de fora: ${quoted(left)}.`,
  import_break_taken_off: ({ minutes }) =>
    `Um intervalo de ${minutes} minutos não conta nas horas: a entrada tem as horas e o dia, sem início nem fim.`,
  import_email_kept: ({ email, others, words }, { list }) =>
    `${email} ficou como endereço de e-mail. Deixado de fora: ${list([...others, ...(words === '' ? [] : [quoted(words)])])}.`,
  import_phone_kept: ({ phone, left }) => `${phone} ficou como telefone. Deixado de fora: ${quoted(left)}.`,
  import_phone_without_extension: ({ phone, extension }) =>
    `${phone} ficou como telefone. Deixado de fora: o ramal ${extension}.`,
  import_phone_not_in_use: ({ cell }) => `${quoted(cell)} não é um número em uso hoje. Confira-o.`,
  import_number_shortened: ({ what, text }) =>
    what === 'phone'
      ? `A planilha encurtou este telefone para ${text}, e os dígitos se perderam. ${PHONE}`
      : `A planilha encurtou este identificador para ${text}, e os dígitos se perderam. Formate a coluna como texto e escreva o identificador inteiro.`,
  import_id_was_number: ({ cell, id }) =>
    `${cell} foi lido como ${id}: a planilha tratou o identificador como número.`,
  import_id_was_date: ({ cell }) =>
    `${quoted(cell)} parece um identificador que a planilha transformou em data. Compare-o com os seus dados.`,
  import_name_kept: ({ cell }) =>
    `${quoted(cell)} ficou como está. Escreva os nomes assim: Noa Bright, ou Bright, Noa.`,
  import_list_empty: ({ noun }) => `A lista está vazia. Separe ${NOUNS[noun]} com ponto e vírgula: um; dois.`,
  import_list_kept_as_one: ({ cell, noun }) =>
    `${quoted(cell)} ficou como um só. Separe ${NOUNS[noun]} com ponto e vírgula.`,
  import_first_kept: ({ count, most, noun, left }, { list }) =>
    `De ${NOUNS[noun]}, ${count} no total, ficaram ${most}. Deixado de fora: ${list(allQuoted(left))}.`,
  import_only_first: ({ most, what }) =>
    `Ficaram apenas ${what === 'days' ? `os primeiros ${most} períodos` : `as primeiras ${most} sessões`}.`,
  import_skill_kept_as_one: ({ cell }) =>
    `${quoted(cell)} ficou como uma habilidade, porque nem todas as partes são conhecidas. Separe as habilidades com ponto e vírgula.`,
  import_skill_twice: ({ cell, left }, { list }) =>
    `${quoted(cell)} aparece várias vezes. Deixado de fora: ${list(left)}.`,
  import_skill_details: ({ words, skill, areImportances, isKept }) =>
    `${quoted(words)} ao lado de ${quoted(skill)} não é um nível${areImportances ? ' nem uma importância' : ''} e ${isKept ? 'ficou como parte da habilidade' : 'foi deixado de fora'}. Escreva-o assim: Excel: avançado.`,
  import_zone_unclear: ({ cell, zones }, { either }) =>
    `${quoted(cell)} não diz de que lugar é a hora. Escreva o fuso de uma cidade, como ${either(zones)}.`,
  import_place_left_out: ({ cell, left }, { list }) =>
    `Deixado de fora de ${quoted(cell)}: ${list(allQuoted(left))}.`,
  import_spreadsheet_narrow: ({ shown }) =>
    `A planilha mostra ${shown}: a coluna estava estreita demais ao salvar. Alargue-a e salve o arquivo de novo.`,
  import_spreadsheet_fault: ({ shown, fault }) =>
    `A planilha mostra ${shown}: ${FAULTS[fault]}. Corrija a fórmula, ou escreva o valor.`,
  import_names_differ: ({ full, inParts }) =>
    `O nome completo ${quoted(full)} e o nome em partes ${quoted(inParts)} são diferentes. Fique com um deles.`,
  import_columns_differ: ({ headers, cells }, { list }) =>
    `As colunas ${list(allQuoted(headers))} dizem coisas diferentes: ${list(allQuoted(cells))}. Fique com uma delas.`,
  import_other_cells_unused: ({ others, first }, { list }) =>
    `Não foi usado: ${list(others.map(under))}, porque ${quoted(first)} vem primeiro.`,
  import_modality_unused: ({ modality, own }) =>
    `Outras colunas dizem ${quoted(MODALITIES[modality])}. Não foi usado, porque ${quoted(own)} vem primeiro.`,
  import_hours_without_break: ({ hours, minutes, left }, { number }) =>
    `${number(hours)} horas são com o intervalo de ${minutes} minutos. Sem ele são ${number(left)}.`,
  import_place_unused: ({ cell, own }) =>
    `O lugar diz ${quoted(cell)}. Não foi usado, porque a coluna própria diz ${quoted(own)}.`,
  import_country_from: ({ country, cells }, write) =>
    `O país foi lido como ${write.country(country)}, porque a linha nomeia ${write.list(allQuoted(cells))}.`,
  import_answer_unread: (said) => `${under(said)} não é claramente sim ou não. Escreva sim ou não.`,
  import_answer_unused: (said) => `${under(said)} não foi usado, porque a coluna do tipo vem primeiro.`,
  import_answer_read: ({ kind, ...said }) => `${under(said)} foi lido assim: ${KINDS[kind]}.`,
  import_answer_says_not: (said) =>
    `${under(said)} diz apenas o que a organização não é. Escreva o tipo: pequena empresa ou autônomo.`,
  import_answers_read: ({ answers, modality }, { list }) =>
    `${list(answers.map(under))} foi lido assim: ${MODALITIES[modality]}.`,
  import_answers_leave_nothing: ({ answers }, { list }) =>
    `${list(answers.map(under))} não deixa nenhum lugar de trabalho.`,
  import_text_garbled: ({ meant }) => `Provavelmente é ${quoted(meant)}. Corrija-o.`,
  import_cells_merged: ({ cells, column }) =>
    `As células ${cells} estão mescladas. O valor só foi lido para a coluna ${column}.`,
}
