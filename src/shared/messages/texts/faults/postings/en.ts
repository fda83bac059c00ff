import type { PostingFaultTexts } from '../fault-texts.ts'

const SAID = {
  session_ends: 'The end must be after the start.',
  session_long: 'A session lasts at most 24 hours. Send one session for each day.',
  session_twice: 'Two sessions have this id.',
  session_time:
    'Must be a time to the minute, such as 2027-03-13T09:00 on the clocks of time_zone, or 2027-03-13T09:00-06:00.',
  session_begun: 'This session has begun. Send a later one, or leave it out.',
  session_unknown: 'The need has no session with this id. Leave the id out to add a session.',
  day_passed: 'This day has passed. Send a later one, or post it with another status than open.',
  time_passed: 'This time has passed. Send a later one, or post it with another status than open.',
  other_external_id: 'Must equal the external id in the URL. You can leave it out.',
  needs_place:
    'A need with modality onsite needs a place. Send location here, or give the organization a location.',
  ages_disagree: 'age_over_18 and age_band contradict each other.',
  https: 'Must be a web address that begins with https://.',
  no_password: 'Must not hold a user name or password.',
  search_or_browse: 'Send `q` to search or `category` to browse.',
  search_one_page: 'A search has one page. Leave out `q` to browse all skills.',
  labels_or_sentences: 'Send `labels`, `sentences` or both.',
  need_or_offer_id: 'Must be the id of a need or an offer, such as need_01h455vb4pex5vsknk084sn02q.',
  requirement: 'Must be age_over_18, background_check or a licence, such as licence:notary.',
  colour: 'Must be a colour such as #1d5f3f.',
}
const ENDPOINT = {
  not_a_url: () => 'Must be the whole address of your endpoint, such as https://site.example/hooks.',
  scheme_not_allowed: () => 'Must begin with https://, such as https://site.example/hooks.',
  credentials_not_allowed: () => 'The URL must not contain a user or password.',
  port_not_allowed: (port: number) => `The port must be the default one, or ${port} and above.`,
  not_a_host: () => 'The host must be a DNS name or an IP address.',
  inside_address: () =>
    'The host must be on the public internet. While you develop, smartsource listen brings events to your machine.',
  too_long: (_: number, most: number) => `The URL must have at most ${most} characters.`,
} satisfies Record<string, (port: number, most: number) => string>

export const postingFaults: PostingFaultTexts = {
  fault_of_posting: ({ what }) => SAID[what],
  fault_session_positions: ({ most }) => `All sessions together may want at most ${most} helpers.`,
  fault_positions_differ: ({ sum }) =>
    `A need with sessions has the positions of its sessions, together ${sum}. Set the positions of each session, and leave this out.`,
  fault_clocks_skip: ({ zone, from, to }) =>
    `The clocks of ${zone} never show this time: they go forward from ${from} to ${to}. Send a time that they show.`,
  fault_clocks_twice: ({ zone, first, second }) =>
    `The clocks of ${zone} show this time twice. Say which is meant: ${first} or ${second}.`,
  fault_merged: ({ name, id, isExternal }) =>
    isExternal
      ? `The ${name} with this external_id was merged into ${id}. Use the id or external_id of that ${name}, or leave this one out.`
      : `This ${name} was merged into ${id}. Use that id.`,
  fault_merged_into: ({ id }) => id,
  fault_merge_itself: ({ name }) =>
    `This is the ${name} in the URL, and nothing is merged into itself. Name the other record.`,
  fault_same_row: ({ name }) =>
    `Another row changes the same ${name}: one names its id, the other its external_id. Keep one of them.`,
  fault_external_id_taken: ({ name }) =>
    `Another ${name} has this external_id. Give this one its own, or leave the id out.`,
  fault_too_many_moved: ({ from, kept, most }) =>
    `${from} has more than ${most.toLocaleString('en')} records that would move. If ${kept} has fewer, merge the other way round: then only those of ${kept} move.`,
  fault_names_helper: ({ id, helper }) => `${id} names ${helper ?? 'one of them'} as its helper.`,
  fault_in_program: ({ id, program }) => `${id} is in ${program}.`,
  fault_both_accepted: ({ kept, moved, need }) => `Introductions ${kept} and ${moved} are both with ${need}.`,
  fault_same_party: ({ record, id, isOpen }) => {
    const what = record === 'ring' ? `Ring ${id}` : `Introduction ${id}`
    const remedy = record === 'ring' ? 'Decline it' : 'Withdraw or decline it'
    return isOpen
      ? `${what} is open between the two. ${remedy} first.`
      : `${what} was accepted by both, so each has work with the other. Keep both records.`
  },
  fault_raise_limit: ({ id }) => `First raise the limit with PUT /v1/credits/${id}/limit.`,
  fault_endpoint: ({ what, firstPort, most }) => ENDPOINT[what](firstPort, most),
  fault_colour_light: ({ darker }) =>
    `Is too light to read on a light page. Choose a darker one, such as ${darker}.`,
}
