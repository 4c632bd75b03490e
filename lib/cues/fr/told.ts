import { type Cue, say } from "@/lib/cues/cue";

/** By how a sentence is built: who should have, what does not, what used to; and what is over or was nothing. */
export const told: readonly Cue[] = [
  ...say(
    "complaint",
    "fails",
    1.8,
    `machine|lave|seche|vaisselle|linge|four|frigo|refrigerateur|congelateur|aspirateur|robot|mixeur|blender|cafetiere|bouilloire|pain|television|tele|tablette|imprimante|chaudiere|radiateur|velo|trottinette|montre|appareil|bouton|couvercle|fermeture|tiroir|serrure|poignee|roue|pompe|volet|application|appli|lien|bouchon|filtre|capteur|moteur|balance ... ne|n ... pas|plus|rien|jamais,
    #|quatre|trois|deux|autre|autres coups|appels|personnes|interlocuteurs|conseillers ... reponses|versions|discours|histoires|explications, opercule|sceau|scelle|emballage|sachet|flacon|pot|tube ... perce*|entame*|ouvert|descelle*|arrache*, deja|etait|arrivee|arrive entame|entamee|entames|ouvert|ouverte|descelle, affiche*|indique*|marque|compte ... a vide|n importe|toujours zero|zero`,
  ),
  ...say(
    "complaint",
    "promise",
    2,
    `devait|devaient|devais|deviez|devions|etait|etaient|cense|censee|censes ... monter|installer|reprendre|deposer|livrer|poser|reparer|emporter|enlever|nettoyer|remettre|rendre|finir|changer|remplacer|regler|brancher|prevenir|confirmer|rembourser, assure|promis|jure|garanti|certifie|annonce|affirme ... que ce|c|ca|tout|cela|je|j|il|le|la|les serait|seraient|etait|allait|aurait|aurais, promesse|engagement|garantie de|d ... sous|en|avant|dans ... jours|h|heures|jour`,
  ),
  ...say(
    "complaint",
    "disappointed",
    2,
    `moi qui ... recommandais|croyais|pensais|vantais|disais|esperais|adorais|aimais|comptais|faisais, croyais|pensais|pensions|croyions avoir|avoir|que|acheter|pouvoir ... serieux|serieuse|confiance|fiable|qualite|honnete|fiables, recommandais|vantais|adorais|aimais ... fini|termine|plus|avant, fait|faite|faites comprendre que|qu ... derange*|gene*|debrouill*|attendre|faute, se demander si|a|ce|pourquoi|qui, a croire que|qu, dossier|commande|demande|colis|reclamation|remboursement ... aux oubliettes|sans suite|perdu|egare|perdue|egaree`,
  ),
  ...say(
    "complaint",
    "complains",
    2,
    `commence|commencons|commencent ... bien faire|etre long|trop long|faire long|patience|lasser|fatiguer|desesperer|enerver|suffire|agacer|doser, patience ... bout|limites|limite|perdre|perds|epuisee, a bout de, tape|tapent|tapez sur|les ... nerfs|systeme, ras la|le casquette|bol|patate, en ai|avons|a marre|assez|ras|plein, courir|cours|court|courons apres, ballotte|trimballe|renvoyee|renvoye|baladee d|de|entre, toujours en attente|cours|souffrance, on me|nous|m ... dit|renvoie|repond|demande ... voir|adresser|patienter|attendre|contacter`,
  ),
  // What is over, or was nothing: longer than the harsh word within, so it stands.
  ...say(
    "thanks",
    "content",
    2.2,
    `plus|aucun|aucune une|un|aucun|aucune|la ... fuite|panne|bruit|odeur|erreur|bug|rayure|trace|tache, plus|pas une|un|la seule|seul|moindre fuite|panne|bruit|odeur|erreur|bug, rien de|n grave|casse|mechant|dramatique|abime|perdu, pas|etait|est pas|bien|si grave du|ne|merci, mais|et tout|rien est|etait|n intact|entier|intacte|va|casse|bien, retard|souci|probleme|erreur n|ne|est|etait ... pas grave|rien, plus rien n attache|colle|grince|fuit|coule|bouge, ne vous en|inquietez faites|pas, l erreur vient|venait|etait de moi|nous|mienne, c est|etait|erreur ma|de faute|ma, mes|toutes excuses, avais|avions|ai mal lu|compris|regarde|note`,
  ),
  ...say(
    "none",
    "decoy",
    1,
    `etouff* de rire|chaleur, etouffait|etouffe|pleurait|pleure de rire, arracher|arrache|arracherais les cheveux, failli m|nous arracher|etrangler|etouffer|evanouir|tomber ... cheveux|facture|prix|rire|chaise, faux contact, chauffe mains|pieds|plats|eau|biberon, comment|pour couper|decouper|desosser|lever ... poulet|viande|poisson|pain|legumes|couteau, ne|n chauffe|chauffent|fume|sent|brule|bourdonne|disjoncte|gresille plus ... tout|depuis|merci|parfait|bien|maintenant|du, reviens|revenons|reviens vers vous avec|pour|comme ... photo|photos|mesures|dimensions|convenu|document|documents|reference|numero|demande`,
  ),
  ...say(
    "safety",
    "danger",
    2.4,
    `pedale|frein|freins ... plancher|fond|vide|molle|mou|repond|repondu, extincteur|detecteur|detecteurs|airbag|soupape|disjoncteur|differentiel ... pas|jamais|rien ... declenche*|sonne*|fonctionne*|ouvert|coupe|marche, pleine|plein|pleins|remplie|rempli d epingles|aiguilles|agrafes|clous|echardes|verre, coincee|coince|bloquee|bloque|enferme*|prisonni* ... monte escalier|escaliers, monte escalier ... etages|bloque|panne|coince*, coeur ... emballe*|palpit*|bat|cogne ... depuis|apres|trop|vite, palpitations`,
  ),
];
