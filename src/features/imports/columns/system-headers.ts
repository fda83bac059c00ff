/** Table prefix of a student system (`SPRIDEN_LAST_NAME`); the last four letters say what the table is about. */
const TABLE = /^(?:sp|sg|so|sh|sa|sf|st|go|gt)[brvit]([a-z]{4})$/i
/** Tables of emergency contacts, parents, advisers and relations. */
const OF_OTHERS = new Set(['EMRG', 'FOLK', 'ADVR', 'RELT', 'PRNT'])
/** Subject of each table of codes. Their columns have the same names in all tables. */
const SUBJECTS: Readonly<Record<string, string>> = {
  MAJR: 'major',
  CLAS: 'class level',
  STAT: 'state',
  NATN: 'country',
  LANG: 'language',
}
const CODE_TABLE = /^[sg]tv[a-z]{4}$/i
const OF_A_CODE = new Set(['desc', 'code', 'nation', 'longdesc'])
/** Prefix of a field that an office has added. */
const CUSTOM = /^(?:profile[_ ]field|custom[_ ]field|custom|cf|fld)[_ ]([a-z].*)$/i
/** Suffix that Salesforce gives a field that an office has added. */
const ADDED = /__p?c$/i
const WORD_WITH_POINTS = /^[\w.]{1,120}$/

/**
 * Removes what a system adds to the name of a field: the table (`SPRIDEN_ID`, `A.EMPLID`, `PS_NAMES.LAST_NAME`), the record
 * (`user.email`), or the mark of an added field (`profile_field_major`, `Major__c`).
 */
export function withoutSystemNames(header: string): string {
  const name = header.trim().replace(ADDED, '')
  if (WORD_WITH_POINTS.test(name) && name.includes('.')) {
    const last = name.slice(name.lastIndexOf('.') + 1)
    // `Tel.` and `Matr.-Nr.` are abbreviations.
    if (last.length > 1) return withoutSystemNames(last)
  }
  const [table = '', ...rest] = name.split(/[_ ]/)
  const [, about] = TABLE.exec(table) ?? []
  if (about === undefined || rest.length === 0) return name.replace(CUSTOM, '$1')
  const subject = about.toUpperCase()
  if (OF_OTHERS.has(subject)) return ''
  const field = rest.join('_')
  if (!CODE_TABLE.test(table)) return field
  if (!OF_A_CODE.has(rest.join('').toLowerCase())) return ''
  return `${SUBJECTS[subject] ?? ''} ${field.toLowerCase() === 'code' ? 'code' : ''}`
}
