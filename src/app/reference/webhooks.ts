import { z } from 'zod'
import { eventData, publicEventTypes } from '../../platform/events/index.ts'
import type { Reference } from '../../platform/http/index.ts'

/** The part of JSON Schema that event data uses. */
interface Schema {
  type?: string
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  enum?: string[]
  const?: string
}

const idOf = (what: string): Schema => ({ type: 'string', description: `Id of the ${what}` })

/** Returns the messages that webhook endpoints receive, by event type. */
export function webhooks(): Reference['webhooks'] {
  const types = new Set(publicEventTypes)
  return Object.fromEntries(
    Object.entries(eventData)
      .filter(([type]) => types.has(type))
      .map(([type, schema]) => [type, { post: messageOf(type, schemaOf(schema)) }]),
  )
}

/** Receivers must accept fields that later versions add, so objects stay open. */
function schemaOf(schema: z.ZodObject): Schema {
  const made = z.toJSONSchema(schema, {
    io: 'output',
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties
      delete jsonSchema.pattern
    },
  })
  // JSON Schema allows more than event data uses.
  const { properties = {}, required = [] } = made as Schema
  return { properties, required }
}

function messageOf(type: string, { properties, required = [] }: Schema) {
  const words = type.split(/[._]/)
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
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
              timestamp: { type: 'string', format: 'date-time', description: 'When the event occurred' },
              data: {
                type: 'object',
                description: 'Ids, states and names of fields, never personal data',
                properties: {
                  event_id: idOf('event. Repeated messages have the same id'),
                  resource_id: idOf('resource that the event is about'),
                  ...properties,
                },
                required: ['event_id', 'resource_id', ...required],
              },
            },
            required: ['type', 'timestamp', 'data'],
          },
          example: exampleOf(type, properties),
        },
      },
    },
    responses: {
      '2XX': { description: 'Received' },
      default: {
        description:
          'Any other response, or none: the message is sent again later. After 410 the endpoint is disabled',
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
const exampleId = (name: string, number: number) =>
  `${prefixes[name] ?? name}_01kafz3e00e0080000000000${number}`

/** Fields that a changed event of each kind may name. */
const changedFields: Readonly<Record<string, string[]>> = {
  need: ['hours_per_week', 'status'],
  offer: ['hours_per_week', 'status'],
  engagement: ['ends_on', 'hours'],
  cohort: ['preferences'],
  candidate: ['email', 'status'],
  partner: ['public_feed'],
  program: ['hours_per_week'],
}

function exampleOf(type: string, properties: Schema['properties'] = {}) {
  const [resource = ''] = type.split('.')
  const values = Object.entries(properties).map(([name, schema]) => [
    name,
    name === 'changed' ? (changedFields[resource] ?? ['contact']) : exampleValue(name, schema, resource),
  ])
  return {
    type,
    timestamp: '2026-11-20T17:00:00.000Z',
    data: {
      ...Object.fromEntries(values),
      event_id: exampleId('event', 20),
      resource_id: exampleId(resource, 12),
    },
  }
}

function exampleValue(name: string, schema: Schema, resource: string): unknown {
  if (schema.const !== undefined) return schema.const
  const [first] = schema.enum ?? []
  if (first !== undefined) return first
  const [either] = schema.anyOf ?? []
  if (either) return exampleValue(name, either, resource)
  if (schema.items) return [exampleValue(name.replace(/_ids$/, '_id'), schema.items, resource)]
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, one]) => [key, exampleValue(key, one, resource)]),
    )
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer') return 2
  if (schema.type === 'number') return 0.82
  if (name === 'party_id') return exampleId('organization', 13)
  return exampleId(name === 'from_id' ? resource : name.replace(/_id$/, ''), 13)
}
