import { type SettingMessages, settingWords } from '../../../../src/shared/messages/desk/settings.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const settings: ValuesOf<SettingMessages> = {
  desk_setting: settingWords.map((word) => ({ word })),
  desk_colour_too_light: [{ darker: '#1d5f3f' }],
  desk_calendar_subject: (['partner', 'organization', 'helper', 'program'] as const).map((subject) => ({
    subject,
  })),
}
