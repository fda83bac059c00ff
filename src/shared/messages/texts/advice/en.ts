import type { AdviceWords } from './advice-texts.ts'

const WAITING = 'so your helper may spend more time waiting for you than working'
const TEAM = 'so they may not feel like part of the team'
const GUESS = 'so they would have to guess how you want it done'

export const en: AdviceWords = {
  faults: {
    no_steps: ['has no steps or document to follow', 'so your helper would have to ask you each time'],
    few_steps: ['gives fewer than 3 steps', 'so your helper may get stuck halfway'],
    no_training: ['plans no time to train your helper', GUESS],
    no_rhythm: [
      'does not say how often the work repeats',
      'so nobody can tell how soon the training pays back',
    ],
    no_end_of_one_off: ['does not say clearly when this one-time job is done', 'so it could go on and on'],
    daily_approval: ['asks for daily approval', WAITING],
    frequent_approval: ['asks for frequent approval', WAITING],
    daily_check_ins: ['asks for daily check-ins', WAITING],
    frequent_check_ins: ['asks for frequent check-ins', WAITING],
    check_ins_unsaid: ['does not say how often your helper checks in', WAITING],
    autonomy_unsaid: ['does not say how much your helper may decide', WAITING],
    short_outcome: [
      'describes the result in too few words',
      'so you and your helper may expect different results',
    ],
    no_outcome: ['does not say when the work is done', 'so you and your helper may expect different results'],
    moves_nothing: [
      'asks for work that helps neither revenue nor mission and frees no time',
      'so both of you may feel that the effort is wasted',
    ],
    purpose_unsaid: ['does not say what the work is for', 'so it may turn out to be busy work'],
    gain_unsaid: ['does not say what your helper learns or gains', 'so they have little reason to stay'],
    only_follows: ['asks your helper only to follow', TEAM],
    say_unsaid: ['does not say how much your helper may decide', TEAM],
  },
  finding: (does, so) => `This brief ${does}, ${so}.`,
  causes: {
    task_not_system: 'a task without a system',
    micromanaged: 'micromanagement',
    no_plan: 'a missing plan',
    busy_work: 'busy work',
    hireling_not_teammate: 'a helper who was not part of the team',
  },
  findingAgain: (month, cause, does) => `In ${month} you named ${cause}; this brief again ${does}.`,
  praises: {
    one_off_ends: 'It is clear when this one-time job is done.',
    has_system: 'Your helper has the steps and the training to do this without you.',
    has_room: 'Your helper has room to work without waiting for you.',
    has_plan: 'It is clear when the work is done, and there is time to train your helper.',
    revenue: 'This work brings in revenue.',
    mission: 'This work serves your mission.',
    time_freed: 'This work frees your time.',
    is_teammate: 'Your helper gains something from the work and has a say in it, like a member of the team.',
  },
  changes: {
    write_steps: 'Write down the steps, at least 3, or link a document that shows them.',
    plan_training: 'Plan time to show your helper how you do it. Each repetition earns some of it back.',
    say_rhythm: 'State how often the work repeats in a week, or 0 if it is done once.',
    say_when_done: 'Complete this sentence as the outcome: "It is done when …", with what will be different.',
    let_propose: 'Let your helper propose how to do the work, or decide it.',
    choose_other_work: 'Choose work that brings in revenue, serves your mission or frees your time.',
    say_purpose: 'Say whether the work brings in revenue, serves your mission or frees your time.',
    say_gain: 'State what your helper will gain: a skill, a reference, an introduction.',
  },
  checkInsAtMost: (times) =>
    `Check in at most ${times === 1 ? 'once' : `${times} times`} a week, and trust your helper in between.`,
}
