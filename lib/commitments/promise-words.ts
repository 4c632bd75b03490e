/** What is promised, as far as the verb tells; `other` shows the sentence itself. */
export const promiseKinds = [
  "refund",
  "call",
  "answer",
  "send",
  "replace",
  "repair",
  "deliver",
  "collect",
  "other",
] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/** How a language promises. Patterns are asked of one clause, without regard to capitals. */
export type Grammar = {
  commitments: ReadonlyArray<{ pattern: RegExp; kind?: PromiseKind }>;
  kinds: ReadonlyArray<{ kind: PromiseKind; pattern: RegExp }>;
  denied: RegExp;
  hedged: RegExp;
  /** Somebody tells what another said. */
  reported: RegExp;
  condition: RegExp;
  /** The same, at the beginning of what follows. */
  conditionAhead: RegExp;
  /** Dates that only mean a date where something is promised; `means` gives words that lib/text/dates.ts reads. */
  dates: ReadonlyArray<{ pattern: RegExp; means(match: RegExpExecArray): string }>;
};

const enDo =
  "refund|reimburs|pay|credit|transfer|wire|send|ship|dispatch|post|deliver|collect|pick|replac|exchang|swap|repair|fix|mend|call|phone|ring|writ|e-?mail|mail|repl|answer|respond|get back|come back|hear|receiv|get|let you|let her|inform|updat|tell|confirm|check|look into|review|settl|resolv|sort|solv|arriv|reach|contact|issu|cancel|process|complet|finish|prepar|giv|keep|forward|provid|leav|go out|compensat|return|bring|offer|follow|investigat|see to|take|handl|deal|email|make|be in touch|be with you|be back|be there|be on its way|be done|be ready|have news|drop|hand|have (?:it|the|your|an?|this|everything)";
const enDone =
  "refunded|reimbursed|paid|credited|transferred|sent|shipped|dispatched|posted|delivered|collected|picked up|replaced|exchanged|repaired|fixed|mended|called|answered|informed|updated|settled|resolved|sorted|solved|contacted|issued|cancelled|processed|completed|finished|compensated|returned|back with you";
const enUs =
  "we|i|he|she|they|it|someone|somebody|everything|(?:my|our|the|a|one of our|one of my) [\\w' -]{2,40}?|your (?!bank\\b)[\\w' -]{2,40}?|(?!you\\b|bank\\b)[a-zé]+";
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
        `\\byou(?:['’]ll| will| shall|['’]re going to| are going to)(?: ${enSoftly})* (?:be (?:${enDone})|receive|get|hear|have (?:it|your|the|a|an|news|everything|our|this|all)\\b(?! to\\b)|find it|find the money|see the (?:money|amount|refund|credit))`,
        "i",
      ),
    },
    { pattern: /\b(?:i|we) (?:promise|guarantee|undertake|commit|give you my word)\b/i },
    { pattern: /\byou have (?:my|our) word\b/i },
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
    /\b(?:would|could|might|should|try|trying|hope|hoping|hopefully|aim|aiming|perhaps|maybe|probably|likely|normally|usually|generally|expect|expected|estimated?|possible|ideally|planned|wish|want|think|guess|supposed|will need|ll need|have to|need to|be able|be closed|be open|be away|be on holiday|remind)\b|\bmay (?!\d)(?=[a-z])|\bplease\b.*\byou will\b/i,
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

const frFuture =
  "rembourser|créditer|verser|virer|paier|payer|enverr|expédier|adresser|livrer|remplacer|échanger|réparer|appeller|rappeller|téléphoner|contacter|recontacter|écrir|répondr|reviendr|informer|confirmer|vérifier|traiter|régler|résoudr|régulariser|arriver|partir|passer|transmettr|fournir|donner|annuler|préparer|finir|terminer|mettr|fer|proposer|occuper|prendr|récupérer|viendr|offrir|établir|émettr|procéder|tiendr|dir|parviendr|dédommager|déposer|effectuer|joindr|renverr|réexpédier|retirer|suivr|finaliser|envoier";
const frPresent =
  "rappelle|appelle|rembourse|envoie|expédie|reviens|revient|recontacte|contacte|réponds|répond|écris|écrit|tiens|tient|confirme|transmets|transmet|passe|livre|remplace|adresse|verse|renvoie|remboursons|rappelons|appelons|envoyons|expédions|revenons|recontactons|contactons|répondons|écrivons|tenons|confirmons|transmettons|livrons|remplaçons|adressons|versons|renvoyons";
const frInfinitive =
  "rembourser|créditer|verser|virer|payer|envoyer|expédier|adresser|livrer|remplacer|échanger|réparer|appeler|rappeler|téléphoner|contacter|recontacter|écrire|répondre|revenir|informer|confirmer|vérifier|traiter|régler|résoudre|régulariser|transmettre|donner|annuler|préparer|faire|procéder|tenir|dédommager|recevoir|être \\p{L}+|renvoyer|récupérer";
const frDone =
  "rembours|crédit|vers|envoy|expédi|livr|remplac|échang|répar|rappel|appel|contact|recontact|inform|confirm|trait|régl|résolu|régularis|transmis|annul|prépar|termin|effectu|dédommag|récupér|renvoy|réexpédi|pris|fait|prêt|post|débloqu|chez vous|en route|vir[ée]";
const frUs =
  "je|j[’']|nous|on|il|elle|ils|elles|cela|ça|tout|quelqu[’']un|une? (?:collègue|conseill(?:er|ère)|technicien(?:ne)?)|(?:votre|vos|notre|nos|le|la|les|l[’']|mon|ma|un|une|ce|cette) ?[\\p{L}’' -]{2,40}?|\\p{Lu}\\p{Ll}+";
const frPronoun =
  "(?:vous |le |la |les |l[’']|lui |leur |y |en |vous l[’']|vous le |vous la |vous les |vous en |m[’']en |nous en |s[’']en |se |s[’'])*";

export const french: Grammar = {
  commitments: [
    {
      pattern: new RegExp(
        `(?<![\\p{L}])(?:${frUs}) ?(?:nous |me |m[’'])?${frPronoun}(?:${frFuture})(?:ai|a|ons|ont)(?![\\p{L}])`,
        "iu",
      ),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}])(?:serai|sera|serons|serez|seront) (?:bien |donc |alors |aussi |tous |toutes |entièrement |intégralement |également )*(?:${frDone})`,
        "iu",
      ),
    },
    {
      pattern:
        /(?<![\p{L}])vous (?:le |la |les |l[’']|en )?(?:recevrez|retrouverez|obtiendrez|aurez (?!besoin|à |la possibilité|le choix|accès|jusqu))/iu,
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}])(?:je|nous|on|et) (?:vous |vous l[’']|vous le |vous la |vous les |vous en |lui |m[’']en |me |nous nous en |nous en |s[’']en )(?:${frPresent}|occupe|occupons|engage|engageons)(?![\\p{L}])`,
        "iu",
      ),
    },
    { pattern: /(?<![\p{L}])(?:je|on|nous) (?:reviens|revient|revenons) vers (?:vous|toi)/iu },
    { pattern: /(?<![\p{L}])(?:je|nous) (?:m[’']|nous )(?:engage|engageons) à/iu },
    {
      pattern: new RegExp(
        `(?<![\\p{L}])(?:je|nous|on|vous|\\p{L}+ \\p{L}+) (?:vais|va|allons|allez|vont) (?:bien |vite |aussi |alors )*${frPronoun}(?:${frInfinitive})(?![\\p{L}])`,
        "iu",
      ),
    },
    {
      pattern:
        /(?<![\p{L}])(?:votre|le|la|un) ?(?:colis|remboursement|virement|commande|couvercle|cocotte|marmite|transporteur|bon|étiquette|courrier|avoir|remplacement)[\p{L} ]{0,20}? (?:part|repart|arrive|vous parvient|passe)(?![\p{L}])/iu,
    },
    {
      pattern: /(?<![\p{L}])(?:je vous (?:le |la )?promets|c[’']est promis|vous avez ma parole)(?![\p{L}])/iu,
    },
    {
      pattern:
        /^(?!.*(?<![\p{L}])(?:a été|ont été|avons|avez|ai|était|étiez|avait)(?![\p{L}])).*(?<![\p{L}])(?:remboursée?s?|envoyée?s?|expédiée?s?|livrée?s?|remplacée?s?|réponse|remboursement|rappel|virement|envoi) (?:au plus tard |garantie? |prévue? )?(?:d[’']ici|sous|avant)(?![\p{L}])/iu,
    },
  ],
  kinds: [
    { kind: "refund", pattern: /rembours|crédit|vers(?:er|é)|vir(?:er|é|ement)|avoir sur/iu },
    { kind: "call", pattern: /appel|téléphon/iu },
    { kind: "replace", pattern: /remplac|échang/iu },
    { kind: "repair", pattern: /répar/iu },
    { kind: "collect", pattern: /récupér|passera|enlèvement/iu },
    { kind: "deliver", pattern: /livr|arriv|parvien|chez vous/iu },
    { kind: "send", pattern: /env(?:oi|oy|err)|expédi|adress|renv|(?<![\p{L}])par(?:t|tir)|étiquette/iu },
    {
      kind: "answer",
      pattern:
        /répon|revien|reven|recontact|contact|confirm|inform|nouvelles|écri|tiendr|tien|dir(?:ai|ons)/iu,
    },
  ],
  denied:
    /(?<![\p{L}])(?:ne|n[’'](?!hésitez))(?:.{0,60}?)(?<![\p{L}])(?:pas|plus|jamais|guère|aucune?|rien|personne)(?![\p{L}])|impossible|malheureusement pas/iu,
  hedged:
    /(?<![\p{L}])(?:peut-être|essaie|essayons|essaier\p{L}+|essayer\p{L}*|tâcher\p{L}*|espér\p{L}+|espoir|normalement|en principe|probablement|sans doute|si possible|devr\p{L}+|pourr\p{L}+|pouv\p{L}+|souhait\p{L}+|pens\p{L}+|prévoy\p{L}+|généralement|habituellement|en général|voudr\p{L}+|idéalement|éventuellement|\p{L}{2,}r(?:ais|ait|ions|iez|aient)|rappeler que|(?:fermée?s?|ouverte?s?|en congés?|absente?s?))(?![\p{L}])/iu,
  reported:
    /(?<![\p{L}])vous (?:m[’']|nous )?(?:avez|aviez) (?:écrit|dit|demandé|indiqué|mentionné|précisé)|(?<![\p{L}])(?:on|nous) (?:vous )?(?:avait|avions|avaient|a|avons) (?:dit|promis|annoncé)|comme vous (?:dites|l[’']écrivez)/iu,
  condition:
    /(?<![\p{L}])(?:si(?! vite| rapidement)|s[’']ils?|sauf|à condition|dès que|dès réception|dès votre|une fois|lorsque|lorsqu|quand|après réception|à réception|sous réserve|tant que|au cas où|en cas de|à moins|selon|pourvu|chaque|tous les|toutes les)(?![\p{L}])/iu,
  conditionAhead:
    /^[\s,;:–—-]*(?:(?:mais|et|seulement|uniquement)\s+)*(?:si|sauf|à condition|dès que|dès réception|une fois|sous réserve|à moins|lorsque|quand|pourvu)(?![\p{L}])/iu,
  dates: [
    {
      pattern:
        /(?:dans|en fin de|avant la fin de|d[’']ici la fin de|à la fin de|au cours de) (?:la |cette )?journée|d[’']ici ce soir/i,
      means: () => "today",
    },
    { pattern: /dans l[’']heure(?! qui suit votre)/i, means: () => "in 1 hour" },
    {
      pattern:
        /(?:dans|sous|d[’']ici|pendant) (?:les |la )?(?:(\d+|deux|trois|quatre|cinq|dix|quinze) prochaine?s?|prochaine?s? (\d+|deux|trois|quatre|cinq|dix|quinze)) (heures|jours ouvrés|jours|semaines)/i,
      means: (match) => `dans ${match[1] ?? match[2]} ${match[3]}`,
    },
    { pattern: /sous huitaine/i, means: () => "dans 8 jours" },
    { pattern: /(?:sous|d[’']ici une?) quinzaine(?: de jours)?/i, means: () => "dans 15 jours" },
    {
      pattern:
        /(?:avant|d[’']ici|au plus tard à|pour) (\d{1,2} ?h ?(?:\d{2})?|\d{1,2} heures)(?! (?:demain|lundi|mardi|mercredi|jeudi|vendredi))(?![\p{L}])/iu,
      means: (match) => (match[1] ?? "").replace(/ ?heures/, "h").replaceAll(" ", ""),
    },
    {
      pattern:
        /(?<!demain )(?<!di )(?:avant|d[’']ici|à) midi(?! (?:demain|lundi|mardi|mercredi|jeudi|vendredi))/i,
      means: () => "midi",
    },
    {
      pattern:
        /(demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|aujourd[’']hui),? (?:et )?(?:avant|d[’']ici|au plus tard à) (midi|\d{1,2} ?h ?(?:\d{2})?)(?![\p{L}])/iu,
      means: (match) => `${match[1]} ${(match[2] ?? "").replaceAll(" ", "")}`,
    },
    {
      pattern:
        /(?:avant|d[’']ici) (midi|\d{1,2} ?h ?(?:\d{2})?) (demain|lundi|mardi|mercredi|jeudi|vendredi)/i,
      means: (match) => `${match[2]} ${(match[1] ?? "").replaceAll(" ", "")}`,
    },
  ],
};
