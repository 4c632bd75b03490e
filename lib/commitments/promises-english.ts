import type { Grammar } from "./promise-words";

const enDo =
  "refund|reimburs|pay|credit|transfer|wire|send|ship|dispatch|post|deliver|collect|pick|replac|exchang|swap|repair|fix|mend|call|phone|ring|writ|e-?mail|mail|repl|answer|respond|get back|come back|hear|receiv|get|let you|let her|inform|updat|tell|confirm|check|look into|review|settl|resolv|sort|solv|arriv|reach|contact|issu|cancel|process|complet|finish|prepar|giv|keep|forward|provid|leav|go out|compensat|return|bring|offer|follow|investigat|see to|take|handl|deal|email|make|be in touch|be with you|be back|be there|be on its way|be done|be ready|have news|drop|hand|have (?:it|the|your|an?|this|everything)|visit|come (?:by|round|over|out|and|to you)|take place|disappear|vanish|ensure|see to it|mount|install|fit|unlock|restore|activate|correct|remove|clear|appear|find (?:an?|the|your|it)|be (?:gone|waiting|at your|(?:back )?(?:on|in) your)";
const enDone =
  "refunded|reimbursed|paid|credited|transferred|sent|shipped|dispatched|posted|delivered|collected|picked up|replaced|exchanged|repaired|fixed|mended|called|answered|informed|updated|settled|resolved|sorted|solved|contacted|issued|cancelled|processed|completed|finished|compensated|returned|back with you|unlocked|restored|activated|reactivated|corrected|removed|cleared|deducted|installed|fitted|mounted|waived|handed over|given back";
const enUs =
  "we|i|he|she|they|it|someone|somebody|everything|(?:my|our|the|a|one of our|one of my) [\\w'€£$ -]{2,40}?|your (?!bank\\b)[\\w' -]{2,40}?|(?!you\\b|bank\\b)[a-zé]+";
/** Who works for us, and what we owe; in the present tense only these speak for us. */
const enOurs =
  "(?:our|my|the|a|an|another) (?:[\\w'’-]+ ){0,2}?(?:workshop|driver|courier|technician|engineer|fitter|plumber|electrician|team|colleague|carrier|post|warehouse|accounts|accounting|accountant|partner|supplier|installer|mechanic)";
const enOwed =
  "refund|money|amount|sum|credit|voucher|reimbursement|parcel|package|replacement|exchange|order|repair|delivery|collection|visit|call|e-?mail|letter|text|message|reply|answer|response|news|transfer|label|lid|technician|engineer|courier|driver|cheque|check|update";
const enThing =
  "(?!(?:the|your|our|this|a|an) (?:next |last )?(?:train|bus|plane|flight|ferry|shop|store|sale|sales|offer|promotion|fair|season|market|guarantee|warranty|invoice|bill|price|prices)\\b)(?:(?:the|your|our|both|all|two|three|four|this|these|a|an|another) (?:[\\w'’€£$-]+ ){0,4}?[\\w'’€£$-]+|it|they|that)";
const enYours =
  "(?:(?:back |straight )?(?:to|with) you|at your (?:door|home|place|disposal)|(?:back )?(?:on|in) your (?:account|card|hands|letterbox|inbox|mailbox|basket)|back(?= (?:by|before|within|on|tomorrow|today|next|in two)))";
const enSoftly =
  "(?:also|then|now|definitely|certainly|personally|gladly|of course|therefore|still|all|both|make sure to|be sure to|make sure that we|surely|then also|again|immediately|all be)";

export const english: Grammar = {
  commitments: [
    {
      pattern: new RegExp(
        `\\b(?:${enUs})(?:['’]ll| will| shall)(?: ${enSoftly})* (?:(?:be |have )?(?:${enDone})|(?:${enDo})\\w*|be (?:${enDone}|sending|calling|refunding|shipping|in touch|with you|there|back))\\b`,
        "i",
      ),
    },
    {
      pattern: new RegExp(
        `\\b(?:${enUs}) ?(?:['’]m|['’]re|['’]s| am| are| is) (?:${enSoftly} )*(?:going to (?:${enDo})\\w*|sending|refunding|calling|shipping|posting|transferring|replacing|dispatching|writing|getting back|coming back|collecting)\\b`,
        "i",
      ),
    },
    {
      pattern: new RegExp(
        `\\byou(?:['’]ll| will| shall|['’]re going to| are going to)(?: ${enSoftly})* (?:be (?:${enDone})|receive|get|hear|have (?:it|your|the|a|an|news|everything|our|this|all)\\b(?! to\\b)|find (?:it|the|your|a|an)\\b(?! (?:shop|store|hours|list|form|address))|see the (?:money|amount|refund|credit))`,
        "i",
      ),
    },
    { pattern: /\b(?:i|we) (?:promise|guarantee|undertake|commit|give you my word)\b/i },
    { pattern: /\byou have (?:my|our) word\b/i },
    // Our own verbs in the present tense: only those that bring the customer something.
    {
      pattern:
        /\b(?:i|we|he|she|they|[a-zà-ÿ]+) ?(?:['’]m|['’]re|['’]s| am| are| is) (?:(?:also|now|then|personally) )*(?:putting|returning|repairing|swapping|bringing|delivering|crediting|mailing|e-?mailing|ringing|preparing|issuing|sending|shipping|posting|replacing|exchanging) (?:you|your|it|them|the|a|an|both|all|another|(?:[£$€]?\d+(?:[.,]\d+)?) ?[£$€]?)(?![a-z])/i,
    },
    {
      pattern:
        /\b(?:i|we) (?:(?:also|then|personally) )*(?:send|post|ship|put|pass|pay|credit|refund|return|bring|drop|replace|repair|mend|exchange|collect|deliver|pick|hand|transfer|issue|cancel|stop|call|ring|update|fit|mount|install) (?:you|your|the|it|them|both|all|this|a|an|somebody|someone|back|off|up|out)\b/i,
    },
    {
      pattern:
        /\byour (?!bank\b|card\b|payment\b)(?:[\w'’-]+ ){1,4}?(?:will|shall) (?:(?:also|then|all|both) )*be (?:answered|stopped|filled|tested|checked|swapped|changed back|looked at|added|reopened|refilled|reset|rebooked|renewed free)\b|\b(?:will|shall) be (?:added|put|paid|given|brought|changed|swapped|filled|fixed|fitted|checked) (?:back )?(?:to|at|on|in|into) (?:you|your)\b|\bthere will be an? (?:[\w'’-]+ ){1,3}?at your\b/i,
    },
    {
      pattern:
        /^who (?:(?:then|also) )?(?:calls|rings|picks|collects|brings|delivers|comes|writes|repairs|fits|sends|drops|takes|answers|visits)\b/,
    },
    // The present tense for a day to come: what is owed sets out, or somebody of ours acts.
    {
      pattern: new RegExp(
        `\\b${enThing} (?:(?:is|are) )?(?:(?:leaves?|ships?|reach(?:es)? you|gets? to you|arrives? (?:at|with|to)|go(?:es)? out|going out|(?:go(?:es)?|going|comes?|coming) (?:in the post|by post|${enYours})|(?:is|are) (?:${enYours}|on (?:its|their) way to you|(?:waiting|ready) (?:for you|in your|at your)))\\b)`,
        "i",
      ),
    },
    {
      pattern: new RegExp(
        `\\b${enOurs}(?: [a-zà-ÿ]+)? (?:returns|brings|sends|ships|delivers|calls|rings|phones|visits|comes|collects|picks|repairs|replaces|refunds|pays|transfers|writes|answers|drops|hands|fits|installs|mounts|looks at|checks|tests|is (?:at|with) you)`,
        "i",
      ),
    },
    {
      pattern:
        /(?:(?<!\b(?:your|his|her|their) )\b(?!bank\b|who\b)[a-zà-ÿ]+ (?:(?:then|also) )?(?:calls|rings|phones|visits|reaches|refunds|repays|answers|brings|sends|ships|pays|contacts|emails|mails|updates|(?:writes|gets back|comes back|comes) to)|\b(?:i|we|they|and) (?:(?:then|also) )?(?:call|ring|phone|visit|reach|refund|repay|answer|bring|send|ship|pay|contact|email|mail|update|(?:write|get back|come back|come) to)) (?:you|it to you|them to you)\b/i,
    },
    { pattern: /\b(?:i|we) (?:(?:also|personally|then) )*(?:make sure|see to it|ensure|arrange)\b/i },
    {
      pattern: new RegExp(
        `\\b(?:expect|await|count on|rely on|look out for|watch out for|watch for|be sure of|you can be sure of) (?:(?:to )?(?:hear|get|receive|have|see) )?(?:a|an|our|my|the|your|his|her|it|some|news) ?(?:[\\w'’-]+ ){0,3}?(?:${enOwed})\\b`,
        "i",
      ),
    },
    {
      pattern: new RegExp(
        `\\byou(?: (?:(?:then|also) )?(?:have|get|receive)|(?:['’]re| are) (?:getting|receiving)) (?:it|them|(?:a|an|my|our|your|the) (?:[\\w'’-]+ ){0,2}?(?:${enOwed})|the (?:missing|right|new|other|correct) [\\w'’-]+) ?(?:back|from)?\\b`,
        "i",
      ),
    },
    {
      pattern:
        /\b(?:exchange|repair|visit|delivery|collection|pick-?up|appointment|installation|fitting|transfer|refund|handover)\b[\w ]{0,24}? (?:takes place|happens|is (?:set|booked|fixed|arranged|confirmed|scheduled))\b/i,
    },
    {
      pattern:
        /\b(?:refund|parcel|package|money|replacement|order|pot|pan|lid|courier|letter|voucher|box|label|transfer)\b[\w ]{0,20}? (?:leaves|goes out|ships|arrives|comes|goes)\b/i,
    },
    {
      pattern: new RegExp(
        `^(?!.*\\b(?:was|were|has been|have been|had been|is|are|be)\\b).*\\b(?:${enDone}) (?:to you )?(?:by|before|within|no later than|at the latest)\\b`,
        "i",
      ),
    },
  ],
  kinds: [
    { kind: "refund", pattern: /refund|reimburs|credit|money|\bpaid\b|\bpay\b|transfer/i },
    { kind: "call", pattern: /\bcall|phone|\bring\b/i },
    { kind: "replace", pattern: /replac|exchang|swap|new (?:one|pot|pan|lid)/i },
    { kind: "repair", pattern: /repair|\bfix|mend/i },
    { kind: "collect", pattern: /collect|pick(?:ed)? (?:it )?up/i },
    { kind: "deliver", pattern: /deliver|arriv|reach you/i },
    { kind: "send", pattern: /\bsen[dt]|ship|dispatch|\bpost|leaves|go(?:es)? out/i },
    {
      kind: "answer",
      pattern:
        /get back|come back|hear|answer|repl(?:y|ied)|respond|let you know|in touch|writ|confirm|news|update|e-?mail|tell you|inform/i,
    },
  ],
  denied:
    /\b(?:not|never|cannot|can['’]t|won['’]t|don['’]t|isn['’]t|aren['’]t|unable|nobody|no longer|neither|unfortunately no)\b/i,
  hedged:
    /\b(?:would|could|might|should|try|trying|hope|hoping|hopefully|aim|aiming|perhaps|maybe|probably|likely|normally|usually|generally|expect|expected|estimated?|possible|ideally|planned|wish|want|think|guess|supposed|will need|ll need|have to|need to|be able|be closed|be open|be away|be on holiday|remind|pay us|send us|bring us|return it to us|since|until|till|the (?:website|site|app|shop|store|catalogue|system|page|platform) (?:will|is)|at the earliest|your payment|leaves? your|public holiday|in stock|on sale|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b|\bmay (?!\d)(?=[a-z])|\bplease\b.*\byou will\b/i,
  firm: /\byou can (?:expect|count|rely|be sure)\b|(?:^|\band |[,:] )expect (?=an? |our|my|the|your|it|news)/gi,
  reported:
    /\byou (?:wrote|said|told|mentioned|asked|say|write|were told)\b|\b(?:was|were) (?:told|promised)\b|\bpromised\b/i,
  condition:
    /\b(?:if|unless|once|as soon as|provided|assuming|in case|should you|depending|subject to|after you|when you|when we have received|on receipt|upon receipt|whenever|until you|as long as|every|each)\b/i,
  conditionAhead:
    /^[\s,;:–—-]*(?:(?:but|and|only|though)\s+)*(?:if|unless|once|as soon as|provided|assuming|subject to|depending|as long as)\b/i,
  dates: [
    {
      pattern:
        /\b(?:by|before) (?:the )?(?:end|close) of (?:the )?(?:day|business|today)\b|\b(?:later|still) today\b|\bin the course of (?:the|to)day\b/i,
      means: () => "today",
    },
    { pattern: /\bwithin the hour\b/i, means: () => "in 1 hour" },
    {
      pattern:
        /\b(?:in|within|over|during) (?:the )?(?:next|coming) (\d+|two|three|four|five|few|couple of) (hours|days|weeks|working days|business days)\b/i,
      means: (match) =>
        `in ${match[1] === "few" ? "three" : match[1] === "couple of" ? "two" : match[1]} ${match[2]}`,
    },
    {
      pattern:
        /\b(?:no later than|by|before|at) (\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.|p\.m\.|o['’]clock))(?! (?:on|tomorrow))/i,
      means: (match) => (match[1] ?? "").replace(".", ":").replace(/ ?o['’]clock/, ":00"),
    },
    {
      pattern: /\b(?:before|by|at) (noon|lunch|lunchtime|midday)\b(?! (?:on|tomorrow))/i,
      means: () => "noon",
    },
    {
      pattern:
        /\b(tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|today),? (?:and )?(?:before|by|no later than) (noon|lunch|\d{1,2}(?::\d{2})? ?(?:am|pm)?)\b/i,
      means: (match) => `${match[1]} ${match[2]}`,
    },
    {
      pattern:
        /\b(?:before|by|no later than) (noon|lunch|\d{1,2}(?::\d{2})? ?(?:am|pm)?) (?:on )?(tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|today)\b/i,
      means: (match) => `${match[2]} ${match[1]}`,
    },
  ],
};
