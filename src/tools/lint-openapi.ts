import { readFileSync } from 'node:fs'
import { type RulesetDefinition, Spectral } from '@stoplight/spectral-core'
import { oas } from '@stoplight/spectral-rulesets'

// Fails if openapi/openapi.json breaks a rule of spectral:oas. Redocly's rules run separately.
const file = new URL('../../openapi/openapi.json', import.meta.url)
const spectral = new Spectral()
// The two packages have different types for formats.
spectral.setRuleset({ extends: [[oas as unknown as RulesetDefinition, 'recommended']] })
const faults = await spectral.run(readFileSync(file, 'utf8'))
for (const { code, path, message } of faults)
  process.stderr.write(`openapi/openapi.json ${path.join(' ')}: ${message} (${code})\n`)
if (faults.length > 0) process.exitCode = 1
