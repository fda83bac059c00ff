import type { RowRemark } from '../imports.table.ts'

/** Ends a notice about a value that was not used. */
export const LEFT_OUT = ' It was left out.'

/** Whether a notice says that the value it is about was not used. */
export function isLeftOut({ code, message }: RowRemark): boolean {
  return code === 'left_out' || message.endsWith(LEFT_OUT)
}
