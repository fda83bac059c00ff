import type { AdviceWords } from './advice-texts.ts'

const WAITING = 'así que quien le ayude podría pasar más tiempo esperándole que trabajando'
const TEAM = 'así que podría no sentirse parte del equipo'
const RESULTS = 'así que ambas partes podrían esperar resultados distintos'

export const es: AdviceWords = {
  faults: {
    no_steps: [
      'no tiene pasos ni documento que seguir',
      'así que quien le ayude tendría que preguntarle cada vez',
    ],
    few_steps: ['da menos de 3 pasos', 'así que quien le ayude podría quedarse a medio camino'],
    no_training: [
      'no prevé tiempo para formar a quien le ayude',
      'así que tendría que adivinar cómo lo quiere',
    ],
    no_rhythm: [
      'no dice con qué frecuencia se repite el trabajo',
      'así que nadie puede saber cuándo se amortiza la formación',
    ],
    no_end_of_one_off: [
      'no dice con claridad cuándo termina este trabajo único',
      'así que podría no acabar nunca',
    ],
    daily_approval: ['pide aprobación diaria', WAITING],
    frequent_approval: ['pide aprobación frecuente', WAITING],
    daily_check_ins: ['pide consultas diarias', WAITING],
    frequent_check_ins: ['pide consultas frecuentes', WAITING],
    check_ins_unsaid: ['no dice cada cuánto debe consultarle quien le ayude', WAITING],
    autonomy_unsaid: ['no dice cuánto puede decidir quien le ayude', WAITING],
    short_outcome: ['describe el resultado con muy pocas palabras', RESULTS],
    no_outcome: ['no dice cuándo está terminado el trabajo', RESULTS],
    moves_nothing: [
      'pide un trabajo que no aporta ingresos, no sirve a su misión ni le libera tiempo',
      'así que el esfuerzo podría parecer inútil a ambas partes',
    ],
    purpose_unsaid: ['no dice para qué sirve el trabajo', 'así que podría resultar trabajo de relleno'],
    gain_unsaid: ['no dice qué aprende o gana quien le ayude', 'así que tiene pocos motivos para quedarse'],
    only_follows: ['solo pide a quien le ayude que siga instrucciones', TEAM],
    say_unsaid: ['no dice cuánto puede decidir quien le ayude', TEAM],
  },
  finding: (does, so) => `Esta descripción ${does}, ${so}.`,
  causes: {
    task_not_system: 'una tarea sin sistema',
    micromanaged: 'un control excesivo',
    no_plan: 'la falta de un plan',
    busy_work: 'trabajo de relleno',
    hireling_not_teammate: 'que quien ayudaba no formaba parte del equipo',
  },
  findingAgain: (month, cause, does) => `En ${month} señaló ${cause}; esta descripción, de nuevo, ${does}.`,
  praises: {
    one_off_ends: 'Está claro cuándo termina este trabajo único.',
    has_system: 'Quien le ayude tiene los pasos y la formación para hacerlo sin usted.',
    has_room: 'Quien le ayude puede trabajar sin tener que esperarle.',
    has_plan: 'Está claro cuándo termina el trabajo y hay tiempo para formar a quien le ayude.',
    revenue: 'Este trabajo aporta ingresos.',
    mission: 'Este trabajo sirve a su misión.',
    time_freed: 'Este trabajo le libera tiempo.',
    is_teammate: 'Quien le ayude gana algo con el trabajo y puede opinar sobre él, como parte del equipo.',
  },
  changes: {
    write_steps: 'Escriba los pasos, al menos 3, o enlace un documento que los muestre.',
    plan_training: 'Prevea tiempo para enseñar cómo lo hace. Cada repetición recupera una parte.',
    say_rhythm: 'Indique cuántas veces por semana se repite el trabajo, o 0 si se hace una sola vez.',
    say_when_done: 'Complete esta frase como resultado: «Está terminado cuando …», con lo que será distinto.',
    let_propose: 'Deje que quien le ayude proponga cómo hacer el trabajo, o lo decida.',
    choose_other_work: 'Elija un trabajo que aporte ingresos, sirva a su misión o le libere tiempo.',
    say_purpose: 'Diga si el trabajo aporta ingresos, sirve a su misión o le libera tiempo.',
    say_gain: 'Indique qué ganará quien le ayude: una habilidad, una referencia, un contacto.',
  },
  checkInsAtMost: (times) =>
    `Consulte como máximo ${times === 1 ? 'una vez' : `${times} veces`} por semana y, entre tanto, confíe en quien le ayude.`,
}
