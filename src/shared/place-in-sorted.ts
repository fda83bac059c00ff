/** Finds a number in an ascending list by binary search. Returns its index, or undefined. */
export function placeInSorted(sorted: Uint32Array, sought: number): number | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < sought) low = middle + 1
    else high = middle
  }
  return sorted[low] === sought ? low : undefined
}
