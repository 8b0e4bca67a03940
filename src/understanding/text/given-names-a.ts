/** Given names of many countries in Latin letters without accents, a to j: from @faker-js/faker, MIT (NOTICE, licenses/faker.txt). */
export const GIVEN_NAMES_A = `
aadi aadidev aadinath aaditya aadrika aagam aagney aagneya aaliyah aalok aaltje aamod aanand aanandinii aanjaneya aaratrika
aaron aarya aaryan aasa aasha aashritha aatmaj aatmaja aatreya aayushmaan aayushman aba abaco abagail abani abbey abbie
abbigail abbondanza abbondanzio abbondio abby abdiel abdon abdone abdonie abdul abdullah abe abeiku abel abelard abelardo
abele abelin abeline abena abenzio abhaidev abhaya abhirath abhisyanta abibo abigaelle abigail abigale abigayle abigel
abimbola abisola abisoye abner abondance abraham abramio abramo abril absalon acace acacie acacio acanthe acario accursio ace
achaire achalesvara acharyasuta achille achintya achyut acilia acilio aciscolo acrisio ada adah adalard adalardo adalbald
adalbaude adalberon adalbert adalberta adalberto adalfredo adalgisa adalgiso adaline adalric adalrico adalsinde adam adamo
adan adaugo addie addison addo addolorata adeboye adedayo adegoke adegrin adegrine adel adela adelaide adelajda adelardo
adelasia adelbert adelberto adelchi adele adelfo adelgardo adelia adelie adelin adelina adeline adell adella adelle adelmo
adelphe adeltrude adenet adeodat adeodato adheesh adhemar adhiraj adhrit adikavi adina adinath aditeya aditya adjutor adolf
adolfo adolph adolphe adolphie adolphus adone adonis adonise adrain adrastee adrehilde adria adriaan adrian adriana adrianna
adriano adriel adrien adrienne adrione adripathi advaya adwitiya adwoa afia afonso afro afton afua agabio agamennone agape
agapet agapito agasti agastya agata agathange agathe agathon agaton agazio agenore agesilao agilbert agilberte aglae agnan
agnane agneflete agnes agnese agneta agneya agnieszka agnimitra agniprava agnivesh agostina agostino agrata agrippa agrippin
agrippine agrypina agustin agustina ahalya ahilya ahmad ahmed ahmet aiace aida aidan aidano aiden aileen aimable aime aimee
aimone aino aisha aishani aiyana ajeet ajit akande akanni ake akeem akira akofa akorfa akos akosua akroor aksel akshainie
akshaj akshat akshata akshita akua akula akumaa akunna akwasi akwesi al alade aladino alain alaina alaine alais alamanno alan
alana alanis alanna alano alarico alayna alba alban albane albano alberade alberic alberico albert alberta alberte albertha
alberto albin albina albino alboino albrico alceo alceste alcibiade alcide alcidie alcime alcina alcine alcino alcyone alda
aldegonde alden aldo aldobrando aldonce aldric alea aleandro aleardo aleaume alec aleen alejandra alejandrin alejandro alek
aleksander aleksandra aleksi aleksy alena alene aleramo alessa alessandra alessandro alessia alessio aleth aletha alex alexa
alexander alexandra alexandre alexandrea alexandria alexandrine alexandro alexane alexanne alexia alexie alexine alexis alexys
alexzander aleyna alf alfio alfonsa alfonso alfonzo alford alfred alfreda alfredo algiso ali alia alica alice alicia alicja
alida alienor aliette alighiero alina aline alisa alisha alison alissa alivia alix aliya aliyah aliz aliza alize allan allegra
allen allene alliaume allie allison ally alma almerigo almine almire almiro alois aloise aloisio alok alonzo aloyse alparslan
alphee alphonse alphonsine alphonso alpinien alta altea althea althee alton alva alvah alvaro alvena alvera alverede alverta
alviero alvin alvina alvis alvise alwar alya alyce alycia alysa alysha alyson alyssa alysson ama amabela amabile amadeo amalia
amaliane amalie amalric amalthee amanda amande amandin amandine amando amani amant amante amanzio amar amara amaranaath
amarande amaranthe amaranto amaresh amari amarnath amaryllis amata amato amatore amauri amaya ambar amber ambra ambre ambrogio
ambroise ambroisie ambrose ambrosiano ambrozy amedee amedeo amelia ameliane amelie amelien ameline amelio amely america
americo amerigo amethyste ameyatma amico amie amiel amilcare amin amina aminat aminte amintore aminu amir amira amish amit
amiya amleto amodini amogh amon amone amore amos amour amparo ampelio amrit amrita amritambu amy amya ana anaadi anabel
anabelle anacleto anael anaelle anagh anahi anais anal anala anamika anand ananda anandamayi anang ananta anasooya anastacio
anastase anastasia anastasie anastazja anasuya anatol anatole anatolia anatolie ancelin anceline ancilla andeol anders
anderson andoche andras andre andrea andreane andreanne andreas andree andres andrew andromeda andrzej andy andzelika anemone
anette angadreme ange angel angela angele angelica angelina angeline angelique angelita angelo angie angilbe angilberte
angilran angoustan angus anibal anicee anicet aniceto anicette aniello anika anil anila anilaabh anilabh anish anissa anita
aniya aniyah anja anjali anjaneya anjushree anjushri ankal ann anna annabel annabell annabella annabelle annagrazia annalena
annalise annamae annamaria annamarie annapurna anne anneke anneli annelie annemarie annemijn annetta annette anni annibal
annibale annie annika annikki annonciade annunziata anny anouar anouk ansaldo ansbert ansberte ansel anselme anselmo ansgar
ansgary anshula ansley ansovino anstrudie antea antelmo antero anthelme anthelmette anthony antide antigone antimo antino
antioco antoine antoinette anton antone antonella antonello antonetta antonette antoni antonia antonietta antonin antonina
antonine antonio antony antti antwan antwon anuja anunay anuraag anurag anusuya anwesha anya aphelie apollina apollinaire
apollinare apollinary apolline apollo apollonia appia april apsara apuleio aquilin aquiline aquilino ara arabella arabelle
araceli aracely araldo aras aratone arcade arcadie arcadio arch archambaud archan archange archibald archie archimede archippo
arcibaldo arda ardella arden ardith ardito arduino arely aresio argelia argimiro argine argo ari ariadna arialdo arian ariana
ariane arianna ariberto aric aricie arie ariel ariele arielle arindam ariosto aris aristarco ariste aristeo aristide aristione
aristo aristofane aristotele arjun arkadiusz arkady arlene arlette arlie arlo armance armand armande armandine armando armani
armel armeline armelle armida armide armin armine arminio arnaldo arnaud arnaude arne arnesh arno arnold arnoldo arnould
arnulfo arolde aron aronne arrigo arsene arsenie arseniusz arsinoe art artemis artemisa arthaud artheme arthur arthurine artur
arturo arun aruna arved arvel arvid arvilla arwen arya aryan aryanna arystarch asa ascanio ascelin asceline ascension
asdrubale asel asella asha ashlee ashleigh ashlesh ashley ashly ashlynn ashok ashton ashtyn asia asimodeo asiya aslesha
assomption assunta assunto astarte asterie asterio astianatte astree astrid astride asya ataleo atanasia atanasio atanazy
athalie athanase athanasie athena athenais athina athos atmaja atmanand atmananda atreyee atreyi attila attilano attilio aube
aubertine auberto aubree aubrey aubry audace aude audebert audeline audie audouin audra audran audreanne audrey august augusta
auguste augustina augustine augusto augustus aure aurea aurele aurelia aureliano aurelie aurelienne aurelio aurelle aurian
auriane auro aurora aurore ausilia ausilio austen austin austyn auxane auxence ava avadhesh avani avantika ave aveline
averardo avery avigaelle avis avoye awesi axel axeline axelle aya ayana ayaz ayden ayebatari ayinde ayla ayleen aylin ayman
aymard aymardine aymeric aymon aymonde ayoub ayse ayushmati aza azalee azeglio azelia azelie azeline azelio azra azubuike
azzurra baaba baala baalaaditya baalagopaal babette babila baby bacco badr bahula baidehi baijayanti bailee bailey bakula bala
balaaditya balachandra baladitya balagopal balagovind balamani balazs baldassarre balderico baldo baldomero baldovino baldwin
balgopal balint balthazar bambina bandhu bandhul banji bankim bankole baptiste baran barbara barbarigo barbe barbro bardo
bardomiano baris barnaba barnabas barnabe barney baron barrett barry barsaba barsimeo bart barthelemy bartholome bartimee
bartolo bartolomea bartolomeo barton bas basanti basile basileo basilia basilio basilisse bassiano bassilla bastiaan bastian
bastiano bastien bathilde batilda battista batuhan baudouin baylee bazyli beata beato beatrice beatriz beatrycze beau beaulah
becky bela belina belinda bell bella belle bellino beltramo ben bence bende bendeguz benedek benedetta benedetto benedict
benedicte benedikt benedita benedykt benett bengt beniamin beniamina beniamino benicio benigna benigne benigno benito benja
benjamim benjamin bennet bennett bennie benno benny benoit bent bente benthe bentley benton benvenuta benvenuto benyamin
beranger berangere berard berardo berat berend berengario berenice berit berkay bernadetta bernadette bernadine bernard
bernardo bernd berneice bernhard bernice bernie berniece bernita beronico berry bert berta bertalan bertha berthe bertille
bertoldo bertolfo bertram bertrand beryl bessie beth bethany bethel betina betsy betta bette bettie betty bettye beulah beuve
beverly bhaanumati bhaasvan bhaaswar bhadra bhadrak bhadraksh bhadran bhagavaan bhagirathi bhagvan bhagwanti bhagwati bhamini
bhanumati bharadwaj bharat bhardwaj bhargava bhargavi bhasvan bhaswar bhaumik bhavani bhaves bheeshma bhilangana bhima bhisham
bhishma bhoj bhoopat bhoopati bhooshan bhooshit bhramar bhudev bhudeva bhupati bhupen bhushan bhushit bhuvanesh biagio bianca
bianka bibi bibiana bibianna bibiano biborka bice bilal bill billie billy bilva bilwa bindo bino birdie birgitta birgitte
birino birjesh bishnu bjarne bjorn blair blaise blake blanca blanche blandine blanka blaze blazej bless blessing bo boas boaz
bob bobbi bobbie bobby bodhan bodhi bodi boet boglarka bohemond boldizsar bon bonagiunta bonaldo bonaventura bonavita boniface
bonifacio bonita bonito bonnie borbala boris boroka bortolo borys botond bouchard bowie boyd brad braden bradford bradley
bradly brady braeden brahma brahmaanand brahmabrata brahmdev brain brajan brajen brajendra brajesh bram brancaleone brandi
brando brandon brandt brandy brandyn brannon branson brant braulio braxton brayan breana breanna breanne brenda brendan
brenden brendon brenn brenna brennan brennon breno brent bret brett bria briac brian briana brianne brice bridget bridgette
bridie brielle brieuc brigida brigitta brigitte brijesh brionna brisa britney britt brittany brock broderick brody brook
brooke brooklyn brooks bruce bruna brunehaut brunehilde brunilde bruno bruto bryan bryana bryant bryce brycen brygida bryon
buchi buck bud buddhana buddy budhil buford bukola bulah burak burdette burley burnice buster byron cade caden caesar caetana
caino caio caitlin caitlyn calanico calcedonio cale caleb calebe caleigh cali calista calixte callie callisto callum calogera
calogero calpurnia calvin camden camelia camelien cameron camila camilla camille camillien camillo camren camron camryn
camylle candace candelario candice candida candide candido cantidio canziano capitolina capucine cara carey caribert caridad
carina carine carissa carl carla carlee carles carleton carley carli carlie carlijn carlo carloman carlos carlota carlotta
carlton carmel carmela carmella carmelo carmen carmine carminho carmo carol carola carolanne carole carolin carolina caroline
carolyn carolyne caronte carponio carrie carroll carson carter cary cas casandra casey casilda casimer casimir casimira
casimiro caspar casper cassandra cassandre cassiano cassidy cassie cassien cassio cassiopea casto cataldo cataleya catalina
catarina catena caterina catharina catharine catherine cathrine cathryn cathy cato catrin catullo caua cayla ceasar cecco
cecelia cecil cecile cecilia cecilie cecilio cecylia cecyliusz cedric cedrick cedrik celeste celestin celestine celestino
celia celien celina celine celinia celso cem cesaire cesar cesare cesario ceyda ceylin cezary chaanakya chad chadd chadrick
chaim chaitan chakor chakradhar chakravarti chakrika chanakya chanda chandak chandan chandani chandi chandini chandira
chandler chandni chandra chandraayan chandrabhan chandradev chandrakala chandraketu chandrakin chandramani chandran
chandranath chandrani chandravati chanel chanelle chantal chapal chapala charak charity charlaine charleen charlemagne
charlene charles charley charli charlie charline charlotta charlotte charumati charuvrat charvi chase chasity chaten chatur
chatura chaturaanan chaturbhuj chauncey chaya chayenne chaz chelsea chelsey chelsie chen cherechi cherubino cheryl chesley
chester chet chetan cheyanne cheyenne chiaffredo chiamaka chiara chidaakaash chidaatma chidambar chidambaram chidananda
childebert chilperic chimamanda chinedu chinyere chiranjeev chiranjeeve chisom chitraksh chitrali chitramala chitrangada
chizoba chloe chretien chris christ christa christelle christer christiaan christian christiana christiane christiano christie
christin christina christine christodule christoffer christop christoph christophe christopher christy chrysole chrysostome
chukwu chyna ciara cicero cielo cierra cindy cino cinzia cipriano cirano ciriaco cirilla cirillo cirino ciro citlalli claas
claes clair claire clara clarabelle clare clarence clarenzio clarissa clarisse clark claud claude claudia claudie claudien
claudine claudio claus clay clayton cleandre cleandro clelia clelie clemence clemens clement clemente clementina clementine
clemenzia clemmie cleo cleofe cleonico cleopatra cleora clery cleta cletus cleve cleveland clifford clifton climaco clinio
clint clinton clio clodomiro clodoveo cloe clorinda clotaire clotilde clovis cloyd clyde coby coco cody coen cointa colby cole
coleman colin coline colins colleen collien collin colmanno colmazio colomba colombano colombo colt colten colton columbus
comfort concepcion conception concetta concetto conchita concordio conner connie connor conor conrad consolata constanca
constance constantin consuelo cooper cora coralie coraline corbin corbiniano cordelia cordell cordia cordie corene coreno
corentin corentine corey corine corinna corinne coriolano cornelia cornelio cornelis cornelius cornell coronato corrado
corrine cortez cortney corvin cory cosima cosimo cosma costante costantino costanza costanzo coty courtney coy craig crawford
cremenzio creola crescente crescenzia crescenzio crespignano crispino cristal cristaldo cristian cristiana cristiano cristina
cristobal cristoforo cristopher crocefissa crocefisso cronida cruz crystal crystel csaba csanad csenge csongor cullen
cunegonda cuniberto cupido curt curtis cuzia cydney cynthia cyprien cyra cyriaque cyrielle cyril cyrille cyrus cyryl daan
daantje daciano dacio daevi daevika dafne dagmar dagoberto dahlia daija daisha daisy daiwik dakota daksha dakshayani dale
daley dalida dalila dallas dallin dalmazio dalton damaris damaso damayanti dameon damian damiana damiano damien damilare
damilola damin damion damocle damodara damon dan dana dandak dandapaani dandre dane dangelo dani danial daniel daniela daniele
daniella danielle danika danilo danio danique danjuma dannie danny dante danyka daphne daphnee daphney darby darcy daren daria
darian dariana darien darin dario darion darius dariusz darla darleen darlene darnell daron darrel darrell darren darrick
darrin darrion darron darryl darshan darshwana darwin daryl dashawn dasia datta dave davey davi david davide davin davina
davino davion davon davonte davy dawid dawn dawson dax dayaamay dayaananda dayaanidhi dayamayee dayana dayna dayne dayton dean
deangelo deanna deb debbie debora deborah debra decimo declan dedric dedrick dee deeksha deen deenabandhu deepak deepali
deepan deepankar deependra deepesh deeptanshu deeptendu deeptiman deeptimay deeptimayee deeptimoy deeptimoyee deevakar defne
degna deion deja dejah dejon dejuan delaney delbert delfina delfino delia delilah delinda delizia dell della delmer delores
delpha delphia delphin delphine delta demarco demarcus demario demetria demetrio demetris demetrius demetriusz demi democrito
demond demostene dena deneval denis denise denisz deniz dennis denny deodata deodato deon deondre deontae deonte dereck derek
derick deron derrick desdemona deshaun deshawn desiderata desiderato desiderio desiree desmond dessie destany destin destinee
destiney destini destiny dev devadatt devagya devajyoti devak devan devangana devani devante devasree devdan deven devesh
deveshwar devi devika devin devon devonte devota devvrat devyn dewayne dewey dewi dewitt dex dexter dexx dhana dhanadeepa
dhananjay dhanapati dhanesh dhanpati dhanu dhanvin dhara dharani dharitri dharmaketu dhatri dhruv dhyanesh dhyaneshwar
diamante diamond diana diane dianna dianne dianora didier didimo diede diego dieke dieudonne dieudonnee digambar digambara
diksha dilara diletta dillan dillon dimitri dina dinakar dinesh dinis dinkar dino diocleziano diodata diodoro diogene diogo
diomede dion dione dionigi dionisia dionisio dionizy dipali dipankar dipendra dipesh diptendu dirk divaakar divakar divjot
divo divya dixie djayden djenna dmitri dock doda dodato dolly dolores domenic domenica domenick domenico domenik domezio
domingo dominic dominick dominik dominique domiziano don donald donat donata donatella donatello donato donavon donna donnell
donnie donny dora dorcas doreen dorian doriane doriano dorina dorine doris dorit dorka dorota dorotea doroteo dorothea
dorothee dorothy dorottya dorris dortha dorthe dorthy douce doug douglas douwe dovie doyle drake draupadi dron drona druina
dua duane duarte duccio duco dudley duilio dulari dulce dulina duncan durante durga durgeshwari durward dustin dusty duuk
dwaipayan dwaipayana dwayne dwight dylan dylano ea earl earlene earline earnest earnestine easter easton ebba ebe eberardo
ebiere ebiowei ebony ecclesio ecrin ed eda edd edda eddi eddie eddy edelberga eden edgar edgard edgardo edilberto edison edith
editta edmee edmond edmondo edmund edna edoardo edouard eduarda eduardo edvige edvin edward edwardo edwin edwina edyta edyth
edythe eef eefje eekalabya eero eeva efe effie efisio efraim efrain efrem efren ege egeo egidio eginardo egisto egizia egle
eileen einar eino eirik ekaaksh ekadant ekaksh ekalavya ekaling ekaparnika ekdant ekow ela eladio elaide elaina elaine elakshi
elanur elbert elda eldon eldora eldred eldridge elea eleanor eleanora eleanore eleazar electa elena eleni elenor elenora
eleonora eleonore elettra eleuterio eleuthere elfrieda eli elia eliabeth eliah elian eliana eliane eliano elias eliasz elide
elie eliezer elif elifio eligio elijah elimena elin elina eline elinor elinore elio eliodoro elisa elisabet elisabeth
elisabetta elise elisea elisee eliseo elisha elisio elissa elita eliza elizabet elizabeth elize ella elle ellen elli ellie
elliot elliott ellis ellsworth elly elmer elmira elmo elmore elna elnora eloa elodie elody elogio eloisa eloise elouise eloy
elpidio elroy elsa elsie elta elton elva elvera elvezio elvia elvie elvino elvira elvis elwin elwira elwyn elynn elyse elyssa
elza elzbieta elzear ema emanuel emanuela emanuele emanuelly emeka emelia emelie emeline emely emerald emerance emerencie
emeric emerson emery emese emidio emie emil emile emili emilia emilian emiliana emiliano emilie emilio emily emin emir emirhan
emma emmalee emmanuel emmanuelle emmelie emmely emmerico emmet emmett emmi emmie emmitt emmy emory empirio emre ena enakshi
endrigo enea enecone enes enguerrand enid enie enimia enna ennio enno enoch enola enos enrica enrico enrique ensar ensio enya
enzo ephraim epiphane era eracla eraclide eraldo erardo erasmo erast eray erberto ercolano ercole eren erenia eriberto eric
erica erich erick ericka erico erik erika erin erkki erling erma ermanno ermelinda ermenegarda ermenegilda ermenegildo ermes
ermete ermilo erminia erminio erna ernest ernesta ernestina ernestine ernesto ernie eros ersilia ervin erwin eryn esau esben
esha eshana eshita esi esma esmee esmeralda esperanza esra esse essie esta esteban estefania estel estela estell estella
estelle ester estera esterina estevan esther estrella esuperio eszter eterie etha ethan ethel ethelyn ethyl etienne ettie
ettore eubert euclide eudes eudokia eudoksja eudora eudoxe eudoxie eufebio eufemia eufemio eufrasia eufronio eugene eugenia
eugenie eugenio eugeniusz eula eulah eulalia eulalie euna eunice euphrasie euridice eusebe eusebia eusebie eusebio euseo
eustache eustorgio eustosio eustracjusz eutalia eutalio eva evaldo evalyn evan evandro evangelina evangeline evans evariste
evaristo evasio eve evelien eveliina evelin evelina eveline evelyn evelyne everardo everett everette evert evi evidio evie
evodio evrard evremondo evy ewa ewald ewelina ewell eymen eyram ezechiele ezekiel ezequiel ezio ezra faas fabian fabiana
fabiano fabien fabienne fabio fabiola fabrice fabricia fabricio fabrizio fae falba falk famiano famke fang fanni fannie fanny
fantin fantine farah fardau fatima fatma fausta faustine faustino fausto favian fay faya faye fayen fayenne fazio febe fedde
fedele federica federico fedora fedro felice felicia feliciano felicie felicita felicitas felicite felicity feliks felina
feline felipa felipe felix felton fem femke femm fender feng fenja fenna fenne ferdinand ferdinando ferdynanda ferenc fermiano
fermin fermo fern fernanda fernando ferne ferre ferruccio festo fiacre fiammetta fidel fidele fidenziano fidenzio fieke fien
fiene fiep fiete fiifi filemon filiberto filip filipa filipe filippa filippo filomena filomeno filou finia finja finlay finley
finn finnja finnley fiona fiordaliso fiore fiorella fiorenza fiorenziano fiorenzo firmin flaminia flavia flaviana flaviano
flavie flavien flavio fleano fleta fletcher fleur flip flo flodoard floortje flor flora flore florence florencia florencio
florencja florent florentine florestan florian floriana floriano florida floridia florie florina florine floris flossie floy
floyd flynn foca folco ford forest forrest fortunata fortunato fortunee fos fosca fosco foss foster foulques franca france
frances francesca francesco francette francia francine francis francisca francisco francisque franciszek franciszka franco
francois francoise frank franka frankie franklin franz franziska fred freda freddie freddy frederic frederica frederick
frederico frederik frederike frederique fredrick fredrik fredy freeda freek freeman freida freja frenkie freya frida frido
frieda friederike friedrich fritz frontiniano fruzsina fryderyk fulbert fulberto fulcran fulgence fulgenzio fulvia fulvio
funmilade funmilayo furio furkan furman furseo fuscolo fynn gabe gabin gabino gabor gabriel gabriela gabriele gabriella
gabrielle gael gaelle gaetano gage gaglioffo gaia gail gaio gajaadhar gajabahu gajadhar gajbaahu galatea galdino galeazzo
galfryd galileo gallicano ganak ganaka ganapati gandharv gandharva gandolfo ganesh gangesh garance gardner garett garfield
garimberto garland garnet garnett garnier garret garrett garrick garrison garry garth garud garuda gary gaspar gaspard gaspare
gaston gastone gati gatien gatik gaud gaudenzia gaudenzio gaudino gauraang gaurang gauranga gautam gautama gautami gautier
gautiero gavin gavino gayatri gayle gbeminiyi gbemisola gedeon gedeone geeta geetanjali gellert gelsomina geltrude gemine
gemini geminiano gemma gene generosa generoso genesia genesio genesis geneva genevieve gennaro genoveffa genoveva gentile
genziano geo geoffrey geoffroy georg george georges georgette georgia georgiana georgianna georgina geovanni geovanny geovany
gerald geraldine gerard gerardo gerasimo geraud gerazym gerberge gerbert gerda geremia gergely gergo gerhard gerino germain
germaine german germana germano gerolamo geronimo geronzio gerrit gerry gerson gertruda gertrude gervais gervasio gesualdo
ghanaanand ghanashyam ghanshyam gherardo ghislain ghita gia giacinta giacinto giacobbe giacomo giada giadero gian giancarlo
gianfranco gianluca gianluigi gianmarco gianmaria gianmario gianni gianpaolo gianpiero gianpietro gianuario giasone gideon
giel gifty gigi gigliola gijs gil gilbert gilberto gilda gildo giles giliola gilles gillian gillo gina gineto ginevra ginewra
ginger gino gioacchina gioacchino giobbe gioberto gioconda giocondo gioele gioia giona gionata giordano giorgia giorgio giosue
giosuele giotto giovani giovanna giovanni giovanny giove gioventino giovenzio girardo girart giri girija girik girika girindra
giriraaj giriraj girish girja girolamo gisele gisella gislebert gisselle gita gitanjali gitte giuda giuditta giulia giuliana
giuliano giulio giulitta giuseppa giuseppe giuseppina giusta giustiniano giusto gladyce gladys glauco glen glenda glenn glenna
glennie gloria gobinda godeberta godfrey godiva goffredo golda golden golia gomberto goncalo gondebaud gondulfo gonerio
gonsalwy gonthier gontran gonzaga gonzague gonzalo gopaal gopal gopee gopi gorakhnath goran gordiano gordon gosto goswamee
goswami gottardo gotum gouranga goutam govinda grace gracie graciela graciliano gracja grady graham grant granville grato
grayce grayson grazia graziana graziano graziella greg gregg gregoire gregor gregoria gregorio gregory greta gretchen greyson
griffin grimaldo griselda grover gry grzegorz guadalupe gualberto gualtiero gubio gudakesa gudakesha gudrun guelfo guenda
guendalina guenievre guerin guerrino guglielmo gui guiberto guido guilhemine guilherme guillaume guillemette guillermina
guillermo guiscardo guiseppe gumesindo gundelinda gunilla gunnar gunnel gunner gurdev guru gus gussie gust gustav gustave
gustavine gustavo guus guusje guy guyot gwen gwenaelle gwendolyn gwido gyorgy habiba hadley hafsa hagen hailee hailey hailie
hakan hakim hakon hal haleigh haley halie halle hallie hamish hamsini hamza hana hanga hank hanna hannabel hannah hanne
hannele hannes hanno hannu hans hao harald hardouin hardy hari harinakshi harinarayan harit harita harley harmon harmony
harold harriet harrison harry harvey hasan haskell hassan hassie hattie hauke haven hayden haylee hayley haylie hazel hazle
heath heather heaven heber hector hedda hedelin hedi hedvig heema heidi heikki hein heitor helen helena helene helga helier
helin helio helle hellen helmer heloisa heloise henderson hendrik hendrika hennes henning henri henrick henrietta henriette
henrik henrike henrique henry henryk henryka herbert herluin herman hermann hermina hermine herminia herminio hernan hershel
herta hertha herve hester hettie hidaya hidde hieronim hilaire hilario hilarion hilary hilbert hilda hildebert hildegard
hillard hillary hilma hilton himadri himani hincmar hipolit hipolito hippolyte hira hiram hiranmay hiranmaya hiranya hiro
hobart holden hollie hollis holly homer homero hong honore honorine hope horace horacio horacy hortense hosea houston howard
howell hoyt hua hubert hudson hugh hugo hugues huguette hui hulda humberto hunor hunter hussein huub hyman iacopo iacopone
iago ian ianira ib ibrahim icaro icie icilio ida idell idella ido idris ifeoma ifunanya iginia iginio igino ignacio ignacy
ignatius ignazio igor ike ikenna iker ikhidie ila ilaria ilario ilay ilayda ilda ildebrando ildefonso ildegarda ildegonda
ileana ilene ilenia ilia iliana ilias ilja illidio illuminato ilmari ilona ilse ilva ilyas ima imani imelda imke immacolata
immacolato immanuel imogen imogene imran imre ina inara inaya incoronata inder indira indra indro indy ines inez inga inger
ingrid inka inkeri innocente innocenty innocenza innocenzo iolanda iole iona ione ionne iorio ippocrate ippolito ira irem
irena irene ireneo ireneusz ireti iride irina iris irma irmeli irmina irvin irving irwin isa isaac isabeau isabel isabela
isabell isabella isabelle isabelly isac isacco isadora isadore isai isaia isaiah isaias isak ischirione ise iseult iside
isidora isidore isidoro isidro isioma isis isla ismael ismaele ismail ismerie isobel isom isotta isra israel issac istvan
italia italo itzel iva ivah ivan ivanna ivano ivanoe ivar iven ivetta ivo ivone ivonne ivory ivy izaak izabela izabella izaiah
izajasz ize izolda izydor izzy jaakko jabari jace jacey jacinthe jacinto jack jackeline jackie jacklyn jackson jacky jaclyn
jacob jacoba jacobo jacobus jacqueline jacquelyn jacques jacynthe jada jade jaden jadesola jadon jadwiga jadyn jaeden jaelynn
jagadish jagadisha jagathi jagdeep jagdish jagmeet jahnu jai jaida jaiden jailey jailyn jaime jaimini jaimy jairo jaivey
jakayla jake jakob jakub jakubina jaleel jalen jalon jalou jalyn jamaal jamal jamar jamarcus jamel james jameson jamey jamie
jamil jamila jamir jamison jammie jan jana janae janaina jane janek janelle janessa janet janice janick janie janin janina
janine janis janiya janka janna janne jannek jannes janni jannie jannik jannis jano janos janosch janusz jany japhet jaquan
jaquelin jaqueline jara jared jaren jari jarne jarno jarod jaron jarred jarrell jarret jarrett jarrod jarvis jasen jasmijn
jasmin jasmina jasmine jason jasper jaunita javas javi javier javon javonte jax jaxon jaxx jay jaya jayce jaycee jayda jayde
jayden jaydon jaylan jaylano jaylen jaylin jaylinn jaylon jayme jayne jayson jayvano jazlyn jazmin jazmyn jazmyne jazz jazzlyn
jazzlynn jean jeanette jeanie jeanne jeannel jeannette jeannie jeannot jed jedediah jedidiah jeff jefferey jeffery jeffrey
jeffry jefta jehanne jella jelle jelmer jelte jen jena jenifer jenna jennie jennifer jennings jenny jennyfer jens jensen jente
jeppe jerad jerald jeramie jeramy jerel jeremi jeremiah jeremias jeremiasz jeremie jeremy jermain jermaine jermey jerod jerome
jeromy jeronimo jerrell jerrod jerrold jerry jerzy jesper jess jesse jessica jessie jessika jesslyn jesslynn jessy jessyca
jesus jet jett jette jettie jevon jewel jewell jian jidde jie jil jill jillian jim jimena jimi jimmie jimmy jin jing jinte
jinthe jip jisoo jitender jitendra jo joachim joah joakim joan joana joanie joann joanna joanne joannie joanny joany joao
joaquim joaquin joas jocelyn jocelyne jodi jodie jody joe joel joelina joeline joelle joep joes joesph joey johan johann
johanna johanne johannes johathan john johnathan johnathon johnnie johnny johnpaul johnson jolayemi joleen jolie jolien jolijn
jolin jolina joline jon jona jonah jonas jonatan jonathan jonathon jonna jonte joojo joost jop jordan jordane jordi jordon
jordy jordyn jorge jorgen joris jorn jorrit jort joscha joschua jose josef josefa josefien josefin josefina josefine josep
joseph josephin josephine josh joshua joshuah josiah josiane josianne josie josse josselin josua josue josy jourdain jovan
jovani jovanny jovany joy joya joyce jozef jozefina jozsef jozue juan juana juanita juda judah judd jude judicael judith
judson judy judyta juha juhani juho jukka jula julan jule jules julia julian juliana juliane julianne julie julien julienne
juliet julieta juliette julika julina julio julita julius juliusz jun juna junayd june junior junius juno jur juri jurre juste
justen justice justin justina justine juston justus justyn justyna juul juvenal juwan jyoti jyotis jyotsana
`
