/** Writes a requirement of a need for people. */
export function requirementText(requirement: string): string {
  if (requirement === 'age_over_18') return 'Over 18'
  if (requirement.startsWith('age_over_'))
    return `At least ${requirement.slice('age_over_'.length)} years old`
  if (requirement === 'background_check') return 'Background check'
  return `Licence: ${requirement.slice('licence:'.length)}`
}
