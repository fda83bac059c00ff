import type { AdviceWords } from './advice-texts.ts'

const WAITING = 'si bien que la personne qui vous aide risque de vous attendre plus qu’elle ne travaille'
const TEAM = 'si bien qu’elle pourrait ne pas se sentir membre de l’équipe'
const RESULTS = 'si bien que vous pourriez attendre des résultats différents'

export const fr: AdviceWords = {
  faults: {
    no_steps: [
      'n’a ni étapes ni document à suivre',
      'si bien que la personne qui vous aide devrait vous interroger chaque fois',
    ],
    few_steps: [
      'donne moins de 3 étapes',
      'si bien que la personne qui vous aide pourrait rester bloquée en chemin',
    ],
    no_training: [
      'ne prévoit pas de temps pour former la personne qui vous aide',
      'si bien qu’elle devrait deviner comment vous le voulez',
    ],
    no_rhythm: [
      'ne dit pas à quelle fréquence le travail se répète',
      'si bien que personne ne sait quand la formation sera rentable',
    ],
    no_end_of_one_off: [
      'ne dit pas clairement quand ce travail ponctuel est terminé',
      'si bien qu’il pourrait ne jamais finir',
    ],
    daily_approval: ['demande une approbation quotidienne', WAITING],
    frequent_approval: ['demande une approbation fréquente', WAITING],
    daily_check_ins: ['demande des points quotidiens', WAITING],
    frequent_check_ins: ['demande des points fréquents', WAITING],
    check_ins_unsaid: ['ne dit pas à quelle fréquence faire le point', WAITING],
    autonomy_unsaid: ['ne dit pas ce que la personne qui vous aide peut décider', WAITING],
    short_outcome: ['décrit le résultat en trop peu de mots', RESULTS],
    no_outcome: ['ne dit pas quand le travail est terminé', RESULTS],
    moves_nothing: [
      'demande un travail qui n’apporte aucun revenu, ne sert pas votre mission et ne libère pas de temps',
      'si bien que l’effort pourrait vous sembler vain à tous deux',
    ],
    purpose_unsaid: ['ne dit pas à quoi sert le travail', 'si bien qu’il pourrait n’être qu’une occupation'],
    gain_unsaid: [
      'ne dit pas ce que la personne qui vous aide apprend ou gagne',
      'si bien qu’elle a peu de raisons de rester',
    ],
    only_follows: ['demande seulement à la personne qui vous aide d’exécuter', TEAM],
    say_unsaid: ['ne dit pas ce que la personne qui vous aide peut décider', TEAM],
  },
  finding: (does, so) => `Cette description ${does}, ${so}.`,
  causes: {
    task_not_system: 'une tâche sans système',
    micromanaged: 'un contrôle excessif',
    no_plan: 'l’absence de plan',
    busy_work: 'un travail d’occupation',
    hireling_not_teammate: 'une personne qui ne faisait pas partie de l’équipe',
  },
  findingAgain: (month, cause, does) =>
    `En ${month}, vous avez signalé ${cause} ; de nouveau, cette description ${does}.`,
  praises: {
    one_off_ends: 'On sait clairement quand ce travail ponctuel est terminé.',
    has_system: 'La personne qui vous aide a les étapes et la formation pour le faire sans vous.',
    has_room: 'La personne qui vous aide peut travailler sans vous attendre.',
    has_plan: 'On sait quand le travail est terminé, et du temps est prévu pour la formation.',
    revenue: 'Ce travail apporte des revenus.',
    mission: 'Ce travail sert votre mission.',
    time_freed: 'Ce travail libère votre temps.',
    is_teammate:
      'La personne qui vous aide y gagne quelque chose et a son mot à dire, comme un membre de l’équipe.',
  },
  changes: {
    write_steps: 'Écrivez les étapes, au moins 3, ou indiquez le lien d’un document qui les montre.',
    plan_training:
      'Prévoyez du temps pour montrer comment vous faites. Chaque répétition en rapporte une partie.',
    say_rhythm:
      'Indiquez combien de fois par semaine le travail se répète, ou 0 s’il est fait une seule fois.',
    say_when_done:
      'Complétez cette phrase comme résultat : « C’est terminé quand … », avec ce qui aura changé.',
    let_propose: 'Laissez la personne qui vous aide proposer comment faire le travail, ou en décider.',
    choose_other_work:
      'Choisissez un travail qui apporte des revenus, sert votre mission ou libère votre temps.',
    say_purpose: 'Dites si le travail apporte des revenus, sert votre mission ou libère votre temps.',
    say_gain:
      'Indiquez ce que gagnera la personne qui vous aide : une compétence, une référence, un contact.',
  },
  checkInsAtMost: (times) =>
    `Faites le point au plus ${times === 1 ? 'une fois' : `${times} fois`} par semaine et, entre-temps, faites confiance.`,
}
