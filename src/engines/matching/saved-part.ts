/** A part of a saved engine. Parts are loaded in the order of `PART_KINDS`. */
export interface SavedPart {
  kind: PartKind
  bytes: Uint8Array
}

export const PART_KINDS = ['models', 'texts', 'needs', 'offers'] as const
export type PartKind = (typeof PART_KINDS)[number]
