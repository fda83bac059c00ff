/** Of the processes at these addresses, how many say that they do the periodic work. */
export async function countLeaders(addresses: readonly string[]): Promise<number> {
  const metrics = await Promise.all(
    addresses.map(async (address) => (await fetch(`${address}/metrics`)).text()),
  )
  return metrics.filter((text) => text.includes('\nsmartsource_leads 1\n')).length
}
