import type { Grammar } from "./promise-words";

const frFuture =
  "rembourser|créditer|verser|virer|paier|payer|enverr|expédier|adresser|livrer|remplacer|échanger|réparer|appeller|rappeller|téléphoner|contacter|recontacter|écrir|répondr|reviendr|informer|confirmer|vérifier|traiter|régler|résoudr|régulariser|arriver|partir|passer|transmettr|fournir|donner|annuler|préparer|finir|terminer|mettr|fer|proposer|occuper|prendr|récupérer|viendr|offrir|établir|émettr|procéder|tiendr|dir|parviendr|dédommager|déposer|effectuer|joindr|renverr|réexpédier|retirer|suivr|finaliser|envoier|rendr|restituer|veiller|disparaîtr|rétablir|corriger|débloquer|installer|poser|monter|apporter|rapporter|déduir|aur(?=a lieu)|ser(?=a (?:là|sur|chez|à votre|dans votre|de retour|entre)|ont (?:là|sur|chez|à votre|dans votre|de retour|entre))";
const frPresent =
  "rappelle|appelle|rembourse|envoie|expédie|reviens|revient|recontacte|contacte|réponds|répond|écris|écrit|tiens|tient|confirme|transmets|transmet|passe|livre|remplace|adresse|verse|renvoie|remboursons|rappelons|appelons|envoyons|expédions|revenons|recontactons|contactons|répondons|écrivons|tenons|confirmons|transmettons|livrons|remplaçons|adressons|versons|renvoyons";
const frInfinitive =
  "rembourser|créditer|verser|virer|payer|envoyer|expédier|adresser|livrer|remplacer|échanger|réparer|appeler|rappeler|téléphoner|contacter|recontacter|écrire|répondre|revenir|informer|confirmer|vérifier|traiter|régler|résoudre|régulariser|transmettre|donner|annuler|préparer|faire|procéder|tenir|dédommager|recevoir|être \\p{L}+|renvoyer|récupérer";
const frDone =
  "rembours|crédit|vers|envoy|expédi|livr|remplac|échang|répar|rappel|appel|contact|recontact|inform|confirm|trait|régl|résolu|régularis|transmis|annul|prépar|termin|effectu|dédommag|récupér|renvoy|réexpédi|pris|fait|prêt|post|débloqu|chez vous|en route|vir[ée]|rendu|restitu|rétabli|corrig|retir|supprim|posé|install|mont[ée]|déduit|sur votre (?:compte|carte)|dans votre (?:boîte|espace)|de retour";
/** Who works for us, and what we owe; in the present tense only these speak for us. */
const frOurs =
  "(?:notre|nos|l[’']|mon|ma|un|une|le|la) ?(?:autre )?(?:atelier|livreur|livreuse|transporteur|coursier|technicien|technicienne|réparateur|équipe|collègue|comptabilité|comptable|service|monteur|installateur|plombier|électricien|conseillère?|entrepôt|magasinier|poste|chauffeur)";
const frOwed =
  "remboursement|argent|somme|montant|virement|bon|avoir|chèque|colis|paquet|commande|remplacement|échange|réparation|livraison|enlèvement|visite|appel|coup de fil|courriel|mail|message|lettre|courrier|sms|réponse|retour|nouvelles|étiquette|couvercle|technicien|livreur|solution";
const frThing =
  "(?!(?:le|la|les|l[’']|notre|nos|votre|vos|un|une|mon|ma) ?(?:train|bus|avion|vol|tram|bateau|soldes|salon|magasin|boutique|promotion|offre|garantie|équipe|saison|marché|foire|facture|prix|tarifs?)(?![\\p{L}]))(?:(?:votre|vos|notre|nos|le|la|les|un|une|deux|trois|ce(?! qui)|cette|ces|ma|mon) (?:[\\p{L}\\d€’'-]+ ){0,3}?[\\p{L}\\d€’'-]+|l[’'][\\p{L}-]+(?: [\\p{L}’'-]+){0,2}?|il|elle|ils|elles|tout|et)";
/** Of "nous …ons": what brings the customer nothing. */
const frIdle =
  "(?:av|somm|all|ouvr|ferm|pens|espér|souhait|pouv|dev|voul|attend|recev|sav|rest|demand|pri|remerci|ser|compt|fêt|lanç|cherch|regrett|compren|ét|part|ven|fais|invit|déménag|tâch|essay|comptabilis|pren|conseill|factur|débit|prélev|prévoy|croy|voy|di|désir|accept|envisage)i?ons(?![\\p{L}])";
const frSent =
  "(?:expédié|envoyé|remboursé|rendu|restitué|livré|réparé|remplacé|crédité|versé|viré|posté|remis|rétabli|corrigé|débloqué|réexpédié|renvoyé|installé|posé|retiré)e?s?";
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
    // Our own verbs in the present tense: only those that bring the customer something.
    {
      pattern: new RegExp(
        `(?<![\\p{L}])nous (?:(?:vous |vous l[’']|vous le |vous la |vous les )(?!${frIdle})[\\p{L}]{2,}ons|(?:le |la |les |l[’'])?(?:post|envoy|renvoy|expédi|réexpédi|rembours|remplaç|échange|répar|rend|crédit|vers|livr|rappel)ons)(?![\\p{L}])(?! (?:pas|plus|jamais|que|de)(?![\\p{L}])| (?:qu|d)[’'])`,
        "iu",
      ),
    },
    {
      pattern:
        /(?<![\p{L}])je (?:vous |le |la |les |l[’']|vous l[’']|vous le |vous la |vous les )?(?:poste|dépose|renvoie|verse|crédite|règle|annule|échange|répare|prépare|signale|valide|débloque|corrige|relance|organise|apporte|rapporte|récupère|enlève|installe|monte|pose)(?![\p{L}])/iu,
    },
    {
      pattern:
        /(?<![\p{L}])(?:(?:sera|seront) (?:(?:bien|donc|aussi|tous|toutes|entièrement|également|alors) )*(?:arrêt|rebouch|contrôl|test|chang|rajout|rouvert|refait)\p{L}*|(?:sera|seront) (?:ajout|remis|port|chang|pos|mont|apport|répar)\p{L}* (?:à|sur|dans|chez) (?:vous|votre|vos)|(?:sera|seront) devant (?:chez vous|votre))(?![\p{L}])/iu,
    },
    {
      pattern:
        /^qui (?:vous (?:l[’']|le |la |les )?)?(?:appelle|rappelle|enlève|récupère|apporte|livre|vient|écrit|répare|pose|installe|envoie|dépose|passe|répond|rend)(?![\p{L}])/u,
    },
    // The present tense for a day to come: what is owed sets out, or somebody of ours acts.
    {
      pattern: new RegExp(
        `(?<![\\p{L}])${frThing} (?:vous |y )?(?:s[’']en (?:va|vont)|partent|repartent|part|repart|arrive(?:nt)?(?= (?:chez|à|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|le \\d))|revien(?:t|nent)(?= (?:chez|sur|à vous|vers|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|le \\d))|parvien(?:t|nent)|(?:est|sont) (?:vous )?(?:${frSent}|chez vous|à votre porte|sur votre (?:compte|carte)|dans votre (?:boîte|espace)|de retour chez)|attend(?:ent)?(?= (?:chez|dans|à))|disparaît)(?![\\p{L}])`,
        "iu",
      ),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}])${frThing} (?:vous|leur|lui) (?:est|sont) (?:${frSent})(?![\\p{L}])`,
        "iu",
      ),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}])(?:${frOurs} |\\p{L}+ |^)(?:vous (?:le |la |les |l[’'])?(?:rend|rapporte|livre|apporte|appelle|rappelle|écrit|répond|envoie|expédie|rembourse|dépose|contacte|recontacte|remplace|installe|remet|verse|passe un (?:coup|appel))|regarde (?:la|le|les|votre|vos)|(?:vient|passe|se rend|est|sera) (?:chez vous|poser|monter|réparer|chercher|prendre|installer|remplacer|récupérer|livrer)|(?:vient|passe|se rend) (?:demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|le \\d))(?![\\p{L}])`,
        "iu",
      ),
    },
    {
      pattern:
        /(?<![\p{L}])(?:(?:échange|réparation|visite|livraison|enlèvement|remise|installation|pose|reprise|rendez-vous|intervention)[\p{L} ]{0,24}? (?:a lieu|aura lieu|est (?:fixée?|prévue?|confirmée?|programmée?))(?![\p{L}]))|(?<![\p{L}])(?:je|nous) (?:fais|faisons|veille|veillons|m[’']assure|nous assurons) (?:en sorte|à ce|que|pour)/iu,
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}])(?:comptez sur|compter sur|attendez|guettez|surveillez|attendez-vous à) (?:un |une |des |de |la |le |l[’']|les |ma |mon |notre |nos |votre |vos )?(?:[\\p{L}’'-]+ ){0,2}?(?:${frOwed})(?![\\p{L}])`,
        "iu",
      ),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}])vous (?:avez|recevez|retrouvez|trouverez|récupérez|récupérerez|touchez|toucherez) (?:un |une |le |la |l[’']|les |ma |mon |notre |nos |votre |vos |des )(?:[\\p{L}’'-]+ ){0,2}?(?:${frOwed}|[\\p{L}’'-]+ (?:manquante?s?|neuve?s?|de remplacement))(?![\\p{L}])`,
        "iu",
      ),
    },
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
    /(?<![\p{L}])(?:peut-être|essaie|essayons|essaier\p{L}+|essayer\p{L}*|tâcher\p{L}*|espér\p{L}+|espoir|normalement|en principe|probablement|sans doute|si possible|devr\p{L}+|pourr\p{L}+|pouv\p{L}+|souhait\p{L}+|pens\p{L}+|prévoy\p{L}+|généralement|habituellement|en général|voudr\p{L}+|idéalement|éventuellement|\p{L}{2,}r(?:ais|ait|ions|iez|aient)|rappeler que|(?:fermée?s?|ouverte?s?|en congés?|absente?s?)|(?:le site|la boutique|le magasin|l[’']application|le catalogue|le système|la plateforme) (?:sera|est|va)|depuis|jusqu[’'](?:à|au|aux|en)|au plus tôt|votre paiement|de votre compte|il se peut|férié|en stock|poubelle|séminaire|vacances|retraite|(?:votre|sa|leur) (?:banque|voisine?|collègue))(?![\p{L}])/iu,
  firm: /(?<![\p{L}])vous (?:pouvez|pourrez) (?:compter|attendre|être sûre?)/giu,
  reported:
    /(?<![\p{L}])vous (?:écrivez|dites|indiquez|précisez|demandez) (?:que|qu)|(?<![\p{L}])vous (?:m[’']|nous )?(?:avez|aviez) (?:écrit|dit|demandé|indiqué|mentionné|précisé)|(?<![\p{L}])(?:on|nous) (?:vous )?(?:avait|avions|avaient|a|avons) (?:dit|promis|annoncé)|comme vous (?:dites|l[’']écrivez)|^(?:normalement|en général|généralement|habituellement|en principe|d’habitude|en temps normal)/iu,
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
