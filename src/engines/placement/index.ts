export { blockingPairs } from './blocking-pairs.ts'
export { type Pair, type PlacedOrganization, placeStable } from './place.ts'
export { placeMost } from './place-most.ts'
