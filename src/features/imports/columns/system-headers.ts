/** Tables of a student system (`SPRIDEN_LAST_NAME`): what they are about, in the last four letters. */
const TABLE = /^(?:sp|sg|so|sh|sa|sf|st|go|gt)[brvit]([a-z]{4})$/i
/** Tables of emergency contacts, parents, advisers and relations. */
const OF_OTHERS = new Set(['EMRG', 'FOLK', 'ADVR', 'RELT', 'PRNT'])
/** What a table of codes is about. Its columns are named alike in all of them. */
const SUBJECTS: Readonly<Record<string, string>> = {
  MAJR: 'major',
  CLAS: 'class level',
  STAT: 'state',
  NATN: 'country',
  LANG: 'language',
}
const CODE_TABLE = /^[sg]tv[a-z]{4}$/i
const OF_A_CODE = new Set(['desc', 'code', 'nation', 'longdesc'])
/** What stands before the name of a field that an office has added. */
const CUSTOM = /^(?:profile[_ ]field|custom[_ ]field|custom|cf|fld)[_ ]([a-z].*)$/i
/** What Salesforce puts behind the name of a field that an office has added. */
const ADDED = /__p?c$/i
const WORD_WITH_POINTS = /^[\w.]{1,120}$/

/**
 * A header without what a system puts before the name of its field: the table (`SPRIDEN_ID`, `A.EMPLID`,
 * `PS_NAMES.LAST_NAME`), the record (`user.email`), or that it was added (`profile_field_major`, `Major__c`).
 */
export function withoutSystemNames(header: string): string {
  const name = header.trim().replace(ADDED, '')
  if (WORD_WITH_POINTS.test(name) && name.includes('.')) {
    const last = name.slice(name.lastIndexOf('.') + 1)
    // `Tel.` and `Matr.-Nr.` are short forms.
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
