import type { SettingMessages } from '../../../../src/shared/messages/desk/settings.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const settings: ValuesOf<SettingMessages> = {}
