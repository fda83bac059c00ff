/**
 * English words that differ by one or two letters from a word in a skill name, but mean something else. They are
 * never treated as misspellings, even if the taxonomy does not contain them.
 */
export const REAL_WORDS: ReadonlySet<string> = new Set(
  `acting adapting adopting alerting altering angle angel arming assessing assisting attaching attacking backing
  baking balancing ballooning banking barking basketry bathing battling beating bedding bending betting binding
  biking billing biting blending blinding boating bolting bonding booking boosting bowling boxing braiding
  braking branding bracing breaking breeding brewing bridging briefing broking bribing building bulking bullying
  burning burying buying calling camping canning canvas canvass caring carping carting carving cashing casting
  casual causal caulking caving ceiling censoring centering changing charging charting chasing chatting cheating
  checking chilling choosing chopping churning claiming cleaning clearing cleansing climbing clipping clocking
  closing clothing clouding coaching coating coasting coding coining collating collecting combing commenting
  committing commuting comparing compassion compelling competing compiling complaining compliment complement
  composing composting comprising computing conducting confirming conforming connecting consenting conserving
  consorting consulting contacting containing contending contesting contracting contrasting convening conversing
  converting conveying convicting cooking cooling coping copying corking correcting costing costuming counselling
  counting courting covering cracking crafting crating crawling creating creeping cropping crossing crowning
  cruising crying cupping curling cursing cutting cycling dairy damping dancing daring dating dealing debating
  debiting deciding decking declaring declining decoding defending defining deleting delivering denting deriving
  deserting deserving detailing detecting diary dicing dieting digging dining dipping directing dirt discing
  discounting diverting diving docking dosing doubling drafting dragging draining draping drawing dressing
  drifting drilling drinking driving dropping drumming drying ducking dueling dumping dusting dying earning
  eating editing educating ejecting electing embarking emailing emitting enacting ending engaging engraving
  enlisting ensuring entering erecting etching evicting exciting exerting existing exiting expanding expending
  exporting exposing facing failing fainting falling farming fasting fating fearing feeding fencing ferrying
  fighting figuring filing filling filming finding fining finishing firing fishing fitting fixing flagging
  flaming flashing flattering floating flooding flooring flowering flying foaming folding following
  forging forming formatting fostering founding framing freezing fretting frosting frying fueling
  funding gaming gardening gating gauging gearing gelling gilding ginning giving glazing gleaning gluing golfing
  grading grafting granting graphing grating gravel grazing greasing greeting grieving grilling grinding
  gripping grooming grounding grouping grouting growing guarding guessing guiding gutting hacking hailing
  halting handing handling hanging harming harping hatching hating hauling hazing heading healing heaping
  hearing heating hedging heeding helping herding hiding hiking hiring hitting holding honing hooking hoping
  hopping hosting housing howling hugging humming hunting hurling hurting imparting importing imposing improving
  indexing inducing inducting infecting inferring inflating informing ingesting injecting inking inquiring
  inserting inspecting inspiring installing instilling instructing insulating insulting insuring interning
  interrupting inventing inverting investing inviting involving ironing jogging joining joking judging juggling
  jumping keeping keying kicking killing kneading knitting knotting lacing lacking landing lapping lasting
  laughing launching laundering leading leaking leaning leaping learning leasing leaving lending letting leveling
  licensing lifting lighting liking limiting lining linking listing listening living loading loaning lobbying
  locating locking lodging logging longing looping losing loving lowering lying mailing managing mapping marching
  marine marital marking marketing martial masking mating matching measuring meditating melting mending
  mentioning mentoring merging messaging messing metering milking milling mincing minding mining minting mixing
  modelling molding monitoring mooring morning motoring mounting mourning moving mowing mulching nailing naming
  napping nesting netting noticing noting nursing nurturing offending offering opening operating ordering
  organs orienting packaging packing padding paging pairing painting paneling panning parenting parking parsing
  parting passing pasting patching patenting patients paving paying pecking peeling pending perching performing
  permitting perming picking piling piping pitching placing plaiting planing planning planting plastering plating
  playing pleading pleating plotting plowing plucking plugging plumbing pointing poaching polishing polling
  pooling porting posing posting potting pounding pouring praying preaching preparing presenting preserving
  pressing pretending preventing pricing printing probate probation probing processing producing profiling
  projecting promoting prompting proofing protecting protesting proving pruning publishing pulling pumping
  punching punishing pushing putting puzzling quarrying quilting quitting racing radiating rafting raining
  raising raking ranking rapping rating rationing reading reaping rearing rebooting recanting reciting reckoning
  recording recounting recovering recruiting reducing referring refereeing refining reforming
  rehearsing relating relaxing releasing relying remarking rendering renewing renting repairing repelling
  replying reporting representing rescuing researching reselling reserving resting restoring restraining
  resulting retailing retaining retiring retraining retreating returning revealing reversing reviewing revising
  rewarding rewriting riding rigging rinsing rising roaming roasting robbing rocking rolling roofing rooming
  rooting roping rotating routing rowing rubbing ruling running sailing salting sampling sanding saving sawing
  scaling scanning scaring scheduling schooling scoring scouting scraping screening scripting scrubbing
  sculpting sculling sealing searching seating seeding seeking selecting selling sending sensing serving setting
  settling severing sewing shading shaking shaping sharing sharpening shaving shearing shedding shelling
  shelving shielding shifting shining shipping shooting shopping shoring shorting showing shredding sighting
  signing silting singing sinking sitting sizing skating skiing skimming skinning skipping sketching slating
  sledding sleeping slicing sliding slipping smelting smelling smiling smithing smoking smoothing sniffing snoring
  snowing soaking soaping soldering soldiering sorting sounding sourcing sowing spacing sparring spawning
  speaking spelling spending spinning splitting sponsoring sporting spotting spraying spreading sprinting 
  stacking staffing staging staining stalking stamping standing staring starting starving stating stationary
  stationery staying stealing steaming steering stemming stepping stewing sticking stitching stocking stopping
  storing storming strapping streaming stressing stretching striking stringing striping stripping stroking
  studying stuffing styling subbing suing suiting summing supplying supporting surfacing surfing surging
  surveying swapping sweeping swelling swimming swinging switching syncing tabling tacking tagging tailing
  tailoring taking talking tanking tanning taping tapping targeting tasking tasting tattooing taxing teaching
  tearing teasing telling tempering tending tenting testing texting thanking thatching thawing thinking thinning
  threading throwing tiling tilling timing tinting tipping tiring toasting toiling tolling toning topping
  touching touring tutoring tracing tracking trading trailing training trapping trawling treading treating
  trekking trending trial trail trimming tripping trucking trusting trying tufting tumbling tuning turning
  twisting tying typing untied united urging using vaulting venting verifying vesting vetting viewing visiting
  voicing voting wading wailing waiting waking walking walling wanting warding warming warning warping washing
  wasting watching watering waving waxing weaning wearing weaving wedding weeding weighing welcoming welding
  welting whaling whipping whistling willing winding winning wiping wiring wishing wooding wording wrapping
  wrecking wrestling writhing yachting yelling yielding zoning
  topography choreography correspondent phytotherapy transcreation`.split(/\s+/),
)
