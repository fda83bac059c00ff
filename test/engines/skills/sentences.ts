/** A sentence as a small organization writes it, and the skills that it speaks of. */
export interface JudgedSentence {
  text: string
  /** One list for each thing that is asked for: a skill of each must be found. None: nothing must be found. */
  speaksOf: readonly (readonly string[])[]
  /** What may be found beside these and beside the skills closely related to them. */
  mayFind?: readonly string[]
}

/** Looked at while the method was tuned. */
export const TUNED: readonly JudgedSentence[] = [
  {
    text: 'We need someone to keep our donor spreadsheet tidy and send thank-you letters',
    speaksOf: [
      ['spreadsheets', 'data-cleaning', 'donor-databases'],
      ['donor-stewardship', 'greeting-card-writing'],
    ],
    mayFind: ['data-entry', 'donor-analytics'],
  },
  {
    text: 'I need a logo and business cards for my dog walking business.',
    speaksOf: [['logo-design'], ['business-card-design']],
    mayFind: ['dog-walking'],
  },
  {
    text: 'Our mailing list is full of duplicates and old addresses.',
    speaksOf: [['contact-data-management', 'data-cleaning', 'list-building']],
    mayFind: ['mail-merge', 'email-marketing'],
  },
  {
    text: 'We are opening an online shop and want to sell candles on Etsy.',
    speaksOf: [['e-commerce-management'], ['etsy']],
    mayFind: ['crafts', 'online-marketplaces'],
  },
  {
    text: 'Payroll takes me a whole day and the taxes scare me.',
    speaksOf: [['payroll'], ['small-business-tax', 'payroll-tax', 'personal-tax', 'tax-planning']],
  },
  {
    text: 'Someone to translate our intake forms into Arabic and Somali.',
    speaksOf: [['arabic-translation'], ['somali-translation']],
    mayFind: ['translation', 'arabic-interpreting'],
  },
  {
    text: 'Our board meets monthly and nobody takes minutes.',
    speaksOf: [['minute-taking'], ['board-governance', 'board-meetings']],
  },
  {
    text: "We get lots of bad reviews on Google and don't know how to reply.",
    speaksOf: [['review-management']],
    mayFind: ['complaint-handling', 'google-business-profile'],
  },
  {
    text: 'Paint the fence and fix the leaking roof of the clubhouse.',
    speaksOf: [['painting-and-decorating'], ['roofing']],
    mayFind: ['handyman', 'carpentry'],
  },
  {
    text: 'Set up Mailchimp and write our monthly newsletter.',
    speaksOf: [['mailchimp'], ['newsletter-writing']],
  },
  {
    text: 'We need a lawyer to look over the lease for our new store.',
    speaksOf: [['legal-advice', 'commercial-leases']],
    mayFind: ['contract-review'],
  },
  {
    text: 'Measure whether our tutoring program really makes a difference and put it in a report for funders.',
    speaksOf: [['impact-measurement', 'program-evaluation'], ['grant-reporting']],
    mayFind: ['tutoring', 'report-writing'],
  },
  {
    text: 'A student could build us a dashboard of our sales in Excel.',
    speaksOf: [['kpi-dashboards'], ['excel']],
    mayFind: ['data-visualization', 'sales'],
  },
  {
    text: 'Nobody finds us on Google Maps.',
    speaksOf: [['google-business-profile', 'local-seo']],
  },
  {
    text: 'I am overwhelmed by email and my calendar is a mess.',
    speaksOf: [['inbox-management'], ['calendar-management']],
  },
  {
    text: 'We would like to record a podcast with local farmers and edit the audio.',
    speaksOf: [['podcasting'], ['audio-editing', 'podcast-editing']],
  },
  {
    text: 'A spreadsheeet with formulas, and vollunteer shedules',
    speaksOf: [
      ['spreadsheets', 'excel'],
      ['volunteer-scheduling', 'volunteer-coordination'],
    ],
  },
  { text: 'Thank you for considering us, we look forward to hearing from you.', speaksOf: [] },
  {
    text: 'Our van driver is ill, who can deliver food parcels to families on Saturdays?',
    speaksOf: [['meal-delivery', 'local-delivery', 'driving', 'food-bank-work']],
    mayFind: ['donation-sorting', 'passenger-transport'],
  },
  {
    text: 'We still track inventory on paper and run out of stock all the time.',
    speaksOf: [['inventory-management']],
    mayFind: ['inventory-software'],
  },
  {
    text: 'I can never get my small shop to show up when people search on Google.',
    speaksOf: [['local-seo', 'seo', 'google-business-profile']],
  },
  {
    text: 'Our bylaws are twenty years old, and we need to file the 990 by November.',
    speaksOf: [['bylaws'], ['form-990']],
  },
  {
    text: 'Design a brochure, take headshots of our staff and put both on the WordPress site',
    speaksOf: [['brochure-design'], ['portrait-photography'], ['wordpress']],
    mayFind: ['website-building', 'photography'],
  },
  {
    text: 'Somebody patient who can tutor middle schoolers in algebra and science.',
    speaksOf: [['math-tutoring'], ['science-tutoring']],
    mayFind: ['tutoring'],
  },
  {
    text: 'The garden behind the community center is overgrown and the hedges need trimming.',
    speaksOf: [['gardening', 'landscaping', 'lawn-care', 'tree-care']],
  },
  {
    text: 'We have years of survey answers and nobody to analyze them or make charts.',
    speaksOf: [['data-analysis', 'quantitative-research'], ['data-visualization']],
    mayFind: ['survey-design', 'survey-tools', 'qualitative-research'],
  },
  {
    text: 'I want customers to be able to book a class and pay by card on my website.',
    speaksOf: [['online-booking'], ['online-payments', 'billing-set-up']],
    mayFind: ['website-building', 'point-of-sale'],
  },
  {
    text: 'Passwords are on sticky notes here and we got hacked last spring.',
    speaksOf: [['password-management', 'cyber-security']],
  },
  {
    text: 'We would love some help with hiring our first employee and writing a staff handbook.',
    speaksOf: [['recruiting'], ['hr-policies']],
  },
  {
    text: 'Every week I copy orders from email into a spreadsheet by hand, can that be automated?',
    speaksOf: [['workflow-automation'], ['spreadsheets', 'data-entry']],
    mayFind: ['order-processing'],
  },
  {
    text: 'Someone to sew costumes and build a set for the school play.',
    speaksOf: [
      ['costume-making', 'sewing'],
      ['stage-crew', 'theater-production', 'carpentry'],
    ],
  },
  {
    text: 'Walk me through a cash flow forecast so the bank will give us a loan.',
    speaksOf: [['cash-flow-management', 'financial-forecasting'], ['loan-applications']],
  },
  { text: 'My grandmother founded the place, and I took over after college.', speaksOf: [] },
  { text: 'Happy to talk any weekday evening, just give me a call!', speaksOf: [] },
  {
    text: 'Our receipts are in three shoeboxes and nobody has done the books since March.',
    speaksOf: [['bookkeeping', 'bookkeeping-clean-up'], ['expense-tracking']],
  },
  {
    text: 'Could somebody take pictures of our cupcakes for the menu?',
    speaksOf: [['food-photography', 'product-photography', 'photography']],
    mayFind: ['menu-design', 'menu-planning', 'baking'],
  },
  {
    text: "The website hasn't been updated in two years and it looks terrible on a phone.",
    speaksOf: [['website-maintenance', 'web-design', 'website-building']],
  },
  {
    text: 'We want to apply for a small grant from the county for the after-school program.',
    speaksOf: [['grant-writing', 'government-grants', 'grant-research']],
    mayFind: ['homework-club'],
  },
  {
    text: 'Looking for a person who answers the phone on Mondays and books appointments.',
    speaksOf: [['phone-answering'], ['appointment-booking', 'calendar-management']],
    mayFind: ['reception'],
  },
  {
    text: 'I run a bakery alone and have no idea what to charge for wedding cakes.',
    speaksOf: [['pricing-strategy']],
    mayFind: ['baking'],
  },
  {
    text: 'Help us post on Instagram and Facebook twice a week.',
    speaksOf: [['instagram-marketing'], ['facebook-marketing']],
    mayFind: ['social-media-content', 'social-media-management'],
  },
  {
    text: "Three volunteers quit last month, and we don't know how to find new ones or keep the ones we have.",
    speaksOf: [['volunteer-recruitment', 'volunteer-coordination']],
    mayFind: ['volunteer-recognition'],
  },
  {
    text: 'Somebody has to drive our seniors to their medical appointments.',
    speaksOf: [['passenger-transport', 'driving']],
    mayFind: ['elder-care'],
  },
  {
    text: "We'd like our flyer in Spanish, and it should look nicer.",
    speaksOf: [['spanish-translation', 'translation'], ['flyer-design']],
  },
  {
    text: 'My customers pay late, and I spend every Friday chasing unpaid invoices.',
    speaksOf: [['credit-control', 'accounts-receivable', 'invoicing']],
  },
  {
    text: 'Teach our older members how to use a tablet and video calls.',
    speaksOf: [['digital-skills-teaching', 'phone-and-tablet-help']],
    mayFind: ['online-meetings'],
  },
  {
    text: 'The computers in the office are slow and the printer never works.',
    speaksOf: [['computer-repair', 'it-support'], ['printer-set-up']],
  },
  {
    text: "We're planning a silent auction in May and need sponsors for it.",
    speaksOf: [['auctions', 'fundraising-events'], ['corporate-sponsorship']],
    mayFind: ['event-planning'],
  },
  {
    text: 'Someone should check our grammar before the annual report goes out.',
    speaksOf: [
      ['proofreading', 'editing'],
      ['report-writing', 'annual-report-design'],
    ],
  },
  {
    text: 'We need a short film about our shelter with subtitles.',
    speaksOf: [['videography', 'video-production'], ['captions']],
    mayFind: ['fundraising-video'],
  },
  {
    text: 'Help write job ads and interview candidates for a part-time cook.',
    speaksOf: [['job-descriptions'], ['interviewing']],
    mayFind: ['recruiting', 'cooking', 'candidate-screening'],
  },
  { text: 'We have been serving this town since 1987 and we love it here.', speaksOf: [] },
  {
    text: 'Could someone set up a simple way for people to donate on our homepage?',
    speaksOf: [['online-donations']],
    mayFind: ['website-building', 'monthly-donors'],
  },
  {
    text: 'Our kids program needs a person with a clean record who can read stories to toddlers.',
    speaksOf: [['reading-support', 'storytelling-for-children']],
    mayFind: ['childcare', 'background-checks', 'early-years-teaching'],
  },
  {
    text: 'We lost all our files when the laptop died and would like proper backups from now on.',
    speaksOf: [['backup-and-recovery', 'data-recovery']],
    mayFind: ['computer-repair'],
  },
  {
    text: 'I make jewelry and need better product photos and descriptions for my Shopify store.',
    speaksOf: [['product-photography'], ['product-descriptions'], ['shopify']],
    mayFind: ['jewelry-making', 'product-listings'],
  },
  {
    text: 'Looking for an accountant who can look at our restricted funds and prepare us for the audit.',
    speaksOf: [['accounting', 'nonprofit-accounting'], ['audit-preparation']],
  },
  {
    text: 'Somebody to run our booth at the farmers market on Sundays and handle the cash.',
    speaksOf: [['trade-shows', 'retail-sales'], ['cash-handling']],
    mayFind: ['farming'],
  },
  {
    text: 'The toilet leaks, two lights are out and the front door does not close.',
    speaksOf: [['plumbing'], ['electrical-work', 'locksmithing', 'handyman']],
  },
  {
    text: 'We want to find out what our clients think of us, perhaps with a short questionnaire.',
    speaksOf: [['survey-design', 'customer-feedback', 'survey-tools']],
    mayFind: ['quantitative-research'],
  },
  {
    text: 'Train our new cashiers and write down how we close the register each night.',
    speaksOf: [['staff-training', 'standard-operating-procedures', 'cash-handling']],
    mayFind: ['retail-sales', 'onboarding'],
  },
  {
    text: 'Our Facebook ads cost a fortune and bring in no customers.',
    speaksOf: [['facebook-ads']],
    mayFind: ['lead-generation'],
  },
  {
    text: 'An interpreter for Spanish speaking parents at our school meetings.',
    speaksOf: [['spanish-interpreting', 'interpreting']],
    mayFind: ['spanish-translation'],
  },
  {
    text: 'Help me make a business plan and a budget so I can open a food truck.',
    speaksOf: [['business-planning'], ['budgeting']],
    mayFind: ['restaurant-management', 'startup-advice', 'catering'],
  },
  {
    text: 'We are moving to a bigger building and need hands to carry boxes and load the truck.',
    speaksOf: [['moving-help']],
    mayFind: ['packing-and-assembly', 'truck-driving'],
  },
  {
    text: 'Our trustees want a strategic plan and a facilitator for the retreat.',
    speaksOf: [['strategic-planning', 'nonprofit-strategy'], ['facilitation']],
    mayFind: ['board-governance', 'team-building'],
  },
  {
    text: 'Someone who speaks at schools about living with diabetes.',
    speaksOf: [['cause-ambassador', 'health-education', 'public-speaking']],
  },
  {
    text: 'Please translate the menu into French and redo its layout.',
    speaksOf: [
      ['french-translation', 'translation'],
      ['menu-design', 'layout-design'],
    ],
  },
  {
    text: 'Bookings for our yoga classes come in by phone, email and text, and I lose track.',
    speaksOf: [['online-booking', 'appointment-booking', 'calendar-management']],
    mayFind: ['yoga', 'phone-answering'],
  },
  {
    text: 'We need a press release about the opening, and the local paper should hear of it.',
    speaksOf: [['press-releases']],
    mayFind: ['media-pitching', 'public-relations'],
  },
  {
    text: 'Cook for the homeless shelter on Thanksgiving and wash up afterwards.',
    speaksOf: [
      ['cooking', 'soup-kitchen'],
      ['homeless-services', 'dishwashing'],
    ],
  },
  { text: 'It would mean the world to us if you could spare a few hours.', speaksOf: [] },
]

/** Judged before the method was settled, and not looked at until it was. */
export const HELD_OUT: readonly JudgedSentence[] = [
  {
    text: 'A volunteer to photograph our gala and post the pictures on our social media.',
    speaksOf: [
      ['event-photography', 'photography'],
      ['social-media-management', 'social-media-content'],
    ],
    mayFind: ['fundraising-events'],
  },
  {
    text: 'Our Wi-Fi drops every afternoon and the security camera went offline.',
    speaksOf: [['wifi-set-up', 'computer-networking'], ['security-cameras']],
  },
  {
    text: 'I am a plumber and I would like somebody to send out my invoices and reconcile the bank account.',
    speaksOf: [['invoicing'], ['bank-reconciliation']],
    mayFind: ['plumbing'],
  },
  {
    text: 'Find us corporate sponsors and write the proposal to them.',
    speaksOf: [['corporate-sponsorship'], ['proposal-writing']],
  },
  {
    text: 'Our Google ads ran out of budget, and the landing page loads slowly.',
    speaksOf: [
      ['google-ads', 'google-ad-grants'],
      ['sales-funnels', 'website-performance'],
    ],
    mayFind: ['budgeting'],
  },
  {
    text: 'Someone gentle to visit lonely seniors and play chess with them.',
    speaksOf: [['friendly-visiting', 'elder-care'], ['board-games-and-chess']],
  },
  {
    text: 'We have four hundred old photos to scan, and they should be sorted by year.',
    speaksOf: [['photo-digitization', 'photo-organizing']],
    mayFind: ['photo-restoration'],
  },
  {
    text: 'Please look over the contract with our landlord before I sign it.',
    speaksOf: [['contract-review', 'commercial-leases', 'legal-advice']],
  },
  {
    text: 'Teach basic English to newly arrived refugee families.',
    speaksOf: [['english-as-second-language'], ['refugee-support']],
    mayFind: ['english-tutoring', 'adult-literacy', 'language-teaching'],
  },
  {
    text: 'Shifts get mixed up every week because our rota lives in a group chat.',
    speaksOf: [['staff-scheduling', 'volunteer-scheduling']],
  },
  {
    text: 'I would love a jingle for our radio spot and someone with a warm voice to read it.',
    speaksOf: [
      ['sound-design', 'songwriting'],
      ['voice-over', 'radio-broadcasting'],
    ],
    mayFind: ['print-advertising'],
  },
  {
    text: 'Help our treasurer prepare the annual budget and the financial statements.',
    speaksOf: [['budgeting', 'nonprofit-budgeting'], ['financial-reporting']],
    mayFind: ['nonprofit-treasurer'],
  },
  {
    text: 'The dogs at our rescue need walks, baths and somebody to clean the kennels.',
    speaksOf: [['dog-walking', 'animal-care', 'pet-grooming']],
    mayFind: ['cleaning'],
  },
  {
    text: 'We sell soap at craft fairs and want nicer labels on the packaging.',
    speaksOf: [['packaging-design']],
    mayFind: ['crafts', 'trade-shows', 'crafts-selling'],
  },
  {
    text: 'Can a student move our members from Excel into a CRM and clean up the data?',
    speaksOf: [['crm'], ['data-cleaning', 'data-migration', 'contact-data-management']],
    mayFind: ['excel', 'membership-management'],
  },
  {
    text: 'Nobody here knows first aid, and we have to write a risk assessment for the summer camp.',
    speaksOf: [['first-aid'], ['health-and-safety', 'risk-management']],
    mayFind: ['summer-camps'],
  },
  { text: 'Last year was hard on everyone, but the neighbors stood by us.', speaksOf: [] },
]
