import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Ce que vos besoins sont devenus et les heures effectuées, semaine par semaine.',
  empty:
    'Rien n’a été publié et aucune heure n’a été confirmée ces semaines-là. Publiez un besoin : il comptera ici.',
  period: 'Période',
  needs: 'Besoins',
  needs_lead: 'Selon la semaine de leur publication, dans leur état d’aujourd’hui.',
  posted: 'Publiés',
  introduced: 'Avec une mise en relation',
  helped: 'Aidés',
  time_to_help: 'La moitié a trouvé de l’aide en',
  free_soon: 'Aide gratuite en 72 heures',
  hours: 'Heures confirmées',
  hours_lead:
    'Selon la semaine où elles ont été effectuées et le type d’aide, des deux côtés de votre travail.',
  no_hours: 'Aucune heure n’a été confirmée ces semaines-là.',
  hours_in_all: 'En tout',
  worth: 'Ce que vaut une heure',
  worth_hint:
    'Pour votre rapport : les heures non payées sont multipliées par ce montant. Il n’est pas conservé.',
  worth_unread: 'Écrivez un montant et une devise, par exemple 31,80 et EUR.',
  value: 'Valeur des heures non payées',
  week_of: 'Semaine du',
  figures: 'Les chiffres en tableau',
  skills: 'Compétences qui manquent',
  skills_lead:
    'Ce que vos besoins demandent et que peu offrent, le plus rare d’abord. Cherchez des personnes qui les ont. Les offres sont celles qui sont ouvertes maintenant.',
  skills_none:
    'Vos besoins de ces semaines ne nomment aucune compétence. Nommez-les, et les plus rares figureront ici.',
  skill: 'Compétence',
  wanted: 'Vos besoins',
  own: 'Vos offres',
  others: 'Offres des autres',
}

export const fr: DeskAreas['insights'] = {
  actions: {},
  refusals: {},
  words: {
    desk_insights: () => 'Bilan',
    desk_insight: ({ word }) => WORDS[word],
    desk_insight_weeks: ({ weeks }, { number }) => `Les ${number(weeks)} dernières semaines`,
    desk_insight_share: ({ part, whole }, { number, percent }) =>
      whole === 0 ? '–' : `${number(part)} sur ${number(whole)} (${percent(part / whole)})`,
    desk_insight_others: ({ count, few }, { number }) =>
      count === null ? `moins de ${number(few)}` : `${number(count)} ou plus`,
    desk_insight_soon: () => 'moins d’une heure',
    desk_insight_hours: ({ hours }, { number, noun }) => `${number(hours)} ${noun(hours, 'heure', 'heures')}`,
    desk_insight_worth: ({ hours, value }, { money, number, noun }) =>
      `${money(value)} pour ${number(hours)} ${noun(hours, 'heure', 'heures')}`,
    desk_insight_chart: ({ name, from, to, tallest }, { day, number }) =>
      `${name} par semaine, du ${day(from)} au ${day(to)}, ${number(tallest)} au plus. Le tableau ci-dessous contient tous les chiffres.`,
  },
}
