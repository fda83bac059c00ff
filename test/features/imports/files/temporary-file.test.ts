import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import t from 'tap'
import {
  type TemporaryFile,
  withTemporaryFile,
} from '../../../../src/features/imports/files/temporary-file.ts'

async function textOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const found: Buffer[] = []
  for await (const piece of pieces) found.push(piece)
  return Buffer.concat(found).toString()
}

t.test('any part of a temporary file can be read', async (t) => {
  const text = 'roster '.repeat(30_000)
  await withTemporaryFile(async (file) => {
    for (let at = 0; at < text.length; at += 50_000)
      await file.write(Buffer.from(text.slice(at, at + 50_000)))
    t.equal(await file.size(), text.length)
    t.equal(await textOf(file.chunks()), text)
    t.equal(await textOf(file.range(70_000, 140_001)), text.slice(70_000, 140_001))
    t.equal(await textOf(file.range(text.length - 6, text.length + 100)), 'oster ')
    t.equal(await textOf(file.range(text.length + 5, text.length + 9)), '')
  })
})

t.test('nothing stays of a temporary file, whether the work succeeds or fails', async (t) => {
  const { TMPDIR } = process.env
  const folder = t.testdir()
  process.env.TMPDIR = folder
  t.teardown(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  })
  t.equal(tmpdir(), folder)
  const kept: TemporaryFile[] = []
  const work = async (file: TemporaryFile) => {
    kept.push(file)
    await file.write(Buffer.from('Ann Lee'))
    t.same(readdirSync(folder), [])
    throw new Error('broken off')
  }
  await t.rejects(withTemporaryFile(work), { message: 'broken off' })
  t.same(readdirSync(folder), [])
  for (const file of kept) await t.rejects(textOf(file.chunks()), { code: 'EBADF' })
})
