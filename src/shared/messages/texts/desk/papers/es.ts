import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  title: 'Acuerdo y documentos',
  agreement: 'Acuerdo de aprendizaje',
  none: 'Todavía no hay acuerdo. Escriba qué aprenderá y hará el estudiante. Después lo aprueban todos.',
  write: 'Escribir el acuerdo',
  change: 'Escribir una versión nueva',
  change_lead: 'Una versión nueva tienen que aprobarla otra vez todos.',
  written: 'Escrito',
  approvals: 'Aprobaciones',
  not_yet: 'Todavía sin aprobar',
  all_approved: 'Todos han aprobado esta versión.',
  replaced: 'Una versión más reciente sustituyó a esta.',
  newest: 'Versión más reciente',
  earlier: 'Versiones anteriores',
  print: 'Página para imprimir',
  tasks: 'Tareas del estudiante',
  supervision: 'Quién guía al estudiante, cómo y con qué frecuencia',
  supervision_hint: 'Por su función, no por su nombre.',
  assessment: 'Cómo verán que se han alcanzado los objetivos',
  notes: 'Otros acuerdos',
  gone: 'Se borró al estudiante, y con él lo que decía esta versión.',
  documents: 'Documentos',
  no_documents: 'Todavía no hay documentos. Añada enlaces a informes, formularios u hojas de horas.',
  document_title: 'Título del documento',
  document_url: 'Dirección web',
  document_hint: 'Solo se guarda el enlace. Empieza por https, y quien lo lea necesita acceso.',
  add_document: 'Añadir el enlace',
  evaluations: 'Evaluaciones',
  evaluations_lead:
    'Cada parte responde una vez. Verá las respuestas de la otra parte cuando ambas hayan enviado las suyas.',
  no_questions: 'El programa no hace preguntas aquí.',
  mid_term: 'A mitad del trabajo',
  final: 'Al final del trabajo',
  waits: 'La otra parte todavía no ha enviado sus respuestas.',
  approve: 'Aprobar esta versión',
}
const ACTIONS = {
  agreement_written: 'Escribió un acuerdo de aprendizaje',
  agreement_approved: 'Aprobó un acuerdo de aprendizaje',
  document_added: 'Añadió un documento',
  document_removed: 'Quitó un documento',
  evaluation_sent: 'Envió una evaluación',
}
const REFUSALS = {
  not_an_internship: 'Este trabajo no son prácticas, así que no tiene acuerdo ni evaluaciones.',
  agreement_changed: 'Alguien ha escrito otra versión entretanto. Léala y después apruebe o cambie esa.',
  too_many_documents: 'Ya hay tantos documentos como puede haber. Quite uno primero.',
  no_evaluation: 'El programa no hace preguntas aquí. Su oficina puede añadirlas.',
  evaluation_not_due:
    'Es demasiado pronto o demasiado tarde para esta evaluación. La primera es para el trabajo en curso; la última, para sus dos últimas semanas y después.',
  evaluation_given: 'Su parte ya ha enviado esta evaluación. Se queda como se envió.',
}
const ROLES = {
  student: 'Estudiante',
  office: 'Oficina de prácticas',
  supervisor: 'Supervisor',
}
const APPROVE = {
  student: 'Aprobar por el estudiante',
  office: 'Aprobar por la oficina',
  supervisor: 'Aprobar como supervisor',
}
const SCALE = {
  1: '1 (lo más bajo)',
  2: '2',
  3: '3',
  4: '4',
  5: '5 (lo más alto)',
}

export const es: DeskAreas['papers'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    desk_papers: ({ word }) => WORDS[word],
    desk_agreement_role: ({ role }) => ROLES[role],
    desk_agreement_version: ({ version }) => `Versión ${version}`,
    desk_approve_as: ({ role }) => APPROVE[role],
    desk_works_at: ({ helper, organization }) => `${helper} en ${organization}`,
    desk_scale_answer: ({ value }) => SCALE[value],
    desk_title_of_agreement: ({ title }) => `${WORDS.agreement}: ${title}`,
  },
}
