import { type Event, publicEventTypes, type WriteContext } from '../../platform/events/index.ts'
import { clockAhead } from '../../shared/clock.ts'
import { validationFailed } from '../../shared/faults.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { DAY_MS } from '../../shared/time.ts'
import { createPartnersRepository } from '../access/index.ts'
import { doDueWork } from './due-work.ts'
import { requireSandbox } from './require-sandbox.ts'
import { type ClockMove, MOST_DAYS_AHEAD } from './sandbox.schemas.ts'

export interface MovedClock {
  partnerId: PartnerId
  now: Date
  aheadMs: number
  /** Events that the move has caused, as partners receive them. */
  events: Event[]
}

/**
 * Moves the clock of the caller's sandbox forward, and immediately does what has become due. Only that sandbox's time
 * changes. Throws `sandbox_not_found`, and `validation_failed` for a move backward or too far.
 */
export async function moveClock(ctx: WriteContext, move: ClockMove): Promise<MovedClock> {
  const { db, clock } = ctx
  const id = await requireSandbox(ctx)
  const repository = createPartnersRepository(db)
  const sandbox = await repository.findPartner(id, 'no key update')
  if (!sandbox) throw new Error('the sandbox that was just found is missing')
  const before = new Date(clock().getTime() + sandbox.clockAheadMs)
  const aheadMs = sandbox.clockAheadMs + millisecondsOf(move, before)
  if (aheadMs > MOST_DAYS_AHEAD * DAY_MS)
    throw wrongMove(move, 'too_far', message('fault_clock_ahead', { days: MOST_DAYS_AHEAD }))
  await repository.setClockAhead(id, aheadMs)

  const events: Event[] = []
  const append = (event: Event) => {
    if (publicEventTypes.includes(event.type)) events.push(event)
    ctx.append(event)
  }
  const moved = clockAhead(clock, aheadMs)
  await doDueWork((work) => work({ db, append }), moved, id)
  return { partnerId: id, now: moved(), aheadMs, events }
}

function millisecondsOf(move: ClockMove, before: Date): number {
  if (move.now === undefined) return (move.advance_days ?? 0) * DAY_MS
  const forwardMs = new Date(move.now).getTime() - before.getTime()
  if (forwardMs >= 0) return forwardMs
  throw wrongMove(move, 'too_early', message('fault_clock_back', { at: before.toISOString() }))
}

function wrongMove({ now }: ClockMove, code: string, said: Message) {
  const pointer = now === undefined ? '/advance_days' : '/now'
  return validationFailed([{ pointer, code, messages: [said] }])
}
