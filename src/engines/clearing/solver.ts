import highsModule, { type Highs, type ModelData } from 'highs'
import { float64At, int32At } from '../../shared/item-at.ts'

// Cast: the types describe the CommonJS build, whose default export is one level deeper.
const loadHighs = highsModule as unknown as typeof highsModule.default

/** The solver failed: it gave no answer, or its memory is corrupt. */
export class SolverFault extends Error {
  override name = 'SolverFault'
}

/** Packing problem: choose cycles so that each vertex is on at most one. */
export interface Program {
  vertices: number
  cycles: readonly (readonly number[])[]
  /** Value of each cycle in the objective. */
  gains: Float64Array
}

export interface Chosen {
  /** Positions in the list of cycles; undefined if no choice was found. */
  places: number[] | undefined
  /** Upper bound for any choice. */
  bound: number
}

// Gains are scaled to the range that suits the solver's absolute tolerances (1e-7 and 1e-6).
const LARGEST_GAIN = 10_000

// The relaxations are so degenerate that the simplex method takes ten times as long as an interior point method from
// scratch. After adding columns, the old basis is feasible, so the primal simplex method continues quickly from it.
const INTERIOR_POINT = { solver: 'ipm', run_crossover: 'on' }
const SIMPLEX = { solver: 'simplex', simplex_strategy: 4 }

let highs: Highs | undefined = await loadHighs()

/** Chooses cycles by branch and cut. The cycles at the positions `start` are the initial solution. */
export function chooseCycles(program: Program, start: readonly number[], seconds: number): Chosen {
  if (program.cycles.length === 0) return { places: [], bound: 0 }
  return guarded((solver) => {
    const scale = scaleOf(program.gains)
    const model = solver.createModel(modelOf(solver, program, scale, true))
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0 })
    if (start.length > 0) {
      model.setSolution({ indices: start.toSorted((a, b) => a - b), values: start.map(() => 1) })
    }
    const { modelStatus } = model.run()
    const { optimal, timeLimit } = solver.constants.modelStatus
    if (modelStatus !== optimal && modelStatus !== timeLimit) throw new SolverFault(`status ${modelStatus}`)
    const isFeasible = model.info.get('primal_solution_status') === solver.constants.solutionStatus.feasible
    const values = isFeasible ? model.getSolution().colValue : undefined
    const bound = Number(model.info.get('mip_dual_bound')) / scale
    model.dispose()
    return { places: values && [...values.keys()].filter((at) => float64At(values, at) > 0.5), bound }
  })
}

/** The linear relaxation of a packing, to which cycles can be added. */
export class Relaxation {
  readonly #model: ReturnType<Highs['createModel']>
  readonly #vertices: number
  readonly #scale: number

  constructor(program: Program) {
    this.#vertices = program.vertices
    this.#scale = scaleOf(program.gains)
    this.#model = guarded((solver) => {
      const model = solver.createModel(modelOf(solver, program, this.#scale, false))
      model.options.set({ output_flag: false, ...INTERIOR_POINT })
      return model
    })
  }

  add(cycles: readonly (readonly number[])[], gains: Float64Array): void {
    guarded((solver) => {
      const added = modelOf(solver, { vertices: this.#vertices, cycles, gains }, this.#scale, false)
      const { colCost: cost, colLower: lower, colUpper: upper, matrix } = added
      this.#model.addCols({ cost, lower, upper, matrix })
    })
  }

  /** The dual price of each vertex at the optimum; undefined if time ran out. */
  solve(seconds: number): Float64Array | undefined {
    return guarded((solver) => {
      const { empty, optimal, timeLimit, unknown } = solver.constants.modelStatus
      // The solver's clock continues from one run to the next.
      this.#model.options.set({ time_limit: this.#model.getRunTime() + seconds })
      let { modelStatus } = this.#model.run()
      this.#model.options.set(SIMPLEX)
      if (modelStatus === unknown) modelStatus = this.#model.run().modelStatus
      if (modelStatus === timeLimit) return undefined
      if (modelStatus === empty) return new Float64Array(this.#vertices)
      if (modelStatus !== optimal) throw new SolverFault(`status ${modelStatus}`)
      return this.#model.getSolution().rowDual.map((dual) => Math.max(0, dual) / this.#scale)
    })
  }

  dispose(): void {
    guarded(() => this.#model.dispose())
  }
}

function scaleOf(gains: Float64Array): number {
  return Math.min(1, LARGEST_GAIN / gains.reduce((max, gain) => Math.max(max, gain), 1))
}

function modelOf(solver: Highs, { vertices, cycles, gains }: Program, scale: number, isInteger: boolean) {
  const numCols = cycles.length
  const starts = new Int32Array(numCols + 1)
  cycles.forEach((cycle, at) => {
    starts[at + 1] = int32At(starts, at) + cycle.length
  })
  const indices = Int32Array.from(cycles.flat())
  const values = new Float64Array(indices.length).fill(1)
  return {
    numCols,
    numRows: vertices,
    sense: solver.constants.objectiveSense.maximize,
    colCost: gains.map((gain) => gain * scale),
    colLower: new Float64Array(numCols),
    // In the relaxation the rows bound the columns, so that the row duals contain all prices.
    colUpper: new Float64Array(numCols).fill(isInteger ? 1 : solver.infinity),
    rowLower: new Float64Array(vertices).fill(-solver.infinity),
    rowUpper: new Float64Array(vertices).fill(1),
    matrix: { format: 'csc' as const, numRows: vertices, numCols, starts, indices, values },
    ...(isInteger && { integrality: new Int32Array(numCols).fill(solver.constants.variableType.integer) }),
  } satisfies ModelData
}

/** Runs work in the solver. After a failure it loads a new solver for later calls, which takes effect once the event loop is free. */
function guarded<T>(work: (solver: Highs) => T): T {
  if (!highs) throw new SolverFault('the solver is being reloaded')
  try {
    return work(highs)
  } catch (error) {
    if (error instanceof SolverFault) throw error
    highs = undefined
    loadHighs().then(
      (loaded) => {
        highs = loaded
      },
      // Without a solver, clearings use only the methods that need none.
      () => {},
    )
    throw new SolverFault('the solver failed', { cause: error })
  }
}
