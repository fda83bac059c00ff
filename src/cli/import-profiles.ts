import { type Command, Option } from 'commander'
import { createClient } from 'smartsource/client'
import { importTypes } from '../features/imports/index.ts'
import { askService, clientSecretOf, requireOk, serviceUrl } from './ask-service.ts'
import { addFileOptions, type FileOptionsGiven, fileOptionsBody } from './file-options.ts'
import type { Terminal } from './terminal.ts'

interface ServiceOptions {
  url: string
  clientId: string
  json?: boolean
}

interface ProfileShown {
  name: string
  type: string
}

/** Adds commands that save, list and delete the import profiles of a partner, over the API. */
export function addImportProfilesCommands(profiles: Command, terminal: Terminal): void {
  const save = onService(profiles.command('save'))
    .description('create or replace a profile; use it with import --profile')
    .argument('<name>')
    .addOption(
      new Option('--type <type>', 'type of the records in the files')
        .choices(importTypes)
        .makeOptionMandatory(),
    )
  addFileOptions(save).action(
    async (name: string, options: ServiceOptions & FileOptionsGiven & { type: string }, command: Command) => {
      const body = { type: options.type, ...fileOptionsBody(options) }
      const saved = await requested(terminal, options, command, {
        method: 'PUT',
        path: pathOf(name),
        body: JSON.stringify(body),
      })
      if (options.json) terminal.printJson(await saved.json())
      else terminal.print(`Saved the profile ${name}. Use it with: import <file> --profile ${name}`)
    },
  )

  onService(profiles.command('list'))
    .description('list the profiles by name')
    .action(async (options: ServiceOptions, command: Command) => {
      const found: ProfileShown[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const path: string = `/v1/import-profiles?limit=100${cursor && `&cursor=${cursor}`}`
        const answer = await requested(terminal, options, command, { method: 'GET', path })
        // The response type of this route.
        const page = (await answer.json()) as { data: ProfileShown[]; next_cursor: string | null }
        found.push(...page.data)
        cursor = page.next_cursor
      }
      if (options.json) terminal.printJson(found)
      else for (const { name, type } of found) terminal.print(`${name}  (${type})`)
    })

  onService(profiles.command('delete'))
    .description('delete a profile; records imported with it are kept')
    .argument('<name>')
    .action(async (name: string, options: ServiceOptions, command: Command) => {
      await requested(terminal, options, command, { method: 'DELETE', path: pathOf(name) })
      terminal.print(`Deleted the profile ${name}.`)
    })
}

function onService(command: Command): Command {
  return command
    .addOption(serviceUrl())
    .requiredOption('--client-id <id>', 'client id; the secret is read from SMARTSOURCE_CLIENT_SECRET')
    .option('--json', 'print JSON')
}

function pathOf(name: string): string {
  return `/v1/import-profiles/${encodeURIComponent(name)}`
}

/** The command replaces or deletes whatever exists, as the user asked. */
async function requested(
  { env }: Terminal,
  { url, clientId }: ServiceOptions,
  command: Command,
  { method, path, body }: { method: string; path: string; body?: string },
): Promise<Response> {
  const clientSecret = clientSecretOf(env, command)
  const api = createClient({ url, clientId, clientSecret })
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(method === 'DELETE' && { 'if-match': '*' }),
  }
  return askService(url, async () =>
    requireOk(await api.fetch(path, { method, headers, ...(body !== undefined && { body }) })),
  )
}
