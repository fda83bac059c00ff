import { type Detail, saysLeftOut } from '../details.ts'

/** Whether a notice says that the value it is about was not used. */
export function isLeftOut({ code, details }: { code: string; details?: readonly Detail[] }): boolean {
  return code === 'left_out' || saysLeftOut(details?.at(-1))
}
