import { isObject, listOf, recordOf, type Schema } from './schema-branches.ts'
import { createSchemaBreaks, type Direction, type SchemaBreak } from './schema-breaks.ts'

/** A change that breaks older clients. */
export interface BreakingChange {
  code: string
  /** `GET /v1/needs answer 200 /data/[]/title`, or in a named schema `Need in answers /title`. */
  where: string
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** Returns all breaking changes between two states of an OpenAPI document, each once. */
export function breakingChanges(old: Schema, now: Schema): BreakingChange[] {
  const compare = {
    request: createSchemaBreaks({ old, now }, 'request'),
    answer: createSchemaBreaks({ old, now }, 'answer'),
  }
  const found = operationsOf(old).flatMap(({ name, path, method, operation }) => {
    const other = recordOf(recordOf(now.paths)[path])[method]
    return isObject(other)
      ? compareOperations(compare, name, operation, other)
      : [{ code: 'operation-removed', where: name }]
  })
  return [...new Map(found.map((one) => [lineOf(one), one])).values()]
}

/** Returns the line of a change in the changelog. */
export function lineOf({ code, where }: BreakingChange): string {
  return `\`${code}\` \`${where}\``
}

/** Returns the breaking changes that the changelog does not list under "Breaking" of "Unreleased". */
export function unlistedIn(changelog: string, changes: readonly BreakingChange[]): BreakingChange[] {
  const unreleased = sectionOf(changelog, '## Unreleased')
  const breaking = sectionOf(unreleased, '### Breaking')
  return changes.filter((change) => !breaking.includes(lineOf(change)))
}

/** Returns the text below a heading, up to the next one of its level. */
function sectionOf(text: string, heading: string): string {
  const level = heading.split(' ')[0]
  const [, below = ''] = `\n${text}`.split(`\n${heading}\n`)
  return below.split(`\n${level} `)[0] ?? ''
}

type Compare = Record<Direction, (old: unknown, now: unknown) => SchemaBreak[]>

function operationsOf(document: Schema) {
  return Object.entries(recordOf(document.paths)).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = recordOf(methods)[method]
      return isObject(operation) ? [{ name: `${method.toUpperCase()} ${path}`, path, method, operation }] : []
    }),
  )
}

function compareOperations(compare: Compare, name: string, old: Schema, now: Schema): BreakingChange[] {
  const scopes = scopesOf(now)
  const isShutOut = scopesOf(old).some(
    (had) => !scopes.some((needed) => needed.every((one) => had.includes(one))),
  )
  return [
    ...(isShutOut ? [{ code: 'scope-required', where: name }] : []),
    ...compareParameters(compare, name, old, now),
    ...compareBodies(compare, name, recordOf(old.requestBody), recordOf(now.requestBody)),
    ...compareAnswers(compare, name, recordOf(old.responses), recordOf(now.responses)),
  ]
}

/** Returns the sets of scopes, each of which is sufficient to call the operation. */
function scopesOf({ security }: Schema): string[][] {
  const alternatives = listOf(security).map((one) =>
    Object.entries(recordOf(one)).flatMap(([scheme, scopes]) => [
      scheme,
      ...listOf(scopes).map((scope) => `${scheme} ${scope}`),
    ]),
  )
  return alternatives.length === 0 ? [[]] : alternatives
}

function compareParameters(compare: Compare, name: string, old: Schema, now: Schema): BreakingChange[] {
  const [had, has] = [parametersOf(old), parametersOf(now)]
  const removed = [...had].flatMap(([key, parameter]) => {
    const other = has.get(key)
    if (!other) return [{ code: 'parameter-removed', where: `${name} ${key}` }]
    return located(compare.request(parameter.schema, other.schema), `${name} ${key}`, 'request')
  })
  const required = [...has].filter(
    ([key, parameter]) => parameter.required === true && had.get(key)?.required !== true,
  )
  return [...removed, ...required.map(([key]) => ({ code: 'parameter-required', where: `${name} ${key}` }))]
}

function parametersOf(operation: Schema): Map<string, Schema> {
  return new Map(
    listOf(operation.parameters)
      .map(recordOf)
      .map((parameter) => [
        `${parameter.in} ${parameter.in === 'header' ? String(parameter.name).toLowerCase() : parameter.name}`,
        // A release that returned 428 without it required it, even if its document did not say so.
        parameter.name === 'if-match' && '428' in recordOf(operation.responses)
          ? { ...parameter, required: true }
          : parameter,
      ]),
  )
}

function compareBodies(compare: Compare, name: string, old: Schema, now: Schema): BreakingChange[] {
  const where = `${name} body`
  return [
    ...(now.required === true && old.required !== true ? [{ code: 'body-required', where }] : []),
    ...compareContents(compare.request, where, 'request', old.content, now.content),
  ]
}

function compareAnswers(compare: Compare, name: string, old: Schema, now: Schema): BreakingChange[] {
  return Object.entries(old).flatMap(([status, value]) => {
    const where = `${name} answer ${status}`
    // Removing a refusal breaks no client.
    if (!(status in now)) return Number(status) >= 400 ? [] : [{ code: 'answer-removed', where }]
    const [answer, other] = [recordOf(value), recordOf(now[status])]
    const headers = Object.keys(recordOf(other.headers)).map((header) => header.toLowerCase())
    return [
      ...Object.keys(recordOf(answer.headers))
        .filter((header) => !headers.includes(header.toLowerCase()))
        .map((header) => ({ code: 'header-removed', where: `${where} ${header}` })),
      ...compareContents(compare.answer, where, 'answer', answer.content, other.content),
    ]
  })
}

function compareContents(
  compare: Compare[Direction],
  where: string,
  direction: Direction,
  old: unknown,
  now: unknown,
): BreakingChange[] {
  return Object.entries(recordOf(old)).flatMap(([type, content]) => {
    const other = recordOf(now)[type]
    if (!isObject(other)) return [{ code: 'media-type-removed', where: `${where} ${type}` }]
    return located(compare(recordOf(content).schema, other.schema), where, direction)
  })
}

function located(breaks: SchemaBreak[], where: string, direction: Direction): BreakingChange[] {
  return breaks.map(({ code, name, path }) => ({
    code,
    where: `${name === null ? where : `${name} in ${direction}s`} ${path}`.trimEnd(),
  }))
}
