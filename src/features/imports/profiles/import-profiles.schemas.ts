import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import { fileOptionsInput, fileOptionsShown, showOptions } from '../file-options.schemas.ts'
import { plainOptions } from '../file-options.ts'
import { importTypes } from '../imports.table.ts'
import type { ImportProfile } from './import-profiles.table.ts'

export const profileName = wire.text(1, 100).describe('Name of the profile')

export const importProfileInput = fileOptionsInput
  .extend({ type: z.enum(importTypes).describe('Type of imports that may use the profile') })
  .meta({ id: 'ImportProfileBody' })
export type ImportProfileInput = z.output<typeof importProfileInput>

export const importProfile = fileOptionsShown
  .extend({
    name: z.string().describe('Name of the profile'),
    type: z.enum(importTypes).describe('Type of imports that may use the profile'),
    version: wire.version,
    created_at: wire.instant,
    updated_at: wire.instant,
  })
  .meta({ id: 'ImportProfile' })

export function showImportProfile({
  name,
  type,
  options,
  version,
  createdAt,
  updatedAt,
}: ImportProfile): z.output<typeof importProfile> {
  return {
    name,
    type,
    ...showOptions({ ...plainOptions, ...options }),
    version,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  }
}
