/** Words for people other than the student or contact of a row. */
export const OTHER_PEOPLE = setOf(
  'emergency parent parents guardian guardians mother father kin spouse sibling advisor adviser counselor recommender referee',
  'supervisor instructor teacher manager sponsor mentor coach employer',
  'emergencia padre padres madre tutor tutora profesor profesora',
  'pai mae encarregado encarregada responsavel orientador orientadora professor professora',
  'urgence parents pere mere tuteur tutrice conjoint enseignant',
  'notfall notfallkontakt eltern elternteil mutter vater erziehungsberechtigte vormund betreuer betreuerin',
)

/** Question words and possessives. */
export const POSSESSIVES = setOf(
  'what whats s is are your my our the',
  'cual es son tu tus su sus mi mis el la los las',
  'quel quelle quels quelles est sont votre vos ton ta tes mon ma mes le la les',
  'wie lautet was ist sind dein deine deinen ihr ihre ihren mein meine der die das',
  'qual quais e sao seu sua seus suas teu tua teus tuas meu minha o a os as',
)

/** Words of questions and requests that don't say what is asked. */
export const QUESTION_WORDS = setOf(
  'what whats is are s your the a an please enter provide give list tell us do does you have has can could would of for in to and that all tick select check apply choose one optional required if any i we they my be student students applicant applicants candidate candidates participant participants volunteer volunteers intern interns which how on with at who',
  'cual es son tu tus su sus que tienes tiene puedes por favor indica escribe el la los las un una de del para en y estudiante alumno',
  'quel quelle quels quelles est sont votre vos ton ta tes avez vous pouvez veuillez indiquer le la les un une des de du pour en et d l etudiant',
  'qual quais e sao o os um uma de do da dos das para por em no na seu sua seus suas teu tua teus tuas que voce tem indique escreva insira digite favor aluno estudante se',
  'wie lautet ist sind ihr ihre dein deine was welche welchen haben hast sie du konnen kannst bitte angeben eingeben der die das ein eine von fur in und zu student studierende studierenden studenten studentin studentinnen teilnehmer teilnehmerin teilnehmenden bewerber bewerberin bewerbenden schuler schulerin',
)

/** Verbs and other words of longer questions. Without them, a header must be exactly the name of a column. */
export const QUESTION_VERBS = setOf(
  'am bring rate indicate mark your rather would will might should shall may need want wants like prefer expect plan willing able work working commit committed spend offer live lives living reside based speak spoken fluently use used using enrolled am each this our me it its out not so as from by person persons user users learner learners pupil member usually currently roughly about best able many much there reach up please also per or',
  'se te me le nos si cuantas cuantos esta este estas estoy estara soy eres sera quieres quiere quisieras gustaria prefieres prefiere trabajar dedicar ofrecer vives vive viviendo resides estudias estudia estudiando cursas cursa cursando hablas habla dominas domina escriba ingrese introduce poder podrias puede pueda al lo mas o con actualmente sus tuyo tuya usted podemos puedo',
  'a ai au aux obtiendrez obtiens obtenez obtenir obtiendras ce cela ces cette combien dans es etes etre serez seriez suis sera voulez souhaitez aimeriez aimerais preferez travailler consacrer proposer habitez habites habite vivez vis residez etudiez etudies etudier suivez suis parlez parles pouvez peux pourriez nous pouvons on ou vos notre nos qu s t votre actuellement merci moi par',
  'me te lhe nos quantas quantos quando onde esta estas sou somos quer queres gostaria gostarias prefere preferes pode podes poderia trabalhar dedicar mora moras vive vives reside estuda estudas cursa fala falas ao com mais ou atualmente meu minha meus minhas nosso nossa podemos posso eu',
  'ich wir uns sich dir dich mich mir ihnen ihren ihrem deinen deinem deiner ihrer am im an auf aus bei mit nach zum zur bist bin wird werden werde wirst mochten mochtest mochte wollen willst will sollen soll durfen darf konnten konntest kann arbeiten studieren studierst studiere sprechen sprichst spreche wohnen wohnst wohne leben lebst lebe machen machst mache haben welches welcher welchem viele derzeit aktuell gerne gern oder pro je den dem',
)

/** Full word -> the abbreviations that systems and spreadsheets use. The empty word lists those without meaning. */
export const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    expected: 'exp exptd expctd',
    graduation: 'grad graduate graduating',
    date: 'dt dte',
    number: 'nbr num nr nmbr numb no',
    address: 'addr adr addrs',
    phone: 'tel ph tele phn',
    year: 'yr yrs',
    hours: 'hrs hr hour',
    week: 'wk wks weeks',
    weekly: 'wkly',
    student: 'stu stud stdnt',
    academic: 'acad',
    level: 'lvl levl',
    class: 'clas cls',
    major: 'maj majr mjr',
    language: 'lang lng',
    preferred: 'pref prefd',
    permanent: 'perm pr',
    primary: 'prim pri',
    state: 'stat',
    country: 'natn cntry ctry',
    available: 'avail avl',
    availability: 'availty',
    university: 'univ',
    college: 'coll',
    code: 'cd cde',
    name: 'nm nme',
    email: 'emal eml',
    semester: 'sem sems',
    organization: 'org orgn organisation',
    program: 'prog prgm programme',
    department: 'dept',
    maximum: 'max',
    stunden: 'std stdn',
    'first name': 'fname',
    'middle name': 'mname',
    'last name': 'lname',
    'time zone': 'tz timezone',
    'zip code': 'zipcode',
    '': 'desc descr txt val fld',
  }).flatMap(([full, short]) =>
    short.split(' ').map((one) => [one, full === '' ? [''] : full.split(' ')] as const),
  ),
)

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((words) => words.split(' ')))
}
