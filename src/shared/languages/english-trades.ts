/** English words of the world of work that the list of frequent words lacks or that other languages have too. */
export const ENGLISH_TRADES: readonly string[] =
  `accountant adviser advisor appraiser assembler assembly attendant auditor automobile babysitter baker banquet barber barista
    bartender blacksmith bookkeeper bookkeeping bricklayer broker butcher buyer caregiver caretaker carpenter cashier caterer
    chauffeur chef cleaner clerk coach coordinator copywriter counselor crew curator custodian dental dealer designer
    dispatcher driver electrician engineer estimator fabricator facilitator florist foreman forklift fundraiser gardener
    grader groomer grooming guard handler handyman helper hostess housekeeper hygienist inspector installer instructor
    interpreter janitor landscaper laundry lecturer librarian loader locksmith machinist maintenance maker marketer mason
    masseuse mechanic mentor merchandiser midwife miller mover nanny nurse operator optician orderly organizer packer painter
    paralegal payroll pharmacist photographer physician pipefitter planner plasterer plumber porter presser printer
    processor programmer psychologist publicist rancher realtor receptionist recruiter repairer repairman retailer
    roofer sander scheduler seamstress server sewer shipper sorter staffing stocker superintendent supervisor surveyor
    tailor teller tester therapist tiler tire trainer transformer translator treasurer trimmer tuner tutor typist
    upholsterer usher valet vendor waiter waitress warehouse welder weaver winder`.split(/\s+/)
