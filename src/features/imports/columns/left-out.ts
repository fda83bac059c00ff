import { type Detail, isLeftOutDetail } from '../details.ts'

/** Tells whether a notice says that its value was not used. */
export function isLeftOut({ code, details }: { code: string; details?: readonly Detail[] }): boolean {
  return code === 'left_out' || isLeftOutDetail(details?.at(-1))
}
