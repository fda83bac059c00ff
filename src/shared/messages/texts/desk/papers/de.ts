import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  title: 'Vereinbarung und Unterlagen',
  agreement: 'Lernvereinbarung',
  none: 'Es gibt noch keine Vereinbarung. Schreiben Sie auf, was gelernt und getan wird. Danach stimmen alle zu.',
  write: 'Vereinbarung schreiben',
  change: 'Neue Fassung schreiben',
  change_lead: 'Einer neuen Fassung müssen alle neu zustimmen.',
  written: 'Geschrieben',
  approvals: 'Zustimmungen',
  not_yet: 'Noch keine Zustimmung',
  all_approved: 'Alle haben dieser Fassung zugestimmt.',
  replaced: 'Diese Fassung wurde durch eine neuere ersetzt.',
  newest: 'Neueste Fassung',
  earlier: 'Frühere Fassungen',
  print: 'Seite zum Drucken',
  tasks: 'Aufgaben im Praktikum',
  supervision: 'Wer anleitet, wie und wie oft',
  supervision_hint: 'Die Funktion, nicht der Name.',
  assessment: 'Woran Sie sehen, dass die Ziele erreicht sind',
  notes: 'Weitere Absprachen',
  gone: 'Die Person wurde gelöscht, und mit ihr der Inhalt dieser Fassung.',
  documents: 'Unterlagen',
  no_documents:
    'Es gibt noch keine Unterlagen. Fügen Sie Links zu Berichten, Formularen oder Stundenzetteln hinzu.',
  document_title: 'Titel der Unterlage',
  document_url: 'Webadresse',
  document_hint: 'Gespeichert wird nur der Link. Er beginnt mit https, und wer ihn liest, braucht Zugang.',
  add_document: 'Link hinzufügen',
  evaluations: 'Bewertungen',
  evaluations_lead:
    'Jede Seite antwortet einmal. Sie sehen die Antworten der anderen Seite, sobald beide ihre gesendet haben.',
  no_questions: 'Das Programm stellt hier keine Fragen.',
  mid_term: 'In der Mitte der Arbeit',
  final: 'Am Ende der Arbeit',
  waits: 'Die andere Seite hat ihre Antworten noch nicht gesendet.',
  approve: 'Dieser Fassung zustimmen',
}
const ACTIONS = {
  agreement_written: 'Lernvereinbarung geschrieben',
  agreement_approved: 'Lernvereinbarung zugestimmt',
  document_added: 'Unterlage hinzugefügt',
  document_removed: 'Unterlage entfernt',
  evaluation_sent: 'Bewertung gesendet',
}
const REFUSALS = {
  not_an_internship: 'Diese Arbeit ist kein Praktikum und hat deshalb weder Vereinbarung noch Bewertungen.',
  agreement_changed:
    'Inzwischen wurde eine andere Fassung geschrieben. Lesen Sie diese, und stimmen Sie ihr zu oder ändern Sie sie.',
  too_many_documents: 'Mehr Unterlagen sind nicht möglich. Entfernen Sie zuerst eine.',
  no_evaluation: 'Das Programm stellt hier keine Fragen. Seine Stelle kann welche hinzufügen.',
  evaluation_not_due:
    'Für diese Bewertung ist es zu früh oder zu spät. Die erste gehört zu laufender Arbeit, die letzte in deren letzte zwei Wochen und danach.',
  evaluation_given: 'Ihre Seite hat diese Bewertung schon gesendet. Sie bleibt, wie sie gesendet wurde.',
}
const ROLES = {
  student: 'Praktikant oder Praktikantin',
  office: 'Praktikumsstelle der Hochschule',
  supervisor: 'Anleitung im Betrieb',
}
const APPROVE = {
  student: 'Für die lernende Person zustimmen',
  office: 'Für die Praktikumsstelle zustimmen',
  supervisor: 'Als Anleitung zustimmen',
}
const SCALE = {
  1: '1 (am niedrigsten)',
  2: '2',
  3: '3',
  4: '4',
  5: '5 (am höchsten)',
}

export const de: DeskAreas['papers'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    desk_papers: ({ word }) => WORDS[word],
    desk_agreement_role: ({ role }) => ROLES[role],
    desk_agreement_version: ({ version }) => `Fassung ${version}`,
    desk_approve_as: ({ role }) => APPROVE[role],
    desk_works_at: ({ helper, organization }) => `${helper} bei ${organization}`,
    desk_scale_answer: ({ value }) => SCALE[value],
    desk_title_of_agreement: ({ title }) => `${WORDS.agreement}: ${title}`,
  },
}
