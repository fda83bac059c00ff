import type { ImportCellMessages } from '../../../desk/import-cells.ts'
import type { Texts } from '../../texts.ts'

const DATE = 'Écrivez les dates ainsi : 2027-05-14.'
const WEEKLY = 'Écrivez les heures de la semaine ainsi : Lu-Me 13:00-17:00; Ve 09:00-12:00.'
const SESSIONS = 'Écrivez les séances ainsi : 2027-03-13 09:00 à 12:00 x3; 2027-03-20 09:00 à 12:00.'
const DAYS = 'Écrivez les jours ainsi : 2027-03-14 au 2027-03-21; 2027-05-01.'
const EMAIL = 'Écrivez une seule adresse, comme dana@example.org.'
const MONEY = 'Écrivez l’argent ainsi : 20,00 EUR.'
const PHONE = 'Écrivez-le ainsi : +33 6 88 23 43 20.'
const FOREIGN_PHONE = 'Écrivez les numéros d’autres pays avec leur indicatif, comme +49 30 901820.'
const COUNTRY = 'Écrivez un pays, comme FR ou France.'
const HOURS_A_WEEK = 'Écrivez les heures par semaine ainsi : 10.'

/** What follows the cell. */
const UNREAD: Readonly<Record<ImportCellMessages['import_unread']['as'], string>> = {
  email: `n’est pas une adresse e-mail. ${EMAIL}`,
  email_too_long: `est trop long pour une adresse e-mail. ${EMAIL}`,
  session: `ne se comprend pas comme séance. ${SESSIONS}`,
  session_too_long: `est trop long pour une séance. ${SESSIONS}`,
  session_parts:
    'ne se comprend pas comme séance. Écrivez le début et la fin ainsi : 2027-03-13 09:00, et les places ainsi : 3.',
  language: 'n’est pas une langue. Écrivez une langue, comme anglais ou en.',
  languages: 'ne nomme aucune langue. Écrivez les langues ainsi : anglais; espagnol.',
  languages_too_long:
    'est trop long pour une liste de langues. Écrivez les langues ainsi : anglais; espagnol.',
  date: `n’est pas une date. ${DATE}`,
  date_incomplete: `n’a pas de jour ou pas d’année. ${DATE}`,
  date_without_day: `ne dit pas quel jour. ${DATE}`,
  date_not_in_calendar: `n’est pas un jour du calendrier. ${DATE}`,
  date_without_year: `ne dit pas quel nombre est l’année. ${DATE}`,
  days: `n’est pas une période. ${DAYS}`,
  days_reversed: `finit avant de commencer. ${DAYS}`,
  term: 'ne dit pas quel mois. Écrivez un mois comme 2028-05, ou une date comme 2028-05-20.',
  term_code:
    'ressemble au code d’un semestre, dont le sens change d’une école à l’autre. Écrivez une date comme 2028-05-20.',
  hours: 'n’est pas un nombre d’heures. Écrivez les heures ainsi : 2,5 ou 2:30.',
  break: 'n’est pas la durée d’une pause. Écrivez les minutes ainsi : 30.',
  age: 'n’est pas un âge. Écrivez un âge comme 17, ou moins de 16, 16-17, 18-20 ou 21+.',
  money: `n’est pas une somme d’argent. ${MONEY}`,
  money_without_currency: `ne dit pas la monnaie. ${MONEY}`,
  money_by_hour: 'est payé à l’heure. Écrivez la somme entière, comme 500,00 EUR.',
  count: 'n’est pas un nombre entier. Écrivez un nombre comme 2.',
  hours_per_week: `n’est pas un nombre d’heures. ${HOURS_A_WEEK}`,
  hours_per_month: `donne les heures par mois. ${HOURS_A_WEEK}`,
  hours_per_day: `donne les heures par jour. ${HOURS_A_WEEK}`,
  hours_of_longer_time: `donne les heures d’un temps plus long. ${HOURS_A_WEEK}`,
  distance: 'n’est pas une distance. Écrivez les kilomètres ainsi : 25.',
  weekly_hours: `ne se comprend pas comme heures de la semaine. ${WEEKLY}`,
  weekly_hours_too_long: `est trop long pour les heures de la semaine. ${WEEKLY}`,
  time_zone: 'n’est pas un fuseau horaire. Écrivez celui d’une ville, comme Europe/Paris.',
  phone: `n’est pas un numéro de téléphone. ${PHONE}`,
  phone_of_no_country: `n’est le numéro de téléphone d’aucun pays. ${PHONE}`,
  phone_without_country: `n’a pas l’indicatif de son pays. ${FOREIGN_PHONE}`,
  place: 'n’est pas un lieu. Écrivez une ville, comme Lyon.',
  metadata:
    'ne se lit pas comme métadonnées. Écrivez {"crm_id": "77"}, ou donnez à chaque clé une colonne comme metadata.crm_id.',
  web_address: 'n’est pas l’adresse d’une page web. Écrivez-la ainsi : https://example.org.',
  country: `n’est pas un pays. ${COUNTRY}`,
  korea: `peut être la Corée du Sud ou la Corée du Nord. ${COUNTRY}`,
  congo: `peut être la RD Congo ou le Congo (CG). ${COUNTRY}`,
  yes_or_no: 'n’est pas clairement oui ou non. Écrivez oui ou non.',
}

const SAYINGS: Readonly<Record<ImportCellMessages['import_cell_said']['what'], string>> = {
  left_out: 'Cela a été écarté.',
  part_refused: 'Écarté, car une autre partie du même champ a été refusée.',
  time_left_out: 'L’heure a été écartée.',
  name_empty: 'Le nom est vide. Écrivez-le ainsi : Noa Bright.',
  name_parts_empty: 'Le nom est vide. Écrivez le prénom et le nom, comme Noa et Bright.',
  id_empty: 'L’identifiant est vide. Écrivez-le ainsi : S-1001.',
  skills_empty: 'La liste des compétences est vide. Écrivez-les ainsi : comptabilité; Excel: confirmé.',
  no_sessions: `La cellule n’a aucune séance. ${SESSIONS}`,
  no_days: `La cellule n’a aucun jour. ${DAYS}`,
  exact_cell:
    'Le texte après **JSON** n’est pas du JSON. Rétablissez la cellule, ou écrivez la valeur sans **JSON**.',
  zone_without_hours: 'Le fuseau des heures demande des heures dans la colonne des heures de la semaine.',
  gross_hours_unused: 'Les heures avec pause n’ont pas servi, car les heures sans pause passent en premier.',
  phone_part_alone: 'Une partie d’un numéro demande le numéro dans la colonne du téléphone.',
  phone_area_of_its_own: 'Le numéro de téléphone a déjà son indicatif local.',
  letter_lost: 'Une lettre a été perdue avant l’envoi : \u{fffd} est à sa place. Corrigez-la.',
}

const FAULTS: Readonly<Record<ImportCellMessages['import_spreadsheet_fault']['fault'], string>> = {
  points_nowhere: 'une formule renvoie à une cellule supprimée',
  unknown_name: 'une formule utilise un nom que le tableur ne connaît pas',
  wrong_kind: 'une formule a reçu du texte là où il faut un nombre, ou l’inverse',
  by_zero: 'une formule divise par zéro ou par une cellule vide',
  not_found: 'une formule a cherché une valeur et ne l’a pas trouvée',
  bad_number: 'une formule donne un nombre impossible ou trop grand',
  no_overlap: 'une formule combine des plages sans cellule commune',
  no_room: 'le résultat d’une formule n’a pas de place à côté de la cellule',
  not_computed: 'une formule ne peut pas être calculée',
  not_loaded: 'les données se chargeaient encore quand le fichier a été enregistré',
  no_field: 'une formule demande un champ que les données n’ont pas',
  blocked: 'le tableur a bloqué la source des données',
  not_reached: 'le tableur n’a pas atteint la source des données',
  unknown_data: 'le tableur ne connaît pas ce genre de données',
}

const NOUNS: Readonly<Record<ImportCellMessages['import_list_empty']['noun'], string>> = {
  entries: 'les éléments',
  skills: 'les compétences',
  majors: 'les filières',
  choices: 'les vœux',
  causes: 'les causes',
  requirements: 'les conditions',
  goals: 'les objectifs',
  organizations: 'les organisations',
}
const MODALITIES = { remote: 'à distance', onsite: 'sur place', hybrid: 'hybride' }
const KINDS = {
  solopreneur: 'indépendant',
  small_business: 'petite entreprise',
  nonprofit: 'sans but lucratif',
}
const BANDS = { under_16: 'moins de 16', '16_17': '16-17', '18_20': '18-20', '21_plus': '21+' }

const quoted = (text: string) => `« ${text} »`
const allQuoted = (texts: readonly string[]) => texts.map(quoted)
const under = ({ cell, header }: { cell: string; header: string }) => `${quoted(cell)} sous ${quoted(header)}`

/** Words for the cells of imports. */
export const importCellWords: Pick<Texts, keyof ImportCellMessages> = {
  import_cell_said: ({ what }) => SAYINGS[what],
  import_in_english: ({ text }) => text,
  import_required: () => 'Ceci manque. Remplissez la cellule.',
  import_limit: ({ relation, value, unit }, { noun }) => {
    const limit = `${relation === 'least' ? 'au moins' : 'au plus'} ${value}`
    if (unit === 'number') return `Écrivez un nombre de ${limit}.`
    const nouns =
      unit === 'entries' ? noun(value, 'élément', 'éléments') : noun(value, 'caractère', 'caractères')
    return `Écrivez ${limit} ${nouns}.`
  },
  import_unread: ({ cell, as }) => `${quoted(cell)} ${UNREAD[as]}`,
  import_weekly_part_unread: ({ cell, part }) =>
    `${quoted(part)} dans ${quoted(cell)} ne se comprend ni comme jour ni comme heure. ${WEEKLY}`,
  import_phone_unread_in: ({ cell, country }, write) =>
    `${quoted(cell)} n’est pas un numéro de téléphone (pays : ${write.country(country)}). ${FOREIGN_PHONE}`,
  import_words_unread: ({ cell, choices }, { either }) =>
    `${quoted(cell)} ne se comprend pas ici. Écrivez ${either(choices)}.`,
  import_words_left_out: ({ cells, choices }, { list, either }) =>
    `Pas compris et écarté : ${list(allQuoted(cells))}. Écrivez ${either(choices)}.`,
  import_languages_left_out: ({ cells }, { list }) =>
    `Pas compris comme langue et écarté : ${list(allQuoted(cells))}.`,
  import_number_unread: ({ cell, example }) =>
    `${quoted(cell)} n’est pas un nombre. Écrivez un nombre comme ${example}.`,
  import_number_ambiguous: ({ cell, asThousands, asDecimal }) =>
    `${quoted(cell)} peut être ${asThousands} ou ${asDecimal}. Écrivez-le sans séparateur de milliers, ou choisissez le signe décimal sous Colonnes.`,
  import_money_ambiguous: ({ cell, asThousands, asDecimal, example }) =>
    `${quoted(cell)} peut être ${asThousands} ou ${asDecimal}. Écrivez-le ainsi : ${example}.`,
  import_money_by: ({ cell, unit }) =>
    `${quoted(cell)} est payé par « ${unit} ». Écrivez la somme entière, comme 500,00 EUR.`,
  import_money_not_payable: ({ cell, currency }) =>
    `${quoted(cell)} n’est pas une somme que l’on peut payer en ${currency}. ${MONEY}`,
  import_date_ambiguous: ({ cell, days, example }, { either }) =>
    `${quoted(cell)} peut être ${either(days)}. Écrivez les dates ainsi : ${example}, ou choisissez l’ordre des dates sous Colonnes.`,
  import_year_out_of_range: ({ cell, first, last }) =>
    `${quoted(cell)} n’est pas entre les années ${first} et ${last}. ${DATE}`,
  import_month_unknown: ({ cell, month }) =>
    `${quoted(cell)} n’est pas une date : il n’y a pas de mois ${month}. ${DATE}`,
  import_month_too_short: ({ cell, days }) =>
    `${quoted(cell)} n’est pas un jour du calendrier : ce mois a ${days} jours.`,
  import_year_read: ({ cell, year }) => `L’année de ${quoted(cell)} a été lue comme ${year}.`,
  import_date_in_other_order: ({ cell, day }) =>
    `${quoted(cell)} a été lu comme ${day}, car ce n’est pas un jour dans l’ordre choisi.`,
  import_date_with_points: ({ cell, day, country }, write) =>
    `${quoted(cell)} a été lu comme ${day} : avec des points, le jour vient d’abord (pays : ${write.country(country)}).`,
  import_day_of_excel: ({ number, day }) =>
    `${number} a été lu comme ${day}, le jour de ce nombre dans Excel.`,
  import_midnight: ({ day, zone }) => `L’heure a été lue comme minuit du ${day} à ${zone}.`,
  import_read_in_zone: ({ cell, zone }) => `${quoted(cell)} a été lu dans le fuseau horaire ${zone}.`,
  import_read_as_beginning: ({ day, zone }) =>
    `${day} a été lu comme le début de ce jour dans le fuseau horaire ${zone}.`,
  import_read_as: ({ cell, value, country }, write) =>
    `${quoted(cell)} a été lu comme ${value}${country === null ? '' : ` (pays : ${write.country(country)})`}.`,
  import_read_as_text: ({ cell, text }) => `${quoted(cell)} a été lu comme ${quoted(text)}.`,
  import_read_as_lower: ({ cell, value }) => `${quoted(cell)} a été lu comme ${value}, le plus petit nombre.`,
  import_read_as_minutes: ({ cell }) => `${quoted(cell)} a été lu comme des minutes.`,
  import_read_as_no: ({ cell }) => `${quoted(cell)} a été lu comme non.`,
  import_read_as_country: ({ cell }) => `${quoted(cell)} a été lu comme le pays.`,
  import_read_as_place: ({ cell, country }, write) =>
    `${quoted(cell)} a été lu comme un lieu (pays : ${write.country(country)}).`,
  import_read_as_youngest: ({ cell, band }) =>
    `${quoted(cell)} peut désigner plusieurs tranches d’âge et a été lu comme la plus jeune : ${BANDS[band]}.`,
  import_language_read: ({ cell, tag, left }, write) =>
    `${quoted(cell)} a été lu comme ${write.language(tag)}. Écarté : ${quoted(left)}.`,
  import_break_taken_off: ({ minutes }) =>
    `Une pause de ${minutes} minutes ne compte pas dans les heures : l’entrée a les heures et le jour, sans début ni fin.`,
  import_email_kept: ({ email, others, words }, { list }) =>
    `${email} a été gardé comme adresse e-mail. Écarté : ${list([...others, ...(words === '' ? [] : [quoted(words)])])}.`,
  import_phone_kept: ({ phone, left }) => `${phone} a été gardé comme téléphone. Écarté : ${quoted(left)}.`,
  import_phone_without_extension: ({ phone, extension }) =>
    `${phone} a été gardé comme téléphone. Écarté : le poste ${extension}.`,
  import_phone_not_in_use: ({ cell }) =>
    `${quoted(cell)} n’est pas un numéro en service aujourd’hui. Vérifiez-le.`,
  import_number_shortened: ({ what, text }) =>
    what === 'phone'
      ? `Le tableur a raccourci ce téléphone en ${text}, et ses chiffres sont perdus. ${PHONE}`
      : `Le tableur a raccourci cet identifiant en ${text}, et ses chiffres sont perdus. Mettez la colonne au format texte, et écrivez l’identifiant en entier.`,
  import_id_was_number: ({ cell, id }) =>
    `${cell} a été lu comme ${id} : le tableur a traité l’identifiant comme un nombre.`,
  import_id_was_date: ({ cell }) =>
    `${quoted(cell)} ressemble à un identifiant que le tableur a changé en date. Comparez-le avec vos données.`,
  import_name_kept: ({ cell }) =>
    `${quoted(cell)} a été gardé tel quel. Écrivez les noms ainsi : Noa Bright, ou Bright, Noa.`,
  import_list_empty: ({ noun }) =>
    `La liste est vide. Séparez ${NOUNS[noun]} par des points-virgules : un; deux.`,
  import_list_kept_as_one: ({ cell, noun }) =>
    `${quoted(cell)} a été gardé en un seul morceau. Séparez ${NOUNS[noun]} par des points-virgules.`,
  import_first_kept: ({ count, most, noun, left }, { list }) =>
    `Pour ${NOUNS[noun]}, ${most} sur ${count} ont été gardés. Écarté : ${list(allQuoted(left))}.`,
  import_only_first: ({ most, what }) =>
    `Seules les ${most} premières ${what === 'days' ? 'périodes' : 'séances'} ont été gardées.`,
  import_skill_kept_as_one: ({ cell }) =>
    `${quoted(cell)} a été gardé comme une seule compétence, car toutes ses parties ne sont pas connues. Séparez les compétences par des points-virgules.`,
  import_skill_twice: ({ cell, left }, { list }) =>
    `${quoted(cell)} est là plusieurs fois. Écarté : ${list(left)}.`,
  import_skill_details: ({ words, skill, areImportances, isKept }) =>
    `${quoted(words)} à côté de ${quoted(skill)} n’est pas un niveau${areImportances ? ' ni une importance' : ''} et a été ${isKept ? 'gardé comme partie de la compétence' : 'écarté'}. Écrivez-le ainsi : Excel: confirmé.`,
  import_zone_unclear: ({ cell, zones }, { either }) =>
    `${quoted(cell)} ne dit pas de quel lieu est l’heure. Écrivez le fuseau d’une ville, comme ${either(zones)}.`,
  import_place_left_out: ({ cell, left }, { list }) =>
    `Écarté de ${quoted(cell)} : ${list(allQuoted(left))}.`,
  import_spreadsheet_narrow: ({ shown }) =>
    `Le tableur montre ${shown} : la colonne était trop étroite à l’enregistrement. Élargissez-la et enregistrez le fichier à nouveau.`,
  import_spreadsheet_fault: ({ shown, fault }) =>
    `Le tableur montre ${shown} : ${FAULTS[fault]}. Corrigez la formule, ou écrivez la valeur.`,
  import_names_differ: ({ full, inParts }) =>
    `Le nom complet ${quoted(full)} et le nom en parties ${quoted(inParts)} diffèrent. Gardez l’un d’eux.`,
  import_columns_differ: ({ headers, cells }, { list }) =>
    `Les colonnes ${list(allQuoted(headers))} disent des choses différentes : ${list(allQuoted(cells))}. Gardez l’une d’elles.`,
  import_other_cells_unused: ({ others, first }, { list }) =>
    `Pas utilisé : ${list(others.map(under))}, car ${quoted(first)} passe en premier.`,
  import_modality_unused: ({ modality, own }) =>
    `D’autres colonnes disent ${quoted(MODALITIES[modality])}. Cela n’a pas servi, car ${quoted(own)} passe en premier.`,
  import_hours_without_break: ({ hours, minutes, left }, { number }) =>
    `${number(hours)} heures sont avec la pause de ${minutes} minutes. Sans elle, il en reste ${number(left)}.`,
  import_place_unused: ({ cell, own }) =>
    `Le lieu dit ${quoted(cell)}. Cela n’a pas servi, car sa propre colonne dit ${quoted(own)}.`,
  import_country_from: ({ country, cells }, write) =>
    `Le pays lu est ${write.country(country)}, car la ligne nomme ${write.list(allQuoted(cells))}.`,
  import_answer_unread: (said) => `${under(said)} n’est pas clairement oui ou non. Écrivez oui ou non.`,
  import_answer_unused: (said) => `${under(said)} n’a pas servi, car la colonne du type passe en premier.`,
  import_answer_read: ({ kind, ...said }) => `${under(said)} a été lu ainsi : ${KINDS[kind]}.`,
  import_answer_says_not: (said) =>
    `${under(said)} dit seulement ce que l’organisation n’est pas. Écrivez son type : petite entreprise ou indépendant.`,
  import_answers_read: ({ answers, modality }, { list }) =>
    `${list(answers.map(under))} a été lu ainsi : ${MODALITIES[modality]}.`,
  import_answers_leave_nothing: ({ answers }, { list }) =>
    `${list(answers.map(under))} ne laisse aucun lieu de travail.`,
  import_text_garbled: ({ meant }) => `Probablement ${quoted(meant)}. Corrigez-le.`,
  import_cells_merged: ({ cells, column }) =>
    `Les cellules ${cells} sont fusionnées. Leur valeur n’a été lue que pour la colonne ${column}.`,
}
