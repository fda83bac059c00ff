import { basename } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { readConfig } from '../app/config.ts'
import { importTypes } from '../features/imports/index.ts'
import { partnerScopes, type Scope, scopes } from '../platform/http/index.ts'
import type { Id, PartnerId } from '../shared/ids.ts'
import { version } from '../shared/version.ts'
import { idReader, notBlank } from './arguments.ts'
import { clientSecretOf, serviceUrl } from './ask-service.ts'
import { type OnDatabase, runDistribute, runMigrate, withDatabase } from './database.ts'
import { runDemo } from './demo/run-demo.ts'
import { addDeskCommands } from './desk-commands.ts'
import { addFileOptions, type FileOptionsGiven, fileParameters } from './file-options.ts'
import { importFile } from './import.ts'
import { addImportProfilesCommands } from './import-profiles.ts'
import { printCancelledImport } from './imports.ts'
import { printRemovedKey, printRotatedKey, printSigningKeys } from './keys.ts'
import { addListenCommand } from './listen.ts'
import { printFittedModel, printModels, printUsedModel } from './model.ts'
import {
  printAddedClient,
  printCreatedPartner,
  printDisabledClient,
  printPartners,
  printRevokedSecret,
  printRotatedSecret,
} from './partner.ts'
import { addPlacementCommands } from './placements.ts'
import { serve } from './serve.ts'
import { printImportedSkills, printUnknownLabels } from './skills.ts'
import type { Terminal } from './terminal.ts'
import { type UndoOptions, undoImport } from './undo-import.ts'

/**
 * Builds all commands, with their options and help. Settings come from the terminal's environment.
 * `setExitCode` is called by commands with their own exit codes.
 */
export function buildProgram(terminal: Terminal, setExitCode: (code: number) => void): Command {
  const config = () => readConfig(terminal.env)
  const onDatabase: OnDatabase = (command) => withDatabase(config(), terminal, command)
  const program = new Command('smartsource')
    .description('Helper-matching marketplace: needs and offers, ranked against each other with reasons.')
    .version(version)
    .exitOverride()
    .configureOutput({
      // Commander's text already ends with a line break.
      writeOut: (text) => terminal.print(text.replace(/\n$/, '')),
      writeErr: (text) => terminal.printError(text.replace(/\n$/, '')),
    })
    .showHelpAfterError('(add --help for usage)')

  program
    .command('serve')
    .description('start the service and serve until stopped')
    .action(() => serve(config()))

  program
    .command('migrate')
    .description('migrate the database to the latest schema')
    .action(() => runMigrate(config(), terminal))

  program
    .command('distribute')
    .description('on Citus: distribute the migrated database over the nodes by partner; safe to repeat')
    .option('--dry-run', 'print the statements without running them')
    .action((options: { dryRun?: boolean }) =>
      runDistribute(config(), terminal, { dryRun: options.dryRun === true }),
    )

  program
    .command('demo')
    .description('load an example marketplace, print one need with its matches, and serve')
    .option('--once', 'exit after printing')
    .action((options: { once?: boolean }) => runDemo(config(), terminal, { once: options.once === true }))

  addImportCommand(program, terminal, { onDatabase, setExitCode })
  addImportProfilesCommands(
    program
      .command('import-profiles')
      .description('manage saved import options (profiles) of a running service'),
    terminal,
  )
  addPlacementCommands(
    program.command('placements').description('manage the placements of a partner in a running service'),
    terminal,
  )
  addListenCommand(program.command('listen'), terminal, idReader('client'))
  addPartnerCommands(
    program.command('partner').description('manage partners and their credentials'),
    onDatabase,
  )
  addDeskCommands(program.command('desk').description('manage the people of the desk'), {
    onDatabase,
    url: () => config().PUBLIC_URL,
  })
  addKeysCommands(
    program.command('keys').description('manage the signing keys of tokens and badges'),
    onDatabase,
  )
  addModelCommands(program.command('model').description('manage the weights of the ranking'), onDatabase)
  addSkillsCommands(program.command('skills').description('manage the taxonomy of skills'), onDatabase)
  return program
}

function addImportCommand(
  program: Command,
  terminal: Terminal,
  { onDatabase, setExitCode }: { onDatabase: OnDatabase; setExitCode: (code: number) => void },
): void {
  const importing = program.command('import')
  importing
    .command('cancel')
    .description('for operators: cancel the import of any partner; imported rows are kept')
    .argument('<id>', 'import id', idReader('import'))
    .action((id: Id<'import'>) => onDatabase((deps) => printCancelledImport(deps, id)))
  importing
    .command('undo')
    .description('undo an import within 24 hours after its end, unless its records are in use')
    .argument('<id>', 'import id', idReader('import'))
    .addOption(serviceUrl())
    .option(
      '--client-id <id>',
      'client id, required; the secret is read from SMARTSOURCE_CLIENT_SECRET',
      clientId,
    )
    .option('--json', 'print JSON')
    .action((id: Id<'import'>, _: unknown, command: Command) =>
      // `import` has the same options and takes them first.
      undoImport(terminal, command.optsWithGlobals<UndoOptions>(), { id, command }),
    )

  addFileOptions(importing)
    .description(
      'import a file of candidates, needs, offers, organizations or helpers into a running service',
    )
    .argument('<file>', 'CSV, an Excel workbook (.xlsx), or JSON if named *.json, *.jsonl or *.ndjson')
    .addOption(
      new Option(
        '--type <type>',
        'type of the records in the file (default: the start of the file name)',
      ).choices(importTypes),
    )
    .addOption(serviceUrl())
    // Checked by the action, because commander would also require it for `import cancel`.
    .option(
      '--client-id <id>',
      'client id, required; the secret is read from SMARTSOURCE_CLIENT_SECRET',
      clientId,
    )
    .option('--program-id <id>', 'program for candidates whose row names none', idReader('program'))
    .option('--profile <name>', 'saved profile of options; options on the command line take precedence')
    .option('--dry-run', 'show what would happen without changing anything')
    .option('--report <file>', 'file for rejected rows (default: next to the imported file)')
    .option('--json', 'print JSON')
    .action(async (file: string, options: ImportCommandOptions, command: Command) => {
      if (!options.clientId) command.error("error: required option '--client-id <id>' not specified")
      const clientSecret = clientSecretOf(terminal.env, command)
      const type = options.type ?? importTypes.find((one) => basename(file).startsWith(one))
      if (!type) command.error('error: set --type, because the file name does not tell the type')
      const exitCode = await importFile(terminal, {
        ...options,
        file,
        type,
        clientId: options.clientId,
        clientSecret,
        programId: options.programId,
        parameters: { ...fileParameters(options), ...(options.profile && { profile: options.profile }) },
        dryRun: options.dryRun === true,
        report: options.report ?? `${file.replace(/\.\w+$/, '')}.rejected.csv`,
        json: options.json === true,
      })
      setExitCode(exitCode)
    })
}

interface ImportCommandOptions extends FileOptionsGiven {
  type?: (typeof importTypes)[number]
  url: string
  clientId?: string
  programId?: string
  profile?: string
  dryRun?: boolean
  report?: string
  json?: boolean
}

function addPartnerCommands(partner: Command, onDatabase: OnDatabase): void {
  const kinds = ['site', 'internship_office'] as const
  partner
    .command('create')
    .description('create a partner with its first client; the secret is shown only once')
    .requiredOption('--name <name>', 'name of the partner', notBlank)
    .addOption(new Option('--kind <kind>', 'kind of partner').choices(kinds).makeOptionMandatory())
    .option(
      '--scopes <scopes...>',
      `scopes of its tokens, separated by spaces or commas (default: ${partnerScopes.join(' ')}; for operators only: rings:operate)`,
    )
    .option('--json', 'print JSON')
    .action((options: { name: string; kind: (typeof kinds)[number]; scopes?: string[]; json?: boolean }) =>
      onDatabase((deps) => printCreatedPartner(deps, { ...options, scopes: readScopes(options.scopes) })),
    )

  partner
    .command('add-client')
    .description('create another client of a partner; the secret is shown only once')
    .requiredOption('--partner-id <id>', 'partner id', idReader('partner'))
    .option('--scopes <scopes...>', 'scopes of its tokens (default: all except rings:operate)')
    .option('--json', 'print JSON')
    .action((options: { partnerId: PartnerId; scopes?: string[]; json?: boolean }) =>
      onDatabase((deps) => printAddedClient(deps, { ...options, scopes: readScopes(options.scopes) })),
    )

  partner
    .command('list')
    .description('list partners, clients and the state of their secrets')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => onDatabase((deps) => printPartners(deps, options)))

  partner
    .command('rotate-secret')
    .description('give a client a new secret; older secrets stay valid for a while')
    .requiredOption('--client-id <id>', 'client id', clientId)
    .option('--keep-old-hours <hours>', 'hours for which older secrets stay valid', hours, 24)
    .option('--json', 'print JSON')
    .action((options: { clientId: ReturnType<typeof clientId>; keepOldHours: number; json?: boolean }) =>
      onDatabase((deps) => printRotatedSecret(deps, options)),
    )

  partner
    .command('disable-client')
    .description('disable a client: refuse it and its tokens at once')
    .requiredOption('--client-id <id>', 'client id', clientId)
    .action((options: { clientId: ReturnType<typeof clientId> }) =>
      onDatabase((deps) => printDisabledClient(deps, { ...options, isDisabled: true })),
    )

  partner
    .command('enable-client')
    .description('enable a disabled client')
    .requiredOption('--client-id <id>', 'client id', clientId)
    .action((options: { clientId: ReturnType<typeof clientId> }) =>
      onDatabase((deps) => printDisabledClient(deps, { ...options, isDisabled: false })),
    )

  partner
    .command('revoke-secret')
    .description('revoke one secret at once')
    .requiredOption('--partner-id <id>', 'partner id', idReader('partner'))
    .requiredOption('--secret-id <id>', 'secret id, shown by partner list', idReader('secret'))
    .action((options: Parameters<typeof printRevokedSecret>[1]) =>
      onDatabase((deps) => printRevokedSecret(deps, options)),
    )
}

function addKeysCommands(keys: Command, onDatabase: OnDatabase): void {
  keys
    .command('list')
    .description('list the keys, newest first')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => onDatabase((deps) => printSigningKeys(deps, options)))

  keys
    .command('rotate')
    .description(
      'create a key that is used from ten minutes from now; older keys stay valid for verification',
    )
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => onDatabase((deps) => printRotatedKey(deps, options)))

  keys
    .command('remove')
    .description('remove a leaked key; tokens and badges that it signed become invalid')
    // An option, not an argument: commander would read a key that begins with a dash as an option.
    .requiredOption('--kid <kid>', 'key id, shown by keys list')
    .action(({ kid }: { kid: string }) => onDatabase((deps) => printRemovedKey(deps, kid)))
}

function addModelCommands(model: Command, onDatabase: OnDatabase): void {
  model
    .command('fit')
    .description(
      'fit weights to past outcomes, report how well they predict, and store them as a new version',
    )
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => onDatabase((deps) => printFittedModel(deps, options)))

  model
    .command('use')
    .description('use a version for rankings from now on; "default" restores the original weights')
    .argument('<version>')
    .action((version: string) => onDatabase((deps) => printUsedModel(deps, version)))

  model
    .command('list')
    .description('list the versions; a star marks the one in use')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => onDatabase((deps) => printModels(deps, options)))
}

function addSkillsCommands(skills: Command, onDatabase: OnDatabase): void {
  skills
    .command('import')
    .description("load a public classification of skills from its publisher's files")
    .addOption(new Option('--esco <dir>', 'folder with an ESCO download (CSV)').conflicts('onet'))
    .addOption(new Option('--onet <dir>', 'folder with an O*NET database (text)'))
    .option('--json', 'print JSON')
    .action((options: { esco?: string; onet?: string; json?: boolean }, command: Command) => {
      const dir = options.esco ?? options.onet
      if (dir === undefined) command.error('error: set a folder with --esco or --onet')
      return onDatabase((deps) =>
        printImportedSkills(deps, {
          source: options.esco === undefined ? 'onet' : 'esco',
          dir,
          json: options.json,
        }),
      )
    })

  skills
    .command('unknown')
    .description('list labels in use that match no skill, most frequent first')
    .option('--limit <n>', 'maximum number of labels', (text) => wholeNumber(text), 50)
    .option('--json', 'print JSON')
    .action((options: { limit: number; json?: boolean }) =>
      onDatabase((deps) => printUnknownLabels(deps, options)),
    )
}

const clientId = idReader('client')

function hours(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 8760))
    throw new InvalidArgumentError('Must be a number from 0 to 8760.')
  return value
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Must be a whole number, 1 or more.')
  return Number(text)
}

function readScopes(given: string[] | undefined): Scope[] | undefined {
  if (!given) return undefined
  const names = given.flatMap((text) => text.split(/[\s,]+/)).filter((name) => name !== '')
  const known = scopes.filter((scope) => names.includes(scope))
  const unknown = names.filter((name) => !known.some((scope) => scope === name))
  if (unknown.length > 0 || known.length === 0) {
    throw new Error(
      `unknown scope ${unknown.join(', ') || '(none given)'}; valid scopes are: ${scopes.join(' ')}`,
    )
  }
  return known
}
