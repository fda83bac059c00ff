import highsModule, { type ModelData } from 'highs'
import { MOST_NODES, MOST_SECONDS } from './effort.ts'

// Cast: the types describe the CommonJS build, whose default export is one level deeper.
const highs = await (highsModule as unknown as typeof highsModule.default)()

const WHOLE_NUMBERS = {
  mip_max_nodes: MOST_NODES,
  time_limit: MOST_SECONDS,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-6,
}

export interface Column {
  worth: number
  lower: number
  upper: number
  isInteger: boolean
}

export interface Row {
  terms: readonly (readonly [column: number, factor: number])[]
  lower: number
  upper: number
}

export interface Program {
  columns: readonly Column[]
  rows: readonly Row[]
}

export interface Solution {
  values: Float64Array
  /** False if the limit of work ended the search before it had a proof. */
  isProven: boolean
}

export const INFINITE: number = highs.infinity

/**
 * Maximizes the worth of a program. A program without integer columns is solved by the simplex method. One with
 * integers begins at `start`, which is returned if nothing better is found within the limits of work.
 */
export function solveProgram(program: Program, start: Float64Array): Solution {
  const isInteger = program.columns.some((column) => column.isInteger)
  return highs.withModel(modelOf(program, isInteger), (model) => {
    model.options.set({ output_flag: false, ...(isInteger ? WHOLE_NUMBERS : { solver: 'simplex' }) })
    if (isInteger) model.setSolution({ colValue: start })
    const { modelStatus } = model.run()
    const { optimal, timeLimit, solutionLimit } = highs.constants.modelStatus
    const isProven = modelStatus === optimal
    if (!isProven && modelStatus !== timeLimit && modelStatus !== solutionLimit)
      throw new Error(`the placement could not be solved: status ${modelStatus}`)
    const isFeasible = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible
    return { values: isFeasible ? Float64Array.from(model.getSolution().colValue) : start, isProven }
  })
}

function modelOf({ columns, rows }: Program, isInteger: boolean): ModelData {
  const { starts, indices, values } = byColumn(columns.length, rows)
  const { integer, continuous } = highs.constants.variableType
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(columns, ({ worth }) => worth),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: { format: 'csc', numRows: rows.length, numCols: columns.length, starts, indices, values },
    ...(isInteger && {
      integrality: Int32Array.from(columns, (column) => (column.isInteger ? integer : continuous)),
    }),
  }
}

function byColumn(numCols: number, rows: readonly Row[]) {
  const ofColumn: { row: number; factor: number }[][] = Array.from({ length: numCols }, () => [])
  rows.forEach(({ terms }, row) => {
    for (const [column, factor] of terms) {
      const entries = ofColumn[column]
      const last = entries?.at(-1)
      // A row may name a column more than once.
      if (last?.row === row) last.factor += factor
      else entries?.push({ row, factor })
    }
  })
  const starts = new Int32Array(numCols + 1)
  let length = 0
  ofColumn.forEach((entries, at) => {
    length += entries.length
    starts[at + 1] = length
  })
  const entries = ofColumn.flat()
  return {
    starts,
    indices: Int32Array.from(entries, ({ row }) => row),
    values: Float64Array.from(entries, ({ factor }) => factor),
  }
}
