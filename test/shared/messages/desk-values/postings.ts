import type { PostingMessages } from '../../../../src/shared/messages/desk/postings.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const postings: ValuesOf<PostingMessages> = {}
