import { type CueFile, say, spell, words } from "./cue";

/** English. Phrases are written from how people complain, never from a message of the measurement. */
export const english: CueFile = {
  language: "en",
  version: 2,
  apostrophe: "joins",
  spellings: spell(`
    dont=do_not doesnt=does_not didnt=did_not isnt=is_not arent=are_not wasnt=was_not werent=were_not
    cant=can_not cannot=can_not cnt=can_not couldnt=could_not wont=will_not wouldnt=would_not shouldnt=should_not
    hasnt=has_not havent=have_not hadnt=had_not aint=is_not mustnt=must_not neednt=need_not
    im=i_am ive=i_have id=i_would youre=you_are youve=you_have youd=you_would youll=you_will
    theyre=they_are theyve=they_have theyll=they_will theyd=they_would weve=we_have wed=we_would were=were
    itll=it_will thatll=that_will whats=what_is wheres=where_is whos=who_is hows=how_is whens=when_is
    thats=that theres=there_is heres=here_is its=it lets=let
    u=you ur=your r=are ya=you yr=your yu=you n=and nd=and coz=because cos=because cuz=because bcos=because bc=because
    wat=what wot=what wen=when wer=where wich=which wiv=with wid=with dis=this dat=that da=the tha=the
    pls=please plz=please plse=please thx=thanks thnx=thanks tnx=thanks tks=thanks thankyou=thank_you ty=thank_you
    thanx=thanks tysm=thank_you cheerz=cheers msg=message msgs=messages
    2day=today 2moro=tomorrow tmrw=tomorrow tmr=tomorrow tomoz=tomorrow tomorow=tomorrow 2nite=tonight 2night=tonight
    b4=before l8=late gr8=great m8=mate 4ever=forever 1st=first 2nd=second 3rd=third 4th=fourth 5th=fifth 6th=sixth
    2x=twice 2ce=twice no1=nobody noone=nobody some1=somebody any1=anybody every1=everybody
    gonna=going_to wanna=want_to gotta=have_to gimme=give_me dunno=do_not_know nuffin=nothing nothin=nothing
    nuthin=nothing nufin=nothing nowt=nothing somethin=something agen=again agn=again stil=still stll=still
    wrk=work wrks=works wrking=working workin=working workd=worked fone=phone tel=phone ph=phone
    cust=customer custs=customers cstmr=customer appt=appointment appts=appointments appmt=appointment del=delivery
    dlvry=delivery dely=delivery delvery=delivery delivry=delivery parcle=parcel pacel=parcel recieved=received
    recived=received rcvd=received recd=received recieve=receive refnd=refund refound=refund definately=definitely
    disapointed=disappointed dissapointed=disappointed dissappointed=disappointed disapointing=disappointing
    dissapointing=disappointing terible=terrible horible=horrible awfull=awful usless=useless
    acount=account adress=address buisness=business compansation=compensation complant=complaint
    unacceptible=unacceptable unexceptable=unacceptable rediculous=ridiculous ridiculus=ridiculous
    wk=week wks=weeks mth=month mths=months hr=hour hrs=hours min=minutes mins=minutes
    asap=asap urgnt=urgent emrgency=emergency ambulence=ambulance alergic=allergic alergy=allergy
    diarrhoea=diarrhea dihorrea=diarrhea elec=electric tho=though altho=although bday=birthday
    sth=something smth=something w/o=without wo=without nite=night luv=love gd=good bk=back
    fking=fucking fkin=fucking effing=fucking wtf=wtf ffs=ffs omg=omg
  `),
  negators: words("not no never without nothing none nobody hardly neither nor barely zero"),
  halfNegators: words(""),
  barriers:
    words(`why how that it they you i we he she who when which because but and so such seen only just as
    until till what where idea wonder sure believe understand even though than more`),
  suppositions: words("if whether unless case"),
  fillers:
    words(`very really so too quite just even absolutely totally completely utterly ever actually honestly
    simply rather extremely incredibly truly the a an my our your this that these those his her their some any been be
    being is are was were has have had it all bloody fucking damn literally clearly also already still yet both
    entire whole at now then again again`),
  cues: [
    // Decoys: names and sayings that only sound like harm or trouble.
    ...say(
      "none",
      "decoy",
      1,
      `fire stick|sticks|tv|pit|pits|hd|tablet|extinguisher*|drill|exit*|door|doors|escape|wall|water|works,
      fire away, kindle fire, fire safety|station|certificate|regulations, smoke alarm|detector|grey|colour, smoked,
      angry bird|birds|bull|orchard, poison eau|perfume|ivy|girl|edp, poisons information, death by chocolate, to die for,
      dying to, drop dead gorgeous, killer deal*|app|heels|look|breakfast|feature*|workout, shock absorber*|collar|proof,
      bath bomb*, first aid kit*|box|course, safety goggles|pin*|boots|shoes|data|glasses|certificate, in case of fire,
      in case of emergency, case of ... fire|emergency|accident, emergency exit*|number|contact, burn fat|calories|cds|dvds,
      burning question, gas bill|meter|contract|tariff|hob|cooker|supplier, rash guard|vest, accident insurance|cover,
      health|travel|medical insurance, hospital radio|parking|bag, slow cooker*, cold brew|drinks|cuts|pressed,
      crash course|mat|pad, bug spray|net, late checkout|check|night|september|october|summer|notice|entry|breakfast,
      broken down by|into, broken english|white, missing you, damaged hair, wrong|different shop, dirty fries|burger|chai,
      rough idea|estimate, hard drive|copy|cover|wood, short sleeve*|film|story, complaint form|procedure|department ...,
      screaming deal, sick day|pay|leave|note, dead sea|end|line, late mother|father|husband|wife|nan|grandfather,
      other|another|previous|different|last company|shop|provider|supplier|store|bank|hotel, competitor* was|were,
      waste bin|collection, leak proof|free|detector, trouble free, fault free, problem free, worry free, hassle free`,
    ),
    // Safety.
    ...say(
      "safety",
      "hurt",
      3,
      `injur*, wounded, bleed*, bled, fracture*, concuss*, scald*, hospital*, ambulance*, paramedic*, a&e,
      emergency room|department|services|surgery|doctor, unconscious, passed out, lost consciousness, faint|fainted|fainting,
      seizure*, suffocat*, strangl*, drown*, chok*, electrocut*, amputat*, intensive care, ended up at|in ... doctor*|casualty,
      broke|broken|breaking|fractured|dislocated|sprained|twisted ... wrist|arm|leg|hip|ankle|finger|fingers|rib|ribs|nose|collarbone|tooth|elbow|knee|foot|shoulder|bone,
      broken back|neck, burn|burned|burnt|burns|burning ... hand|hands|finger|fingers|arm|arms|face|skin|leg|legs|mouth|tongue|foot|baby|daughter|son|child|myself|me|scalp|eyes|lips|throat,
      second|third degree, burns on|to, blister*, needed|got|had|# stitches, cut ... hand|finger|fingers|foot|lip|leg|arm|himself|herself|face|mouth|tongue,
      sliced ... finger|hand|thumb|foot, crush*|trapped|caught|squash* ... finger|fingers|hand|foot|toe|arm|thumb,
      slipped on|in|over|down|off, tripped over|on, fell|fallen|falling|fall down|through, fell|fallen|fall ... stairs|ladder|steps|floor|escalator|roof|hole,
      hit|banged|bumped|cracked ... head, head injury|wound, knocked down|unconscious|out|to, run|ran over ... child|daughter|son|girl|boy|dog|cat|foot|me|him|her,
      nearly|almost|could ... killed|died|die|drowned|choked|crushed|blinded|paralysed|suffocated|electrocuted,
      nearly|almost|narrowly ... hit|ran|run|knocked|missed|crush*|burn*|burnt, could have been killed|hurt|fatal|worse|serious|disaster|tragic|lethal,
      could have ... killed|hurt|died|lost|burnt|burned, kill|killed somebody|someone|him|her|us|me|people|child, killed ... cat|dog,
      hurt ... back|neck|leg|arm|head|herself|himself|badly|child|baby|knee|shoulder|eye|foot|hand, got|was|were|been hurt, someone|somebody ... hurt,
      child|toddler|baby|son|daughter|kid|boy|girl|grandson|granddaughter|nan|gran|mum|mother|mom|dad|father|husband|wife|colleague|passenger ... hurt|injured|bleeding|choked|choking|collapsed|unconscious|burned|burnt|fell|fallen|slipped|tripped,
      dog|cat bit|bitten|died|poisoned, bitten by, bit me|my|him|her, heart attack, stroke ... hospital|suffered|had, miscarr*,
      collapsed in|at|on|while|under, lost ... finger|eye|sight|hearing|tooth, chipped|broke|cracked ... tooth|teeth, black eye, bruis*, electrical burn*, 🤕, 🚑`,
    ),
    ...say(
      "safety",
      "ill",
      2.6,
      `vomit*, throwing|threw|thrown up, food poisoning, been|being|was|were sick since|after|all|from|twice, made|making|makes ... ill|sick|unwell|poorly,
      ill|sick|poorly|unwell after|from|since, fell|fallen|became|become|feel|feeling|felt|got|getting ill|sick|unwell|dizzy|faint|nauseous, nause*, diarrhea, upset stomach,
      stomach cramp*|pain*|ache*, tummy ache|pain*, salmonella, listeria, legionella*, e coli, campylobacter, norovirus, botulism, chest pain*, pains in chest,
      trouble|difficulty|difficulties|struggling|struggled ... breath*, can not breathe|breath|swallow, could not breathe|breath|swallow, stopped breathing, gasping ... breath|air,
      short of breath, shortness of breath, palpitation*, dizz*, wheez*, asthma attack, convuls*, rash, blood in, kidney failure, organ failure,
      eyes|face|lips|throat|tongue|skin|hands|legs|feet swell*|swelled|swollen|swelling|stinging|burning|itching|red|blistered|blistering|puffed|numb,
      swollen eyes|face|lips|throat|tongue|hand|foot, swell* ... shut|eyes|face|lips|throat|tongue, blurred vision, can not see, went blind, numbness, tongue|lips|face numb, infection from|after, infected, tetanus, fever after|since, rushed to|in`,
    ),
    ...say(
      "safety",
      "allergy",
      2.4,
      `anaphyla*, epipen*, adrenaline, antihistamine*, allergic reaction, allergic ... reacted|reaction, bad|severe|nasty|serious|terrible|adverse reaction, reacted badly|to, hives, came out in,
      broke out in ... rash|hives|spots, undeclared, allergen* not|missing|undeclared|wrong, not|nothing|without ... allergen*|allergens|allergy|declared, allerg* ... but|label|nowhere|hives|served|contained|despite|still|given|gave|ate|reaction|eaten,
      told ... allerg* ... but|still|anyway, contains|contained|containing|traces of ... nut|nuts|peanut|peanuts|milk|gluten|egg|eggs|sesame|dairy ... not|label|allergic|told|although|despite,
      coeliac ... ill|sick|served|gave|reaction|not, label* ... nut|nuts|peanut*|milk|gluten|sesame|allergen* ... not`,
    ),
    ...say(
      "safety",
      "fire",
      3,
      `caught|catch|catches|catching|on fire, fire started|broke|start|starting, started|starts|cause|caused|causes|causing|start fire, burst*|went|gone|up|into in|into flames, flames,
      smoke came|coming|comes|pouring|poured|everywhere|from|filled|billowing, smoke, smoking|smoked when|plug|socket|after|badly, smell|smells|smelling|smelled|smelt|stink|stank|stench ... burning|burnt|burned|smoke|gas|gasoline|petrol|chemicals, burning smell|plastic|rubber|odour|odor|sensation, burnt smell|plastic|out|mark*,
      plug|socket|charger|cable|cord|wire|wires|wiring|casing|case|adapter|adaptor|battery|switch|element|lead|kettle|heater|phone ... melt*|scorch*|burnt|burning|burned|exploded|smoke|smoking|sparks|sparking|swelled|swollen|bulging|swell*,
      melt* ... plug|socket|charger|cable|wires|casing|adapter|battery|outlet, scorch*, singed, overheat*, hot to touch|hold|handle, red hot|glowing, explod*, explosion*, blew|blow|blown up, battery|bottle|glass|jar|can|tyre|tire|oven ... burst|bursting|exploded|shattered,
      shattered in|into|all|over, spark|sparks|sparking|sparked, fire brigade|department|service|engine*|crew, firemen, firefighter*, set|setting ... alight|fire, alight, in flames, house fire, fire hazard|risk|damage, nearly burned|burnt|burn, caught light`,
    ),
    ...say(
      "safety",
      "electricity",
      2.8,
      `electric|electrical shock*, electricity ... shock|tingl*, shock|shocks|zap* off|from ... charger|plug|tap|kettle|lamp|washing|machine|cooker|socket|toaster|it|switch|cable|appliance, got|gets|get|getting|gave|gives|had ... shock off|from|touching|touched, shock|zapped when|touching ... touched|touching|touch|plug*|switch*, zapped, tingl*,
      live|exposed|bare|dangling|loose wire|wires|wiring|cable|cables|electricity|electrics, wires|wiring|cables ... exposed|hanging|bare|sticking|showing, short circuit*, short circuited, water ... electrics|electric|fuse|sockets|socket|light, not earthed|grounded, faulty wiring|electrics|socket`,
    ),
    ...say(
      "safety",
      "gas",
      2.8,
      `gas leak*|smell|escape|fumes, smell of|like gas, smells|smelled|smelt|smelling|smell ... gas, leak* gas, gas ... leaking|leaked|hissing, carbon monoxide, co alarm|poisoning|detector|leak, fumes, toxic*, noxious, asbestos, chemical burn*|smell|spill|leak, acid ... leak*|burn*|skin, petrol|fuel leak*, radiator|boiler exploded`,
    ),
    ...say(
      "safety",
      "foreignBody",
      2.4,
      `piece*|bit|bits|shard*|fragment*|splinter*|sliver*|lump|chunk of ... glass|metal|plastic|wood|wire|rubber|bone|blade|needle, glass|metal|needle|razor|blade|nail|maggot*|rodent|mouse|staple|screw|wire|bolt|syringe in ... food|soup|bread|salad|meal|burger|sandwich|yoghurt|yogurt|sauce|cereal|jar|baby|my|our|his|her|pasta|rice|milk|pizza|chocolate,
      found|finding|bit|contained|contains|was|were ... glass|needle|razor|blade|syringe|shard*|maggot*, shards, swallowed ... plastic|glass|metal|battery|magnet*|button|piece|bit|coin|part, swallow* ... it|battery|button|magnet*|plastic|part|piece, baby|son|daughter|child|toddler|boy|girl|dog ... swallow*, button battery,
      small parts come|came|fall|fell, eye|button|part ... came off ... mouth, in mouth|throat, stuck in ... throat, choking hazard, sharp edge*|bit|piece|metal|point`,
    ),
    ...say(
      "safety",
      "poison",
      2.4,
      `poison*, contaminat*, bleach ... in|drank|drink|water|glass|mouth|skin, drank|drunk|swallowed|ingested ... bleach|detergent|chemical|cleaner|cleaning, water brown|black|contaminated|undrinkable|undrinkable, brown|black|yellow|dirty water ... tap|drink*|sick, lead in, raw|undercooked|pink chicken|pork, mercury`,
    ),
    ...say(
      "safety",
      "medicine",
      2.4,
      `overdos*, double|wrong|incorrect|triple dose|dosage|medication|medicine|medicines|meds|tablets|pills|prescription|vaccine|injection|drug|strength|syringe, medication|prescription|tablets|dose ... wrong|mixed|swapped|double|incorrect|someone|else|expired|mistake, gave|given ... wrong medication|medicine|tablets|dose|drug,
      side effect*, insulin ... fail*|broken|not|leak*|pump|wrong|warm, pump|inhaler|defibrillator|pacemaker|ventilator|oxygen|glucose|monitor|hearing ... fail*|stopped|faulty, oxygen ran|empty|supply|concentrator`,
    ),
    ...say(
      "safety",
      "selfHarm",
      4.5,
      `kill|killing|hang|drown|harm|hurt|harming|hurting myself, kill|harm himself|herself, suicid*, end|ending|take|taking own life, end my|his|her life, ending it, end it all, end all, want|wants|wanted to die, wish i dead|died, wish was dead,
      not want|wants to live|exist|wake|carry, not want be|go here|alive|on, no reason|point|point in to|in|of live|living|going, nothing to live for, life not worth, not worth living, better off without me|dead|if|him|her, can not go on|carry|cope, can not live like, self harm*, cut|cutting myself|wrists, goodbye forever|cruel,
      jump off|from|in ... bridge|roof|window|train|front, will not be here|around ... tomorrow|longer|much|to, take all|my pills|tablets, give up on life, tired of living|life|being alive, dark thoughts|place, do something stupid`,
    ),
    ...say(
      "safety",
      "violence",
      2.6,
      `assault*, attacked by|me|my|him|her, punched, slapped me|my|him|her, pushed|shoved|grabbed|kicked|dragged|manhandled|strangled|hit|groped|touched me|him|her|my|daughter|son|mother|wife|husband|mum, hit|beat|beaten by, threatened me|my|to|us|with, stalk*, sexual*, molest*, raped, inappropriately, pulled|waved|waving|drew|brandish*|had|holding knife at|on|out|and|to, knife attack, at knifepoint, followed me|her home, abuse*|abused|abusing ... child|children|resident|patient|elderly|mother|father|care, neglect*, bedsore*, pinned|to ... ground`,
    ),
    ...say(
      "safety",
      "danger",
      2.4,
      `danger*, hazard*, unsafe, lethal, deadly, death trap, deathtrap, life threatening, not safe, is it|not safe ... smell*|smoke|leak*|burn*|crack*, safety issue|risk|concern|hazard|problem|defect|recall|incident|fault|reasons, health hazard|risk|danger, health and safety ... breach|violation|issue|risk|serious, near miss, accident waiting, could cause|causes accident|accidents|injury|fire, serious accident|incident|injury, before|until somebody|someone|anyone ... hurt|killed|dies|injured|accident, somebody|someone will|could|might|going ... hurt|killed|die|injured,
      brake|brakes ... fail*|failed|gone|nothing|stopped|not|loose|snapped|gave, brake failure, steering ... fail*|locked|loose|went|wheel, wheel|wheels|tyre|tire ... came off|fell off|blew|burst|detached, wheel nut|nuts|bolts ... loose, airbag*|air bag, gave|gives|giving way, snapped while|under|and|when|in|as ... me|fell|driving|riding|climbing|i|he|she, collapsed, tipped|fell|toppled|came|crashed over|down|on|onto ... me|child|daughter|son|baby|bed|him|her|floor|foot|head|toddler, ceiling|shelf|wardrobe|roof|tile|balcony|wall|cabinet|bookcase|television|tv|scaffold*|ladder|branch|pole ... collapsed|fell|fallen|falling|down|dropped|toppled|tipped, dropped|fell|falling ... pavement|pram|street|pedestrian*|playground, trapped in|inside|under, stuck in|inside lift|elevator, seat belt|seatbelt|belt|harness|buckle|helmet|strap|cot|crib|pram|pushchair|stroller|gate|highchair|chair|ladder|stool ... broke|failed|fail|undone|snapped|came|loose|collapsed|opened|unclipped|gave|detached, car seat ... loose|buckle|came|undone|broke|moved|failed,
      child|baby|toddler|son|daughter|kids|children|patient|patients ... danger|risk|unattended|alone|missing|loose|locked, left unattended, left ... alone ... child|baby|dog, lost|missing child, child missing|lost, drunk driver|driver, driver ... drunk|asleep|phone|speeding|red, fell asleep ... wheel, speeding, exits|exit ... locked|blocked, flood*|water ... electrics, no lifeguard|oxygen|pulse, mould ... asthma|baby|lungs|breath*, evacuat*, 🆘`,
    ),
    ...say(
      "safety",
      "danger",
      2.3,
      `baby|babies|child|children|toddler|son|daughter|kid|kids|boy|girl|niece|nephew|grandson|granddaughter|infant|newborn ... stuck|trapped|fell|landed|thrown|unresponsive|drowsy|limp|blue|drown*|slipped|stung|bitten|scalded|cut|caught|locked|electrocuted|unconscious|swallow*|inhaled|climbed,
      with baby|child|children|toddler|son|daughter|kids|us|me|him|her|people|passengers|someone inside, baby|child|toddler|kid|kids|children|son|daughter was|were|still inside, folded|closed|shut|collapsed ... baby|child|toddler|son|daughter|finger|fingers|hand,
      hand|hands|finger|fingers|arm|foot|leg|head|hair|toe|neck|scarf ... stuck|caught|trapped|jammed|crushed|wedged|pinched in|between|under, got|get|getting hand|hands|finger|fingers|head|arm|foot|hair stuck|caught|trapped|jammed,
      i|he|she|we|mum|mother|dad|father|wife|husband|son|daughter|boy|girl|nan|gran|grandad|friend|colleague|customer|guest|patient|resident fell off|out|down|over|from|through|backwards|into|on, fell|thrown|flew|came off|out ... bike|scooter|horse|bed|swing|slide|trampoline|chair|stool|ladder|seat, landed on back|head|face|neck|arm|shoulder,
      went|ran|crashed|drove|rolled|skidded|slid straight|backwards|backward|into|off ... wall|tree|car|barrier|ditch|river|traffic|road|people, rolled|slid|moved backwards|away, crashed into, lost control, derailed, people|passengers|everyone ... screaming|panicked|panicking|panic, on crutches, in plaster|a cast, xray, x ray|rays, stung, needed|need|had surgery|operation ... after|because|from,
      he|she|mother|mum|father|dad|nan|gran|grandad|grandma|patient|neighbour|resident on|lying floor|ground, pressed|pulled|pushed ... alarm|button|cord|pendant ... nothing|nobody|no, alarm|pendant|cord ... pressed|nothing happens|no answer|nobody ... floor|fell|alone|mother|mum|dad|nan,
      exit|exits|escape ... chained|locked|blocked|shut|padlocked|obstructed, tyre|tire blew|burst|exploded|came|fell, blew out ... motorway|highway|road|driving, throttle|accelerator|pedal|steering|brakes|lock ... jammed|stuck|locked|fail*, railing|railings|rail|bannister|banister|net|rope|harness|swing|slide|handrail|stair|step ... snapped|tore|broke|gave|collapsed|loose|missing,
      stranger ... daughter|son|child|baby|house|camera|monitor|kids|room, hacked ... camera|monitor|baby|lock, camera|monitor ... hacked, followed|following|follows me|us|my|her|him, tree|branch|brick|bricks|crane|sign|tile|tiles|glass|pole|lamp|ceiling|shelf ... fell|fallen|falling|crashed on|onto|off|from|down, hit ... by a|your|one car|van|lorry|bike|scooter|branch|door|trolley, van|lorry|driver|bus|truck|car ... hit|knocked|ran|clipped|mounted me|my|our|him|her|over|child|cyclist|pavement|into, through red light, red light ... drove|went|driver|ran`,
    ),
    ...say(
      "safety",
      "ill",
      2.3,
      `can not|could not|will not|would not wake|rouse, can not wake|rouse him|her|up|properly, unresponsive, drowsy, not|stopped|hardly breathing, turned|went|going blue|grey|limp, skin ... peeled|peels|raw|came|blister*|off ... after|since|wax|cream|peel|treatment, in bed for|since #|days|two|three, ill|sick all night|night|weekend|day, off work sick|ill, coughing blood|up|and, cough* ... eyes|burning|fumes|chlorine|smoke, eyes ... burn*|sting*|red ... pool|after|since|spray, gluten free ... ill|sick|not|bed|was|contained, doctor|doctors|gp|vet|dentist|nurse|clinic said|says|confirmed|thinks|suspects|told ... poison*|infection|reaction|burn*|allerg*|bacteria|broken|damage|because, droppings, cat|dog|puppy|kitten|rabbit|horse ... died|dead|dying|seizure*|seizing|vomit*|collapsed|poison*|ill|sick`,
    ),
    ...say(
      "safety",
      "medicine",
      2.4,
      `somebody|someone|another|other|different ... tablets|medication|medicine|pills|prescription|insulin|blood|patient, pacemaker|defibrillator|ventilator|insulin pump|cpap ... no|not|lost|fail*|alarm|signal|error, vaccine*|medicine|medication|tablets|formula|epipen ... expired|expiry|past, pacemaker|ventilator|defibrillator, ran out of|no oxygen|insulin|inhaler|medication`,
    ),
    ...say(
      "safety",
      "selfHarm",
      3.5,
      `no way out, see no way|point|future, will|going|want|wanna|gonna to|just end it, i will end it, can not see a|any way|future|point, do not see|know ... way out|how to go on|point living, not worth it anymore, make it stop, nobody would miss|notice|care ... me|gone, i would|will be gone, disappear forever, rather be dead, wish|hope i never|not woken|born|exist*, thinking of ending, jump ... off|from|under|front, hang myself`,
    ),
    ...say(
      "safety",
      "gas",
      2.4,
      `gas ... keeps|carries|continues|still|hissing|coming|escaping ... on|out|coming, gas ... without flame, chlorine ... eyes|cough*|too|strong|smell|burn*, water smells|tastes|stinks ... petrol|gas|chemical*|bleach|oil|diesel|solvent, smells|smell ... petrol|diesel|solvent|chlorine|ammonia|bleach`,
    ),
    // Danger that is told calmly: a thing and what it does, with no word of harm.
    ...say(
      "safety",
      "fire",
      2.3,
      `plug|plugs|socket|sockets|charger|chargers|cable|cables|cord|lead|wire|wires|wiring|flex|adapter|adaptor|battery|batteries|outlet|switch|casing|transformer|extension|bank|powerbank ... hot|hotter|warm|boiling|roasting|heats|heated|glow*,
      runs|running|ran|gets|got|getting|becomes|became|becoming too|so|very|extremely|unusually|burning hot to|i|we|that|while|after, hot ... unplug*|hold|outside|dropped|touch,
      plug|plugs|socket|sockets|charger|outlet|pins|pin|faceplate|wall|carpet|cable|cord|lead|adapter|mattress|blanket|worktop|sheet|curtain|floor ... browned|blackened|discolour*|discolor*|scorch*|singe*|charred|soot*, plug|socket|outlet|charger|pins ... brown|black around|at|on|inside|near|mark*,
      brown|black|dark|scorch|burn|singed mark*|patch*|stain*|spot* ... plug|plugs|socket|outlet|pins|faceplate|wall|carpet|controller|cable|charger, singed|scorched|charred patch*|mark*|spot*|edge*|smell,
      plug|plugs|socket|sockets|outlet|charger|adapter|adaptor|battery|fuse|meter|switch|bank|board|wiring ... buzz*|crackl*|fizz*|hiss*|arcing|arced|sizzl*,
      plug|socket|charger|lead|cable|cord|heater|adapter|battery|motor|dryer|toaster|boiler|extension|fan|router|monitor|lamp ... smell|smells|smelled|smelt|smelling ... odd|funny|strange|hot|electrical|metallic|acrid|fishy|burn*|plastic|weird,
      smell|smells|smelled|smelt|smelling|smell of electrical|acrid|burnt|scorched|hot plastic, odd|funny|strange|acrid|electrical|metallic|weird smell ... plug|socket|charger|lead|cable|heater|battery|motor|dryer|toaster|boiler|lamp,
      heater|oven|hob|cooker|stove|iron|blanket|boiler|fryer|grill|radiator|saw|mower|drill|straightener* ... itself on, heater|oven|hob|cooker|stove|iron|blanket|boiler|fryer|grill|radiator|saw|mower|drill ... on ... itself|own,
      drip*|leak*|trickl*|running|runs ... lamp|lights|light|spotlight*|fuse|socket|sockets|meter|chandelier|fitting, alarm|alarms|detector|detectors ... went|gone|goes|going off, hiss* ... hot|gas|bottle|canister|cylinder, swell*|swelled|swollen|bulg* battery|pack|case`,
    ),
    ...say(
      "safety",
      "ill",
      2.3,
      `lips|lip|eyes|eye|eyelid*|face|tongue|throat|cheek*|skin|arms|legs|neck|scalp|hands|mouth ... puffy|puffed|swollen|swelled|swell|blotch*|welt*|itch*|sting|stings|stinging|stung|raw|blister*|weep*|oozing|numb|peeling,
      came|come|coming|broke|up|out in ... blotch*|spots|rash|hives|welts|bumps|lumps|patches, red|itchy blotch*|welts|bumps|patches|rash, lightheaded, light headed, woozy, groggy, headache* ... stove|boiler|heater|fumes|paint|gas|carpet|smell,
      he|she|father|mother|dad|mum|gran|nan|grandad|patient|husband|wife|son|daughter|baby ... confused|drowsy|disorientated|disoriented|delirious|lethargic|floppy|feverish, could not wake|rouse him|her|my, turned|went blue|grey|limp|pale`,
    ),
    ...say(
      "safety",
      "allergy",
      2.3,
      `says|said|label|labelled|packet|menu|told|asked|marked|listed|stated no|free|without nut|nuts|peanut*|almond*|hazelnut*|milk|gluten|dairy|egg|eggs|sesame|soya|soy|shellfish|wheat ... but|yet|although|contains,
      nut|nuts|peanut*|gluten|dairy|egg|sesame|lactose|allergen free ... contains|contained|traces|reacted|but ... nut*|gluten|milk|egg|wheat|sesame|reacted`,
    ),
    ...say(
      "safety",
      "medicine",
      2.3,
      `took|taken|taking|gave|given|swallowed|take two|three|four|double|twice|both|too ... tablet|tablets|pills|capsules|doses|drops|puffs ... leaflet|label|box|instead|confused|because|mistake,
      leaflet|label|box|instructions|packet|bottle|app ... two|twice|half|double|ten|wrong ... tablet|tablets|dose|doses|pills|ml|units|drops, without ... insulin|oxygen|inhaler|dialysis|epipen|pills|heart, missed ... dose|doses|insulin|dialysis|injection`,
    ),
    ...say(
      "safety",
      "danger",
      2.3,
      `glass|door|table|hob|dish|jug|lid|bulb|window|panel|pan|bowl|carafe ... cracked|shattered|burst|exploded|popped|splintered|broke ... bang|cooking|suddenly|shower|spontaneously|own|hand|hands|face|bare|heat|oven,
      lid|top|cover|valve|cap|blade|guard|disc|head|wheel|handle ... came|flew|blew|shot|popped|fell|comes off|open|loose ... steam|pressure|boiling|hot|spinning|speed|driving|pouring|use|inside, pressure cooker ... lid|opened|open|burst|blew|steam|hiss*, boiling|scalding|hot water|oil|soup|tea|coffee|steam ... over|splash*|spill*|leg|legs|arm|hand|hands|lap|chest|face,
      cot|crib|bunk|pushchair|pram|stroller|buggy|highchair|gate|walker|swing|bouncer|cradle|moses|carrier|sling|booster ... drops|dropped|undone|unclip*|slips|slipped|loose|release*|gave|gives|rolled|rolls|tips|tipped|collapsed|opens|opened|detach*|folded|folds,
      brake|brakes|harness|seatbelt|buckle|belt not hold|stay|lock|work|engage|grip|click|catch|bite|stop, brake|brakes ... soft|spongy|slow|weak|fade*|cut out|squeal*, rolled|rolls|rolling|rolled|drifted ... towards|toward|into|onto|down ... road|kerb|curb|traffic|street|hill|water|stairs|platform|track|tracks|river,
      cord|string|strap|blind|cable|rope|ribbon|lead|drawstring|lace|tie ... neck|throat, baby|toddler|child|kid|son|daughter|niece|nephew|grandson|granddaughter ... around|round neck|throat, ladder|step|steps|stepladder|stool|chair|rung|shelf|bench|stair|swing|hammock|bed|pedal|board ... bent|buckled|gave|cracked|snapped|tore|split|slipped|collapsed|wobbled|tipped under|beneath|with|while|way|over|from,
      bike|bicycle|scooter|ebike|cycle|moped ... crack|cracks|cracked|hairline|split|snapped, fork|forks|handlebar*|steerer|seatpost|axle|stem|crank|rim ... crack|cracks|cracked|hairline|snapped|bent|split, hairline crack*|fracture*,
      screw|screws|bolt|bolts|nut|pin|button|eye|magnet|wheel|part|bead ... came|fell|dropped|fallen|missing|loose|worked off|out|loose ... chair|cot|crib|seat|toddler|baby|son|daughter|child|mouth|niece|nephew|grandson|granddaughter|ladder|scaffold, in ... mouth|throat ... baby|son|daughter|niece|nephew|toddler|grandson, net|netting|rope|seam|strap|handle ... tore|ripped|gave|snapped ... through|fell|child|girl|boy|son|daughter|onto|over,
      steering|brakes|engine|lights|headlight*|light|power ... cut|cuts|died|failed|went out|off ... motorway|traffic|driving|road|dark|bend|tunnel, driver|rider|courier|pilot|conductor ... phone|texting|asleep|drinking|swerv*|alcohol|weed, door|doors|gate|lift|barrier|ramp|boot|lid ... closed|shut|closes|slammed|dropped|fell|came ... on me|my|him|her|our|hand|head|child|mother|pram,
      nearly|almost|narrowly ... fell|slipped|tripped|scald*|swallow*|trapped|toppled|stepped|drove|collided|crash*|tipped, wandered|ran|climbed|walked|got|crawled off|out|onto|away ... road|street|alone|pond|pool|unnoticed|window|gate|balcony, unsupervised, unaccompanied child|minor, slippery|slippy|icy floor|steps|stairs|tiles|ramp|platform|path|pavement, floor|steps|stairs|tiles|ramp|platform|path ... slippery|slippy|icy,
      still|perfectly|even safe|ok to use|eat|drink|take|drive|run|feed|wear|give, safe to keep|continue|carry, sharp edge*|corner*|burr|spike*|point ... cut|child|baby|toddler|finger|hand|leg, loose|exposed|frayed|cracked|split|damaged wire|wires|wiring|cable|cord|insulation|flex, cable|cord|lead|flex|wire|insulation ... frayed|split|exposed|bare|damaged|chewed`,
    ),
    ...say(
      "safety",
      "selfHarm",
      2.6,
      `notice|care|miss if i was|were|am|disappeared|vanished|died gone|dead|here|disappeared, notice|care|miss me if|when gone|dead, not see ... way|future|forward|tomorrow|point ... more|anymore|longer|nobody|me, wish|want|wanted|like to|could ... disappear|vanish, sleep|asleep and|forever never|not|forever wake|waking, not wake up, burden to|on everyone|everybody|family|them|people, point in|of anything|going|being, had enough of life|living|being, pills|tablets next|beside|in front|ready|saved, end things, hurt|cut|harm|hurting|cutting|harming myself, say|said|saying|written|writing goodbye ... everyone|kids|family|note, be dead|easier if`,
    ),
    // Complaint.
    // One of these says nothing; two or three of different kinds together are looked at.
    ...say(
      "safety",
      "body",
      0.95,
      `eye, hair, hand, hands, finger, fingers, thumb, arm, arms, wrist, leg, legs, knee, knees, foot, feet, toe, toes, ankle, neck, shoulder, hip, face, eyes, ear, nose, mouth, lips, lip, tongue, throat, skin, scalp, chest, stomach, belly, lungs, ribs, bone, tooth, teeth, blood`,
    ),
    ...say(
      "safety",
      "person",
      0.95,
      `boy, girl, old man|lady|woman|gentleman, grandma, grandpa, sister, brother, husband, wife, passenger*, driver was, neighbour*, tenant*, baby, babies, child, children, toddler, kid, kids, son, daughter, niece, nephew, grandson, granddaughter, year old, pupil*, mother, mum, father, dad, nan, gran, grandad, grandmother, grandfather, pensioner, elderly, patient, resident*, puppy, kitten, dog, cat, pregnant, cyclist*, pedestrian*, passer by, crowd, colleague, coeliac, diabetic, asthmatic, epileptic`,
    ),
    ...say(
      "safety",
      "harm",
      1.3,
      `took ... off, went under, popped|came|sprang|flew open|undone, thrown about|around|off|out|forward, switched itself on, turned itself on, started by itself, closed|shut|slammed|fell|landed|dropped|collapsed|toppled on|onto, stuck in|inside|between, trapped, panicked, panicking, red and, sore and, not watching, was not watching, needed shots|stitches|treatment|an injection|antibiotics|oxygen, been in hospital, drank, drunk, swallowed, inhaled, ate, given ... despite, despite allerg*, humming and, buzzing and, warm|hot and|to, coughs, coughed, hit|attacked|hurt|beat|threatened him|her|me|us, dead rat|mouse|bird|animal in, in water tank|supply, cut to|open|on|his|her|my|myself, hit a|by|my|me|him|her, slid away|off|down, slipped, tripped, tumbled, came away in|from, pain, pains, painful, agony, hurt, hurts, hurting, sore, sores, wound, wounds, numb, swollen, swelling, headache*, fever, suffered, doubled over|up, weeping, oozing, wandering, crying in, screamed, scream, stung, sting, burnt, burned, burns, bruise*, limping, crowd, nearly, almost missed|hit|fell, by inches, blew onto|off|over, went off sideways|in, woke up with|coughing|vomiting, infected, itching, rash, choking, coughing, dizzy, fainted, shaking, paramedics, unwell, poorly, ill, sick, never wake, worse than dead, life insurance, hurt myself`,
    ),
    ...say(
      "safety",
      "hazard",
      0.95,
      `fuse box, electrics, electric, gate, revolving door, roller coaster, ride, harness, oven, blender, drill, saw, mower, water tank|supply, contact lens*, lens, lenses, peanut*, nuts, allergy, cleaning liquid|fluid|product, mould, mold, swimming, lifeguard, tram, bus, train braked, ladder, handrail, railing, scaffold*, firework*, flue, boiler, vaccine*, injection, infusion, syringe, carer*, nurse, pharmacist, medication, medicine*, tablets, dose, helmet, brakes, brake, ceiling, crane, school bus, playground, pavement, road, motorway, camp, nursery, stairs, steps, battery, charger, socket, chemical*, bleach, chlorine, knife, blade, sharp edge, edge of, formula, car seat, cot, crib, ambulance, better off`,
    ),
    ...say(
      "complaint",
      "complains",
      3,
      `complain|complaint|complaints|complaining, make|making|file|lodge|raise|log|register complaint, formal complaint, not happy|pleased|satisfied|impressed|content|acceptable|good|amused|okay|ok|right|on|fair|normal|what|worth, unhappy, dissatisf*, displeas*, unsatisf*, unimpressed, unfair, unacceptable, appalling, appalled, unprofessional, unreasonable, unreliable, let down, fed up, want to raise, issue|issues|problem|problems with order|delivery|service|account|product|booking|room|bill, have problem|problems|issue|issues|trouble, having problem|problems|issues|trouble|difficulty|nightmare, again and again, sort it|this out, put right, could not be less|worse, can not be right, you|something went|go|gone wrong, ruined, ruin`,
    ),
    ...say(
      "complaint",
      "broken",
      2.5,
      `broken, broke, breaks, faulty, defect*, damaged, damage, cracked, crack, dented, dent, scratched, scratch|scratches, chipped, smashed, shattered, torn, ripped, rip in, bent, snapped, split, leak*, leaks, busted, malfunction*, unusable, unwearable, undrinkable, inedible, unreadable, kaput, knackered, conked, dead on arrival, doa, dead pixel*, stopped|stops|stop working|charging|heating|responding|turning|cooling|spinning|printing|playing|recording, packed in, gave|given up|out, given up ghost, fell|falling|fallen|falls|came|coming|comes apart|off|loose|unstuck|undone|away, come|came to|in pieces|bits, out of order|action, wobbl*, wonky, rusted, rusty, rust, peel*, flak*, fraying, frayed, worn out|through, sags, sagging, hole in|holes, crushed, squashed, spoiled, spoilt, warped, cracks, jams, jammed, jamming, flicker*, blown, won not close|open|start|charge, bobbl*, shrank, shrunk, faded, fade, bled colour, deflat*, punctur*, squeak*, squeal*, rattl*, grinding noise|noise`,
    ),
    ...say(
      "complaint",
      "fails",
      2.4,
      `not work|working|works|worked|function*|charge|charging|turn|start|connect*|load|open|close|respond*|print|play|fit|pair|sync|heat|cool|stay|hold|switch|come|register|recognise|recognised|recognize|update|install|reach|send|accept|scan|save|show|showing|fixed|resolved|solved|sorted|correct|true|function, no longer works|work|working|available|get, never work*|worked|fixed|right, fail*, failing, failure, crash, crashes, crashing, crashed, freezes, freezing, froze, frozen ... screen|app|page, hangs, glitch*, bug, bugs, buggy, error, errors, lag*, laggy, timing|times|timed out, keeps|keep|kept crash*|freez*|cutting|dropping|disconnect*|stopping|failing|breaking|saying|asking|getting|sending|charging|going|telling|showing|logging|coming|losing|changing|cancel*|ringing|making|doing|turning, cuts out, cutting out|off, cut off, drops out|every|all, dropping out, disconnect*, drain*, drains, slow, slowly, slower, sluggish, intermittent, no signal|sound|picture|connection|internet|reception|power|hot|water|heating|electricity|wifi|service|cover|coverage, no sound, deleted all|my|everything, lost all|my|our, out of sync, unable to, can not log|login|access|connect|open|use|get|pay|sign|book|order|upload|download|hear|reach|find, could not log|access|open|use|get|pay|book|find|eat|sleep|see|hear, impossible to, nothing works|happens|happened, does nothing, only half|one|works`,
    ),
    ...say(
      "complaint",
      "wrong",
      2.3,
      `wrong, incorrect*, mistake, mistakes, error in|on, mistaken, mix up, mixed up, messed up, mess|muddle, botched, screwed up, cocked up, cock up, mis sold, missold, misspelled, misspelt, spelled|spelt wrong, not what i|we|was ordered|asked|expected|paid|bought|agreed|told|order|ask, not as described|advertised|pictured|expected|agreed|shown|ordered, nothing like, not like ... picture|photo|description|website|advert, looks nothing, different to|from|than ... picture|photo|ordered|description|advertised|website|what|one, instead of|i|we, ordered|asked|booked|paid|requested|wanted|bought ... got|received|given|sent|came|gave|arrived|delivered|was|were, asked for|not ... got|given, someone|somebody else, sold me|us, too small|big|short|long|tight|loose|salty|sweet|dry|hot|cold|loud|expensive|hard|thin|dark|late|slow|heavy, doubled|double booked|charged|booking|booked`,
    ),
    ...say(
      "complaint",
      "missing",
      2.4,
      `missing, missed, never arrived|came|received|got|turned|delivered|showed|happened|appeared|materialised|sent|shipped|credited|reached, not arrived|arrive|received|receive|delivered|come|came|here|got|turned|shipped|dispatched|credited|appeared|included|there, has not|yet to arrive*|receive*, yet to receive|arrive|see|hear|get, nothing arrived|came|received|here|yet|there|delivered|has, no sign|trace|parcel|package|delivery|order|tracking|record|refund of, lost, lose my, losing, vanished, disappear*, stolen, empty box|parcel|envelope|package, box empty|was, incomplete, half of ... missing|gone|order, says|said|marked|shows|showing|saying delivered, out of stock ... after|ordered|paid|cancelled, none left, short|sent #, where is my|our|order|parcel|package|refund|money|delivery|driver|it|the, whereabouts, not in ... box|bag|package|system|parcel, gone missing, still waiting|missing|not|no|nothing|have, still has|have not`,
    ),
    ...say(
      "complaint",
      "late",
      2.2,
      `late, delay, delays, delayed, overdue, behind schedule, # hours|hour|days|weeks|months|minutes late|ago|later|now|and|on|for|waiting|wait|without|since|already|still, waited, been waiting, waiting for|since|over|on|#|more|ages, wait of|was, kept waiting, long|endless|ridiculous wait|queue|time|delay, ages, forever, took|taken|takes|taking #|over|weeks|days|hours|ages|forever|months|too|long, weeks|months|days|hours ... nothing|later|still|no, on hold, hold for #, three|two|four|five|six|several|many|for weeks|months|hours|days ... late|waiting|wait|now|nothing|still|without|no, should|supposed to|have arrive*|come|delivered|received|here|been|be|last|include|work, was supposed|meant|due|promised to|yesterday|on|last|by, stuck in|at ... transit|customs|depot|processing|queue, has not moved|updated|changed, past date, past|after best|use|date, processing for`,
    ),
    ...say(
      "complaint",
      "money",
      2.3,
      `overcharg*, over charged, charged|billed|debited|taken|invoiced twice|double|again|for|wrong|extra|too|without|me|from, double charged|billed, charged #|€|more|full, took|taken ... money|payment|account|€, money gone|taken|missing|disappeared|back, gone from ... account, hidden fee*|cost*|charge*, extra charge*|fee*|cost*, unexpected charge*|fee*, unauthorised|unauthorized, without consent|permission|asking|telling|agreement|authorisation|warning|notice|explanation|apology|reason|informing, never agreed|signed|authorised|asked|consented|ordered|subscribed|requested|told|informed, not agree|agreed|sign|authorise|order|ask|authorised|consent, overpriced, rip off, ripoff, ripped off, rip offs, extortion*, exorbitant, daylight robbery, price hike*|increase*, gone|went|shot up, bill ... high|higher|wrong|increased|doubled|error|too|sense|twice, fine for|€|of, penalty, late fee, fees, quoted ... billed|charged|then|but|now, out of pocket, expensive for|compared, poor|bad|no value, waste|wasted|wasting of|money|time|my|our|day|whole, not worth, cost me|us, refuse*|refused|refusing ... refund|pay|help|serve|honour|exchange|repair, renewed without|automatically, auto renew*, swallowed|ate ... card|coins|money, deposit ... back|not|kept|never|lost|withheld, kept deposit|money, deduct*, expected|paid better|more|for, paid for|€|#|extra|in|the|and|full`,
    ),
    ...say(
      "complaint",
      "refund",
      2.1,
      `want|wants|demand|demanding|expect|need|require|requesting|like|give|get|deserve|seeking|owed|due ... refund|refunded|compensation|reimburse*|replacement, want ... money back, money back, full refund, refund not|never|still|promised|refused|denied|no, reimburs*, compensat*, want to return|send, sending|send it|back ... back, replacement, chargeback, no|never|still refund`,
    ),
    ...say("complaint", "refund", 1.2, `refund*, reimburse*`),
    ...say(
      "complaint",
      "quality",
      2.3,
      `poor, poorly, bad, badly, terrible, terribly, horrible, awful, dreadful, rubbish, garbage, trash, crap, shoddy, sloppy, cheap|flimsy material|plastic|quality|feel|looking|made|rubbish, flimsy, tacky, tat, junk, shambles, shambolic, abysmal, atrocious, woeful, dire, lousy, mediocre, substandard, sub standard, worst, worse, inferior, useless, worthless, pointless, hopeless, disaster*, nightmare, horrendous, horrific, diabolical, subpar, sub par, below par|standard|average, quality poor|gone|dropped|bad|down, low quality, gone downhill, downhill, not up to scratch|standard|par, one star, zero stars, 0 stars, 1 star, avoid, steer clear, do not buy|use|bother|waste|recommend|order|book|go|stay|trust|eat, would not|never recommend|buy|use|book|order|go|return|stay, can not recommend, will not be back|returning|rushing|using|buying|ordering|recommending, underwhelm*, nothing special, meh, tasteless, bland, soggy, stale, mouldy, moldy, rotten, rancid, gone off, went off, burnt, overcooked, undercooked, raw, cold food|meal|pizza|chips|coffee|soup|shower|room|burger|dinner, food|pizza|meal|shower|showers|coffee|chips|burger|dinner|soup|room|everything|it cold|freezing, lukewarm, inedible, tough, greasy, salty, tasted|tastes|taste|smelled|smells|smell|smelt|reeked|reeks|stinks|stank|stinking|stunk of|like|off|awful|foul|bad|so|terrible, out of|past date, expired, expiry, threads hanging|loose, stitching, seam|seams, creas*, stain|stained|stains, dull, uncomfortable, noisy, noise, loud, does not last|lasted, lasted #|only|a|barely, incomprehensible, illegible, confusing, misaligned, badly made|designed|written|fitted|packed|packaged|installed|organised, unbearable, no instructions|manual|toilet|heating`,
    ),
    ...say(
      "complaint",
      "dirty",
      2.3,
      `dirty, filthy, filth, unclean, not clean|cleaned, grubby, stains on, stained, smelly, stink*, stank, stench, mould, mold, damp, cockroach*, bedbug*, bed bugs, rats, rat, mice, hair in, hairs, flies, insect|insects|bug|worm in, unhygienic, disgusting, gross, sticky, overflowing, infested, ants`,
    ),
    ...say(
      "complaint",
      "service",
      2.4,
      `rude, rudely, rudeness, unhelpful, impolite, arrogant, dismissive, condescend*, patronis*, patroniz*, unfriendly, ignored, ignoring, ignore, ignorant, incompetent, incompetence, clueless, attitude, disrespect*, discourteous, abrupt, aggressive, shouted|yelled|swore at, hung|hangs|hang up, humiliat*, insulted, discriminat*, unapologetic, no apology|apologies|explanation|help|one|reason, not even|without ... apolog*|sorry|explanation, not apologise|care|bother*|help|helpful|give, not bother*|bothered|give|interested, did not care|know|listen|apologise|help|bother, could not care less|help, nobody|no one knew|knows|helped|cares|cared|told|informed|warned|seems|could|there|wants, customer service|services|care|support ... terrible|awful|bad|poor|useless|joke|non|nonexistent|worst|zero|shocking|rude|appalling|is, poor|bad|terrible|awful|shocking|appalling|worst|dreadful|useless customer|service|support|experience|communication|treatment|attitude, bad experience, treated like|badly|us|me|so, way i|we|you was|were|treated|treat|spoken, waste of time, passed from|around, passing buck, fobbed off, brush* off, shrug*, tough luck, blamed, blaming, accus*, closed early|without|when, shut when, left without|before|us|me|in, drove|driven off|away|past, threw, thrown, dumped, left outside|on|in ... rain|street|bin|doorstep|pavement|front, wet, soaked, understaffed, waiter forgot, forgot|forgotten|forgets, overlooked, refused to|entry|me|boarding, turned away|up, wasted, inconvenien*, stress*, hassle, upset, upsetting, frustrat*, tears, embarrass*, chaos, chaotic, disorganis*, disorganiz*, inflexible, queue|queues|queued|queuing`,
    ),
    ...say(
      "complaint",
      "promise",
      1.7,
      `was|were|been told|promised|assured|informed|advised|sold|led, you|they|she|he promised|said|told|assured|claimed|claim|advertise*|quoted, promised, promise, as promised not, broken promise*, not kept|honoured, no one told, you advertise*, says|said|states|it nowhere, supposedly, so called, despite, although, even though, in spite of, agreed price|date|time`,
    ),
    ...say(
      "complaint",
      "access",
      2,
      `locked out, blocked, logged out, can not log|sign|login|get|access, password ... not|never|reset, code ... never|not, login ... not|fail*|problem, site|website|app|page|system|server|wifi|internet|broadband|line|platform|checkout|chatbot down|crash*|froze|frozen|not|slow|useless|broken|hopeless|terrible|rubbish|keeps|never|stuck, unsubscribe ... not|link, spam*, unsubscribed|opted ... still, stop sending|calling|emailing, suspended, deactivated, declined, rejected, refused, data breach|leak, gdpr, my|personal data|details shared|leaked|sold|sent`,
    ),
    ...say(
      "complaint",
      "cancelled",
      2,
      `you|they|has|have|been|was|were|got cancelled|canceled, cancelled|canceled without|last|on|by|our|my|at|an|and|because|again, last minute, double booked, overbooked, closed whole|all|for|without|since|when, no longer|not valid|available|honoured, already let|sold|taken|gone, denied, room|table|seat|seats|booking|reservation ... not|gone|given|nobody|no|never|broken|cancelled|lost`,
    ),
    ...say(
      "complaint",
      "misled",
      2.7,
      `mislead*, misled, misinform*, misrepresent*, deceiv*, decept*, deceit*, false advertising|information|promise*|claim*, lie, lied, lies, lying, liar*, dishonest, scam, scams, scammed, scammer*, scamming, fraud*, con, conned, cheat*, crook*, trick*, fake, fakes, counterfeit, bogus, robbed, robbery, robbing, steal, stealing, theft, thief, thieves, cowboy*, so called, so-called, misleading, bait and switch, swindl*, duped, con artists, knock off`,
    ),
    ...say(
      "complaint",
      "disappointed",
      2.7,
      `disappoint*, gutted, regret buying|booking|ordering|ever|it|choosing, expected better|more|much, expect better|more, hoped for better, let us|me|down down, not what i expected, lost trust|faith|confidence|patience, no trust, shame, joke, farce, fiasco, pathetic, laughable, ridiculous, absurd, insulting, insult, disgrace*, disgust*, shocking, shocked, outrage*, scandal*, ruined|spoiled|spoilt|wrecked, last time i|we|ever, never again, never ... again|back|return, how hard can|is, how long does|do i|we, beyond belief|joke, unbelievable, incredible how|that, not good enough, poor show, sad, sadly, unfortunately, annoy*, irritat*, concerned, 👎, 😞, :(`,
    ),
    ...say(
      "complaint",
      "contrast",
      0.7,
      `but, however, yet ... not|no|still, instead, although, though, only to, just to be, except, apparently, turned out, turns out, then told|you|they, why does|do|is|are|has|have|did|was|advertise|not, why you|your|my|our, how come, how can|could you|this|it|anyone, how is it|this|that, only #|one|two|half|a, at least, supposed, meant to, again, still, no one, nobody, every time|single, each time, twice, after #|one|two|only|just|a|the first|less, within #|a|minutes|days, since #|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|yesterday|the|new|update, has been, been # , less than, more than, barely, already`,
    ),
    ...say(
      "complaint",
      "hint",
      0.6,
      `not, no, never, nothing, nobody, without, none, cant, problem*, issue, issues, trouble, your driver|courier|staff|agent|site|website|app|company|system|technician|engineer|employee|manager|colleague|team|advert|machine|shop|branch|store|support|delivery|helpline|seller|product|rep|operator|fitter|plumber|guard|van|bank|chatbot|hotel|restaurant, you sent|charge|charged|sold|lost|have|took|cancelled|delivered|keep|are|left|say|said|put|want|quoted, the driver|courier|waiter|receptionist|seller|technician|engineer|rider|tutor|agent, came with|in, arrived, turned up, we had to, i had to, had to, have to, i paid|bought|ordered|booked|returned|asked, we paid|ordered|booked|asked|waited, is this|that normal, any way to run, supposed, half, smell*, strange|weird noise|smell|taste, hours, weeks, months`,
    ),
    // Threat: they themselves, and they mean to.
    ...say(
      "threat",
      "leaves",
      2.8,
      `i|we will|am|are|shall ... leaving|leave|switch|switching|cancelling|canceling|closing|moving|going|taking ... elsewhere|competitor*|account|contract|membership|subscription|you|business|rival*|bank|provider, i am|are|we off|out|gone|leaving|done|quitting, leaving you|for|your, am leaving|done with|off, done with you|your|them|this, switching|switch|switched|moving|going|move|go to another|competitor*|different|new|someone|somewhere|your, cancel|cancelling|canceling|close|closing|terminate|terminating|ending|end ... membership|account|accounts|contract|subscription|policy|everything|direct debit|all immediately|effective|now|today|straight|unless|if, cancelling|canceling|closing|terminating my|our|all|the|every account*|contract|membership|subscription|policy|order, closing every|all|my account, cancelling everything, take|taking|took business|custom|money elsewhere, elsewhere, lost|lose|losing a|me|us|as|loyal customer|client, lost customer|client, last time i|we ... buy|use|order|book|shop|fly|stay|come, never buy|buying|use|using|order|ordering|book|booking|shop|shopping|fly|flying|stay|staying|set|coming|dealing|come|return|spend|eat|trust ... again|you|your|from|here|foot, not be using|buying|renewing|returning|back|ordering|coming|booking|shopping, will not renew|buy|use|return|order|shop|spend|be, not renew*, another penny|cent|pence, last straw, final straw, goodbye, good bye, # years|year customer|client|member ... cancel*|goodbye|leaving|lost|off|over|last|bye, rather pay|go elsewhere|to, stopping|stop|stopped|cancel direct|payments|payment debit|until, boycott*, thinking|considering|tempted ... leaving|closing|cancelling|switching|moving|changing, cancel my membership|contract|account ... immediately`,
    ),
    ...say(
      "threat",
      "law",
      3.2,
      `lawyer*, solicitor*, attorney*, sue, suing, sued you, legal action|proceedings|advice|steps|team|route|department|letter|redress|rights, take|taking|took you|it|this|them|matter|company to|further court|tribunal|small, court, small claims, tribunal, letter before action, legally, press charges, police, report* ... police, crime reference, section 75, chargeback, charge back, dispute|reverse ... payment|charge|transaction, bailiff*, i|we will ... claim|claiming|damages, without further notice, statutory rights, hear|hearing from ... lawyer*|solicitor*|attorney*|insurance|legal, see you in court, consumer rights act, class action, breach of contract`,
    ),
    ...say(
      "threat",
      "regulator",
      3.2,
      `ombudsman, regulator*, trading standards, consumer protection|affairs|council|rights|association|champion, citizens advice, ofcom, ofgem, ofwat, fca, ftc, fcc, cfpb, bbb, better business, attorney general, information commissioner*, ico, watchdog*, authority, authorities, civil aviation, aviation authority, rail ombudsman, environmental health, food standards, health inspector, health department, licensing, department of|for, advertising standards, escalat*, report|reporting|reported you|this|your|it|company|them|the to|as|for, report you, reporting you|this, mp, my mp|senator|councillor|congressman, complain|complaining|complaint to|with ... authority|council|head|ombudsman|regulator|government|ministry|board, take|taking|taken further|higher|matter, osha, cqc, ofsted`,
    ),
    ...say(
      "threat",
      "media",
      3,
      `social media, go|going|gone|make|making public|viral, tell everyone|everybody|all|people|friends|world, telling everyone|everybody|all|people, warn* everyone|everybody|others|people|friends|all, let everyone|everybody|people|world|others know, everyone|everybody ... know|knows, all followers|friends|contacts, followers, post|posting|posted|share|sharing|put|putting|publish*|write|writing|leave|leaving ... review|reviews|facebook|twitter|instagram|tiktok|tik|youtube|linkedin|reddit|trustpilot|google|tripadvisor|yelp|online|everywhere|publicly|video|photos|screenshots|internet|forum*|x, all over|on ... facebook|twitter|instagram|tiktok|tik|youtube|linkedin|reddit|trustpilot|google|tripadvisor|yelp|internet, bad|negative|1|one|honest|terrible|scathing|damning review*|star, name and shame, naming and shaming, expose*|exposing you|this|your, press, newspaper*, journalist*, reporter*, local|national|daily paper|press|news|radio|tv, bbc, itv, channel 4, daily mail, guardian, tv|television, media, went|go|going to|call|contact|contacting|tell|calling ... papers|press|media|news, public thread, thread about, consumer programme|show|column, you will regret, reviews site*|everywhere, everywhere i|we can`,
    ),
    ...say(
      "threat",
      "ultimatum",
      2.2,
      `last|final|only chance|warning|message|email|notice|reminder|opportunity, last time ... ask*|write|writing|email*|call*, if|unless|until ... not|hear|resolved|refund*|fixed|sorted|refunded|solved|get ... i|we will|shall|am|are, unless i|we|you|this|it, or i|we will|am|shall|are|have, or else, otherwise i|we|my|will, either you|a|i|we|this, you have #|until|till|24|48|one|two|seven|fourteen hours|days|day|week|friday|monday|tomorrow|weekend, giving|give you #|until|till|one|a|24|48|the, no choice|option|alternative but|than, forced to, within #|hours|days|week|7|14 ... or|otherwise|i|will|legal, no other choice|option, before i|we contact|go|call|take|post|report|sue|involve, will be contacting|reporting|taking|raising|posting|speaking|escalating|writing|leaving|telling|seeking|passing|involving, i|we shall be, i swear, mark my words, your choice, up to you, deadline, i am warning, consider this, expect a|to hear|letter|call`,
    ),
    // Repeat.
    ...say(
      "repeat",
      "unanswered",
      2.8,
      `no reply|answer|response|replies|answers|responses|feedback|reaction|update|updates|news|communication|acknowledgement|contact|word|callback|solution, not|never|nobody|one|none|nothing replied|reply|replies|answered|answers|answer|responded|respond|responds|response|heard|hear|contacted|called|call|rang|rings|ring|phoned|emailed|emails|written|got|get|came|come|gets|getting|returned|return ... back|me|us|yet|from|since|emails|email|calls|messages|message|phone|anything, nobody|not replied|answered|responded|answers|replies|responds|rings|calls, never heard|answered|answer|answers|replied|replies|responded|called|got|get|rang|received ... back|reply|response|answer|anything, not heard, heard nothing, heard back, hear anything, unanswered, remains|remain|gone|left|still|without unanswered|reply|answer|response|ignored, without reply|response|answer, ignored, ignoring ... me|us|emails|messages|calls, all ignored, still waiting|await|awaiting|no|not, still waiting for|on ... reply|answer|response|call|someone|somebody|you, awaiting|await your|a|reply|response|call, waiting for|on ... reply|answer|response|callback|call, been trying|tried ... reach|contact|call|get|phone|speak|ring, trying|tried to reach|contact|get|phone|call ... you|someone|hold|through|since, can not reach|get through|hold, could not get through, not get through, impossible to reach|contact|get, line|lines busy|engaged|dead|rings|just, rings out, straight to voicemail, said|say|promised|told|supposed|would ... call|get|ring|phone|come|reply|email|contact ... back|me|us, call|called|calls|ring|rang back ... nothing|never|nobody|not|no|promised|both, promised call|callback, promised ... call back, callback never, anybody|anyone|somebody there|home|reading|alive, hello ? anybody|anyone|is, read my|these|our|emails|email|messages, do you read, radio silence, silence, nobody came|come|has|ever back, came|come|got back to me ... since|not|never, no one came back, nothing back, falling on deaf, deaf ears, black hole`,
    ),
    ...say(
      "repeat",
      "again",
      2.5,
      `# time|times i|we|have|calling|writing|in|email*|now|this|asking|called|already|and|about, second|third|fourth|fifth|sixth|2nd|3rd|nth|umpteenth|hundredth time|email|mail|call|message|letter|attempt|request|reminder|complaint|ticket|contact|visit|appointment|engineer|replacement, # emails|email|calls|call|messages|mails|phone|tickets|attempts|chats|letters|reminders|weeks|visits ... and|no|later|nothing|still|zero|0|so, second|third|fourth time, two|three|four|five|six|seven|several|many|multiple|countless|numerous|dozen|endless emails|calls|messages|phone|tickets|attempts|letters|reminders|people|times, called|phoned|emailed|written|contacted|rang|complained|asked|chased|reported|wrote|messaged|spoken|explained|told ... twice|times|again|already|before|several|many|three|last|since|previously|yesterday|monday|weeks, already called|emailed|wrote|written|contacted|told|explained|sent|reported|asked|complained|said|phoned|spoke|spoken|raised, as i|we already|said|stated|mentioned|explained|told|wrote|have, as per my|our|previous|last|email*, previous|earlier|last message|messages|email|emails|mail|mails|complaint|ticket|call|calls|letter|request|requests|contact, my|our emails|messages|mails|calls|letters|complaint of|on|from|dated, complaint|ticket|case from|of|dated|ref|number|reference|no|#, following|follow up|to|on ... email|call|complaint|previous|my|message, chase*, chased, chasing, again and again, over and over, time and again|time, once again|more, yet again|another, keep|keeps|kept asking|telling|calling|repeating|writing|chasing|explaining, repeat* myself|ourselves|story|everything|complaint, same problem|issue|fault|story|excuse|excuses|thing|mistake|error|answer|reply|again, start* from scratch|again|over, explained ... different|already|times|again|everyone, different people|person|agent|answer|advisor*|department*, passed from|around|on|pillar, department to department, from pillar, still not|no|nothing fixed|resolved|solved|sorted|refund*|arrived|received, still not, still no, rang|rings|called|calls|calling|phoned|writing|wrote|back|chasing again, second call, third call, again today, weeks|week|days|months later|on ... still|nothing|no|not|never, # weeks|months|days|calls ... no|nothing|still|not|zero, that was #|two|three|weeks|a|last|months, how many times|more|emails|calls, for weeks|months, since #|january|february|march|april|may|june|july|august|september|october|november|december, another excuse, unresolved, no progress|further|nearer|closer|solution|resolution|result, 0 results, going round in|circles, round in circles, reminder, back again, me again, it me again`,
    ),
    ...say(
      "repeat",
      "noShow",
      2.8,
      `no show|shows|showed, did not|never|nobody|not|one|none show|shows|showed|turn|turned|turns|came|come|arrived|appeared|attend|attended ... up|yet|at, nobody|never|not came|come|showed|turned|shows|arrived|appeared|here|attended, no one came|come|showed|turned|shows|arrived|here, not turn* up, not turned|showed|shown|show, missed|another|yet missed|appointment|delivery|slot|call|visit|deadline, missed delivery|appointment|slot|visit, took|taken|wasted|booked|lost|used ... day|morning|afternoon off|work|holiday|leave|for, stayed|waited|stay|sat|was|waiting in|home ... all|day|morning|for|nothing|whole, waited|in all day|morning|afternoon, all day for|and|waiting|in nothing, stood up, supposed|due|meant|promised|scheduled to|between ... come|arrive|between|today|today|visit, never turned|showed|came|arrived, failed to|turn|show turn|show|attend|arrive|appear|come, not kept|attended appointment, rescheduled again|twice|#|three`,
    ),
    // Urgent.
    ...say(
      "urgent",
      "outage",
      2.5,
      `no heating|water|electricity|power|gas|hot|internet|heat|insulin|medication|toilet, no hot water, without heating|water|electricity|power|gas|hot|heat|internet|phone|medication|toilet|insulin, heating|boiler|furnace|fridge|freezer|electricity|power|lift|elevator|oxygen|toilet|pump|alarm off|out|dead|down|broken|broke|stopped|conked|not|failed|cut|gone|has|packed|since, boiler|freezer|fridge|cooler ... dead|conked|broken|stopped|broke|failed|down|off, power cut|outage|out, blackout, server*|system*|production|network|terminal|till|tills|pos|platform|database|payments ... down|offline|dead|boot|crashed|not|out|unavailable|blocked, is|are|went|has|been|gone|all|been down, outage, card machine|terminal|reader ... down|broken|dead|not|stopped, can not take|accept|process|serve|work|trade|open|invoice|pay ... payments|payment|orders|customers|cards|money|work|salaries|staff, can not work|trade|operate|serve|eat|feed, losing money|sales|customers|business|orders|€|stock|thousands|revenue, lost|losing ... sales|revenue|orders, work|production|business|everything|everyone|team|staff|office|shop|site|warehouse|employees stopped|standstill|stuck|blocked|idle|waiting|locked|halted|closed|sent, at a standstill, flood*, pouring|water|gushing|dripping everywhere|through|out|over|ceiling|from, water everywhere|all|coming|pouring|through, burst pipe, pipe burst, double booking, queue out|outside, spoil*|spoiling|defrosting|thawing|rotting|worth ... food|fish|stock|meat|freezer|vaccines|of`,
    ),
    ...say(
      "urgent",
      "stuck",
      2.4,
      `stranded, stuck at|on|in|outside|abroad|here|with, trapped, locked out|in, broke|broken down on|motorway|highway|with|in|and, breakdown on|with, in middle of nowhere, abroad with|and|card|no|without|can, card blocked|declined|stopped|swallowed ... abroad|holiday|travel*|hotel|kids, nowhere to|else sleep|go|stay, can not get|go home|in|out|back, homeless, keys inside, locked inside, missed flight|connection, miss|missing my|our|the flight|train|connection|exam|interview|wedding|surgery|ferry`,
    ),
    ...say(
      "urgent",
      "vulnerable",
      2.1,
      `newborn, week|month old baby, baby|babies|infant|toddler in|at|is|with|freezing|cold|needs|formula|no|here|and, with baby|newborn|toddler|children|kids|infant|disabled|elderly, small|young|little|tired child|children|kids|baby, pregnant ... no|without|stuck|cold|and|need|heating, disabled, disability, wheelchair, elderly, old lady|man|mother|father, # year|years|yr old ... mother|father|mum|alone|man|woman|lady|pensioner|disabled|nan|gran|heating|without, # yr old, lives|living alone|on own, oxygen|dialysis|insulin|chemo*|ventilator|nebuliser|stairlift|pendant, autis*, dementia, alzheimer*, carer, housebound, bedridden, terminally ill, cancer, palliative, special needs, epilep*, diabet*, pensioner ... cold|alone|no, vulnerable, heart condition, only safe food|formula, desperate, desperately`,
    ),
    ...say(
      "urgent",
      "deadline",
      2.1,
      `tomorrow morning|at|and|but|we|i|is|night|or, is|flight|fly|leave|leaves|wedding|exam|party|funeral|event|birthday|travel*|interview|due|need|needed|opening|due|by|before tomorrow|today|tonight|in # , fly|flying|leave|leaving|leaves|travel*|departing|depart|departs|boarding|check|wedding|starts|starting|due|exam|surgery|delivery in #|tomorrow|tonight|today|an|one|two|three|hours|minutes, flight leaves|in|is|tomorrow|tonight|at, in # hours|minutes|hour|min|mins ... flight|train|wedding|meeting|we|i|start, within hour|hours, by 4pm|5pm|noon|midday|tonight|today|tomorrow|end|close, before #|noon|tonight|tomorrow|friday|the wedding|end, today please|at|before|or|by|latest, needed|need|needs|must|has|have|want ... today|tonight|tomorrow|immediately|straight|urgently|asap, deadline, last day|minute|chance, wedding is|tomorrow|today|tonight|on|this, bride, funeral, guests arrive|arriving|are|here|waiting|in, salaries, payroll ... not|will|fail*|must|due, this morning|evening|tonight ... please|need|out, come out tonight|today|now`,
    ),
    ...say(
      "urgent",
      "now",
      2.6,
      `urgent, urgently, urgency, emergency, asap, immediately, immediate attention|help|action|assistance, right now|away, straight away, at once, as soon as, help now|asap|please|!, please help, now !, now !!, hurry, quick|quickly please, please hurry|quickly|quick, can not|not wait, can not wait, every minute|second|hour counts|we|is, no time, time critical|sensitive, time is running, running out, critical, crucial, priority ... please|urgent|high|one|1|top|as, top priority, emergency call*|engineer|plumber|locksmith|repair|callout, sos, need somebody|someone|help|engineer|plumber|it|this|you now|today|tonight|immediately|asap, someone|somebody now|tonight|immediately|today|come|out, act now|fast|quickly, please call|ring|phone ... now|immediately|urgently|back|asap, 🆘, 🚨`,
    ),
    // Anger.
    ...say(
      "anger",
      "angry",
      2.6,
      `angry, angrily, anger, furious, fuming, livid, irate, raging, rage, enraged, incensed, seething, infuriat*, mad at|with|about, pissed off|at, hopping mad, had|have enough, fed up, sick of, sick and tired, tired of, losing|lost patience|temper|mind|it|rag, losing will, will to live, boiling|blood boil*|boils, at wits end, wits end, at end of tether, end of tether, tether, hate, hates, hated, can not stand|take|believe ... you|this|anymore|more|longer, driving|drives|drive me|us mad|crazy|insane|nuts|mental|bonkers, beside myself, up to here|the back, back teeth, exasperat*, v angry|upset|cross, very cross|upset, so cross, seeing red, could cry|scream, i could scream, in tears, screaming, shouting at|down, 😡, for love of god, for god sake, for christ sake, for heaven sake, god sake, gods sake, had it with|up, out of order mate`,
    ),
    ...say(
      "anger",
      "outrage",
      2.5,
      `disgust*, disgrace*, outrag*, scandal*, appalling, appalled, despicable, unforgivable, inexcusable, deplorable, contempt*, abhorrent, vile, unacceptable, ridiculous, unbelievable, absolute|utter|complete|total|bloody|such joke|shambles|disgrace|rubbish|farce|nightmare|shocker|cheek|mess|waste|garbage|disaster|clown*|cowboys|idiot*, what joke|farce|shambles|cheek|disgrace|mess, shame on|you, ashamed, shameful, shameless, how dare, dare you, having a laugh, are you|is this kidding|joking|serious|for real|joke|laugh, are you serious|kidding|joking, is this joke, seriously ?|??|how|!|what|why|?!, seriously ?, really ?!, taking piss|mick|mickey, piss take, bloody cheek|joke|useless|awful|terrible|ridiculous|idiots|hell|disgrace|rude|company, what bloody cheek, worst company|airline|service|bank|hotel|experience|ever|app|customer|shop|restaurant|provider|in, worst ... ever|life|world, never ever again|use, beyond joke|belief|livid|angry|ridiculous, never in my|all|# life|years|days, never been so|spoken|treated, in # years, in my life, robbery, robbed, daylight robbery, enough is enough, get act together, get your act, sort out|yourselves out yourselves|life|it, sort your ... out, what is wrong with, do you even, do you people, you people, wtf, ffs, omg ... why|this, stop lying, stop messing, i demand, demand to|a|that, speak to|with manager|supervisor|boss, shocking, absolute, utterly, ?!`,
    ),
    ...say(
      "anger",
      "insult",
      2.8,
      `idiot*, moron*, stupid, imbecile*, dumb, incompetent*, incompetence, clown|clowns, cowboys, crook*, thief, thieves, liar|liars, scum*, scammer*, con artist*, conmen, robbers, bastard*, asshole*, arsehole*, wanker*, prick*, twat*, dickhead*, fuck|fucked|fucker|fuckers|fuckin|fucks, fucking ... useless|joke|idiots|terrible|awful|ridiculous|parcel|money|company|order|app|refund|late|broken, fuck you|off|this|sake, shit|shite|shitty|bullshit|shitshow, piss|pissed|pissing, bollocks, arse, ass, crap, crappy, damn company|you|thing|order, screw you, go to hell, muppet*, useless useless, useless, joke of|company, pathetic, bunch of, lot of you, shower of, greedy, heartless, vultures, parasite*, jobsworth*, sharks, brainless, halfwit*, lazy, ignorant, garbage, pile of|load, load of rubbish|crap|tosh|bull, 🖕`,
    ),
    ...say(
      "anger",
      "irony",
      2.4,
      `thanks for nothing, thank you for nothing|ruining|wasting|ignoring|losing, thanks for wasting|ruining|losing|ignoring|breaking|cancelling|leaving|not|the broken|taking, well done ... losing|for|ruining|again, great job losing|ruining|breaking|guys ... not, congratulations|congrats|bravo on|for|to|you ... most|worst|losing|ruining|incompetent|never|being|useless, bravo, slow clap, 👏👏, oh great|wonderful|brilliant|fantastic|lovely|joy, great another, brilliant another, nice one|work|job ... lost|broke|losing|again, how about, must be nice|joking, good luck getting|with|reaching|if, what a surprise, surprise surprise, no surprise, as if, yeah right, very funny, hilarious, laughing stock, world class joke, value your feedback|call|custom, your call is important, ^ so much for, lol ... no|not`,
    ),
    ...say("anger", "shouting", 1.2, "{capitals}, 🙄"),
    ...say("anger", "shouting", 0.5, "!!"),
    // Thanks and praise.
    ...say(
      "thanks",
      "thanks",
      2.2,
      `thank you|so|very|everyone|god|all, thanks, thank, many thanks, thanks so|a|to|for|very, cheers, much appreciated, appreciate*, grateful, gratitude, kudos, hats|hat off, hat off to, shout out, shoutout, bless, big up, props to, credit to, my compliments, compliments to, please pass|thank, made my|our day|week, lifesaver, life saver, you are|you star|star|legend|legends|angel|best|gem|rock|brilliant|amazing|the best, saved my|our, above and beyond, so kind, 🙏`,
    ),
    ...say(
      "thanks",
      "praise",
      2.4,
      `love, loved, loving, lovely, excellent*, fantastic*, amazing*, awesome, brilliant*, superb*, wonderful*, perfect*, outstanding, exceptional*, fabulous*, fab, marvellous*, delight*, great, good service|product|quality|job|value|stuff|experience|communication|work|food|stay, very|really|so|pretty|super good, impressed, impressive, five|5 star|stars, 10/10, 10 out of, flawless*, faultless*, impeccabl*, spotless, spot on, top notch, top quality|marks|class, first class|rate, second to none, highly recommend*, would|will|definitely|deffo|can recommend|buy|return|use|order|come|be ... again|back|to|anyone, recommend to|you|them|this|it|highly, best #|thing|purchase|service|ever|customer|i|experience|company|shop|hotel|money|cake|in, worth every, worth it, happy with|customer|to|bunny|about, very happy, so happy, over moon, thrilled, chuffed, ecstatic, can not|could fault, could not fault|happier|ask|better|asked|recommend, can not fault, can not recommend enough, can not thank|praise ... enough, can not go wrong, friendly, polite, helpful, courteous, professional, patient, kind, patience, lovely people|staff|lady|man, super helpful|fast|quick|friendly, arrived|came|delivered early|quickly|fast|perfect*|safely|promptly|ahead, arrived|came|delivered on time, quick|fast|prompt|speedy delivery|service|response|reply|turnaround, day early, so quickly|fast, better than expected|last|ever|before|i|hoped, exceeded expectations, pleasant* surprise*, pleasantly surprised, works|working great|perfectly|well|like|brilliantly|fine|beautifully, works treat, well done|made|worth|organised|deserved, keep it up|up the, wow, yum*, delicious, tasty, gorgeous, beautiful*, comfy, insane* good|quality, quality insane, sick trainers|beat|shoes|design, bloody brilliant|marvellous|good|great|lovely|amazing, damn good, wicked, fair price, as described, exactly what|as, killer breakfast, to die for, in love, made my, game changer, glad i|we, pleased, bargain, ❤, 😊, 👍, xx`,
    ),
    ...say(
      "thanks",
      "content",
      2.2,
      `not bad, not half bad, not too bad|shabby, no complaint|complaints, nothing to complain|grumble|fault|moan|criticise, not single|one thing|problem|complaint|issue|hiccup|fault|hitch, not a single|one|thing|hiccup, no problem|problems|issue|issues|hassle|fuss|quibble|quibbles|quibbling|bother|trouble|drama|worries|delay|delays|hitch|hitches|damage|faults|regrets|complaints, nothing wrong, nothing broken|missing|bad, without problem|problems|fuss|hassle|issue|any|a|trouble|hitch|quibble|drama fuss|problem*|issue*|hitch|quibble|trouble, without fuss|hassle|problem*|hitch|quibble|issue*, no questions asked, hassle free, smooth, smoothly, went well|smoothly|fine, never had problem|issue|complaint|bad|any|a|an problem*|issue*|complaint*|experience, never had problem*|issue*|complaint*, never let down, never disappoint*, does not disappoint, did not disappoint, problem solved|sorted|fixed, all|everything|now sorted|fixed|fine|solved|resolved|good|perfect|great|works|working, sorted now|out|everything|it, fixed it|now|overnight|quickly, resolved quickly|now|within, works now|again|perfectly, was ready|about|going to complain, was skeptical|sceptical|worried|nervous, as always|ever|usual, happy customer|to|with, no harm done, replaced|exchanged|refunded|replaced|sorted without|quickly|immediately|same|no|straight|in|within, could not be better|happier, can not complain, mustn not grumble, not|nothing to|worth worry*, would not change`,
    ),
    // Question: what lowers the chance of a complaint.
    ...say(
      "question",
      "asks",
      2.2,
      `?, how do|can|could|much|many|long|would|to|often|far|big|soon i|we|you|is|are|does|it|for|the|will, how do|much|many|to, ^ can|could|may|shall|should|must i|we|you|my|someone|anyone|somebody|it|the|they|people|children|kids, ^ do|does|are|is|will|would you|i|we|there|it|this|your|the|they|my|anyone|under, ^ hi|hello|hey|hiya can|could|may|do|does|is|are|will|would|have|how|what|when|where|which, what is|time|are|size|kind|documents|do|does|would|colour|type|sort|about|happens|should|voltage|if|exactly, when does|do|is|are|will|can|would|did|you, where can|do|is|are|could|would|should, which one|is|size|bus|model|plan|documents|are|of|do|would, who do|can|should|is, is there|it|this|that|your|the|possible|he|she, are there|you|your|they|these|under, do you know|have|sell|do|offer|ship|deliver|accept|take|still|need|stock|make|provide, does it|the|your|this|anyone, any idea|chance|way|news|plans|recommendation*, wondering|wonder if|whether|how|what|about, let me know, like to know|ask|book|order|enquire|upgrade|change|buy|add|have, want to know|ask|book|order|upgrade|buy|add, please advise|confirm|tell|send|let|explain|clarify, advise on|me, question, questions, quick question, query, enquir*, inquir*, can you, could you, would you, may i, tell me, know whether|if, info, information about|on, details on|of|about`,
    ),
    ...say(
      "question",
      "wants",
      2,
      `looking for|to|forward, searching for, trying to find|locate|decide|order|book, interested in, would be interested, i would like|love|appreciate|need to|a|an, we would like, would like to|a|an, like a quote, quote for|please, quotation, price for|of|list, book a|an|for|table|room|seat, reserve, reservation for, order a|an|for|some , available in|for|on|at|still, availability, in stock, recommend a|me|one|for|the|any ... ?, opening hours|times, manual for, need to speak|talk|know|change|update|add|book|order, change delivery|date|address|name|booking|order, lost|forgot my loyalty|card|password|pin|keys, copy of, vat invoice, invoice for|please, receipt for, reset my, how do i, add a|my|second|wife, sign up, join, apply, size guide, i want to|a order|book|buy|know, call me about|regarding|back|to, voucher*`,
    ),
  ],
};
