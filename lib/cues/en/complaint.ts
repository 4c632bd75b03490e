import { type Cue, say } from "@/lib/cues/cue";

/** Something of ours went wrong. */
export const complaints: readonly Cue[] = [
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
];
