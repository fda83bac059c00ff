export interface Polled {
  /** Number of answers by status. */
  statuses: Record<number, number>
  p99_ms: number
}

/** Reads the list of needs again and again, with a pause between requests, as a partner whom an attack must not harm. */
export async function pollNeeds(
  address: string,
  token: string,
  { polls, pause_ms }: { polls: number; pause_ms: number },
): Promise<Polled> {
  const statuses = new Map<number, number>()
  const times_ms: number[] = []
  for (let count = 0; count < polls; count++) {
    const before = performance.now()
    const { status } = await fetch(`${address}/v1/needs`, { headers: { authorization: `Bearer ${token}` } })
    times_ms.push(performance.now() - before)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    await new Promise((resolve) => setTimeout(resolve, pause_ms))
  }
  times_ms.sort((a, b) => a - b)
  return { statuses: Object.fromEntries(statuses), p99_ms: times_ms.at(Math.floor(polls * 0.99)) ?? 0 }
}
