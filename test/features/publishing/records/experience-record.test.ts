import { createPublicKey, verify } from 'node:crypto'
import { createSigner } from 'fast-jwt'
import t from 'tap'
import { newSigningKey } from '../../../../src/features/access/index.ts'
import { createKeyring } from '../../../../src/features/access/keyring.ts'
import { createTokens } from '../../../../src/features/access/tokens.ts'
import {
  type Experience,
  jsonResumeOf,
  openBadgePayloadOf,
} from '../../../../src/features/publishing/records/experience-record.ts'
import { callerOf } from '../../../support/caller-of.ts'

const issuer = { url: 'https://match.example', name: 'Match' }
const esco = 'http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000001'
const experience = (changes: Partial<Experience> = {}): Experience => ({
  engagementId: 'engagement_01h455vb4pex5vsknk084sn02r',
  helperId: 'helper_01h455vb4pex5vsknk084sn02q',
  helperName: 'Ana Ruiz',
  organizationName: 'Oak Street Pantry',
  kind: 'volunteer',
  title: 'Donor list keeper',
  outcome: 'Thank-you letters leave within a day',
  startsOn: '2026-03-02',
  endsOn: '2026-05-29',
  confirmedHours: 24.5,
  skills: [
    { label: 'Spreadsheets', uri: esco },
    { label: 'Letters', uri: null },
  ],
  completedAt: new Date('2026-05-30T15:00:00.750Z'),
  ...changes,
})

t.test('volunteer work is a resume of the JSON Resume schema', async (t) => {
  t.same(jsonResumeOf(experience()), {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: { name: 'Ana Ruiz' },
    volunteer: [
      {
        organization: 'Oak Street Pantry',
        position: 'Donor list keeper',
        startDate: '2026-03-02',
        endDate: '2026-05-29',
        summary: 'Volunteer work, 24.5 hours confirmed by both sides.',
        highlights: ['Thank-you letters leave within a day'],
      },
    ],
    skills: [{ name: 'Spreadsheets' }, { name: 'Letters' }],
    meta: { version: 'v1.0.0', lastModified: '2026-05-30T15:00:00' },
  })
})

t.test('all other work is under work, with the name of the organization', async (t) => {
  for (const kind of ['intern', 'barter', 'paid'] as const) {
    const resume = jsonResumeOf(experience({ kind, outcome: null }))
    t.match(resume, { work: [{ name: 'Oak Street Pantry', highlights: [] }] }, kind)
    t.notOk('volunteer' in resume, kind)
  }
})

t.test('hours are said as they were confirmed, and not at all where none were kept', async (t) => {
  const summary = (confirmedHours: number) =>
    jsonResumeOf(experience({ kind: 'intern', outcome: null, confirmedHours }))
  t.match(summary(1), { work: [{ summary: 'Internship, 1 hour confirmed by both sides.' }] })
  t.match(summary(0.1 + 0.2), { work: [{ summary: 'Internship, 0.3 hours confirmed by both sides.' }] })
  t.match(summary(0), { work: [{ summary: 'Internship, confirmed by both sides.' }] })
})

t.test('the badge is an Open Badges 3.0 credential, its claims equal to its own fields', async (t) => {
  const id = 'https://match.example/v1/engagements/engagement_01h455vb4pex5vsknk084sn02r/record'
  const subjectId = 'urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057'
  t.same(openBadgePayloadOf(experience(), issuer), {
    iss: 'https://match.example',
    jti: id,
    nbf: Date.UTC(2026, 4, 30, 15) / 1000,
    sub: subjectId,
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Donor list keeper',
    issuer: { id: 'https://match.example', type: ['Profile'], name: 'Match', url: 'https://match.example' },
    validFrom: '2026-05-30T15:00:00Z',
    awardedDate: '2026-05-30T15:00:00Z',
    credentialSubject: {
      id: subjectId,
      type: ['AchievementSubject'],
      activityStartDate: '2026-03-02T00:00:00Z',
      activityEndDate: '2026-05-29T00:00:00Z',
      role: 'Donor list keeper',
      achievement: {
        id: `${id}#achievement`,
        type: ['Achievement'],
        achievementType: 'CommunityService',
        name: 'Donor list keeper',
        description:
          'Volunteer work for Oak Street Pantry, 24.5 hours confirmed by both sides.' +
          ' Outcome: Thank-you letters leave within a day',
        criteria: {
          narrative: 'The engagement was completed, and both sides confirmed the work.',
        },
        tag: ['Spreadsheets', 'Letters'],
        alignment: [{ type: ['Alignment'], targetName: 'Spreadsheets', targetUrl: esco }],
      },
    },
  })
})

t.test('the achievement has a type of the specification for each kind', async (t) => {
  const types = {
    volunteer: 'CommunityService',
    intern: 'Fieldwork',
    barter: 'Achievement',
    paid: 'Achievement',
  }
  for (const kind of ['volunteer', 'intern', 'barter', 'paid'] as const) {
    t.match(openBadgePayloadOf(experience({ kind }), issuer), {
      credentialSubject: { achievement: { achievementType: types[kind] } },
    })
  }
})

t.test('lists that would be empty are left out, and only web addresses are aligned to', async (t) => {
  const achievement = (skills: Experience['skills']) => {
    const payload = JSON.stringify(openBadgePayloadOf(experience({ skills }), issuer))
    return { tag: payload.includes('"tag"'), alignment: payload.includes('"alignment"') }
  }
  t.same(achievement([]), { tag: false, alignment: false })
  const uris = ['urn:skill:1', 'javascript:alert(1)', 'not an address']
  t.same(achievement(uris.map((uri) => ({ label: 'Letters', uri }))), { tag: true, alignment: false })
})

t.test('the badge does not name the helper, and a malformed helper id is refused', async (t) => {
  t.notOk(JSON.stringify(openBadgePayloadOf(experience(), issuer)).includes('Ana'))
  t.throws(() => openBadgePayloadOf(experience({ helperId: 'ana@example.org' }), issuer), TypeError)
})

t.test('a signed badge verifies with the public key, and is not an access token', async (t) => {
  const key = newSigningKey(new Date())
  const { kty, crv, x } = key.publicJwk
  const sign = createSigner({
    key: key.privateKeyPem,
    algorithm: 'EdDSA',
    noTimestamp: true,
    header: { alg: 'EdDSA', typ: 'JWT', jwk: { kty, crv, x } },
  })
  const payload = openBadgePayloadOf(experience(), issuer)
  const jwt = sign(payload)
  const [header = '', body = '', signature = ''] = jwt.split('.')
  const publicKey = createPublicKey({ key: key.publicJwk, format: 'jwk' })
  t.ok(verify(null, Buffer.from(`${header}.${body}`), publicKey, Buffer.from(signature, 'base64url')))
  t.same(JSON.parse(Buffer.from(header, 'base64url').toString()), {
    alg: 'EdDSA',
    typ: 'JWT',
    jwk: { kty, crv, x },
  })
  t.same(JSON.parse(Buffer.from(body, 'base64url').toString()), payload)
  const tokens = createTokens({
    keyring: createKeyring([key], () => new Date()),
    issuer: () => issuer.url,
    clock: () => new Date(),
    refusalOf: () => undefined,
  })
  t.equal(await callerOf(tokens, jwt), null)
})
