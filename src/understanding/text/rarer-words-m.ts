/** Less common English words, stems only, m to z (from SCOWL, size 35, © Kevin Atkinson and others: NOTICE, licenses/SCOWL.txt): no part of a name that is typed in lower case. */
export const RARER_WORDS_M = `
macabre macaroni mace machete macho mackerel macroscopic madam madame madcap madden madhouse madman madmen maelstrom magenta
maggot magician magistrate magnanimity magnanimous magnate magnesium magnet magnetise magnetize magnificence magnify magnolia
magnum magpie mahogany maid mailman mailmen maim mainland mainline mainstay maintainability majestic majesty makeshift makeup
maladjusted malady malaria malevolence malevolent malformed malice malign malignancies malignant mall mallard malleable mallet
malnutrition malpractice malt maltreat mama mamma mammal mammalian mammoth manacle managerial mandible mandolin mane maneuver
mange mango mangrove manhandle manhole manhood maniac manicure manifest manifold mannequin mannerisms mannish manoeuvre
manslaughter mantel mantelpiece mantle manure manuscript maple marathon marble mare margarine maria marigold marijuana marina
marinate marine marionette maritime marketplace marksman marksmen marmalade maroon marquee marrow marsh marshmallow marsupial
mart martial martin martyr martyrdom marvel mas mascara mascot masculine mash masochist mason masonry masquerade massacre mast
mastermind masterpiece masticate masturbation mat matador matchbook matchmaker materialise materialize maternal maternity math
matriarch matriculate matriculation matrimonial matrimony matron matt matte mattress maudlin maul mausoleum mauve maverick
maxim maxima mayhem mayonnaise meadow meagre mealy meander measles measly mechanise mechanize medallion meddle meddlesome
median mediate mediation medicate medications mediocre meditate meditation medley meek megalomaniac megaphone megaton
melancholy mellow melodic melodious melodrama melodramatic melon membrane memento memo memoir memorably memorandum memorial
memorise memorize menace menagerie menial menopause menstrual menstruate menstruation menthol mentored mentoring mentors meow
mercantile mercenary merchandise merchant merciful merciless meridian meringue mermaid merriment mesdames mesh messenger
metabolic metabolism metallic metallurgy metamorphose metamorphosis metaphysical metaphysics mete meteorite meteorologist
meteorology methodology meticulous metropolis metropolitan mettle mew mezzanine miaow microbe microbiology microcode
microfiche microfilm micrometer micrometre microorganism microphone microscope microsecond middleman middlemen midget midriff
midst midstream midsummer midway midwife midwives mien migraine migrant mike mildew milestone militancy militant militate
militia milkman milkmen milligram millimeter millimetre milliner millionaire millionth millisecond mime mimicked mimicking
mimicry mince mincemeat mindbogglingly minefield mingle miniature minibus minicomputer ministerial ministry mink minnow
minstrel minuet minuscule mire mirth miscellany mischievous misdemeanors miser mishap misnomer misshapen mistletoe mistress
mite mitigate mitt moat mobilise mobilize moccasin mockingbird modernise modernize modicum modular modulate mohair moist
moisture molar molasses mollify mollusc mollusk molt monastery monastic monetarism monetary mongoose mongrel monk monogamous
monogamy monogram monolithic monologue monopolise monopolize monorail monosyllable monotonically monotonous monotony monsoon
monstrosity monstrous monument moo moonbeam moonlight moor moose moot mop mope morale morass moratorium morbid morgue morn
morose morphine morphology morsel mortar mortgage mortification mortify mortuary mosaic mosque mosquito moss motel moth
mothball motherhood motif motley motlier motliest motorbike motorcade motorcycle motorise motorize moult mound mountaineer
mourn mousse moustache mouthpiece mow mucous mucus muff muffin muffle mulch mule mull multi multiplicative multiplicities
multitude mummify mumps munch municipal mural murky murmur muscular muse mush mushroom musk musket muss mussel mustache
mustang mustard mutant mutate mute mutilate mutilation mutinous mutiny mutt mutton muzzle myopic myriad mystify mythological
nab nag naivety namesake nap napalm nape napkin narcotic narrate narration nasals nationalise nationalize nationwide natty
naturalise naturalize naught nausea nauseate nauseous nautical naval navel navigable navigate navigation navy nearsighted
nebula nebulae nebulous necessitate neckerchief necklace neckline necktie necrophilia nectar nectarine needlework negation
negligee negligence negligent neigh neon neophyte nephew nepotism nestle nether nettle neurologist neurology neuron neuroses
neurosis neurotic neuter neutralise neutralize neutron newbie newborn newfangled newsagents newscast newsprint newsstand newt
newton nibble nicety niche nickel nicotine niece nifty nigh nightclub nightfall nightgown nightingale nightmarish nighttime
nimble nimbly nincompoop nineteen nineteenth ninetieth ninety ninny ninth nip nipple nit nitrate nitrogen nitwit nobility
nobleman noblemen noblewoman noblewomen nobly nocturnal nod nomad nomenclature nomination nominee non nonchalance nonchalant
noncommittal nonconformists nondescript noodle nook noose northeast northeastern northwest northwestern nosebleed nostalgic
nostril notch notebook noteworthy noticeboard notoriety nougat nought nourish nova noxious nozzle nuance nuclei nucleus nude
nudge nugget nullify numerate nuptial nursemaid nurture nutcracker nutmeg nutrient nutriment nutrition nutritious nutshell
nuzzle nylon nymph oaf oak oases oasis oath oatmeal obedience obedient obelisk obese obfuscation obituary obligate oblique
obliterate obliteration oblivion oblivious oblong oboe observant observatory obsolescence obsolescent obstacle obstetrician
obstetrics obstinacy obstinate obtrusive obtuse occupancy occupant oceanography octagon octave octopus ocular ode odious
odometer odour oesophagi oesophagus officiate officious ogle ogre ohm oilier oiliest ointment okra olfactory olive omega
omelet omelette omen ominous omnibus omnipotence omnipotent omnipresent omniscient onomatopoeia onslaught oodles ooze opal
opaque operand ophthalmologist ophthalmology opinionated opium opossum opportune optician optima optimism optimist optometrist
opulent oracle orangutan orator orchard orchestrate orchestration orchid ordain ordeal ordinance ordination ore orgasm orgy
orifice ornament ornate ornithologist ornithology orphan orthodontist orthogonal orthography orthopaedics orthopedics
oscillate oscillation oscilloscope osmosis ostensible ostensibly ostentation ostentatious ostracise ostracize ostrich otter
ouch ounce oust outdo outermost ova oval ovary ovation oven overdo overt overture ovum owl oxen oxide oxidise oxidize oyster
pacemaker pacific pacifism pacifist pacify pact paddle paddock padlock paediatrician paediatrics pagan pageant pageantry
pagination pagoda pail painstaking pajamas palaeontologist palaeontology palate palatial paleontologist paleontology palette
pall pallbearer pallid palm palomino palpable palpably paltry pamper pamphlet panacea pancake pancreas pancreatic panda
pandemonium pander pane pang panhandle panicked panicking panicky panorama panoramic panther pantie pantomime pantry pap papa
papacy papaya paperweight paprika papyri papyrus parachute paradigm paraffin paragon parakeet paralyse paralysis paralytic
paralyze paramount paraphernalia paraplegic parasite parasol paratrooper parcel parch pare parenthetical parenthood
parishioner parka parkway parlor parlour parole parsec parsley parsnip parson partake partaken participation participle
partisan partook partridge pas passageway passbook pasta pastel pasteurise pasteurize pastiche pastime pastry pasture
patchwork pate paternal paternity pathological pathologist pathology pathos pathway patio patriarch patrimony patriot patrol
patron paucity paunch pauper pave pavilion paw pawn pawnbroker payload payoff payroll pea peacemaker peach peacock peal pear
pearl peat pebble pecan peck pedagogy peddle pedestal pediatrician pediatrics pedigree pedlar peek peel peep peeve peevish peg
pelican pellet pelt pelvic pelvis penalise penalize penchant pendant pendulum penetrate penetration penicillin peninsula penis
penitence penitent penitentiary penknife penknives penmanship pennant penniless pensioners pentagon penthouse penultimate peon
pep peppermint perceptible perceptive perch percolate percolation percussion peremptory perennial perforate perforation
perfume perfunctory peril perimeter periphery periscope perishables perjure perk permanence permeate permissive permutation
pernicious peroxide perpendicular perpetrate perpetuate perplex persevere persona personalise personalize personification
personify perspire persuasive pert pertain pertinent perturb peruse pervade pervasive pervert pesky pessimism pessimist
pestered pestering pesters pesticide pestilence petite petrify petroleum petticoat petulant petunia pew pewter phantom
pharmaceutical pharmacist pheasant phenomenal philanthropic philanthropist philanthropy philosophise philosophize phlegm
phlegmatic phobia phonetic phonograph phosphor phosphorescence phosphorescent phosphorus photogenic photon photosynthesis
phototypesetter phraseology physician physiological physique pianist piccolo pickax picket pickle pickpocket pickup picnic
picnicked picnicking pictorial picturesque piddle piecemeal piecework pierce piety pigeonhole piggish piggyback pigheaded
pigpen pigtail pike pilfer pilgrim pillow pillowcase pimple pimply pincushion pine pineapple pinnacle pinpoint pioneer pique
piracy piranha pirate pirouette pistachio pistol piston pitchfork piteous pithy pitiful pitiless pittance pivot pixie placard
placate placenta placid plagiarise plagiarism plagiarist plagiarize plaice plaid plaintiff plaintive planetarium plank
plankton plantain plaque plasma plateau platinum platitude platoon platter plausibility plausibly playback playhouse playmate
playpen plaything playwright plaza plead pleasantry pleat pledge plentiful plethora pliant pliers plight plod plop plough plow
pluck plum plumb plume plummet plump plunder plunge plush plutonium plywood pneumatic pneumonia poach pocketbook pockmark pod
podium poignancy poignant poinsettia poise polarise polarize polemic policemen policewoman policewomen polio polka pollinate
pollination pollster pollutant pollute polo polygamous polygamy polygon polyp polytechnic pomegranate pomp poncho pond pontoon
pony poodle poop popcorn poplar popularise popularize populous porcelain porch porcupine pore pornographic porpoise porridge
portend portent portfolio porthole portico portrait possum postbox postcode posterior postgraduate posthumous postman postmark
postmen posture potassium potent pothole potteries pouch poultry pounce pout powerhouse powwow practitioner pragmatism prairie
praiseworthy pram prance prank prattle prawn precarious precinct precipice precipitate precipitation precipitous preclude
precocious predators predatory predicament predicate predictably preempt preen prefab prefect preferential prelude premiere
premiers premonition prenatal preparatory preponderance prerogative preservative presidency presidential prestige prestigious
presto presumption pretences pretzel prevalence prey prick prickle priesthood prim primate primeval primp primrose prism
privation privatise privatize privy probabilistic probe problematic processionals proclamation procrastinate procrastination
procure prod prodigal prodigious prodigy profane profess proffer proficiency proficient profiteer profundity profuse progeny
prognoses prognosis projectile proletarian proletariat proliferate prolific prologue prom promenade prominence promiscuity
promiscuous promontory promulgate prong proofread prop propagate propel propensity prophecy prophesy proponent proportionate
proprietor propriety propulsion prospectus prosper prostrate protagonist protestant proton protract protrude protrusion
provably proverb proverbial province provincial proviso provocation prow prowl proxy prude prudent prudish prune pry psalm
pseudonym psych psyche psychedelic psychiatric psychiatrist psychiatry psychoanalysis psychoanalyst psychopath psychoses
psychosis psychotherapy psychotic puberty puck puddle pudgy pueblo puff pugnacious puke pulley pullover pulmonary pulpit
pulsate pulverise pulverize puma pumice pummel pumpernickel pumpkin punchline punctual punctuate pundit pungent punitive punk
pup puppet puree purgatory purification purify puritanical purport purr purse purveyor pus pushover putative putrid pyjamas
pyramid pyre qua quack quadrangle quadrant quadratic quadrilateral quadruped quadruple quadruplet quagmire quail quaint quake
qualitative qualm quandary quantify quantitative quarantine quark quarrel quarrelsome quarry quart quarterback quartet quartz
quash quaver queasy queer quell quench quiche quicksand quill quilt quinine quintessence quintet quintuplet quip quirk quiver
quizzes quizzical quorum quotient rabbi rabble rabies raccoon racetrack racketeer radial radiance radiant radiate radii
radioactive radish radium raffle raft ragamuffin ragtime raincoat raindrop rainfall rainstorm rainwater raisin rake ramble
ramification ramp ramrod ramshackle ranch rancid rancorous rancour rankle ransack ransom rap rapport rapt rapture rascal rasp
raspberry raster ratification ratify rationalise rationalize rattlesnake raucous ravel raven ravine ravish rayon raze
readability realty ream reap rebate rebel rebellions rebellious rebuke rebuttals recalcitrant receptacle receptive recess
reciprocal reciprocate recitals recitations recline recluse recompense reconnaissance rectal rector rectum recuperate
recurrence redden redemption redhead redo reef reek reel referee refrigerate refrigeration refuge refugee refurbish regalia
regatta regimen regiment registrar registry regress regulate regurgitate rehabilitate rehabilitation rehearsals reimburse rein
reinforcements reiterations rejoice rejoinder rejuvenate rejuvenation relegate relentlessly reliant relics relinquish relished
relishes relishing remedial remembrance reminisce remit remittances remnant remorse remunerate remuneration renaissance
rendezvous renegade renege renounce renovate renovations renown renunciation repatriate repel repellent repentant repetitious
replenish replete replica replicate replication repository reprehensible repressions reprieve reprimand reprisals reproach
reptile republican repudiate repudiation repugnance repugnant repute requiem rescind reservoir residential residue resilience
resilient resistant resolute resonances resonant respectability respectably respirator resplendent responsibly restitution
restraint resultant resumption resurgences resurrect resuscitate resuscitation retaliate retaliation retard retch reticence
reticent retina retort retributions retroactive retrograde retrospect rev revamp revel revelry reverberate reverberations
revere reverent reverie reversible revivals revoke revolutionise revolutionize revolve revue revulsion rhapsody rhetoric
rheumatism rhino rhinoceros rhododendron rhubarb rib rickety rickshaw ricochet riddance riddle ridge ridicule rife rifle rift
rig righteous rightmost rigour rile rim rind ringleader ringlet ringworm rink rinse ripe riposte ripple rite rivalry rivet
roach roadblock roadside roam roar roast rob robberies robe robin rodent rodeo roe rogue roguish romp rook rookie roommate
roost rosary rosemary roster rostrum rote rotisserie rotund rotunda rouge roughhouse roulette rouse rowboat rowdy royalty
rubble rubric rucksack ruckus rudder ruddy rudimentary rue ruff ruffian ruffle rug rugby rum rumble ruminate rummage rump
rumple runaway rundown rune runt runway rupture ruse rust rustle rut ruthless rye sabbatical saber saboteur sabre sac
sacrament sacrificial sacrilege sacrilegious saddle safari safekeeping saffron sag sagebrush sailboat salad salami salesmen
salespeople salesperson saleswoman saleswomen salient saliva salivate sallow salmon salon saloon salute salve sanatorium
sanctify sanctimonious sanction sanctity sanctuary sandbag sandman sandmen sandpaper sandstone sandstorm sanitarium sanitary
sanitation sanserif sap sapling sapphire sardine sari sash sassy satanic satchel satin satirise satirize saturate saturation
saucepan sauerkraut sauna saunter sausage savagery savior saviour savorier savories savoriest savour savvy sawdust saxophone
scab scaffold scalar scald scallop scalp scalpel scaly scamper scandalise scandalize scant scapegoat scar scarecrow scarves
scathing scatterbrain scavenger scent scepter sceptic sceptre schizophrenia schizophrenic scholastic schoolboy schoolchild
schoolchildren schoolteacher schooner scissor scoff scold scoop scoot scorch scorn scorpion scoundrel scour scourge scout
scowl scrabble scram scramble scrapbook scrape scrawl scrawny screech screwdriver scribble scribe scripture scriptwriter
scrounge scrub scruff scruple scrupulous scrutinise scrutinize scrutiny scuff scuffle sculptor sculpture scurrilous scurry
scuttle scythe seafaring seafood seam seaman seamstress seaport sear searchlight seashell seashore seasick seaside seaweed
secede secession seclude seclusion secrecy secretarial secrete sedan sedate sedentary sediment seduce seduction seductive
seedling seep seesaw seethe segregate segregation seize seizure selves semblance semen semester semicircle semicolon
semiconductor semifinal senate senile sensibility sensual sensuous sentience sentry sepulcher sepulchre sequin serenade serene
sergeant serpent serum serviceman servicemen serviette servile servitude setback seventeen seventeenth seventy sever sew sewn
shabby shack shackle shaft shaggy sham shamble shampoo shamrock shanty shark sharpeners shatter shave shaven shawl sheaf
sheath sheathe sheave sheikh shellfish shepherd sherbet sheriff shield shimmer shin shingle shipshape shipwreck shire shirk
shivered shivering shivers shod shoelace shoestring shoo shopkeeper shoplifter shore shortcoming shortfall shortlist shotgun
shovel showcase showdown showman showmen shrank shrapnel shred shrew shrewd shriek shrill shrimp shrine shrink shrivel shroud
shrub shrubberies shrug shrunk shuck shudder shuffle shun shunt shuttle sibling sickle sideline sidelong sideshow sidestep
sidetrack sidewalk sidle siege sierra siesta sieve sift signify signpost silhouette silk sill silo silt silversmith silverware
simile simmer simplex simplification sinew singe sinus sip siphon sire sirloin sissy sisterhood sixpence sixteenth sixtieth
sizzle skate skateboard skein skeptic skew ski skid skilful skillet skim skimp skinflint skirmish skit skittish skulk skunk
skylight skyline skyrocket skyscraper slab slain slake slam slander slant slap slapstick slat slate slaughter slavish sleazy
sled sledgehammer sleek sleet sleeve sleigh slender slew slick slime sling slingshot slink slipshod slit slither sliver slob
slog slop slosh sloth slouch slovenly sludge slug sluggish sluice slum slumber slump slung slunk slur slush slut smack
smallpox smattering smear smelt smidgen smirk smite smithereens smitten smock smog smokestack smolder smote smother smoulder
smudge smuggle smut snake snap snapshot snare snarl snatch sneer sneeze snicker snide sniffle snip snipe snippet snitch snob
snobbish snooker snoop snooty snooze snore snorkel snort snot snout snowball snowdrift snowfall snowflake snowplough snowplow
snowstorm snub snuff snug snuggle soak sob sobriety soccer sociable socialise socialize sociological sociologist sociology
soda sodden sodium sodomy sofa softball soggy sojourn solace solemn solicit solidify solitaire solitary solitude soluble
solvent somber sombre someday somersault sonata sonnet soot soothe sop sophistication sophistry sophomore soprano sorcerer
sorceress sorcery sororities sorrow sorta soundproof sour southeast southeastern southpaw southwest southwestern souvenir
sovereign sovereignty sown spa spacecraft spacial spacious spade spaghetti spangle spaniel spank spar spark sparkle sparrow
sparse spasm spasmodic spat spate spatula spawn spear spearhead spearmint specious speck spectacle spectator specter spectra
spectre speedboat speedometer spellbind spellbound spendthrift sperm spew sphinx spice spider spilt spinach spindly spine
spinster spire spittle splash splat spleen splendor splendour splice splint splurge spokesmen spokespeople spokesperson
spokeswoman spokeswomen sponge spontaneity spook spoon sporadic spore sporran sportsmanship spotlight spouse sprain sprawl
spreadsheet spree sprig springboard springtime sprinkle sprint sprout spruce spry spud spun spunk spurn spurt sputter squabble
squadron squalid squall squalor squander squat squawk squeak squeal squeamish squelch squid squint squire squirm squirrel
squirt stab stabilise stabilize stadium stag stagecoach stagnant stagnate stagnation staid stain stairway stalemate stalk
stalwart stamina stammer stampede stanch standby standoff standstill stank stanza staple starboard starch stardom starfish
starlight statesman statesmen statistician statue stature statute staunch stave steadfast steak stealth steamroller steeple
stellar stench stencil stenographer stenography stepladder sterilise sterilize stern stethoscope stew steward stewardesses
stickler stifle stigma stigmata stillborn stilted stimulant stimuli stimulus sting stink stint stipulate stipulation stirrup
stitch stockade stockbroker stockholder stockpile stockyard stodgy stoical stoke stolid stomp stool stoop stopgap stopover
stoppage stopwatch storehouse storekeeper storeroom stork stout stove stow stowaway straddle straggle strait straitjacket
strand strangle strangulation strap strata stratagem stratify stratosphere stratum strawberry streak streamline streetcar
strenuous strew strewn stricken stridden stride strife stripe striven strode stroll stronghold strove strum strung strut stub
stubble stubborn stud studious stump stung stunk stupefy stupendous stupor sturdy stutter stylish stylus suave sub subjugate
subjunctive submersion subordinate subservient subsidies subsisted subsistence subsisting subsists substantiate subterfuge
subterranean subtractions suburb subversives subvert succinct succor succour succulent succumb suck suckle suction suds suede
suffocate suffocation suffrage suitcase sulfur sulk sullen sulphur sultan sultry summit summon sumptuous sunbathe sunburn
sundae sundial sundown sunflower sunglasses sunlit sunscreen sunset suntan sunup sup superintendent superlatives supersede
superstition superstitious supplant supple supposition supremacy surcharge surf surfboard surge surgeon surmise surmount
surpass surreal surrender surreptitious surveillance suspense sustenance swab swan swarm swarthy swat swathe sway sweepstake
sweetheart swell swerve swift swig swill swindle swine swipe swirl swish switchboard swivel swollen swoon swoop swordfish
swung syllable syllabus symbolise symbolize symphonic symptomatic synagogue synapse synchronise synchronize synchronous
synopses synopsis syntheses synthesise synthesize synthetic syphilis syringe syrup tabernacle tablecloth tablespoon tablet
tabloid taboo tabulate tabulation tacit taciturn taco tact tadpole tailgate taillight tailspin taint takeoff takeover talc
talisman talkative tallow talon tambourine tamper tan tandem tang tangential tangerine tangible tangle tango tankard tantalise
tantalize tantamount tantrum tapestry tarantula tardy tariff tarnish tarpaulin tarried tarrier tarries tarriest tarrying tart
tartan tassel tattle tattoo tatty taunt taut tautology tavern tawdry tawny taxicab teacup teak teammate teamster teamwork
teardrop tease teaspoon teat technician tedium tee teem teen teeter teethe teetotal telecommunications telegraph telepathic
telepathy teletype televise telltale temperament temperate tempest tempestuous template tempo temporal tenacious tenacity
tenancies tenant tenderise tenderize tendon tendril tenement tenet tent tentacle tenuous tenure tepee tepid termini terminus
termite terrace terrain terrestrial terrier terrific territorial terrorise terrorize testament testicle testify testimonial
testimony testis tetanus tether textile texture thatch thaw theologian theoretic theorise theorize therapeutic therapist
thereon thereupon thermal thermodynamics thermometer thermostat thesauri thesaurus theta thicket thigh thimble thirteen
thirteenth thirtieth thistle thong thorn thoroughbred thousandth thrash threadbare thresh thrice thrift thrill thrive throb
throne throng throttle throwaway throwback thud thug thumbtack thump thunder thunderbolt thunderstorm thunderstruck thwart
thyme thyroid tiara tickle ticklish tidbit tide tiff tightrope tightwad tilde tilt timber timekeeper timezone timid tinder
tinge tingle tinker tinkle tinsel tint tiptoe tirade tissue tit titbit titillate toadstool toboggan toddle toenail toffee toga
toil tolerable tolerably tomahawk tomb tomboy tombstone tomcat tong tonne tonsil tonsillitis toolkit toot toothache toothbrush
toothpaste toothpick topaz topography topology topple torch tormented tormenting tormentor torments tornado torpedo torque
torrent torrential torrid torso tortilla tortoise tortuous tot totalitarian tote totem toucan touchdown toupee tournament
tourniquet tousle tout tow towel townspeople toxic toxin tract trademark trafficked trafficking trainee trait tramp trample
trampoline trance tranquil tranquilize tranquillise tranquillity transact transatlantic transcend transcontinental transcribe
transfusion transgress transistor transliteration translucent transparency transpire transplant transpose transverse trapdoor
trapeze trapezoid trauma traumatic traumatise traumatize traverse travesty trawl treacherous treachery treacle treadmill
treason treatise treble trellis tremble tremor trench trepidation trespass trestle triangular tribulation tribunal tributary
tribute trickle trickster tricycle trigonometry trill trim trimesters trinket trio tripe triplet triplicate tripod trite
triumphant trod trodden troll trombone trophy tropical trot troublemaker troublesome trough trounce troupe trout trowel truant
truce trudge truffle trump truncation trustee trustworthy tryout tsars tub tuba tuberculosis tubular tuck tuft tug tuition
tulip tumble tummy tumor tumour tumult tumultuous tuna tundra turban turbine turbulence turbulent tureen turf turgid turkey
turmoil turnaround turnip turnout turnover turnpike turnstile turpentine turquoise turret turtle turtleneck tusk tussle tuxedo
twang tweak twee tweet tweezers twelfth twiddle twig twilight twine twinge twinkle twirl twitch twitter tycoon typeface
typescript typhoid typhoon typhus typify typographic tyrannical tyrannise tyrannize tyranny tyrant ubiquitous udder ulcer
ulterior ultimatum ultra ultrasonic ultraviolet umpire umpteen unaccountably unanimity unanimous unbearably uncannier
uncanniest unchristian uncouth undeniably underbrush undercover undercurrent undercut underdog underflow underfoot
undergarment undergrowth underhanded undermine undernourished underpants underpass underprivileged underrate underscore
undershirt underside understandably understate understudy undertone undertow underwater underwear underweight underworld
underwrite underwritten underwrote unfastened unfastening unfastens unicorn unicycle unification unilateral unionise unionize
unison unkempt unmistakably unquestionably unrulier unruliest unsavory unscathed unwieldier unwieldiest upheavals upholsterers
uppermost uranium urbane urchin urinate urine urn usher usurp utensil uteri uterus utilise utilitarian utilize utmost vacant
vacate vaccinate vaccine vacillate vacuous vagabond vagary vagina vaginae vaginal vagrant valentine valet valiant validate
valise valour vampire vandal vandalise vandalize vane vanguard vanilla vanquish vapor vaporise vaporize vapour varnish varsity
vase vault veal veer vegetation vehement veil velour velvet veneer venerable venerate veneration vengeance vengeful venison
venom vent ventilate ventilation ventricle ventriloquist veracity veranda verbiage verge veritable vermin vernacular vertebra
vertebrae vertebrate vertices vertigo verve vestibule vestige vestments veteran veterinarian veterinary veto vex viability
viaduct vibrant vibrate vibration vicarious victimise victimize victor victorious videotape vie vigil vigilant vigilante vigor
vigour vilify villa villain vindicate vindictive vine vinegar vineyard viola violet viper viral virile virtuoso virulent visa
vise visibility visibly vista visualise visualize vitamin vitriolic vivacious vivacity vivid vivisection vocation vociferous
vodka vogue volatile volcanic volcano volition volley volleyball volt voluminous voluptuous voodoo voracious vortex vow voyage
vulgar vulnerability vulture wad waddle wafer waft wag wagon waif wail waist waistline waitress waive waken walkout wallop
wallow wallpaper walnut walrus waltz wan wand wane wanna wanton warble wardrobe warfare warhead warlike warmth warpath warren
warrior wart washcloth washout washroom wasp wastebasket wasteland watchdog watchman watchmen watchword watercolor watercolour
waterfall waterfront waterlogged watermark watermelon waterproof watershed watertight waterway waterworks watt waveform
wavelength wax waylaid waylay wayside weakling wean weaponry wearisome weave web wedge wedlock weep weirdo weld wellington
welt wept werewolf werewolves whack wharf wharves wheat wheedle wheelbarrow wheelchair wheeze whereabouts wherein wherewithal
whet whew whiff whimper whine whinny whip whir whirl whirlpool whirlwind whirr whisk whisper whiten whitewash whittle whiz
whizz whoa wholehearted wholesale wholesome whopper whore wick wicket widen widow wield wig wiggle wigwam wildcat wildfire
wildlife wilful wilier wiliest willow willpower wilt wince winch windfall windmill windowpane windpipe windscreen windshield
wink winsome wintertime wintry wisecrack wishbone wisp wistfully witchcraft withheld withhold withstand withstood witticism
wiz wobble wobbly woe wok wolves womanhood womankind womb wonderland woo woodchuck woodland woodpecker woodsman woodsmen
woodwind woodwork woof wool woollen workbench workbook workforce workman workmen workout workplace wormhole worrisome worsen
wot wove woven wrangle wreak wreath wreathe wrench wrest wrestle wretch wriggle wright wring wrinkle wristwatch writ writhe
wrongdoer wrongdoing wrought wrung wry xenophobia xylophone yacht yak yam yank yap yardstick yarn yearling yearn yeast yell
yelp yew yodel yoga yogurt yoke yokel yolk yonder youngster yowl yuck zany zeal zebra zenith zeta zigzag zillion zinc zincked
zincking zip zodiac zombie zoo zoological zoologist zoology zucchini
`
