import { readFileSync, writeFileSync } from 'node:fs'
import openapiTypes, { astToString } from 'openapi-typescript'

// Writes schema.d.ts from openapi.json; with --check it compares instead, and fails where they differ.
const file = new URL('schema.d.ts', import.meta.url)
const document = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'))
// Examples are for readers: they would be half of the file.
delete document.components.examples
for (const methods of [...Object.values(document.paths), ...Object.values(document.webhooks)])
  for (const { parameters = [], requestBody, responses } of Object.values(methods)) {
    for (const parameter of parameters) delete parameter.example
    for (const { content = {} } of [requestBody ?? {}, ...Object.values(responses)])
      for (const media of Object.values(content)) {
        delete media.example
        delete media.examples
      }
  }
// The same on every response: it would be most of the file.
for (const methods of Object.values(document.paths))
  for (const { responses } of Object.values(methods))
    for (const response of Object.values(responses)) {
      delete response.headers
      // It comes to those who ask for it by Accept, and has a path of its own, such as /v1/candidates.csv.
      if (response.content?.['application/json']) delete response.content['text/csv']
    }
// Files are sent with startImport: a verb of the client sends JSON.
for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods)))
  if (operation.requestBody?.content['multipart/form-data']) delete operation.requestBody
for (const [name, schema] of Object.entries(document.components.schemas))
  document.components.schemas[name] = tiedToVariants(schema)
const text = `// Written by npm run openapi.\n${astToString(await openapiTypes(document, { defaultNonNullable: false }))}`

if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('openapi/client/schema.d.ts is not what openapi.json says: run npm run openapi\n')
  process.exitCode = 1
}

/**
 * A schema in which one property, such as `kind`, tells the variant of another, such as `terms`: as one variant for each
 * value, so that a look at the first narrows the second.
 */
function tiedToVariants(schema) {
  const { properties = {}, required = [], ...rest } = schema
  for (const [name, { enum: values }] of Object.entries(properties))
    for (const [told, { anyOf, description }] of Object.entries(properties)) {
      const variantOf = new Map(anyOf?.map((variant) => [variant.properties?.[name]?.const, variant]))
      if (!values?.every((value) => variantOf.has(value))) continue
      const { [name]: own, [told]: _, ...others } = properties
      const tied = [name, told]
      const common = {
        ...rest,
        properties: others,
        required: required.filter((one) => !tied.includes(one)),
      }
      const oneOf = values.map((value) => ({
        type: 'object',
        properties: {
          [name]: { const: value, description: own.description },
          [told]: { ...variantOf.get(value), description },
        },
        required: tied.filter((one) => required.includes(one)),
      }))
      return { allOf: [common, { oneOf }] }
    }
  return schema
}
