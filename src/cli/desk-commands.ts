import { type Command, Option } from 'commander'
import { type StaffId, type StaffRole, staffRoles } from '../features/desk/index.ts'
import type { PartnerId } from '../shared/ids.ts'
import { idReader, notBlank } from './arguments.ts'
import type { OnDatabase } from './database.ts'
import { printChangedStaff, printInvitation, printNewLink, printStaff } from './desk.ts'

interface OfPartner {
  partner: PartnerId
  json?: boolean
}
interface OfPerson extends OfPartner {
  staff: StaffId
}

/** Adds the commands that manage the people of a desk. `url` is the address of the service, if set. */
export function addDeskCommands(
  desk: Command,
  { onDatabase, url }: { onDatabase: OnDatabase; url: () => string | undefined },
): void {
  const addressOf = (options: { url?: string }) => options.url ?? url() ?? 'http://127.0.0.1:3000'

  withAddress(ofPartner(desk, 'invite'))
    .description("add a person to a partner's desk and print a link that signs them in once")
    .requiredOption('--name <name>', 'name of the person', notBlank)
    .addOption(
      new Option('--role <role>', 'role of the person: what they may do')
        .choices(staffRoles)
        .makeOptionMandatory(),
    )
    .action((options: OfPartner & { name: string; role: StaffRole; url?: string }) =>
      onDatabase((deps) => printInvitation(deps, { ...options, url: addressOf(options) })),
    )

  ofPartner(desk, 'list')
    .description("list the people of a partner's desk, with their roles and last visits")
    .action((options: OfPartner) => onDatabase((deps) => printStaff(deps, options)))

  withAddress(ofPerson(desk, 'link'))
    .description('print another link that signs a person in once, for example if the first one was lost')
    .action((options: OfPerson & { url?: string }) =>
      onDatabase((deps) => printNewLink(deps, { ...options, url: addressOf(options) })),
    )

  for (const [verb, status, description] of [
    [
      'suspend',
      'suspended',
      'suspend a person: sign them out at once and refuse new sign-ins until they are resumed',
    ],
    ['resume', 'active', 'resume a suspended person'],
    ['remove', 'removed', 'remove a person from the desk and sign them out at once'],
  ] as const)
    ofPerson(desk, verb)
      .description(description)
      .action((options: OfPerson) => onDatabase((deps) => printChangedStaff(deps, { ...options, status })))
}

function ofPartner(desk: Command, name: string): Command {
  return desk
    .command(name)
    .requiredOption('--partner <id>', 'partner id', idReader('partner'))
    .option('--json', 'print JSON')
}

function ofPerson(desk: Command, name: string): Command {
  return ofPartner(desk, name).requiredOption(
    '--staff <id>',
    'id of the person, shown by desk list',
    idReader('staff'),
  )
}

function withAddress(command: Command): Command {
  return command.option(
    '--url <url>',
    'address of the service (default: PUBLIC_URL, or http://127.0.0.1:3000)',
  )
}
