import type { Writer } from '../writer.ts'
import { adviceTexts } from './advice/advice-texts.ts'
import { pt as advice } from './advice/pt.ts'
import { blockedTexts } from './blocked/blocked-texts.ts'
import { pt as blocked } from './blocked/pt.ts'
import { pt as desk } from './desk/pt.ts'
import { pt as faults } from './faults/pt.ts'
import type { Texts } from './texts.ts'

const KINDS = { volunteer: 'voluntários', intern: 'estagiários', barter: 'troca', paid: 'ajuda paga' }
const ORGANIZATIONS = {
  solopreneur: 'profissionais autônomos',
  small_business: 'pequenas empresas',
  nonprofit: 'organizações sem fins lucrativos',
}
const ONE_ORGANIZATION = {
  solopreneur: 'uma pessoa que trabalha por conta própria',
  small_business: 'uma pequena empresa',
  nonprofit: 'uma organização sem fins lucrativos',
}
const PARTIES = { helper: 'Quem ajuda', organization: 'A organização' }
const SIDES = { need: 'a necessidade', offer: 'a oferta' }
const OF_SIDES = { need: 'da necessidade', offer: 'da oferta' }
const STATUSES = { filled: 'preenchida', paused: 'em pausa', closed: 'encerrada' }
const PER = { hour: ' por hora', project: ' pelo projeto', total: ' no total' }

const hours = (count: number, { number, noun }: Writer) => `${number(count)} ${noun(count, 'hora', 'horas')}`
const ofTheHours = (count: number, write: Writer) =>
  count === 1 ? 'da hora' : `${write.noun(count, 'da', 'das')} ${hours(count, write)}`
const areNeeded = (count: number, { noun }: Writer) => noun(count, 'é necessária', 'são necessárias')
const quoted = (words: readonly string[], { list }: Writer) => list(words.map((word) => `“${word}”`))
const about = (isApproximate: boolean) => (isApproximate ? 'cerca de ' : '')
const sidesOf = (sides: readonly ('need' | 'offer')[], { list }: Writer) =>
  list(sides.map((side) => SIDES[side]))

function requirement(name: string): string {
  if (name === 'age_over_18') return 'ter mais de 18 anos'
  if (name.startsWith('age_over_')) return `ter pelo menos ${name.slice('age_over_'.length)} anos`
  if (name === 'background_check') return 'uma verificação de antecedentes'
  if (name.startsWith('licence:')) return `a licença “${name.slice('licence:'.length)}”`
  return name.replaceAll('_', ' ')
}

export const pt: Texts = {
  // Reasons
  skills_offered: ({ skills }, { list }) =>
    `Oferece ${list(skills.map(({ offered, closeTo }) => (closeTo ? `${offered} (parecido com ${closeTo})` : offered)))}.`,
  skills_in_text: ({ skills }, { list }) => `Pelo texto da oferta, parece entender de ${list(skills)}.`,
  skills_not_listed: ({ skills, more }, { either, number }) =>
    `Não menciona ${either(more > 0 ? [...skills, `mais ${number(more)}`] : skills)}.`,
  causes_shared: ({ causes }, { list }) => `Causas que importam a quem se voluntaria: ${list(causes)}.`,
  causes_differ: ({ causes }, { list }) => `Quem se voluntaria prefere outras causas: ${list(causes)}.`,
  goals_taught: ({ skills }, { list }) => `Quem faz o estágio pode aprender ${list(skills)} aqui.`,
  goals_not_taught: ({ skills }, { list }) =>
    `Quem faz o estágio quer aprender ${list(skills)}, e este trabalho não ensina isso.`,
  return_given: ({ skills }, { list }) => `A organização pode dar ${list(skills)} em troca.`,
  return_not_given: ({ skills }, { list }) =>
    `Quem ajuda quer ${list(skills)} em troca, e a organização não oferece isso.`,
  nothing_in_return: () => 'A organização ainda não oferece nada em troca.',
  rate_within_budget: () => 'O preço está dentro do orçamento.',
  rate_above_budget: ({ share }, { percent }) =>
    `O preço está ${share === null ? 'um pouco' : percent(share)} acima do orçamento.`,
  engagements_completed: ({ party, completed, total }, { number, noun }) =>
    `${PARTIES[party]} concluiu ${number(completed)} de ${number(total)} ${noun(total, 'colaboração', 'colaborações')}.`,
  introductions_answered: ({ party, answered, total, hours: taken }, write) =>
    `${PARTIES[party]} respondeu a ${write.number(answered)} de ${write.number(total)} ${write.noun(total, 'apresentação', 'apresentações')}, em média em ${hours(taken, write)}.`,
  introductions_ignored: ({ party, total }, { number, noun }) =>
    `${PARTIES[party]} não respondeu a nenhuma de ${number(total)} ${noun(total, 'apresentação', 'apresentações')}.`,
  quick_answers_count: () => 'O prazo está próximo, por isso respostas rápidas contam mais.',
  already_connected: () => 'A organização e quem ajuda já se conhecem.',
  same_partner: () => 'As duas partes usam o mesmo site.',
  texts_about_the_same: () => 'Os dois textos tratam do mesmo assunto.',
  texts_about_similar: () => 'Os dois textos tratam de assuntos parecidos.',
  posted: ({ needDaysAgo, offerDaysAgo }, { daysAgo }) =>
    needDaysAgo === offerDaysAgo
      ? `As duas foram publicadas ${daysAgo(needDaysAgo)}.`
      : `A necessidade foi publicada ${daysAgo(needDaysAgo)} e a oferta, ${daysAgo(offerDaysAgo)}.`,
  remote_hours_shared: ({ hours: shared }, { number, noun }) =>
    `A distância, com ${number(shared)} ${noun(shared, 'hora de trabalho', 'horas de trabalho')} em comum por dia.`,
  apart: ({ km, isApproximate }, write) => `A ${about(isApproximate)}${write.km(km)} de distância.`,
  same_area: () => 'Na mesma região.',
  same_place: () => 'No mesmo lugar.',
  hours_enough: ({ wanted }, write) =>
    `Dispõe ${ofTheHours(wanted, write)} por semana que ${areNeeded(wanted, write)}.`,
  hours_in_part: ({ offered, wanted }, write) =>
    `Dispõe de ${write.number(offered)} ${ofTheHours(wanted, write)} por semana que ${areNeeded(wanted, write)}.`,
  times_shared: ({ hours: shared }, write) =>
    `${hours(shared, write)} da semana ${write.noun(shared, 'serve', 'servem')} para as duas partes.`,
  no_time_shared: () => 'Nenhum horário da semana serve para as duas partes.',
  sessions_attended: ({ attended, sessions }, { number }) =>
    attended === sessions
      ? `Pode vir ${sessions === 1 ? 'à sessão' : `às ${number(sessions)} sessões`}.`
      : `Pode vir a ${number(attended)} de ${number(sessions)} sessões.`,
  words_shared: ({ words }, write) => `Os dois textos mencionam ${quoted(words, write)}.`,
  words_near: ({ words }, write) =>
    `A oferta menciona ${quoted(words, write)}, próximo do que diz a necessidade.`,
  skills_in_both_texts: ({ skills }, { list }) => `Os dois textos tratam de ${list(skills)}.`,

  // Blockers
  kind_not_accepted: ({ kind }) => `A necessidade não aceita ${KINDS[kind]}.`,
  not_visible: ({ sides }, write) =>
    sides.length > 1
      ? `${write.capitalized(sidesOf(sides, write))} só são visíveis em seus próprios sites.`
      : `${write.capitalized(sidesOf(sides, write))} só é visível em seu próprio site.`,
  blocked: () => 'A organização ou quem ajuda pediu para não ser colocado em contato com a outra parte.',
  declined: () => 'Uma apresentação para esta necessidade e esta oferta foi recusada.',
  no_shared_language: ({ organization, helper }, { list, language }) =>
    `A organização trabalha em ${list(organization.map(language))}, e quem ajuda, em ${list(helper.map(language))}.`,
  volunteer_for_profit: ({ organization }) =>
    `Esta pessoa voluntária não aceitou ajudar ${ORGANIZATIONS[organization]} sem remuneração.`,
  not_open_to_organization: ({ openTo }, { list }) =>
    `A oferta é só para ${list(openTo.map((kind) => ORGANIZATIONS[kind]))}.`,
  over_budget: ({ cost, budget, unit }, { money }) =>
    `A ajuda custa ${money(cost)}${PER[unit]}, mas o orçamento é de ${money(budget)}.`,
  guardian_consent_missing: () =>
    'Quem ajuda tem menos de 18 anos, e não há consentimento de um responsável registrado.',
  paid_only: () => 'O estágio precisa ser remunerado, mas a necessidade não tem orçamento.',
  below_pay_floor: ({ country: code, floor, source, year }, { country, money }) =>
    `O preço está abaixo do menor pagamento justo onde vive quem ajuda (${country(code)}): ${money(floor)} por hora (${source}, ${year}).`,
  work_on_site: () => 'O trabalho é presencial, mas esta pessoa trabalha a distância.',
  work_remote: () => 'O trabalho é a distância, mas esta pessoa só trabalha presencialmente.',
  distance_unknown: () => 'Não se sabe a distância entre a organização e quem ajuda.',
  place_out_of_reach: ({ km: distance, limitKm, isApproximate }, { km }) =>
    `A organização e quem ajuda estão a ${about(isApproximate)}${km(distance)} de distância; o limite é de ${km(limitKm)}.`,
  must_skill_missing: ({ skills }, { list }) =>
    `A necessidade exige ${list(skills)}, e a oferta não traz nada próximo o bastante.`,
  nothing_in_common: () =>
    'A necessidade e a oferta não têm nenhuma habilidade em comum, e nenhuma palavra do título ou do começo da oferta aparece na necessidade.',
  requirement_not_held: ({ requirements, day: from }, { list, day }) =>
    `A necessidade exige ${list(requirements.map(requirement))}; quem ajuda não terá isso em ${day(from)}.`,
  ended: ({ side, day: end }, { day, capitalized }) => `${capitalized(SIDES[side])} terminou em ${day(end)}.`,
  helper_starts_too_late: ({ startsOn, endsOn }, { day }) =>
    `Quem ajuda pode começar em ${day(startsOn)}, mas a necessidade termina em ${day(endsOn)}.`,
  helper_ends_too_early: ({ startsOn, endsOn }, { day }) =>
    `A necessidade começa em ${day(startsOn)}, mas a oferta termina em ${day(endsOn)}.`,
  ends_before_start: () => 'A necessidade ou a oferta termina antes de começar.',
  no_day_free: ({ startsOn, endsOn }, { day }) =>
    endsOn === null
      ? `Quem ajuda não está disponível em nenhum dia a partir de ${day(startsOn)}.`
      : `Quem ajuda não está disponível em nenhum dia de ${day(startsOn)} a ${day(endsOn)}.`,
  no_session_fits: ({ sessions }, { number }) =>
    sessions === 1
      ? 'Quem ajuda não pode vir à sessão que ainda tem vaga.'
      : `Quem ajuda não pode vir a nenhuma das ${number(sessions)} sessões que ainda têm vaga.`,
  sessions_over: () => 'Todas as sessões com vagas livres já passaram.',
  deadline_passed: ({ atMs }, { instant }) => `O prazo da necessidade terminou em ${instant(atMs)}.`,
  too_few_hours: ({ wanted, offered }, write) =>
    `A necessidade pede ${hours(wanted, write)} por semana, mas a oferta só tem ${hours(offered, write)}.`,
  too_few_hours_left: ({ wanted, left, offered }, write) =>
    `A necessidade pede ${hours(wanted, write)} por semana. De ${hours(offered, write)} da oferta, outro trabalho deixa só ${write.number(left)}.`,
  fully_committed: ({ offered }, write) =>
    `Outro trabalho ocupa todo o tempo da oferta: ${hours(offered, write)} por semana.`,
  positions_taken: () => 'Todas as vagas da necessidade estão ocupadas.',
  not_open: ({ side, status }, { capitalized }) => `${capitalized(SIDES[side])} está ${STATUSES[status]}.`,
  not_available: () => 'Esta combinação não é possível, por um motivo que só o outro site pode conhecer.',

  // Smallest changes
  accept_kind: ({ kind }) => `Aceite ${KINDS[kind]}.`,
  show_to_network: ({ sides }, write) => `Mostre ${sidesOf(sides, write)} a toda a rede.`,
  remove_block: () => 'Remova o bloqueio.',
  post_again: () => 'Publique uma nova oferta ou necessidade, se algo tiver mudado.',
  add_language: ({ language: tag }, { language }) =>
    `Acrescente ${language(tag)} aos idiomas de quem ajuda, se for o caso.`,
  open_to_business_or_accept_others: ({ organization }) =>
    `Peça à pessoa voluntária que abra a oferta a ${ORGANIZATIONS[organization]}, ou aceite estagiários, troca ou ajuda paga.`,
  open_to_organization: ({ organization }) => `Abra a oferta a ${ORGANIZATIONS[organization]}.`,
  raise_budget: ({ cost, unit }, { money }) => `Aumente o orçamento para ${money(cost)}${PER[unit]}.`,
  record_guardian_consent: () => 'Registre o consentimento de um responsável.',
  add_budget: () => 'Acrescente um orçamento à necessidade.',
  raise_rate: ({ floor }, { money }) => `Peça pelo menos ${money(floor)} por hora.`,
  make_hybrid: () =>
    'Torne a necessidade híbrida: quem ajuda está perto o bastante para vir de vez em quando.',
  make_remote: () => 'Permita o trabalho a distância.',
  make_remote_for_helper: () => 'Permita o trabalho a distância: é assim que esta pessoa trabalha.',
  offer_remote_work: () => 'Peça a quem ajuda que ofereça trabalho a distância ou híbrido.',
  add_coordinates: ({ sides, orPostalCode }) =>
    sides.length > 1
      ? `Acrescente latitude e longitude às duas localizações, ou a mesma cidade${orPostalCode ? ' ou o mesmo CEP' : ''}.`
      : `Acrescente latitude e longitude à localização ${sides.map((side) => OF_SIDES[side]).join('')}.`,
  raise_distance: ({ sides, km: distance }, { list, km }) =>
    `Aumente a distância máxima ${sides.length > 0 ? `${list(sides.map((side) => OF_SIDES[side]))} ` : ''}para ${km(distance)}.`,
  relax_must: ({ skills }, { list }) =>
    `Marque ${list(skills)} como “should” em vez de “must”, ou peça a quem ajuda que complete a oferta.`,
  add_skill: ({ skill }) => `Peça a quem ajuda que acrescente ${skill} à oferta, se souber fazer isso.`,
  list_skills: () => 'Indique as habilidades que a necessidade procura.',
  add_credential: ({ requirements, day: from }, { list, day }) =>
    `Acrescente ${list(requirements.map(requirement))} às credenciais de quem ajuda, com validade em ${day(from)}.`,
  extend: ({ side, day: until }, { day }) => `Prolongue ${SIDES[side]} até ${day(until)} ou depois.`,
  extend_need_or_start_earlier: ({ startsOn, endsOn }, { day }) =>
    `Prolongue a necessidade até ${day(startsOn)}, ou comece a oferta até ${day(endsOn)}.`,
  extend_offer_or_start_earlier: ({ startsOn, endsOn }, { day }) =>
    `Prolongue a oferta até ${day(startsOn)}, ou comece a necessidade até ${day(endsOn)}.`,
  correct_end: () => 'Defina a data de término como a de início ou uma posterior.',
  free_a_day: ({ startsOn, endsOn }, { day }) =>
    endsOn === null
      ? `Acrescente um dia disponível a partir de ${day(startsOn)}.`
      : `Acrescente um dia disponível de ${day(startsOn)} a ${day(endsOn)}, ou mude as datas da necessidade.`,
  free_for_session: ({ day: on, start, end, timeZone }, { day }) =>
    `Deixe quem ajuda disponível em ${day(on)} das ${start} às ${end} (${timeZone}), ou acrescente uma sessão que sirva.`,
  end_work_at_session: ({ day: on, start, end, timeZone }, { day }) =>
    `Quem ajuda tem outro trabalho em ${day(on)} das ${start} às ${end} (${timeZone}). Encerre esse trabalho, ou acrescente uma sessão que sirva.`,
  add_session: () => 'Acrescente uma sessão que ainda esteja por vir.',
  move_deadline: () => 'Adie o prazo da necessidade, ou remova-o.',
  offer_more_hours: ({ hours: least }, write) => `Ofereça pelo menos ${hours(least, write)} por semana.`,
  free_hours: ({ hours: more }, write) =>
    `Libere pelo menos ${hours(more, write)} por semana de outro trabalho, ou aumente nessa quantidade as horas da oferta e o limite de quem ajuda.`,
  add_position: () => 'Acrescente uma vaga à necessidade.',
  reopen: ({ side }) => `Reabra ${SIDES[side]}.`,
  choose_another: () => 'Escolha outra opção.',

  // Why nobody matches
  ...blockedTexts(blocked, ORGANIZATIONS),

  // Notices
  volunteering_for_business: ({ organization }) =>
    `Esta pessoa voluntária aceita ajudar ${ORGANIZATIONS[organization]}. Verifique as regras do seu país sobre voluntariado em empresas.`,
  unpaid_intern_at_business: () =>
    'Quem faz o estágio não pede bolsa. Verifique as regras do seu país sobre estágios não remunerados em empresas.',
  credit_required: ({ hours: required }, write) =>
    required === null
      ? 'Quem faz o estágio precisa de créditos acadêmicos.'
      : `Quem faz o estágio precisa de créditos acadêmicos, que exigem ${hours(required, write)}.`,
  nothing_to_give: ({ skills }, { list }) =>
    `Quem ajuda quer ${list(skills)} em troca, mas a necessidade não oferece nada disso. Combinem primeiro outra coisa.`,
  budget_missing: () => 'A necessidade não tem orçamento. Combinem primeiro o pagamento.',
  above_budget: ({ cost, unit, budget, share }, { money, percent }) =>
    `Quem ajuda pede ${money(cost)}${PER[unit]}, ${share === null ? 'um pouco' : percent(share)} acima do orçamento de ${money(budget)}.`,
  currencies_differ: ({ budget, rate }) =>
    `O orçamento está em ${budget} e o preço em ${rate}, por isso não foram comparados.`,
  budget_not_compared: () =>
    'O orçamento e o preço são um por hora e o outro por projeto. Acrescente as horas por semana e as duas datas para compará-los.',
  pay_floor_unknown: ({ country: code }, { country }) =>
    `Não se sabe o menor pagamento justo onde vive quem ajuda (${code === null ? 'país não informado' : country(code)}).`,
  pay_floor_not_compared: ({ country: code, because }, { country }) =>
    `O preço é ${because === 'project' ? 'por projeto' : 'em outra moeda'} e não foi comparado com o menor pagamento justo onde vive quem ajuda (${country(code)}).`,
  credential_expires: ({ requirement: name, day: until }, { day }) =>
    `Uma credencial de quem ajuda vence em ${day(until)}: ${requirement(name)}.`,
  some_credential_expires: () => 'Uma credencial que a necessidade exige vence durante o trabalho.',
  few_hours_shared: ({ hours: shared }, write) =>
    shared === 0
      ? 'Os horários de trabalho habituais não coincidem.'
      : `Os horários de trabalho habituais coincidem em apenas ${hours(shared, write)} por dia.`,
  remote_helper_for_hybrid_work: () =>
    'O trabalho é em parte presencial e quem ajuda oferece trabalho a distância. Combinem primeiro com que frequência essa pessoa virá.',
  few_hours_left: ({ left, offered }, write) =>
    `Outro trabalho deixa a quem ajuda só ${hours(left, write)} de ${write.number(offered)} por semana.`,
  skills_unknown: ({ skills }, write) =>
    `Fora do catálogo de habilidades, por isso comparado só pelo nome: ${quoted(skills, write)}.`,

  // Notices on a query and on a posting
  own_text_still_read: () =>
    'O texto desta publicação ainda está sendo lido. A lista e o grau de adequação podem mudar dentro de momentos: consulte novamente.',
  other_texts_still_read: () =>
    'Os textos de outras publicações ainda estão sendo lidos. A ordem pode mudar dentro de momentos: consulte novamente.',
  skill_of_filter_unknown: ({ skill, nearest }, write) =>
    `Nenhuma habilidade do catálogo se chama ${quoted([skill], write)}, por isso só aparecem publicações que a nomeiam com estas palavras.` +
    (nearest.length > 0 ? ` Nomes parecidos: ${write.list(nearest)}.` : ''),
  budget_not_used: () =>
    'A necessidade tem orçamento, mas não aceita ajuda paga. Aceite-a também para encontrar ofertas pagas.',
  gives_not_used: () =>
    'A necessidade dá algo em troca, mas não aceita trocas. Aceite trocas também para aproveitar isso.',
  open_to_nonprofits_only: () =>
    'Esta oferta de voluntariado só é proposta a organizações sem fins lucrativos. Indique a que tipos de empresa ela está aberta para propô-la também a essas.',
  no_skill_known: () =>
    'Nenhuma habilidade é indicada e nenhuma foi reconhecida no texto, por isso só as palavras dele são comparadas. Indique uma ou mais habilidades para encontrar mais.',
  never_available: () =>
    'Não resta nenhum dia em que quem ajuda possa vir: as datas da oferta e os dias em que não está disponível excluem-se.',
  sessions_outside_dates: () =>
    'Algumas sessões são antes do primeiro ou depois do último dia da necessidade. Mude a data delas, ou mude esses dias.',
  work_not_understood: () =>
    'Nada neste texto foi entendido. Indique uma ou mais habilidades, ou descreva o trabalho em português, inglês, espanhol, francês ou alemão.',

  ...adviceTexts(advice),
  ...desk,
  ...faults,

  // Parts of a summary
  knows: ({ skills }, { list }) => `entende de ${list(skills)}`,
  seems_to_know: ({ skills }, { list }) => `parece entender de ${list(skills)}`,
  mentions: ({ words }, write) => `menciona ${quoted(words, write)}`,
  writes_of: ({ skills }, { list }) => `escreve sobre ${list(skills)}`,
  similar_work: () => 'descreve um trabalho parecido',
  only_time_and_place: () =>
    'nenhuma habilidade ou palavra importante em comum, no máximo o horário e o lugar combinam',
  has_hours: ({ wanted }, write) => `dispõe ${ofTheHours(wanted, write)} por semana de que você precisa`,
  has_part_of_hours: ({ offered, wanted }, write) =>
    `dispõe de ${write.number(offered)} ${ofTheHours(wanted, write)} por semana de que você precisa`,
  no_common_time: () => 'nenhum horário da semana serve para as duas partes',
  works_remotely: () => 'trabalha a distância',
  is_nearby: () => 'está perto de você',
  is_away: ({ km, isApproximate }, write) => `está a ${about(isApproximate)}${write.km(km)}`,
  costs_nothing: () => 'não custa nada',
  costs: ({ cost, unit }, { money }) => `custa ${money(cost)}${PER[unit]}`,
  wants_in_return: ({ skills }, { list }) => `quer ${list(skills)} em troca`,
  wants_something_in_return: () => 'quer algo em troca',
  needs: ({ skills }, { list }) => `precisa de ${list(skills)}`,
  seems_to_need: ({ skills }, { list }) => `parece precisar de ${list(skills)}`,
  hours_a_week: ({ hours: wanted }, write) => `${hours(wanted, write)} por semana`,
  remote_work: () => 'a distância',
  in_your_area: () => 'na sua região',
  km_from_you: ({ km, isApproximate }, write) => `a ${about(isApproximate)}${write.km(km)} de você`,
  for_organization: ({ organization }) => `para ${ONE_ORGANIZATION[organization]}`,
  budget_of: ({ budget, unit }, { money }) => `com orçamento de ${money(budget)}${PER[unit]}`,
  gives_in_return: ({ skills }, { list }) => `dá ${list(skills)} em troca`,
}
