/** The version does not exist, or there are too few outcomes to learn from. The message is one line for a person. */
export class RankingModelError extends Error {}
