import type { Html } from '../../../../shared/html.ts'
import { isConsentTime } from '../../../imports/index.ts'
import { selectField } from '../../look/parts.ts'
import type { View } from '../../look/view.ts'
import { zoneOptions } from '../postings/form-sections.ts'

/** Renders the choice of the zone in which consent times without an offset are read. */
export function consentZoneField(
  { value, isOwnZone = false }: { value: string | undefined; isOwnZone?: boolean },
  { say }: View,
): Html {
  const [, ...zones] = zoneOptions
  const ofRow = { value: '', text: say('desk_import', { word: 'consent_zone_of_row' }) }
  return selectField({
    ...{ name: 'consent_time_zone', label: say('desk_import', { word: 'consent_zone' }), value, isOwnZone },
    ...{ hint: say('desk_import', { word: 'consent_zone_hint' }), options: [ofRow, ...zones] },
  })
}

/** Says in which zone a cell's time without an offset is read. Null for cells that hold no time of a consent. */
export function consentZoneHint(
  column: string | null,
  zone: string | null | undefined,
  { say }: View,
): string | null {
  if (column === null || !isConsentTime(column)) return null
  if (zone) return say('desk_import_read_in', { zone: zone.replaceAll('_', ' ') })
  const word = (word: 'consent_zone' | 'consent_zone_of_row') => say('desk_import', { word })
  return `${word('consent_zone')}: ${word('consent_zone_of_row')}`
}
