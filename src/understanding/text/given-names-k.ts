/** Given names of many countries in Latin letters without accents, k to z: from @faker-js/faker, MIT (NOTICE, licenses/faker.txt). */
export const GIVEN_NAMES_K = `
kaan kaarina kacey kaci kacie kacper kade kaden kadin kaela kaelyn kai kaia kailash kailee kailey kailyn kaitlin kaitlyn kaj
kaja kale kaleb kaleigh kalervo kalevi kaley kali kalinda kalistrat kalle kallie kalpana kalyani kama kamala kamalesh kameron
kamila kamilla kamille kamla kamlesh kamren kamron kamryn kanak kanaka kanchan kane kanishka kannan kannen kanti kara karam
karan kareem karelle karen kari kariane karianne karim karin karina karine karl karla karlee karley karli karlie karlijn karlo
karlotta karol karolann karoliina karolina karoline karson karthik kartik karunanidhi kasandra kasey kashyap kashyapi kasper
kassandra kat katariina katarina katarzyna kate katelin katelyn katelynn katharina katherine katheryn kathleen kathlyn kathrin
kathrine kathryn kathryne kathy katie katja katlyn katlynn kato katrin katrina katrine kattie katy kavon kay kaya kaycee
kayden kayla kaylah kaylee kayleigh kayley kayli kaylie kaylin kayode kayra kazimierz keagan keano keanu keara keaton keegan
keeley keely keenan keerti kees keet keira keith kellen kelley kelli kellie kelly kelsi kelsie kelton kelvin kemi ken kenan
kendall kende kendra kendrick kenji kenna kennedi kennedy kenneth kennith kenny keno kensi kent kenton kenya kenyatta kenyon
kenza kenzo keon kerem kerim kerry kerstin keshaun keshawn keven kevin kevon keyon keyshawn khadija khalid khalil kian kiana
kianna kiara kiarra kick kiel kiera kieran kiki kiley kilian kim kimberley kimberly kimi kin kincso king kinga kip kira kiran
kirk kirsten kirstin kirti kitty kjeld kjell klaas klara klarencjusz klaudia klaudiusz kleber klemens klementyna kleopatra
kobe koby kody koen kofi kojo kolby kole kolos konrad konstancja konstantin konstanty konstantyn kopano koralia koray korbin
korbinian korey korinna kornel korneli kornelia korneliusz kory kraig krijn kris krishna krishnadas krishnadasa krista kristen
kristi kristian kristie kristiina kristin kristina kristine kristof kristofer kristoffer kristopher kristy krisztian
krisztofer krystal krystel krystian krystina krystyna krzysztof ksawera ksawery ksenia ksenofont kubra kubura kujoe kumar
kumari kumuda kurt kurtis kwabena kwadwo kwaku kwame kwamena kwasi kweku kwesi kwintyn kyan kyano kyara kyla kyle kylee
kyleigh kyler kylie kyllikki kyra laal lacey lachlan lacy ladarius ladislao ladislau lafayette lai laila laisha lajos lakshman
lakshmi lakshmidhar lakshminath lal lalita lamar lambert lamberto lamont lana lance lancilotto landen landolfo landry lane
laney lanfranco lapo lara larissa laron larry lars larue larysa lasse laszlo latoya laura laurane laure laureen laurel
laureline lauren laurence laurencja laurencjusz laurene laurens laurent laurentino laurenty laurentyna laurenz lauretta lauri
lauriane laurianne lauriano laurie laurin laurine laury lauryn lautone lavada lavanya lavern laverna laverne lavina lavinia
lavinio lavon lavonne lawrence lawrencia lawson laxman laxmi layla layne lazare lazaro lazzaro lea leah lean leana leander
leandra leandre leandro leann leanna leanne leatha leda lee leela leena leendert lei leif leigh leila leilani lela lelah
leland lelia lempi lemuel len lena lene leni lenia lenja lenn lenna lennard lennart lenne lennert lennie lennon lennox lenny
lenora lenore lenya leo leola leon leona leonard leonardo leone leonel leonhard leoni leonia leonid leonida leonidas leonie
leonilda leonio leonne leonor leonora leontina leonzio leopardo leopold leopoldine leopoldo leora lera leroy lesley leslie
lesly lessie lester leta letha leticia letitia letizia letterio leu leufroy lev levent levente levi levin levke levy lew lewin
lewis lex lexi lexie lexus leyla li lia liah liam lian liana lias libbie libby liberata liberato liberatore libere liberio
libero liberto liboria liborio licia lidania lidia lidio lieke lien liene lietald lieto lieuwe lieve liisa lila lili lilia
lilian liliana liliane lilianna lilien lilith lilla lilli lillian lilliana lillie lilly lilou lily lilyan lina lincoln linda
linde lindsay lindsey linett ling linn linne linnea linnie lino linus linwood lio lion lionel lis lisa lisandro lisann lisanne
lisbeth lise liselotte lisette litzy liv liva livia liviana livino livio liya liyam liyana liz liza lizbeth lize lizeth lizz
lizzie lizzy llewellyn lloyd loa lodovica lodovico loek loes loet logan loic lois lola lolade lolita loma lon london lone
longin lonie lonnie lonny lonzo lora loraine loredana loreen lorella loren lorena lorene loreno lorenz lorenza lorenzo loretta
lori loriana lorine loris lorna lorrain lorraine lothaire lott lotta lotte lotti lottie lou loua louay louie louis louisa
louise loup lourdes lourenco louvenia lova lovisa lowell loy loyal loyce luan luana luc luca lucas lucca luce lucia lucian
luciana luciano lucie lucien lucienne lucile lucilla lucille lucinda lucio lucious lucius lucja lucjan lucrezia lucy ludano
ludie ludivine ludolphe ludovic ludovica ludovico ludvig ludwig ludwik ludwika lue luella luena luigi luigia luis luisa luise
luiz luiza lujza luk luka lukas luke lula lulu luminosa luna lune lungelo lupe lura lurline luther lutz luuk luus lux luz
luzie lya lyam lyda lydia lydie lykke lyla lyle lyn lynda lynette lynn lynne lyric lysanne maaike maan maarit maarten maartje
maas mabel mabelle mable mac macaire macaria macario maccabeo mace macey maci macie mack mackenzie macy madalena madaline
madalyn maddalena maddison maddox madeleine madelief madeline madelyn madelynn madge madhuri madie madilyn madisen madison
madisyn madita madleen madlen madonna mads madyson mae maegan maes maeve mafalda maffeo magali magda magdalen magdalena maggie
maggiorino magno magnolia magnus maguelone mahaut mahendra maher mahesh maheswar mahir maia maica maida maija maik maike
mailin maiorico maira maite maiya maja makary makayla makenna makenzie makinwa maksim maksym maksymilian malachi malati malco
malcolm malena malene malgorzata malia malik malika malin malina malinda mallaury mallie mallory malo malou malte malthe malti
malvina malwina mamante mamert mamie manasse mancio mandaakin mandakini mandy manel manetto manfredo mangala mangalya mani
manik manikya manilio manisha manjusha manley manlio manoah manoj manon mansueto manu manuel manuela manuele mara marah marana
marc marceau marcel marcela marceli marcelin marcelina marceline marcelino marcell marcella marcelle marcello marcellus
marcelo marcia marciano marcin marco marcos marcus mare mareike marek maren mareta margaret margareta margarete margarett
margaretta margarette margarida margarita marge margherita margie margot margret marguerite mari maria mariah mariam marian
mariana mariane marianna marianne mariano maribel marica maricarmen marie marieke mariela mariella marielle marietta marijn
marika marilena marilie marilou marilu marilyn marilyne marina marine marinella marinetta marino marinus mario marion marisa
marisol marissa marit marita maritza marius marja marjatta marjolaine marjorie marjory mark markku marko markus marla marlee
marleen marlen marlena marlene marley marli marlie marlin marlo marlon marly marolo marques marquis marquise marrit marsha
marshall mart marta marte marten martha marthe martial martim martin martina martine martino marton martti marty martyna marut
maruta marvin marwa marwin mary maryam maryann maryjane maryna maryse marzia marzio mas mason massima massimo mate mateo
mateus mateusz matheus mathew mathias mathijs mathilda mathilde mathis mathurin matias matilda matilde matis matroniano mats
matt matteo mattes matthew matthias matthieu matthijs matthis matti mattia mattias mattie mattis matyas matylda matz maud
maude maudie maugis maura maureen maurice mauricette mauricio maurilio maurine maurits maurizio mauro maurycy maverick mavis
mawuena mawusi max maxellende maxence maxi maxie maxim maxima maxime maximilian maximiliano maximilien maximillia maximillian
maximo maximus maxine maxwell may maya maybell maybelle maye mayeul maymie maynard mayoor mayra maysa mayson mayte mazie
mckayla mckenna mckenzie meagan meaghan meda medardo mederic medina medine medoro meena meenakshi mees meg megan megane meggie
meghan meghnad meghnath mehmet mei meik meike meiling meire mekhi melania melanie melanio melany melba melchiade melchior
melchiorre melek melezio melike melina melinda melis melisa melisande melissa melissandre melitina melle mellie melodie melody
mels melvin melvina melyna melyssa menaka menardo mence menelao meneo menka menno mennone menodora mercede mercedes mercia
mercurio meredith merel merete merijn merl merle merlin merovee merritt mert mertie merve mervin meryem messalina meta metello
metrofane mette mex meyra mia micael micaela micah micha michael michaela michal michale michalina micheal michel michela
michele michelle mick midas mieke miguel mihaly mik mika mikael mikaela mikail mikayla mike mikel mikkel mikki mikko miklos
mikolaj mila milan milana milano mildred milena miley milford milla mille miller millicent millie milly milo milou milton
mimma min mina minakshi mindy minerva minervina minervino ming minjun mink minna minnie mio mira mirac miracle miran miranda
miray mirco mireille mirella mireya miriam mirja mirko mirocleto miron mirre mirta mirte mirthe mirza misael misaele missouri
misty mitch mitchel mitchell mittie moa modest modesta modesto mohamed mohammad mohammed mohan mohana mohinder mohini moira
moise moises moisette mojzesz mollie molly mona monaldo monde monica monika monique monitore monroe monserrat monserrate
montana monte monty moos morena moreno morgan morgana morgane moriah moritz morris morten mortimer morton mose moses moshe
mossie moussa mozell mozelle mozes mpho muhammad muhammed mukesh mukul murat muriel murilo murl murphy murray musa mustafa
muyiwa muziano mya myah myla mylan mylene myles mylo myra myriam myrl myrna myron myrthe myrtice myrtie myrtis myrtle nadege
nadia nadine nadir nadja nadzieja naemi nakia nalini namazio nan nancy nanda nandor nanna nannie naomi naomie naoufal naoufel
napoleon napoleone nara narayan narciso narcisse narendra narinder narseo narsete nash nasir nat natale natalia natalie
natalina natan natanael nataniel natasa natasha nate nathalie nathan nathanael nathanial nathaniel nathen naud naudet naval
naveen navin nawal nayeli nazario nazariusz nazary nazzareno nazzaro neal ned nedra neele neeltje neha nehemie neil neiva nela
nelda nele nella nelle nelli nellie nelly nels nelson nena neo neoma neopolo neoterio nerea nereo neri nestor nestore nettie
neva nevio newell newton nia nicarete nicea niceforo nicephore niceto nicezio nicholas nicholaus nichole nick nicklas nicklaus
nickolas nicla niclas nico nicodemo nicola nicolai nicolas nicole nicoletta nicolette nicoline nicolo niek niels niene nienke
nigel nika nike nikita nikki nikkie nikko niklas niko nikodem nikola nikolai nikolas nikolasz nila nilde nils nimakoah nimit
nimrod nina ninfa niniano nino ninthe niranjan nirbhay niro nisa nives nnamdi noa noah noam noami noan noble noe noel noelia
noella noelle noemi noemie noemy nola nolan nolen nomi nona noor noortje nora norah norbert norberto nore norene norina norma
norman normand norris norval norwood nostriano noud nour nouri nout nova novan novella novi nowi nox nqobile nthabiseng nubia
nuccia nuno nunziata nunzio nuria nya nyah nyasia nynke obie obioma oceane ocie octave octavia octavio oda oddone odell
oderico odessa odetta odette odidone odie odile odilia odilon odin odon odorico ofelia oger ojaswini oke okey ola olaf olaide
olavi ole oleg olen oleta olga olimpia olimpio olin olinda olindo olive oliver olivia olivier oliviera oliviero oliwia oliwier
olle ollie olof olufunmi olumide oluwunmi olympe oma omana omar omari omawunmi ombline ombretta omer omero omolara ona ondina
onesta onesto onie onofrio onome onorata onorina onorino onorio onoriode onufry onur oormila opal opalina opaline ophelia
ophelie ora oral oran orazio orchidea oren orenzio oreste orestes orfeo oriana oriande oriane orie orietta orin orio orion
orland orlando orlane orlo ornella oronzo orpha orrin orsino orso orsola orsolina ortensia ortensio orval orville orvokki
osanna osbaldo osborne oscar oskar oskari osman osmondo osmund osvaldo oswald oswaldo otello otha otho otilia otis ottaviano
ottavio ottilia ottilie ottis otto ottone oumayra oury ova ovidio owen ozanne ozella pablo paciano pacifico pacome pacomio
padma paige paivi palatino palemon palladia palladio palma palmazio palmira pam pamela pammachio pancario pancrazio panfilo
panka pankracy panna pansy pantaleo pantaleon pantaleone paola paolo param paramartha pardo parfait paride paris parker
parmenio parvati pascal pascale pasquale pat paterne paterniano patience patrice patricia patricio patrick patrik patrizia
patrizio patroclo patrycja patrycjusz patrycy patryk patsy patti pattie patty paul paula paule paulette pauliina paulina
pauline paulo pauside pawel paxton payton pearl pearlie pearline pecine pedro peer peggie peggy pekka pelagia pelagie peleo
pelle pellegrino penelopa penelope peng penny pentti pepe pepijn pepin perceval percival percy pericle perla pernilla perrine
perry perseo pete peter petra petri petronilla petronille petronio petteri peyton phil phileine philemon philibert philine
philip philipp philippe philippine phillip philomene philothee philou phoebe phoenix phyllis pia pie pien piera pierangelo
pierce piergiorgio pierluigi piermarco piero pierre pierrick piersilvio piet pieter pietro pilar pim ping pink pinkie pio
piotr pip piper pippa pippo pirjo pirkko pit pius placida placido platon platone pleun plinio plutarco pola polidoro polifemo
polikarp polissena pollione polly pompeo pomponio pontus ponziano ponzio pooja poornima poppy porfirio porfiriusz porfiry
porter porzia porziano postumio poul pramila pran pranay prasad prasanna prassede prathamesh prayag precious preity prem prema
presley preston priamo primerose primo prince princess prisca priscilla priscille prisco privato priya priyala procopio
prokles prokop prokul proserpina prosper prospera prospero protasio proteo providenci prudence prudenzia prudenzio publio puck
puk pulcherie puneet pupolo purnima purushottam pushti pusicio qiang quartilla quarto quasimodo queen queenie quentin quentine
querano quieta quin quincy quinn quinten quintia quintiliano quintilio quintino quinton quinty quinziano quinzio quirin
quirino quiteria rachael rachel rachela rachele rachelle rachid radha radolfo rae raegan raf rafael rafaela rafal raff
raffaele raffaella rageshwari rageswari raheem rahel rahsaan rahul raide raik raimondo raina rainaldo rainelda raj rajan
rajendra rajinder rajiv rajmund rajnold rakesh raleigh ralph ramaa ramesh rameshwar ramiro ramon ramona rana randal randall
randi randolf randolph randy rania raniero ranjeet ranjit ranolfo ransom raoul raphael raphaelle rapulane raquel rashad
rashawn rasheed rasheedah rasmus rati raul raven ravi ray rayan rayen raymond raymonde raymundo reagan reanna reba rebeca
rebecca rebeka rebekah rebekka reece reed reese regan reggie regina reginald reginaldo regine regis regitze regolo reid reilly
rein reina reine reinhold rejean rejeanne reka remi remigio remilekun remington remo remondo renata renato renaud rene renee
rens renske renzo respicio ressie reta retha retta reuben reva revi rex rey reybaud reyes reymundo reyna reynold reza rhea
rhett rhianna rhiannon rhoda rhonda riana ricardo ricario riccarda riccardo richard richelmo richie richmond rick rickard
rickey rickie ricky rico rieke riff rigoberto riitta rike rikke riley rina rinaldo rino rita ritesh ritva riv roan rob robaldo
robb robbie robert roberta roberto robin robyn rocco roch rochelle rocio rocky rod roderick roderyk rodger rodiano rodney
rodolfo rodolphe rodrick rodrigo rodrigue roel rogelio roger rogers rohan rohana rohit roksana roland rolande rolando rolf
rolfo rollin roma romain romaine roman romana romane romano romee romeo romero romeu romilda romina romoaldo romola romolo
romuald romualdo romy ron ronald ronaldo ronan ronja ronnie ronny roos roosevelt rory rosa rosalee rosalia rosalie rosalind
rosalinda rosalyn rosamond rosamunda rosanna rosario roscoe rose roselin roseline rosella roselyn rosemarie rosemary rosendo
roser rosetta rosie rosina rosita roslyn rosmunda ross rossana rossella rossie rotimi rover rowan rowena rowland roxane
roxanne roxy roy royal royce roza rozalia rozella rozina ruben rubiano rubie ruby rubye rudolf rudolph rudra rudy rufina
rufino rufo rufus ruggero rui rukhmani rukmin rupert ruperto rupinder russ russel russell rusty ruta ruth ruthe ruthie rutilo
ryan ryann ryder rylan rylee ryleigh ryley ryszard saar saba sabato sabazio sabele sabina sabine sabino sabir sabrina sabryna
sachin sadie sadye safa safae saffiro saffo safira safiya safouan safouane sage sahra saige sakari sakura saladino salih
sallie sally salma salome salomey salomon salomone salustio salvador salvatore salvo salwator sam samanta samantha samara
sameer sami samia samir samira sammie sammy samona samson samuel samuele sancho sander sandor sandra sandrine sandro sandy
sanford sanja sanjay sanka sanna sanne sansone santa sante santiago santina santino santo santos sanya saphira sapiente sara
sarada sarah sarai sarala saraswati sarbello sare sari sarina sarisha sarla saroja sarvin sascha sasha saskia satish satoshi
satu saturniano saturnino satyen saul sauveur savanah savanna savannah saverio savi savin savina savinien savino savion
scarlett schuyler scolastica scot scott scottie scotty seamus sean seb sebas sebastiaan sebastian sebastiana sebastiano
sebastiao sebastien seconda secondiano secondina secondo sedrick sef seff sefora segolene sekinat selena selene selim selin
selina selma selmer selvaggia sem semih semiramide semplicio sempronio sena senesio senn senna senne senofonte sep sepp seppe
seppo serafin serafina serafino seraphin serapione serena serenity serge sergei sergi sergio sergiusz servidio serviliano
sesto seth settimio settimo sev severa severiano severin severine severino severo seweryn shad shade shaina shakira shakti
shakuntala shalewa shana shane shanel shanelle shania shanie shaniya shankar shanna shannon shanny shanon shantanu shanti
shany sharda shari sharmila sharon shashi shashikala shaun shawn shawna shaylee shayna shayne shea sheela sheila sheldon
shelia shelley shelly shemar sher sheri sheridan sherman sherri sherry sherwood sheryl shirley shiv shivakari shobhana shresth
shresthi shreya shreyashi shridevi shrishti shubha shubhaprada shwet shyann shyanne sibilla sibyl sibylle sico sicuro sid
siddarth siddhi siddhran sidney sidoine sidonia sidonio siebe siem sienna siep sierra sigebert sigfrido sigismond sigismondo
sigmund signe sigrid sigurd sil silas silja silje silke silvan silvana silvano silvere silverio silvestro silvia silvio sim
simao simen simeon simeone simisola simon simona simone simonetta sina sinan sincere sindre sinesio sinfronio sinikka sinja
sireno siria siriano siricio sirineu sirio siro sister sisto sitara siv sixte sixtine sjoerd sjors sky skye skyla skylar sloka
smeralda smilla smita smriti sname soave soccorso socrate sofia sofie sofronia solange soledad soline solocone solon som soma
somnath somu sondre sonia sonja sonke sonny sonya soo soof sophia sophie soraia soraya soren sostene sosteneo sostrato spano
spartaco spencer speranza speranzio spirydion stacey stacy stan stanford stanislao stanislas stanislaw stanley stanton steen
stef stefan stefania stefanie stefano steffen stella sten stephan stephane stephania stephanie stephany stephen stephon
sterling sterre steve steven stevie stewart stig stijn stiliano stina stine stiriaco storm stuart subhash subhashini subhasini
subodh sucheta sude sudeva sue suelen sujata sukanya suma suman sumayyah sumitra sune sunita sunniva sunny surano suresh surya
suryakant suryakanta suryakantam susan susana susanna susanne susheel sushil sushma susie suus suzanne suze suzon svea sven
svend svenja sverre svetlana sveva sviturno swami swapnil swara swarnalata swassane sweta sybilla syble sydnee sydney sydni
sydnie sylvain sylvan sylvester sylvestre sylvia sylviane sylvie sylwester sylwia synne szabolcs szczepan szofi szofia szonja
szymon tabea tabita tabitha tacjana tad taddeo tadeo taha tahlia taide takeshi talea talia talita talon tamara tamas tami
tamia tamina tamino tammaro tammo tammy tancrede tancredi tanguy tania tanirika tanja tanner tanushree tanushri tanya tao
tapan tapani tapio tara tarcisio tari tarik tariq tarja tarquinia tarsilla tarso tarun taryn tasha tate tatiana tatum tatyana
taurean taurin tavares taya tayler taylor taziana taziano tazio teagan tecla ted teddy teije tej tejas tekla telchide telemaco
telica tellervo telly temistocle temitope teo teobaldo teodata teodolinda teodor teodora teodoro teodosio teodoto teogene
terence terencjusz terenzio teresa teri terrance terrell terrence terri terrill terry tertuliano terzo tesauro tesifonte tess
tessa tessie teudosia teun teunis tevin thad thaddeus thais thalea thalia thea thelma theo theodor theodora theodore theodose
theophile theophraste theresa therese theresia theron thiago thibault thibert thierry thies thije thijmen thijn thijs thilo
thirza thom thomas thora thorben thore thorge thurman tia tiago tiana tianna tiara tibaldo tibbe tiberio tibor tiburzio ticone
tieme tierra tiffany tiina tijmen tijn tijs til tillman tillmann tim timm timmothy timmy timo timoleon timon timoteo timothee
timothy tina tine ting tino tiphaine tiril tirone tirza titi titien titilayo titilope tito titus tizian tiziana tiziano tizio
tjark tobia tobias tobiasz tobiloba tobin toby tod todd toke tolomeo toluwani tom tomas tomasa tomasz tome tomiloba tomke
tommaso tommie tommy toney toni tonnin tony tonya toon tope torben torbjorn tore torey torquato torrance torrey tosca tosco
toussaint toy tracey traci tracy trajan tranquillo trasea travis travon tre tremaine tremayne trent trenton tressa tressie
treva trever trevion trevor trey tricia trilochan trilochana trilok trilokanath trilokesh triloki trine trinity trisha tristan
tristano tristian tristin triston troels troy trudie trycia trystan tuana tullia tulliano tullio tuomas turi turibio turner
turold tushar tussio tuula tuulikki tuur tuva twan twila tycho tygo tyler tymon tymoteusz tyra tyree tyreek tyrel tyrell
tyrese tyrique tyron tyrone tyshawn tyson ubaldo ubertino uberto udai udit uffe ugo ugolina ugolino uguccione ujjawal ujjwal
ulberto ulderico ulf ulfa ulfo ulices ulises ulisse uliva ulla ulpiano ulrico ulrik ulrika ulstano ultimo ulysse uma umang
umberto umile umut una unna upendra uranio urbain urban urbano urdino uriah uriel uriele urmila ursicio ursino ursmaro ursula
ursule usha uttam uwe uzodimma vada vagn vaidehi vaijayanthi vaijayanti vaishnavi vaishno vaishvi vala valdemar valente
valentijn valentim valentin valentina valentine valentino valere valeria valeriana valeriano valerico valerie valerio valery
valfredo valfrido vallie valtena valter valtteri vance vanda vanessa vania vanna varalakshmi varo vasanti vasco vasudev
vasudeva vasudha vasundhara vaughn veda vedang vedanga vedanshi vedasto veerle veikko veit velda velio vella velma velva vena
venance venanzio vencel venceslao venceslas vendel venera veneranda venerando venere venerio ventura venusta venustiano
venusto vera verano verda verdiana verdie vere verecondo verena verenzio vergie veriana veridiana verla verlie vern verna
verner vernice vernie vernon verona veronica veronika veronique verulo vespasiano vesper vesta vezio vianney vibeke vic
vicenta vicente vicki vickie vicky victoire victor victoria victorien victorin vida vidal vidhur vidhya vidiano vidone vidur
vidya vienna vieve viggo vigile vigo vijay vik vikram viktor viktoria vilde vilfredo vilhelm viliana viliberto ville villy
vilma vilmos vimal vimala vin vinay vince vincent vincenza vincenzo vinciane vindonio vinebaldo vinfrido vinicio vinnie vinz
viola violante violet violette virag virgie virgil virgilio virginia virginie virginio virone viscardo vishnu vishwamitra
vissia vita vitale vitalico vito vitor vitoria vittore vittoria vittoriano vittorio vitus viva vivaldo vive vivian viviana
viviane vivianne viviano vivien vivienne vladimir vladimiro vodingo volfango vrinda vrund vulmaro vulpiano vyas waclaw wade
waino waldo wale walenty walentyn walentyna waleran waleria walerian walery walgierz walker wallace walter walton wanda
wandrille wanesa ward warley warren washington watson wava wawrzyniec waylon wayne webster wei weldon wellington wende wendell
wendy werner weronika wes wesley wessel westley weston whitney wiara wibke wiebke wies wiktor wiktoria wilber wilbert wilbur
wilburn wiley wilford wilfred wilfredo wilfrid wilfryd wilhelm wilhelmina wilhelmine will willa willard willem willi william
willie willis willow willy wilma wilmer wilson wilton wincenty winfield winifred winnifred winona winston wirginia witalis
wladyslaw wlodzimierz wm wolf woodrow wout wouter wyatt wyman xander xaver xavi xavier xaviere xem xenia xenophon xiao ximena
xin xochitl xzavier yaa yadira yago yahya yakubu yamileth yan yango yannic yannick yannik yannis yara yarah yaren yaretzi
yasin yasmeen yasmin yasmine yassin yassine yassir yaw yazmin yenthe yesenia yessenia yfke ying yinthe ylvi ylvie yoann
yogendra yogesh yoginder yolanda yolande yoshiko younes youp yousef youssef ysaline yseult yu yuki yuna yunus yuri yusuf yven
yves yvette yvonne zabedeo zabina zac zaccaria zaccheo zach zachariah zachariasz zacharie zachary zache zachery zack zackary
zackery zahra zain zainab zaira zakaria zakary zalan zama zander zane zaneta zanita zanobi zara zaria zarina zayd zayn
zechariah zef zefiro zehra zejnep zelda zelinda zella zelma zena zenaide zenebio zeno zenobia zenobio zenone zente zephirin
zeteny zetico zetta zev zeyd zeyneb zeynep zion zita ziva ziyanda zoe zoeva zoey zofia zoie zoila zoilo zola zoltan zora zorka
zosima zosimo zselyke zsofia zsolt zsombor zula zuzanna zygmunt
`
