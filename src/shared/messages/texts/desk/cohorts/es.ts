import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Coloque a los estudiantes de un programa en necesidades, según sus preferencias y las de las organizaciones.',
  empty: 'Todavía no hay promociones. Cree una para los estudiantes que quiere colocar juntos.',
  no_programs: 'Una promoción necesita primero un programa y sus estudiantes.',
  new: 'Nueva promoción',
  edit: 'Cambiar esta promoción',
  create: 'Crear',
  program: 'Programa',
  needs: 'Necesidades',
  own_needs: 'Sus necesidades abiertas que aceptan estudiantes',
  more_needs: 'Otras necesidades',
  more_needs_hint:
    'Direcciones de las páginas públicas de necesidades de otros socios, o sus identificadores, una por línea.',
  students: 'Estudiantes',
  all_of_program: 'Todos los estudiantes del programa',
  choose_students: 'Elegir estudiantes',
  takes_all:
    'Quienes se unan después al programa también participan. Sin consentimiento no se coloca a nadie.',
  takes_some: 'Quienes se unan después al programa no participan hasta que los elija.',
  take_consenting: 'Tomar a todos los que hoy consienten',
  take_all: 'Tomar todo el programa, también a quienes lleguen después',
  tick_lead: 'Marque quién participa y guarde antes de pasar a otra página.',
  add_found: 'Añadir a todos los encontrados',
  remove_found: 'Excluir a todos los encontrados',
  preferences: 'Preferencias',
  import_preferences: 'Importar preferencias',
  run: 'Colocar la promoción',
  run_lead:
    'Todavía no se propone nada. Coloque tantas veces como quiera, compare y publique la que prefiera.',
  method: 'Método',
  placements: 'Colocaciones',
  no_placements: 'Todavía no se ha colocado a nadie. Reúna las preferencias y coloque la promoción.',
  placed: 'Colocados',
  first_choices: 'Primeras opciones',
  compare: 'Comparar',
  compare_with: 'Comparar con',
  ranks: 'Opciones cumplidas',
  ranks_note: 'De quienes no enviaron opciones cuentan como opciones sus mejores coincidencias.',
  unplaced: 'Sin colocar',
  nobody_unplaced: 'Todos están colocados.',
  reason: 'Por qué',
  student: 'Estudiante',
  need: 'Necesidad',
  organization: 'Organización',
  choice: 'Opción',
  introduction: 'Presentación',
  print_list: 'Lista para imprimir',
  print: 'Imprima esta página con su navegador.',
  publish: 'Publicar',
  publish_sure: 'Cada estudiante colocado recibe una presentación. No se puede deshacer.',
  publishing: 'Se están proponiendo las presentaciones. Esta página se actualiza sola.',
  remove: 'Eliminar este borrador',
  remove_sure: 'Se eliminan el borrador y sus resultados. La promoción y las preferencias se conservan.',
  score: 'Suma de puntuaciones',
  blocking: 'Parejas que se preferirían',
  same: 'Igual en ambas',
  better: 'Mejor en esta',
  worse: 'Mejor en la otra',
  moved: 'Quién se coloca en otro lugar',
  this_run: 'Esta colocación',
  other_run: 'La otra',
  not_placed: 'Sin colocar',
  erased_student: 'Un estudiante borrado',
  gone_need: 'Una necesidad que ya no está abierta',
  not_introduced: 'Sin presentación',
  back: 'Volver a la promoción',
}
const METHODS = {
  stable: 'Estable: ninguna pareja estaría mejor junta',
  most_placed: 'Tantos colocados como sea posible',
}
const STATUSES = {
  draft: 'Borrador',
  publishing: 'Publicándose',
  published: 'Publicada',
}
const REASONS = {
  not_ranked: 'No abierto o sin consentimiento',
  no_match: 'Nada de la promoción encaja',
  kept_by_rule: 'Una regla de la promoción',
  no_room: 'Otros ocupan todas sus opciones',
}
const STUDENTS_SHOWN = {
  all: 'Todo el programa',
  consenting: 'Abiertos, con consentimiento',
  taking: 'Quienes participan',
}
const ACTIONS = {
  cohort_created: 'Creó una promoción',
  cohort_changed: 'Cambió una promoción',
  cohort_students_chosen: 'Eligió a los estudiantes de una promoción',
  cohort_placed: 'Colocó una promoción',
  placement_published: 'Publicó una colocación',
  placement_removed: 'Eliminó el borrador de una colocación',
}
const REFUSALS = {
  placement_published:
    'Esta colocación ya está publicada y se conserva como constancia de sus presentaciones. Retírelas en sus páginas, o coloque a los demás en una nueva.',
  candidates_published:
    'Algunos de estos estudiantes ya están publicados en otra colocación de esta promoción. Para colocarlos de nuevo, retire primero sus presentaciones.',
  locked_pairs_impossible: 'Una pareja fija de esta promoción no se puede colocar. Revise sus reglas.',
  cohort_has_placements:
    'Una colocación de esta promoción está publicada. La promoción se conserva como constancia. Cree una promoción nueva para otros.',
}

export const es: DeskAreas['cohorts'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    desk_cohorts: () => 'Promociones',
    desk_cohort: ({ word }) => WORDS[word],
    desk_cohort_method: ({ method }) => METHODS[method],
    desk_placement_status: ({ status }) => STATUSES[status],
    desk_unplaced_reason: ({ reason }) => REASONS[reason],
    desk_choices_sent: ({ sent, all }, { number }) =>
      `${number(sent)} de ${number(all)} estudiantes enviaron preferencias`,
    desk_cohort_takes: ({ taking, all }, { number }) =>
      `Participan ${number(taking)} de ${number(all)} estudiantes del programa`,
    desk_cohort_students_shown: ({ which }) => STUDENTS_SHOWN[which],
    desk_rankings_sent: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'organización clasificó', 'organizaciones clasificaron')} a estudiantes`,
    desk_placed_of: ({ placed, all }, { number }) => `${number(placed)} de ${number(all)} colocados`,
    desk_choice_got: ({ rank }) => `Opción ${rank}`,
    desk_not_introduced: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'estudiante colocado no tiene presentación', 'estudiantes colocados no tienen presentación')}. La lista para imprimir dice por qué.`,
  },
}
