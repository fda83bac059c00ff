import { joinedBy, type OfficeFaultTexts } from '../fault-texts.ts'

const SAID = {
  once_each: 'Cada id pode aparecer só uma vez.',
  question_id: 'Deve ter de 1 a 40 letras minúsculas, algarismos ou sublinhados.',
  resume_long: 'Deve ter no máximo 64 KiB.',
  email_shown: 'Outros parceiros podem ler isto. Retire o endereço de e-mail.',
  phone_shown: 'Outros parceiros podem ler isto. Retire o número de telefone.',
  domain_shown: 'Outros parceiros podem ler isto. Retire o domínio do e-mail do estudante.',
  name_shown: 'Outros parceiros podem ler isto. Retire o nome do estudante.',
  link_shown: 'Outros parceiros podem ler isto. Retire o link ou o nome do perfil.',
  school_shown: 'Outros parceiros podem ler isto. Retire o nome da escola.',
  one_subject:
    'Um calendário é sobre uma organização, um ajudante ou um programa, ou sobre todos os seus. Indique no máximo um.',
  two_candidates: 'Indique dois estudantes.',
  locked_once: 'Um estudante só pode ser fixado em uma necessidade.',
  pair_forbidden: 'O mesmo par está proibido.',
  bond_opposite: 'Os mesmos dois estudantes devem ser alocados juntos.',
  tie_first: 'Indique um que venha depois de outro na lista.',
  candidate_of_program: 'O programa não tem estudante com este id.',
  need_unseen: 'Não há necessidade com este id, ou ela não está aberta, ou você não pode vê-la.',
  record_unknown: 'Não há registro com este id ou nome.',
  choices_twice: 'Outra linha tem as preferências do mesmo registro. Mantenha uma delas.',
  question_unknown: 'O programa não tem essa pergunta.',
  question_once: 'Responda a cada pergunta uma vez.',
  answer_words: 'Responda a esta pergunta com palavras.',
  answer_scale: 'Responda a esta pergunta com um número de 1 a 5.',
  consent_blank:
    'O estudante deu este consentimento antes, e aqui está em branco. Ele continua dado. Escreva “não” para encerrá-lo.',
  options_of_tables:
    'Isto é para tabelas. Um arquivo JSON nomeia seus campos e escreve datas e números como a API.',
  header_blank: 'Escreva o cabeçalho como está no arquivo.',
  email_per_row: 'Cada linha precisa do seu próprio email, pois é ele que encontra o registro.',
  email_kept: 'Um perfil não guarda dados pessoais. Retire o endereço de e-mail.',
  field_after_file: 'Ponha este campo antes do arquivo, pois o formulário é lido em ordem.',
  field_twice: 'Indique isto só uma vez.',
  field_in_both: 'Indique isto no endereço ou no formulário, não nos dois.',
}
const ALIKE = {
  candidate: 'Vários estudantes do programa têm o nome ou o e-mail',
  need: 'Várias necessidades da turma têm o título',
  organization: 'Várias das suas organizações têm o nome',
}
const or = joinedBy('ou')
const and = joinedBy('e')

export const officeFaults: OfficeFaultTexts = {
  fault_of_office: ({ what }) => SAID[what],
  fault_outside_cohort: ({ name }) =>
    name === 'need' ? 'A turma não tem essa necessidade.' : 'A turma não tem esse estudante.',
  fault_capacity: ({ most, isMinimum }) =>
    isMinimum
      ? `A necessidade aceita no máximo ${most}. Assim ela nunca poderia ser preenchida.`
      : `A necessidade aceita no máximo ${most} nesta turma.`,
  fault_locked: ({ isOneNeed }) =>
    `Os dois estão fixados em ${isOneNeed ? 'uma mesma necessidade' : 'necessidades diferentes'}. Mude esta regra ou os pares fixados.`,
  fault_choice_closed: ({ text }) => `${text} não pode ser escolhido nesta turma.`,
  fault_named_alike: ({ noun, text, ids, areMore }) =>
    `${ALIKE[noun]} “${text}”. Escreva o id do certo: ${or(areMore ? [...ids, 'outros'] : ids)}.`,
  fault_unanswered: ({ id }) => `Responda à pergunta ${id}.`,
  fault_answer_choices: ({ choices }) => `Responda a esta pergunta com uma de: ${choices.join('; ')}.`,
  fault_moves: ({ from, to }) => `O estudante passa do programa ${from} para ${to}.`,
  fault_approve_for: ({ roles }) => `Diga por quem você aprova: ${or(roles)}.`,
  fault_json_object: ({ example }) => `Escreva um objeto JSON, como ${example}.`,
  fault_option_of: ({ types }) => `Deixe de fora: só importações de ${and(types)} o aceitam.`,
  fault_no_email: ({ type }) => `Uma importação de ${type} não tem e-mails. Use external_id.`,
  fault_per_row: ({ column }) =>
    `Cada linha precisa do seu próprio ${column}, então ele não pode ter um valor padrão.`,
  fault_one_default: ({ column, other }) =>
    `Dê um valor padrão para ${column} ou para ${other}, não para os dois.`,
  fault_column_unknown: ({ column, type, meant, columns }) =>
    `Não há coluna “${column}” para ${type}.${meant === null ? '' : ` Você quis dizer ${meant}?`} As colunas são: ${columns.join(', ')}.`,
  fault_detail_kept: ({ column }) =>
    `Um perfil não guarda dados pessoais. Retire ${column}; se todas as linhas de um arquivo o compartilham, dê-o como valor padrão daquela importação.`,
  fault_profile_unknown: ({ name, meant }) =>
    `Não há perfil de importação “${name}”. ${meant === null ? 'PUT /v1/import-profiles/{name} salva um.' : `Você quis dizer ${meant}?`}`,
  fault_profile_type: ({ name, of, wanted }) =>
    `O perfil “${name}” é para ${of}, e esta importação é de ${wanted}.`,
  fault_of_record: ({ id }) => `${id}:`,
}
