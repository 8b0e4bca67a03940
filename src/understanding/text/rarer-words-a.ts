/** Less common English words, stems only, a to l (from SCOWL, size 35, © Kevin Atkinson and others: NOTICE, licenses/SCOWL.txt): no part of a name that is typed in lower case. */
export const RARER_WORDS_A = `
aback abacus abate abbey abbot abdicate abdication abdomen abdominal abduct aberration abet abhor abhorrence abhorrent abject
ablaze ably aboard abode abominable abomination aborigine abound aboveboard abrasive abreast abridge abrupt abscess abscond
absentee absolve absorbent absorption abstain abstention abstinence abstruse abundance abundant abyss academy accede
acceleration accentuate acceptability acceptably accessibility acclaim acclimate acclimatise acclimatize accolade
accompaniment accompanist accomplice accost accountability accredit accrue accumulation ache acknowledgment acne acquaint
acquiesce acquit acquittal acre acrid acrimonious acrimony acrobat acrylic actress actuary acumen acupuncture adage adamant
addendum additive addressee adept adherent adhesion adhesive adjoin adjourn adjunct administrator admirably admissible
admittance admonish admonition ado adobe adolescence adolescent adore adorn adrift adroit ads adulation adulterate adulthood
adverb adverbial adversary aeon aerodynamic aeroplane aerosol aerospace afar affable affably affectionate affidavit affiliate
affiliation affinity affirm affirmative affix afflict affluence affluent affront afield aflame afloat afoot aforesaid afresh
aftereffect afterlife afterlives aftermath afterthought aggravate aggravation aggregate aggression aggressor aghast agile
agitate agitation aglow agnostic agonise agonize agreeably agriculture aground ahoy aide ail airborne airfield airline airmail
airplane airstrip airtight aisle ajar albino alcove ale alga algae alibi alienate alight alimony alkali alkaline allay
allegiance allegorical allegories allergy alley alligator allot alloy allude allure allusion almanac almighty almond alms
aloft aloof alphanumeric altar alternation altitude alto altruism altruistic aluminium aluminum amalgamate amalgamation amass
ambiance ambidextrous ambience ambition ambivalence ambivalent amble ambulance ambush amenities amethyst amiably amicably amid
amidst amiss ammonia ammunition amnesia amnesty amoeba amoebae amok amorphous ampere ampersand amphetamine amphibian
amphibious amphitheater amphitheatre amplification amplify amplitude amputate amputation amulet anachronism anaemia anaemic
anaesthesia anaesthetic analgesic analytic anarchic anarchism anarchist anathema anatomical ancestral ancestry anchor anchovy
android anemia anemic anesthesia anesthetic anew angst angular animate animation animosity ankle annals annex annihilate
annihilation annotate annotation annuity annul anoint anomalous anon anonymity ant antagonise antagonism antagonist antagonize
anteater antelope antenna antennae anthem anthill anthrax anthropological anthropologist anthropology antibiotic antipathies
antiquate antiseptics antler antonym anus anvil anxiety aorta apartheid ape aperture apex aphorism apiece aplomb apocryphal
apologetic apostle apparel apparition appease appendicitis appetiser appetising appetite appetizer appetizing applaud
appliance applicability applicator appointee apposite appraise appreciable apprehend apprehension apprehensive apprentice
appropriation apricot apron aptitude aquamarine aquarium aquatic aqueduct arbiter arbitrate arbitration arbor arbour
archaeological archaeologist archaeology archbishop archetypal archipelago architect archway ardent ardor ardour arduous
argumentative aria arid aristocracy aristocrat ark armadillo armament armchair armistice armour armpit aroma aromatic arouse
arraign arrears arsenal arsenic arson artefact arterial arthritic arthritis artichoke articulate articulation artifact
artifice artillery artisan artistry artwork asbestos ascension ascent ascertain ascetic ascribe asexual ashore ashtray askew
asparagus aspen aspersion asphalt asphyxiate asphyxiation aspirant aspire aspirin assail assailant assassin assassinate assent
assimilate assimilation asteroid asthma astonish astound astray astride astringent astrological astrology astronaut
astronomical astute asylum asymmetry athlete atone atrocious attentive attic attire auburn auction auctioneer audacious
audacity audibly audit auditorium august aura aural auspicious austere authenticate authoritarian authoritative auto
autobiographical autocracy autocrat autograph automation automotive autonomous autonomy autopsy auxiliary avail avalanche
avarice avaricious avenge avenue averse avert aviation aviator avid avocado avow awaken awe awesome awhile awning awoke awoken
awry axiomatic axle aye azalea azure babble babe baboon bachelor backgammon bacon bacterial bade badminton bagel bail bait
balcony bald bale balk ballad ballast ballerina ballistics balloon ballroom balm baloney bamboo bamboozle bandanna bandit
bandstand bani banisters banjo banknote bankruptcy banquet banter baptise baptism baptize barb barbarian barbecue barbiturate
bard bareback barefoot barge baritone barley barman barn barnacle barnyard barometer baron barrage barren barrette barricade
bartender barter baseball baseline basil basin bask basketball bassoon baste bathe bathtub baton batsman battalion battlefield
baulk bawdy bawl bayonet bayou bazaar beacon bead beagle beak beautician beautify beaver beckon bedbug bedclothes bedlam
bedridden bedrock bedside bedspread bedtime bee beech beehive beeper beeswax beet beetle beeves befall befell befit befriend
beggar begrudge beguile behalves behead beheld behold beige belabor belabour belated belch belfry belie belittle bellboy
bellhop belligerent bellow belly bemoan bemuse benediction benefactor beneficiary benevolence benevolent benighted benign
bequeath bequest bereave bereft beret berserk berth beseech beset besiege besought bestial bestow betcha betray betrothal
bettor beverage bewilder bewitch bib bibliographic bibliography bicentennial bicker bidden bide biennial bifocals bigamist
bigamous bigamy bike bikini bilateral bile bilingual billboard billiards billow bingo binomial biochemical biodegradable
biographer biographical bipartisan biped biplane birch birdcage birthmark birthplace bisect bisexual bison bitch bittersweet
blab blackberry blackbird blackhead blackjack blacklist blackout blacksmith blacktop bladder blanch blancmange bland blare
blaspheme blaze bleach bleak bleary bleat bled bleed blemish blend blight blimp blindfold blip blister blithe blitz blizzard
bloc blockade blockbuster blockhead blog blond blonde bloodhound bloodshed bloodshot bloodstream bloodthirsty bloom blossom
blot blotch blouse blowout blowtorch blubber bludgeon bluebell blueberry bluebird bluegrass blueprint bluff blunder blunt blur
blurt blush bluster boa boar boardwalk boast bobbin bobcat bobsled bode bodice bodyguard bodywork boisterous bologna bolster
bombard bonfire bonnet boo booby bookcase bookend bookkeeper bookkeeping bookmark bookshelf bookworm boomerang boon boor
bootee booth bootleg bootstrap booze bop borough bosom botanical botanist botany botch bothersome bottleneck bough boulder
boulevard bountiful bounty bouquet bourbon bourgeois bourgeoisie boutique bovine bowel bowlegged boxcar boycott boyfriend
boyhood bra brace bracelet brackish brag braggart braid brainstorm brainwash braise bran brash brassiere brat bravado bravo
brawl brawn brazen brazier breadth breadwinner breakneck breakpoints breakthrough breakwater breast breathtaking brevity brew
breweries bribe bricklayer bride bridegroom bridesmaid bridle briefcase brilliance brim brimstone brine brink brisk bristle
britches brittle broach broadside brocade broccoli broil bronchitis bronco bronze brooch brood brook broom broth brotherhood
brow browbeat brownie bruise brunch brunette brunt brusque brute brutish bubbly buckle bud budge buff buffalo buffet buffoon
bugle bulge bulldog bulldoze bullfight bullfrog bully bum bumblebee bun bung bungalow bungle bunk buoy buoyant burble
burdensome bureau bureaucrat burger burglar burgle burial burlap burly burp burr burro burrow bursar bushel businessman
businessmen businesswoman businesswomen bustle busybody butcher butler butt butte buttercup butterfly buttermilk butterscotch
buttock buttonhole buttress buxom buzz buzzard bygone bystander byway cab cabaret cabin caboose cacao cache cackle cacti
cactus caddie cadet cafeteria cajole calamity calcium calculi calf caliber calibrate calibre calico calk calligraphy callow
callus calorie calve camaraderie camel cameo camouflage cancellation candid candidacy candle candlestick candor candour candy
cane canine canisters canker canneries cannibal cannon canoe canon canopy cantaloupe cantankerous canteen canvas canyon
capably capacitance capacitor cape capillary capitalise capitalize capitulate caprice capricious capsize capsule caption
captivate captive captor caramel carat caravan carbohydrate carburetor carburettor carcass carcinogenic cardiac cardigan
cardinal carefree caretaker cargo caribou caricature carnage carnal carnation carnival carnivore carol carouse carp carpenter
carpentry carriageway carrion cart cartel cartilage cartographer cartography carton cartwheel carve cascade cashew cashiered
cashiering cashiers cashmere casino cask casket casserole castaway caste castigate castoff castrate casualty cataclysm
catapult cataract catastrophe catcall catechism categorical categorise categorize caterpillar catfish catnap catnip catwalk
caucus cauliflower caulk causeway caustic cautious cavalier cavalry cavern caviar cavort caw ceasefire cedars cede celebrity
celery celestial celibacy celibate cello cellophane cellulose cement cemetery censure census centennial centerpiece centimeter
centimetre centipede centralise centralize centrepiece centrifuge ceramic cereal cerebral ceremonial ceremonious certify
cervical cessation chafe chaff chagrin chainsaw chairmen chairperson chalet chalice chameleon champ chandelier chant chaperon
chaperone chaplain characterise characterize charcoal chariot charisma charismatic charitably charlatan chasm chassis chaste
chasten chastise chatterbox chauffeur chauvinist checkout checkpoint checkup cheep cheesecloth cheetah chef cherish cherry
cherub cherubim chi chic chick chide chieftain childbirth childlike chili chill chilli chilly chime chimney chimp chimpanzee
chin china chink chintz chipmunk chiropractor chirp chisel chivalrous chivalry chlorine chloroform chlorophyll choke cholera
cholesterol chore choreographer choreography chortle chow chowder christen chrome chromium chromosome chronic chronicle
chronological chronology chrysanthemum chubby chuckle chug chum chute cigar cinch cinder cinnamon cipher circumcise
circumference circumflex circumstantial circumvent circus cistern citric citrus civics clack clad clairvoyance clairvoyant
clam clamber clamour clamp clan clandestine clang clank clap claptrap claret clarinet clasp classmate classroom clatter
claustrophobia claw clay cleanse cleat cleave clef cleft clemency clench clergy clergyman clergymen cleric clerk climactic
climax clime clinch cling clink clipboard clitoris cloak clockwise clockwork clod cloister clot clothespin cloudburst clout
clove cloven clown clubhouse cluck clump clung clutch clutter coagulate coagulation coalesce coalition coarsen coastline coax
cobalt cobble cobra cobweb cocaine cock cockeyed cockpit cockroach cocktail cocoa coconut cocoon cod coefficient coerce
coexist coffer coffin cog cogent cognac cognitive coherence coil coincidental colander colic collaborate collage collapsible
collarbone collation collegiate collide collie collision colloquial collusion colonel colonial colonise colonize colossal colt
coma comb combatant combustible combustion comeback comedian comestible comet commandant commandeer commando commemorate
commemoration commend commerce commercialise commercialize commiserate commiseration commodore commonplace commonwealth
commotion commune communique commutative commute compartment compass compassionate compatriot complacency compliance compliant
compost composure compulsive compunction comrade concatenation concave conceit concentric concession conciliate conciliation
conclusive concoct concord concourse concurrence concurrent concussion condescend condiment condolence condominium condor
conducive cone confection confederacy confederate confederation confer confetti confidant confide confiscate confiscation
confound congeal congenial conglomerate congregate congregation congress congressman congressmen congresswoman congresswomen
congruent conifer conjugal conjugate conjugation conjure connoisseur connote conquer conquest conscientious consecrate
consequential conservatism conservatory conserve consign consolidate consolidation consonant consort consortium conspirator
conspire constancy constellation consternation constipation constrict construe consul consulate consummate contagion
contagious contaminate contamination contemplation contemptible contemptuous contestant contextual contiguous contingency
contingent contort contraband contraceptive contractual contraption contravene contrite convalesce convalescent convection
convene convent converge conversant convertible convex convoluted convoy convulse cookbook coop cop copious copperhead
copulate copulation cord cordial cordon corduroy cork corkscrew cornea cornet cornflakes cornmeal cornstarch corollary
coronary coronation coroner corporal corps corpulent corpus corpuscle corral corroborate corroboration corrode corrosion
corrosive corruptible corsage corset cortex cosmetic cosmonaut cosmopolitan cosmos costume cot cottage cottontail cottonwood
couch cougar councillor counsellor countdown countenanced countenances countenancing counteract counterattack counterbalance
counterclockwise counterfeit countersign countryman countrymen coup coupon courteous courthouse courtroom courtyard cove
covenant covert covet coward cowardice cowboy cowgirl cowhide cox coy coyote crab crackle crackpot cradle craftsman craftsmen
crag cram cranberry crane cranium crank crate crave crayfish crayon craze creak crease credence credential credulous creek
cremate cremation crepe crept crescendo crescent crest crestfallen cretin crevasse crevice crib crimson cringe crinkle cripple
crises crisscross critique croak crochet crock crocodile crocus crofts crony crook croon croquet crossbow crosswalk crotch
crouch crow crowbar crucifix crucify crumb crumble crummy crumple crusade crust crustacean crutch crux crybaby crypt
crystallise crystallize cub cubicle cucumber cuddle cuff cuisine culinary cull culminate culmination culpable cultivate cur
curator curb curd curdle curfew curio curl currant curricula curt curtail curtsied curtsies curtsying curvature cushion
custodian custody customise customize cutback cuticle cutlery cutlet cutthroat cyanide cybernetics cyclone cylindrical cymbal
cypress cyst czar dab dabble dachshund dad daemon daffodil dagger dainty dairy dais dam dame damsel dandelion dandruff dandy
dangle dank dapper daredevil darn dart dashboard dastardly daub daunt dawdle daybreak daydream daze dazzle deacon deadlock
dean dearth deathbed deaves debase debauchery debilitate debility debit debonair debrief debris debunk debut decadent decanter
decapitate decease deceit deceive decencies decentralise decentralize deception deceptive decibel deciduous decimate decipher
decisive declension decompose decomposition decorate decorations decorum decoy decree decrepit decry dedication deduct deer
deface defamatory defame defecate defendant defensible defer deferential defiance defiant deficient deficit defile deflate
deflation deflect deform defraud defrost deft defunct dehydrate deify deign deject delectable delegate delegation deleterious
deli deliberation delicacy delicatessens delimit delinquency delinquent delirious delirium delude deluge deluxe delve
demagogue demean demeanour dementia demerit democrat demolition demon demonstrably demoralise demoralize demote demount demure
denial denigrate denim denomination denounce dent dentistry denunciation deodorant deodorise deodorize depart depict deplete
deplore deport depose depot deprave deprecate depreciate depreciation derail derelict deride derision derrick descendant
descendent descent descriptor desecrate desecration desegregation desirability desisted desisting desists desolate desolation
desperation despicable despondent despot dessert destabilise destabilize destitute detain detention detergent deteriorate
deterioration detest dethrone detonate detonation detour detriment devalue devastation deviant deviate devolution devolve
devotee devour devout dew dexterity dexterous diabetes diabetic diabolical diagnose diametrically diamond diaper diaphragm
diarrhea diarrhoea diatribe dictation dictatorial diction differentiation diffuse digestible digitise digitize dignify
dignitary digress dike dilapidated dilate dilation diligence diligent dill dilute dime diminish diminutive dimple din dinghy
dingier dingiest dinosaur diocese dioxide diphtheria diphthong diploma diplomacy diplomat diplomata dirge disambiguate
disburse discern discernible disciple disciplinarian discolorations discolourations disconsolate discordant discreet discus
disdain disgruntle disheartened disheartening disheartens dishwasher disinfectant disingenuous disparaged disparages
disparaging disparate dispel dispensary dispense disperse disseminate dissemination dissensions dissident dissipate dissociate
dissociation dissolute dissonances dissuade distil distillations distilleries distraught dither ditty diverge divergent
diversify dividend divisible divisive divisor divulge dizzy docile dock doctorate dodo doggerel doghouse dogmatic dogwood
doilies doldrums doll dolphin dome domesticate domicile dominance domination dominion domino donkey doodle doorman doormen
doorstep doorway dope dormant dormitory dorsal dote doubly dough doughnut dour douse dove dowdy dowry doze drab draconian
draftsman draftsmen dragonfly dramatise dramatist dramatize drape draperies draughtsman draughtsmen drawbridge drawl dredge
dregs drench dressmaker dribble driftwood driveway drizzle droll drone drool droop dropout dross drought drowse drudge
druggist drugstore drumstick drunkard dub duchess duckling duct dud dude duel duet dugout duke dully dumbbell dumbfound
dumpling dunce dune dung dungeon dunk dunno duo dupe duplex duplicity durability durable duress dusk dustmen dustpan dutiful
duvet dwarf dwell dwelt dwindle dye dynamite dynamo dynasty dysentery dyslexia earache eardrum earl earmark earshot earthquake
earthworm easel easygoing eave eavesdrop ebb ebony ecclesiastical eclectic eclipse ecologist economise economist economize
ecosystem ecstasy ecstatic ecumenical eczema eddied eddies eddying edgewise edible edict edifice eel eerie effectual
effeminate effervescent effigy effusive egalitarian eggplant egocentric egotism egotist eigenvalue eighteenth eightieth
ejaculate ejaculation eject eke elaboration elapse elastic elation elbow elder eldest electrician electrify electrocute
electrode electrolysis electromagnetic electrostatic elegance elegy elevate elevation eleventh elf elicit eligibility
elimination elk ellipse ellipsis elliptic elm elongate elope eloquence eloquent elucidate elude elusive elves emanate
emancipate emancipation embalm embankment embargo embark embassy embellish ember embezzle embitter emblem embodiment embody
emboss embrace embroider embryo embryonic emerald emergent emigrant emigrate emigration eminence emir emissary emission
emotive empathy emperor emphases emphatic emphysema emporium empower empress emulsion enact enamel encapsulate encase enchant
encircle enclosure encompass encore encroach encrypted encryption encumber encumbrance encyclopaedia encyclopedia endanger
endear endemic endorse endow endure endways enema energetic engender engrave engross engulf enigma enigmatic enlist enliven
enmity enormity enrage enrich enrol enroll ensemble enshrine ensign enslave ensue entangle enthral enthrall enthusiast entice
entomologist entomology entrails entrant entrap entreat entrench entropy entrust entwine enumerate enumeration enunciate
enunciation envelop envious environs envoy enzyme eon epaulet epaulette ephemeral epidemic epidermis epilepsy epileptic
epilogue epitaph epithet epitome epoch epsilon equalise equalize equanimity equatorial equestrian equilateral equine equinox
equitable equity equivalence equivocal eradicate erasure erect ergonomic erode erosion erotic errand errant erratic erstwhile
erudite erupt escalate escalation escapade escort esophagi esophagus especial espionage esteem estrangement etch ether
ethereal ethos etiquette etymological eulogise eulogize eulogy euphemism eureka euthanasia evacuate evacuation evade
evangelical evangelism evangelist evaporate evaporation evasion evasive eve evergreen everlasting evermore evict evocative
evoke ewe exacerbate exaggeration exalt exasperate exasperation excavate excavation excel excellence excerpt excise exclaim
excommunicate excommunication excrement excrete excruciating excursion exemplary exemplify exert exhale exhilarate
exhilaration exhort exhume exile existent existential exodus exonerate exoneration exorbitant expanse expatriate expectant
expediency expedient expedite expel expend expletive explicable exponent exposition expound expulsion exquisite extemporaneous
exterior exterminate extermination extinct extinguish extol extort extortionate extracurricular extradite extrapolate
extrapolation extraterrestrial extravagance extravagant extricate extrovert exuberance exuberant exude exult exultant eyeball
eyebrow eyelash eyelid eyesore eyewitness fabricate fabulous facade facet facetious facial facile facsimile factorial
factorisation factorization fad fade faeces faggot fagot falcon fallible fallout falsehood falsetto falsification falsify
falter familiarise familiarize fanatic fanciful fanfare fang faraway farmland fascination fascism fashionably fasteners
fastenings fastidious fatherhood fatherland fathom fatigue fatten fauna favorably favourably fawn faze fearsome feast feather
feces feign feint feline felon feminine feminism fend fermentation fermented fermenting ferments fern ferocious ferocity
ferret ferried ferries ferrying fertile fertilise fertilize fervent fervor fervour festered festering festers festivity
festoon feted fetid feting fetish fetter fetus feud fez fezzes fiasco fib fiberglass fibreglass fiche fickle fictitious fiddly
fidelity fidget fiend fiery fiesta fifteenth fiftieth fig figurative figurehead filament filch filet fillet filth fin finale
financiers finch finesse fingernail fingerprint fingertip finicky fir firearm firecracker firefighter firefly fireman firemen
fireplace fireproof fireside firewood firmware firsthand fisherman fishermen fission fissure fixture fizz fizzle flabby
flagpole flagrant flagstone flail flair flak flake flamboyance flamboyant flamingo flammable flank flannel flap flapjack flare
flashback flashlight flask flatten flatterers flaunt flautist flea fleck fled fledged fledgling flee fleece flex flexibly
flick flimsy flinch fling flint flippant flirt flirtatious flit flock flog floodlight flop flora floral florid florist floss
flotilla flounce flounder flout flu fluctuate flue fluff fluke flung flunk fluorescent flurry fluster flutter flux flyover
focal fodder foe fogey foghorn foible foil foliage folklore folly foment fondle foodstuff foolhardy foolproof foothill
foothold footlights footpath footprint footstep footstool footwear footwork foray forbear forbore forborne forceps forcible
ford fore forebodings forego forensic forerunners forestry forfeit forge forgeries forgo forgone forlorn formalise formalize
formidable formulate fornication forsake forsaken forsook forswear forswore forsworn fort forte forthright forthwith fortieth
fortification fortify fortitude fortress fortuitous forwent fossilise fossilize foster foundling foundry fount fourteenth fowl
fox foyers fracas fractal fracture fragrance fragrant frail frailty franc franchise frankfurter fraternal fraternise
fraternity fraternize fraudulent fraught fray freckle freehand freelance freight frenzy freshman freshmen freshwater fret
frieze frigate fright frigid frill frilly frisk fritter frivolity frizzy fro frock frolic frolicked frolicking frond frontiers
frost frostbit frostbite frostbitten froth frugal fruity fugitive fulcrum fumble fumigate fumigation fungi fungicide fungus
funnel furious furl furlong furlough furnace furnish furore furrow furtive fuselage fuzz gab gadget gag gaiety gait gala gale
gall gallant gallantry galleries galley gallivant gallon gallop gallows galore galvanise galvanize gambit gamble gamma gamut
gander gangling gangplank gangrene gangster gangway gape garb gardenia gargle gargoyle garland garlic garments garnet garnish
garret garrison garrulous garter gaseous gash gasket gastric gaudy gauge gaunt gauntlet gauze gavel gawk gaze gazelle gazette
gee geese gel gelatin geld gem genealogical genealogy genera generosity genesis genie genii genital gent gentile gentry genus
geographic geological geologist geometric geranium gerbil germ germicide germinate germination gesticulate getaway geyser
ghetto ghoul gibber gibe giddy gigantic giggle gild gill gilt gimme gimmick gingerbread gingerly gingham giraffe girder girdle
girlhood girth gizzard glacial glacier gladden glade gladiator glamorise glamorize glamorous glamour gland glandular glare
glassware glaze gleam glee glen glib glide glimmer glimpse glint glisten glitter gloat globe globular globule gloom
glorification glorify gloss glossaries glucose glum glut glutton glycerin glycerine gnarl gnash gnat gnaw gnu goad goalie
goalkeeper goatee gob gobble goblet goblin godchild godchildren goddess godfather godlike godmother godparent godsend goggle
goldsmith gondola gong gonna goo goodnight goodwill gooey goof goon goose gopher gore gorge gorilla gosh gosling gossamer
gouge goulash gourd gourmet gout gracious gradient graft gram gramophone grandchild grandchildren granddaughter grandeur
grandiose grandparent grandson grandstand granite granny granola granular granule grape grapefruit grapevine graphite grapple
grasshopper grate gratification gratify gratitude gratuity gravel graven gravestone graveyard gravitate gravitation graze
grease greenback greenhorn greenhouse greet gregarious gremlin grenade greyhound griddle gridiron grieve grill grille grimace
grime grin grindstone gripe grisly gristle grit grizzled grizzly grocer groggy groin groom groove grope grotesque grotto
grouch groundwork grouse grove grovel growl groyne grub grudge gruel gruesome gruff grumble grumpy grunt guarantor guardian
gubernatorial guerrilla guesswork guffaw guidebook guild guile guillotine guise gulch gull gullet gully gulp gumdrop gumption
gunfire gunman gunmen gunpowder gunshot guppy gurgle guru gush gust guzzle gybe gym gymnasium gymnast gynaecologist
gynaecology gynecologist gynecology gyrate gyration gyroscope habitat habitual hackney hacksaw haddock haemoglobin haemophilia
haemorrhage hag haggard haggle hailstone hairdo hairdresser hairline hale halfway halibut hallelujah hallmark hallucination
hallway halo halon hamburger hamlet hammock hamper hamster hamstring hamstrung handbag handcuff handicraft handiwork
handkerchief handlebar handmade handout handrail handshake handsome handwriting hanker haphazard hapless harangue harass
harbor harbour hardliner hardwood hare harebrained harem hark harlot harmonic harmonica harmonious harmonise harmonize
harnessed harnesses harnessing harp harpoon harpsichord harried harries harrow harrying hart harvest haste hatch hatchet
haughty haul haunt haven hawk haystack haywire haze hazel headfirst headland headlight headlong headmaster headphone
headquarter headrest headroom headstone headstrong headway healers healthcare hearsay hearse heartache heartbeat heartbreak
heartbroken heartburn heartfelt hearth heath heave heavyweight heckle hectic hedge hedgehog hefty heifer heinous heir heirloom
heliport helium helm hem hemisphere hemlock hemoglobin hemophilia hemorrhage hemp henchman henchmen hepatitis herald herb
herbivorous hereabouts hereafter hereditary herein heretic herewith hermaphrodite hermit hernia heroine heron herpes hesitancy
hesitant hesitation heterogeneous heuristic hew hexagon heyday hiatus hibernate hibernation hiccup hick hickories hideaway
hieroglyphic highbrow highland hijack hike hilarity hillbilly hillside hilly hilt hind hindrance hinge hinterland hippie
hippopotamus histogram hitch hitchhike hither hoard hoarse hoax hobbit hobble hobbyhorse hobgoblin hobnob hobo hock hockey
hodgepodge hoe holdup holler holocaust holster homeland homemade homesick homespun homestead homework homicide homogeneous
homogenise homogenize homonym homophobic hone honeycomb honeymoon honeysuckle honk hood hoodlum hoodwink hoof hoop hooray hoot
hooves hop hopscotch hormone hornet horoscope horseback horseman horseplay horsepower horseradish horseshoe horticulture hose
hosiery hospitable hospitalise hospitalize hostel hotbed hothead hound hourglass houseboat housekeeper housewarming housewife
housewives housework hove hovel howl hub hubbub huddle hue huff hug hulk hull hullabaloo humanise humanitarian humanize humbug
humdrum humid humidify humiliate humiliation humility hummingbird hump hunch hunchback hundredth hunk hurdle hurl hurrah
hurricane hurtle hush husk hustle hutch hyacinth hybrid hydrant hydraulic hydroelectric hydroplane hyena hygiene hymn
hyperbole hypertension hyphenate hypnosis hypnotic hypnotise hypnotism hypnotist hypnotize hypochondria hypochondriac
hypotenuse hypotheses hypothesise hypothesize hysteria hysteric iceberg icebreaker icicle idealise idealize idiocy idiomatic
idiosyncrasy idol idolise idolize idyllic igloo ignite iguana ilk illegible illegibly illegitimate illicit illiteracy
illuminate illumination illusory illustrious imbecile imitate imitations immaculate immeasurably immerse immunise immunize imp
impasse impeccable impede impediment impel impenetrable imperceptibly impersonate impersonations impertinence impervious
impetuous impetus impinge implicate implore impoverish impregnable impregnate impromptu improvise impudence impudent
inadequacy inadvertent inasmuch inaugural inaugurate inauguration incalculable incandescence incandescent incantations
incapacitate incarcerate incarceration incarnate incendiary incense inception incessant incestuous incinerate incision
incisive incisor incognito incompatibly incongruity incongruous incorrigible incredulity incriminate incubate incumbent
indecency indelible indelibly indestructible indict indigenous indignant indignation indigo indispensables indoctrinate
indolent indomitable indulgent industrialise industrialize industrious inept ineptitude inert inertial inexhaustible
inexorable inexorably inexplicably inextricably infamies infantry infatuation infectious inferno infestation infested
infesting infests infidel infiltrate infiltration infinitesimal infirmaries infirmities inflammation inflammatory inflate
inflection inflexions influenza informant infrared infuriate ingenuity ingested ingesting ingests ingratiate inhalers
initiation injurious inkling inn innards innate innermost innkeeper innocuous innuendo innumerable inoculate inoculation
inordinate inquisition inquisitive insatiable inscriptions inscrutable insecticide inseparable insignia insinuate insinuation
insipid insistent insolent insolvency insomnia instalment instantaneous instigate instigation instil institutionalise
institutionalize insular insulate insulation insulin insurgent insurrection intelligible intelligibly intensify intercede
intercept interchange intercom interconnect intercontinental interdependence interdependent interject interlock interloper
interlude intermarriage intermarried intermarries intermarrying intermediary interminable interminably intermingle
intermission intern internet interplanetary interplay interpolation interpose interracial interrogation intersect intersperse
interstate interstellar intertwine interweave interwove interwoven intestine intimacy intimations intimidate intonations
intoxicate intramural intransitives intravenous intrepid intricacy intricate intrigue introspective introvert intrude
intrusion intrusive inundation invective inveterate invigorate invincible iodine iota irascible ire iridescence iridescent
iris irk irradiate irreconcilable irrefutable irregular irrelevance irreparable irreplaceable irrepressible irreproachable
irresistible irresponsibility irretrievable irretrievably irreverence irreverent irreversible irrevocable irrevocably irrigate
irrigation irritability irritable irritably irritant isle isthmus italicise italicize italics itch itemise itemize iterate
itinerant itinerary ivies ivory jab jackass jackdaw jackknife jackknives jackpot jade jagged jaguar jalopy jamb jamboree
jangle janitor jaundice jaunt javelin jaw jawbone jay jaywalk jeer jell jellyfish jeopardise jeopardize jeopardy jersey
jettison jewel jewelry jibe jiffy jig jiggle jigsaw jilt jingle jinx jitters jittery jockey jocular jog jolt jostle jot jovial
joystick jubilant jubilation jubilee judicial judiciary judicious judo jug juggernaut juggle jugular jumble jumbo juncture
juniper junket junkie junta jurisdiction juror jut jute juxtapose juxtaposition kaleidoscope kangaroo karat karate kayak keel
keepsake keg kelp kennel kerb kerchief kerosene ketchup keyhole keynote keystone khaki kickback kiln kilo kilobyte kilogram
kilometer kilometre kilowatt kilt kimono kin kinda kindergarten kindle kindred kinfolk kingfisher kink kiosk kipper
kitchenette kite kitten kiwi knack knapsack knead kneecap kneel knelt knickers knighthood knit knives knob knockout knoll knot
knuckle koala kosher kowtow kudos laborious labyrinth lace lacerate lacerations lackluster lacklustre lacquer lacrosse lade
ladle ladybug ladylike laggard lagoon lair lamb lambda lame lament lampoon landlady landlocked landmark landowner landslid
landslide languid languish languor lanky lantern lap lapel lapse larceny lard larva larvae larynges laryngitis larynx
lascivious lash lass latch latent latex lath lathe latitude latrine lattice laud laughingstock launder laundry laureate laurel
lava lavender lavish lawmaker lawsuit lax laxative layman laymen leapfrog leapt lease leash lectern ledge lee leech leek
leerier leeriest leeway leftmost legacy legalise legalize legibility legibly legislate legislature legitimacy legume lemme
lemonade lengthwise leniency lentil leopard leotard leper leprosy lesions letdown lethargic lethargy letterhead lettuce letup
leukaemia leukemia levee lever levity levy lewd lexical lexicon liar libellous liberalise liberalize liberate liberation
libertarian libretto lice lichen lick licorice lieu lieutenant lifeboat lifeforms lifeguard lifelike lifeline lifelong
lifespan ligament ligature lighthouse lightweight liken lilac lilt limbo lime limelight limerick limestone limousine limp
linchpin linefeed linen lingered lingerie lingering lingers lingo linguist liniment linoleum lint lipstick liquefy liqueur
liquidate liquorice litany literacy lithe lithium litigation litterbug liturgical liturgy livelihood liven livestock livid
lizard llama loaf loam loath loathe loathsome loaves lob lobe lobotomy lobster locale localise localize locket locksmith
locomotion locomotive locust loft logarithm logician loin loincloth loiter loll lollipop lone lonesome longevity longhand
longitude longitudinal longshoreman longshoremen lookout loom loon loonie loosen loot lop lope lopsided lore lotteries lotus
loudspeaker lounge louse lowdown loyalty lozenge lubricant lubricate lubrication lucid lucrative lug lukewarm lull lullaby
lumber lumberjack luminary luminous lunacy lunar luncheon lunge lupin lupine lurch lure lurid luscious lush lustre lute
luxuriant luxuriate luxurious lye lymph lymphatic lynch lyre
`
