import { v7 as uuidv7 } from 'uuid'

/**
 * Ids are TypeIDs (https://github.com/jetify-com/typeid, spec 0.3): a prefix and a UUID in 26
 * characters of Crockford's base 32. The database holds the plain `uuid`.
 */
export type IdPrefix =
  | 'partner'
  | 'client'
  | 'secret'
  | 'change'
  | 'request'
  | 'org'
  | 'helper'
  | 'need'
  | 'offer'
  | 'event'
  | 'introduction'
  | 'disclosure'
  | 'engagement'
  | 'hours'
  | 'session'
  | 'sprint'
  | 'program'
  | 'candidate'
  | 'import'
  | 'cohort'
  | 'placement'
  | 'ring'
  | 'clearing'
  | 'credit'
  | 'endpoint'
  | 'delivery'
  | 'attempt'
  | 'calendar'
  | 'staff'
  | 'sign_in'
  | 'document'

/** An id of one kind of resource. Ids of different kinds can't be mixed up. */
export type Id<P extends IdPrefix> = `${P}_${string}` & { readonly prefix: P }

export type PartnerId = Id<'partner'>
export type OrganizationId = Id<'org'>
export type HelperId = Id<'helper'>
export type NeedId = Id<'need'>
export type ProgramId = Id<'program'>
export type CandidateId = Id<'candidate'>
export type OfferId = Id<'offer'>
export type IntroductionId = Id<'introduction'>

/** The prefix of each resource's ids. */
export const prefixes = {
  organization: 'org',
  helper: 'helper',
  need: 'need',
  offer: 'offer',
  client: 'client',
  introduction: 'introduction',
  engagement: 'engagement',
  hours: 'hours',
  sprint: 'sprint',
  program: 'program',
  candidate: 'candidate',
  import: 'import',
  cohort: 'cohort',
  placement: 'placement',
  ring: 'ring',
  clearing: 'clearing',
  webhook_endpoint: 'endpoint',
  delivery: 'delivery',
  calendar: 'calendar',
  staff: 'staff',
  document: 'document',
} as const satisfies Record<string, IdPrefix>

/** Position of the version in the text of a UUID. */
const VERSION_AT = 14

const HEX = '0123456789abcdef'
/** The digits of the part of an id that follows its prefix. */
export const ID_DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
const HEX_VALUES = valuesOf(HEX)
const BASE_32_VALUES = valuesOf(ID_DIGITS)
const SUFFIX = /^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$/

/** Random bytes for many ids, because each call takes longer than creating an id. */
const random = new Uint8Array(16 * 256)
let randomAt = random.length
let lastMs = 0
let sequence = 0

/**
 * Returns a UUIDv7 greater than all previous ones of this process, even within a millisecond (RFC 9562, 6.2,
 * method 1).
 */
function nextUuid(): string {
  if (randomAt === random.length) {
    crypto.getRandomValues(random)
    randomAt = 0
  }
  const bytes = random.subarray(randomAt, randomAt + 16)
  randomAt += 16
  const nowMs = Date.now()
  if (nowMs > lastMs) {
    lastMs = nowMs
    sequence = new DataView(random.buffer, bytes.byteOffset).getUint32(0) >>> 1
  } else {
    sequence = (sequence + 1) | 0
    if (sequence === 0) lastMs++
  }
  return uuidv7({ random: bytes, msecs: lastMs, seq: sequence })
}

/** Returns a new id that sorts after those created before it (UUIDv7). */
export function newId<P extends IdPrefix>(prefix: P): Id<P> {
  return uuidToId(prefix, nextUuid())
}

/** Returns the id of a new sandbox: a UUIDv8 made from a UUIDv7 (RFC 9562). Other partners have a UUIDv7. */
export function newSandboxId(): PartnerId {
  const uuid = nextUuid()
  return uuidToId('partner', `${uuid.slice(0, VERSION_AT)}8${uuid.slice(VERSION_AT + 1)}`)
}

/** Returns whether a partner is a sandbox, which its id shows. */
export function isSandbox(partnerId: PartnerId): boolean {
  return idToUuid(partnerId)[VERSION_AT] === '8'
}

/** Returns whether `text` is a well-formed id of this kind. */
export function isId<P extends IdPrefix>(prefix: P, text: string): text is Id<P> {
  return text.startsWith(`${prefix}_`) && SUFFIX.test(text.slice(prefix.length + 1))
}

export function uuidToId<P extends IdPrefix>(prefix: P, uuid: string): Id<P> {
  let suffix = ''
  // 26 characters have 130 bits: two leading zeros and the 128 of the UUID.
  let bits = 0
  let count = 2
  for (let i = 0; i < uuid.length; i++) {
    const digit = HEX_VALUES[uuid.charCodeAt(i)]
    if (digit === undefined) continue
    bits = (bits << 4) | digit
    count += 4
    if (count < 5) continue
    count -= 5
    suffix += ID_DIGITS[bits >> count]
    bits &= (1 << count) - 1
  }
  // The brand of the type is added here and in sameNumber.
  return `${prefix}_${suffix}` as Id<P>
}

/** Returns the id of another kind with the same UUID. */
export function sameNumber<P extends IdPrefix>(prefix: P, id: Id<IdPrefix>): Id<P> {
  return `${prefix}_${id.slice(id.lastIndexOf('_') + 1)}` as Id<P>
}

/** Returns the UUID of a well-formed id (see isId). */
export function idToUuid(id: Id<IdPrefix>): string {
  let hex = ''
  let bits = 0
  // The first character holds only three bits.
  let count = -2
  for (let i = id.lastIndexOf('_') + 1; i < id.length; i++) {
    bits = (bits << 5) | (BASE_32_VALUES[id.charCodeAt(i)] ?? 0)
    for (count += 5; count >= 4; bits &= (1 << count) - 1) {
      count -= 4
      hex += HEX[bits >> count]
    }
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Returns the value of each digit by its character code; undefined for any other character. */
function valuesOf(digits: string): (number | undefined)[] {
  const values = new Array<number | undefined>(128).fill(undefined)
  for (const [value, digit] of [...digits].entries()) {
    values[digit.charCodeAt(0)] = value
    values[digit.toUpperCase().charCodeAt(0)] = value
  }
  return values
}
