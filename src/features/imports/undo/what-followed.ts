import type { FollowedCode } from '../../postings/index.ts'

const WORDS: Readonly<Record<FollowedCode, string>> = {
  changed: 'It was changed since.',
  removed: 'It was deleted or merged since.',
  introduction: 'It has been introduced.',
  engagement: 'It has an engagement.',
  ring: 'It is in a ring.',
  sprint: 'It belongs to a sprint.',
  cohort: 'A cohort or its preferences name it.',
  placement: 'A placement names it.',
  need: 'It has needs.',
  offer: 'It has offers.',
  organization: 'An organization is linked to it.',
  merged: 'Another record was merged into it.',
  disclosure: 'It was shown to another partner.',
  answered: 'The other side has answered it.',
  no_way_back: 'What it was before no longer fits: something that it names has gone.',
}

/** What followed from a record, in words. */
export function whatFollowed(code: FollowedCode): string {
  return WORDS[code]
}
