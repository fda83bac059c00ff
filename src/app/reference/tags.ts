/** Groups of the reference in the order in which a partner meets them, each with a short guide. */
export const tags: readonly { name: string; description: string }[] = [
  {
    name: 'Needs',
    description:
      'A need is help that an organization looks for: one task, with the skills it takes. Post it, then read its matches. `close`, `fill` and `reopen` change its status.',
  },
  {
    name: 'Offers',
    description:
      'An offer is what a helper can do, and for what: as a volunteer, as an intern, in exchange or for pay. `pause` hides it from rankings until `resume`.',
  },
  {
    name: 'Matches',
    description:
      'Matches are computed when you read them. Each has a score from 0 to 1, reasons in plain words and the factors behind them. If a list is empty, add `include=near_misses` to learn what is in the way.',
  },
  {
    name: 'Introductions',
    description:
      'An introduction proposes that two sides work together. One side proposes, the other accepts or declines. Contacts are shown once both sides have said yes.',
  },
  {
    name: 'Engagements',
    description:
      'An accepted introduction becomes an engagement. Agree on a plan, log hours that the other side confirms, end the work, and send a retrospective.',
  },
  {
    name: 'Organizations',
    description:
      'Organizations post needs. Their names and contacts stay with you until an introduction is accepted. `PUT` by external id keeps them in step with your own records.',
  },
  {
    name: 'Helpers',
    description: 'Helpers post offers. A helper is a person or an organization.',
  },
  {
    name: 'Skills',
    description:
      'Postings name skills in their own words, and the service finds them in its taxonomy. Look up the taxonomy, or see how labels and sentences are understood.',
  },
  {
    name: 'Advice',
    description:
      'Check whether a need is ready to be posted, and when training a helper pays back. Nothing is stored.',
  },
  {
    name: 'Sprints',
    description:
      'A sprint is an exercise of 72 hours: name what holds you up, and find help that costs no money.',
  },
  {
    name: 'Candidates',
    description:
      'Candidates are students of an internship program. Their records are personal data: every disclosure is logged, and deleting a candidate erases it everywhere.',
  },
  {
    name: 'Internship work',
    description:
      'What an internship needs besides hours: a learning agreement that student, office and supervisor approve, links to documents, and mid-term and final evaluations with the questions of the program.',
  },
  {
    name: 'Placements',
    description:
      'A cohort brings candidates and needs together. Collect both sides’ ranked choices, place the cohort, compare placements, and publish one as introductions.',
  },
  {
    name: 'Rings',
    description:
      'A ring is an exchange of several parties in which each gives to the next. Time credits record what was given, and each party has a limit.',
  },
  {
    name: 'Imports',
    description:
      'Send a spreadsheet or a JSON file as it is. Start with `mode=dry_run`, read the report, correct the rejected rows, and send it again with `mode=apply`.',
  },
  {
    name: 'Events',
    description:
      'All that happens to your resources, in order. Read on from your last cursor, and you miss nothing. Webhooks deliver the same events.',
  },
  {
    name: 'Webhooks',
    description:
      'Endpoints of yours that receive events, signed by Standard Webhooks. Deliveries are retried for days, logged with their answers, and can be sent again.',
  },
  {
    name: 'Insights',
    description: 'How far your needs have come, and which skills your market lacks.',
  },
  {
    name: 'Partner',
    description: 'Your own settings, such as whether your public needs appear in the public feed.',
  },
  {
    name: 'Clients',
    description:
      'Your own clients: create one for each system, rotate its secret, disable it. A log says who did what. Needs the scope `clients:manage`.',
  },
  {
    name: 'Sandbox',
    description:
      'A market of your own with helpers who answer by themselves. Nothing in it is real, and you can empty it at any time.',
  },
  {
    name: 'Tokens',
    description:
      'Exchange the id and the secret of a client for a token of 15 minutes (OAuth 2 client credentials).',
  },
  {
    name: 'Public',
    description: 'What everybody may read without a token: needs whose organizations agreed to show them.',
  },
  {
    name: 'Operation',
    description: 'For those who run the service: health and metrics.',
  },
]
