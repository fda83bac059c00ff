export { MAX_CHARS, type ReadingOfText, soughtText } from './sought-text.ts'
export { type Token, tokensOf } from './text-tokens.ts'
export { unmeantTokens } from './unmeant-words.ts'
export { type OfWriter, soundsLikeOffer, wordsOfWriter } from './writer-words.ts'
