import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/**
 * When a living process started, in the system's own words: a process id is used again, the pair of id
 * and start is not. Null where the process is gone, or is dead and only waits for its parent.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return linuxProcessStart(pid)
  if (process.platform === 'win32') return isRunning(pid) ? 'unknown' : null
  const line = await ps(pid, ['-o', 'stat=', '-o', 'lstart='])
  return line === null || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '')
}

/** The command and arguments a living process was started with; null where it is gone or where that can't be told. */
export async function commandLine(pid: number): Promise<string | null> {
  if (process.platform === 'win32') return null
  if (process.platform !== 'linux') return ps(pid, ['-o', 'command='])
  const text = await readProcFile(pid, 'cmdline')
  return text?.replaceAll('\0', ' ') ?? null
}

/** True where some process has this id; it may belong to someone else. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** The code of a system error, such as ENOENT; '' for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

// proc_pid_stat(5): the name, field 2, may hold spaces and brackets; state is field 3, start time field 22.
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
    // ESRCH: it ended between opening and reading.
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ESRCH') return null
    throw error
  }
}

function ps(pid: number, columns: string[]): Promise<string | null> {
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  return new Promise((resolve, reject) => {
    execFile('ps', ['-ww', ...columns, '-p', String(pid)], { env }, (error, stdout) => {
      // Exit status 1 says that there is no such process; a missing ps must not be taken for that.
      if (error && typeof error.code !== 'number') reject(error)
      else resolve(stdout.trim() || null)
    })
  })
}
