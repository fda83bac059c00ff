import type { BlockedWords } from './blocked-texts.ts'

const NONPROFITS_ONLY =
  '\u00a0: le bénévolat est réservé aux organisations à but non lucratif, sauf mention contraire dans l’offre'
const SUCH_AS = 'comme une licence ou une vérification des antécédents'

export const fr: BlockedWords = {
  kinds: {
    volunteer: ['offre de bénévolat', 'offres de bénévolat'],
    intern: ['offre de stage', 'offres de stage'],
    barter: ['offre de troc', 'offres de troc'],
    paid: ['offre rémunérée', 'offres rémunérées'],
  },
  needs: ['besoin', 'besoins'],
  atLeast: 'Au moins',
  wouldFitBut: ['conviendrait, mais', 'conviendraient, mais'],
  somethingElseToo: 'Il y a aussi un autre obstacle.',
  nothingElseFor: (count) => `Dans ${count} cas, il n’y a pas d’autre obstacle.`,
  offersBut: (choose, organizations, { percent }) => {
    const notOpen = `${choose('n’est pas ouverte', 'ne sont pas ouvertes')} ${organizations}`
    const possible = choose('n’est possible', 'ne sont possibles')
    return {
      kind_not_accepted: 'le besoin n’accepte pas ce type d’aide',
      volunteer_for_profit: `${notOpen}${NONPROFITS_ONLY}`,
      not_open_to_organization: notOpen,
      not_visible: 'le besoin n’est visible que pour vous',
      on_site_only: `${possible} que sur place, et le travail se fait à distance`,
      remote_only: `${possible} qu’à distance, et le travail se fait sur place`,
      place_unknown: `${choose('sa', 'leur')} distance n’est pas connue`,
      place_out_of_reach: choose('est trop éloignée', 'sont trop éloignées'),
      no_shared_language: `${choose('n’a', 'n’ont')} aucune langue en commun avec l’organisation`,
      dates_do_not_overlap: `${choose('n’est pas disponible', 'ne sont pas disponibles')} aux dates du besoin`,
      deadline_passed: 'l’échéance du besoin est passée',
      no_session_fits: `ne ${choose('peut', 'peuvent')} venir à aucune des séances`,
      too_few_hours: `${choose('compte', 'comptent')} trop peu d’heures par semaine`,
      fully_committed: `${choose('a', 'ont')} promis toutes les heures à d’autres travaux`,
      nothing_left: 'toutes les places du besoin sont prises',
      must_skill_missing: `ne ${choose('mentionne', 'mentionnent')} pas une compétence exigée par le besoin`,
      requirement_not_held: `il ${choose('lui', 'leur')} manque un justificatif exigé par le besoin, ${SUCH_AS}`,
      over_budget: `${choose('dépasse', 'dépassent')} le budget de plus de ${percent(0.15)}`,
      guardian_consent_missing: `${choose('vient', 'viennent')} de mineurs sans accord d’un responsable légal`,
      paid_only: `${choose('porte', 'portent')} uniquement sur du travail rémunéré, et le besoin n’a pas de budget`,
      below_pay_floor: `${choose('est inférieure', 'sont inférieures')} à la rémunération équitable minimale`,
    }
  },
  needsBut: (choose, { percent }) => {
    const [have, ask] = [choose('n’a', 'n’ont'), choose('exige', 'exigent')]
    return {
      kind_not_accepted: `${choose('n’accepte', 'n’acceptent')} pas ce type d’aide`,
      volunteer_for_profit: `${choose('vient d’une entreprise à laquelle', 'viennent d’entreprises auxquelles')} l’offre n’est pas ouverte${NONPROFITS_ONLY}`,
      not_open_to_organization: `${choose('vient d’une organisation à laquelle', 'viennent d’organisations auxquelles')} l’offre n’est pas ouverte`,
      not_visible: 'l’offre n’est visible que pour vous',
      on_site_only: 'le travail se fait sur place, et l’offre n’est possible qu’à distance',
      remote_only: 'le travail se fait à distance, et l’offre n’est possible que sur place',
      place_unknown: `${choose('sa', 'leur')} distance n’est pas connue`,
      place_out_of_reach: choose('est trop éloigné', 'sont trop éloignés'),
      no_shared_language: `${have} aucune langue en commun avec la personne qui aide`,
      dates_do_not_overlap: `ne ${choose('correspond', 'correspondent')} pas aux dates de l’offre`,
      deadline_passed: `${choose('son', 'leur')} échéance est passée`,
      no_session_fits: `${choose('n’a', 'n’ont')} aucune séance à laquelle la personne puisse venir`,
      too_few_hours: `${choose('demande', 'demandent')} plus d’heures par semaine que n’en compte l’offre`,
      fully_committed: `${choose('n’a', 'n’ont')} plus de place libre`,
      nothing_left: 'toutes les heures de l’offre sont promises à d’autres travaux',
      must_skill_missing: `${ask} une compétence que l’offre ne mentionne pas`,
      requirement_not_held: `${ask} un justificatif que la personne qui aide n’a pas, ${SUCH_AS}`,
      over_budget: `le tarif dépasse ${choose('son', 'leur')} budget de plus de ${percent(0.15)}`,
      guardian_consent_missing: `n’${choose('accepte', 'acceptent')} pas de mineurs sans accord d’un responsable légal`,
      paid_only: `${have} pas de budget, et le stage doit être rémunéré`,
      below_pay_floor: 'le tarif est inférieur à la rémunération équitable minimale',
    }
  },
}
