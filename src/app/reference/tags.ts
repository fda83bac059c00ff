/** Groups of the reference with a short guide, in the order in which partners need them. */
export const tags: readonly { name: string; description: string }[] = [
  {
    name: 'Needs',
    description:
      'A need is help that an organization looks for: one piece of work and the skills it requires. Post it, then read its matches. `close`, `fill` and `reopen` change its status.',
  },
  {
    name: 'Offers',
    description:
      'An offer is help that a helper can give, as a volunteer, as an intern, in exchange (barter) or for pay. `pause` hides it from rankings until `resume`.',
  },
  {
    name: 'Matches',
    description:
      'Matches are computed when you read them. Each has a score from 0 to 1, reasons in plain words and the factors behind them. If a list is empty, add `include=near_misses` to see which rules exclude postings.',
  },
  {
    name: 'Introductions',
    description:
      'An introduction proposes that two sides work together. One side proposes, the other accepts or declines. Contacts are shown when both sides have accepted.',
  },
  {
    name: 'Engagements',
    description:
      'An accepted introduction becomes an engagement. Agree on a plan, log hours that the other side confirms, end the work, and send a retrospective.',
  },
  {
    name: 'Organizations',
    description:
      'Organizations post needs. Their names and contacts are hidden from other partners until an introduction is accepted. `PUT` by external id keeps them in sync with your own records.',
  },
  {
    name: 'Helpers',
    description: 'Helpers post offers. A helper is a person or an organization.',
  },
  {
    name: 'Skills',
    description:
      'Postings name skills in free text, and the service maps them to its taxonomy. Look up the taxonomy, or see how labels and sentences are understood.',
  },
  {
    name: 'Advice',
    description:
      'Check whether a need is ready to be posted, and when training a helper pays back. Nothing is stored.',
  },
  {
    name: 'Sprints',
    description:
      'A sprint is a 72-hour exercise: name what holds your organization back, and find help without pay.',
  },
  {
    name: 'Candidates',
    description:
      'Candidates are students of an internship program. Their records are personal data: every disclosure is logged, and deleting a candidate erases the data everywhere.',
  },
  {
    name: 'Internship work',
    description:
      "Documents of an internship besides hours: a learning agreement that student, office and supervisor approve, links to documents, and mid-term and final evaluations with the program's questions.",
  },
  {
    name: 'Placements',
    description:
      'A cohort joins candidates and needs. Collect both sides’ ranked choices, place the cohort, compare placements, and publish one as introductions.',
  },
  {
    name: 'Rings',
    description:
      'A ring is a barter of two or more parties in which each gives to the next. Time credits record the hours given and received, and each party has a limit.',
  },
  {
    name: 'Imports',
    description:
      'Upload a spreadsheet or a JSON file as it is. Start with `mode=dry_run`, read the report, correct the rejected rows, and upload it again with `mode=apply`.',
  },
  {
    name: 'Events',
    description:
      'Everything that happens to your resources, in order. Continue from your last cursor to miss nothing. Webhooks deliver the same events.',
  },
  {
    name: 'Webhooks',
    description:
      'Your endpoints that receive events, signed as Standard Webhooks describes. Deliveries are retried for days, logged with their responses, and can be sent again.',
  },
  {
    name: 'Insights',
    description: 'The progress of your needs, and the skills that your market lacks.',
  },
  {
    name: 'Partner',
    description: 'Your own settings, such as whether your public needs appear in the public feed.',
  },
  {
    name: 'Clients',
    description:
      'Your API clients: create one per system, rotate its secret, disable it. A log says who did what. Requires the scope `clients:manage`.',
  },
  {
    name: 'Sandbox',
    description:
      'A separate market for tests, with helpers that answer automatically. Nothing in it is real, and you can empty it at any time.',
  },
  {
    name: 'Tokens',
    description:
      'Exchange the id and the secret of a client for a token that is valid for 15 minutes (OAuth 2 client credentials).',
  },
  {
    name: 'Public',
    description: 'Pages and feeds that anyone can read without a token: open needs that are public.',
  },
  {
    name: 'Operation',
    description: 'Health and metrics, for operators of the service.',
  },
]
