import type { DeskAreas } from '../desk-texts.ts'

const NEW = {
  organization: 'Adicionar uma organização',
  helper: 'Adicionar quem ajuda',
  program: 'Adicionar um programa',
}
const LEADS = {
  organization:
    'Uma empresa, uma entidade sem fins lucrativos ou alguém que trabalha sozinho. Depois publica aquilo de que precisa.',
  helper: 'Uma pessoa ou organização que ajuda. Depois publica o que oferece.',
  program:
    'As condições de um grupo de estudantes: quando trabalham, quanto tempo e por quantos créditos. Depois importa os estudantes.',
}
const PARTIES = { organization: 'Organizações', helper: 'Quem ajuda', program: 'Programas' }
const EMPTY = {
  organization: 'Ainda não há organizações. Adicione a primeira ou importe uma lista.',
  helper: 'Ainda não há quem ajude. Adicione a primeira pessoa ou importe uma lista.',
  program: 'Ainda não há programas. Adicione o primeiro e depois importe os seus estudantes.',
}
const EDIT = {
  organization: 'Editar a organização',
  helper: 'Editar quem ajuda',
  program: 'Editar o programa',
}
const WORDS = {
  contact: 'Contato',
  contact_lead: 'O outro lado só vê isto depois de ambos aceitarem uma apresentação.',
  about: 'Quem é',
  place: 'Onde',
  kind: 'Tipo',
  languages: 'Idiomas',
  time_zone: 'Fuso horário',
  url: 'Site',
  public_name: 'Nome nas páginas públicas',
  public_name_hint: 'Só com sua autorização. Sem ele, as páginas públicas não nomeiam ninguém.',
  preferred_name: 'Nome que usa',
  preferred_name_hint: 'Os outros veem este em vez do nome.',
  most_hours: 'Máximo de horas por semana, no total',
  school: 'Instituição de ensino',
  term: 'Semestre',
  term_hint: 'Por exemplo, primavera de 2027.',
  terms: 'O trabalho',
  credits: 'Créditos por uma colocação',
  hours_per_credit: 'Horas de trabalho por crédito',
  proofs: 'Comprovantes',
  proofs_lead: 'O que as necessidades podem exigir. O início avisa antes de algo vencer.',
  over_18: 'Maior de 18 anos, confirmado em',
  check_issued: 'Certidão de antecedentes criminais, emitida em',
  check_expires: 'Certidão de antecedentes criminais, último dia',
  licences_hint: 'Uma por linha, com o último dia, se o tiver: notariado, 2027-05-01.',
  credit: 'Créditos',
  credit_must: 'Cada estágio precisa dar créditos',
  credit_may: 'Pode dar créditos',
  kinds_allowed: 'Os estudantes trabalham para',
  kinds_allowed_hint: 'Nada marcado: para todas.',
  most_per_organization: 'Máximo de estudantes por organização',
}
const ORGANIZATIONS = {
  solopreneur: 'Trabalha sozinho',
  small_business: 'Pequena empresa',
  nonprofit: 'Sem fins lucrativos',
}
const HELPERS = { person: 'Uma pessoa', organization: 'Uma organização' }

export const pt: DeskAreas['parties'] = {
  actions: {
    organization_created: 'Adicionou uma organização',
    helper_created: 'Adicionou quem ajuda',
    program_created: 'Adicionou um programa',
    organization_changed: 'Mudou uma organização',
    helper_changed: 'Mudou os dados de quem ajuda',
    program_changed: 'Mudou um programa',
  },
  refusals: { kept_by_candidate: 'Isto vem da ficha de um estudante. Mude o estudante com uma importação.' },
  words: {
    desk_new_party: ({ party }) => NEW[party],
    desk_new_party_lead: ({ party }) => LEADS[party],
    desk_parties: ({ party }) => PARTIES[party],
    desk_parties_empty: ({ party }) => EMPTY[party],
    desk_edit_party: ({ party }) => EDIT[party],
    desk_party_word: ({ word }) => WORDS[word],
    desk_organization_kind: ({ kind }) => ORGANIZATIONS[kind],
    desk_helper_kind: ({ kind }) => HELPERS[kind],
    desk_language: ({ language: tag }, { language, capitalized }) => capitalized(language(tag)),
    desk_create: () => 'Adicionar',
  },
}
