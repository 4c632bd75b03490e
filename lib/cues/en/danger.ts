import { type Cue, say } from "@/lib/cues/cue";

/**
 * Danger by how it is built, for those who tell it without alarm. First what says it alone, then small signs of
 * different kinds (what gave way, what was swallowed, who was near, who was called, how it is told): two of them of
 * different reasons are a message about danger, one is none.
 */
export const danger: readonly Cue[] = [
  ...say(
    "safety",
    "hurt",
    2.3,
    `scald*, bleed, bleeding, concuss*, stitches, sprain*, fractur*, whiplash, gash*, graz*, grazed, black eye, nosebleed*, nose bleed*,
    cut|sliced|nicked|gashed|stabbed|pricked|scratched|grazed my|his|her|our|their ... thumb|finger|fingers|hand|lip|leg|foot|feet|arm|face|knee|gum|tongue|skin|eye|head|palm|toe,
    cut|burnt|burned|scalded|hurt|injured|sliced|nicked myself|himself|herself|themselves|me|him|her, sliced|stabbed|pierced|tore my|his|her|through|into,
    burnt|burned|burns|burn|singed|seared my|his|her ... hand|hands|mouth|tongue|lips|lip|ears|ear|arm|leg|legs|scalp|skin|finger|fingers|wrist|face|forehead|neck|foot, got burnt|burned|cut|hurt|scalded|stung,
    landed|fell|falls|fallen on|onto|against my|his|her ... hip|head|face|back|wrist|arm|knee|foot|shoulder|shin|toe|leg, knocked out|unconscious|over, splinter|splinters|shard|sliver in ... hand|finger|leg|foot|mouth|gum|lip,
    through|into|in my|his|her ... foot|sock|shoe|hand|finger|skin|thumb|heel, threw|thrown|flung|knocked me|him|her|us ... off|floor|ground|backwards|over|down, threw|thrown|flung me|him|her|us|off, took a tumble|fall|spill,
    a and e, a e until|for|with|at|after|last|on|in, er visit, ended|wound|finished|landed up ... hospital|casualty|floor|tiles|ground|clinic|ward|care|surgery, intensive care, icu, burns unit, minor injuries, walk in centre, casualty department, emergency room|services|department|ward, fire brigade, firefighter*, fire service said|came|says|told|attended, rang|call|called|calling|phoned|dialled|ring|phone 999|911|112|111, rushed to`,
  ),
  ...say(
    "safety",
    "ill",
    2.3,
    `vomit*, throwing up, threw up, thrown up, throws up, diarrhea, faint, fainted, fainting, passed out, blacked out, dizzy, dizziness, light headed, lightheaded, short of breath, gasping, wheez*,
    could|can|did|would not get|catch|draw ... breath, could|can|did not breathe|swallow, struggl* to breathe|for breath, hard|difficult|trouble|difficulty to|breathing|breathe, chok*, gagged, gagging, suffocat*, seizure*, fitting, palpitation*, stomach cramp*, cramps and, food poisoning, upset stomach, tummy ache|bug, bad stomach, stomach|tummy|belly pain|pains|ache|upset,
    was|were|been|being|felt|feel|feels|feeling|got|get|getting|fell|made|making|make|makes|violently|both|all|everybody|everyone ... unwell|poorly|nauseous|queasy|woozy|groggy|faint|dizzy, was|were|been|feel|felt|feeling|fell|taken|got|both|am|is|are ill, made|makes|making me|us|him|her|them|my ... sick|ill|unwell|cough|dizzy|wheeze|sleepy,
    been|was|were|got|being|felt|feel|both|all|everyone|everybody|family|kids|children|violently sick, sick after|since|within|all night|from, up all night|sick ... sick|toilet|bathroom, night on|in|over ... bathroom|toilet|loo, in bed with, thumping|pounding|splitting head|heads|headache*, eyes|eye|nose ... streaming|red|watering|running since|after|from|and, headache* since|after|every|when|from|and, seeing|hearing things|double, hallucinat*, can not|could not see properly|clearly|out|straight, went|gone|going|goes|turned blue|limp|floppy|grey|pale|purple, tongue|throat|lips|mouth felt|went|feels|feel|started|began|closed|closing thick|tight|numb|funny|swelling|tingling|up|itchy|burning, rash, hives, welts, itching, blister*, came|come|broke up|out in`,
  ),
  ...say(
    "safety",
    "fire",
    2.3,
    `flame|flames, spark, sparks, sparked, sparking, smoke came|coming|pouring|from|out|everywhere|billow*|filled|started, full of|filled with smoke|fumes, smoking when|after|while, started|began|begun|starts to smoke|smoking|smoulder*|melt*|spark*|glow*|swell*|bulg*, smoulder*, smolder*, bulged, bulging, brown|black|burnt hole|holes, caught|catch|catches|catching fire|light|alight, went up in, melt|melted|melting|melts ... plug|plastic|cable|socket|carpet|casing|lead|side|wall|handle|worktop|adapter|bag|sheet|sofa|table|charger, melted, scorch*, singe*, charred, soot, overheat*, too|so hot|warm to|it|that|i|we|my, hot|warm enough to, red hot, boiling hot, burning smell, smell|smells|smelled|smelt|smelling ... burning|burnt|smoke|singed|fumes|gas|fishy|fish|electrical, something burning, smells hot, left|leave|leaves ... scorch|burn ... mark*|ring, burn|burnt|scorch mark*|hole*|ring|patch, burst into, blew up, blown up, blows up, exploded, exploding, explodes, explosion*, went bang, loud bang, big bang, a bang, went pop, swollen|swelling|bulging|bulged|puffed|puffy|expanded|ballooned battery|pack|cell, battery|pack|cell ... swollen|swelled|swelling|bulg*|puff*|pillow|balloon*|deformed|warped|expand*|hiss*|leak*|burst|shape|misshapen`,
  ),
  ...say(
    "safety",
    "electricity",
    2.3,
    `tingl*, zap, zapped, zaps, jolt, jolted, electrocut*, electric|electrical|mild|small|slight|little|nasty|bad|got|get|gets|getting|gave|give|gives|static ... shock|shocks, shocked my|when|off, shocks me|us, bare|exposed|live|frayed|loose wire|wires|wiring|cable|cables|copper|contacts, wires|wire|wiring|copper|cable|cables ... exposed|bare|showing|visible|hanging|poking|sticking|frayed|live, see|seeing|show|shows|showing ... copper|wire|wires, crackl*, sizzl*, arcing, socket|plug|switch|light ... hanging|dangling ... wall|ceiling|wires, water|wet|drip*|leak*|rain ... socket|sockets|light fitting|fuse|plug|electrics|lamp|lights|switch|meter|wiring, lights|lamp|socket|plug|fence|tap|metal|machine ... tickle*|buzz*|tingl*|bites|prickl*`,
  ),
  ...say(
    "safety",
    "gas",
    2.3,
    `carbon monoxide, co alarm|detector|poisoning, monoxide, smell|whiff|stink|odour|reek|hint|trace of|from ... gas, gas smell|leak*|escape*|hiss*|hose ... perish*|crack*, smell|smells|smelt|smelled gas|like gas|of gas, gas leak*, leaking gas, fumes, exhaust inside|in, alarm|detector ... went|gone|goes|going off, alarm|detector did|does not, regulator|hose|pipe ... perish*|cracked|hissing|split`,
  ),
  ...say(
    "safety",
    "foreignBody",
    2.3,
    `bit|bits|piece|pieces|shard|shards|sliver|fragment|fragments|splinter|splinters|lump|chip of ... glass|metal|plastic|rubber|wood|bone|wire|glove|stone|china|ceramic|foil in|inside,
    glass|metal|plastic|rubber|staple|staples|screw|nail|needle|pin|blade|wire|stone|bone|glove|tooth|splinter|splinters|shard|shards|bristle*|magnet|bolt|coin|razor|mould|mold|mouldy in|inside my|the|our|his|her|a ... jam|sandwich|soup|salad|bread|loaf|lasagne|pizza|meal|food|burger|cake|muffin|yoghurt|yogurt|cereal|pie|curry|rice|pasta|sauce|ice|chocolate|biscuit*|sweets|milk|drink|bottle|juice|pouch|puree|porridge|wrap|fillet|fish|chicken|sausage*|olives|spread|crisps|beans|jar|tin|can|formula|stew|roll|bun|pastry|cheese|dip|dessert|smoothie|mouth|throat|packet|portion|plate|dish,
    swallowed a|the|it|some|one|two|part|piece|bit|half, almost|nearly|could ... swallow*|chok*|eaten, swallow|swallowing a|the|it, bit|bitten|chewed|crunched down|on|onto|into ... metal|hard|glass|stone|something|plastic|wire|bone, already|had|half ... chewed|swallowed, came|come|comes|fell|falls|broke off|out|away|apart ... in|into ... his|her|mouth|hand|throat, something|anything hard|sharp|metallic|crunchy in|inside, in|into|down|from his|her|my ... throat|gum|mouth, pink|raw|undercooked|bloody|uncooked in|inside|middle|chicken, chicken|pork|turkey|mince|burger|sausage* ... pink|raw|undercooked|bloody|off|uncooked, furry|fuzzy|green|grey|black stuff|fur|spots|bits ... eaten|ate|drank|half, mould|mold|mouldy|moldy ... ate|eaten|eat|drank|mouth|baby|swallowed|inhaler|spacer|formula|bottle,
    ate|eaten|drank|licked|chewed ... coating|plastic|glass|metal|mouldy|mould|batter*|paint|glue|bleach|plant|chemical|pellets|poison|tablet*, flaked|flaking|flakes|peeled|peeling|chipped ... food|omelette|pan|eggs|soup|ate`,
  ),
  ...say(
    "safety",
    "allergy",
    2.3,
    `i|am|is|are|was|severely|highly|strongly allergic, swelled|swells|swelling|swelled ... like|up|hand|face|eye|lip|balloon, brakes ... nothing|hire|dead, allergic|allergy to ... nuts|latex|sesame|milk|egg|eggs|soy|soya|peanut|peanuts|gluten|dairy|shellfish|fish|wheat, epipen, epi pen, antihistamine*, anaphyla*, allergic reaction, reaction to|after|from|since, reacted to|badly|after, label|packet|menu|ingredients|box|list says|said|say|mentions|mentioned|did|does nothing|not ... sesame|nut|nuts|milk|egg|gluten|soy|soya|wheat|celery|mustard|fish|shellfish|lupin|peanut, nut|gluten|dairy|milk|egg|lactose|latex|sesame free ... breath|reaction|reacted|swoll*|rash|ill|sick|hospital|had|contain*`,
  ),
  ...say(
    "safety",
    "poison",
    2.3,
    `poisons line|centre|unit|helpline|hotline|information, poison control|centre|center, toxic, bleach, caustic, drain cleaner, drank|licked|swallowed|ate|inhaled|chewed ... cleaner|detergent|plant food|pods|pod|capsule|liquid|solvent|paint|perfume, made me|him|her|us cough*|gag|choke|retch`,
  ),
  ...say(
    "safety",
    "medicine",
    2.3,
    `somebody|someone|another|other|wrong|different else|person|patient|name|label ... tablets|medicine|pills|box|bag|taking|taken|took|label|medication|prescription, gave|given|give|handed|sent|dispensed|supplied me|him|her|us|my ... somebody|someone|another|wrong|double|thirty|twice, wrong|different|incorrect|double|twice strength|dose|dosage|patch|units|inhaler|insulin|tablets|medication|pills|medicine,
    tablets|pills|medication|medicine|capsules look|looks|looked|are|were|was|seem|smell ... different|wrong|expired|mixed|not|strange|double, told|said|advised|instructed|says ... double|doubling|stop taking|twice dose|it|the|and, units and|but|instead, pen|pump|inhaler gave|gives|delivered|delivers|makes|does|is|has ... nothing|empty|thirty|too|double|clicks|click|not|wrong|stopped|blocked, tablets|pills|medicine|medication|bottle|bleach|cleaner|capsules ... child|safety cap|lid|proof|lock, child proof|resistant|cap, toddler|child|baby|son|daughter|kids|boy|girl had|got|opened|opens|has|managed ... open|hold|tablets|pills|bottle|into`,
  ),
  ...say(
    "safety",
    "selfHarm",
    2.6,
    `reason|point to|in go|going|carry|carrying|live|living ... on|any|anymore|more|longer, not see|have ... reason|point ... go|on|carry|live|continue|anything, better off if|without ... i|me, everyone|everybody|family|kids|they ... better off, were not|was not|no longer around|here anymore, if i|i'm were|was not|gone around|here, not|no longer being|be here|around|alive next|tomorrow|anymore, thought about|of ... ending|disappearing|dying, not being here, do not want|wish to ... here|wake, can not take|bear|do|face ... anymore|more|longer|living`,
  ),
  ...say(
    "safety",
    "violence",
    2.3,
    `shoved|pushed|grabbed|hit|kicked|punched|slapped|spat|squeezed|threatened|touched me|my|him|her|us ... when|in|at|and|because|arm|face|chest|shoulder|wall|door, shoved|pushed|grabbed me|him|her, followed me|her|him`,
  ),
  ...say(
    "safety",
    "danger",
    2.3,
    `gave|give|gives way|under, shatter*, splinter*, toppled, toppling, sent|send ... flying, went everywhere|flying, shattered, lost|chipped|cracked|broke a|my|his|her filling|tooth|crown, tilts|tilted|shifted|shifts|moves|moved|rocks when|as|under ... step*|stand*|stood|went|climb*|wheelchair|sat, caught her|him|it ... by|before, let|lets ... baby|toddler|crawler|child|kids|dog through|out, collapsed, collapsing, collapses, tipped|tips|tipping over|up|forward|backwards|onto|us|him|her, fell|falls|fallen|dropped|came|crashed|comes|coming|drops down|off ... wall|roof|ceiling|head|street|cot|us|him|her|floor|ground|window, ceiling|roof|tile|tiles|panel|plaster|shelf|mirror|window|balcony|lamp|tree|sign|wardrobe|television|picture ... came|fell|collapsed|dropped|crashed|falling down|off|out|in|onto,
    wheel|wheels|tyre|tire|pedal|saddle|handlebar*|steering|brake|brakes|axle|fork|chain|bonnet|trailer ... came|fell|parted|let|locked|flew|detached|broke|snapped|cracked|crack|sheared|wobbl*|burst|blew|failed|fail|nothing|slips|slipped|loose|separated|collapsed,
    brake|brakes do|does|did|would|will|are|not|hardly|barely ... nothing|not|stop|work|hold|respond|grip, did|would|does|will not stop|brake|slow ... when|lights|squeez*|lever|brak*|pressed|junction|hill, squeez*|pulled|pressed ... lever|brake|brakes,
    belt|seatbelt|buckle|harness|strap|straps|bar|latch|clip|barrier|gate ... not|never|came|open|undone|lifted|broke|snapped|slips|loose|unlatched|released|fails|failed|unclipped|popped click|lock|latch|hold|close|undone|open|stay|fasten|off|shut|up|loose|in, unlatched, unhooked, unbuckled, unclipped, unlocked itself, bolts|screws|bolt|screw ... never|not|loose|missing|undone|came|fell|out|sheared tight*|fitted|out|done|loose|undone|off|missing,
    no|without|missing handrail|railing|guard|barrier|airbag|smoke alarm|fire extinguisher|lifeguard|fire exit, lid|cap|top|cork|valve|cover|blade|jug|bowl|head ... flew|blew|shot|came|popped|burst|exploded off|apart|out|open|away ... ceiling|spinning|face|hand|running|ran|while|hot|speed|landed|room|mouth|piece|and, apart|off|loose while|when|as ... spinning|moving|driving|riding|running|using|speed|turning,
    sharp|jagged edge*|bit|corner*|point|piece|end|metal|spike|plastic|burr, razor sharp, poking|sticking|poke|sticks|stuck|pokes|protruding out|up|through, rusty nail|metal|edge, on|by its own|itself ... threw|started|moved|hot|drove|again|and|accelerat*|switched, sped|speeds|speeded|switched|turned|started|starts|turns|switches|accelerated|moved|rolled up|on|off|away ... own|itself|suddenly, stays|stayed|remains|keeps|stay|kept lit|on|hot|heating|running|going ... after|off|when|even|though,
    folded|closed|shut|dropped|slammed|came|fell|rolled up|on|onto|down|with|over ... arm|hand|finger*|leg|foot|head|child|son|daughter|boy|baby|us|inside|him|her|frame|mother|dog|nail, doors|door|lift|elevator|escalator|gate|shutter ... closed|shut|stayed|opened|dropped|stopped|moving|trapped|came|fell on|open|suddenly|between|without|while|onto|arm|hand|frame,
    around|round his|her|my|its|the neck, missed|missing me|him|her|us|the|my|our ... by|inch*|just|narrowly|head|face|cat|baby, by inches|a whisker|centimetres, landed next|beside|near|close, underneath ... cot|baby|bed|child, cot|baby|bed|crib|child|kids was|were|is|underneath ... underneath|under|below|next|nearby|inside,
    with ... boy|son|daughter|baby|child|kids|toddler|niece|nephew|grandson|mother|mum|dog|us in|on|inside|underneath|halfway, nobody|no|not|none|noone|never ... hurt|injured|harmed|inside|underneath|behind, lucky|luckily|thankfully|fortunately ... nobody|one|hurt|there|standing|watching|caught|noticed|injured|asleep|home|awake, was|were right|standing there|next|nearby, could|might have been|gone|hurt|killed|hit|ended|blinded|lost|died ... worse|nasty|hurt|killed|bad|badly|serious|someone|somebody|me|him|her|fatal, could|might have hurt|killed|hit|blinded|burned|choked|drowned|fallen,
    towards|toward|into|onto the|a|our ... road|street|traffic|pool|pond|river|track*|pavement, mounted the pavement|kerb, reversed|drove|ran|backed over|into|at ... dog|foot|child|me|cat|wall|bike|us, wandered|walked|walks|climbed|crawled|ran straight|through|out|in, candle|wax|wick|oil ... ran|spread|cracked|burst|spilled|spilt|over|leaked, cracked|crack|cracks ... axle|frame|fork|ladder|helmet|rung|beam|wheel|glass|jar|gas, leaned|leans|leaning over, wobbl* ... throw*|fall|fell|tip*|parted|off|dangerous, went off in|on|at ... pocket|bag|hand|face|house|night, recalled, recall notice|of|list, safety recall, pressed|pushed|pulled ... pendant|alarm|cord|button, lay|lying|laid there|on|helpless, steam|oil|water|acid|liquid ... shot|squirt*|spurt*|sprayed|splash*|came|burst ... face|wrist|hand|arm|onto|eye|eyes|leg|side, wasp*|hornet*|rat|rats|snake|bees nest|bite|bit|in|sting|stung, stung`,
  ),
  // Small signs. Each reason is a kind of its own.
  ...say(
    "safety",
    "danger",
    1.1,
    `came|comes|coming|come|fell|falls|flew|broke|breaks|snapped|snaps|worked|blew|shot|popped off|apart|loose|undone|away|out, snapped, popped, tilts, tilted, shifted, loose, cracked, crack, burst, bursts, split, buckled, wobbl*, let go, let out, folded up, rolled, slid, slips, slipped, dropped, tipped, lifted, unstable, unsteady, exposed, frayed, rusty, perished, sharp, jagged, would|will|does|did not click|latch|stop|hold|engage, carried on, sped up, accelerat*, on its own, by itself, parted, gave out, recalled`,
  ),
  ...say(
    "safety",
    "hurt",
    1.15,
    `doctor, doctors, gp, vet, 999, 111, 911, 112, casualty, clinic, surgery, surgeon, dentist, paramedic*, bandage*, first aid, x ray, xray, steroids, antibiotics, cortisone, hospital, limp*, tumble, tumbled, crutch*, took the tip, threw me|him|her, scraped, scratched, pinched, hit me|him|her|my, nail, landed`,
  ),
  ...say(
    "safety",
    "ill",
    1.15,
    `sick, cramps, fever, nausea, cough, coughing, drowsy, sleepy, weak, shaky, breath, breathe, breathing, headache, headaches, itchy, sore, red eyes, feverish, stomach, tummy`,
  ),
  ...say(
    "safety",
    "fire",
    1.1,
    `hot, warm to|enough|and|when|after, glow*, heats ... badly|too|much|strangely, heating up, burn, burning, burnt, burned, smell, smells, smelled, smelt, smelling, smoke, smoky, brown|black|dark mark*|ring|patch|stain, discolour*, boiling water|oil, wick, wax, alight`,
  ),
  ...say(
    "safety",
    "foreignBody",
    1.1,
    `bit on, grit, ate, eaten, swallow*, chewed, chewing, drank, licked, in his|her|my mouth, bit into, bit down, mouthful, button cell|battery, coin cell|battery, magnet, magnets, small parts, little round, metallic, staple, shard*`,
  ),
  ...say(
    "safety",
    "medicine",
    1.1,
    `tablets, pills, insulin, inhaler, units, dose, doses, dosage, medication, medicine, medicines, injection, jab, vaccine, vaccination, pharmacy, pharmacist, chemist, patch, capsules, epipen, pacemaker, oxygen, prescription says|said|was, somebody|someone else name, another patient*|person`,
  ),
  ...say(
    "safety",
    "electricity",
    1.1,
    `buzz, buzzing, buzzes, hum, humming, hiss, hissing, hissed, fizz*, tickle, tickles, prickl*, live cable|wire|terminal, wires, copper, tripped the, trips the, fuse blew|blown`,
  ),
  ...say(
    "safety",
    "hint",
    0.9,
    `let you know, so you know, heads up, you should know, you should be aware, you to know, you to be aware, be aware, for your information, fyi, just mentioning, thought i mention|would, worth mentioning, for the record, on record, not complaining, not a complaint, not urgent, is it normal, is that normal, is this normal, should i be worried|concerned, i am worried|concerned, bit worried|concerned, worrying, no harm done, all fine, we are fine|ok|okay, all ok, luckily, lucky, thankfully, thank god|goodness|heavens, fortunately, nearly, almost, could have, might have, narrowly, near miss, close call, could easily, no one else, before someone|somebody|anyone, noticed, please check, other customers, other families, warn, warning others`,
  ),
  ...say(
    "safety",
    "hazard",
    0.95,
    `seat belt, seatbelt, seat, lift, elevator, escalator, swing, slide, climbing frame, trampoline, treadmill, stool, bunk, bunk bed, tyre, tyres, axle, fork, wheel, front wheel, scooter, e bike, ebike, e cig, vape, van, lorry, truck, pram, pushchair, buggy, stroller, lamp, heater, kettle, iron, hob, cooker, candle, window, roof, roof box, pool, sauna, hot tub, electric blanket, powerbank, power bank, adapter, cable, cord, wire, gas, stove, hose, regulator, toy, toys, sun lounger, deckchair, pressure cooker, hot water bottle, airer, tumble dryer, dryer, fairground, sesame, nut free, gluten free, dairy free, latex, biscuit, buffet, soup, chicken, baby food, fumes, handrail, monitor, electric, pan coating|coated, coating, helmet`,
  ),
];
