import { type Json, pythonOf, shellOf } from './sample-literals.ts'

interface Operation {
  parameters?: { in: string; name: string; required?: boolean; example?: Json }[]
  requestBody?: { content: Record<string, { example?: Json }> }
  security?: Record<string, unknown>[]
  [key: string]: unknown
}

/** A request as shown in samples. */
interface Sample {
  method: string
  url: string
  /** Names and values, as shown. */
  headers: [name: string, value: string][]
  body: Json | undefined
  format: 'json' | 'form' | 'text'
  sends: 'token' | 'secret' | 'nothing'
}

export interface CodeSample {
  lang: string
  label: string
  source: string
}

/**
 * Adds samples that run as pasted, in shell, JavaScript and Python, to each operation of an OpenAPI document.
 * The viewer's own samples need packages, or omit the port of an address. The samples read the token from
 * `TOKEN`. Yields once per path.
 */
export function* addSamples(document: object, server: string): Generator<void, void> {
  // An OpenAPI document is JSON.
  const { paths } = document as { paths: Record<string, Record<string, Operation>> }
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const sample = sampleOf(`${server}${path}`, method.toUpperCase(), operation)
      if (sample) operation['x-codeSamples'] = samplesOf(sample)
    }
    yield
  }
}

/** Returns undefined for an operation whose body has no example. */
function sampleOf(address: string, method: string, operation: Operation): Sample | undefined {
  const { parameters = [], requestBody, security = [] } = operation
  const [mediaType, content] =
    Object.entries(requestBody?.content ?? {}).find(([, { example }]) => example !== undefined) ?? []
  if (requestBody && !content) return undefined
  const isForm = mediaType === 'application/x-www-form-urlencoded'
  const required = parameters.filter((one) => one.required)
  const url = required
    .filter((one) => one.in === 'path')
    .reduce(
      (text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))),
      address,
    )
  const query = required
    .filter((one) => one.in === 'query')
    .map(({ name, example }) => [name, String(example)])
  const headers = required
    .filter((one) => one.in === 'header')
    .map(({ name, example }): [string, string] => [name, String(example)])
  return {
    method,
    url: query.length > 0 ? `${url}?${new URLSearchParams(query)}` : url,
    headers: mediaType && !isForm ? [...headers, ['Content-Type', mediaType]] : headers,
    body: content?.example,
    format: isForm ? 'form' : typeof content?.example === 'string' ? 'text' : 'json',
    sends: credentialsOf(security),
  }
}

function credentialsOf(security: Record<string, unknown>[]): Sample['sends'] {
  if (security.some((one) => 'oauth2' in one)) return 'token'
  return security.some((one) => 'client' in one) ? 'secret' : 'nothing'
}

function samplesOf(sample: Sample): CodeSample[] {
  return [
    { lang: 'shell', label: 'Shell', source: inShell(sample) },
    { lang: 'javascript', label: 'JavaScript', source: inJavaScript(sample) },
    { lang: 'python', label: 'Python', source: inPython(sample) },
  ]
}

function inShell({ method, url, headers, body, format, sends }: Sample): string {
  const isUsual = method === (body === undefined ? 'GET' : 'POST')
  return [
    `curl ${isUsual ? '' : `-X ${method} `}${shellOf(url)}`,
    ...(sends === 'token' ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(sends === 'secret' ? ['-u "$CLIENT_ID:$CLIENT_SECRET"'] : []),
    ...headers.map(([name, value]) => `-H ${shellOf(`${name}: ${value}`)}`),
    ...(format === 'form' ? fieldsOf(body).map(([name, value]) => `-d ${shellOf(`${name}=${value}`)}`) : []),
    ...(format === 'json' && body !== undefined ? [`-d ${shellOf(JSON.stringify(body, null, 2))}`] : []),
    ...(format === 'text' ? [`--data-binary ${shellOf(String(body))}`] : []),
  ].join(' \\\n  ')
}

function inJavaScript({ method, url, headers, body, format, sends }: Sample): string {
  const all = [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: these are templates of the sample.
    ...(sends === 'token' ? ['Authorization: `Bearer ${process.env.TOKEN}`'] : []),
    ...(sends === 'secret'
      ? // biome-ignore lint/suspicious/noTemplateCurlyInString: as above.
        ['Authorization: `Basic ${btoa(`${process.env.CLIENT_ID}:${process.env.CLIENT_SECRET}`)}`']
      : []),
    ...headers.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`),
  ]
  const form = `new URLSearchParams(${JSON.stringify(Object.fromEntries(fieldsOf(body)))})`
  const init = [
    ...(method === 'GET' ? [] : [`method: '${method}'`]),
    ...(all.length > 0 ? [`headers: {\n    ${all.join(',\n    ')},\n  }`] : []),
    ...(format === 'form' ? [`body: ${form}`] : []),
    ...(format === 'json' && body !== undefined
      ? [`body: JSON.stringify(${JSON.stringify(body, null, 2).replaceAll('\n', '\n  ')})`]
      : []),
    ...(format === 'text' ? [`body: ${JSON.stringify(body)}`] : []),
  ]
  const options = init.length > 0 ? `, {\n  ${init.join(',\n  ')},\n}` : ''
  return `const response = await fetch(${JSON.stringify(url)}${options})\nconsole.log(response.status, await response.text())\n`
}

function inPython({ method, url, headers, body, format, sends }: Sample): string {
  const all = [
    ...(sends === 'token' ? [`"Authorization": f"Bearer {os.environ['TOKEN']}"`] : []),
    ...(sends === 'secret' ? ['"Authorization": f"Basic {credentials}"'] : []),
    ...headers.map(([name, value]) => `${pythonOf(name)}: ${pythonOf(value)}`),
  ]
  const data = {
    form: `urllib.parse.urlencode(${pythonOf(Object.fromEntries(fieldsOf(body)))})`,
    json: `json.dumps(${body === undefined ? '' : pythonOf(body, '    ')})`,
    text: pythonOf(body ?? ''),
  }[format]
  const request = [
    pythonOf(url),
    ...(method === 'GET' ? [] : [`method="${method}"`]),
    ...(all.length > 0 ? [`headers={\n        ${all.join(',\n        ')},\n    }`] : []),
    ...(body === undefined ? [] : [`data=${data}.encode()`]),
  ]
  const credentials = `credentials = base64.b64encode(f"{os.environ['CLIENT_ID']}:{os.environ['CLIENT_SECRET']}".encode()).decode()\n`
  return `import base64, json, os, urllib.error, urllib.parse, urllib.request

${sends === 'secret' ? credentials : ''}request = urllib.request.Request(
    ${request.join(',\n    ')},
)
try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as refusal:
    response = refusal
print(response.status, response.read().decode())
`
}

function fieldsOf(form: Json | undefined): [name: string, value: string][] {
  const fields = typeof form === 'object' && form !== null && !Array.isArray(form) ? form : {}
  return Object.entries(fields).map(([name, value]) => [name, String(value)])
}
