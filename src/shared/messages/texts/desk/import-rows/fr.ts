import type { ImportRowMessages } from '../../../desk/import-rows.ts'
import type { Texts } from '../../texts.ts'
import { columnNamer } from '../import-fields/column-names.ts'
import { importFieldWords } from '../import-fields/fr.ts'

const AS_CSV = 'Enregistrez la feuille en CSV UTF-8, ou divisez-la.'

const JSON_FAULTS: Readonly<Record<ImportRowMessages['import_broken_json']['fault'], string>> = {
  word: 'Ce mot n’est pas du JSON. Mettez les textes et les noms des champs entre guillemets droits.',
  number: 'Ce n’est pas un nombre. Écrivez les nombres comme 7.5.',
  name: 'Il manque devant le nom d’un champ. Écrivez les champs comme "name": "Ada Park".',
  value: 'Il manque une valeur devant.',
  colon: 'Il manque deux-points devant. Écrivez les champs comme "name": "Ada Park".',
  comma: 'Il manque une virgule devant.',
  brace: 'Le texte finit ici, et une { n’est pas fermée.',
  bracket: 'Le texte finit ici, et un [ n’est pas fermé.',
  end: 'L’objet est déjà fini avant. Vérifiez ses { et }.',
  quote: 'Le guillemet qui s’ouvre ici n’est pas fermé sur cette ligne.',
  number_cut: 'Ce nombre est coupé.',
  comment: 'JSON n’a pas de commentaires. Supprimez celui-ci.',
  unicode: 'Ce texte contient un \\u sans ses quatre chiffres.',
  backslash: 'Ce texte contient une seule barre oblique inverse. Doublez-la.',
  control: 'Ce texte contient un caractère de contrôle, comme une tabulation. Écrivez-le comme \\t.',
  json: 'Ce n’est pas du JSON.',
}

const SAYINGS: Readonly<Record<ImportRowMessages['import_row_said']['what'], string>> = {
  row_too_long: 'La ligne dépasse 1 Mio. Raccourcissez-la.',
  record_too_long: 'La fiche dépasse 1 Mio. Raccourcissez-la.',
  quote_not_closed: 'Un guillemet s’ouvre ici et n’est jamais fermé. Fermez-le ou supprimez-le.',
  quote_misplaced: 'Une cellule contient un guillemet. Doublez-le, et mettez la cellule entre guillemets.',
  comma_ignored: 'Une virgule devant } ou ] a été ignorée.',
  total_row: 'Cette ligne est un total des lignes au-dessus et n’est à personne. Elle n’a pas été importée.',
  row_of_header: 'Cette ligne est de l’en-tête du rapport et n’est à personne. Elle n’a pas été importée.',
  remark_row: 'Cette ligne est une remarque du rapport et n’est à personne. Elle n’a pas été importée.',
  nul_character: 'La ligne contient un caractère NUL. Supprimez-le.',
  id_required: 'Chaque ligne demande un identifiant.',
  id_too_long: 'Un identifiant a au plus 200 caractères. Raccourcissez-le.',
  email_required: 'Chaque ligne demande un e-mail, car il trouve la fiche.',
  title_required: 'Chaque ligne sans identifiant demande un titre.',
  hours_without_zone:
    'Les heures demandent un fuseau horaire. Sous Colonnes, choisissez la colonne qui le contient ou écrivez-en un pour toutes les lignes.',
  place_without_country: 'Un lieu demande son pays.',
  country_cell_blank: 'Sa cellule est vide : écrivez un pays, comme FR.',
  cells_blank: 'Leurs cellules sont vides. Remplissez-les.',
  failed_on_our_side: 'Quelque chose a échoué de notre côté et a été noté. Importez cette ligne plus tard.',
  file_failed_on_our_side: 'Quelque chose a échoué de notre côté. Envoyez le fichier à nouveau.',
  title_is_key:
    'Le fichier n’a pas de colonne d’identifiants. Donc le titre de chaque ligne compte, avec celui à qui elle appartient, et les nouvelles fiches reçoivent un identifiant.',
  email_can_be_key:
    'Si vous n’avez pas d’identifiants, cochez sous Colonnes que l’e-mail trouve les fiches : les nouvelles reçoivent alors un identifiant.',
  no_header_row: 'Le fichier n’a pas de ligne d’en-tête. Écrivez-en une et envoyez-le à nouveau.',
  no_rows: 'Le fichier n’a pas de lignes. Vérifiez qu’il a été enregistré en entier.',
  no_visible_sheet: 'Le classeur n’a aucune feuille visible. Affichez-en une et enregistrez-le à nouveau.',
  workbook_damaged:
    'Le classeur est abîmé ou incomplet. Ouvrez-le dans un tableur, enregistrez-le à nouveau en .xlsx et réessayez.',
  workbook_protected: 'Le classeur est protégé par un mot de passe. Enregistrez-le sans et réessayez.',
  workbook_text_too_long: `Le classeur contient plus de texte que l’on ne peut en lire. ${AS_CSV}`,
  file_cut_off:
    'Le fichier finit avant que sa liste soit fermée par ]. Il a été lu jusque-là. Vérifiez que le fichier est entier.',
}

const RECORDS = {
  candidates: 'Plusieurs étudiants ont',
  needs: 'Plusieurs besoins ont',
  offers: 'Plusieurs offres ont',
  organizations: 'Plusieurs organisations ont',
  helpers: 'Plusieurs personnes qui aident ont',
  records: 'Plusieurs fiches ont',
}
const PARENTS = {
  organization: { several: 'organisations', none: 'aucune de vos organisations', two: 'deux organisations' },
  helper: {
    several: 'personnes qui aident',
    none: 'aucune de vos personnes qui aident',
    two: 'deux personnes qui aident',
  },
  program: { several: 'programmes', none: 'aucun de vos programmes', two: 'deux programmes' },
}
const OWNERS = { organization: 'de la même organisation', helper: 'de la même personne qui aide' }
const SIGNS = { ',': 'avec une virgule', '.': 'avec un point' }
const ORDERS = { dmy: 'avec le jour d’abord', mdy: 'avec le mois d’abord', ymd: 'avec l’année d’abord' }
const DIFFERENCES = { signs: 'les majuscules, les espaces ou les tirets', zeros: 'les zéros au début' }

const FOLLOWED: Readonly<Record<ImportRowMessages['import_followed']['code'], string>> = {
  changed: 'Elle a été changée depuis.',
  removed: 'Elle a été supprimée ou fusionnée depuis.',
  introduction: 'Elle fait partie d’une mise en relation.',
  engagement: 'Elle a une mission.',
  ring: 'Elle est dans un cercle.',
  sprint: 'Elle est d’un sprint.',
  cohort: 'Une promotion ou ses vœux la nomment.',
  placement: 'Un placement la nomme. Si c’est un brouillon, supprimez-le d’abord.',
  need: 'Elle a des besoins.',
  offer: 'Elle a des offres.',
  organization: 'Une organisation y est liée.',
  merged: 'Une autre fiche y a été fusionnée.',
  disclosure: 'Elle a été montrée à un autre partenaire.',
  answered: 'L’autre côté a répondu.',
  no_way_back: 'Ce qu’elle était avant ne convient plus : ce qu’elle nomme n’est plus là.',
}

const NOT_UNDOABLE: Readonly<
  Record<
    ImportRowMessages['import_not_undoable']['code'],
    (values: { count: number; most: number }) => string
  >
> = {
  dry_run: () => 'Ce n’était qu’un essai, qui n’écrit rien.',
  too_late: () => 'Il s’est terminé il y a plus de 24 heures.',
  rows_updated: ({ count }) =>
    `Il a changé des fiches (${count}) qui étaient déjà là, et ce qu’elles étaient n’est pas gardé. Changez-les à la main, ou importez un fichier corrigé.`,
  nothing_created: () => 'Il n’a rien créé ni changé.',
  too_many: ({ count, most }) => `Il a écrit ${count} fiches. On en reprend au plus ${most} à la fois.`,
}

const OF_CANDIDATES = { skills: 'compétences', majors: 'filières', languages: 'langues' }
const quoted = (text: string) => `« ${text} »`
const withOthers = (names: readonly string[], areMore: boolean) => (areMore ? [...names, 'd’autres'] : names)
const withMore = (names: readonly string[], more: number) =>
  more > 0 ? [...names, `${more} de plus`] : names
const nameOf = columnNamer(importFieldWords)
const twinNames = ({ twins, areMore }: ImportRowMessages['import_same_email']) =>
  withOthers(
    twins.map(({ name, line }) => (line === null ? name : `${name} (ligne ${line})`)),
    areMore,
  )

/** Words for the rows of imports and for whole files. */
export const importRowWords: Pick<Texts, keyof ImportRowMessages> = {
  import_row_said: ({ what }) => SAYINGS[what],
  import_how_to_give: () =>
    'Sous Colonnes, choisissez la colonne qui le contient ou écrivez une valeur pour toutes les lignes.',
  import_broken_json: ({ line, column, fault }) => `Ligne ${line}, colonne ${column} : ${JSON_FAULTS[fault]}`,
  import_no_json_object: ({ line, column }) =>
    `Ligne ${line}, colonne ${column} : Ce n’est pas un objet JSON. Écrivez chaque fiche entre accolades, comme {"name": "Ada Park"}.`,
  import_needs_columns: ({ columns, beside }, write) => {
    const names = write.list(columns.map((one) => quoted(nameOf(one, write))))
    return beside === null
      ? `Chaque nouvelle fiche demande ${names}.`
      : `Une ligne avec ${quoted(nameOf(beside, write))} demande ${names}.`
  },
  import_too_many_cells: ({ cells, columns }) =>
    `La ligne a ${cells} cellules, mais l’en-tête en a ${columns}. Supprimez celles de trop, ou mettez entre guillemets les cellules avec des séparateurs.`,
  import_cells_beyond: ({ most }) => `La ligne a des cellules au-delà de la colonne ${most}. Supprimez-les.`,
  import_line_has_key: ({ line, key, isOnlyThat }) =>
    `La ligne ${line} a déjà cet ${key === 'id' ? 'identifiant' : 'e-mail'}.${isOnlyThat ? ' Seule cette ligne-là est importée.' : ''}`,
  import_line_has_title: ({ line, of }) =>
    `La ligne ${line} a déjà ce titre ${OWNERS[of]}. Seule cette ligne-là est importée. Écrivez un autre titre, ou donnez des identifiants aux lignes.`,
  import_id_unusable: ({ id, isShortened }) =>
    `${isShortened ? `Le tableur a raccourci cet identifiant en ${id}.` : 'Un identifiant a au plus 200 caractères.'} Il a été écarté, car l’e-mail trouve la fiche.`,
  import_same_email: (twins, { list }) =>
    `Le même e-mail que ${list(twinNames(twins))}. Si c’est la même personne, gardez une seule fiche.`,
  import_similar_id: ({ differences, ...twins }, { list }) =>
    `Ne diffère de ${list(twinNames(twins))} que par ${list(differences.map((one) => DIFFERENCES[one]))}. Si c’est la même personne, écrivez le même identifiant.`,
  import_skills_unknown: ({ skills }, { noun }) =>
    `${noun(skills.length, 'Compétence non comprise', 'Compétences non comprises')} : ${skills.join(', ')}. Elles sont gardées telles quelles, et ne correspondent qu’aux mêmes mots.`,
  import_country_taken: ({ country }, write) =>
    `La ligne ne le dit pas, donc un nouveau besoin prend le pays de son organisation : ${write.country(country)}.`,
  import_zone_taken: ({ zone }) =>
    `La ligne ne le dit pas, donc un nouveau besoin prend le fuseau horaire de son organisation : ${zone}.`,
  import_email_of_merged: ({ record }) =>
    `Cet e-mail était celui d’une fiche fusionnée avec ${record}, qui garde le sien. Pour le changer, importez la ligne avec son identifiant.`,
  import_several_with_email: ({ noun, names, areMore }, { list }) =>
    `${RECORDS[noun]} cet e-mail : ${list(withOthers(names, areMore))}. Fusionnez-les, ou importez la ligne avec son identifiant.`,
  import_several_with_title: ({ noun, names, areMore }, { list }) =>
    `${RECORDS[noun]} ce titre : ${list(withOthers(names, areMore))}. Écrivez le bon identifiant dans sa propre colonne.`,
  import_id_of_other: ({ record, id, hasId }) =>
    `L’e-mail est celui de ${record}, qui ${hasId ? 'garde son identifiant' : 'n’a pas d’identifiant'}. ${quoted(id)} a été écarté.`,
  import_parent_unknown: ({ noun, text }) =>
    `${quoted(text)} n’est ${PARENTS[noun].none}. Écrivez l’identifiant ou le nom de ce que vous avez créé.`,
  import_parent_ambiguous: ({ noun, text, names, areMore }, { either }) =>
    `Plusieurs de vos ${PARENTS[noun].several} s’appellent ${quoted(text)}. Écrivez le bon identifiant : ${either(withOthers(names, areMore))}.`,
  import_parents_differ: ({ noun, names }, { list }) =>
    `La ligne nomme ${PARENTS[noun].two} : ${list(names)}. N’en gardez qu’un seul.`,
  import_parent_left_out: ({ noun, text, areSeveral, instead }) =>
    `${areSeveral ? `Plusieurs de vos ${PARENTS[noun].several} s’appellent ${quoted(text)}` : `${quoted(text)} n’est ${PARENTS[noun].none}`}. Pour la ligne compte ${instead === null ? 'le programme de l’import' : `${instead}, qu’elle nomme aussi`}.`,
  import_encoding_mixed: ({ bytes, lines }, { noun }) =>
    `Le fichier est en UTF-8, sauf ${bytes} ${noun(bytes, 'octet', 'octets')}, d’abord à la ligne ${lines.join(', ')}. Ces lignes ont été lues en windows-1252. Vérifiez leurs accents.`,
  import_encoding_unsure: ({ encoding }) =>
    `Le fichier n’est pas en UTF-8. Il a été lu en ${encoding}, ce qui convient le mieux. Vérifiez les accents, ou enregistrez le fichier en UTF-8.`,
  import_columns_ignored: ({ headers }, { noun }) => {
    const names = headers.map(({ header, similar }) =>
      similar === null ? quoted(header) : `${quoted(header)} (voulez-vous dire ${similar} ?)`,
    )
    return `${noun(names.length, 'Cette colonne a été écartée', 'Ces colonnes ont été écartées')} : ${names.join(', ')}. Choisissez sous Colonnes ce qu’elles contiennent.`
  },
  import_headers_missing: ({ missing, headers, more }) => {
    const names = missing.map(
      ({ header, similar }) =>
        `${quoted(header)}${similar === null ? '' : ` (voulez-vous dire ${quoted(similar)} ?)`}`,
    )
    return `Il manque au fichier l’en-tête choisi ${names.join(', ')}. Il a : ${withMore(headers, more).join(', ')}.`
  },
  import_columns_missing: ({ columns }, write) =>
    `Il manque au fichier ${write.noun(columns.length, 'la colonne', 'les colonnes')} ${write.list(columns.map((one) => quoted(nameOf(one, write))))}. Sans elles, aucune nouvelle fiche n’est créée.`,
  import_sheets_ignored: ({ sheets }, { noun, list }) => {
    const names = sheets.map(({ name, isVisible }) => quoted(name) + (isVisible ? '' : ' (masquée)'))
    return `${noun(names.length, 'Une autre feuille a été écartée', 'D’autres feuilles ont été écartées')} : ${list(names)}. Pour importer une autre feuille, enregistrez-la dans un fichier à elle.`
  },
  import_columns_hidden: ({ headers, more }, { noun, list }) =>
    `${noun(headers.length + more, 'Une colonne masquée a été lue aussi', 'Des colonnes masquées ont été lues aussi')} : ${list(withMore(headers.map(quoted), more))}. Pour en écarter une, choisissez-le sous Colonnes.`,
  import_rows_hidden: ({ count, ranges, areMore }, { noun }) =>
    `${noun(count, 'Une ligne masquée a été écartée', `${count} lignes masquées ont été écartées`)} : ${withOthers(ranges, areMore).join(', ')}. Pour les importer, affichez toutes les lignes et envoyez le fichier à nouveau.`,
  import_decimals_found: ({ shown }, write) => {
    const said = shown.map(
      ({ column, sign, cell, line }) =>
        `${nameOf(column, write)} (${SIGNS[sign]}, comme le montre ${quoted(cell)} à la ligne ${line})`,
    )
    return `Les nombres comme 1,500 et 1.500 ont été lus selon le signe décimal de leur colonne : ${write.list(said)}. Si c’est faux, choisissez-le sous Colonnes.`
  },
  import_date_orders_found: ({ shown }, write) => {
    const said = shown.map(
      ({ column, order, cell, line }) =>
        `${nameOf(column, write)} ${ORDERS[order]}, comme le montre ${quoted(cell)} à la ligne ${line}`,
    )
    return `Les dates en chiffres ont été lues ainsi : ${said.join('; ')}. Si c’est faux, choisissez l’ordre sous Colonnes.`
  },
  import_cells_without_header: ({ columns, more }, { list, noun }) => {
    const names = columns.map(
      ({ letters, count, line }) =>
        `colonne ${letters} (${count} ${noun(count, 'cellule', 'cellules')}, d’abord à la ligne ${line})`,
    )
    return `Des cellules sans en-tête ont été écartées : ${list(withMore(names, more))}. Pour les importer, écrivez un en-tête au-dessus.`
  },
  import_header_unread: ({ line }) => `L’en-tête de la ligne ${line} ne peut pas être lu.`,
  import_key_missing: ({ key, line, headers, more }, write) =>
    `L’en-tête n’a pas de colonne ${quoted(nameOf(key, write))}. La ligne ${line} a été lue comme en-tête : ${withMore(headers, more).join(', ')}.`,
  import_too_many_rows: ({ most }, write) =>
    `Un fichier peut avoir au plus ${write.number(most)} lignes. Les suivantes n’ont pas été lues : importez-les dans un autre fichier.`,
  import_too_many_columns: ({ line, columns, most }) =>
    `L’en-tête de la ligne ${line} a ${columns} colonnes. Un fichier peut en avoir ${most} : supprimez celles dont vous n’avez pas besoin.`,
  import_sheet_unknown: ({ sheet, sheets }) =>
    `Le classeur n’a pas de feuille ${quoted(sheet)}. Ses feuilles sont ${sheets.map(quoted).join(', ')}.`,
  import_sheet_empty: ({ sheet }) =>
    `La feuille ${quoted(sheet)} n’a pas de ligne d’en-tête. Écrivez-en une et envoyez le fichier à nouveau.`,
  import_workbook_too_large: ({ mib }) =>
    `Une partie du classeur dépasse ${mib} Mio une fois décompressée. ${AS_CSV}`,
  import_too_many_merged: ({ most }) =>
    `La feuille a plus de ${most} cellules fusionnées. Séparez-les, ou enregistrez la feuille en CSV UTF-8.`,
  import_text_unknown: ({ row }) =>
    `La ligne ${row} de la feuille nomme un texte que le classeur n’a pas. Ouvrez-le dans un tableur, enregistrez-le à nouveau et réessayez.`,
  import_followed: ({ code }) => FOLLOWED[code],
  import_not_undoable: ({ code, ...values }) => NOT_UNDOABLE[code](values),
  import_write_like: ({ example, isEntry }) =>
    `Écrivez ${isEntry ? 'une entrée' : 'la valeur'} ainsi : ${example}.`,
  import_most_of_candidate: ({ most, noun, of }, { number }) =>
    `Un étudiant a au plus ${number(most)} ${OF_CANDIDATES[noun]}${of === null ? '' : `, et sur ${number(of)} les premières ont été gardées`}.`,
  import_level_unread: ({ cell }) =>
    `${quoted(cell)} n’est pas un niveau. Écrivez beginner, intermediate, advanced ou expert.`,
  import_resume_too_long: ({ withoutPicture, sections }, { list }) =>
    `Le CV dépasse 64 Kio. Il a été gardé sans ${list([...(withoutPicture ? ['la photo'] : []), ...sections])}.`,
  import_field_kept_with_resume: ({ field, meant }) =>
    `${quoted(field)} n’est pas un champ des étudiants et n’a été gardé qu’avec le CV. Vouliez-vous dire ${meant} ?`,
  import_key_of_no_column: ({ key }) => `${quoted(key)} ne désigne aucune colonne.`,
  import_cancelled: ({ rows, areWritten }) =>
    `L’import a été annulé. ${areWritten ? `Les ${rows} premières lignes ont été importées et restent` : `${rows} lignes ont été essayées`} ; le reste du fichier n’a pas été lu.`,
}
