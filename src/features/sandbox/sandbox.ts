import { moveClock } from './move-clock.ts'
import { openSandbox } from './open-sandbox.ts'
import { createReadSandbox, type ReadPorts } from './read-sandbox.ts'
import { createResetSandbox, type ResetPorts } from './reset-sandbox.ts'
import { listSandboxClients, readSandboxClient, removeSandboxClient } from './sandbox-clients.ts'

export type Sandbox = ReturnType<typeof createSandbox>

/** Creates the operations on sandboxes. */
export function createSandbox(ports: ResetPorts & ReadPorts) {
  return {
    open: openSandbox,
    read: createReadSandbox(ports),
    moveClock,
    reset: createResetSandbox(ports),
    listClients: listSandboxClients,
    readClient: readSandboxClient,
    removeClient: removeSandboxClient,
  }
}
