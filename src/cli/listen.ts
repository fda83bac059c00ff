import { type Command, InvalidArgumentError } from 'commander'
import { createClient, type EventPattern } from 'smartsource/client'
import { newWebhookSecret, signEvent } from '../features/notifications/index.ts'
import { typePatterns } from '../platform/events/index.ts'
import { refusedPortFault } from '../shared/fetch-ports.ts'
import { SECOND_MS } from '../shared/time.ts'
import { clientSecretOf, serviceUrl } from './ask-service.ts'
import { type FeedEvent, followEvents } from './follow-events.ts'
import type { Terminal } from './terminal.ts'

/** The same time limit as for real endpoints. */
const ANSWER_MS = 15 * SECOND_MS

interface ListenOptions {
  forwardTo: URL
  url: string
  clientId: string
  events?: EventPattern[]
  since?: Date
  json?: boolean
}

/**
 * Adds the command that delivers webhooks to a developer's machine, which can't be reached from the internet.
 */
export function addListenCommand(
  command: Command,
  terminal: Terminal,
  readClientId: (text: string) => string,
): void {
  command
    .description('send your events as signed webhooks to an address that only this machine can reach')
    .requiredOption('--forward-to <url>', 'address to send them to, such as localhost:4567/hooks', httpUrl)
    .addOption(serviceUrl())
    .requiredOption(
      '--client-id <id>',
      'client id; the secret is read from SMARTSOURCE_CLIENT_SECRET; requires the scope events:read',
      readClientId,
    )
    .option(
      '--events <types>',
      'only these types, separated by commas: need.posted,introduction.*',
      eventTypes,
    )
    .option('--since <time>', 'start with the events since this time (ISO 8601) instead of now', instant)
    .option('--json', 'print JSON, one line per event')
    .addHelpText(
      'after',
      '\nMessages are signed with SMARTSOURCE_WEBHOOK_SECRET, or with a new secret that is printed.\nNothing is sent twice: if your machine does not respond to an event, this is only printed.',
    )
    .action(async (options: ListenOptions) => {
      const clientSecret = clientSecretOf(terminal.env, command)
      const stopping = new AbortController()
      const stop = () => stopping.abort()
      process.once('SIGINT', stop).once('SIGTERM', stop)
      try {
        await listen(terminal, { ...options, clientSecret }, stopping.signal)
      } finally {
        process.off('SIGINT', stop).off('SIGTERM', stop)
      }
    })
}

async function listen(
  terminal: Terminal,
  options: ListenOptions & { clientSecret: string },
  signal: AbortSignal,
): Promise<void> {
  const { forwardTo, events: types, since, json } = options
  const secret = terminal.env.SMARTSOURCE_WEBHOOK_SECRET || newWebhookSecret()
  const note = json ? terminal.printError : terminal.print
  const api = createClient(options)
  try {
    const events = await followEvents(api, {
      types,
      since,
      signal,
      onConnection: (trouble) =>
        note(trouble ? `Cannot reach ${options.url} (${trouble}). Trying again …` : 'Connected again.'),
    })
    note(`Signing with ${secret}`)
    note(`Sending ${types?.join(', ') ?? 'all events'} to ${forwardTo.href} until Ctrl-C`)
    for await (const event of events) {
      const sent = await forward(event, { forwardTo, secret, signal })
      if (json) terminal.printJson({ ...sent, ...event })
      else terminal.print(`${event.occurred_at}  ${event.type}  ${event.resource_id}  ${shown(sent)}`)
    }
  } catch (error) {
    if (!signal.aborted) throw error
    note('Stopped.')
  }
}

type Sent = { status: number; elapsed_ms: number } | { status: null; failure: string }

/** Sends the message that an endpoint would get, once. Throws if the signal is aborted. */
async function forward(
  event: FeedEvent,
  { forwardTo, secret, signal }: { forwardTo: URL; secret: string; signal: AbortSignal },
): Promise<Sent> {
  const { id: eventId, type, resource_id: resourceId, data } = event
  const occurredAt = new Date(event.occurred_at)
  const { headers, body } = signEvent({ eventId, type, resourceId, data, occurredAt }, [secret], new Date())
  const startMs = performance.now()
  try {
    const answer = await fetch(forwardTo, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    })
    await answer.body?.cancel()
    return { status: answer.status, elapsed_ms: Math.round(performance.now() - startMs) }
  } catch (error) {
    signal.throwIfAborted()
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const failure = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    return { status: null, failure }
  }
}

function shown(sent: Sent): string {
  return sent.status === null ? `no answer: ${sent.failure}` : `${sent.status} after ${sent.elapsed_ms} ms`
}

/** Developers write a host with a port without a scheme. */
function httpUrl(text: string): URL {
  const address = text.includes('://') ? text : `http://${text}`
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('Must be an address such as http://localhost:4567/hooks.')
  const fault = refusedPortFault(url)
  if (fault !== undefined) throw new InvalidArgumentError(fault)
  return url
}

function eventTypes(text: string): EventPattern[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== '')
  const known = names.filter(isPattern)
  if (known.length === 0 || known.length < names.length)
    throw new InvalidArgumentError(
      `${names.find((name) => !isPattern(name)) ?? 'Nothing'} is no event type. Known are: ${typePatterns.join(' ')}`,
    )
  return known
}

/** The reference, from which the client's types are generated, lists the same types. */
function isPattern(name: string): name is EventPattern {
  return typePatterns.includes(name)
}

function instant(text: string): Date {
  const time = new Date(text)
  if (Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('Must be a time such as 2026-11-20T09:00:00Z.')
  return time
}
