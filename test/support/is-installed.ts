import { execFileSync } from 'node:child_process'

/** Whether this machine has a program. Tests that need one of Debian are skipped where it is missing. */
export function isInstalled(program: string, versionOption: string): boolean {
  try {
    execFileSync(program, [versionOption], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
