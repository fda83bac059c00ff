import { es as cohorts } from './cohorts/es.ts'
import { deskTexts } from './desk-texts.ts'
import { es as developers } from './developers/es.ts'
import { es as engagements } from './engagements/es.ts'
import { es as forms } from './forms/es.ts'
import { es as frame } from './frame/es.ts'
import { es as imports } from './imports/es.ts'
import { es as insights } from './insights/es.ts'
import { es as papers } from './papers/es.ts'
import { es as parties } from './parties/es.ts'
import { es as postings } from './postings/es.ts'
import { es as rings } from './rings/es.ts'
import { es as settings } from './settings/es.ts'
import { es as sprints } from './sprints/es.ts'
import { es as students } from './students/es.ts'

export const es = deskTexts({
  frame,
  forms,
  postings,
  engagements,
  students,
  imports,
  cohorts,
  rings,
  sprints,
  developers,
  settings,
  insights,
  papers,
  parties,
})
