import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  name_label: 'Nome do seu escritório ou site',
  name_hint: 'Aparece em todas estas páginas, e os outros parceiros o veem.',
  name_missing: 'Escreva um nome.',
  colour_usual: 'Voltar ao verde habitual',
  colour: 'Cor',
  colour_label: 'Cor das suas páginas',
  colour_hint: 'Escolha uma escura o bastante para ser lida. As páginas escuras mostram um tom mais claro.',
  colour_unread: 'Isto não é uma cor. Escreva # e seis dígitos, como #1d5f3f.',
  public: 'Páginas públicas',
  public_feed: 'Qualquer pessoa pode ver as nossas necessidades abertas',
  help_url: 'A sua página para oferecer ajuda',
  help_url_hint: 'Pode indicar a necessidade, como em',
  widget: 'No seu próprio site',
  widget_lead: 'Coloque esta linha em uma página sua. Mostra as suas necessidades abertas, com uma busca.',
  profiles: 'Perfis de importação',
  no_profiles: 'Ainda não há perfis salvos. Importe um arquivo e salve como ele foi lido.',
  remove_profile: 'As importações que indiquem este perfil serão recusadas.',
  rows_are: 'Cada linha é sobre',
  changed: 'Alterado',
  calendars: 'Calendários',
  calendars_lead:
    'Quem tem o endereço de um calendário pode ler as suas conversas e sessões. Quem ajuda aparece com o primeiro nome.',
  no_calendars:
    'Ninguém assina um calendário ainda. Crie um endereço abaixo e adicione-o ao seu aplicativo de calendário.',
  new_calendar: 'Criar um endereço',
  calendar: 'Calendário',
  shows: 'Mostra',
  created: 'Criado',
  revoke: 'Revogar',
  revoke_sure: 'O calendário ficará vazio para todos que o assinaram.',
}
const SUBJECTS = {
  partner: 'todas as reuniões',
  organization: 'as de uma organização',
  helper: 'as de um ajudante',
  program: 'as de um programa',
}

export const pt: DeskAreas['settings'] = {
  actions: {
    partner_renamed: 'Mudou o nome',
    colour_changed: 'Alterou a cor das páginas',
    public_feed_changed: 'Alterou as páginas públicas',
    import_profile_removed: 'Removeu um perfil de importação',
    calendar_created: 'Criou um calendário para assinar',
    calendar_revoked: 'Revogou um endereço de calendário',
  },
  refusals: {},
  words: {
    desk_settings: () => 'Configurações',
    desk_setting: ({ word }) => WORDS[word],
    desk_colour_too_light: ({ darker }) =>
      `Esta cor é clara demais para se ler em uma página clara. Escolha uma mais escura, como ${darker}.`,
    desk_calendar_subject: ({ subject }) => SUBJECTS[subject],
  },
}
