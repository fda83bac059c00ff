import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  name_label: 'Nom de votre bureau ou site',
  name_hint: 'Il figure sur toutes ces pages, et les autres partenaires le voient.',
  name_missing: 'Écrivez un nom.',
  colour_usual: 'Revenir au vert habituel',
  colour: 'Couleur',
  colour_label: 'Couleur de vos pages',
  colour_hint:
    'Choisissez-en une assez foncée pour être lue. Les pages sombres en montrent un ton plus clair.',
  colour_unread: 'Ce n’est pas une couleur. Écrivez # et six chiffres, comme #1d5f3f.',
  public: 'Pages publiques',
  public_feed: 'Tout le monde peut voir nos besoins ouverts',
  help_url: 'Votre page pour proposer de l’aide',
  help_url_hint: 'Elle peut nommer le besoin, comme dans',
  widget: 'Sur votre propre site',
  widget_lead:
    'Mettez cette ligne sur une de vos pages. Elle montre vos besoins ouverts, avec une recherche.',
  profiles: 'Profils d’import',
  no_profiles: 'Aucun profil n’est encore gardé. Importez un fichier et enregistrez comment il a été lu.',
  remove_profile: 'Les imports qui nomment ce profil seront refusés.',
  rows_are: 'Chaque ligne concerne',
  changed: 'Modifié',
  calendars: 'Calendriers',
  calendars_lead:
    'Quiconque a l’adresse d’un calendrier peut lire ses entretiens et ses séances. Les personnes qui aident y figurent avec leur prénom.',
  no_calendars:
    'Personne n’est encore abonné à un calendrier. Créez une adresse ci-dessous et ajoutez-la à votre agenda.',
  new_calendar: 'Créer une adresse',
  calendar: 'Calendrier',
  shows: 'Montre',
  created: 'Créé',
  revoke: 'Révoquer',
  revoke_sure: 'Le calendrier sera vide pour tous ceux qui s’y sont abonnés.',
}
const SUBJECTS = {
  partner: 'tous les rendez-vous',
  organization: 'ceux d’une organisation',
  helper: 'ceux d’un aidant',
  program: 'ceux d’un programme',
}

export const fr: DeskAreas['settings'] = {
  actions: {
    partner_renamed: 'A changé le nom de l’espace',
    colour_changed: 'A changé la couleur des pages',
    public_feed_changed: 'A modifié les pages publiques',
    import_profile_removed: 'A supprimé un profil d’import',
    calendar_created: 'A créé un calendrier pour s’abonner',
    calendar_revoked: 'A révoqué une adresse de calendrier',
  },
  refusals: {},
  words: {
    desk_settings: () => 'Réglages',
    desk_setting: ({ word }) => WORDS[word],
    desk_colour_too_light: ({ darker }) =>
      `Cette couleur est trop claire pour être lue sur une page claire. Choisissez-en une plus foncée, comme ${darker}.`,
    desk_calendar_subject: ({ subject }) => SUBJECTS[subject],
  },
}
