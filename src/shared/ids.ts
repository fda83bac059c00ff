import { v7 as uuidv7 } from 'uuid'

/**
 * Ids are TypeIDs (https://github.com/jetify-com/typeid, spec 0.3): a prefix and a UUID in 26
 * characters of Crockford's base 32. The database holds the plain `uuid`.
 */
export type IdPrefix = 'partner' | 'client' | 'secret' | 'org' | 'helper' | 'need' | 'offer' | 'event'

/** An id of one kind of resource; ids of two kinds cannot be mixed up. */
export type Id<P extends IdPrefix> = `${P}_${string}` & { readonly prefix: P }

export type PartnerId = Id<'partner'>
export type OrganizationId = Id<'org'>
export type HelperId = Id<'helper'>
export type NeedId = Id<'need'>
export type OfferId = Id<'offer'>

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const SUFFIX = /^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$/

/** A new id that sorts behind those made before it (UUIDv7). */
export function newId<P extends IdPrefix>(prefix: P): Id<P> {
  return uuidToId(prefix, uuidv7())
}

/** True where `text` is a well-formed id of this kind. */
export function isId<P extends IdPrefix>(prefix: P, text: string): text is Id<P> {
  return text.startsWith(`${prefix}_`) && SUFFIX.test(text.slice(prefix.length + 1))
}

export function uuidToId<P extends IdPrefix>(prefix: P, uuid: string): Id<P> {
  let bits = BigInt(`0x${uuid.replaceAll('-', '')}`)
  let suffix = ''
  for (let i = 0; i < 26; i++) {
    suffix = ALPHABET.charAt(Number(bits & 31n)) + suffix
    bits >>= 5n
  }
  // The one place where the brand is given.
  return `${prefix}_${suffix}` as Id<P>
}

/** The UUID of a well-formed id (see isId). */
export function idToUuid(id: Id<IdPrefix>): string {
  let bits = 0n
  for (const char of id.slice(id.lastIndexOf('_') + 1)) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(char))
  const hex = bits.toString(16).padStart(32, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
