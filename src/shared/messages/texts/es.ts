import type { Writer } from '../writer.ts'
import { adviceTexts } from './advice/advice-texts.ts'
import { es as advice } from './advice/es.ts'
import { blockedTexts } from './blocked/blocked-texts.ts'
import { es as blocked } from './blocked/es.ts'
import { es as desk } from './desk/es.ts'
import { es as faults } from './faults/es.ts'
import type { Texts } from './texts.ts'

const KINDS = {
  volunteer: 'voluntarios',
  intern: 'practicantes',
  barter: 'trueque',
  paid: 'ayuda remunerada',
}
const ORGANIZATIONS = {
  solopreneur: 'emprendedores individuales',
  small_business: 'pequeñas empresas',
  nonprofit: 'organizaciones sin fines de lucro',
}
const ONE_ORGANIZATION = {
  solopreneur: 'una persona emprendedora',
  small_business: 'una pequeña empresa',
  nonprofit: 'una organización sin fines de lucro',
}
const PARTIES = { helper: 'La persona que ayuda', organization: 'La organización' }
const SIDES = { need: 'la necesidad', offer: 'la oferta' }
const OF_SIDES = { need: 'de la necesidad', offer: 'de la oferta' }
const STATUSES = { filled: 'cubierta', paused: 'en pausa', closed: 'cerrada' }
const PER = { hour: ' por hora', project: ' por el proyecto', total: ' en total' }

const hours = (count: number, { number, noun }: Writer) => `${number(count)} ${noun(count, 'hora', 'horas')}`
const theHours = (count: number, { number, noun }: Writer) =>
  noun(count, 'la hora', `las ${number(count)} horas`)
const quoted = (words: readonly string[], { list }: Writer) => list(words.map((word) => `«${word}»`))
const about = (isApproximate: boolean) => (isApproximate ? 'unos ' : '')
const sidesOf = (sides: readonly ('need' | 'offer')[], { list }: Writer) =>
  list(sides.map((side) => SIDES[side]))

function requirement(name: string): string {
  if (name === 'age_over_18') return 'ser mayor de 18 años'
  if (name.startsWith('age_over_')) return `tener al menos ${name.slice('age_over_'.length)} años`
  if (name === 'background_check') return 'una verificación de antecedentes'
  if (name.startsWith('licence:')) return `la licencia «${name.slice('licence:'.length)}»`
  return name.replaceAll('_', ' ')
}

export const es: Texts = {
  // Reasons
  skills_offered: ({ skills }, { list }) =>
    `Ofrece ${list(skills.map(({ offered, closeTo }) => (closeTo ? `${offered} (parecido a ${closeTo})` : offered)))}.`,
  skills_in_text: ({ skills }, { list }) => `Por el texto de la oferta, parece saber de ${list(skills)}.`,
  skills_not_listed: ({ skills, more }, { either, number }) =>
    `No menciona ${either(more > 0 ? [...skills, `${number(more)} más`] : skills)}.`,
  causes_shared: ({ causes }, { list }) => `A esta persona voluntaria le importa: ${list(causes)}.`,
  causes_differ: ({ causes }, { list }) => `Esta persona voluntaria prefiere otras causas: ${list(causes)}.`,
  goals_taught: ({ skills }, { list }) =>
    `Aquí se puede aprender ${list(skills)}, como desea quien hace las prácticas.`,
  goals_not_taught: ({ skills }, { list }) =>
    `Quien hace las prácticas quiere aprender ${list(skills)}, y este trabajo no lo enseña.`,
  return_given: ({ skills }, { list }) => `La organización puede dar ${list(skills)} a cambio.`,
  return_not_given: ({ skills }, { list }) =>
    `Quien ayuda quiere ${list(skills)} a cambio, y la organización no lo ofrece.`,
  nothing_in_return: () => 'La organización todavía no ofrece nada a cambio.',
  rate_within_budget: () => 'La tarifa está dentro del presupuesto.',
  rate_above_budget: ({ share }, { percent }) =>
    `La tarifa supera ${share === null ? 'ligeramente' : `en un ${percent(share)}`} el presupuesto.`,
  engagements_completed: ({ party, completed, total }, { number, noun }) =>
    `${PARTIES[party]} ha completado ${number(completed)} de ${number(total)} ${noun(total, 'colaboración', 'colaboraciones')}.`,
  introductions_answered: ({ party, answered, total, hours: taken }, write) =>
    `${PARTIES[party]} respondió a ${write.number(answered)} de ${write.number(total)} ${write.noun(total, 'presentación', 'presentaciones')}, en ${hours(taken, write)} de media.`,
  introductions_ignored: ({ party, total }, { number, noun }) =>
    `${PARTIES[party]} no respondió a ninguna de ${number(total)} ${noun(total, 'presentación', 'presentaciones')}.`,
  quick_answers_count: () => 'El plazo está por vencer, así que responder pronto cuenta más.',
  already_connected: () => 'La organización y quien ayuda ya se conocen.',
  same_partner: () => 'Ambas partes usan el mismo sitio.',
  texts_about_the_same: () => 'Los dos textos tratan de lo mismo.',
  texts_about_similar: () => 'Los dos textos tratan de cosas parecidas.',
  posted: ({ needDaysAgo, offerDaysAgo }, { daysAgo }) =>
    needDaysAgo === offerDaysAgo
      ? `Ambas se publicaron ${daysAgo(needDaysAgo)}.`
      : `La necesidad se publicó ${daysAgo(needDaysAgo)} y la oferta, ${daysAgo(offerDaysAgo)}.`,
  remote_hours_shared: ({ hours: shared }, { number, noun }) =>
    `A distancia, con ${number(shared)} ${noun(shared, 'hora laboral', 'horas laborales')} en común al día.`,
  apart: ({ km, isApproximate }, write) => `A ${about(isApproximate)}${write.km(km)} de distancia.`,
  same_area: () => 'En la misma zona.',
  same_place: () => 'En el mismo lugar.',
  hours_enough: ({ wanted }, write) =>
    `Dispone de ${theHours(wanted, write)} por semana que ${write.noun(wanted, 'se necesita', 'se necesitan')}.`,
  hours_in_part: ({ offered, wanted }, write) =>
    `Dispone de ${write.number(offered)} de ${theHours(wanted, write)} por semana que ${write.noun(wanted, 'se necesita', 'se necesitan')}.`,
  times_shared: ({ hours: shared }, write) =>
    `${hours(shared, write)} de la semana ${write.noun(shared, 'conviene', 'convienen')} a ambas partes.`,
  no_time_shared: () => 'Ningún momento de la semana conviene a ambas partes.',
  sessions_attended: ({ attended, sessions }, { number }) =>
    attended === sessions
      ? `Puede asistir ${sessions === 1 ? 'a la sesión' : `a las ${number(sessions)} sesiones`}.`
      : `Puede asistir a ${number(attended)} de ${number(sessions)} sesiones.`,
  words_shared: ({ words }, write) => `Ambos textos mencionan ${quoted(words, write)}.`,
  words_near: ({ words }, write) =>
    `La oferta menciona ${quoted(words, write)}, cercano a lo que dice la necesidad.`,
  skills_in_both_texts: ({ skills }, { list }) => `Ambos textos tratan de ${list(skills)}.`,

  // Blockers
  kind_not_accepted: ({ kind }) => `La necesidad no acepta ${KINDS[kind]}.`,
  not_visible: ({ sides }, write) =>
    sides.length > 1
      ? `${write.capitalized(sidesOf(sides, write))} solo son visibles en su propio sitio.`
      : `${write.capitalized(sidesOf(sides, write))} solo es visible en su propio sitio.`,
  blocked: () => 'La organización o quien ayuda pidió que no se les pusiera en contacto.',
  declined: () => 'Se rechazó una presentación para esta necesidad y esta oferta.',
  no_shared_language: ({ organization, helper }, { list, language }) =>
    `La organización trabaja en ${list(organization.map(language))}, y quien ayuda, en ${list(helper.map(language))}.`,
  volunteer_for_profit: ({ organization }) =>
    `Esta persona voluntaria no ha aceptado ayudar gratis a ${ORGANIZATIONS[organization]}.`,
  not_open_to_organization: ({ openTo }, { list }) =>
    `La oferta es solo para ${list(openTo.map((kind) => ORGANIZATIONS[kind]))}.`,
  over_budget: ({ cost, budget, unit }, { money }) =>
    `La ayuda cuesta ${money(cost)}${PER[unit]}, pero el presupuesto es de ${money(budget)}.`,
  guardian_consent_missing: () =>
    'Quien ayuda es menor de 18 años y no consta el consentimiento de un tutor.',
  paid_only: () => 'Estas prácticas deben ser remuneradas, pero la necesidad no tiene presupuesto.',
  below_pay_floor: ({ country: code, floor, source, year }, { country, money }) =>
    `La tarifa está por debajo del pago justo mínimo donde vive quien ayuda (${country(code)}): ${money(floor)} por hora (${source}, ${year}).`,
  work_on_site: () => 'El trabajo es presencial, pero esta persona trabaja a distancia.',
  work_remote: () => 'El trabajo es a distancia, pero esta persona solo trabaja de forma presencial.',
  distance_unknown: () => 'No se conoce la distancia entre la organización y quien ayuda.',
  place_out_of_reach: ({ km: distance, limitKm, isApproximate }, { km }) =>
    `La organización y quien ayuda están a ${about(isApproximate)}${km(distance)} de distancia; el límite es de ${km(limitKm)}.`,
  must_skill_missing: ({ skills }, { list }) =>
    `La necesidad exige ${list(skills)}, y la oferta no incluye nada lo bastante cercano.`,
  nothing_in_common: () =>
    'La necesidad y la oferta no comparten ninguna habilidad, y ninguna palabra del título o del comienzo de la oferta aparece en la necesidad.',
  requirement_not_held: ({ requirements, day: from }, { list, day }) =>
    `La necesidad exige ${list(requirements.map(requirement))}; quien ayuda no lo tendrá el ${day(from)}.`,
  ended: ({ side, day: end }, { day, capitalized }) => `${capitalized(SIDES[side])} terminó el ${day(end)}.`,
  helper_starts_too_late: ({ startsOn, endsOn }, { day }) =>
    `Quien ayuda puede empezar el ${day(startsOn)}, pero la necesidad termina el ${day(endsOn)}.`,
  helper_ends_too_early: ({ startsOn, endsOn }, { day }) =>
    `La necesidad empieza el ${day(startsOn)}, pero la oferta termina el ${day(endsOn)}.`,
  ends_before_start: () => 'La necesidad o la oferta termina antes de empezar.',
  no_day_free: ({ startsOn, endsOn }, { day }) =>
    endsOn === null
      ? `Quien ayuda no está disponible ningún día a partir del ${day(startsOn)}.`
      : `Quien ayuda no está disponible ningún día del ${day(startsOn)} al ${day(endsOn)}.`,
  no_session_fits: ({ sessions }, { number }) =>
    sessions === 1
      ? 'Quien ayuda no puede asistir a la sesión que aún tiene plaza.'
      : `Quien ayuda no puede asistir a ninguna de las ${number(sessions)} sesiones que aún tienen plaza.`,
  sessions_over: () => 'Todas las sesiones con plazas libres han pasado.',
  deadline_passed: ({ atMs }, { instant }) => `El plazo de la necesidad venció el ${instant(atMs)}.`,
  too_few_hours: ({ wanted, offered }, write) =>
    `La necesidad pide ${hours(wanted, write)} por semana, pero la oferta solo tiene ${hours(offered, write)}.`,
  too_few_hours_left: ({ wanted, left, offered }, write) =>
    `La necesidad pide ${hours(wanted, write)} por semana. De ${hours(offered, write)} de la oferta, otro trabajo deja solo ${write.number(left)}.`,
  fully_committed: ({ offered }, write) =>
    `Otro trabajo ocupa todo el tiempo de la oferta: ${hours(offered, write)} por semana.`,
  positions_taken: () => 'Todas las plazas de la necesidad están ocupadas.',
  not_open: ({ side, status }, { capitalized }) => `${capitalized(SIDES[side])} está ${STATUSES[status]}.`,
  not_available: () =>
    'Este emparejamiento no es posible, por un motivo que solo puede conocer el otro sitio.',

  // Smallest changes
  accept_kind: ({ kind }) => `Aceptar ${KINDS[kind]}.`,
  show_to_network: ({ sides }, write) => `Mostrar ${sidesOf(sides, write)} a toda la red.`,
  remove_block: () => 'Quitar el bloqueo.',
  post_again: () => 'Publicar una oferta o necesidad nueva, si las circunstancias han cambiado.',
  add_language: ({ language: tag }, { language }) =>
    `Añadir ${language(tag)} a los idiomas de quien ayuda, si lo habla.`,
  open_to_business_or_accept_others: ({ organization }) =>
    `Pedir a la persona voluntaria que abra su oferta a ${ORGANIZATIONS[organization]}, o aceptar practicantes, trueque o ayuda remunerada.`,
  open_to_organization: ({ organization }) => `Abrir la oferta a ${ORGANIZATIONS[organization]}.`,
  raise_budget: ({ cost, unit }, { money }) => `Aumentar el presupuesto a ${money(cost)}${PER[unit]}.`,
  record_guardian_consent: () => 'Registrar el consentimiento de un tutor.',
  add_budget: () => 'Añadir un presupuesto a la necesidad.',
  raise_rate: ({ floor }, { money }) => `Pedir al menos ${money(floor)} por hora.`,
  make_hybrid: () =>
    'Hacer la necesidad híbrida: quien ayuda está lo bastante cerca para acudir de vez en cuando.',
  make_remote: () => 'Permitir que el trabajo se haga a distancia.',
  make_remote_for_helper: () => 'Permitir que el trabajo se haga a distancia: así trabaja esta persona.',
  offer_remote_work: () => 'Pedir a quien ayuda que ofrezca trabajo a distancia o híbrido.',
  add_coordinates: ({ sides, orPostalCode }) =>
    sides.length > 1
      ? `Añadir latitud y longitud a ambas ubicaciones, o la misma ciudad${orPostalCode ? ' o el mismo código postal' : ''}.`
      : `Añadir latitud y longitud a la ubicación ${sides.map((side) => OF_SIDES[side]).join('')}.`,
  raise_distance: ({ sides, km: distance }, { list, km }) =>
    `Aumentar la distancia máxima ${sides.length > 0 ? `${list(sides.map((side) => OF_SIDES[side]))} ` : ''}a ${km(distance)}.`,
  relax_must: ({ skills }, { list }) =>
    `Marcar ${list(skills)} como «should» en lugar de «must», o pedir a quien ayuda que lo añada a la oferta.`,
  add_skill: ({ skill }) => `Pedir a quien ayuda que añada ${skill} a la oferta, si sabe hacerlo.`,
  list_skills: () => 'Indicar las habilidades que busca la necesidad.',
  add_credential: ({ requirements, day: from }, { list, day }) =>
    `Añadir ${list(requirements.map(requirement))} a las credenciales de quien ayuda, con validez el ${day(from)}.`,
  extend: ({ side, day: until }, { day }) => `Prolongar ${SIDES[side]} hasta el ${day(until)} o después.`,
  extend_need_or_start_earlier: ({ startsOn, endsOn }, { day }) =>
    `Prolongar la necesidad hasta el ${day(startsOn)}, o empezar la oferta a más tardar el ${day(endsOn)}.`,
  extend_offer_or_start_earlier: ({ startsOn, endsOn }, { day }) =>
    `Prolongar la oferta hasta el ${day(startsOn)}, o empezar la necesidad a más tardar el ${day(endsOn)}.`,
  correct_end: () => 'Poner como fecha de fin la de inicio o una posterior.',
  free_a_day: ({ startsOn, endsOn }, { day }) =>
    endsOn === null
      ? `Añadir un día disponible a partir del ${day(startsOn)}.`
      : `Añadir un día disponible entre el ${day(startsOn)} y el ${day(endsOn)}, o mover la necesidad.`,
  free_for_session: ({ day: on, start, end, timeZone }, { day }) =>
    `Hacer que quien ayuda esté disponible el ${day(on)} de ${start} a ${end} (${timeZone}), o añadir una sesión que le venga bien.`,
  end_work_at_session: ({ day: on, start, end, timeZone }, { day }) =>
    `Quien ayuda tiene otro trabajo el ${day(on)} de ${start} a ${end} (${timeZone}). Terminar ese trabajo, o añadir una sesión que le venga bien.`,
  add_session: () => 'Añadir una sesión que esté por venir.',
  move_deadline: () => 'Aplazar la fecha límite de la necesidad, o quitarla.',
  offer_more_hours: ({ hours: least }, write) => `Ofrecer al menos ${hours(least, write)} por semana.`,
  free_hours: ({ hours: more }, write) =>
    `Liberar al menos ${hours(more, write)} por semana de otro trabajo, o aumentar en esa cantidad las horas de la oferta y el límite de quien ayuda.`,
  add_position: () => 'Añadir una plaza a la necesidad.',
  reopen: ({ side }) => `Volver a abrir ${SIDES[side]}.`,
  choose_another: () => 'Elegir otra opción.',

  // Why nobody matches
  ...blockedTexts(blocked, ORGANIZATIONS),

  // Notices
  volunteering_for_business: ({ organization }) =>
    `Esta persona voluntaria acepta ayudar a ${ORGANIZATIONS[organization]}. Conviene revisar las normas del país sobre el voluntariado en empresas.`,
  unpaid_intern_at_business: () =>
    'Quien hace las prácticas no pide retribución. Conviene revisar las normas del país sobre prácticas no remuneradas en empresas.',
  credit_required: ({ hours: required }, write) =>
    required === null
      ? 'Quien hace las prácticas necesita créditos académicos.'
      : `Quien hace las prácticas necesita créditos académicos, que exigen ${hours(required, write)}.`,
  nothing_to_give: ({ skills }, { list }) =>
    `Quien ayuda quiere ${list(skills)} a cambio, pero la necesidad no ofrece nada de eso. Antes hay que acordar otra cosa.`,
  budget_missing: () => 'La necesidad no tiene presupuesto. Antes hay que acordar el pago.',
  above_budget: ({ cost, unit, budget, share }, { money, percent }) =>
    `Quien ayuda pide ${money(cost)}${PER[unit]}: supera ${share === null ? 'ligeramente' : `en un ${percent(share)}`} el presupuesto de ${money(budget)}.`,
  currencies_differ: ({ budget, rate }) =>
    `El presupuesto está en ${budget} y la tarifa en ${rate}, por lo que no se compararon.`,
  budget_not_compared: () =>
    'Uno de los dos, presupuesto o tarifa, es por hora y el otro por proyecto. Para compararlos hay que añadir las horas semanales y ambas fechas.',
  pay_floor_unknown: ({ country: code }, { country }) =>
    `No se conoce el pago justo mínimo donde vive quien ayuda (${code === null ? 'país sin indicar' : country(code)}).`,
  pay_floor_not_compared: ({ country: code, because }, { country }) =>
    `La tarifa es ${because === 'project' ? 'por proyecto' : 'en otra moneda'} y no se comparó con el pago justo mínimo donde vive quien ayuda (${country(code)}).`,
  credential_expires: ({ requirement: name, day: until }, { day }) =>
    `Una credencial de quien ayuda vence el ${day(until)}: ${requirement(name)}.`,
  some_credential_expires: () => 'Una credencial que exige la necesidad vence durante el trabajo.',
  few_hours_shared: ({ hours: shared }, write) =>
    shared === 0
      ? 'Los horarios laborales habituales no coinciden.'
      : `Los horarios laborales habituales solo coinciden ${hours(shared, write)} al día.`,
  remote_helper_for_hybrid_work: () =>
    'El trabajo es en parte presencial y quien ayuda ofrece trabajo a distancia. Antes hay que acordar con qué frecuencia acudirá.',
  few_hours_left: ({ left, offered }, write) =>
    `Otro trabajo deja a quien ayuda solo ${hours(left, write)} de ${write.number(offered)} por semana.`,
  skills_unknown: ({ skills }, write) =>
    `No están en el catálogo de habilidades, así que solo se compararon por el nombre: ${quoted(skills, write)}.`,

  // Notices on a query and on a posting
  own_text_still_read: () =>
    'El texto de esta publicación todavía se está leyendo. La lista y el grado de encaje pueden cambiar en un momento: vuelva a consultar.',
  other_texts_still_read: () =>
    'Todavía se están leyendo textos de otras publicaciones. El orden puede cambiar en un momento: vuelva a consultar.',
  skill_of_filter_unknown: ({ skill, nearest }, write) =>
    `Ninguna habilidad del catálogo se llama ${quoted([skill], write)}, así que solo aparecen publicaciones que la nombran con estas palabras.` +
    (nearest.length > 0 ? ` Nombres parecidos: ${write.list(nearest)}.` : ''),
  budget_not_used: () =>
    'La necesidad tiene presupuesto, pero no acepta ayuda remunerada. Acéptela también para encontrar ofertas remuneradas.',
  gives_not_used: () =>
    'La necesidad da algo a cambio, pero no acepta el trueque. Acéptelo también para aprovecharlo.',
  open_to_nonprofits_only: () =>
    'Esta oferta de voluntariado solo se propone a organizaciones sin fines de lucro. Indique a qué tipos de empresa está abierta para proponerla también a estas.',
  no_skill_known: () =>
    'No se indica ninguna habilidad ni se reconoció ninguna en el texto, así que solo se comparan sus palabras. Indique una o más habilidades para encontrar más.',
  never_available: () =>
    'No queda ningún día en que quien ayuda pueda venir: las fechas de la oferta y los días en que no está disponible se excluyen.',
  sessions_outside_dates: () =>
    'Algunas sesiones son anteriores al primer día de la necesidad o posteriores al último. Cambie su fecha, o cambie esos días.',
  work_not_understood: () =>
    'No se entendió nada de este texto. Nombre una o varias habilidades, o describa el trabajo en español, inglés, francés, alemán o portugués.',

  ...adviceTexts(advice),
  ...desk,
  ...faults,

  // Parts of a summary
  knows: ({ skills }, { list }) => `sabe de ${list(skills)}`,
  seems_to_know: ({ skills }, { list }) => `parece saber de ${list(skills)}`,
  mentions: ({ words }, write) => `menciona ${quoted(words, write)}`,
  writes_of: ({ skills }, { list }) => `escribe sobre ${list(skills)}`,
  similar_work: () => 'describe un trabajo parecido',
  only_time_and_place: () =>
    'no hay habilidades ni palabras importantes en común, a lo sumo coinciden el horario y el lugar',
  has_hours: ({ wanted }, write) => `dispone de ${theHours(wanted, write)} por semana que necesita`,
  has_part_of_hours: ({ offered, wanted }, write) =>
    `dispone de ${write.number(offered)} de ${theHours(wanted, write)} por semana que necesita`,
  no_common_time: () => 'ningún momento de la semana conviene a ambas partes',
  works_remotely: () => 'trabaja a distancia',
  is_nearby: () => 'está cerca',
  is_away: ({ km, isApproximate }, write) => `está a ${about(isApproximate)}${write.km(km)}`,
  costs_nothing: () => 'no cuesta nada',
  costs: ({ cost, unit }, { money }) => `cuesta ${money(cost)}${PER[unit]}`,
  wants_in_return: ({ skills }, { list }) => `quiere ${list(skills)} a cambio`,
  wants_something_in_return: () => 'quiere algo a cambio',
  needs: ({ skills }, { list }) => `necesita ${list(skills)}`,
  seems_to_need: ({ skills }, { list }) => `parece necesitar ${list(skills)}`,
  hours_a_week: ({ hours: wanted }, write) => `${hours(wanted, write)} por semana`,
  remote_work: () => 'a distancia',
  in_your_area: () => 'en su zona',
  km_from_you: ({ km, isApproximate }, write) => `a ${about(isApproximate)}${write.km(km)} de usted`,
  for_organization: ({ organization }) => `para ${ONE_ORGANIZATION[organization]}`,
  budget_of: ({ budget, unit }, { money }) => `con un presupuesto de ${money(budget)}${PER[unit]}`,
  gives_in_return: ({ skills }, { list }) => `da ${list(skills)} a cambio`,
}
