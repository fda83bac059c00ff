import { openSandbox } from './open-sandbox.ts'
import { createResetSandbox, type ResetPorts } from './reset-sandbox.ts'
import { listSandboxClients, readSandboxClient, removeSandboxClient } from './sandbox-clients.ts'

export type Sandbox = ReturnType<typeof createSandbox>

/** The verbs of sandboxes. */
export function createSandbox(ports: ResetPorts) {
  return {
    open: openSandbox,
    reset: createResetSandbox(ports),
    listClients: listSandboxClients,
    readClient: readSandboxClient,
    removeClient: removeSandboxClient,
  }
}
