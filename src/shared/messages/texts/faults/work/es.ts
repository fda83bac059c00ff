import type { WorkFaultTexts } from '../fault-texts.ts'

const SAID = {
  minute: 'Anote al menos un minuto, que son 0.02 horas.',
  zero_or_minute: 'Escriba 0 o al menos un minuto, que son 0.02 horas.',
  hours_or_span: 'Envíe worked_on y hours, o starts_at y ends_at.',
  not_over: 'Esta hora aún no ha llegado. Registre las horas cuando el trabajo esté hecho.',
  span_short:
    'El trabajo debe terminar al menos un minuto después de empezar. Si pasó de medianoche, indique el final con el día siguiente.',
  hours_same: 'Las horas ya son como usted dice. No hay nada que corregir.',
  hours_of_own_side: 'Su parte anotó estas horas, así que las confirma la otra.',
  hours_changed: 'Las horas han cambiado desde que las leyó. Vuelva a leerlas antes de confirmarlas.',
  hours_missing: 'No hay horas con este id, o usted no puede verlas.',
  hours_confirmed:
    'Estas horas ya están confirmadas. Si están mal, corríjalas con POST /v1/engagements/{id}/hours/{hours_id}/correct.',
  name_side: 'Las dos partes son suyas. Indique en nombre de cuál habla.',
  engagement_unknown: 'Usted no tiene ninguna colaboración con este id.',
  helper_unknown: 'Esta persona no es uno de sus ayudantes.',
  name_engagement: 'Indique la colaboración por su id, o al ayudante por su id o nombre.',
  helper_without_engagement: 'Este ayudante no tiene ninguna colaboración con usted.',
  row_twice:
    'Otra fila dice lo mismo. Si el trabajo se hizo dos veces ese día, escriba cuándo empezó y terminó cada vez, o sume las horas.',
  row_without_end: 'La fila dice cuándo empezó el trabajo. Escriba cuándo terminó, o las horas.',
  row_without_start: 'La fila dice cuándo terminó el trabajo. Escriba cuándo empezó, o las horas.',
  row_without_hours: 'La fila no tiene horas. Escríbalas, o cuándo empezó y terminó el trabajo.',
  row_without_day: 'La fila no tiene día. Escriba el día del trabajo.',
  entry_unknown:
    'No hay ninguna entrada con este id en esta colaboración. Deje el id vacío para horas nuevas, o ponga su columna como null en `columns` si contiene números propios.',
  session_of_engagement: 'La colaboración no tiene esa sesión.',
  session_not_over: 'Las horas se anotan cuando la sesión ha terminado.',
  session_logged: 'Esta sesión ya tiene horas.',
  session_of_need: 'La necesidad no tiene ninguna sesión con este id.',
  session_begun: 'Esta sesión ya ha empezado.',
  session_unfit: 'El ayudante no puede ir a esta sesión.',
  session_at_once: 'Esta sesión es a la misma hora que otra que usted nombra. Nadie puede ir a las dos.',
  session_of_introduction: 'La presentación no trata de esta sesión. Elija entre sus session_ids.',
  pair_unfit: 'Quien da y quien recibe no encajan en este momento.',
  ring_broken: 'Quien recibe aquí debe ser quien da en el siguiente eslabón.',
}

export const workFaults: WorkFaultTexts = {
  fault_of_work: ({ what }) => SAID[what],
  fault_hours_differ: ({ hasBreak }) =>
    `Las horas no son las que hay entre starts_at y ends_at${hasBreak ? ' sin la pausa' : ''}. Corrija una de las dos cosas o deje vacías las horas.`,
  fault_hours_on_day: ({ hours, day }, { number }) =>
    `${number(hours)} horas el ${day}. Primero retire o corrija entradas de ese día (GET /v1/hours?from=${day}&to=${day} las lista), o conserve los dos registros.`,
  fault_span_long: ({ from }) => `Desde ${from} son más de 24 horas. Anote cada día por separado.`,
  fault_after_today: ({ day, zone }) =>
    `Hoy es ${day} en ${zone}. Anote las horas cuando el trabajo esté hecho.`,
  fault_before_work: ({ day }) => `El trabajo empezó el ${day}. Las horas anteriores no le pertenecen.`,
  fault_after_work: ({ day }) => `El trabajo terminó el ${day}. Las horas posteriores no le pertenecen.`,
  fault_day_full: ({ day }) =>
    `Con estas, el ayudante habría trabajado más de 24 horas el ${day} entre todas las colaboraciones. Revise las entradas de ese día.`,
  fault_overlaps: ({ id, side, from, to }) =>
    `La parte de la ${side === 'need' ? 'necesidad' : 'oferta'} registró trabajo de ${from} a ${to} (${id}). Cambie, confirme o impugne ese registro. Si varias personas trabajaron a la vez, envíe worked_on y hours.`,
  fault_several_engagements: ({ engagements }) =>
    `El ayudante tiene varias colaboraciones. Escriba el id de la correcta: ${engagements.map(({ id, title }) => `${id} (${title})`).join(', ')}.`,
  fault_session: ({ id, state }) => {
    if (state === 'removed') return `La necesidad ya no tiene ${id}.`
    return state === 'over' ? `${id} ya ha empezado.` : `A ${id} no le queda ninguna plaza.`
  },
  fault_time_promised: ({ id, by }) => `La hora de ${id} está prometida a ${by ?? 'otra colaboración'}.`,
  fault_takes_hours: ({ id, hours }, { number, noun }) =>
    `${id} ocupa ${number(hours)} ${noun(hours, 'hora', 'horas')} por semana.`,
  fault_expiry: ({ least, most }) =>
    `Debe ser como mínimo ${least} y como máximo ${most} horas a partir de ahora.`,
  fault_held: ({ id, ring }) => `${id} está reservado para ${ring}.`,
  fault_clock_ahead: ({ days }) =>
    `Un entorno de pruebas puede adelantarse como máximo ${days} días al tiempo real.`,
  fault_clock_back: ({ at }) =>
    `En su entorno de pruebas son ${at}, y su reloj solo avanza. Para volver al tiempo real, reinicie el entorno.`,
}
