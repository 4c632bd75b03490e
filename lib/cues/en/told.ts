import { type Cue, say } from "@/lib/cues/cue";

/** By how a sentence is built: who should have, what does not, what used to; and what is over or was nothing. */
export const told: readonly Cue[] = [
  ...say(
    "complaint",
    "fails",
    1.9,
    `machine|washer|dryer|dishwasher|oven|fridge|freezer|hoover|vacuum|mixer|blender|kettle|toaster|telly|tv|tablet|printer|boiler|radiator|bike|scooter|watch|device|button|lid|zip|drawer|lock|handle|wheel|pump|app|link|cap|filter|sensor|motor|scales|door|hob|remote|it will|does|can|would|did not, nothing|none ... lights|happens|works|moves|comes|turns|prints|heats|loads|responds|helps|changes|fits, stops|stopped|quits|cuts|freezes|dies mid|half|before|out|halfway|after, stops|stopped|cuts|freezes ... cycle|programme|way|middle, shows|showing|displays|flashes|reads #|error|e14|e|nothing ... and|then|stops, rather than|instead of the|what|a|five|two|three|my ... advertised|promised|stated|ordered|quoted|described|booked|paid|agreed`,
  ),
  ...say(
    "complaint",
    "promise",
    2,
    `was|were|is|are supposed|meant|due|expected|scheduled to ... take|fit|install|deliver|collect|remove|mount|repair|mend|return|replace|come|call|refund|ring|be, assured|promised|told|guaranteed ... would|it|by|within, call|refund|reply|delivery within|in|by ... they|you said|say|promised|claimed, they|you said|say ... now|day|week|still|gone`,
  ),
  ...say(
    "complaint",
    "money",
    2,
    `still|yet|again|keep|keeps being|getting|charging|billing charged|billed|debited|invoiced|paying|me, cancelled|canceled|ended|closed|returned ... still|yet ... charged|billed|debited|paying|waiting|owe`,
  ),
  ...say(
    "complaint",
    "disappointed",
    2,
    `used to ... recommend|love|like|trust|work|fit|taste|last|be ... not|anymore|until|now|no, not any more|longer, i thought|believed|expected ... serious|better|reliable|trusted|quality|more, is it|that normal|acceptable|usual|right|ok that|for|to, one has|have to wonder, makes you|me|one wonder, i wonder if|whether|why ... anyone|anybody|you|these|read`,
  ),
  ...say(
    "complaint",
    "complains",
    2,
    `patience ... thin|out|end|limit|gone|lost|losing, losing|lost|running patience|out|faith|trust, passed|sent|bounced|pushed from|around|between|back, nobody|no|none one|wants|takes|will ... own|responsib*|help|know*, chasing|chased ... refund|parcel|order|reply|answer|weeks|money`,
  ),
  // What is over, or was nothing: longer than the harsh word within, so it stands.
  ...say(
    "thanks",
    "content",
    2.2,
    `not|no a|more|single drop|leak|fault|noise|problem|issue|longer leaks|leaking|since, but|and|yet everything|all|nothing inside|is|was|else fine|intact|ok|perfect|broken|unharmed, dented|bent|torn|late|delay* ... but ... fine|intact|perfect|worry|matter, sorry|apologies for chasing|bothering|nagging|troubling|pestering, sorry ... all along|found it|my mistake|my fault, my|our|entirely own|mistake|fault|error|bad, my mistake|fault|error|bad, i|we had|have misread|misunderstood|overlooked|mixed, previous|old|last model|one|version|brand ... this|yours one|never|does|is, finally|at gave|last up|broke ... years|bravo, glad|happy|pleased|delighted you|to|that ... moved|switched|changed|found|see, never|not any more|creaks|leaks|jams now|any`,
  ),
  ...say(
    "none",
    "decoy",
    1,
    `choking|choked|crying|dying|howling with|of|from laughter|laughing, tore|tear|tearing|pulled|pulling|pull my|our|your hair out, nearly|almost killed|died|kill me|us|of|from ... waiting|laughing|suspense|boredom|excitement|wait, fed up|sick with|of plastic|mondays|winter|rain|cooking|football, before i|we buy|order|eat, check|checking before buying|ordering, cake|pie|bread|pizza|roast|biscuits ... burnt|raw|burned ... temperature|inside|advise|recipe, driver|courier|fitter was|is a|so|very|an star|lovely|kind|polite|great|angel`,
  ),
  ...say(
    "safety",
    "danger",
    2.4,
    `small|little|start|started|a|had fire in|inside|behind|under|broke, brigade|firemen|firefighters|firefighter|fire engine|fire service came|had|called|were|arrived|put, brake|brakes pedal|lever|went ... floor|nothing|through|soft|straight, heart|pulse races|racing|raced|pounding|fluttering|palpitations|skipping, palpitations, stuck|trapped|stranded ... stairlift|lift|elevator, stairlift ... stuck|stopped|stranded|between|floors, full of|with pins|needles|staples|nails|splinters|shards, extinguisher|detector|alarm|airbag|valve ... did|does|not|never go|work|trigger|deploy|open|sound`,
  ),
];
