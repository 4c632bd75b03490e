import { type Cue, say } from "@/lib/cues/cue";

/** Names and sayings that only sound like harm or trouble. */
export const decoys: readonly Cue[] = [
  // Decoys: names and sayings that only sound like harm or trouble.
  ...say(
    "none",
    "decoy",
    1,
    `fire stick|sticks|tv|pit|pits|hd|tablet|extinguisher*|drill|exit*|door|doors|escape|wall|water|works,
    fire away, kindle fire, fire safety|station|certificate|regulations, smoke alarm|detector|grey|colour, smoked,
    angry bird|birds|bull|orchard, poison eau|perfume|ivy|girl|edp, death by chocolate, to die for,
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
    waste bin|collection, leak proof|free|detector, trouble free, fault free, problem free, worry free, hassle free,
    hot water|meal|food|meals|chocolate|drink|drinks|desk|deal|deals|dog|dogs|line|spot|topic|pink|key, piping hot, sick of|and|leave|pay|note|day, sharp image|picture|sound|dresser|increase|rise|photo*|focus|at, not sharp, not very|really sharp, cut|cuts the|your|a|my|our|down ... price*|cost*|deal|call|bill|short|off, burning question*|desire, shock price*|rise|increase|bill, price|prices|bill|cost shocked|shock|shocks me|us|everyone, shocked by|to|at, killer, fell|fall|falling|fallen in love, fell|falls|fallen through|short|behind|apart|out with, on fire sale, sale|team|form is|are|on on|fire, spark joy|interest|plug|plugs|notes, bleed ... wash|radiator*|colour*|dye|shirts, bled ... wash|colour*|dye|shirts|clothes, firewall, fire wall|door|doors, poison pen, pain in the neck|arse|backside|bum, warm welcome|regards|wishes|coat|colour*|white|light|clothes, gas bill*|account|meter reading|tariff|price*|supplier|contract, battery life|lasts|lasted|only, nail polish|varnish|salon|bar|art, first aid kit*, smoke detector*|alarm* ... order|bundle|stock|buy|price|deliver*|include*|compatible, screen ... crack*, cracked|crack ... screen|corner|code|down, hospital|hospital's main|reception|parking|gift|radio|appointment letter, allergic to|of ... paperwork|queues|mondays|waiting, as i recall, recall ... order*|conversation|password|when|what|whether, dropped call|calls|signal|connection|out, internet|connection|line|signal|call|wifi dropped|drops, pick up|dropped off, drop off, parcel|package|order|delivery dropped, steam account|deck|game*|key|wallet, toxic waste|mask, explod* ... price*|bill|popularity, splash out, fits like a glove, hot off, smell* nice|lovely|amazing|great|good|divine|wonderful|gorgeous|delicious, taste|tastes|tasted burnt, burnt food|toast|pizza|edges|crust|base|bits, pizza|toast|crust|cake|steak|chips was|were|is|are|came|arrived burnt|burned, app|site|website|page|system crash*|collapsed, mobile|app|website|phone|laptop|internet jammed, units left|available|sold|in, sleep badly, arm|leg|foot|head|neck|arms|legs|feet broken|snapped|bent|torn|came|come|missing|fell|fallen off|loose`,
  ),
  ...say(
    "none",
    "decoy",
    1,
    `toy fire engine|truck, fire engine|truck|brigade toy|bed|set|costume|puzzle, exploded|explosion|exploding|explodes|bursting|burst with|of flavour*|flavor*|taste|colour*|joy|energy|laughter,
    splitting|pounding|thumping headache|head ... music|queue|app|website, headache ... music|queue|forms|website|paperwork, overheat|overheating|surge|spark|fire|shock protection|protected|proof|resistant|guard,
    free of|from fumes|toxins|bleach|chemicals|nuts|gluten|poison*, fume|smoke|chemical|toxin|poison|nickel|chlorine|bleach free, low fume|fumes|odour|smell, leg|legs|arm|foot|feet ... shorter|uneven|longer, wobbles|wobble|wobbly ... leg|legs|foot|feet ... shorter|short|uneven, wobbles|wobble|wobbly one|a|because leg|foot,
    sharp|sharpest knife|knives|blade|blades|scissors ... balance|stars|love|great|super|good|well|exactly, knife|knives|blade|scissors ... very|really|nice|super|so|stay|stays sharp, stitches|stitching|stitch ... cushion|seam|hem|pillow|sleeve|bag|button|apart|undone|knit*|yarn, stitches on|in|of the|my cushion|seam|hem|pillow|sleeve|bag|shirt|jumper|dress,
    is|was|are|am|not ... recalled|recall ?, recall letter|email|mail|notice ... not concerned|affected, not ... part|affected|concerned ... recall, nearly|almost broke|died|cried|fainted ... laughing|laughter|gate|price|heart, nearly|almost died|fainted|choked|fell|passed when|laughing|off|at|reading|seeing|over|on ... bill|price|invoice|laughing|statement|total|letter|newsletter|email,
    how hot|sharp|warm|loud does|do|is|can|will, allergic to mondays|meetings|forms|small, nasty|big|bit|real|what|huge|some|such shock ... bill|price|fee|fees|invoice|total|cost|charge*|balance, shock ... see|seeing|finding|find|open*|get ... bill|fees|price|invoice|charge*|total|increase,
    fitting|fitters|fittings, can|could plan|book|arrange|do|offer|schedule ... fitting, the|a|for|after|before|free|kitchen|carpet|first|wedding|dress|your|my|our fitting, smell|scent ... candle ... too|strong|nice|lovely|faint|weak|love|like, too strong for my|our taste,
    hurts|hurt|pains|breaks my|me|to ... see|say|heart|feelings|wallet|pocket|bank, killing|kills me|us|my, dying|dead of|from|keen|curious|boredom|curiosity|laughter, to die for, dead|drop easy|simple|chuffed|gorgeous|stock, burns|burned|burnt|burning through my|your|their|our ... patience|wallet|savings|data|budget|allowance, burned|burnt before by, burned|burnt by sellers|shops|companies|scam*|dealers, fingers burnt|burned ... scam*|online|seller*|shop*|before|invest*|deal*|purchase*,
    choked up, choking|choked on|with ... bill|price|emotion|tears|laughter, sick and tired, sick|tired|fed to ... teeth, makes me|us sick ... colour|pattern|design|profit*|greed, the colour makes me sick, makes my blood boil, blood boil*, bloody,
    addictive, dangerous|dangerously|dangerous how|good|addictive|delicious|tasty|moreish|tempting, dangerous how good, so|too good ... dangerous, hit the nail on, fell|fall|slipped|falls through|between|into cracks, slipped my|your|their mind, slipped through, slip of the|tongue, slip dress|on|ons|cover*|case, packing|delivery slip, heart sank|broke|skipped|attack ... price|bill|invoice|see|saw,
    pinch|pinches|pinched a bit|little|at|of|salt|me|toe|toes|my|my, feeling|feel the pinch, at a pinch, shoes ... pinch|pinching|tight|rub, fever pitch, cabin fever, allergic|allergy|allergies|allergens|gluten|nut|nuts|nickel|latex|lactose|dairy|sesame ... ?|buy|suitable, suitable for ... allergy|allergies|allergic|coeliac*|pregnan*|babies|children|asthma*|diabetic*, safe|suitable|ok|okay|fine for|during|in|with ... pregnan*|baby|babies|toddler*|child|children|microwave|dishwasher|oven|freezer|dogs|cats|allerg*|eczema|induction, child lock on|for|function|feature|?, safety cord|data|sheet|chain|razor|vest|lock|belt|harness|glass|gate ... ?|include*|available|stock|order|colour, first aid|aider|aiders, emergency nurse|plumber|fund|line, emergency in itself, nurse|doctor|doctors|gp|surgeon i|we work, doctor ... needs|need ... invoice, address ... hospital, deliver to ... hospital*, hospital reception|gift|shop`,
  ),
];
