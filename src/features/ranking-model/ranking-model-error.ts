/** The version does not exist, or there is too little to learn from. The message is one line, for a person. */
export class RankingModelError extends Error {}
