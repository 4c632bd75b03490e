import { type CueFile, say, spell, words } from "./cue";
import { complaints } from "./en/complaint";
import { courtesy } from "./en/courtesy";
import { danger } from "./en/danger";
import { decoys } from "./en/decoys";
import { facts } from "./en/facts";
import { leanings } from "./en/leanings";
import { peril } from "./en/peril";
import { safety } from "./en/safety";
import { told } from "./en/told";

/** English. Phrases are written from how people complain, never from a message of the measurement. */
export const english: CueFile = {
  language: "en",
  version: 6,
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
  leanings,
  cues: [
    ...decoys,
    ...safety,
    ...danger,
    ...peril,
    ...complaints,
    ...courtesy,
    ...facts,
    ...told,
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
