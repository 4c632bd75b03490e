import { type Cue, say } from "@/lib/cues/cue";

/** Something of ours went wrong. */
export const complaints: readonly Cue[] = [
  ...say(
    "complaint",
    "complains",
    3,
    `reclamation|reclamations|plainte|plaintes|reclame|reclamer, me plaindre|plains, nous plaindre|plaignons, se plaint|plaignent|plaindre, porter|deposer|depose reclamation|plainte, mecontent*, insatisf*, insatisfaction, pas content|contente|contents|satisfait|satisfaite|satisfaits|satisfaisant*|heureux|heureuse|accord|ravi|ravie|convaincu*|terrible|top|serieux|professionnel|pro|normal|normale|correct|correcte|acceptable|admissible|juste|honnete|tolerable|sympa|possible|logique|conforme|conformes|respecte|respectes|digne|fiable|clair|agreable|joli|genial|fameux|cool|bon|bonne|propre|frais|aimable|gentil|poli, anormal, inadmissible*, inacceptable*, intolerable*, inqualifiable*, anormalement, pas du tout content*|satisf*|normal, probleme|problemes|souci|soucis avec|sur|de|d|dans|concernant|depuis|persiste|suite, rencontre|rencontrons|rencontrer|j ai|nous avons|avons|un|gros|enorme|meme ... probleme*|souci|soucis|difficulte*|ennui*, litige*, desagrement*, gros souci|probleme, conteste, contester, contestation, desagreable surprise, mauvaise surprise, mal passe|passee|recu|recus|recue|accueilli*|regle|monte|installe|pose|faite|fait|finie|fini|coupe|emballe|concu|ferme|servi|servis|repare|organise|isole|lave|cousu|orthographie|branche|indique|informe|conseille|parle|traite|traitee, n est pas normal, c est pas normal, laisse a desirer, laissent a desirer, gache, gachee, gaches|gachees, ruine, deplore, regrette|regrettons, deplorable*, il y a|un|avoir erreur|probleme|souci`,
  ),
  ...say(
    "complaint",
    "broken",
    2.5,
    `casse, cassee, casses, cassees, brise, brisee, brises, brisees, abime, abimee, abimes, abimees, endommag*, deteriore*, defectueu*, defaillan*, defaut, defauts, en panne, tombe|tombee en panne, panne, pannes, hs, hors service|d usage|usage, foutu|foutue|foutus|foutues, mort|morte apres|mort|au|depuis|deja, pixel mort, fissur*, fele, felee, raye, rayee, rayes, rayees, rayure*, eraflure*, enfonce*, cabosse*, bosse|bosses|choc sur|en|au, dechire, dechiree, dechires, troue, trouee, trous, decousu*, se decoud, couture*, coutures ... parties|lache*|defait*, se decolle*, decolle|decollee, decollent, se defait, defait, defaite, ebreche*, fuit, fuient, fuite, fuyait, coule|coulait, inutilisable*, immettable, irrecuperable*, immangeable*, imbuvable*, infect*, illisible*, a|ont|est|m|s|avait lache|lachee|cede|rompu|grille|creve|crame, rendu l ame, cesse de fonctionner|marcher, arrete de fonctionner|marcher|charger, bancal*, tordu*, rouille*, s ecaille*, ecaille, s effiloche*, use|usee apres|deja|au, s affaisse*, affaisse*, ecrase*, eventre*, mouille*, trempe*, renverse, bloque|bloquee|bloques|coince|coincee ... depuis|sur|dans|a|au|en|page|ne, bourre|bourrage, clignote*, scintille*, grippe, deregle*, delave*, retreci*, deteint, decolore*, bouloche*, crevaison, couine*, grince*, bruit de|bizarre|anormal|suspect|infernal|d, deforme*, terni*, terne, desserre*, arrache*, sature*, planté|plante, plantee`,
  ),
  ...say(
    "complaint",
    "fails",
    2.4,
    `marche|marchent|fonctionne|fonctionnent|fonctionnait|charge|allume|demarre|ferme|ouvre|repond|chauffe|tient|tiennent|affiche|imprime|connecte|reconnait|detecte|passe|arrive|appaire|synchronise|lance|imprime|tourne|refroidit|sort|part|correspond|va|rentre|permet|peux|peut|puis|pouvons|pouvait|reussis|arrivons|entend|voit|capte|convient|valide|enregistre|sert|donne ... pas|plus|jamais|rien|mal, marche|fonctionne|marchait|fonctionnait pas|plus|mal|jamais|qu, pas|plus marche|fonctionne|de signal|son|image|connexion|reseau|chauffage|courant|internet|eau|service|wifi|batterie, n arrive|arrivons|arrivent pas|plus a, impossible de|d, incapable* de|d, bug|bugs|bugue|buggue|bugger|buggee|beug, plante|plantent|plantait|planter a|au|des|en|tout|sans|chaque|toutes|regulierement|constamment|depuis|quand, ca plante, crash*, erreur|erreurs, message d erreur, rame|rament|ramer, lag|lague|lags, lent|lente|lents|lentes|lentement|lenteur*, coupe|coupent|coupure|coupures|deconnect*|decroche tous|toutes|sans|tout|regulierement|constamment|en|au|des|quand, coupure*, deconnect*, se vide, se bloque*, fige|figee|figes, freeze, gele, efface|efface|supprime|perdu|disparu toutes|tous|mes|mon|ma|de, decale|decalee, dysfonctionn*, echec*, echoue*, ne fait|fonctionne|sert|marche|tient|dure que|rien, rien ne|n marche|fonctionne|va|est|a|se, ne ... rien, batterie ... tient|dure|vide|decharge, autonomie, tient deux|une|# heures|heure|jours`,
  ),
  ...say(
    "complaint",
    "wrong",
    2.3,
    `mauvais|mauvaise|mauvaises taille|couleur|article|produit|modele|adresse|numero|nom|pointure|commande|colis|reference|date|prix|montant|plat|pizza|sens|endroit|version|quantite|piece|personne|cote|compte|gout|odeur|etat|experience|surprise|qualite|accueil|service|impression|conseil|foi, erreur|erreurs de|d|dans|sur|commande|facture|livraison|votre, trompe de|d|dans|commande|couleur, vous etes trompes|trompe|plante, s est trompe|trompee|plante, errone*, incorrect*, inexact*, fausse|faux date|adresse|prix|information|numero|montant|nom, pas bon|bonne|bons|mon|ma|le|la|celui|celle|ce|meme|comme ... commande|commandee|demande|taille|couleur|modele|article|bonne|produit|attend*|prevu|photo|annonce, rien a voir, ressemble|ressemblent pas|rien|en|plus, pas comme|conforme|ce ... photo|description|annonce|commande|prevu|convenu|site, different* de|du|des ... photo|commande|annonce|description|site|modele, non conforme*, a la place de|d|du, au lieu de|d|du, commande*|demande*|paye*|reserve*|achete*|voulu ... recu*|eu|livre*|envoye*|obtenu|arrive*, recu ... autre|mauvais*|a la|lieu|pas|seulement|qu|que|abime|casse, autre|un produit que|a, quelqu|personne d autre, trop petit*|grand*|court*|long*|serre*|large*|sale*|sucre*|sec|seche|chaud*|froid*|fort*|bruyant*|cher|chere|dur|dure|fin|fine|lourd*|lent*|tard|juste|cuit*|gras|grasse|foncé*, melange, inverse*, confondu*, interverti*, mal orthographi*, faute|fautes de|d|dans|partout|orthographe, truffe* de|d, doublon, surbooking, surreservation`,
  ),
  ...say(
    "complaint",
    "missing",
    2.4,
    `manque|manquait|manquent|manquaient|manquant|manquante|manquants|manquantes, pas|jamais|toujours|rien|encore|n|plus recu|recue|recus|arrive|arrivee|arrives|livre|livree|livres|expedie*|credite*|vu|eu|obtenu|dans|trouve|parvenu*|envoye*, pas|jamais|rien|n ete livre|livree|livres|expedie*|credite*|envoye*|recu, rien recu|dans|arrive|eu|vu|livre|a la|de, toujours rien|pas|aucun|aucune|en|sans|a, aucune|aucun trace|colis|livraison|confirmation|commande|remboursement|nouvelle|nouvelles|suivi|avoir|courrier|mail, ou est|sont|en mon|ma|mes|notre|le|la|nos ... colis|commande|paquet|livraison|argent|remboursement|chauffeur|livreur|billet|billets, ou est passe|passee, perdu|perdue|perdus|egare|egaree|egares|vole|volee, disparu*, introuvable*, carton|colis|boite|enveloppe|paquet|sac vide|incomplet|eventre|ecrase|vides, incomplet*, incomplete, moitie de|des, oublie|oubliee|oublies, oublient, indique|dit|marque|note|affiche|suivi|declare|soi livre|livree|remis|distribue|dit, dit livre, pas dans ... carton|boite|colis|sac|systeme|paquet|commande, rupture de|apres|alors, seulement|que # sur|articles|pieces|au, payes|paye|commande # ... recu|livre, il en|me|nous|n y manque`,
  ),
  ...say(
    "complaint",
    "late",
    2.2,
    `en retard, retard|retards, retarde*, delai|delais depasse*|non|pas|annonce*|interminable*|trop|inadmissible*|respecte*|long, delai*|temps ... depasse*|pas respecte*|tenu, # jours|semaines|mois|jour|semaine de|d|apres|plus|pour|que|maintenant|et|sans|toujours|qu|j|en|a|c|au|on, # heures|heure|minutes|ans de|d|apres|plus|pour|que|maintenant|sans|toujours|qu, attend|attends|attendons|attendu|attendre|attente|attendait depuis|#|plus|toujours|une|deux|trois|des|longtemps|encore|de|heure|heures|jours|semaines|mon|ma|le|la|mes|notre, # d attente, d attente, depuis # , depuis des|deux|trois|une|plus|plusieurs|un|quatre|cinq|six|dix|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|debut ... jours|semaines|semaine|mois|heures|matin|soir|dernier|derniere|toujours|rien|sans|aucun|aucune|plus|pas, ca fait #|des|deux|trois|une|plus|un|quatre|longtemps|plusieurs, fait #|deux|trois|plus jours|semaines|mois|heures|que|d, des heures|semaines|mois|plombes|lustres, une eternite, interminable*, a mis #|deux|trois|des|neuf|une|plus|dix, mis # jours|semaines|mois|heures, devait|devaient|devais|devrait|aurait|deviez|etait|cense|censee|prevu|prevue arriver|livrer|etre|recevoir|venir|passer|hier|lundi|pour|le, toujours en preparation|cours|attente|transit|traitement, en preparation|traitement depuis, bloque en|au|a|chez|depuis|dans ... transit|douane|depot|centre, n a|est|avance|bouge pas|plus|toujours bouge|avance|change, perime*, date depassee|limite|peremption, fait la queue, queue, que d attente`,
  ),
  ...say(
    "complaint",
    "money",
    2.3,
    `surfactur*, factur* deux|en|double|plus|trop|sans|des|un|une|quelque|#|alors, debite*|preleve*|prelevement|prelever|encaisse*|paye* deux|double|en|sans|a tort|alors|tort|trop|indument|encore|quand|toujours|mon|mais|fois, a tort, indu*, frais caches|abusif*|supplementaire*|en|inattendu*|injustifie*|de|exorbitant*|dossier ... abus*|plus|jamais|annonce*|prevu*|cache*, frais abusif*|caches|injustifie*|non, sans accord|autorisation|consentement|mon|me|nous|prevenir|demander|raison|explication|explications|preavis|justificatif, jamais souscrit|demande|commande|signe|accepte|autorise|donne|valide|voulu, n ai|avons|avais jamais|pas souscrit|demande|commande|signe|accepte|autorise|donne|valide, trop cher|chere|paye, cher pour|paye|ce, hors de prix, arnaque|arnaques|arnaqueur*|arnaque*, escroc*, escroqu*, exorbitant*, prix delirant|abusif|fou|excessif, hausse|augmente|augmentation|augmentee|doublé|double ... facture|tarif|prix|sans|de|alors|loyer, facture ... augmente*|double*|trop|erreur|incomprehensible|fausse|elevee|salee|pas|delirante, amende*, penalite*, abusif*, abusive*, abuse, abus, devis ... facture*|pas, perdu|perte|perds|perdre|perdons ... argent|temps|journee|conge|heure, perte de temps|d argent, argent|euros|€ jete*|fenetre*|perdu*|preleve*|debite*|disparu*, refuse*|refusent|refusez|refus de|le|la|ma|mon|d ... rembours*|echang*|prendre|repar*|payer|aider|avoir|garantie|embarquement, renouvel* sans|automatique*|alors|d, tacite reconduction, avale ... carte|pieces|billet|argent, retenez|retenu|gardez|garde|retient ... caution|acompte|depot|argent|€, caution pas|jamais|toujours|non, toujours pas|jamais|non|pas rembours*, gratuit* ... factur*|paye*|retenez|€, je paie|paye|payons pour|#|alors|un|une, balles`,
  ),
  ...say(
    "complaint",
    "refund",
    2.1,
    `veux|voudrais|souhaite|demande|exige|exigeons|attends|souhaitons|demandons|reclame|reclamons|aimerais ... rembours*|dedommag*|indemnis*|echange|argent|avoir|geste, etre rembourse|remboursee|dedommage*|indemnise*, me|nous rembourser|remboursez|dedommager|rendre|indemniser ... argent|vite|au|rapidement|integral*, remboursez moi|nous, dedommag*|indemnis*|compensation, recuperer mon|notre|ma argent|caution|acompte, rendez moi|mon|nous argent, geste commercial, veut|veulent ... rembours*|repris*|echange|reprise|annul*|remise, renvoyer, retourner ... article|produit|colis`,
  ),
  ...say("complaint", "refund", 1.2, `rembours*`),
  ...say(
    "complaint",
    "quality",
    2.3,
    `nul|nulle|nuls|nulles, nullissime, nullite, naze|nazes, pourri|pourrie|pourris|pourries, merdique*, merde, daube, bouse, camelote, pacotille, mediocre*, mediocrite, lamentable*, minable*, catastroph*, desastr*, horrible*, atroce*, affreux, affreuse, execrable*, epouvantable*, ignoble*, immonde*, infect*, infame*, pire|pires|pitoyable*, deplorable*, decevant*, decevante, mauvais|mauvaise qualite|service|experience|accueil, qualite mauvaise|mediocre|deplorable|douteuse|baisse|bas|pas|laisse|moindre|catastrophique|nulle|inferieure, mauvaise qualite, bas de gamme, bas gamme, cheap, toc, fragile, premier prix, a fuir, fuyez, a eviter, evitez, eviter, passez votre chemin, n achetez|allez|commandez|y allez pas|jamais|rien|surtout, je ne recommande|conseille pas|plus|vraiment|absolument|surtout, deconseille*, recommande|conseille pas|plus, 0 etoile|pointe|sur, zero|une etoile*, 1 etoile|sur, # sur 10|20|5, bof, moyen, moyenne, tres moyen, sans plus, quelconque, deconfiture, a revoir, peut mieux faire, froid|froide|froids|froides|tiede|tiedes|glacial*|glace, fade, insipide, dur|dure comme, pas cuit*|mur|frais|fraiche|assez|bon|bonne|top|terrible|fameux|a la hauteur, cru|crue, brule|cramé|trop cuit, rassis, moisi*, avarie*, perime*, date depasse*, gras|grasse, mou|molle|molles|mous, sec|seche, goût|gout de|bizarre|horrible|infect|d, sent|sentait|sentent|puait|pue|puent|puaient|empest* mauvais|le|la|l|fort|les|tres, odeur de|horrible|infecte|nauseabonde|d, inconfortable*, bruyant*, bruit, insupportable*, invivable*, tissu|matiere|finition* ... bas|fin|mauvais*|cheap|mediocre*|brouillon*, fils qui, incomprehensible*, confus, mal fichu|foutu|concu|fait|ecrit|traduit, tient pas|plus|que, dure pas, trompeur*, baclé*, bacle*, approximatif*, brouillon, amateur*|amateurisme, pas serieux|pro|professionnel, desagreable*, degrade*, degradation, n a plus rien, plus ce que, en chute libre, honteux, honteuse, peinture|vernis ... ecaille*|part, ne vaut pas|rien, vaut pas|rien ... prix|coup|clou|peine, regrette*`,
  ),
  ...say(
    "complaint",
    "dirty",
    2.3,
    `sale|sales|salete|saletes, degueulasse*, crade*, crasse|crasseu*, degoutant*, repoussant*, insalubre*, pas nettoye|nettoyee|propre|propres|lave|fait|faite|faits, tache|tachee|taches|tachees, pue, puant*, moisi*, moisissure*, humidite, cafard*, punaise*, rats, rat, souris, cheveux|cheveu|poils|poil dans|sur, mouches, insecte*, ver|vers|bestiole* dans, collant*, poubelle*|ordures debord*|pas|jamais|depuis, pas hygien*, hygiene, fourmi*`,
  ),
  ...say(
    "complaint",
    "service",
    2.4,
    `desagreable*, impoli*, malpoli*, mal aimable|polie|eleve|parle|recus|accueillis|organise*|accueillie|accueilli|traite*, malaimable, odieu*, arrogant*, meprisant*, mepris, hautain*, condescend*, agressif*, agressive*, grossier*, grossiere*, incompeten*, incapable*, ignore|ignores|ignoree|ignorer|ignorent, irrespect*, manque de respect|professionnalisme|serieux|personnel|politesse|considerat*|communication|suivi|reactivite, raccroche|raccrochent|raccroché au|nez|sans|quand, au nez, parle mal|comme, cri*|hurl* dessus, discrimin*, humili*, insult*, aucun|aucune|pas|sans|jamais|pas de ... excuse|excuses|explication*|aide|respect|solution|geste|consideration|suivi|professionnalisme|conscience|interlocuteur|effort|scrupule*, meme pas|sans ... excus*|desole|pardon|bonjour|prevenu|regarde|appele, sans excuser|s excuser|prevenir|explication*|bonjour|sonner|frapper|rien|reparer, personne ne|n|au ... sait|savait|courant|comprend|aide|accueil|repond|prevenu|decroche|repondu|rappele|informe|ose, service client*|clients|clientele|apres ... nul|inexistant*|deplorable|incompetent*|catastroph*|injoignable*|zero|lamentable|pire|horrible|mauvais|desastreux|honteux|rien|inutile|aux|minable|pourri|decevant, accueil deplorable|glacial|froid|desagreable|nul|inexistant|catastroph*|horrible|lamentable|execrable, mauvais|mauvaise accueil|service|experience|foi|volonte|communication, mauvaise foi, traite|traites|traitee|traiter comme|ainsi|de|mal, balade|baladent|baladee|baladé de|d|depuis|entre, renvoie|renvoient|renvoye la|d|de|vers|les ... balle|service|autre, se renvoie*, hausse les epaules, tant pis|m|pour, accuse*, jete|jetee|jetes|balance|balancee|lance|laisse|depose|abandonne|pose ... par dessus|pluie|portail|rue|poubelle|devant|dehors|sol|trottoir|voisin|mur|hall|jardin, sous la pluie, ferme plus|avant|sans|toute|alors|depuis, livreur|chauffeur|coursier|facteur ... reparti*|sonne|pas|deja|refuse|balance|jete|laisse|parti|menti|jamais|oublie|desagreable|impoli, serveur*|serveuse ... oubli*|desagreable|froid*|pas|impoli, reparti|repartie|parti|partis sans|pendant|avant|alors, refoule*, refuse l|a|de|entree|embarquement|acces, attente interminable|au|telephon*, debord*, sous effectif, desorganis*, inorganis*, bordel, chaos, pagaille, foutoir, injoignable*, derange, inquiet*, inquiete, stress*, contrarie*, peine|penible*, galere|galerer|galère, agac*, enerv*, embarras*, deranger, perdre du temps, faire perdre, en l air, mal au coeur`,
  ),
  ...say(
    "complaint",
    "promise",
    1.7,
    `on|vous|m|nous|avait|aviez|avez|a|ont|devait|deviez promis|assure|assurait|garanti|annonce|certifie|affirme|jure|dit|vendu|repondu, promis|promise|promesse|promesses, promesse* non|pas|jamais|tenue*|rompue*, devait|deviez|devaient|devais|etait|etaient cense*|prevu*|rappeler|venir|arriver|passer|envoyer|faire|livrer|revenir, cense|censee|censes|supposee|suppose etre|arriver|venir|durer|marcher|livrer, soi disant, pretendu*|pretend, contrairement a|au|aux, malgre, pourtant, alors que|qu, bien que, il est|etait ecrit|indique|marque|precise|annonce|affiche, ecrit nulle part, nulle part, annoncez|affichez|vantez|promettez`,
  ),
  ...say(
    "complaint",
    "access",
    2,
    `impossible de|d connecter|se|acceder|me|ouvrir|payer|joindre|commander|reserver|valider|utiliser|telecharger|entrer|contacter, bloque|bloquee|suspendu*|desactive*|verrouille*, compte|carte|ligne|numero bloque*|suspendu*|desactive*|pirate*|ferme*|coupe*, acces refuse|impossible|bloque, mot de passe ... pas|jamais|refuse|plus|marche, code|mail|lien|sms ... arrive pas|jamais|plus, n arrive|arrivent jamais|pas, site|page|appli|application|serveur|systeme|wifi|internet|box|plateforme|chatbot|ligne|espace|logiciel ... plante*|bug*|marche|pas|down|rame*|nul|nulle|inutile|lent*|bloqu*|inaccessible*|fonctionne|panne|coupe*|penible, inaccessible*, spam*, desinscri*|desabonn*|desinscription ... pas|malgre|toujours|fonctionne|marche|encore|impossible, arretez|cessez de|d, stop aux|pub, fuite de donnees, rgpd, donnees|coordonnees personnelles|perso ... vendu*|diffuse*|fuite|transmis*|partage*, courrier|rib ... autre`,
  ),
  ...say(
    "complaint",
    "cancelled",
    2,
    `annule|annulee|annules|annulees|annulation|annulez|reporte|reportee|decale|decommande sans|a la|derniere|par|mon|ma|mes|au|notre|une|le|alors|deux|encore|trois|unilateral*|la, derniere minute, vous|avez|a|ont|ete annule|annulee|annules, reservation ... pas|perdue|inconnue|annulee|introuvable|aucune|jamais|disparu*|plus|donnee, chambre|table|place|siege ... donnee|pas|occupee|prise|autre|deja|cassee, ferme|fermee|fermes|fermees toute|tout|depuis|pour|sans|alors|exceptionnel*|la, deja loue*|vendu*|pris*|attribue*, plus disponible|dispo|valable|en stock, pas valable|honore*|accepte*, non valable|honore*`,
  ),
  ...say(
    "complaint",
    "misled",
    2.7,
    `trompe|trompee|tromperie|trompeur*|tromper, mensong*, ment|mentent|menti|mentir|mentez|menteur|menteurs|menteuse, publicite mensongere, faux|fausse|fausses promesse*|avis|publicite|informations|annonce|excuse*, arnaqu*, arnaque, escro*, fraude*|frauduleu*, vol, vole, volee, voleur*, voler, soi disant, pretendument, entourloupe*, malhonnete*, contrefa*, contrefacon, pigeon|pigeons, se faire|fait|faire|m|suis|nous avoir|pigeonner|arnaquer|rouler|escroquer|berner|enfler|plumer, roule|roulee|roules dans, foutage, charlatan*, charlot*, foutez|fichez|moquez|moque|moquent|fout|foutre|payez de|d|du ... gueule|moi|nous|monde|tete|client*|poire, prendre|prennent|prenez ... pour des|un|une idiots|cons|imbeciles|pigeon|pigeons|con|idiot|vache|vaches|debiles, abuse|abusent|abusez, desinformation, fausse pub`,
  ),
  ...say(
    "complaint",
    "disappointed",
    2.7,
    `decu|decue|decus|decues, deception, deceptions, decoit|decoivent, degoute|degoutee|degoutes, depite*, consterne*, consternant*, frustre|frustree|frustrant*, ecoeur*, desabus*, scandal*, inadmissible, honte|honteu*, desol*|desesper* de|d|pour, attendais|attendait|attendions|esperais|esperait|esperions ... mieux|autre|plus|qualite|meilleur, m attendais a|mieux|autre, perdu|perds|perdons|perdu|plus confiance|patience|foi, plus aucune confiance, plus confiance, regrette*, on ne m|nous y reprendra|aura, y reprendra plus, reviendra|reviendrai|reviendrons|revenir|retourner|retournerai|remettrai pas|plus|jamais, plus jamais, jamais plus, derniere fois que, plus rien commander|acheter, ridicule*, absurde*, risible*, aberrant*, aberration, insens*, dingue|fou que|qu|de|quand, incroyable* que|qu|de|d, hallucin*, delirant*, lunaire, n importe quoi, blague|plaisanterie|comble|pompon, c est|quelle|une|vous blague|plaisanterie|rigole*|rigolez, la moindre des choses, dommage, malheureusement, triste*, affligeant*, navrant*, choqu*, insultant*, 👎, 😞, :(, ni fait ni, un comble`,
  ),
  ...say(
    "complaint",
    "contrast",
    0.7,
    `mais, or, cependant, neanmoins, en revanche, par contre, pourtant, alors que, or, sauf que|qu, et la, resultat, au final, finalement, apparemment, visiblement, pourquoi mon|ma|mes|est|avez|ne|n|avoir|ai|vous|m|annoncer|la|le, comment se fait|peut|est|ose*|osez, comment ca se|peut, comment est ce|il possible, seulement #|un|une|deux|la|le, a peine, au moins, deja|encore une, encore, toujours, a nouveau, une fois de, a chaque fois, chaque fois|jour|mois, toutes les, deux fois, deux|trois|# fois|reprises, au bout de|d, apres|des un|une|deux|#|trois|le|la|seul|premier|premiere, depuis la|le|que|votre|l|ce|cette|nouveau|mise|hier, le lendemain|jour, j apprends|apprend|decouvre|constate|vois|m apercois|rends, on m apprend|dit|repond|annonce|informe|facture|demande, me dit|dites|repond|annonce|demande|retrouve, moins de|que|d, pas encore, personne, jour meme, plus aucun|aucune|d|de`,
  ),
  ...say(
    "complaint",
    "hint",
    0.6,
    `pas, rien, jamais, aucun, aucune, sans, plus rien|personne, probleme*, souci, soucis`,
  ),
  ...say(
    "complaint",
    "service",
    0.6,
    `votre|vos livreur|chauffeur|technicien|site|appli|application|societe|entreprise|systeme|agent|conseiller*|conseillere|employe*|vendeur|vendeuse|magasin|borne|service|agence|assistance|produit*|equipe|prestataire|coursier|transporteur|plombier|banque|plateforme|hotel|boutique|support|collegue|machine|sav|artisan|caissiere|ouvrier*, vous avez|m avez|m facturez|envoyez|dites|facturez|annoncez|deviez|vendez|prelevez|laissez|faites|gardez|refusez, le livreur|chauffeur|technicien|vendeur|serveur|receptionniste|prof|conseiller|plombier|coursier, arrive|arrivee avec|sans|en, on a|m a du|eu|dit, j ai|avons|on paye|commande|achete|reserve|demande|verse|attendu|du|appele, nous avons paye|commande|reserve|demande|attendu|du, ai du, il a fallu, il faut, obliger*|oblige*|obligee, oblige de, note d|appel|tel client|cliente`,
  ),
  ...say("complaint", "late", 0.6, `heures, jours|semaines|mois|minutes`),
  ...say("complaint", "quality", 0.6, `bizarre, etrange, odeur`),
  // Letters that are formal, statements of fact, telephones' spelling.
  ...say(
    "complaint",
    "complains",
    2.3,
    `permets de|d ... signaler|attirer|contacter|alerter|revenir|faire part, attirer|attire votre attention, regret|regrette|desole de vous|devoir|constater|informer|signaler, oblige|contraint|contrainte|contraints de ... signaler|relancer|ecrire|revenir, suite a ma|mes|notre|nos ... relance*|appel*|reclamation*|mail*|courrier*, fais suite|reponse a ... incident|panne|litige, sans suite, reste|restee|restent|restes sans suite|effet|reponse|solution, demeure*|toujours sans nouvelle*|reponse|suite|solution, dans l attente ... solution|regularisation|explication*, regulariser, regularisation, mise en demeure, reserves ... livraison|colis, vous saurais gre ... remedier|regulariser|corriger|rembourser, a ce jour ... rien|aucun|aucune|toujours|pas|sans, sauf erreur ... pas|rien|aucun|aucune|jamais`,
  ),
  ...say(
    "complaint",
    "fails",
    2.4,
    `ne|n|veut|sait ... s|se allume|ouvre|ferme|lance|connecte|charge|declenche|affiche|eteint plus|pas, ne tient|fonctionne|marche|demarre|chauffe|refroidit|repond|capte|charge plus, s eteint|arrete|coupe|ferme|bloque|deconnecte ... seul|seule|sans|tout|sans cesse|milieu|constamment|regulierement, march pas|plus, marche po, fonctionne po, injoignable*, impossible a|de ... joindre|avoir|contacter, personne au bout|telephone|decroche`,
  ),
  ...say(
    "complaint",
    "late",
    2.3,
    `toujours|tjrs rien recu|vu|arrive, toujours en attente, aucune|aucun|pas de reponse|retour|nouvelle|nouvelles|suite depuis|a|apres|de, sans nouvelle|nouvelles|reponse|retour de|depuis|a, avec # heures|jours|minutes|h de|d retard, prevu|prevue|prevus pour|le|hier|lundi|mardi|mercredi|jeudi|vendredi ... toujours|rien|pas|jamais, livre|livree|arrive|arrivee avec ... retard`,
  ),
  ...say(
    "complaint",
    "money",
    2.3,
    `facture|facturee|debite|debitee|preleve|prelevee|paye|compte deux|2|trois|double fois, debite|preleve|facture|compte en double, preleve|facture|debite ... resilie*|annule*, toujours pas rembourse*, doublon`,
  ),
  ...say(
    "complaint",
    "missing",
    2.3,
    `manque|manquait|manquent une|un|deux|des|les|la|le|#|encore ... piece|pieces|vis|article|articles|element|notice|chargeur|sachet, colis|carton|paquet|boite incomplet|vide|ouvert|abime, erreur|probleme de|d|sur taille|pointure|couleur|modele|reference|prix|facturation|livraison|quantite|destinataire, recu ... taille|couleur|modele au lieu|differente, annule|annulee|reporte|decale sans prevenir|prevenu|avertir|raison|explication*|mon`,
  ),
];
