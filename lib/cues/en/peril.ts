import { type Cue, say } from "@/lib/cues/cue";

/** What customers of any shop tell of harm, near harm and things that can harm, beyond lib/cues/en/safety.ts. */
export const peril: readonly Cue[] = [
  ...say(
    "safety",
    "hurt",
    2.3,
    `lost my|his|her|a nail|fingertip|toenail|thumbnail, finger|thumb|toe nail ... gone|off|ripped|torn|black, black and blue, dislocat*, torn ligament*|muscle|tendon, tendon*, ligament*, nerve damage, skin graft*, operated on, emergency surgery|operation,
    scarred, scarring, scar|scars on|for|across, disfigur*, blinded, burst|perforated eardrum, ears ringing, tinnitus since|after, blood everywhere|all|on|pouring|running|dripping, covered in blood, took|take|taken|sliced|cut|lopped|ripped|torn off|the|my|his|her ... tip|fingertip|nail|finger|thumb,
    jammed|pinched|nipped|trapped|caught my|his|her|our|the ... skin|finger|fingers|thumb|toe|chin|hand, zip|zipper ... skin|chin|neck, knocked|chipped|cracked|broke|lost ... front|back|half tooth|teeth, knocked ... tooth|teeth, lost my|his|her footing|balance, sent|went flying|sprawling ... over|floor|stairs|me|him|her, landed in ... hospital|casualty|emergency,
    electric burn*, friction burn*, chemical burns, burns unit|ward|clinic|cream, burn cream|dressing|ointment, stitched|glued|bandaged up|back, stitched ... up, tetanus shot|jab, eye patch, eye casualty|clinic|hospital|infirmary, cornea*, retina*, ophthalmolog*, hearing damage, head trauma, brain injury|damage, crack|cracked|split ... open ... head|chin|lip|forehead|eyebrow, through my|his|her|the|two nail|finger|hand|foot|cheek|shoe,
    wound*, bump|lump|egg on his|her|my head|forehead, in|with a sling|neck brace|cast, sick note, signed off`,
  ),
  ...say(
    "safety",
    "ill",
    2.3,
    `could not|can not|can hardly|barely open|see|use|move my|his|her|out|from|them ... eye|eyes|hand|arm|fingers|neck, could|can not|hardly|barely open|shut my|his|her|them, had|having|has|have a|another fit|seizure|stroke, febrile, on a|the drip, antibiotic drip, stomach pumped, sepsis, pneumonia, meningitis, burning sensation|feeling, burns|burned|burnt ... skin|face|eyes|lips|scalp|mouth,
    hair ... fell|falling|falls|coming|came|comes out|off|away, clumps|handfuls of hair, hair|lashes|eyelashes|eyebrows ... clumps|handfuls|gone|fell, bald patch*|spot*, scabs, pus, oozing, weeping skin|wound|blisters, foam* ... mouth, skin|hand|arm|leg|finger|foot|ear ... turned|went|gone black|purple|blue|green|numb|raw, red|bright|angry raw|weals|welts|spots|patches|blotches|rash, red raw, raw skin, came|come|comes up|out in, swelled|swollen|swells|swelling|ballooned|puffed up|shut|badly|like|to|so|after|and,
    threw|throw|throwing|brought|bringing it|everything|all|him|up up, sick|ill ... ate|eaten|eating|drank|meal|oysters|fish|chicken|prawns|mussels|after|guests|whole|night, ended up sick|ill, feverish, high fever|temperature, miscarriage, pregnant ... sick|ill|ate|eaten|drank|fell|bleeding|listeria|worried, whole|entire family ... ill|sick|bed|down, upset tummy, the runs, on the toilet all|since, breathing problem*|difficult*|stopped|got, out of breath, could|can not get any|enough air, fumes ... sick|dizzy|headache|cough*|sleep, heart racing|race|pounding, racing heart, chest tight*|hurts|hurt|pain*|pressure, tight chest, blood pressure ... dropped|shot|through|went, low|blood sugar ... dropped|crash*|low, hypo, hypoglyc*, went into|in shock|anaphyl*|coma|labour|arrest, in a coma`,
  ),
  ...say(
    "safety",
    "fire",
    2.3,
    `hoverboard|charger|battery|motor|engine|oven|toaster|dryer|washer|machine|plug|laptop|phone|router|socket|board|tv|television|fryer|kettle|iron|blanket|mixer|blender|cooker|heater|lamp|radio|console|hairdryer|it|appliance ... smoking|smoked|smokes|smouldering, start|started|starts|starting|began|begins smoking, smok* ... charging|charge|plugged|switched, billow* smoke, embers ... fell|carpet|floor|rug|flew, glowing ember*|coal*,
    put ... fire|flames out, grabbed|used|emptied ... extinguisher|blanket, threw ... water|blanket|towel|rug over|on|at, stamped ... out, burned|burnt|burns|melted a|right|straight|through ... hole|carpet|table|floor|sofa|skin|trousers|worktop|pocket|sheet, burnt|burned|burns down|out|black, catches|caught|catch light|alight|fire, went up like|in, runaway, thermal, too hot to|for ... hold|touch|handle|pick|carry, so hot ... could|can|that|it|you, hot enough to, burns to touch, scorched my|the|our, singed my|his|her, hot ash*, backfired, flash of|flash light|fire|flame, big|huge|blue|bright|white flash, went off like|with|in a|my, fireball, blew ... fuse|fuses|electrics|up|socket|door, pops and bangs`,
  ),
  ...say(
    "safety",
    "electricity",
    2.3,
    `case|casing|body|housing|shell|frame|tap|rail|metal ... live, lit|lights|lit up ... metal|casing|case, current through|in|on|from my|the|his|her|it, jolt from|off|through|when|up, buzz in|through|up ... arm|fingers|hand, tester ... live|lit|voltage, voltage on|between, not earthed, earth|ground wire missing|loose|off|not, trips|tripped|tripping|blew|blows ... electrics|breaker|rcd|fuse|house ... smell|bang|burn*|smoke|spark*|hot|hand, cable|lead|wire|wires ... pulled|came|torn|chewed|pinched|split ... out|copper|through|bare, back|cover|faceplate|casing ... came|fell|missing ... wires|live|socket`,
  ),
  ...say(
    "safety",
    "foreignBody",
    2.3,
    `metal|glass|wood|wooden|steel|plastic|aluminium shavings|filings|splinters|swarf|fibres|slivers|bristle*, shavings in, larva*|maggot*|worm*|cockroach*|weevil*|beetle*|mouse|rat ... in|inside|crawling|ate|eaten|moving, needle|needles|pins|pin|staple|staples|tack|tacks|nail|nails|blade|razor ... left|sticking|inside|sleeve|collar|shirt|coat|sock|cushion|mattress|pillow|dress|trousers|shoe|sole|seat|toy|seam|lining|hem, stepped|sat|knelt|lay on ... glass|needle|nail|staple|screw|shard*|splinter*|pin|tack, glass ... everywhere|foot|feet|food|barefoot|crawling|baby, nearly|almost ... tooth|teeth|filling|crown,
    popper*|bead|beads|sequin*|bow|bell|eye|nose|wheel|cap|foam|rattle|squeaker|stuffing|button|tyre|knob|screw|magnet|ball ... mouth|swallow*|chok*|chew*|throat|nose, in|inside|into his|her|its|the ... mouth|throat|nostril|nose|ear ... out|before|when|just|time, went|reached to|for put ... mouth, about to put|swallow|bite|eat|drink|chew, small enough to, comes|came|come|fell|falls|pulls|pulled off|away|out|apart ... choke|choking|swallow|baby|toddler|mouth, fish|out|get|got|hook* ... out of his|her mouth|throat, heimlich, back slaps|blows, slap*|hit|thump* ... on back`,
  ),
  ...say(
    "safety",
    "danger",
    2.3,
    `inch|inches|centimetre*|centimeter*|cm|millimetre*|mm|hair|whisker|foot|second|seconds|metre|feet away|from|later|earlier|more|before|after|breadth|beside|next ... face|hand|fingers|head|foot|eye|eyes|baby|child|son|daughter|cot|me|him|her|us|dead, fingers|hand|face|head|foot|eye|child|baby|son|daughter|cot|grandson|me|him|her ... inch|inches|centimetre*|cm|millimetre* away|from, within inches|centimetres, by a inch|centimetre|hair|whisker|second, a hair breadth, split second,
    sold|sell|selling|sells|stock|stocks|stocking|shelves|shelf|shop|shops|store|available|buy ... recalled|recall, recall|recalled ... sold|sell|selling|sells|stock|shelves|shelf|available|weeks|months, starts|runs|run|spins|spun|works|start|switches|turns ... with|without ... lid|guard|cover|door off|open|removed|on|closed, blade|blades|fan|belt|chain ... exposed|unguarded|kept spinning|flew,
    childproof|child proof|child resistant|child safe|child safety|child lock|safety catch|safety cap|safety lock|safety lid|safety guard|safety bar|safety switch|safety strap|safety gate ... not|open*|fail*|broke*|fell|undid|useless|off|came|snapped|loose|stuck|nothing, opened ... child lock|childproof|safety cap,
    set|pulled|moved|drove off|away ... boarding|getting|foot|hanging|halfway|still, doors ... open|opened ... moving|driving|running|stations|speed|shaft, braked|brakes|brake|braking hard|sharply|suddenly|harshly|violently, slammed on brakes, emergency stop|brake|braking, thrown|flew|flung|hurled forward|forwards|sideways|against|across|from|off|out|through|into|clear, overcrowd* ... faint*|collapse*|crush|platform|panic, no air ... trapped|stuck|hours|heat|tunnel|breath*,
    pole|cable|wire|line|branch|tree|lamp post|mast|wires|cables ... hanging|leaning|leans|dangling|lying|low|hangs|down ... road|pavement|street|school|playground|garden|head|path|ground|footpath, manhole|trench|hole|pit|shaft|drain ... uncovered|open|unmarked|barrier|fell|cover, bed bug|bugs ... bit*|bites|covered|skin, bedbug* ... bit*|bites|covered|skin, covered|full|eaten in|of|alive bites, stranger|man|somebody|someone ... walked|came|got into|in|inside ... room|bedroom|flat|house|night,
    heel|sole|strap|blade|runner|binding ... broke|snapped|came|cracked|gave|undone|opened ... stairs|fell|ankle|hill|skiing|skating|riding|speed|slope|scaffold*|ladder, nearly|almost ... edge|stairs|window|road|traffic|under|flat|feet, over the edge|side|handlebars|balcony|railing, head first, face first, went over ... handlebars|bars, threw|thrown|came off ... bike|horse|scooter|motorbike, under the|a water|wheels|bus|lorry|car|van ... second|seconds|minute|moment|nearly|almost, under water for|before|until, head ... under water, went|go|gone|goes|slid|slips|pulled under ... water|pool|bath|second*, deflat*|lost air|leaked ... pool|sea|lake|water|swim*|armband*,
    stair gate|safety gate|baby gate ... open*|not|fell|gave|came|lock|latch, fell|tumbled|rolled|dropped|went|crashed down|through|off|out|from|onto|down # ... steps|stairs|metres|feet|storeys|floors, collapse*|gave|gives|giving|went|buckl*|fold* ... under|beneath|with|way|while ... me|him|her|us|mother|father|son|daughter|weight|baby|child|guest|customer|gran|nan|mum|dad|he|she, folds|folded|closed|snapped|collapsed|springs|sprang|slammed shut|in|up|on|down ... hand|hands|fingers|finger|arm|baby|child|inside|me|him|her,
    came|fell|drop*|crash*|slid|tipped|toppled ... missed|missing|next|beside|where|minutes|seconds ... me|him|her|baby|child|children|son|daughter|head|cot|asleep|sleeping|sitting|standing|playing|left, or|someone|somebody|child|baby|kid could|would|might|will have|be ... hurt|burned|burnt|killed|drowned|choked|strangled|blind, what if ... child|baby|had been|someone|kid|toddler, hate|dread to think, does not bear thinking, accident waiting, kill|hurt|maim|blind|injure somebody|someone|anybody|people|kids|children, get|gets|getting hurt|killed|injured, take|have|taken|poke ... eye out, lethal, fire hazard, not fit for human, unfit for human, health|safety|fire inspector*, trading standards ... safety|danger*`,
  ),
  ...say(
    "safety",
    "medicine",
    2.3,
    `ten|two|three|four|five|twice|double|half times|the|# ... dose|dosage|strength|prescribed, # times|mg|ml instead|rather ... of|than, mg instead, wrong name|patient|person|label|tablets|pills|leaflet ... bottle|box|bag|patient|medicine|ward|bed, not my|mine|his|hers medication|tablets|pills|prescription, app|software|system|program|programme|update|screen|chart|tablet ... dose|doses|dosage|allerg*|medication|patient|drug|insulin|resident ... wrong|lost|missing|deleted|disappear*|changed|swapped|mixed|doubled|jumped|gone|shows|another|twice, dose|dosage|allerg*|medication|drug ... disappear*|vanish*|jumped|swapped|doubled|mixed|deleted ... app|software|system|ward*|list|chart|screen|update,
    given|gave|administered|got|received ... penicillin|insulin|morphine|aspirin|ibuprofen|warfarin|antibiotic*, thermometer|monitor|glucose|meter|sensor|oximeter ... wrong|reads|read|shows|showed|showing ... while|actually|hypo|fever|really|though|low|high, alarm|alert|pendant|button|fall|sensor|telecare ... nothing|not|never|failed|silent ... fell|fall|floor|triggered|sent|call|called|alert*|help, lay|lying on ... floor|ground ... hours|hour|night|until|alone, hoist|sling|wheelchair|stairlift|rollator|walker|bed rail|bedrail ... tore|torn|broke|snapped|tipped|collapsed|fell|gave|dropped|stopped|folded|failed|strap`,
  ),
  ...say(
    "safety",
    "selfHarm",
    3,
    `not|do want|wish to go|carry|continue on, not want to ... go on|wake up|be here|live, no point|reason going|carrying|living|to on|anymore|live|carry|go, do away with myself, thought|thoughts|think|thinking about|of|it ... killing|ending|suicide|dying|jumping|taking my|own|all|myself|life|it, would be better dead|off, say|saying my|our goodbyes, goodbye letter|note, do not want to be alive|here, my life is over`,
  ),
  // Small signs. Each reason is a kind of its own.
  ...say(
    "safety",
    "hazard",
    0.95,
    `hoverboard, mandoline, slicer, epilator, hoist, stair gate, baby gate, safety gate, armbands, life jacket, skateboard, bouncer, air fryer, fryer, gas bottle, gas canister, food processor, drone, propeller, chainsaw, hedge trimmer, strimmer, inline skates, roller skates, ski binding, carabiner, bunk beds, bath seat, high chair, highchair, hair straightener*, hairdryer, hair dryer, curling iron|tongs, soldering, shredder, nail gun, staple gun, pressure washer, generator, fire pit, fireplace, log burner, wood burner, escape room, bouncy castle, sling, swing seat, cot bed, teether, teething ring, dummy, pacifier, rattle, hair dye, peel, lash glue, wax strip*`,
  ),
  ...say(
    "safety",
    "harm",
    1.3,
    `blood, bruised, scraped, in tears with|from, screaming in|with|and, crying with|from pain, petrified, terrified, scared stiff|to death|half|us, frightened ... life|child|baby, shaken, shook up, whole|entire house|flat|kitchen|room|building ... evacuat*|smoke|black|stank, ran|rushed|got out|outside ... house|garden|kids|children|street, had to run|jump|leap|duck|get out|away|clear|aside, jumped|leapt|ducked out|back|aside|clear, switched|turned|pulled|unplugged ... off|mains|plug|out immediately|straight|quickly|just|in time, caught it|him|her|them just in time, in time before|to|or`,
  ),
];
