import type { RefusalSentences, RefusalTexts } from '../refusal-texts.ts'
import { titles } from '../titles/es.ts'

const SAID: RefusalSentences = {
  no_token: 'Envíe un token de POST /oauth/token como Authorization: Bearer.',
  not_a_token:
    'Aquí solo se aceptan tokens. Envíe el id y el secreto de su cliente a POST /oauth/token, y el token que reciba como Authorization: Bearer.',
  token_invalid:
    'Este token no es válido aquí. Obtenga uno con POST /oauth/token de este servicio y envíelo sin cambios.',
  token_expired: 'Este token ha caducado: los tokens duran 15 minutos. Obtenga otro con POST /oauth/token.',
  token_of_disabled:
    'El cliente de este token fue desactivado, así que otro token no ayudaría. Quien gestione sus clientes puede activarlo: con POST /v1/clients/{id}/enable, en las páginas del personal en Desarrolladores, o el operador.',
  token_of_removed:
    'El cliente de este token fue eliminado para siempre. Use otro, o pida que se cree uno: con POST /v1/clients, en las páginas del personal en Desarrolladores, o por el operador.',
  if_match_needed:
    'Lea el recurso y envíe su ETag, como If-Match: "1". If-Match: * lo cambia sea cual sea su versión.',
  if_match_form: 'If-Match debe ser el ETag de su última lectura con sus comillas, como "1".',
  weak_etag:
    'Un ETag débil nunca coincide. Envíe el ETag sin W/, como "1". Algunos proxies añaden W/ al comprimir.',
  changed_since: 'El recurso ha cambiado desde que usted lo leyó. Léalo de nuevo y vuelva a intentarlo.',
  key_form: 'Idempotency-Key debe tener de 1 a 255 caracteres ASCII visibles.',
  key_in_use: 'Una solicitud con esta Idempotency-Key sigue en curso. Espérela y vuelva a intentarlo.',
  key_reused: 'Esta Idempotency-Key se usó para otra solicitud. Envíe una nueva.',
  compressed: 'No se aceptan cuerpos comprimidos. Envíe el cuerpo tal como es, sin Content-Encoding.',
  too_large: 'El cuerpo es demasiado grande. Envíe menos cada vez.',
  wrong_length: 'El cuerpo no es tan largo como dice Content-Length. Envíelo de nuevo.',
  address_too_long: 'La dirección es demasiado larga.',
  database_away: 'El servicio no está disponible por el momento. Inténtelo de nuevo en breve.',
  overloaded: 'El servicio está sobrecargado. Inténtelo de nuevo en breve.',
  loading: 'El mercado aún se está cargando. Inténtelo de nuevo en breve.',
  failed: 'Algo falló por nuestra parte y quedó registrado. Incluya el request_id si lo comunica.',
  need_no_longer_open: 'La necesidad ya no está abierta. Elija otra con GET /v1/offers/{id}/matches.',
  need_taken:
    'La necesidad ya está cubierta o cerrada y no se puede aceptar a nadie más. Rechace la presentación, o reabra la necesidad con POST /v1/needs/{id}/reopen.',
  offer_cannot_begin:
    'La persona que ayuda no puede empezar un trabajo nuevo ahora. Pregunte a su socio o elija otra oferta.',
  offer_gone:
    'La oferta está cerrada o eliminada y no admite más trabajo. Rechace la presentación, o elija otra oferta con GET /v1/needs/{id}/matches.',
  no_match: 'Esta necesidad y esta oferta no coinciden. Vea los motivos en errors.',
  sessions_missed:
    'La persona que ayuda no puede acudir a algunas de estas sesiones. Vea errors. Nombre solo las demás en session_ids.',
  already_introduced:
    'Esta necesidad y esta oferta ya tienen una presentación abierta o un trabajo en curso. Búsquelo con GET /v1/introductions?need_id=…&offer_id=….',
  withdrawn_when_filled:
    'La presentación se retiró cuando se cubrió la necesidad. Si esta se reabre, propóngala de nuevo con POST /v1/introductions.',
  introduction_expired: 'La presentación ha caducado. Propóngala de nuevo con POST /v1/introductions.',
}
const KINDS = { client: 'un mismo cliente', address: 'una misma dirección' }

export const refusals: RefusalTexts = {
  refusal_title: ({ of }) => titles[of],
  refusal_said: ({ what }) => SAID[what],
  refusal_scope: ({ scope }) =>
    `Esto requiere un token con el scope ${scope}. Use un cliente que lo tenga, y omita scope en la solicitud del token o nómbrelo allí.`,
  refusal_rate: ({ quotas }) => {
    const most = quotas.map(({ requests, seconds }) => `${requests} en ${seconds} s`).join(', ')
    return `Demasiadas solicitudes de este tipo: como máximo ${most}. Espere los segundos que indica Retry-After.`
  },
  refusal_open_requests: ({ most, of }) =>
    `Como máximo ${most} solicitudes de ${KINDS[of]} pueden estar abiertas a la vez. Espere una respuesta y envíe la siguiente.`,
  refusal_route: ({ meant }) => {
    const said = meant === null ? '' : ` ¿Quería decir ${meant}?`
    return `Ninguna ruta tiene esta dirección.${said} La referencia en /docs enumera todas las rutas.`
  },
  refusal_method: ({ allowed, method }) => `Esta dirección acepta ${allowed}, no ${method}.`,
  refusal_media_type: ({ types }) => {
    const named = types.length > 2 ? `uno de ${types.join(', ')}` : types.join(' o ')
    return `Este Content-Type no se acepta aquí. Envíe Content-Type: ${named}.`
  },
  refusal_status: ({ of, status }) =>
    of === 'need'
      ? `La necesidad tiene el estado ${status}. Su propio socio puede reabrirla con POST /v1/needs/{id}/reopen.`
      : `La oferta tiene el estado ${status}. Elija otra con GET /v1/needs/{id}/matches.`,
  refusal_answered: ({ status }) =>
    `La presentación ya tiene el estado ${status}. Léala para ver quién respondió y cuándo.`,
  refusal_external_id: ({ name }) =>
    `Otro de sus registros de este tipo (${name}) ya tiene este external_id. Cambie aquel con PUT por su id externo, o elija otro.`,
  refusal_turn: ({ of, isAnswer }) => {
    const other = of === 'need' ? 'offer' : 'need'
    return isAnswer
      ? `Solo la otra parte (${of}) puede responder, porque la parte ${other} propuso. Espere su respuesta, o retire la propuesta con POST /v1/introductions/{id}/withdraw.`
      : `Solo la parte ${of} puede retirarla, porque la propuso. Responda con POST /v1/introductions/{id}/accept o /decline.`
  },
}
