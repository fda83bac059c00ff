// What may import what. `npm run verify:imports` checks it; test/tools/import-rules.test.ts breaks each rule once.
// The swc parser also sees `import type`, so types follow the same rules. (TypeScript 7 has no API for other tools.)

/** Top to bottom. A layer imports only itself and layers below it. */
const layers = ['cli', 'app', 'features', 'engines', 'platform', 'shared']

/** Top to bottom. A feature imports only features above it. */
const features = [
  'access',
  'disclosures',
  'skills',
  'postings',
  'introductions',
  'matches',
  'engagements',
  'ranking-model',
  'sprints',
  'advice',
  'barter',
  'insights',
  'internships',
  'internship-work',
  'calendars',
  'merges',
  'imports',
  'publishing',
  'notifications',
  'sandbox',
  'desk',
]

/** Top to bottom. A unit of the platform imports only units above it. */
const platform = ['secrets', 'db', 'events', 'jobs', 'embeddings', 'places', 'http', 'telemetry']

/** Folders that are private inside and entered by their index.ts. */
const unit = '(?:features|engines|platform)/[^/]+'

const anyOf = (names) => `(?:${names.join('|')})`

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    ...layers.map((layer, at) =>
      rule(
        'layers-point-down',
        'A lower layer that imports a higher one cannot be understood or tested without it.',
        { path: `^src/${layer}/` },
        { path: `^src/${anyOf([...layers.slice(0, at), 'tools'])}/` },
      ),
    ),
    rule(
      'layers-are-listed',
      'A folder of src outside the layers (and tools, the scripts that npm runs) would escape their order.',
      {},
      { path: '^src/', pathNot: `^src/${anyOf([...layers, 'tools'])}/` },
    ),
    ...features.map((feature, at) =>
      rule(
        'features-in-order',
        'Each feature builds on those above it in the list, so features never form a circle.',
        { path: `^src/features/${feature}/` },
        { path: '^src/features/', pathNot: `^src/features/${anyOf(features.slice(0, at + 1))}/` },
      ),
    ),
    ...platform.map((name, at) =>
      rule(
        'platform-in-order',
        'The same for the parts of the platform.',
        { path: `^src/platform/${name}/` },
        { path: '^src/platform/', pathNot: `^src/platform/${anyOf(platform.slice(0, at + 1))}/` },
      ),
    ),
    rule(
      'units-are-listed',
      'A feature or a part of the platform outside the lists above would escape their order.',
      {},
      {
        path: '^src/(?:features|platform)/',
        pathNot: [`^src/features/${anyOf(features)}/`, `^src/platform/${anyOf(platform)}/`],
      },
    ),
    rule(
      'engines-are-pure',
      'Engines turn values into values. They know no database, HTTP, clock, file or logger.',
      { path: '^src/engines/' },
      {
        pathNot: [
          '^src/(?!platform/)',
          '^node_modules/(?:@orama/stemmers|highs)/',
          // Only to let the event loop run during a long computation.
          '^timers/promises$',
        ],
      },
    ),
    rule(
      'engines-stand-alone',
      'Each engine can be read and tested without the others.',
      { path: '^src/engines/([^/]+)/' },
      { path: '^src/engines/', pathNot: '^src/engines/$1/' },
    ),
    rule(
      'enter-by-the-index',
      'Whatever is behind the index.ts of a unit can change without looking at its users.',
      { path: '^src/([^/]+/[^/]+)' },
      { path: `^src/${unit}/`, pathNot: ['^src/$1/', `^src/${unit}/index\\.ts$`] },
    ),
    rule(
      'no-cycles',
      'The files of a cycle can only be understood together, and load in an order that nobody chose.',
      {},
      { circular: true },
    ),
    rule(
      'fastify-at-the-edge',
      'A verb works the same for a route, a job and the command line.',
      { path: '^src/', pathNot: ['^src/app/', '^src/platform/(?:http|telemetry)/', '\\.routes\\.ts$'] },
      { path: '^node_modules/(?:@fastify/|fastify)' },
    ),
    rule(
      'sql-in-repositories',
      'All SQL of a feature stands in its tables and repositories.',
      { path: '^src/', pathNot: ['^src/platform/db/', '\\.(?:table|repository)\\.ts$'] },
      { path: '^node_modules/(?:drizzle-orm|pg|pg-copy-streams|node-pg-migrate)/' },
    ),
    rule(
      'tests-share-by-support',
      'A fixture that several folders of tests use stands in test/support.',
      {
        path: `^test/(${unit}|[^/]+)/`,
        // These tests run the market of bench:engine.
        pathNot: ['^test/support/', '^test/engines/matching/(large-market|ranked-again)\\.test\\.ts$'],
      },
      { path: '^test/', pathNot: ['^test/$1/', '^test/support/'] },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: '^node_modules/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
}
