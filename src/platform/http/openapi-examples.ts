import { exampleProblem } from './error-pages/explanations.ts'
import { answers, errorCodes } from './problem.ts'

/** A request of an operation and the response of the service. */
export interface OperationExample {
  /** By place and name: `path id`. */
  parameters: Record<string, unknown>
  body?: unknown
  answer: { status: number; body?: unknown }
}
/** By operationId. */
export type Examples = Readonly<Record<string, OperationExample>>

interface Media {
  example?: unknown
  examples?: unknown
}
type Content = Record<string, Media>
interface Operation {
  operationId?: string
  parameters?: { in: string; name: string; example?: unknown }[]
  requestBody?: { content: Content }
  responses?: Record<string, { content?: Content }>
}

/** Address of the service in examples. */
export const ISSUER = 'https://smartsource.example'
const PROBLEM = 'application/problem+json'

/** Adds examples to the parameters, bodies and answers of operations, and one refusal per error code. */
export function withExamples<T>(document: T, examples: Examples): T {
  const { paths = {}, components } = document as {
    paths?: Record<string, Record<string, Operation>>
    components: { examples?: unknown }
  }
  const used = new Set<string>()
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    for (const { content = {} } of Object.values(operation.responses ?? {}))
      addProblems(content[PROBLEM], used)
    const example = examples[operation.operationId ?? '']
    if (example) addExample(operation, example)
  }
  components.examples = problemExamples(used)
  return document
}

function addExample(operation: Operation, { parameters, body, answer }: OperationExample): void {
  for (const parameter of operation.parameters ?? []) {
    const value = parameters[`${parameter.in} ${parameter.name}`]
    if (value !== undefined) parameter.example = value
  }
  if (body !== undefined) addTo(operation.requestBody?.content, body)
  if (answer.body !== undefined) addTo(operation.responses?.[answer.status]?.content, answer.body)
}

/** Objects are examples of JSON and of forms; text is an example of any other media type. */
function addTo(content: Content = {}, value: unknown): void {
  const isText = typeof value === 'string'
  const media = Object.entries(content).find(
    ([type]) => type !== PROBLEM && /json$|urlencoded$/.test(type) !== isText,
  )
  if (media) media[1].example = value
}

function addProblems(media: Media | undefined, used: Set<string>): void {
  const { schema } = (media ?? {}) as { schema?: { allOf?: { properties?: { code: { enum: string[] } } }[] } }
  const codes = schema?.allOf?.flatMap(({ properties }) => properties?.code.enum ?? []) ?? []
  for (const code of codes) used.add(code)
  if (media && codes.length > 0)
    media.examples = Object.fromEntries(
      codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
    )
}

/** Returns one refusal per code, as shown on its page. */
function problemExamples(codes: ReadonlySet<string>) {
  return Object.fromEntries(
    errorCodes
      .filter((code) => codes.has(code))
      .map((code) => [code, { summary: answers[code].title, value: exampleProblem(code, ISSUER) }]),
  )
}
