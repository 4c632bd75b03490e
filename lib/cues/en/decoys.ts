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
];
