import { exampleProblem } from './error-pages/explanations.ts'
import { errorCodes, titleOf } from './problem.ts'

/** A request of an operation and the response of the service. */
export interface OperationExample {
  /** By place and name: `path id`. */
  parameters: Record<string, unknown>
  body?: unknown
  answer: { status: number; body?: unknown }
  /** Responses to other requests, such as those for another media type. */
  otherAnswers?: { status: number; mediaType: string; body: unknown }[]
}
/** By operationId. */
export type Examples = Readonly<Record<string, OperationExample>>

interface Media {
  schema?: unknown
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
    shareExamples(operation.responses)
  }
  addLists(paths)
  components.examples = problemExamples(used)
  return document
}

function addExample(operation: Operation, given: OperationExample): void {
  const { parameters, body, answer, otherAnswers = [] } = given
  for (const parameter of operation.parameters ?? []) {
    const value = parameters[`${parameter.in} ${parameter.name}`]
    if (value !== undefined) parameter.example = value
  }
  // A JSON body is the same in each of the media types that a route takes, such as those of a merge patch.
  if (body !== undefined)
    for (const media of mediaFor(body, operation.requestBody?.content)) media.example = body
  const [shown] = mediaFor(answer.body, operation.responses?.[answer.status]?.content)
  if (shown && answer.body !== undefined) shown.example = answer.body
  for (const { status, mediaType, body } of otherAnswers) {
    const other = operation.responses?.[status]?.content?.[mediaType]
    if (other) other.example = body
  }
}

/** A PUT shows the same resource whether it was created or replaced. */
function shareExamples(responses: Operation['responses'] = {}): void {
  const all = Object.values(responses).flatMap(({ content = {} }) => Object.values(content))
  for (const media of all) {
    const twin = all.find((one) => 'example' in one && isSame(one.schema, media.schema))
    if (twin && !('example' in media) && !('examples' in media)) media.example = twin.example
  }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** A list in CSV is the same at its own address. */
function addLists(paths: Record<string, Record<string, Operation>>): void {
  for (const [path, { get }] of Object.entries(paths)) {
    const list = get?.responses?.['200']?.content?.['text/csv']
    const file = paths[`${path}.csv`]?.get?.responses?.['200']?.content?.['text/csv']
    if (list && file && 'example' in file) list.example = file.example
  }
}

/** Objects are examples of JSON and of forms; text is an example of the first other media type. */
function mediaFor(value: unknown, content: Content = {}): Media[] {
  const isText = typeof value === 'string'
  const fitting = Object.entries(content)
    .filter(([type]) => type !== PROBLEM && /json$|urlencoded$/.test(type) !== isText)
    .map(([, media]) => media)
  return isText ? fitting.slice(0, 1) : fitting
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
      .map((code) => [code, { summary: titleOf(code), value: exampleProblem(code, ISSUER) }]),
  )
}
