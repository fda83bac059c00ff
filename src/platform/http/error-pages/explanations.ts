import type { ErrorCode } from '../../../shared/errors.ts'
import { answers, errorCodes, type Problem, problemType, titleOf, toProblem } from '../problem.ts'
import { accessErrors } from './words/access.ts'
import type { Explanation } from './words/explanation.ts'
import { importErrors } from './words/imports.ts'
import { marketErrors } from './words/market.ts'
import { notFoundErrors } from './words/not-found.ts'
import { postingErrors } from './words/postings.ts'
import { requestErrors } from './words/requests.ts'
import { serviceErrors } from './words/service.ts'
import { workErrors } from './words/work.ts'

/** The explanation of every error code. Its status and title are in `../problem.ts`. */
export const explanations: Readonly<Record<ErrorCode, Explanation>> = {
  ...requestErrors,
  ...accessErrors,
  ...serviceErrors,
  ...notFoundErrors,
  ...postingErrors,
  ...marketErrors,
  ...workErrors,
  ...importErrors,
}

const EXAMPLE_REQUEST_ID = 'req_01kc1yw0e0e8mr3nvz9t5q2xab'

/** Returns an example of a refusal with this code, as the service would send it. */
export function exampleProblem(code: ErrorCode, issuer: string): Problem {
  const { detail, faults }: Explanation = explanations[code]
  const errors = faults && { errors: [...faults] }
  return toProblem({ code, detail, requestId: EXAMPLE_REQUEST_ID, ...errors }, issuer)
}

/** An error code in the list of all. */
export interface ErrorSummary {
  code: ErrorCode
  status: number
  title: string
  type: string
  meaning: string
}

/** Returns all error codes, by status and name. */
export function summaries(issuer: string): ErrorSummary[] {
  return errorCodes
    .map((code) => {
      const { status } = answers[code]
      const title = titleOf(code)
      return { code, status, title, type: problemType(code, issuer), meaning: explanations[code].meaning }
    })
    .sort((one, other) => one.status - other.status || one.code.localeCompare(other.code))
}

/** Returns the table of error codes for the guide, in Markdown. */
export function errorTable(): string {
  const rows = summaries('').map(({ status, code, meaning }) => `| ${status} | \`${code}\` | ${meaning} |`)
  return `${['| Status | `code` | Meaning |', '|---|---|---|', ...rows].join('\n')}\n`
}
