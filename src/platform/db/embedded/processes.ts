import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/**
 * Returns when a running process started, in the system's format: process ids are reused, pairs of id and
 * start are not. Null if the process has ended or is a zombie.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return linuxProcessStart(pid)
  if (process.platform === 'win32') return isRunning(pid) ? 'unknown' : null
  const line = await ps(pid, ['-o', 'stat=', '-o', 'lstart='])
  return line === null || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '')
}

/** Returns the command and arguments of a running process, or null if it has ended or they are unknown. */
export async function commandLine(pid: number): Promise<string | null> {
  if (process.platform === 'win32') return null
  if (process.platform !== 'linux') return ps(pid, ['-o', 'command='])
  const text = await readProcFile(pid, 'cmdline')
  return text?.replaceAll('\0', ' ') ?? null
}

/** Returns whether a process with this id exists. It may belong to another user. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** Returns the code of a system error, such as ENOENT, or '' for other errors. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

// See proc_pid_stat(5): the name, field 2, may contain spaces and brackets; state is field 3, start time
// field 22.
async function linuxProcessStart(pid: number): Promise<string | null> {
  const stat = await readProcFile(pid, 'stat')
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  const state = fields[3 - 3]
  const isDead = state === undefined || state === 'Z' || state === 'X'
  return isDead ? null : (fields[22 - 3] ?? null)
}

async function readProcFile(pid: number, name: string): Promise<string | null> {
  try {
    return await readFile(`/proc/${pid}/${name}`, 'utf8')
  } catch (error) {
    // ESRCH: the process ended between opening and reading.
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ESRCH') return null
    throw error
  }
}

function ps(pid: number, columns: string[]): Promise<string | null> {
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  return new Promise((resolve, reject) => {
    execFile('ps', ['-ww', ...columns, '-p', String(pid)], { env }, (error, stdout) => {
      // Exit status 1 means that there is no such process. A missing ps must not be mistaken for that.
      if (error && typeof error.code !== 'number') reject(error)
      else resolve(stdout.trim() || null)
    })
  })
}
