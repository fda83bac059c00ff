const COMMON_WORDS =
  `able about across actually add after again against ago ahead all almost alone along already also
  although always am among amount and another answer any anybody anyone anything apply are area around as
  ask asking at away back bad badly be because become been before begin beginner behind being believe best better
  between beyond big bit both bring but by call came can cannot case cause center centre chance change
  choose clear close come complete consider continue copy could country county create current currently
  cut d day days decide deep detail did didn doesn don difference different difficult do does done down due during each
  early easy effort either else end enough especially etc even evening ever every everybody everyone
  everything example excellent expect extra face fact fall far fast feel few field fill finally find fine
  first five fix fluent follow following for forward four free friday friendly from front full further
  future general get give given glad go goal going gone good got great grow had half hadn hand handle happen
  happy hard has have he hear hello help her here hi high hold home hope hour hours how however i idea if
  important in including industry inside into is isn issue it itself join just keep kind knew know known large
  last late later least leave left less let level life like line little live ll local long longer look
  looking lost lot lots love low lucky m made main make making many march matter may maybe me mean meet
  mess might mind miss monday month monthly more morning most move much must my name near nearly need
  never new next nice nicer night no nobody none nor not nothing now number of off offer often ok old on
  once one only open opening or other our out outside over overwhelmed own part past pay people per
  perfect perhaps person piece place please point possible present pretty problem put question quick
  quickly quit quite rather re reach read ready real really reason receive regular require required right
  role room run s same saturday save saw say scare see seem send sense serious set several share she short
  should show side simple since single sit situation six skill slow small so some somebody someone
  something sometimes soon sorry sort space spend stand start stay step still stop stuff successful such
  suggest sunday sure t table take talk team tell ten terrible than thank that the their them then there
  these they thing things think third this those though three through thursday time times to today
  together told tomorrow too took top touch toward town track try tuesday turn twelve twice two under
  understand unfortunately until up us use used useful usual usually various ve very via wait walk want
  was wasn way we wednesday week weekend weekly weeks well went were what whatever when where whether which
  while who whole whom whose why will wish won wouldn couldn shouldn hasn haven aren weren with within without wonderful please thanks word work working world worry
  would write wrong year years yes yesterday yet you young your`.split(/\s+/)

/**
 * Common English words that appear in texts on any subject and say nothing about the work by themselves. Stop
 * words, by contrast, are never compared.
 */
export const COMMON_ENGLISH: ReadonlySet<string> = new Set(COMMON_WORDS)
