import type { PostingFaultTexts } from '../fault-texts.ts'

const SAID = {
  session_ends: 'El final debe ser posterior al inicio.',
  session_long: 'Una sesión dura como máximo 24 horas. Envíe una sesión por cada día.',
  session_twice: 'Dos sesiones tienen este id.',
  session_time:
    'Debe ser una hora con minutos, como 2027-03-13T09:00 según los relojes de time_zone, o 2027-03-13T09:00-06:00.',
  session_begun: 'Esta sesión ya ha empezado. Envíe una posterior u omítala.',
  session_unknown: 'La necesidad no tiene ninguna sesión con este id. Omita el id para añadir una sesión.',
  day_passed: 'Este día ya pasó. Envíe uno posterior, u otro estado que no sea open.',
  time_passed: 'Esta hora ya pasó. Envíe una posterior, u otro estado que no sea open.',
  other_external_id: 'Debe ser igual al id externo de la URL. Puede omitirlo.',
  needs_place:
    'Una necesidad con modality onsite necesita un lugar. Envíe location aquí, o dé una location a la organización.',
  ages_disagree: 'age_over_18 y age_band se contradicen.',
  https: 'Debe ser una dirección web que empiece por https://.',
  no_password: 'No debe contener usuario ni contraseña.',
  search_or_browse: 'Envíe `q` para buscar o `category` para recorrer.',
  search_one_page: 'Una búsqueda tiene una sola página. Omita `q` para recorrer todas las habilidades.',
  labels_or_sentences: 'Envíe `labels`, `sentences` o ambos.',
  need_or_offer_id: 'Debe ser el id de una necesidad o de una oferta, como need_01h455vb4pex5vsknk084sn02q.',
  requirement: 'Debe ser age_over_18, background_check o una licencia, como licence:notary.',
  colour: 'Debe ser un color como #1d5f3f.',
}
const ENDPOINT = {
  not_a_url: () =>
    'Debe ser la dirección completa de su punto de recepción, como https://site.example/hooks.',
  scheme_not_allowed: () => 'Debe empezar por https://, como https://site.example/hooks.',
  credentials_not_allowed: () => 'La URL no debe contener usuario ni contraseña.',
  port_not_allowed: (port: number) => `El puerto debe ser el habitual, o ${port} o superior.`,
  not_a_host: () => 'El host debe ser un nombre DNS o una dirección IP.',
  inside_address: () =>
    'El host debe estar en la internet pública. Mientras desarrolla, smartsource listen trae los eventos a su máquina.',
  too_long: (_: number, most: number) => `La URL debe tener como máximo ${most} caracteres.`,
} satisfies Record<string, (port: number, most: number) => string>

export const postingFaults: PostingFaultTexts = {
  fault_of_posting: ({ what }) => SAID[what],
  fault_session_positions: ({ most }) =>
    `Todas las sesiones juntas pueden pedir como máximo ${most} ayudantes.`,
  fault_positions_differ: ({ sum }) =>
    `Una necesidad con sesiones tiene los puestos de sus sesiones, ${sum} en total. Indique los puestos de cada sesión y omita este campo.`,
  fault_clocks_skip: ({ zone, from, to }) =>
    `Los relojes de ${zone} nunca marcan esta hora: se adelantan de ${from} a ${to}. Envíe una hora que marquen.`,
  fault_clocks_twice: ({ zone, first, second }) =>
    `Los relojes de ${zone} marcan esta hora dos veces. Diga cuál es: ${first} o ${second}.`,
  fault_merged: ({ name, id, isExternal }) =>
    isExternal
      ? `El registro (${name}) con este external_id se unió a ${id}. Use el id o el external_id de ese registro, u omita este.`
      : `Este registro (${name}) se unió a ${id}. Use ese id.`,
  fault_merged_into: ({ id }) => id,
  fault_merge_itself: ({ name }) =>
    `Este es el registro (${name}) de la URL, y nada se une a sí mismo. Indique el otro registro.`,
  fault_same_row: ({ name }) =>
    `Otra fila cambia el mismo registro (${name}): una indica su id y la otra su external_id. Conserve una de ellas.`,
  fault_external_id_taken: ({ name }) =>
    `Otro registro (${name}) tiene este external_id. Dé a este el suyo propio u omita el id.`,
  fault_too_many_moved: ({ from, kept, most }) =>
    `${from} tiene más de ${most.toLocaleString('es')} registros que se moverían. Si ${kept} tiene menos, únalos al revés: entonces solo se mueven los de ${kept}.`,
  fault_names_helper: ({ id, helper }) => `${id} indica a ${helper ?? 'uno de los dos'} como ayudante.`,
  fault_in_program: ({ id, program }) => `${id} está en ${program}.`,
  fault_both_accepted: ({ kept, moved, need }) =>
    `Las presentaciones ${kept} y ${moved} son ambas con ${need}.`,
  fault_same_party: ({ record, id, isOpen }) => {
    const what = record === 'ring' ? `El círculo ${id}` : `La presentación ${id}`
    const remedy = record === 'ring' ? 'Rechácelo' : 'Retírela o rechácela'
    return isOpen
      ? `${what} sigue en curso entre los dos. ${remedy} primero.`
      : `Ambos aceptaron: ${what.charAt(0).toLowerCase()}${what.slice(1)}. Cada uno tiene trabajo con el otro. Conserve los dos registros.`
  },
  fault_raise_limit: ({ id }) => `Primero suba el límite con PUT /v1/credits/${id}/limit.`,
  fault_endpoint: ({ what, firstPort, most }) => ENDPOINT[what](firstPort, most),
  fault_colour_light: ({ darker }) =>
    `Es demasiado claro para leerse en una página clara. Elija uno más oscuro, como ${darker}.`,
}
