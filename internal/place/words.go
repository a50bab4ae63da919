package place

import "readout/internal/doc"

// Given names that are places too: with a capital after them they are people.
var given = doc.WordSet(`abilene aaron adrian albert alexander alexandria alice allen alma amanda andrew anthony angel
	arlington arthur ashley austin barbara benjamin bernard bradley brandon brooklyn bruce bryan carl carlos
	carmel caroline carolina cary catherine cecilia chad charles charlotte chelsea chester christian clarence clara
	clare clark claude clayton clifton clinton clyde conrad craig curtis dallas dan daniel darren david dean
	denver derry devon diana dixon donald dorothy douglas drew duncan edgar edmond edward eleanor elizabeth ellen
	elmer elvira emily eric ernest esther eugene eva evan evans florence floyd francis frank franklin frederick
	gary gene geneva george georgia gerald gilbert gordon grace grant gregory guy harold harry harvey helen
	helena henry herbert herman houston howard hudson hugo ida india ira irene irving isaac isabel israel jack
	jackson jacob james jamaica jane jasper jay jean jefferson jeffrey jennifer jerome jesse john jordan jose
	joseph juan julian june karen keith kelly kendall kent kenneth kenya kevin kimberly kirk kyle lancaster laura
	laurel lauren lawrence lee leon leonard leo leroy leslie lewis lincoln linda logan london louis louisa
	lourdes lucas lucerne luis luther lydia lyon madison malcolm marcus margaret maria marie marion mark marshall
	martha martin mary mason matthew maurice max melvin mercedes michael miles milton mitchell montana morgan
	morris murray nancy nelson nevada newton nicholas nicole norman oliver olivia orlando oscar otto owen paris
	parker patrick paul paula pedro perry peter phil philip phoenix porter preston ralph randolph ray raymond
	regina reno rex richard robert roger roland roman ronald rosa rose ross roy ruby russell ruth ryan salem
	samuel santiago sarah savannah scott sean selma sharon shelby sheldon sherman sidney sofia spencer stanley
	stephen sterling steven stewart stuart susan sydney taylor ted terry theodore thomas timothy todd tom tony
	tracy troy tyler tyrone valencia vera vernon victor victoria vienna vincent virginia vivian wade wallace
	walter warren washington wayne wesley weston wiley william willow wilson winston wyatt`)

// Surnames that are places too: alone, without a sign of place, they are people.
var surnames = doc.WordSet(`abbott adams aldrich allen anderson andrews archer armstrong arnold ashley atkins avery bailey baker
	barclay barker barnes barrett barton bates beck bell bennett benson benton berry bishop blackburn blair boone
	booth bowie boyd bradford bradley brady brandon brewer brewster bridges britton brooks brown bryant buchanan
	burke burlington burnett burns burton bush butler byron caldwell calhoun callahan calhoun cameron campbell
	carlisle carlson carroll carson carter cary castro chandler chapman chavez chester chase church clark clarke clay
	clayton clements cleveland clifton clinton cobb cody coleman collins columbus compton conrad conway cook cooper
	corbin cox craig crawford crosby cruz curtis cushing dalton daniels davenport davidson davis davison dawson
	dean decker denton dewey dickinson dickson diaz dixon dodge douglas drake dudley duncan dunn durham eaton edwards
	elliott ellis ellsworth emerson english evans everett fairfax farmer ferguson fisher fleming fletcher floyd
	ford foster fowler fox franklin freeman fremont frost fuller gardner garland garner garrett garrison gates
	gibson gilbert gillespie glenn gomez goodman goodwin gordon graham grant graves gray green greene greer griffin
	grimes hale hall hamilton hammond hampton hancock hansen hardin harding harper harris harrison hart hartman
	harvey hastings hayes haynes henderson hendricks henry hernandez herrera hill holland holmes holt hoover hopkins
	houston howard howe howell hudson hughes hull humphrey hunt hunter huntington hutchinson ingram irwin jackson
	jacobs jameson jefferson jenkins jennings johnson johnston jones joyce keller kelley kelly kendall kennedy kent
	kerr king kirk kirkland klein knight knox lamar lambert lancaster lane lang larson lawrence lawson lee leonard
	lewis lincoln lindsay livingston lloyd logan long lopez love lowell lucas ludlow lyons macdonald mack madison
	malone mann manning mansfield marion marsh marshall martin martinez mason mathews maxwell may mayer mcarthur
	mccain mcconnell mccoy mcdonald mckinley mckinney medina melton mendez mendoza mercer merrill meyer middleton miles
	miller milton mitchell monroe montgomery moore morales moreno morgan morris morrison morse morton mosley moss
	murphy murray myers nash neal nelson newman newton nichols nixon nolan norman norris norton norwood nunez
	obrien oconnor odonnell oneill orr osborne owens owen page palmer park parker parks parsons patterson patton paul
	paulson payne pearce pearson pena perez perkins perry peters peterson phelps phillips pierce pine pitt pittman
	polk pollock pope porter post potter potts powell powers pratt prescott preston price prince pruitt quinn
	ramirez ramos ramsey randall randolph rankin ray read reed reese reeves reid reyes reynolds rice rich richards
	richardson richmond riley rivera robbins roberts robertson robinson rock rodgers rodriguez rogers rollins roman
	rose ross roth rowe rowland roy ruiz rush russell ryan salazar salinas sampson sanchez sanders sanford santana
	santos sargent saunders savage sawyer schneider schroeder schultz scott sears sexton seymour shaffer shannon
	sharp shaw shelby shelton shepherd sheridan sherman short sherwood silva simmons simon simpson sims skinner
	sloan small smith snow snyder solomon soto sparks spears spencer stafford stanford stanley stanton stark steele
	stein stephens stephenson stevens stevenson stewart stokes stone strong stuart sullivan summers sutton swanson
	sweeney sweet talley tanner tate taylor terrell terry thomas thompson thornton todd torres townsend travis tucker
	turner tyler tyson underwood valdez valentine vance vargas vaughan vaughn vega vernon vincent wade wagner walker
	wall wallace waller walls walsh walter walters walton ward ware warner warren washington waters watkins watson
	watts weaver webb weber webster weeks weiss welch wells west whitaker white whitehead whitfield whitley whitney
	wiley wilkerson wilkins wilkinson williams williamson willis wilson winters wise wolf wolfe wong wood woodard
	woods woodward wooten workman wright wyatt wynn yates york young zimmerman`)

// Words that begin with a capital for other reasons than being a town: months, days, parties, common
// words at the beginning of sentences and in names.
var notTowns = doc.WordSet(`january february march april may june july august september october november december monday
	tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun spring summer fall autumn winter
	republican republicans democrat democrats democratic congress senate house union police army navy force
	forces state states government ministry court council committee department agency office university college
	school hospital church bank market street road avenue center centre park lake river island bay hill beach
	university union league association company corporation group party president minister king queen prince
	general major captain judge mayor governor senator bishop pope father mother brother sister doctor
	mr mrs ms dr st the a an and but or of in on at by for from to with as if it he she they we you i this that these
	those there here now then when where who what why how all any some many most more no not yes new old big great
	young good best first second last next one two three four five six seven eight nine ten english french german spanish
	chinese japanese russian american british italian irish latin christian catholic muslim jewish christmas easter
	ramadan internet web twitter facebook google apple amazon microsoft ford toyota nike star sun moon earth world
	time times post news herald tribune journal gazette globe mail press media radio television tv film music art
	sport sports football baseball basketball hockey soccer golf tennis team club game cup series season bill act law
	order plan program project fund trust foundation institute academy society museum library theatre theater hotel
	restaurant bar club mall store shop airport station port bridge tower building hall room field stadium arena
	north south east west northern southern eastern western central upper lower middle inner outer gulf coast
	mission mobile nice reading orange enterprise independence liberty freedom unity hope faith grace charity truth
	justice peace victory eureka paradise home mars saint gold silver diamond pearl rose lily violet marina bath
	sandwich split bar lens nice spa deal rugby battle eye ash wells wash hull hove ware ayr mold barry diss rye street
	best sale hook normal hell energy protection superior advance commerce industry university democracy surprise
	success welcome defiance friendship imperial eclipse magna opportunity climax cool commercial central corona polo
	much box channel such too very vista buena male bari como mini nola tver oral man van bo as ha pa de la el del los las san
	santa don dos das ii iii iv vi vii viii ix op rs id is was are be been has had have do did does will would can could
	should may might must say says said saying yet even also our my his her its their your sen rep gov gen col lt sgt
	capt cpl maj pvt rev hon jr sr inc ltd co corp llc plc dept ave blvd rd dr ft mt pp vs etc am pm et ct mt pt est pst
	edt gmt internal external senior junior deputy assistant chief vice acting former interim executive national
	federal international global local regional public private human social health education finance defence defense
	foreign home interior labor labour transport energy water fire power gas oil coal steel food drug air space nuclear
	atomic marine marines royal imperial supreme high grand little long short red blue green black white gray brown yellow
	golden dark light bright fast slow hard easy early late day night week month year today tomorrow yesterday
	page section part chapter article rule line point level class grade round track lane way drive place square
	court circle terrace trail highway route interstate freeway parkway turnpike pike loop run walk cross crossing
	corner junction ridge valley canyon creek brook stream pond falls springs spring wells well spring mount
	mountain peak rock stone forest woods wood grove garden gardens farm ranch field fields meadow prairie plain plains
	desert sea ocean sound strait cape point harbor harbour dock pier wharf landing ferry mill mills mine mines camp
	fort castle palace tower temple abbey priory chapel mosque synagogue cathedral shrine tomb cemetery monument
	memorial statue plaza mall pentagon bethel zion jericho canaan eden troy sparta carthage olympia delphi
	atlas phoenix apollo jupiter venus mercury neptune pluto saturn uranus titan hercules ajax hector homer virgil
	ovid cicero cato plato euclid socrates darwin newton edison einstein mozart bach verdi wagner shakespeare byron
	burns scott dickens bronte austen tolkien disney lenin stalin marx mao gandhi mandela obama bush clinton reagan
	nixon kennedy trump putin merkel macron blair thatcher churchill roosevelt truman eisenhower johnson carter biden`)

// Words that are never towns here: months, days, points of the compass.
var never = doc.WordSet(`january february march april may june july august september october november december monday tuesday
	wednesday thursday friday saturday sunday northeast northwest southeast southwest north south east west metro
	downtown central northern southern eastern western congress senate house republican democrat`)

// Nouns in names of organizations, offices and events: a town before one of them is part of a name.
var inNames = doc.WordSet(`
	academy administration agency air airlines airport airways alliance ambassador area arena army arts assembly
	assistant association attorney authority aviation bank baptist bar base basin battalion bay beach bishop
	archbishop blood board bowl branch bridge brigade broadcasting building bureau business cable campus care
	cathedral catholic cemetery center centre central chamber championship championships chancellor charter chemical
	chief christian church circuit citizens city civic civil clinic coach coalition college commerce commission
	commissioner commissioners committee community company conference congress congressman congresswoman
	conservation consortium constitution convention corp corporation correctional council councillor councilman
	county court courthouse crisis cup daily days defence defense democrat democratic democrats department deputy
	detective development diocese district division docks economic economy education election electric elementary
	embassy emergency employment energy enquirer environmental euro examiner exchange executive exhibition expo
	express fair family farm federal federation festival film finance fire football force forces foreign forum
	foundation free friends fund gallery games gas gazette general girls gov governor government grand group guard
	guild hall harbor health herald heritage high highway historical hockey home hospital hotel house housing human
	humane independent industrial industries information inn institute insurance intermediate international journal
	judge junior justice labor labour lake league legislature library lieutenant lions lottery main mall management
	marathon marine maritime market mayor mayors medical memorial mercury metro metropolitan middle militia military
	mills mine ministry mission monitor motor municipal museum music national naval navy news newspapers nuclear
	observer office officer olympic olympics opera orchestra ordnance pact pageant park parks parliament
	parliamentary partnership party peace people petroleum philharmonic pier plan planning planned plant plaza
	police politics port post power prefecture premier presbyterian president press primary prime prison process
	project property prosecutor protocol province provincial public races racing radio rail railroad railway red
	register regional rehabilitation relief rep representative republic republican republicans rescue reserve
	residents resort resources review revolution river road room roundtable royal rugby safety school schools
	science sea security sen senate senator senior series service services sheriff shipyard show silver singers
	soccer social society south south-east special sports stadium stakes star state statement states station stock
	street summit sun superintendent superior supreme symphony task teachers technical technology telegraph
	television temple theater theatre times top tourism tower town township trade transit transport transportation
	treaty trial tribune trust tv union united university utilities valley veterans vice village volunteer war water
	weekly western women works world youth zoo`)

// Words before a town that are no part of a person's name.
var beforeTowns = doc.WordSet(`the a in at near from to of and or metro downtown uptown midtown greater north south east west northeast
	northwest southeast southwest northern southern eastern western central upper lower inner outer suburban rural old new
	historic beautiful sunny nearby neighboring neighbouring occupied northeastern northwestern southeastern southwestern modern ancient medieval
	colonial post former pre mid far deep coastal inland mainland present then today's rival fellow when while during
	over two three four six only but for by with without since until although though because before after however where if as that this these those
	on into an another some many most all both no not former missing`)

// Titles before a person's name.
var personTitles = doc.WordSet(`mr mrs ms miss dr sir lord lady dame prof professor rev reverend fr father sister brother st sen senator
	rep representative gov governor pres president vice chancellor premier minister secretary mayor judge justice
	gen general col colonel maj major capt captain lt lieutenant sgt sergeant cpl corporal pvt pfc private adm admiral cmdr commander
	officer detective det deputy sheriff constable trooper chief coach king queen prince princess duke duchess earl count
	countess baron pope cardinal archbishop bishop rabbi imam sheikh sheik ayatollah ambassador commissioner councilman
	councilwoman councillor congressman congresswoman attorney chairman chairwoman director superintendent principal
	spokesman spokeswoman actor actress singer author poet hon herr frau monsieur madame señor don dona spc spec airman
	seaman ensign inspector agent warden marshal reporter correspondent aunt uncle grandma grandpa`)
