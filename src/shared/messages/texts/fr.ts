import type { Writer } from '../writer.ts'
import { adviceTexts } from './advice/advice-texts.ts'
import { fr as advice } from './advice/fr.ts'
import { blockedTexts } from './blocked/blocked-texts.ts'
import { fr as blocked } from './blocked/fr.ts'
import { fr as desk } from './desk/fr.ts'
import { fr as faults } from './faults/fr.ts'
import type { Texts } from './texts.ts'

const KINDS = {
  volunteer: 'les bénévoles',
  intern: 'les stagiaires',
  barter: 'le troc',
  paid: 'l’aide rémunérée',
}
const ORGANIZATIONS = {
  solopreneur: 'les indépendants',
  small_business: 'les petites entreprises',
  nonprofit: 'les organisations à but non lucratif',
}
const TO_ORGANIZATIONS = {
  solopreneur: 'aux indépendants',
  small_business: 'aux petites entreprises',
  nonprofit: 'aux organisations à but non lucratif',
}
const ONE_ORGANIZATION = {
  solopreneur: 'un indépendant',
  small_business: 'une petite entreprise',
  nonprofit: 'une organisation à but non lucratif',
}
const PARTIES = { helper: 'La personne qui aide', organization: 'L’organisation' }
const SIDES = { need: 'le besoin', offer: 'l’offre' }
const OF_SIDES = { need: 'du besoin', offer: 'de l’offre' }
const STATUSES = {
  need: { filled: 'pourvu', paused: 'en pause', closed: 'clos' },
  offer: { filled: 'pourvue', paused: 'en pause', closed: 'close' },
}
const PER = { hour: ' de l’heure', project: ' pour le projet', total: ' au total' }

const hours = (count: number, { number, noun }: Writer) =>
  `${number(count)} ${noun(count, 'heure', 'heures')}`
const theHours = (count: number, write: Writer) => (count === 1 ? 'l’heure' : `les ${hours(count, write)}`)
const ofTheHours = (count: number, write: Writer) =>
  count === 1 ? 'de l’heure' : `des ${hours(count, write)}`
const quoted = (words: readonly string[], { list }: Writer) =>
  list(words.map((word) => `«\u00a0${word}\u00a0»`))
const about = (isApproximate: boolean) => (isApproximate ? 'environ ' : '')
const sidesOf = (sides: readonly ('need' | 'offer')[], { list }: Writer) =>
  list(sides.map((side) => SIDES[side]))

function requirement(name: string): string {
  if (name === 'age_over_18') return 'avoir plus de 18 ans'
  if (name.startsWith('age_over_')) return `avoir au moins ${name.slice('age_over_'.length)} ans`
  if (name === 'background_check') return 'une vérification des antécédents'
  if (name.startsWith('licence:')) return `la licence «\u00a0${name.slice('licence:'.length)}\u00a0»`
  return name.replaceAll('_', ' ')
}

export const fr: Texts = {
  // Reasons
  skills_offered: ({ skills }, { list }) =>
    `Propose\u00a0: ${list(skills.map(({ offered, closeTo }) => (closeTo ? `${offered} (proche de ${closeTo})` : offered)))}.`,
  skills_in_text: ({ skills }, { list }) =>
    `D’après le texte de l’offre, semble s’y connaître en ${list(skills)}.`,
  skills_not_listed: ({ skills, more }, { list, number }) =>
    `Non mentionné\u00a0: ${list(more > 0 ? [...skills, `${number(more)} de plus`] : skills)}.`,
  causes_shared: ({ causes }, { list }) => `Ces causes tiennent à cœur au bénévole\u00a0: ${list(causes)}.`,
  causes_differ: ({ causes }, { list }) => `Le bénévole préfère d’autres causes\u00a0: ${list(causes)}.`,
  goals_taught: ({ skills }, { list }) => `Le stagiaire peut apprendre ici\u00a0: ${list(skills)}.`,
  goals_not_taught: ({ skills }, { list }) =>
    `Le stagiaire souhaite apprendre ce que ce travail n’enseigne pas\u00a0: ${list(skills)}.`,
  return_given: ({ skills }, { list }) => `L’organisation peut donner en échange\u00a0: ${list(skills)}.`,
  return_not_given: ({ skills }, { list }) =>
    `La personne qui aide souhaite en échange ce que l’organisation ne propose pas\u00a0: ${list(skills)}.`,
  nothing_in_return: () => 'L’organisation ne propose encore rien en échange.',
  rate_within_budget: () => 'Le tarif respecte le budget.',
  rate_above_budget: ({ share }, { percent }) =>
    `Le tarif dépasse ${share === null ? 'légèrement le budget' : `le budget de ${percent(share)}`}.`,
  engagements_completed: ({ party, completed, total }, { number, noun }) =>
    `${PARTIES[party]} a mené à bien ${number(completed)} ${noun(completed, 'engagement', 'engagements')} sur ${number(total)}.`,
  introductions_answered: ({ party, answered, total, hours: taken }, write) =>
    `${PARTIES[party]} a répondu à ${write.number(answered)} ${write.noun(answered, 'mise', 'mises')} en relation sur ${write.number(total)}, en ${hours(taken, write)} en moyenne.`,
  introductions_ignored: ({ party, total }, { number }) =>
    total === 1
      ? `${PARTIES[party]} n’a pas répondu à la seule mise en relation reçue.`
      : `${PARTIES[party]} n’a répondu à aucune des ${number(total)} mises en relation.`,
  quick_answers_count: () => 'L’échéance est proche\u00a0: une réponse rapide compte davantage.',
  already_connected: () => 'L’organisation et la personne qui aide se connaissent déjà.',
  same_partner: () => 'Les deux utilisent le même site.',
  texts_about_the_same: () => 'Les deux textes parlent de la même chose.',
  texts_about_similar: () => 'Les deux textes parlent de choses semblables.',
  posted: ({ needDaysAgo, offerDaysAgo }, { daysAgo }) =>
    needDaysAgo === offerDaysAgo
      ? `Publiés tous deux ${daysAgo(needDaysAgo)}.`
      : `Besoin publié ${daysAgo(needDaysAgo)}, offre publiée ${daysAgo(offerDaysAgo)}.`,
  remote_hours_shared: ({ hours: shared }, { number, noun }) =>
    `À distance, avec ${number(shared)} ${noun(shared, 'heure', 'heures')} de travail en commun par jour.`,
  apart: ({ km, isApproximate }, write) => `À ${about(isApproximate)}${write.km(km)} de distance.`,
  same_area: () => 'Dans le même secteur.',
  same_place: () => 'Au même endroit.',
  hours_enough: ({ wanted }, write) => `Dispose ${ofTheHours(wanted, write)} par semaine qu’il faut.`,
  hours_in_part: ({ offered, wanted }, write) =>
    `Dispose de ${hours(offered, write)} par semaine sur ${theHours(wanted, write)} qu’il faut.`,
  times_shared: ({ hours: shared }, write) =>
    `${hours(shared, write)} de la semaine ${write.noun(shared, 'convient', 'conviennent')} aux deux.`,
  no_time_shared: () => 'Aucun moment de la semaine ne convient aux deux.',
  sessions_attended: ({ attended, sessions }, { number }) =>
    attended === sessions
      ? `Peut venir ${sessions === 1 ? 'à la séance' : `aux ${number(sessions)} séances`}.`
      : `Peut venir à ${number(attended)} des ${number(sessions)} séances.`,
  words_shared: ({ words }, write) => `Les deux textes mentionnent ${quoted(words, write)}.`,
  words_near: ({ words }, write) =>
    `L’offre mentionne ${quoted(words, write)}, proche de ce que dit le besoin.`,
  skills_in_both_texts: ({ skills }, { list }) => `Les deux textes parlent de ${list(skills)}.`,

  // Blockers
  kind_not_accepted: ({ kind }) => `Le besoin n’accepte pas ${KINDS[kind]}.`,
  not_visible: ({ sides }, write) =>
    sides.length > 1
      ? `${write.capitalized(sidesOf(sides, write))} ne sont visibles que sur leur propre site.`
      : `${write.capitalized(sidesOf(sides, write))} n’est visible que sur son propre site.`,
  blocked: () =>
    'L’organisation ou la personne qui aide a demandé à ne pas être mise en relation avec l’autre.',
  declined: () => 'Une mise en relation pour ce besoin et cette offre a été refusée.',
  no_shared_language: ({ organization, helper }, { list, language }) =>
    `Langues de l’organisation\u00a0: ${list(organization.map(language))}\u00a0; de la personne qui aide\u00a0: ${list(helper.map(language))}.`,
  volunteer_for_profit: ({ organization }) =>
    `Ce bénévole n’a pas accepté d’aider gratuitement ${ORGANIZATIONS[organization]}.`,
  not_open_to_organization: ({ openTo }, { list }) =>
    `L’offre s’adresse uniquement ${list(openTo.map((kind) => TO_ORGANIZATIONS[kind]))}.`,
  over_budget: ({ cost, budget, unit }, { money }) =>
    `L’aide coûte ${money(cost)}${PER[unit]}, mais le budget est de ${money(budget)}.`,
  guardian_consent_missing: () =>
    'La personne qui aide a moins de 18 ans et aucun accord d’un responsable légal n’est enregistré.',
  paid_only: () => 'Le stage doit être rémunéré, mais le besoin n’a pas de budget.',
  below_pay_floor: ({ country: code, floor, source, year }, { country, money }) =>
    `Le tarif est inférieur à la rémunération équitable minimale là où vit la personne qui aide (${country(code)})\u00a0: ${money(floor)} de l’heure (${source}, ${year}).`,
  work_on_site: () => 'Le travail se fait sur place, mais cette personne travaille à distance.',
  work_remote: () => 'Le travail se fait à distance, mais cette personne ne travaille que sur place.',
  distance_unknown: () => 'La distance entre l’organisation et la personne qui aide n’est pas connue.',
  place_out_of_reach: ({ km: distance, limitKm, isApproximate }, { km }) =>
    `L’organisation et la personne qui aide sont à ${about(isApproximate)}${km(distance)} l’une de l’autre\u00a0; la limite est de ${km(limitKm)}.`,
  must_skill_missing: ({ skills }, { list }) =>
    `Le besoin exige ${list(skills)}, et l’offre ne contient rien d’assez proche.`,
  nothing_in_common: () =>
    'Le besoin et l’offre n’ont aucune compétence en commun, et aucun mot du titre ou du début de l’offre ne figure dans le besoin.',
  requirement_not_held: ({ requirements, day: from }, { list, day }) =>
    `Exigé par le besoin, mais pas acquis le ${day(from)} par la personne qui aide\u00a0: ${list(requirements.map(requirement))}.`,
  ended: ({ side, day: end }, { day, capitalized }) =>
    `${capitalized(SIDES[side])} a pris fin le ${day(end)}.`,
  helper_starts_too_late: ({ startsOn, endsOn }, { day }) =>
    `La personne qui aide peut commencer le ${day(startsOn)}, mais le besoin prend fin le ${day(endsOn)}.`,
  helper_ends_too_early: ({ startsOn, endsOn }, { day }) =>
    `Le besoin commence le ${day(startsOn)}, mais l’offre prend fin le ${day(endsOn)}.`,
  ends_before_start: () => 'Le besoin ou l’offre prend fin avant de commencer.',
  no_day_free: ({ startsOn, endsOn }, { day }) =>
    endsOn === null
      ? `La personne n’est disponible aucun jour à partir du ${day(startsOn)}.`
      : `La personne n’est disponible aucun jour du ${day(startsOn)} au ${day(endsOn)}.`,
  no_session_fits: ({ sessions }, { number }) =>
    sessions === 1
      ? 'La personne ne peut pas venir à la séance qui a encore une place.'
      : `La personne ne peut venir à aucune des ${number(sessions)} séances qui ont encore une place.`,
  sessions_over: () => 'Toutes les séances qui ont encore une place sont passées.',
  deadline_passed: ({ atMs }, { instant }) => `L’échéance du besoin était le ${instant(atMs)}.`,
  too_few_hours: ({ wanted, offered }, write) =>
    `Le besoin demande ${hours(wanted, write)} par semaine, mais l’offre n’en compte que ${write.number(offered)}.`,
  too_few_hours_left: ({ wanted, left, offered }, write) =>
    `Le besoin demande ${hours(wanted, write)} par semaine. Sur ${hours(offered, write)} de l’offre, d’autres travaux n’en laissent que ${write.number(left)}.`,
  fully_committed: ({ offered }, write) =>
    `D’autres travaux occupent tout le temps de l’offre : ${hours(offered, write)} par semaine.`,
  positions_taken: () => 'Toutes les places du besoin sont prises.',
  not_open: ({ side, status }, { capitalized }) =>
    `${capitalized(SIDES[side])} est ${STATUSES[side][status]}.`,
  not_available: () =>
    'Cette mise en relation est impossible, pour une raison que seul l’autre site peut connaître.',

  // Smallest changes
  accept_kind: ({ kind }) => `Acceptez ${KINDS[kind]}.`,
  show_to_network: ({ sides }, write) => `Montrez ${sidesOf(sides, write)} à tout le réseau.`,
  remove_block: () => 'Levez le blocage.',
  post_again: () => 'Publiez une nouvelle offre ou un nouveau besoin si la situation a changé.',
  add_language: ({ language: tag }, { language }) =>
    `Ajoutez cette langue à celles de la personne qui aide, si elle la parle\u00a0: ${language(tag)}.`,
  open_to_business_or_accept_others: ({ organization }) =>
    `Demandez au bénévole d’ouvrir son offre ${TO_ORGANIZATIONS[organization]}, ou acceptez les stagiaires, le troc ou l’aide rémunérée.`,
  open_to_organization: ({ organization }) => `Ouvrez l’offre ${TO_ORGANIZATIONS[organization]}.`,
  raise_budget: ({ cost, unit }, { money }) => `Portez le budget à ${money(cost)}${PER[unit]}.`,
  record_guardian_consent: () => 'Enregistrez l’accord d’un responsable légal.',
  add_budget: () => 'Ajoutez un budget au besoin.',
  raise_rate: ({ floor }, { money }) => `Demandez au moins ${money(floor)} de l’heure.`,
  make_hybrid: () =>
    'Rendez le besoin hybride\u00a0: la personne qui aide est assez proche pour venir de temps en temps.',
  make_remote: () => 'Permettez le travail à distance.',
  make_remote_for_helper: () =>
    'Permettez le travail à distance\u00a0: c’est ainsi que cette personne travaille.',
  offer_remote_work: () => 'Demandez à la personne qui aide de proposer du travail à distance ou hybride.',
  add_coordinates: ({ sides, orPostalCode }) =>
    sides.length > 1
      ? `Ajoutez la latitude et la longitude aux deux adresses, ou la même ville${orPostalCode ? ' ou le même code postal' : ''}.`
      : `Ajoutez la latitude et la longitude à l’adresse ${sides.map((side) => OF_SIDES[side]).join('')}.`,
  raise_distance: ({ sides, km: distance }, { list, km }) =>
    `Portez la distance maximale ${sides.length > 0 ? `${list(sides.map((side) => OF_SIDES[side]))} ` : ''}à ${km(distance)}.`,
  relax_must: ({ skills }, { list }) =>
    `Marquez ${list(skills)} comme «\u00a0should\u00a0» au lieu de «\u00a0must\u00a0», ou demandez à la personne qui aide de compléter son offre.`,
  add_skill: ({ skill }) =>
    `Demandez à la personne qui aide d’ajouter ${skill} à son offre, si elle sait le faire.`,
  list_skills: () => 'Indiquez les compétences que recherche le besoin.',
  add_credential: ({ requirements, day: from }, { list, day }) =>
    `Ajoutez aux justificatifs de la personne qui aide, valables le ${day(from)}\u00a0: ${list(requirements.map(requirement))}.`,
  extend: ({ side, day: until }, { day }) => `Prolongez ${SIDES[side]} jusqu’au ${day(until)} ou plus tard.`,
  extend_need_or_start_earlier: ({ startsOn, endsOn }, { day }) =>
    `Prolongez le besoin jusqu’au ${day(startsOn)}, ou faites commencer l’offre au plus tard le ${day(endsOn)}.`,
  extend_offer_or_start_earlier: ({ startsOn, endsOn }, { day }) =>
    `Prolongez l’offre jusqu’au ${day(startsOn)}, ou faites commencer le besoin au plus tard le ${day(endsOn)}.`,
  correct_end: () => 'Fixez sa date de fin à sa date de début ou plus tard.',
  free_a_day: ({ startsOn, endsOn }, { day }) =>
    endsOn === null
      ? `Ajoutez un jour de disponibilité à partir du ${day(startsOn)}.`
      : `Ajoutez un jour de disponibilité du ${day(startsOn)} au ${day(endsOn)}, ou déplacez le besoin.`,
  free_for_session: ({ day: on, start, end, timeZone }, { day }) =>
    `Rendez la personne disponible le ${day(on)} de ${start} à ${end} (${timeZone}), ou ajoutez une séance qui convient.`,
  end_work_at_session: ({ day: on, start, end, timeZone }, { day }) =>
    `La personne a un autre travail le ${day(on)} de ${start} à ${end} (${timeZone}). Mettez fin à ce travail, ou ajoutez une séance qui convient.`,
  add_session: () => 'Ajoutez une séance à venir.',
  move_deadline: () => 'Repoussez l’échéance du besoin, ou supprimez-la.',
  offer_more_hours: ({ hours: least }, write) => `Proposez au moins ${hours(least, write)} par semaine.`,
  free_hours: ({ hours: more }, write) =>
    `Libérez au moins ${hours(more, write)} par semaine d’un autre travail, ou augmentez d’autant les heures de l’offre et la limite de la personne qui aide.`,
  add_position: () => 'Ajoutez une place au besoin.',
  reopen: ({ side }) => `Rouvrez ${SIDES[side]}.`,
  choose_another: () => 'Choisissez une autre proposition.',

  // Why nobody matches
  ...blockedTexts(blocked, TO_ORGANIZATIONS),

  // Notices
  volunteering_for_business: ({ organization }) =>
    `Ce bénévole accepte d’aider ${ORGANIZATIONS[organization]}. Vérifiez les règles de votre pays sur le bénévolat en entreprise.`,
  unpaid_intern_at_business: () =>
    'Le stagiaire ne demande pas de gratification. Vérifiez les règles de votre pays sur les stages non rémunérés en entreprise.',
  credit_required: ({ hours: required }, write) =>
    required === null
      ? 'L’étudiant a besoin de crédits universitaires.'
      : `L’étudiant a besoin de crédits universitaires, qui exigent ${hours(required, write)}.`,
  nothing_to_give: ({ skills }, { list }) =>
    `La personne qui aide souhaite ${list(skills)} en échange, mais le besoin n’en propose rien. Convenez d’abord d’autre chose.`,
  budget_missing: () => 'Le besoin n’a pas de budget. Convenez d’abord de la rémunération.',
  above_budget: ({ cost, unit, budget, share }, { money, percent }) =>
    `La personne qui aide demande ${money(cost)}${PER[unit]}, soit ${share === null ? 'légèrement plus' : `${percent(share)} de plus`} que le budget de ${money(budget)}.`,
  currencies_differ: ({ budget, rate }) =>
    `Le budget est en ${budget} et le tarif en ${rate}\u00a0: ils n’ont pas été comparés.`,
  budget_not_compared: () =>
    'L’un est à l’heure et l’autre au projet\u00a0: pour comparer budget et tarif, ajoutez les heures par semaine et les deux dates.',
  pay_floor_unknown: ({ country: code }, { country }) =>
    `La rémunération équitable minimale là où vit la personne qui aide (${code === null ? 'pays non indiqué' : country(code)}) n’est pas connue.`,
  pay_floor_not_compared: ({ country: code, because }, { country }) =>
    `Le tarif est ${because === 'project' ? 'fixé pour un projet' : 'dans une autre monnaie'} et n’a pas été comparé à la rémunération équitable minimale là où vit la personne qui aide (${country(code)}).`,
  credential_expires: ({ requirement: name, day: until }, { day }) =>
    `Un justificatif de la personne qui aide expire le ${day(until)}\u00a0: ${requirement(name)}.`,
  some_credential_expires: () => 'Un justificatif exigé par le besoin expire pendant le travail.',
  few_hours_shared: ({ hours: shared }, write) =>
    shared === 0
      ? 'Les horaires de travail habituels ne se recoupent pas.'
      : `Les horaires de travail habituels ne se recoupent que pendant ${hours(shared, write)} par jour.`,
  remote_helper_for_hybrid_work: () =>
    'Le travail se fait en partie sur place et la personne qui aide propose du travail à distance. Convenez d’abord de la fréquence de ses venues.',
  few_hours_left: ({ left, offered }, write) =>
    `D’autres travaux ne laissent à la personne qui aide que ${hours(left, write)} sur ${write.number(offered)} par semaine.`,
  skills_unknown: ({ skills }, write) =>
    `Absent du catalogue de compétences, donc comparé uniquement par le nom\u00a0: ${quoted(skills, write)}.`,

  // Notices on a query and on a posting
  own_text_still_read: () =>
    'Le texte de cette annonce est encore en cours de lecture. La liste et la qualité des correspondances peuvent encore changer dans un instant\u00a0: demandez à nouveau.',
  other_texts_still_read: () =>
    'Les textes d’autres annonces sont encore en cours de lecture. L’ordre peut encore changer dans un instant\u00a0: demandez à nouveau.',
  skill_of_filter_unknown: ({ skill, nearest }, write) =>
    `Aucune compétence du catalogue ne s’appelle ${quoted([skill], write)}\u00a0: seules les annonces qui la nomment ainsi sont affichées.` +
    (nearest.length > 0 ? ` Noms proches\u00a0: ${write.list(nearest)}.` : ''),
  budget_not_used: () =>
    'Le besoin a un budget mais n’accepte pas d’aide rémunérée. Acceptez-la aussi pour trouver des offres rémunérées.',
  gives_not_used: () =>
    'Le besoin donne quelque chose en retour mais n’accepte pas le troc. Acceptez-le aussi pour en profiter.',
  open_to_nonprofits_only: () =>
    'Cette offre de bénévolat n’est proposée qu’aux organismes à but non lucratif. Indiquez les types d’entreprise auxquels elle est ouverte pour la proposer aussi à celles-ci.',
  no_skill_known: () =>
    'Aucune compétence n’est indiquée et aucune n’a été reconnue dans le texte : seuls ses mots sont comparés. Indiquez une ou plusieurs compétences pour trouver plus.',
  never_available: () =>
    'Il ne reste aucun jour où la personne peut venir : les dates de l’offre et les jours où elle n’est pas disponible s’excluent.',
  sessions_outside_dates: () =>
    'Certaines séances ont lieu avant le premier ou après le dernier jour du besoin. Déplacez-les, ou changez ces jours.',
  work_not_understood: () =>
    'Rien n’a été compris dans ce texte. Nommez une ou plusieurs compétences, ou décrivez le travail en français, anglais, espagnol, allemand ou portugais.',

  ...adviceTexts(advice),
  ...desk,
  ...faults,

  // Parts of a summary
  knows: ({ skills }, { list }) => `s’y connaît en ${list(skills)}`,
  seems_to_know: ({ skills }, { list }) => `semble s’y connaître en ${list(skills)}`,
  mentions: ({ words }, write) => `mentionne ${quoted(words, write)}`,
  writes_of: ({ skills }, { list }) => `parle de ${list(skills)}`,
  similar_work: () => 'décrit un travail semblable',
  only_time_and_place: () =>
    'aucune compétence ni mot important en commun, seuls les horaires et le lieu peuvent convenir',
  has_hours: ({ wanted }, write) => `dispose ${ofTheHours(wanted, write)} par semaine qu’il vous faut`,
  has_part_of_hours: ({ offered, wanted }, write) =>
    `dispose de ${hours(offered, write)} par semaine sur ${theHours(wanted, write)} qu’il vous faut`,
  no_common_time: () => 'aucun moment de la semaine ne convient aux deux',
  works_remotely: () => 'travaille à distance',
  is_nearby: () => 'se trouve près de vous',
  is_away: ({ km, isApproximate }, write) => `se trouve à ${about(isApproximate)}${write.km(km)}`,
  costs_nothing: () => 'ne coûte rien',
  costs: ({ cost, unit }, { money }) => `coûte ${money(cost)}${PER[unit]}`,
  wants_in_return: ({ skills }, { list }) => `souhaite ${list(skills)} en échange`,
  wants_something_in_return: () => 'souhaite quelque chose en échange',
  needs: ({ skills }, { list }) => `recherche ${list(skills)}`,
  seems_to_need: ({ skills }, { list }) => `semble rechercher ${list(skills)}`,
  hours_a_week: ({ hours: wanted }, write) => `${hours(wanted, write)} par semaine`,
  remote_work: () => 'à distance',
  in_your_area: () => 'près de chez vous',
  km_from_you: ({ km, isApproximate }, write) => `à ${about(isApproximate)}${write.km(km)} de chez vous`,
  for_organization: ({ organization }) => `pour ${ONE_ORGANIZATION[organization]}`,
  budget_of: ({ budget, unit }, { money }) => `avec un budget de ${money(budget)}${PER[unit]}`,
  gives_in_return: ({ skills }, { list }) => `donne ${list(skills)} en échange`,
}
