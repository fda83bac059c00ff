import type { BlockedWords } from './blocked-texts.ts'

const NONPROFITS_ONLY =
  'o voluntariado é só para organizações sem fins lucrativos, a menos que a oferta diga o contrário'
const SUCH_AS = 'como uma licença ou uma verificação de antecedentes'

export const pt: BlockedWords = {
  kinds: {
    volunteer: ['oferta de voluntariado', 'ofertas de voluntariado'],
    intern: ['oferta de estágio', 'ofertas de estágio'],
    barter: ['oferta de troca', 'ofertas de troca'],
    paid: ['oferta paga', 'ofertas pagas'],
  },
  needs: ['necessidade', 'necessidades'],
  atLeast: 'Pelo menos',
  wouldFitBut: ['serviria, mas', 'serviriam, mas'],
  somethingElseToo: 'Há também outro impedimento.',
  nothingElseFor: (count) => `Em ${count} delas não há nenhum outro impedimento.`,
  offersBut: (choose, organizations, { percent }) => {
    const [are, stay, have] = [choose('é', 'são'), choose('está', 'estão'), choose('tem', 'têm')]
    const notOpen = `não ${choose('está aberta', 'estão abertas')} a ${organizations}`
    return {
      kind_not_accepted: 'a necessidade não aceita este tipo de ajuda',
      volunteer_for_profit: `${notOpen}: ${NONPROFITS_ONLY}`,
      not_open_to_organization: notOpen,
      not_visible: 'a necessidade só é visível para você',
      on_site_only: `${choose('é só presencial', 'são só presenciais')}, e o trabalho é a distância`,
      remote_only: `${are} só a distância, e o trabalho é presencial`,
      place_unknown: `não se sabe a que distância ${stay}`,
      place_out_of_reach: `${stay} longe demais`,
      no_shared_language: `não ${have} nenhum idioma em comum com a organização`,
      dates_do_not_overlap: `não ${choose('está disponível', 'estão disponíveis')} nas datas da necessidade`,
      deadline_passed: 'o prazo da necessidade já terminou',
      no_session_fits: `não ${choose('pode', 'podem')} vir a nenhuma das sessões`,
      too_few_hours: `${have} muito poucas horas por semana`,
      fully_committed: `${choose('tem', 'têm')} todas as horas comprometidas com outro trabalho`,
      nothing_left: 'todas as vagas da necessidade estão ocupadas',
      must_skill_missing: `não ${choose('menciona', 'mencionam')} uma habilidade que a necessidade exige`,
      requirement_not_held: `não ${have} um comprovante que a necessidade exige, ${SUCH_AS}`,
      over_budget: `${choose('ultrapassa', 'ultrapassam')} o orçamento em mais de ${percent(0.15)}`,
      guardian_consent_missing: `${are} de menores sem consentimento de um responsável`,
      paid_only: `${are} só para trabalho remunerado, e a necessidade não tem orçamento`,
      below_pay_floor: `${stay} abaixo do menor pagamento justo`,
    }
  },
  needsBut: (choose, { percent }) => {
    const [are, stay, have] = [choose('é', 'são'), choose('está', 'estão'), choose('tem', 'têm')]
    const ask = choose('exige', 'exigem')
    return {
      kind_not_accepted: `não ${choose('aceita', 'aceitam')} este tipo de ajuda`,
      volunteer_for_profit: `${choose('é de uma empresa à qual', 'são de empresas às quais')} a oferta não está aberta: ${NONPROFITS_ONLY}`,
      not_open_to_organization: `${choose('é de uma organização à qual', 'são de organizações às quais')} a oferta não está aberta`,
      not_visible: 'a oferta só é visível para você',
      on_site_only: `${choose('é só presencial', 'são só presenciais')}, e a oferta é a distância`,
      remote_only: `${are} só a distância, e a oferta é presencial`,
      place_unknown: `não se sabe a que distância ${stay}`,
      place_out_of_reach: `${stay} longe demais`,
      no_shared_language: `não ${have} nenhum idioma em comum com quem ajuda`,
      dates_do_not_overlap: `não ${choose('coincide', 'coincidem')} com as datas da oferta`,
      deadline_passed: 'o prazo já terminou',
      no_session_fits: `não ${choose('tem', 'têm')} nenhuma sessão a que quem ajuda possa vir`,
      too_few_hours: `${choose('pede', 'pedem')} mais horas por semana do que a oferta tem`,
      fully_committed: `${choose('tem', 'têm')} todas as vagas ocupadas`,
      nothing_left: 'todas as horas da oferta estão comprometidas com outro trabalho',
      must_skill_missing: `${ask} uma habilidade que a oferta não menciona`,
      requirement_not_held: `${ask} um comprovante que quem ajuda não tem, ${SUCH_AS}`,
      over_budget: `o preço ultrapassa o orçamento em mais de ${percent(0.15)}`,
      guardian_consent_missing: `não ${choose('aceita', 'aceitam')} menores sem consentimento de um responsável`,
      paid_only: `não ${have} orçamento, e o estágio precisa ser remunerado`,
      below_pay_floor: 'o preço está abaixo do menor pagamento justo',
    }
  },
}
