import type { BlockedWords } from './blocked-texts.ts'

const NONPROFITS_ONLY =
  'el voluntariado es solo para organizaciones sin fines de lucro, salvo que la oferta indique lo contrario'
const SUCH_AS = 'como una licencia o una verificación de antecedentes'

export const es: BlockedWords = {
  kinds: {
    volunteer: ['oferta de voluntariado', 'ofertas de voluntariado'],
    intern: ['oferta de prácticas', 'ofertas de prácticas'],
    barter: ['oferta de trueque', 'ofertas de trueque'],
    paid: ['oferta remunerada', 'ofertas remuneradas'],
  },
  needs: ['necesidad', 'necesidades'],
  atLeast: 'Al menos',
  wouldFitBut: ['encajaría, pero', 'encajarían, pero'],
  somethingElseToo: 'También hay otro impedimento.',
  nothingElseFor: (count) => `En ${count} de ellas no hay ningún otro impedimento.`,
  offersBut: (choose, organizations, { percent }) => {
    const [are, stay, have] = [choose('es', 'son'), choose('está', 'están'), choose('tiene', 'tienen')]
    const notOpen = `no ${choose('está abierta', 'están abiertas')} a ${organizations}`
    return {
      kind_not_accepted: 'la necesidad no acepta este tipo de ayuda',
      volunteer_for_profit: `${notOpen}: ${NONPROFITS_ONLY}`,
      not_open_to_organization: notOpen,
      not_visible: 'la necesidad solo es visible para usted',
      on_site_only: `${choose('es solo presencial', 'son solo presenciales')}, y el trabajo es a distancia`,
      remote_only: `${are} solo a distancia, y el trabajo es presencial`,
      place_unknown: `no se sabe a qué distancia ${stay}`,
      place_out_of_reach: `${stay} demasiado lejos`,
      no_shared_language: `no ${have} ningún idioma en común con la organización`,
      dates_do_not_overlap: `no ${choose('está disponible', 'están disponibles')} en las fechas de la necesidad`,
      deadline_passed: 'el plazo de la necesidad ya venció',
      no_session_fits: `no ${choose('puede', 'pueden')} asistir a ninguna de las sesiones`,
      too_few_hours: `${have} muy pocas horas por semana`,
      fully_committed: `${choose('tiene', 'tienen')} todas las horas comprometidas con otro trabajo`,
      nothing_left: 'todas las plazas de la necesidad están ocupadas',
      must_skill_missing: `no ${choose('incluye', 'incluyen')} una habilidad que exige la necesidad`,
      requirement_not_held: `no ${have} una acreditación que exige la necesidad, ${SUCH_AS}`,
      over_budget: `${choose('supera', 'superan')} el presupuesto en más de un ${percent(0.15)}`,
      guardian_consent_missing: `${are} de menores sin consentimiento de un tutor`,
      paid_only: `${are} solo para trabajo remunerado, y la necesidad no tiene presupuesto`,
      below_pay_floor: `${stay} por debajo del pago justo mínimo`,
    }
  },
  needsBut: (choose, { percent }) => {
    const [are, stay, have] = [choose('es', 'son'), choose('está', 'están'), choose('tiene', 'tienen')]
    const ask = choose('exige', 'exigen')
    return {
      kind_not_accepted: `no ${choose('acepta', 'aceptan')} este tipo de ayuda`,
      volunteer_for_profit: `${choose('es de una empresa a la que', 'son de empresas a las que')} la oferta no está abierta: ${NONPROFITS_ONLY}`,
      not_open_to_organization: `${choose('es de una organización a la que', 'son de organizaciones a las que')} la oferta no está abierta`,
      not_visible: 'la oferta solo es visible para usted',
      on_site_only: `${choose('es solo presencial', 'son solo presenciales')}, y la oferta es a distancia`,
      remote_only: `${are} solo a distancia, y la oferta es presencial`,
      place_unknown: `no se sabe a qué distancia ${stay}`,
      place_out_of_reach: `${stay} demasiado lejos`,
      no_shared_language: `no ${have} ningún idioma en común con quien ayuda`,
      dates_do_not_overlap: `no ${choose('coincide', 'coinciden')} con las fechas de la oferta`,
      deadline_passed: 'su plazo ya venció',
      no_session_fits: `no ${choose('tiene', 'tienen')} ninguna sesión a la que quien ayuda pueda asistir`,
      too_few_hours: `${choose('pide', 'piden')} más horas por semana de las que tiene la oferta`,
      fully_committed: `${choose('tiene', 'tienen')} todas las plazas ocupadas`,
      nothing_left: 'todas las horas de la oferta están comprometidas con otro trabajo',
      must_skill_missing: `${ask} una habilidad que la oferta no incluye`,
      requirement_not_held: `${ask} una acreditación que quien ayuda no tiene, ${SUCH_AS}`,
      over_budget: `la tarifa supera su presupuesto en más de un ${percent(0.15)}`,
      guardian_consent_missing: `no ${choose('admite', 'admiten')} a menores sin consentimiento de un tutor`,
      paid_only: `no ${have} presupuesto, y las prácticas deben ser remuneradas`,
      below_pay_floor: 'la tarifa está por debajo del pago justo mínimo',
    }
  },
}
