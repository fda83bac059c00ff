import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CORE_SCHEMA, load } from 'js-yaml'
import { z } from 'zod'
import type { PayFloor } from '../../engines/matching/index.ts'
import { country, money } from '../../shared/wire.ts'

const floors = z.array(z.strictObject({ country, hourly: money, year: z.int(), source: z.string().min(1) }))

/** The lowest fair hourly pay by country, from `pay-floors.yaml`. */
export const payFloors: ReadonlyMap<string, PayFloor> = new Map(
  floors
    .parse(
      load(readFileSync(fileURLToPath(new URL('./pay-floors.yaml', import.meta.url)), 'utf8'), {
        schema: CORE_SCHEMA,
      }),
    )
    .map((floor) => [
      floor.country,
      {
        country: floor.country,
        amountMinor: floor.hourly.amount_minor,
        currency: floor.hourly.currency,
        year: floor.year,
        source: floor.source,
      },
    ]),
)
