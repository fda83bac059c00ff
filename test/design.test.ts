import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const root = fileURLToPath(new URL('..', import.meta.url))
const names = (folder: string) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
const pages = names('docs/design').map((name) => `docs/design/${name}`)
const documents = ['DESIGN.md', ...pages]
const read = (path: string) => readFileSync(join(root, path), 'utf8')

t.test('DESIGN links to every page of the design', async (t) => {
  const linked = [...read('DESIGN.md').matchAll(/\((docs\/design\/[\w-]+\.md)\)/g)].map(([, path]) => path)
  t.same(linked.sort(), pages.sort())
})

t.test('every link between documents leads to a file', async (t) => {
  for (const document of ['README.md', 'CONTRIBUTING.md', ...documents]) {
    for (const [, path = ''] of read(document).matchAll(/\]\(([\w./-]+\.md)\)/g)) {
      t.ok(read(join(dirname(document), path)), `${document} links to ${path}`)
    }
  }
})

t.test('every source file that the design names exists', async (t) => {
  const files = ['src', 'test', 'docs', 'deploy', 'migrations', 'openapi'].flatMap((folder) =>
    names(folder).map((name) => `/${folder}/${name}`),
  )
  for (const document of documents) {
    for (const [, name] of read(document).matchAll(/`([\w./-]+\.(?:ts|tsv|yaml|txt|css))`/g)) {
      // Shapes of names, such as "x.routes.ts", stand for all files of a kind.
      if (name?.startsWith('x.')) continue
      t.ok(
        files.some((file) => file.endsWith(`/${name}`)),
        `${document} names ${name}`,
      )
    }
  }
})
