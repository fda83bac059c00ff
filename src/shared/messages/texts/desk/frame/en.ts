import type { DeskAreas } from '../desk-texts.ts'

const ROLES = { viewer: 'Viewer', editor: 'Editor', admin: 'Administrator' }
const ROLES_MAY = {
  viewer: 'sees everything and changes nothing',
  editor: 'posts, proposes and answers',
  admin: 'also manages the team and sees the log',
}
const WAITS = {
  rings: ['ring to answer', 'rings to answer'],
  hours: ['entry of hours to confirm', 'entries of hours to confirm'],
  imports: ['import to look through', 'imports to look through'],
  sprints: ['sprint ends within a day', 'sprints end within a day'],
  credentials: [
    'helper with a credential that expires within 30 days',
    'helpers with a credential that expires within 30 days',
  ],
} as const
const STATUSES = { invited: 'Invited', active: 'Active', suspended: 'Suspended' }
const SIDES = { need: 'Proposed by the side that needs help', offer: 'Proposed by the side that offers help' }
const INTRODUCTIONS = {
  proposed: 'Waiting',
  accepted: 'Accepted',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
}
const KINDS = { volunteer: 'volunteer', intern: 'student intern', barter: 'swap', paid: 'paid help' }
const MODALITIES = { remote: 'Remote', onsite: 'On site', hybrid: 'Partly on site' }
const PER = { hour: 'an hour', project: 'for the project' }
const REASONS = {
  not_needed_any_more: 'Not needed any more',
  no_time_now: 'No time now',
  skills_do_not_fit: 'The skills do not fit',
  hours_do_not_fit: 'The hours do not fit',
  terms_do_not_fit: 'The terms do not fit',
  too_far_away: 'Too far away',
  found_someone_else: 'Found someone else',
  other: 'Another reason',
}
const ACTIONS = {
  signed_in: 'Signed in',
  staff_invited: 'Invited somebody',
  staff_link_renewed: 'Made a new sign-in link',
  staff_role_changed: 'Changed a role',
  staff_suspended: 'Suspended somebody',
  staff_resumed: 'Let somebody in again',
  staff_removed: 'Removed somebody',
  introduction_accepted: 'Accepted an introduction',
  introduction_declined: 'Declined an introduction',
  introduction_withdrawn: 'Withdrew an introduction',
}

const REFUSALS = {
  not_found: 'This is not here, or no longer. It may have been removed.',
  role_missing: 'Your role does not allow this. Ask an administrator of your desk.',
  form_not_from_here: 'This form is too old. Load the page again and repeat what you did.',
  sign_in_link_spent: 'This link was used already or is too old. Ask for a new one.',
  last_administrator: 'This is the only administrator. Make somebody else an administrator first.',
  too_many_staff: 'The desk has as many people as it can have. Remove some first.',
  staff_suspended: 'This person is suspended. Let them in again first.',
  introduction_not_open: 'This introduction was answered already or has expired. Propose it again.',
  introduction_not_yours_to_answer:
    'The other side answers this introduction. Wait for it, or withdraw your proposal.',
  need_not_open: 'The need is already filled or closed. Decline, or choose another need.',
  offer_not_open: 'The offer is closed or was deleted. Decline, or choose another offer.',
  fully_committed: 'The helper has promised these hours already. You can accept nevertheless.',
  validation_failed: 'Correct what is marked below.',
  guardian_consent_missing:
    'This student is a minor, and no consent of a parent or guardian is recorded. Import it first.',
  overloaded: 'Too much is going on at the moment. Try again in a minute.',
  rate_limited: 'That was a lot at once. Wait a minute, then try again.',
  too_many_open_requests:
    'Too much of what you asked for is still under way. Wait until it has ended, then try again.',
  request_timeout: 'This arrived too slowly. Check your connection, then try again.',
  uri_too_long: 'The address of this page is too long. Start again from the list.',
  rings_unavailable: 'Rings are switched off here. Ask the operator.',
  database_unavailable: 'The service is away for a moment. Try again shortly.',
  internal: 'Something failed on our side and was logged. Try again later.',
}

const words: DeskAreas['frame']['words'] = {
  desk: () => 'Desk',
  desk_skip: () => 'Skip to the content',
  desk_home: () => 'Home',
  desk_introductions: () => 'Introductions',
  desk_team: () => 'Team',
  desk_audit: () => 'Log',
  desk_sign_in: () => 'Sign in',
  desk_sign_in_lead: () =>
    'You sign in with a link that an administrator of your desk or the operator makes for you. It works once, within 24 hours. If it was used or is too old, ask for a new one.',
  desk_sign_in_as: ({ name, partner }) => `You are about to sign in as ${name} at ${partner}.`,
  desk_sign_in_start: () => 'Sign in now',
  desk_sign_out: () => 'Sign out',
  desk_signed_in_as: ({ name }) => `Signed in as ${name}`,
  desk_number: ({ value }, { number }) => number(value),
  desk_more: () => 'More',
  desk_instant: ({ at }, { instant }) => instant(at),
  desk_save: () => 'Save',
  desk_change: () => 'Change',
  desk_request: ({ id }) => `If you report this, mention the request ${id}.`,
  desk_wrong: () => 'This did not work',

  desk_waiting: () => 'Waiting for you',
  desk_nothing_waits: () => 'Nothing waits for you. Well done.',
  desk_answer_by: () => 'Answer by',
  desk_introductions_wait: ({ count }, { noun, number }) =>
    `${number(count)} ${noun(count, 'introduction', 'introductions')} to answer`,
  desk_waits: ({ what, count, isMore }, { noun, number }) => {
    const [one, other] = WAITS[what]
    return `${number(count)}${isMore ? '+' : ''} ${noun(count, one, other)}`
  },
  desk_show: () => 'Show',

  desk_name: () => 'Name',
  desk_role: () => 'Role',
  desk_status: () => 'Status',
  desk_role_name: ({ role }) => ROLES[role],
  desk_role_about: ({ role }) => ROLES_MAY[role],
  desk_status_name: ({ status }) => STATUSES[status],
  desk_last_seen: () => 'Last sign-in',
  desk_never: () => 'Never',
  desk_invite: () => 'Invite somebody',
  desk_invite_lead: () => 'You get a link to pass on. It signs this person in once, within 24 hours.',
  desk_link_made: ({ name }) => `A link for ${name}`,
  desk_link_lead: ({ hours }) =>
    `Pass it on in private. It works once, within ${hours} hours, and is not shown again.`,
  desk_link_new: () => 'New link',
  desk_suspend: () => 'Suspend',
  desk_resume: () => 'Let in again',
  desk_remove: () => 'Remove',
  desk_remove_sure: ({ name }) => `${name} will be signed out and cannot sign in again.`,
  desk_you: () => 'you',

  desk_audit_lead: () => 'What was done here, the latest first.',
  desk_audit_empty: () => 'Nothing was done yet.',
  desk_audit_when: () => 'When',
  desk_audit_who: () => 'Who',
  desk_audit_what: () => 'What',
  desk_audit_record: () => 'Record',
  desk_operator: () => 'Operator',
  desk_download_csv: () => 'Download as CSV',

  desk_introductions_lead: () => 'Someone proposed that a need and an offer meet. The other side answers.',
  desk_introductions_empty: () => 'No introductions here yet. They appear once somebody proposes a match.',
  desk_introduction: () => 'Introduction',
  desk_proposed_by: ({ side }) => SIDES[side],
  desk_introduction_status: ({ status }) => INTRODUCTIONS[status],
  desk_the_need: () => 'The need',
  desk_the_offer: () => 'The offer',
  desk_message: () => 'Message',
  desk_accept: () => 'Accept',
  desk_decline: () => 'Decline',
  desk_withdraw: () => 'Withdraw',
  desk_reason: () => 'Reason',
  desk_decline_reason: ({ reason }) => REASONS[reason],
  desk_overcommit: () => 'Accept even if the helper has promised these hours already',
  desk_contacts: () => 'Contacts',
  desk_yours_to_answer: () => 'Your answer is awaited',
  desk_waits_for_others: () => 'The other side will answer',
  desk_filter_all: () => 'All',

  desk_skills: () => 'Skills',
  desk_accepts: () => 'Accepts',
  desk_kind: () => 'Kind of help',
  desk_kinds: ({ kinds }, { either }) => either(kinds.map((kind) => KINDS[kind])),
  desk_positions: () => 'Helpers wanted',
  desk_where: () => 'Where',
  desk_modality: ({ modality }) => MODALITIES[modality],
  desk_place: () => 'Place',
  desk_country: ({ country: code }, { country }) => country(code),
  desk_hours: () => 'Hours a week',
  desk_hours_left: () => 'Hours a week left',
  desk_starts: () => 'Starts on',
  desk_ends: () => 'Ends on',
  desk_day: ({ day: date }, { day }) => day(date),
  desk_budget: () => 'Price',
  desk_price: ({ price: { cost, unit } }, { money }) => `${money(cost)} ${PER[unit]}`,
  desk_gives: () => 'Gives in return',
  desk_wants: () => 'Wants in return',
  desk_contact_name: () => 'Person to reach',
  desk_contact_email: () => 'E-mail',
  desk_contact_phone: () => 'Telephone',
}

export const en: DeskAreas['frame'] = { words, actions: ACTIONS, refusals: REFUSALS }
