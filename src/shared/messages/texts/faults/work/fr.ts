import type { WorkFaultTexts } from '../fault-texts.ts'

const SAID = {
  minute: 'Notez au moins une minute, soit 0.02 heure.',
  zero_or_minute: 'Écrivez 0, ou au moins une minute, soit 0.02 heure.',
  hours_or_span: 'Envoyez worked_on et hours, ou starts_at et ends_at.',
  not_over: 'Cette heure n’est pas encore passée. Saisissez les heures une fois le travail fait.',
  span_short:
    'Le travail doit finir au moins une minute après son début. S’il a passé minuit, indiquez la fin avec le jour suivant.',
  hours_same: 'Les heures sont déjà comme vous le dites. Il n’y a rien à corriger.',
  hours_of_own_side: 'Votre côté a noté ces heures, c’est donc à l’autre de les confirmer.',
  hours_changed: 'Les heures ont changé depuis que vous les avez lues. Relisez-les avant de les confirmer.',
  hours_missing: 'Il n’y a pas d’heures avec cet identifiant, ou vous ne pouvez pas les voir.',
  hours_confirmed:
    'Ces heures sont déjà confirmées. Si elles sont fausses, corrigez-les avec POST /v1/engagements/{id}/hours/{hours_id}/correct.',
  name_side: 'Les deux côtés sont à vous. Indiquez celui pour lequel vous parlez.',
  engagement_unknown: 'Vous n’avez pas de mission avec cet identifiant.',
  helper_unknown: 'Cette personne n’est pas l’un de vos aidants.',
  name_engagement: 'Indiquez la mission par son identifiant, ou l’aidant par son identifiant ou son nom.',
  helper_without_engagement: 'Cet aidant n’a pas de mission avec vous.',
  row_twice:
    'Une autre ligne dit la même chose. Si le travail a été fait deux fois ce jour-là, écrivez le début et la fin de chaque fois, ou additionnez les heures.',
  row_without_end: 'La ligne dit quand le travail a commencé. Écrivez quand il a fini, ou les heures.',
  row_without_start: 'La ligne dit quand le travail a fini. Écrivez quand il a commencé, ou les heures.',
  row_without_hours: 'La ligne n’a pas d’heures. Écrivez-les, ou quand le travail a commencé et fini.',
  row_without_day: 'La ligne n’a pas de jour. Écrivez le jour du travail.',
  entry_unknown:
    'Aucune entrée n’a cet identifiant dans cette mission. Laissez-le vide pour de nouvelles heures, ou mettez sa colonne à null dans `columns` si elle contient vos propres numéros.',
  session_of_engagement: 'La mission n’a pas cette séance.',
  session_not_over: 'Les heures se notent une fois la séance finie.',
  session_logged: 'Cette séance a déjà des heures.',
  session_of_need: 'Le besoin n’a pas de séance avec cet identifiant.',
  session_begun: 'Cette séance a commencé.',
  session_unfit: 'L’aidant ne peut pas venir à cette séance.',
  session_at_once:
    'Cette séance a lieu en même temps qu’une autre que vous nommez. Personne ne peut venir aux deux.',
  session_of_introduction:
    'La mise en relation ne porte pas sur cette séance. Choisissez parmi ses session_ids.',
  pair_unfit: 'Celui qui donne et celui qui reçoit ne se correspondent pas en ce moment.',
  ring_broken: 'Celui qui reçoit ici doit être celui qui donne au maillon suivant.',
}

export const workFaults: WorkFaultTexts = {
  fault_of_work: ({ what }) => SAID[what],
  fault_hours_differ: ({ hasBreak }) =>
    `Les heures ne sont pas celles entre starts_at et ends_at${hasBreak ? ' sans la pause' : ''}. Corrigez l’un des deux, ou laissez les heures vides.`,
  fault_hours_on_day: ({ hours, day }, { number }) =>
    `${number(hours)} heures le ${day}. Retirez ou corrigez d’abord des entrées de ce jour (GET /v1/hours?from=${day}&to=${day} les liste), ou gardez les deux éléments.`,
  fault_span_long: ({ from }) =>
    `À partir de ${from}, cela fait plus de 24 heures. Notez chaque jour à part.`,
  fault_after_today: ({ day, zone }) =>
    `Nous sommes le ${day} à ${zone}. Notez les heures une fois le travail fait.`,
  fault_before_work: ({ day }) => `Le travail a commencé le ${day}. Les heures d’avant n’en font pas partie.`,
  fault_after_work: ({ day }) => `Le travail a fini le ${day}. Les heures d’après n’en font pas partie.`,
  fault_day_full: ({ day }) =>
    `Avec celles-ci, l’aidant aurait travaillé plus de 24 heures le ${day}, toutes missions comprises. Vérifiez les entrées de ce jour.`,
  fault_overlaps: ({ id, side, from, to }) =>
    `Le côté ${side === 'need' ? 'du besoin' : 'de l’offre'} a saisi du travail de ${from} à ${to} (${id}). Modifiez, confirmez ou contestez cette saisie. Si plusieurs personnes ont travaillé en même temps, envoyez worked_on et hours.`,
  fault_several_engagements: ({ engagements }) =>
    `L’aidant a plusieurs missions. Écrivez l’identifiant de la bonne : ${engagements.map(({ id, title }) => `${id} (${title})`).join(', ')}.`,
  fault_session: ({ id, state }) => {
    if (state === 'removed') return `Le besoin n’a plus ${id}.`
    return state === 'over' ? `${id} a commencé.` : `${id} n’a plus de place.`
  },
  fault_time_promised: ({ id, by }) => `${id} tombe à un moment promis à ${by ?? 'une autre mission'}.`,
  fault_takes_hours: ({ id, hours }, { number, noun }) =>
    `${id} prend ${number(hours)} ${noun(hours, 'heure', 'heures')} par semaine.`,
  fault_expiry: ({ least, most }) =>
    `Doit être au moins ${least} et au plus ${most} heures à partir de maintenant.`,
  fault_held: ({ id, ring }) => `${id} est réservé pour ${ring}.`,
  fault_clock_ahead: ({ days }) =>
    `Un bac à sable peut avoir au plus ${days} jours d’avance sur le temps réel.`,
  fault_clock_back: ({ at }) =>
    `Il est ${at} dans votre bac à sable, et son horloge ne fait qu’avancer. Pour revenir au temps réel, réinitialisez-le.`,
}
