import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  title: 'Acordo e documentos',
  agreement: 'Acordo de aprendizagem',
  none: 'Ainda não há acordo. Escreva o que o estudante vai aprender e fazer. Depois todos o aprovam.',
  write: 'Escrever o acordo',
  change: 'Escrever uma nova versão',
  change_lead: 'Uma nova versão precisa ser aprovada de novo por todos.',
  written: 'Escrito',
  approvals: 'Aprovações',
  not_yet: 'Ainda sem aprovação',
  all_approved: 'Todos aprovaram esta versão.',
  replaced: 'Uma versão mais recente substituiu esta.',
  newest: 'Versão mais recente',
  earlier: 'Versões anteriores',
  print: 'Página para imprimir',
  tasks: 'Tarefas do estudante',
  supervision: 'Quem orienta o estudante, como e com que frequência',
  supervision_hint: 'Pela função, não pelo nome.',
  assessment: 'Como verão que os objetivos foram atingidos',
  notes: 'Outros acordos',
  gone: 'O estudante foi apagado, e com ele o que esta versão dizia.',
  documents: 'Documentos',
  no_documents: 'Ainda não há documentos. Acrescente links para relatórios, formulários ou folhas de horas.',
  document_title: 'Título do documento',
  document_url: 'Endereço web',
  document_hint: 'Só o link é guardado. Começa por https, e quem o lê precisa de acesso.',
  add_document: 'Acrescentar o link',
  evaluations: 'Avaliações',
  evaluations_lead:
    'Cada lado responde uma vez. Você vê as respostas do outro lado quando os dois tiverem enviado as suas.',
  no_questions: 'O programa não faz perguntas aqui.',
  mid_term: 'No meio do trabalho',
  final: 'No fim do trabalho',
  waits: 'O outro lado ainda não enviou as suas respostas.',
  approve: 'Aprovar esta versão',
}
const ACTIONS = {
  agreement_written: 'Escreveu um acordo de aprendizagem',
  agreement_approved: 'Aprovou um acordo de aprendizagem',
  document_added: 'Acrescentou um documento',
  document_removed: 'Retirou um documento',
  evaluation_sent: 'Enviou uma avaliação',
}
const REFUSALS = {
  not_an_internship: 'Este trabalho não é um estágio e por isso não tem acordo nem avaliações.',
  agreement_changed: 'Alguém escreveu outra versão entretanto. Leia-a e depois aprove ou mude essa.',
  too_many_documents: 'Já há tantos documentos quantos pode haver. Retire um primeiro.',
  no_evaluation: 'O programa não faz perguntas aqui. O escritório dele pode acrescentá-las.',
  evaluation_not_due:
    'É cedo ou tarde demais para esta avaliação. A primeira é para o trabalho em curso; a última, para as duas últimas semanas e depois.',
  evaluation_given: 'O seu lado já enviou esta avaliação. Ela fica como foi enviada.',
}
const ROLES = {
  student: 'Estudante',
  office: 'Escritório de estágios',
  supervisor: 'Supervisor',
}
const APPROVE = {
  student: 'Aprovar pelo estudante',
  office: 'Aprovar pelo escritório',
  supervisor: 'Aprovar como supervisor',
}
const SCALE = {
  1: '1 (o mais baixo)',
  2: '2',
  3: '3',
  4: '4',
  5: '5 (o mais alto)',
}

export const pt: DeskAreas['papers'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    desk_papers: ({ word }) => WORDS[word],
    desk_agreement_role: ({ role }) => ROLES[role],
    desk_agreement_version: ({ version }) => `Versão ${version}`,
    desk_approve_as: ({ role }) => APPROVE[role],
    desk_works_at: ({ helper, organization }) => `${helper} em ${organization}`,
    desk_scale_answer: ({ value }) => SCALE[value],
    desk_title_of_agreement: ({ title }) => `${WORDS.agreement}: ${title}`,
  },
}
