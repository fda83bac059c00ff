import type { DeskAreas } from '../desk-texts.ts'

const ROLES = { viewer: 'Lectura', editor: 'Edición', admin: 'Administración' }
const ROLES_MAY = {
  viewer: 've todo y no cambia nada',
  editor: 'publica, propone y responde',
  admin: 'además gestiona el equipo y ve el registro',
}
const WAITS = {
  rings: ['círculo por responder', 'círculos por responder'],
  hours: ['registro de horas por confirmar', 'registros de horas por confirmar'],
  imports: ['importación por revisar', 'importaciones por revisar'],
  sprints: ['sprint termina en un día', 'sprints terminan en un día'],
  credentials: [
    'ayudante con una acreditación que caduca en 30 días',
    'ayudantes con una acreditación que caduca en 30 días',
  ],
} as const
const STATUSES = { invited: 'Con invitación', active: 'Activa', suspended: 'Suspendida' }
const SIDES = {
  need: 'Propuesta por la parte que necesita ayuda',
  offer: 'Propuesta por la parte que ofrece ayuda',
}
const INTRODUCTIONS = {
  proposed: 'En espera',
  accepted: 'Aceptada',
  declined: 'Rechazada',
  withdrawn: 'Retirada',
  expired: 'Caducada',
}
const KINDS = { volunteer: 'voluntariado', intern: 'prácticas', barter: 'trueque', paid: 'ayuda pagada' }
const MODALITIES = { remote: 'A distancia', onsite: 'En persona', hybrid: 'En parte en persona' }
const PER = { hour: 'por hora', project: 'por el proyecto' }
const REASONS = {
  not_needed_any_more: 'Ya no hace falta',
  no_time_now: 'Ahora no hay tiempo',
  skills_do_not_fit: 'Las habilidades no encajan',
  hours_do_not_fit: 'Las horas no encajan',
  terms_do_not_fit: 'Las condiciones no encajan',
  too_far_away: 'Demasiado lejos',
  found_someone_else: 'Se encontró a otra persona',
  other: 'Otro motivo',
}
const ACTIONS = {
  signed_in: 'Sesión iniciada',
  staff_invited: 'Persona invitada',
  staff_link_renewed: 'Nuevo enlace de acceso creado',
  staff_role_changed: 'Rol cambiado',
  staff_suspended: 'Persona suspendida',
  staff_resumed: 'Persona readmitida',
  staff_removed: 'Persona eliminada',
  introduction_accepted: 'Presentación aceptada',
  introduction_declined: 'Presentación rechazada',
  introduction_withdrawn: 'Presentación retirada',
}
const REFUSALS = {
  not_found: 'Esto no está aquí, o ya no. Quizá se haya eliminado.',
  role_missing: 'Su rol no lo permite. Pregunte a quien administra su equipo.',
  form_not_from_here: 'Este formulario es demasiado antiguo. Vuelva a cargar la página y repita el paso.',
  sign_in_link_spent: 'Este enlace ya se usó o es demasiado antiguo. Pida uno nuevo.',
  last_administrator: 'Es la única persona que administra el equipo. Dé antes este rol a otra.',
  too_many_staff: 'El equipo no puede ser más grande. Elimine antes a alguien.',
  staff_suspended: 'Esta persona está suspendida. Readmítala antes.',
  introduction_not_open: 'Esta presentación ya se respondió o ha caducado. Propóngala de nuevo.',
  introduction_not_yours_to_answer:
    'Esta presentación la responde la otra parte. Espere, o retire su propuesta.',
  need_not_open: 'La necesidad ya está cubierta o cerrada. Rechace, o elija otra necesidad.',
  offer_not_open: 'La oferta está cerrada o se eliminó. Rechace, o elija otra oferta.',
  fully_committed: 'Estas horas ya están comprometidas. Puede aceptar de todos modos.',
  validation_failed: 'Corrija lo que está marcado abajo.',
  guardian_consent_missing:
    'Este estudiante es menor de edad y no consta el consentimiento de su padre, madre o tutor. Impórtelo primero.',
  overloaded: 'Hay demasiadas peticiones en este momento. Inténtelo de nuevo en un minuto.',
  rate_limited: 'Ha sido mucho de una vez. Espere un minuto e inténtelo de nuevo.',
  too_many_open_requests:
    'Demasiadas de sus peticiones siguen en curso. Espere a que terminen e inténtelo de nuevo.',
  request_timeout: 'Esto llegó demasiado despacio. Revise su conexión e inténtelo de nuevo.',
  uri_too_long: 'La dirección de esta página es demasiado larga. Empiece de nuevo desde la lista.',
  rings_unavailable: 'Los círculos están desactivados aquí. Pregunte al operador.',
  database_unavailable: 'El servicio no está disponible en este momento. Inténtelo de nuevo en breve.',
  internal: 'Algo falló en nuestro lado y quedó anotado. Inténtelo más tarde.',
}

const words: DeskAreas['frame']['words'] = {
  desk: () => 'Mesa de trabajo',
  desk_skip: () => 'Ir al contenido',
  desk_home: () => 'Inicio',
  desk_introductions: () => 'Presentaciones',
  desk_team: () => 'Equipo',
  desk_audit: () => 'Registro',
  desk_sign_in: () => 'Entrar',
  desk_sign_in_lead: () =>
    'Se entra con un enlace que crea para usted quien administra su equipo o el operador. Sirve una vez, durante 24 horas. Si ya se usó o es demasiado antiguo, pida uno nuevo.',
  desk_sign_in_as: ({ name, partner }) => `Va a entrar como ${name} en ${partner}.`,
  desk_sign_in_start: () => 'Entrar ahora',
  desk_sign_out: () => 'Salir',
  desk_signed_in_as: ({ name }) => `Sesión de ${name}`,
  desk_number: ({ value }, { number }) => number(value),
  desk_more: () => 'Más',
  desk_instant: ({ at }, { instant }) => instant(at),
  desk_save: () => 'Guardar',
  desk_change: () => 'Cambiar',
  desk_request: ({ id }) => `Si informa de esto, mencione la solicitud ${id}.`,
  desk_wrong: () => 'No ha funcionado',

  desk_waiting: () => 'Pendiente de usted',
  desk_nothing_waits: () => 'No hay nada pendiente. Bien hecho.',
  desk_answer_by: () => 'Responder antes del',
  desk_introductions_wait: ({ count }, { noun, number }) =>
    `${number(count)} ${noun(count, 'presentación', 'presentaciones')} por responder`,
  desk_waits: ({ what, count, isMore }, { noun, number }) => {
    const [one, other] = WAITS[what]
    return `${number(count)}${isMore ? '+' : ''} ${noun(count, one, other)}`
  },
  desk_show: () => 'Mostrar',

  desk_name: () => 'Nombre',
  desk_role: () => 'Rol',
  desk_status: () => 'Estado',
  desk_role_name: ({ role }) => ROLES[role],
  desk_role_about: ({ role }) => ROLES_MAY[role],
  desk_status_name: ({ status }) => STATUSES[status],
  desk_last_seen: () => 'Último acceso',
  desk_never: () => 'Nunca',
  desk_invite: () => 'Invitar a alguien',
  desk_invite_lead: () =>
    'Recibirá un enlace para compartirlo. Da acceso a esta persona una vez, durante 24 horas.',
  desk_link_made: ({ name }) => `Un enlace para ${name}`,
  desk_link_lead: ({ hours }) =>
    `Compártalo en privado. Sirve una vez, durante ${hours} horas, y no se vuelve a mostrar.`,
  desk_link_new: () => 'Nuevo enlace',
  desk_suspend: () => 'Suspender',
  desk_resume: () => 'Readmitir',
  desk_remove: () => 'Eliminar',
  desk_remove_sure: ({ name }) => `Se cerrará la sesión de ${name} y no podrá volver a entrar.`,
  desk_you: () => 'usted',

  desk_audit_lead: () => 'Lo que se hizo aquí, lo más reciente primero.',
  desk_audit_empty: () => 'Todavía no se ha hecho nada.',
  desk_audit_when: () => 'Cuándo',
  desk_audit_who: () => 'Quién',
  desk_audit_what: () => 'Qué',
  desk_audit_record: () => 'Ficha',
  desk_operator: () => 'Operador',
  desk_download_csv: () => 'Descargar como CSV',

  desk_introductions_lead: () =>
    'Alguien propuso que una necesidad y una oferta se encuentren. La otra parte responde.',
  desk_introductions_empty: () => 'Aquí todavía no hay presentaciones. Aparecen cuando alguien propone una.',
  desk_introduction: () => 'Presentación',
  desk_proposed_by: ({ side }) => SIDES[side],
  desk_introduction_status: ({ status }) => INTRODUCTIONS[status],
  desk_the_need: () => 'La necesidad',
  desk_the_offer: () => 'La oferta',
  desk_message: () => 'Mensaje',
  desk_accept: () => 'Aceptar',
  desk_decline: () => 'Rechazar',
  desk_withdraw: () => 'Retirar',
  desk_reason: () => 'Motivo',
  desk_decline_reason: ({ reason }) => REASONS[reason],
  desk_overcommit: () => 'Aceptar aunque estas horas ya estén comprometidas',
  desk_contacts: () => 'Contactos',
  desk_yours_to_answer: () => 'Se espera su respuesta',
  desk_waits_for_others: () => 'Responde la otra parte',
  desk_filter_all: () => 'Todo',

  desk_skills: () => 'Habilidades',
  desk_accepts: () => 'Acepta',
  desk_kind: () => 'Tipo de ayuda',
  desk_kinds: ({ kinds }, { either }) => either(kinds.map((kind) => KINDS[kind])),
  desk_positions: () => 'Personas que se buscan',
  desk_where: () => 'Dónde',
  desk_modality: ({ modality }) => MODALITIES[modality],
  desk_place: () => 'Lugar',
  desk_country: ({ country: code }, { country }) => country(code),
  desk_hours: () => 'Horas por semana',
  desk_hours_left: () => 'Horas libres por semana',
  desk_starts: () => 'Empieza el',
  desk_ends: () => 'Termina el',
  desk_day: ({ day: date }, { day }) => day(date),
  desk_budget: () => 'Precio',
  desk_price: ({ price: { cost, unit } }, { money }) => `${money(cost)} ${PER[unit]}`,
  desk_gives: () => 'Da a cambio',
  desk_wants: () => 'Quiere a cambio',
  desk_contact_name: () => 'Persona de contacto',
  desk_contact_email: () => 'Correo electrónico',
  desk_contact_phone: () => 'Teléfono',
}

export const es: DeskAreas['frame'] = { words, actions: ACTIONS, refusals: REFUSALS }
