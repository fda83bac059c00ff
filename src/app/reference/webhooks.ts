import { publicEventTypes } from '../../platform/events/index.ts'
import type { Reference } from '../../platform/http/index.ts'

const idOf = (what: string) => ({ type: 'string', description: `Id of the ${what}` })
const merged = { from_id: idOf('record that was merged into this one') }
/** What an event tells besides its resource. Most tell nothing more. */
const dataOf: Readonly<Record<string, Record<string, object>>> = {
  'match.found': {
    matches: {
      type: 'array',
      description: 'The new matches, best first',
      items: {
        type: 'object',
        properties: {
          need_id: idOf('need'),
          offer_id: idOf('offer'),
          score: { type: 'number', description: 'Score of the match, from 0 to 1' },
        },
        required: ['need_id', 'offer_id', 'score'],
      },
    },
  },
  'candidate.merged': merged,
  'helper.merged': merged,
  'organization.merged': merged,
  'webhook_endpoint.disabled': {
    reason: {
      type: 'string',
      enum: ['gone', 'failing'],
      description: 'As `disabled_reason` of the endpoint',
    },
  },
}

/** The messages that webhook endpoints receive, by event type. */
export function webhooks(): Reference['webhooks'] {
  return Object.fromEntries(publicEventTypes.map((type) => [type, { post: messageOf(type) }]))
}

function messageOf(type: string) {
  const words = type.split(/[._]/)
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  const more = dataOf[type] ?? {}
  return {
    tags: ['Webhooks'],
    operationId: `on${name}`,
    summary: `The event \`${type}\``,
    description:
      'Sent to your endpoint with the headers of Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature`. Verify the signature before you read the body. Answer within 15 seconds with any 2xx.',
    security: [],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: {
              type: { type: 'string', const: type, description: 'The event type' },
              timestamp: { type: 'string', format: 'date-time', description: 'When it happened' },
              data: {
                type: 'object',
                description: 'Ids and states, never personal data',
                properties: {
                  event_id: idOf('event. Messages that repeat it have the same'),
                  resource_id: idOf('resource that the event is about'),
                  ...more,
                },
                required: ['event_id', 'resource_id', ...Object.keys(more)],
              },
            },
            required: ['type', 'timestamp', 'data'],
          },
          example: exampleOf(type),
        },
      },
    },
    responses: {
      '2XX': { description: 'Received' },
      default: {
        description:
          'Any other answer, or none: the message is sent again later. After 410 the endpoint is disabled',
      },
    },
  }
}

/** The prefix of an id, if it is not the name of the resource. */
const prefixes: Readonly<Record<string, string>> = {
  organization: 'org',
  webhook_endpoint: 'endpoint',
  match: 'need',
}
const exampleId = (prefix: string, number: number) => `${prefix}_01kafz3e00e0080000000000${number}`

function exampleOf(type: string) {
  const [resource = ''] = type.split('.')
  const prefix = prefixes[resource] ?? resource
  const merged = { from_id: exampleId(prefix, 13) }
  const data: Readonly<Record<string, object>> = {
    'match.found': {
      matches: [{ need_id: exampleId('need', 12), offer_id: exampleId('offer', 13), score: 0.82 }],
    },
    'webhook_endpoint.disabled': { reason: 'failing' },
  }
  return {
    type,
    timestamp: '2026-11-20T17:00:00.000Z',
    data: {
      ...(type.endsWith('.merged') ? merged : data[type]),
      event_id: exampleId('event', 20),
      resource_id: exampleId(prefix, 12),
    },
  }
}
