import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  name_label: 'Nombre de su oficina o sitio',
  name_hint: 'Aparece en todas estas páginas y lo ven otros socios.',
  name_missing: 'Escriba un nombre.',
  colour_usual: 'Volver al verde habitual',
  colour: 'Color',
  colour_label: 'Color de sus páginas',
  colour_hint: 'Elija uno lo bastante oscuro para leerse. Las páginas oscuras muestran un tono más claro.',
  colour_unread: 'Esto no es un color. Escriba # y seis cifras, como #1d5f3f.',
  public: 'Páginas públicas',
  public_feed: 'Cualquiera puede ver nuestras necesidades abiertas',
  help_url: 'Su página para ofrecer ayuda',
  help_url_hint: 'Puede nombrar la necesidad, como en',
  widget: 'En su propio sitio',
  widget_lead: 'Ponga esta línea en una página suya. Muestra sus necesidades abiertas, con un buscador.',
  profiles: 'Perfiles de importación',
  no_profiles: 'Todavía no hay perfiles. Importe un archivo y guarde cómo se leyó.',
  remove_profile: 'Las importaciones que nombren este perfil serán rechazadas.',
  rows_are: 'Cada fila es sobre',
  changed: 'Cambiado',
  calendars: 'Calendarios',
  calendars_lead:
    'Quien tiene la dirección de un calendario puede leer sus reuniones y sesiones. Quienes ayudan aparecen con su nombre de pila.',
  no_calendars:
    'Nadie está suscrito a un calendario todavía. Cree una dirección abajo y añádala a su programa de calendario.',
  new_calendar: 'Crear una dirección',
  calendar: 'Calendario',
  shows: 'Muestra',
  created: 'Creado',
  revoke: 'Revocar',
  revoke_sure: 'El calendario quedará vacío para todos los que se suscribieron.',
}
const SUBJECTS = {
  partner: 'todas las citas',
  organization: 'las de una organización',
  helper: 'las de un ayudante',
  program: 'las de un programa',
}

export const es: DeskAreas['settings'] = {
  actions: {
    partner_renamed: 'Cambió el nombre del panel',
    colour_changed: 'Cambió el color de las páginas',
    public_feed_changed: 'Cambió las páginas públicas',
    import_profile_removed: 'Eliminó un perfil de importación',
    calendar_created: 'Creó un calendario para suscribirse',
    calendar_revoked: 'Revocó una dirección de calendario',
  },
  refusals: {},
  words: {
    desk_settings: () => 'Ajustes',
    desk_setting: ({ word }) => WORDS[word],
    desk_colour_too_light: ({ darker }) =>
      `Este color es demasiado claro para leerlo en una página clara. Elija uno más oscuro, como ${darker}.`,
    desk_calendar_subject: ({ subject }) => SUBJECTS[subject],
  },
}
