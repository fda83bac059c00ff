import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const tool = fileURLToPath(new URL('../../src/tools/verify-patterns.ts', import.meta.url))

/** Exit code and complaints of the check about a folder. */
function check(folder: string): Promise<{ code: number; complaints: string[] }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [tool, folder], (error, _stdout, stderr) => {
      const complaints = stderr.split('\n').filter((line) => line !== '')
      resolve({ code: Number(error?.code ?? 0), complaints })
    })
  })
}

t.test('patterns that may take more than linear time are found, and linear ones are not', async (t) => {
  const folder = t.testdir({})
  mkdirSync(join(folder, 'deep'))
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('linear.ts', 'export const isWord = (text: string) => /^[a-z]+(?:-[a-z]+)*$/i.test(text)')
  t.same(await check(folder), { code: 0, complaints: [] })

  write('quadratic.ts', String.raw`export const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/`)
  write('deep/exponential.ts', 'export const isList = (text: string) => text.match(/^(a+)+$/)')
  write('unproven.ts', String.raw`export const AFTER = /(?<=\s\S+)#/`)
  write('made.ts', "export const find = (word: string) => new RegExp(word + '+')")
  const { code, complaints } = await check(folder)
  t.equal(code, 1)
  t.match(complaints.sort(), [
    /^deep\/exponential\.ts: .* takes exponential time$/,
    /^made\.ts: .* RegExp\(\) cannot be checked/,
    /^quadratic\.ts: .* takes 2nd degree polynomial time$/,
    /^unproven\.ts: .* cannot be proven/,
  ])
})
