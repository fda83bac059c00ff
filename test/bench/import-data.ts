import { createRandom } from '../support/random.ts'

/** A spreadsheet of so many students, the same each time. */
export function* candidateFile(count: number): Generator<Buffer> {
  yield Buffer.from(
    'external_id,name,email,school_year,graduates_on,majors,title,description,skills,learning_goals,languages,time_zone,modality,country,region,city,hours_per_week,share_profile,share_contact,consent_recorded_at,consent_source\n',
  )
  const random = createRandom(7)
  for (let at = 0; at < count; at += 100) {
    let text = ''
    for (let one = at; one < Math.min(at + 100, count); one++) text += candidateRow(one, random)
    yield Buffer.from(text)
  }
}

const SKILLS = [
  'bookkeeping',
  'spreadsheets',
  'copywriting',
  'social media',
  'web design',
  'grant writing',
  'photography',
  'customer service',
  'data analysis',
  'event planning',
  'video editing',
  'translation',
  'fundraising',
  'python',
  'email marketing',
  'inventory management',
]
const MAJORS = [
  'Accounting',
  'Marketing',
  'Computer Science',
  'English',
  'Biology',
  'Design',
  'Economics',
  'Nursing',
]
const CITIES = ['Chicago', 'Peoria', 'Springfield', 'Evanston', 'Rockford']

function candidateRow(at: number, random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const [major, first, second, goal] = [pick(MAJORS), pick(SKILLS), pick(SKILLS), pick(SKILLS)]
  const description = `I study ${major} and have done ${first} for a student club. I would like to learn ${goal}, and to leave behind a routine that others can follow.`
  return `S-${at},Student Number${at},s${at}@student.example,junior,2028-05-20,${major},Help with ${first},"${description}",${first}:intermediate; ${second},${goal},en; es,America/Chicago,hybrid,US,IL,${pick(CITIES)},${4 + Math.floor(random() * 12)},yes,no,2026-11-02T15:00:00Z,Form R-2\n`
}
