import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Los programas usan la API en su nombre con un id de cliente y un secreto, y reciben mensajes cuando algo cambia.',
  clients: 'Clientes',
  no_clients: 'Ningún programa puede usar la API en su nombre todavía. Cree un cliente abajo.',
  last_used: 'Último uso',
  scopes: 'Permisos',
  rotate: 'Nuevo secreto',
  rotate_lead: 'Los secretos anteriores funcionan 24 horas más.',
  new_client: 'Crear un cliente',
  name_hint: 'Para qué sirve: sincronización nocturna, por ejemplo.',
  access: 'Puede',
  create: 'Crear',
  secret: 'El secreto de un cliente',
  secret_lead: 'Cópielo ahora y guárdelo bien. No se muestra otra vez.',
  endpoints: 'Webhooks',
  no_endpoints:
    'Ninguna dirección recibe mensajes todavía. Un programa añade una: vea los webhooks en la referencia.',
  reference: 'Referencia',
  address: 'Dirección',
  enabled: 'Activo',
  disabled: 'Suspendido',
  events: 'Eventos',
  events_lead:
    'Lo que pasó con sus registros y con los que le conciernen, del más antiguo al más nuevo, en los últimos 30 días.',
  no_events: 'Todavía no pasó nada. Publique una necesidad y su evento estará aquí.',
  requests: 'Peticiones',
  requests_lead:
    'Lo que los programas pidieron por usted, lo más reciente primero. Cada respuesta lleva un Request-Id: búsquelo. Se guardan hasta 10.000 peticiones durante 7 días, sin direcciones, consultas ni contenidos.',
  no_requests: 'Aquí no hay ninguna petición. Una nueva aparece al cabo de uno o dos segundos.',
  request: 'Petición',
  answer: 'Respuesta',
  duration: 'Duración',
  deliveries: 'Mensajes a una dirección',
  no_deliveries: 'Todavía no se envió nada. Envíe un mensaje de prueba.',
  attempts: 'Intentos',
  failing_since: 'Falla desde',
  send_test: 'Enviar un mensaje de prueba',
  resend: 'Enviar de nuevo',
  data: 'Datos',
}
const ACCESS = {
  viewer: 'leer todo',
  editor: 'leer y cambiar todo',
  admin: 'también gestionar clientes, webhooks y ajustes',
}
const DELIVERIES = {
  pending: 'En espera',
  delivered: 'Entregado',
  failed: 'Fallido',
}

export const es: DeskAreas['developers'] = {
  actions: {
    client_created: 'Creó un cliente',
    client_secret_rotated: 'Dio un nuevo secreto a un cliente',
    client_disabled: 'Suspendió un cliente',
    client_enabled: 'Readmitió un cliente',
    delivery_resent: 'Envió un mensaje de nuevo',
    webhook_tested: 'Envió un mensaje de prueba',
  },
  refusals: {
    too_many_clients: 'Se alcanzó el máximo de clientes. Elimine uno primero.',
    scopes_not_held: 'Este cliente puede hacer más que usted. Quite lo que le falta.',
    too_many_secrets: 'Demasiados secretos de este cliente funcionan todavía. Espere a que algunos terminen.',
    last_managing_client: 'Ningún otro cliente puede gestionar clientes. Cree uno primero.',
    disabled_by_operator: 'El operador suspendió este cliente. Pregunte al operador.',
    endpoint_disabled: 'Esta dirección está suspendida. Actívela primero.',
    cursor_expired: 'Estos eventos ya no se guardan. Empiece por la primera página.',
  },
  words: {
    desk_developers: () => 'Desarrolladores',
    desk_developer: ({ word }) => WORDS[word],
    desk_access: ({ role }) => ACCESS[role],
    desk_delivery_status: ({ status }) => DELIVERIES[status],
  },
}
