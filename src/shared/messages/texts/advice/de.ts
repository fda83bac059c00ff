import type { AdviceWords } from './advice-texts.ts'

const WAITING = 'sodass Ihre Hilfe womöglich mehr auf Sie wartet als arbeitet'
const TEAM = 'sodass sie sich womöglich nicht als Teil des Teams fühlt'
const RESULTS = 'sodass Sie und Ihre Hilfe womöglich Verschiedenes erwarten'

/** Each fault begins with its verb, which follows any subject. */
export const de: AdviceWords = {
  faults: {
    no_steps: ['nennt weder Schritte noch ein Dokument', 'sodass Ihre Hilfe Sie jedes Mal fragen müsste'],
    few_steps: ['nennt weniger als 3 Schritte', 'sodass Ihre Hilfe auf halbem Weg stecken bleiben könnte'],
    no_training: [
      'sieht keine Zeit vor, Ihre Hilfe einzuarbeiten',
      'sodass sie raten müsste, wie Sie es haben wollen',
    ],
    no_rhythm: [
      'sagt nicht, wie oft sich die Arbeit wiederholt',
      'sodass niemand weiß, wann sich die Einarbeitung lohnt',
    ],
    no_end_of_one_off: [
      'sagt nicht klar, wann diese einmalige Arbeit fertig ist',
      'sodass sie nie enden könnte',
    ],
    daily_approval: ['verlangt tägliche Freigaben', WAITING],
    frequent_approval: ['verlangt häufige Freigaben', WAITING],
    daily_check_ins: ['verlangt tägliche Rückfragen', WAITING],
    frequent_check_ins: ['verlangt häufige Rückfragen', WAITING],
    check_ins_unsaid: ['sagt nicht, wie oft Ihre Hilfe sich mit Ihnen abstimmt', WAITING],
    autonomy_unsaid: ['sagt nicht, wie viel Ihre Hilfe entscheiden darf', WAITING],
    short_outcome: ['beschreibt das Ergebnis mit zu wenigen Worten', RESULTS],
    no_outcome: ['sagt nicht, wann die Arbeit fertig ist', RESULTS],
    moves_nothing: [
      'verlangt Arbeit, die weder Einnahmen bringt noch Ihrem Auftrag dient noch Zeit freimacht',
      'sodass die Mühe beiden Seiten vergeblich erscheinen könnte',
    ],
    purpose_unsaid: ['sagt nicht, wozu die Arbeit dient', 'sodass sie bloße Beschäftigung sein könnte'],
    gain_unsaid: ['sagt nicht, was Ihre Hilfe lernt oder gewinnt', 'sodass sie wenig Grund hat zu bleiben'],
    only_follows: ['verlangt von Ihrer Hilfe nur, Anweisungen zu folgen', TEAM],
    say_unsaid: ['sagt nicht, wie viel Ihre Hilfe entscheiden darf', TEAM],
  },
  finding: (does, so) => `Diese Beschreibung ${does}, ${so}.`,
  causes: {
    task_not_system: 'eine Aufgabe ohne System',
    micromanaged: 'zu viel Kontrolle',
    no_plan: 'einen fehlenden Plan',
    busy_work: 'bloße Beschäftigung',
    hireling_not_teammate: 'eine Hilfe, die nicht zum Team gehörte',
  },
  findingAgain: (month, cause, does) => `Im ${month} nannten Sie ${cause}; auch diese Beschreibung ${does}.`,
  praises: {
    one_off_ends: 'Es ist klar, wann diese einmalige Arbeit fertig ist.',
    has_system: 'Ihre Hilfe hat die Schritte und die Einarbeitung, um das ohne Sie zu tun.',
    has_room: 'Ihre Hilfe kann arbeiten, ohne auf Sie zu warten.',
    has_plan: 'Es ist klar, wann die Arbeit fertig ist, und es gibt Zeit für die Einarbeitung.',
    revenue: 'Diese Arbeit bringt Einnahmen.',
    mission: 'Diese Arbeit dient Ihrem Auftrag.',
    time_freed: 'Diese Arbeit macht Ihre Zeit frei.',
    is_teammate: 'Ihre Hilfe gewinnt etwas durch die Arbeit und redet mit, wie ein Teil des Teams.',
  },
  changes: {
    write_steps:
      'Schreiben Sie die Schritte auf, mindestens 3, oder verlinken Sie ein Dokument, das sie zeigt.',
    plan_training:
      'Planen Sie Zeit ein, um zu zeigen, wie Sie es machen. Jede Wiederholung bringt einen Teil zurück.',
    say_rhythm:
      'Geben Sie an, wie oft sich die Arbeit in der Woche wiederholt, oder 0, wenn sie einmalig ist.',
    say_when_done:
      'Ergänzen Sie diesen Satz als Ergebnis: „Es ist fertig, wenn …“, mit dem, was dann anders ist.',
    let_propose: 'Lassen Sie Ihre Hilfe vorschlagen oder entscheiden, wie die Arbeit gemacht wird.',
    choose_other_work:
      'Wählen Sie Arbeit, die Einnahmen bringt, Ihrem Auftrag dient oder Ihre Zeit freimacht.',
    say_purpose: 'Sagen Sie, ob die Arbeit Einnahmen bringt, Ihrem Auftrag dient oder Ihre Zeit freimacht.',
    say_gain: 'Geben Sie an, was Ihre Hilfe gewinnt: eine Fähigkeit, eine Referenz, einen Kontakt.',
  },
  checkInsAtMost: (times) =>
    `Stimmen Sie sich höchstens ${times === 1 ? 'einmal' : `${times}-mal`} pro Woche ab, und vertrauen Sie Ihrer Hilfe dazwischen.`,
}
