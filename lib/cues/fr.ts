import { type CueFile, say, spell, words } from "./cue";

/** French. Phrases are written from how people complain, never from a message of the measurement. */
export const french: CueFile = {
  language: "fr",
  version: 2,
  apostrophe: "parts",
  spellings: spell(`
    jai=j_ai jais=j_ai jé=j_ai jetais=j_etais cest=c_est ces=ces cetait=c_etait nest=n_est netait=n_etait ya=y_a yavait=y_avait
    jattends=j_attends jattend=j_attends jatends=j_attends jaurais=j_aurais javais=j_avais jarrive=j_arrive jetai=j_etais
    jsuis=je_suis chui=je_suis chuis=je_suis jss=je_suis jveux=je_veux jveu=je_veux jvais=je_vais jvai=je_vais jpeux=je_peux
    jpeu=je_peux jcrois=je_crois jpense=je_pense jcomprends=je_comprends daccord=d_accord quil=qu_il quelle=quelle
    quon=qu_on ma=ma sest=s_est setait=s_etait dici=d_ici jappelle=j_appelle jecris=j_ecris jadore=j_adore jaime=j_aime
    c=c ct=c_etait g=j_ai é=et ki=qui kel=quel kelle=quelle koi=quoi kan=quand qd=quand qand=quand kand=quand ke=que
    k=que pk=pourquoi pq=pourquoi pkoi=pourquoi prk=pourquoi pr=pour pcq=parce_que pske=parce_que paske=parce_que
    bcp=beaucoup bcoup=beaucoup tjs=toujours tjr=toujours tjrs=toujours toujour=toujours tt=tout ts=tous ttes=toutes
    jms=jamais jam=jamais jamai=jamais pa=pas aps=pas encor=encore enkor=encore mnt=maintenant mtn=maintenant
    svp=s_il_vous_plait stp=s_il_te_plait silvouplait=s_il_vous_plait slt=salut bjr=bonjour bsr=bonsoir mrc=merci
    mrci=merci merki=merci mercii=merci mci=merci cmt=comment cmnt=comment komen=comment koman=comment
    vs=vous ns=nous dem1=demain 2main=demain ajd=aujourd_hui auj=aujourd_hui aujourdhui=aujourd_hui ojd=aujourd_hui
    rdv=rendez_vous rv=rendez_vous rdvs=rendez_vous pb=probleme pbs=problemes pbm=probleme pblm=probleme prob=probleme
    tel=telephone tél=telephone apli=application appli=application cmd=commande cde=commande cmde=commande
    livr=livraison rembt=remboursement remb=remboursement rembousement=remboursement remboursemen=remboursement
    repon=repond reponds=repond repons=reponse qqn=quelqu_un qqun=quelqu_un kelkun=quelqu_un qqch=quelque_chose
    qq=quelques rep=reponse msg=message msgs=messages mess=message sem=semaine sems=semaines min=minutes mn=minutes
    hs=hs nrv=enerve enervé=enerve oqp=occupe 2x=deux_fois 3x=trois_fois 1ere=premiere 1er=premier 2e=deuxieme
    2eme=deuxieme 2nd=deuxieme 3e=troisieme 3eme=troisieme 4e=quatrieme 4eme=quatrieme 5e=cinquieme 5eme=cinquieme
    colie=colis coli=colis commende=commande recut=recu resu=recu reçut=recu marhce=marche fonctione=fonctionne
    fonctionnne=fonctionne scandaleu=scandaleux inadmisible=inadmissible innadmissible=inadmissible
    innaceptable=inacceptable inaceptable=inacceptable decue=decue dessu=decu dessue=decue deçu=decu arnak=arnaque
    rembourser=rembourser urgen=urgent alergique=allergique alergie=allergie allergi=allergie klk=quelque
    maj=mise_a_jour sav=sav dsl=desole bcq=beaucoup mdp=mot_de_passe ras=ras lol=lol mdr=lol ptdr=lol ptn=putain
    put1=putain putin=putain clt=client clte=cliente cli=client cl=client
  `),
  negators: words("pas aucun aucune sans jamais rien ni nullement"),
  halfNegators: words("ne n"),
  barriers:
    words(`que qu pourquoi comment il elle on je j vous ils elles nous mais car parce et qui quand ou tel telle tels
    telles vu seulement juste c ce quel quelle meme donc doute croire comprends sais`),
  suppositions: words("si cas"),
  fillers:
    words(`tres vraiment trop si tellement tout toute tous toutes bien le la les l un une des de du d mon ma mes
    notre nos votre vos son sa ses leur ce cet cette ces ne n me m nous vous lui se s y en est a ai as avons ont sont ete
    etait avait suis totalement completement absolument carrement franchement toujours encore deja meme juste plutot
    assez quand aussi grave extremement particulierement purement simplement putain`),
  cues: [
    ...say(
      "none",
      "decoy",
      1,
      `fire stick|tv|hd, angry birds, smoke gris, detecteur*|alarme de|a|d fumee|incendie|monoxyde|gaz ... pour|compatible|modele|prix, detecteur de fumee pour, saumon|fumee|magret|truite|poitrine fume|fumee, creme brulee, cas d|de incendie|accident|urgence|sinistre,
      poison eau|girl|edp|de|est, parfum poison, centre antipoison*, sapeurs pompiers, calendrier des pompiers, choc thermique|des, pare choc*, anti choc*, antichoc*, casque anti, bombe de|a bain|raser|peinture, mort de rire|faim, a mourir, a tomber,
      assurance|garantie casse|accident|accidents|accidentelle|vol|incendie|sante, casse accidentelle|croute|tete|noisette|noix, facture|contrat|compteur|abonnement|tarif|fournisseur|cuisiniere|plaque|bouteille de|a gaz, trousse|kit|formation de|aux premiers secours, sortie|numero|issue de|d secours|urgence, roue de secours, bruler ... calories|graisses, brulant d,
      coup de foudre|coeur, rouge feu|sang, feu vert, feux d artifice, pot|barbecue|arme a|de feu, terriblement|drolement|sacrement|vachement bon|bien|belle|beau|efficace|pratique, choc des, crise de rire|fou, panne d inspiration|oreiller, bouchon de champagne, en retard moi|de mon, mes|toutes excuses, j ai|suis oublie|perdu|perdue mon|ma|mes, perdu ma|mon|mes carte|mot|telephone|cles|parapluie|echarpe, ancien|ancienne|autre|precedent|autres|concurrent boutique|fournisseur|magasin|banque|operateur|hotel|site, mauvaise experience ailleurs, fausse|faux fourrure|cuir|cils|plafond, sale caractere, vol direct|aller|pour|paris|retour|de|du, mon|votre|le|notre vol, numero|heure de vol, vols`,
    ),
    ...say(
      "safety",
      "hurt",
      3,
      `bless|blesse|blesses|blessee|blessees|blessure|blessures|blesser, saign*, hemorrag*, sang partout|coule|dans, fractur*, commotion*, ebouillant*, hospital*, hopital, urgences, samu, ambulance*, pompiers, secours, points de suture, inconscient*, evanoui*, perdu connaissance, perte de connaissance, malaise, convuls*, suffoqu*, asphyxi*, etrangl*, etouff*, noye, noyee, noyade, failli se noyer, electrocut*, amput*, reanimation, soins intensifs, trauma*, entorse*, foul*|luxe|casse|cassee|fracture|fele|dechire|tordu ... poignet|bras|jambe|cheville|hanche|doigt|doigts|cote|cotes|nez|clavicule|dent|coude|genou|pied|epaule|dos|femur|bassin|os|tibia,
      poignet|bras|jambe|cheville|hanche|doigt|clavicule|dent|coude|genou|pied|epaule|dos|femur|bassin|nez ... casse|cassee|fracture|fracturee|foule|foulee|brule|brulee|coince|ecrase|entaille|coupe, col du femur, brul* ... main|mains|doigt|doigts|bras|visage|peau|jambe|jambes|bouche|langue|pied|bebe|fille|fils|enfant|cuir|yeux|levres|gorge|degre|ventre|cuisse|cuisses, brulures, suis|est|s|m|me|a|ete|ont brule|brulee|brules gravement|au|aux|a|avec|en, main|mains|bras|visage|jambe|doigts|doigt|peau|langue brule|brulee|brules|brulees|ebouillante, brulure|brulures a|au|aux|sur|premier|deuxieme|second|du|chimique, cloque*, coupe|coupee|entaille|ouvert|tranche ... doigt|main|pied|levre|jambe|pouce|paume|tete|arcade|front, m|s|me coupe|coupee, coince*|ecras*|pince* ... doigt|doigts|main|pied|bras,
      glisse|glissee|glisser sur|dans, chute dans|sur|de|a|lourde|escalier|grave|apres|cause, tombe|tombee|tomber|tombes|tombent ... escalier|escaliers|echelle|sol|marches|trou|toit|tete|dos|velo|chaise|lit|hauteur, trebuch*, heurt* ... tete, cogne* ... tete, tete a heurte|cogne|tape|contre, traumatisme*, failli ... ecras*|mourir|tuer|noyer|etouff*|renvers*|tomber|bruler|prendre|percuter|perdre|electrocut*|bless*|y, a|avons|ai|ont|avez|manque failli|manque se|le|la|me|de ... ecras*|mourir|tuer|noyer|etouff*|renvers*, renvers* par|sur|un|ma|mon|la, ecras*|percute|fauche ... enfant|fille|fils|petite|petit|chien|chat|pieton|pied|pieds|passant, y passer|rester, aurait|aurions|aurais|auraient pu ... tuer|mourir|passer|bless*|grave|dramatique|pire|brul*|accident|drame|catastrophe|mortel,
      tuer|tue quelqu|enfant|nous|gens|personnes, vous allez tuer, mon chat|chien|enfant mort|morte, enfant|bebe|fils|fille|petit|petite|gamin|gamine|mamie|mere|pere|mari|femme|maman|papa|grand|collegue|voisin|passager|dame|client|cliente ... bless*|brule|brulee|inconscient*|etouffe|etouffee|evanoui*|malaise|ebouillante|chute, mordu*|morsure* par|chien|au|a|ma|mon, crise cardiaque|d epilepsie|epilepsie|asthme|angoisse, avc, infarctus, fausse couche, s est effondre|effondree, perdu ... doigt|oeil|vue|audition, bleus|bleu|contusion*|hematome*|ecchymose*|bosse ... jambe|front|tete|bras|partout|tombe|chute, juste des bleus, 🤕, 🚑`,
    ),
    ...say(
      "safety",
      "ill",
      2.6,
      `vomi|vomit|vomis|vomir|vomissement*|vomissent|vomissait|vomissons, intoxication*, intoxiqu*, malade|malades apres|depuis|avec|toute|en|comme|tous|a, tombe|tombee|tombes|tombees|rendu|rendue|rendus|ete|etait|etions malade|malades, envie de vomir|gerber, nausee*, diarrhee*, gastro*, maux|mal|crampes|douleur|douleurs de|au|aux|a|dans|d ventre|estomac|poitrine|coeur|tete|gorge|reins|poumons|thorax|abdominales, crampes d|estomac|abdominales, salmonel*, listeri*, legionel*, e coli, botulisme,
      peine|mal|difficulte|difficultes|du a respirer, n arrive|arrivait|arrivais|peut|pouvait|pouvais|arrivons plus|pas a respirer, gene respiratoire, ne respire|respirait|respirais, essoufle*|essouffle*, palpitation*, vertige*, tete qui|me tourne|tournait, etourdi*, crise d asthme, eruption* cutanee|de|sur, plaques rouges|sur|depuis|partout|et|apres, plaques depuis, rougeurs, sang dans, insuffisance renale|respiratoire|hepatique, yeux|visage|levres|gorge|langue|peau|mains|jambes|paupieres|pieds ... gonfl*|enfl*|brul*|piqu*|demang*|irrit*|rouge|rouges, gonfl* ... visage|yeux|levres|gorge|langue|main|pied, oedeme*, vue trouble|brouillee, engourdi*, infection*|infecte|infectee apres|suite|depuis|de, septicemie, tetanos, fievre depuis|apres, veto|veterinaire ... empoison*|urgence|intox*|mort|sang`,
    ),
    ...say(
      "safety",
      "allergy",
      2.4,
      `anaphyla*, epipen*, adrenaline, antihistaminique*, reaction allergique, choc allergique, reaction|reactions violente|violentes|severe|grave|forte|cutanee, urticaire, quincke, mal|violemment reagi, allergene* non|pas|absent|manquant|oublie|caches|cache, pas|rien|sans ... allergene*|etiquette|mentionne, allerg* ... etiquette|pourtant|alors|servi|contenait|malgre|mange|reaction|urticaire|rien|prevenu|signale|precise|hopital|gonfl*|cependant|mais,
      prevenu|signale|precise|dit ... allerg*, contient|contenait|traces|presence ... noix|noisette|noisettes|arachide*|cacahuete*|lait|gluten|oeuf|sesame|lactose ... pas|alors|pourtant|etiquette|allergique, coeliaque ... malade|servi|gluten, fait|fais|faisait|declenche|provoque|eu|fit ... allergie|urticaire|eczema|reaction`,
    ),
    ...say(
      "safety",
      "fire",
      3,
      `pris|prend|prenait|prendre|prennent feu, en feu, a|est|mis feu au|a|aux|dans, mettre|met|mis le feu, incendie, incendies, depart de feu, debut d incendie, flamme|flammes, enflamm*, fumee, fume|fumait|fument|fumer ... prise|appareil|chargeur|dos|moteur, odeur|odeurs|sent|sentait|sens|puanteur|senti ... brule|cramé|crame|roussi|gaz|fumee|chimique|chaud|essence|plastique|produit, sent le brule|gaz|cramé|roussi, ca|se|a|est|s crame|brule|cramé,
      prise|chargeur|cable|fil|fils|boitier|coque|adaptateur|batterie|bouton|multiprise|rallonge|appareil|bouilloire|chauffage|telephone|radiateur ... fond|fondu|fondue|brule|brulee|crame|explose|fume|fumait|fumee|etincelle*|gonfle|gonflee|noirci|noircie|surchauff*, fondu ... prise|chargeur|cable|boitier|coque, surchauff*, brulant*|bouillant* au|a|toucher|impossible, explos*, explose, eclate* ... main|mains|visage|jambes|figure|bouteille|bouillotte|pneu|bocal|verre, bouteille|bouillotte|pneu|bocal|four|vitre|verre|batterie ... explose|explosee|eclate|eclatee, vole en eclats, etincelle*, court circuit*, pompiers, carbonis*, calcine*, noirci*, cocotte|cuisiniere ... explose*, a failli bruler|cramer|prendre, commence a bruler|fumer|fondre|prendre, disjoncte ... fumee|brule|etincelle*|odeur`,
    ),
    ...say(
      "safety",
      "electricity",
      2.8,
      `electrique|electriques choc|decharge|decharges, choc|chocs|decharge|decharges electrique|electriques, decharge en|avec|quand|au|a|de|du, pris|prend|prends|prenons|recu|recevoir|reçoit|recoit|mis ... decharge|decharges|jus|courant|chataigne|coup, coup de jus, prendre le jus, picotement*, fils|fil|cable|cables|prise|prises denude*|apparent*|nu|nus|arrache*|pendent|pendant|pend, denude*, court jus, courant dans|robinet|douche, sous tension, electrocut*, eau ... prise|electrique|tableau|compteur|lampe|plafonnier, pas de terre, installation electrique ... dangereuse|defaillante`,
    ),
    ...say(
      "safety",
      "gas",
      2.8,
      `fuite|fuites|odeur|emanation*|sent|sentait|echappement de|du|le gaz, odeur gaz, monoxyde, intoxication au, co2, vapeurs toxiques|irritantes|chimiques, toxique*, amiante, produit chimique|corrosif ... yeux|peau|main|renverse|fuite, brulure chimique, fuite d essence|de carburant|chimique, radiateur|chaudiere ... explose*`,
    ),
    ...say(
      "safety",
      "foreignBody",
      2.4,
      `morceau|morceaux|bout|bouts|eclat|eclats|debris|fragment*|echarde*|particule*|tesson*|pointe de|d verre|plastique|metal|ferraille|bois|fer|caoutchouc|os|vis|aluminium, verre|metal|aiguille|rasoir|lame|clou|asticot*|vers|rongeur|souris|agrafe|vis|ecrou|seringue|insecte|cafard|plastique|caillou dans ... soupe|pain|salade|plat|burger|sandwich|yaourt|sauce|cereales|pot|bocal|puree|assiette|conserve|pates|riz|lait|pizza|chocolat|bouche|gateau|compote|biberon, trouve|trouvee|contenait|contient ... verre|aiguille|lame|rasoir|eclat*|asticot*|seringue, avale|avaler|avalee|ingere ... plastique|verre|metal|pile|aimant*|bouton|morceau|piece|bout|bille|produit, bebe|fils|fille|enfant|petit|petite|chien ... avale|avaler|ingere, pile bouton, petites pieces se|qui detach*, s est etouffe|etouffee, risque d etouffement|etranglement, coince* dans ... gorge, dans la bouche|gorge, bord|bords coupant*|tranchant*, coupant|tranchant, oeil|bouton ... arrache|detache ... bouche|enfant|bebe`,
    ),
    ...say(
      "safety",
      "poison",
      2.4,
      `empoisonn*, contamin*, javel ... bu|dans|avale|verre|bouche|peau|eau, bu|avale|ingere ... javel|lessive|detergent|produit, intoxiqu*, eau marron|noire|jaune|trouble|contaminee|non|impropre|brune, non potable, impropre a|consommation, plomb dans, poulet|viande|porc|steak cru|crue|rose, pas cuit|cuite ... malade, mercure`,
    ),
    ...say(
      "safety",
      "medicine",
      2.4,
      `surdos*, overdose, double|mauvaise|mauvais|triple|erreur|fausse|faux de|dose|dosage|medicament*|traitement|comprime*|posologie|ordonnance|vaccin|seringue|patient, erreur de|d medicament*|dosage|dose|traitement|prescription|delivrance|patient|medicamenteuse, double|triple dose, mauvais|mauvaise dosage|dose|medicament*|traitement|molecule|comprimes|posologie, medicament*|traitement|comprimes ... mauvais|errone|perime|perimes|inverse|autre|erreur|double, effet|effets secondaire*|indesirable*, insuline ... panne|ne|fuit|pompe|marche, pompe|inhalateur|defibrillateur|pacemaker|respirateur|oxygene|glucose|glycemie|capteur|telealarme ... panne|ne|marche|defaillant|vide|arrete|bloque, medicament pour ... autre, donne ... mauvais|mauvaise|double ... medicament*|dose|comprimes`,
    ),
    ...say(
      "safety",
      "selfHarm",
      4.5,
      `suicid*, me jeter sous|par|d, ouvrir les veines, me tuer|suicider|pendre|noyer, vais me foutre en, foutre en l air, en finir, mettre|mettrai|mets fin a|mes|jours|ma|vie, fin a mes jours, envie de mourir|crever|disparaitre, veux|voudrais|prefere|voulais mourir|crever|disparaitre, ne veux plus vivre, ne veux plus vivre|etre|rester|de cette vie, plus envie de|d vivre|continuer|avancer|rien|exister, plus la force de|d continuer|vivre|avancer|rien, plus rien a|qui perdre|vivre|m|attendre|compte, plus aucune raison|raison, plus de raison, a quoi bon vivre|continuer|tout, mieux sans moi, mieux morte|mort, serais mieux mort|morte, me faire du|de mal, se faire du mal, me scarifier, scarifi*, sauter ... pont|fenetre|train|balcon|metro|toit, avaler ... tous|mes|boite|cachets|medicaments|comprimes, quitter ce monde, idees noires|suicidaires, pensees noires|suicidaires, adieu a tous|monde, je ne serai plus la, n en peux plus|pouvais de|vivre|la ... vie|dettes|vivre, plus gout a|de vivre|rien|vie, faire une betise|connerie, bout du rouleau, tirer une balle`,
    ),
    ...say(
      "safety",
      "violence",
      2.6,
      `agress* par|moi|ma|mon|physique*|sexuel*|verbale*|devant|dans, agression*, m a|ont agresse|agressee|frappe|frappee|gifle|giflee|pousse|poussee|bouscule|bousculee|attrape|insulte|menace|menacee|touche|crache|etrangle, a frappe|gifle|pousse|bouscule|plaque|gifle|touche|embrasse|insulte|caresse ... ma|mon|enfant|fille|fils|mere|pere|client|cliente|femme|mari, pousse|poussee|bouscule* ... mere|fille|fils|femme|enfant|mari|sol|terre|escalier, frapp* ... moi|fille|fils|mere|client, coups de|et poing|pied|blessures, menace de|d mort|me|frapper, menaces de mort, harcel* sexuel*|moral|depuis|par|ma, attouchement*, viol, violee, violences, couteau, suivie jusqu|chez, maltrait*, negligence*, escarre*, plaque* au|a sol|terre`,
    ),
    ...say(
      "safety",
      "danger",
      2.4,
      `danger|dangers|dangereux|dangereuse|dangereuses|dangereusement, danger de mort, perilleux, risque|risques pour|d|de|sanitaire|grave ... sante|vie|accident|enfant|enfants|incendie|explosion|blessure|chute|chuter|effondrement|electrocution, mise en danger, pas securise*|rassure*, insecurite, probleme|defaut|faille|manquement|enjeu|incident de|a securite, question de securite, mortel|mortelle, potentiellement mortel, un accident|drame|malheur va|attend|arrive|arrivera|grave, avant|jusqu|faut|attendre|attendez qu ... accident|mort|blesse|drame|grave, accident grave|evite|attend|serieux|a|cause,
      frein|freins ... lache*|plus|pas|cede*|casse*|marche*|defaillant*|hs|repond*, freins lache, plus de freins, direction ... bloqu*|lache|cede, roue|roues|pneu|pneus ... detache*|eclate*|partie|tombe*|sortie|desserre*|creve, boulon|boulons|ecrou ... desserre*|manqu*|parti*, airbag*, a|est|ont|qui cede|lache sous|quand|alors|net|pendant|au|dans, sous moi|elle|lui|mon|ses|poids, effondr*, ecroul*, bascul* ... sur|enfant|tombe|moi, tombe|tombee|chute|tomber|tombent ... sur ma|mon|la|le|moi|lui|elle|un|trottoir|passant|enfant|tete|pied, laisse tomber ... sur|pres|cote, plafond|etagere|armoire|toit|tuile|balcon|mur|meuble|televiseur|television|echafaudage|echelle|branche|poteau|panneau|lustre|barreau ... effondre*|tombe*|ecroule*|lache|cede|chute|arrache, echafaudage, coince|coincee|coinces|bloque|bloquee|bloques|enferme*|prisonnier* dans ... ascenseur|cabine|voiture|wagon|telepherique|attraction, ceinture|ceintures|harnais|boucle|casque|sangle|attache|lit|poussette|landau|barriere|chaise|echelle|tabouret|escabeau|marchepied ... lache|cede|casse*|defait*|detache*|ouvert*|effondre*|rompu*|arrache*|decroche*|bloque, siege auto ... defait*|detache*|bouge|boucle|casse, boucle ... siege|defaite, plus attache|attachee, mal attache*|fixe*|serre*, enfant|bebe|enfants|petit|petite|eleves|patient|patients|residents ... danger|risque|seul|seule|seuls|surveillance|bloque|coince|perdu, laisse|laissee|laisses seul|seule|sans ... surveillance|enfant|bebe|soins, sans surveillance, chauffeur|conducteur|livreur ... ivre|bourre|alcool*|telephone|endormi|feu|contresens|vitesse, endormi au volant, roulait trop|a vite|contresens|fond, issue|sortie ... bloquee|condamnee|verrouillee|fermee, maitre nageur absent, moisissure* ... asthme|bebe|poumons|bronch*|enfant, evacu*, rappel produit|de produit, 🆘, mousqueton, trottoir|poussette ... cote|pres|failli`,
    ),
    ...say(
      "safety",
      "danger",
      2.3,
      `bebe|bebes|enfant|enfants|fils|fille|filles|petit|petite|gamin|gamine|niece|neveu|nourrisson ... coince*|tombe*|inconscient*|etouffe*|brule*|bloque*|somnolent*|mou|bleu|bleue|noye*|glisse*|pique|piquee|mordu*|ebouillante*|coupe*|coupee|enferme*|electrocute*|avale*|reveill*|passe|passee ... dans|travers|gorge|par|sur|reveiller|pas|du|de,
      avec bebe|enfant|enfants|fils|fille|petit|petite|nous|moi|lui|elle|quelqu|passagers ... dedans|interieur|bord, bebe|enfant|fils|fille|petit|petite ... dedans, repliee|replie|refermee|referme|fermee sur|avec ... bebe|enfant|main|doigts|doigt|moi,
      main|mains|doigt|doigts|bras|pied|jambe|tete|cheveux|cou|echarpe ... coince*|coincee|prise|pris|bloque*|bloquee|pince* dans|entre|sous, coince|coincee|pris|prise ... main|doigt|doigts|tete|pied|bras|cheveux,
      je suis|il est|elle est|est|suis|a|fait tombe|tombee|une chute ... sur|dans|de|du|par|en, passe|passee au|a travers, projete*|ejecte*|catapulte*, tombe|tombee|chute|chuter de|du|en|par ... velo|trottinette|cheval|lit|balancoire|toboggan|trampoline|chaise|tabouret|echelle|siege|hauteur, retombe* sur ... dos|tete|nuque|bras, fini|finit|termine|fonce|rentre|percute* dans|contre|un ... mur|arbre|voiture|fosse|barriere|camion|trottoir, perdu ... controle, reparti|parti|recule|roule en arriere, deraille*, gens|passagers|monde|tout hurl*|crie*|panique*|paniquaient, panique generale|dans, bequilles, platre|platree, radio|scanner des|du ... urgence|fracture, pique|piquee|piques par|dans|partout ... guepe|abeille|punaise*|araignee|seringue|bouche|insecte*,
      il|elle|mere|pere|mamie|papi|maman|papa|patient|voisin|voisine|resident par|au|a terre|sol, par terre ... ne|seul|seule|bouge|alarme, appuie|appuye|tire|declenche ... alarme|bouton|sonnette|cordon ... rien|personne|pas, sonnette|alarme ... rien|personne ... terre|chute|seule|mere|mamie|papi,
      issue|issues|sortie|sorties ... chaine*|verrouille*|bloque*|condamne*|cadenas*|ferme|fermee|fermees|obstrue*|encombre*, pneu|pneus eclate*|explose*|creve ... autoroute|roulant|route, pneu eclate, accelerateur|pedale|volant|frein|freins|verrou ... bloque*|coince*|lache*, rambarde|rampe|garde|filet|corde|harnais|balancoire|toboggan|marche|barriere ... casse*|cede*|lache*|dechire*|rompu*|descelle*|manque*|tombe*,
      inconnu|inconnus|quelqu|type|homme ... parlait|parle|suit|suivi|suivie|rode|entre|entree ... fille|fils|moi|maison|enfant|bebe|salle|voiture|me, me suit, m a|ont suivi|suivie, quelqu|homme|type ... me suit|suivie|suivait, pirate|piratee|piratees ... camera|babyphone|serrure, camera|babyphone ... pirate*, arbre|branche|brique|briques|grue|enseigne|tuile|tuiles|vitre|poteau|lampe|plafond|etagere|lustre|tube|pot ... tombe*|chute|effondre*|decroche*|laisse tomber|sur, tombe|tombee|tombes|tombait sur ... voiture|maison|toit|tete|nous|moi|passant|pied|pieds, camion|camionnette|voiture|bus|livreur|chauffeur|scooter|velo ... percute*|renverse*|fauche*|heurte*|roule|ecrase* ... moi|fille|fils|enfant|pieton|cycliste|sur|nous|chien|chat|trottoir, failli me|nous|le|la|l ... percuter|renverser|ecraser|tuer|tomber|bruler, contresens, feu rouge ... grille|passe|chauffeur|brule, sentait|sent|puait|empestait l|de alcool|vin|biere, alcool ... chauffeur|conducteur|livreur|volant|infirmier*`,
    ),
    ...say(
      "safety",
      "ill",
      2.3,
      `pas|plus|arrive|arrivons|impossible ... reveiller, reagit|repond|respire|bouge plus, somnolent*, inerte, ne reagit|respire|bouge|repond ... plus, devenu|devenue|tout|toute bleu|bleue|gris|mou, peau ... lambeaux|arrachee|arrache|vif|cloque*|pele|partie|brulee ... apres|depuis|epilation|creme|soin, lambeaux, au lit ... jours|depuis|malade, jours|nuit|semaine|week au|a|cloue* lit|malade|vomir, jours au lit, cloue* au, arret de travail|maladie, arret maladie, tousse*|toussent|toux ... sang|yeux|fumee|chlore|depuis|enfants, yeux ... brulent|piquent|rouges ... piscine|apres|depuis|spray|chlore|enfants, yeux qui brulent|piquent|coulent, brule|brulait|brulent ... yeux|gorge|peau|langue, surchlore*, sans gluten ... malade|pas|lit|contenait|etait, medecin|docteur|veto|veterinaire|dentiste|pharmacien|urgentiste ... dit|confirme|parle|suspecte|pense|diagnosti* ... intoxication|infection|allergie|reaction|brulure|bacterie|cass*|empoisonnement|insuffisance, crottes, dejections, chat|chien|chiot|chaton|lapin|cheval|animal ... mort|morte|mourir|meurt|convuls*|vomi*|empoisonn*|malade|euthanas*, s est|est infecte|infectee, punaises de lit ... pique*|infect*|boutons|partout, dent cassee|casse, casse|cassee une dent, evanoui*, ma dent`,
    ),
    ...say(
      "safety",
      "medicine",
      2.4,
      `medicament*|comprimes|traitement|insuline|ordonnance|cachets|pilules d un autre|une autre, comprimes|medicaments|traitement|cachets ... autre|voisin|quelqu, d un autre patient|malade|resident, vaccin|medicament*|comprimes|infantile|ampoule* ... perime|perimee|perimes, pacemaker, defibrillateur, respirateur, pompe a insuline, plus d|de insuline|oxygene|ventoline|medicaments ... vital*|urgent|reste|pharmacie`,
    ),
    ...say(
      "safety",
      "selfHarm",
      3.5,
      `plus d|aucune issue, vois|voit plus ... issue|sortie|solution|avenir, aucune issue, me fous|fout|foutrai|foutre en l air, je vais|veux|voudrais en finir, en finir avec ... tout|vie|moi, en finir, me jette|jetterai|jeter sous|par|du|dans, me pend|pends|pendrai, personne ne me regretter*|pleurer*, ne serai plus|bientot plus la, voudrais|aimerais m endormir|disparaitre|ne plus|mourir, jamais ete|ne nee|ne|nee, a quoi ca|bon sert|continuer|vivre, tout arreter ... vie|vivre|definitivement, plus la force de|d vivre|continuer|me, envie de mourir`,
    ),
    ...say(
      "safety",
      "gas",
      2.4,
      `gaz ... continue|sort|sortir|echappe|siffle|coule|fuit|arrive ... sortir|toujours|seul|flamme, gaz continue|fuit|siffle|s echappe, chlore ... yeux|tousse*|trop|odeur|brul*, eau ... sent|odeur|gout ... essence|gaz|javel|chimique|solvant|mazout|fioul|petrole, sent|odeur|sentait ... essence|mazout|fioul|solvant|ammoniac|chlore|javel`,
    ),
    // One of these says nothing; two or three of different kinds together are looked at.
    ...say(
      "safety",
      "body",
      0.95,
      `tete, cheveux, main, mains, doigt, doigts, pouce, bras, poignet, jambe, jambes, genou, genoux, pied, pieds, orteil*, cheville, cou, nuque, epaule, hanche, visage, yeux, oeil, oreille, oreilles, nez, bouche, levres, levre, langue, gorge, peau, cuir chevelu, poitrine, ventre, estomac, poumons, cotes, os, dent, dents, crane, dos, sang`,
    ),
    ...say(
      "safety",
      "person",
      0.95,
      `garcon, fillette, vieux monsieur, vieille dame, dame, monsieur agee|age, soeur, frere, mari, femme, passager*, voisin, voisine, locataire*, bebe, bebes, enfant, enfants, petit garcon, petite fille, gamin, gamine, fils, fille, niece, neveu, petit fils, eleve, eleves, mere, maman, pere, papa, mamie, papi, grand mere|pere, belle mere, retraite, personne agee, patient, patiente, resident*, chiot, chaton, chien, chat, enceinte, cycliste*, pieton*, passant*, foule, collegue, coeliaque, diabetique, asthmatique, epileptique, mes enfants`,
    ),
    ...say(
      "safety",
      "harm",
      1.3,
      `arrache*, remis en marche, demarre tout seul, allume tout seul, ouvert en plein, s est ouvert|ouverte|detache|detachee|decroche|referme|refermee, refermee|referme|tombe|tombee|lache|effondre|claque sur, coince|coincee|coinces dans|entre|sous, panique, paniquait, rouge et|douloureux, douloureux, douloureuse, irrite*, regardait|surveillait pas, a coule, ai|a|ont bu, avale*, respire, malgre allerg*|fiche, bourdonne*|gresille*, c est|tout chaud|brulant, tousse, frappe*, menace*, rat|souris|pigeon mort|morte, projete*, percute*, heurte, entaille*, coupe jusqu|a|au, ouvert ... doigt|main|front|pied, jusqu a l os, a|ont touche un|une|ma|mon, heurte*, glisse alors|dans|sur|sous, a glisse, trebuche*, chute, restee|reste dans ... main, douleur*, mal au|a|aux|partout, souffre*, souffert, souffrir, se tord, agonie, plaie, plaies, blesse*, engourdi*, gonfle*, enfle*, fievre, suinte*, saigne*, brule, brulee, brulure*, bleus, hematome*, errait|errer|erre, hurlait|hurle|hurler, piqure*, pique, boite depuis, infecte*, demange*, plaques, s etouffe*, tousse*, vertige*, evanoui*, tremble*, vomi*, malade, nausee*, cru mourir, failli, de justesse, centimetres, a quelques centimetres, envolee|envole, partie|parties|parti de travers, reveilles|reveillee|reveille avec, assurance vie, mieux avec mon assurance, serait|seraient mieux`,
    ),
    ...say(
      "safety",
      "hazard",
      0.95,
      `tableau electrique, compteur, portail, porte tambour|automatique|du four, manege, harnais, four, mixeur, perceuse, scie, tondeuse, cuve, citerne, lentilles, lentille, cacahuete*, noix, allergie, produit menager|de nettoyage, moisissure*, piscine, maitre nageur, tram, bus a freine|freine, echelle, rampe, rambarde, garde corps, echafaudage, fusee*, feu d artifice, feux d artifice, conduit, chaudiere, vaccin*, injection, perfusion, seringue, aide a domicile, infirmier*, infirmiere, pharmacie*, medicament*, comprime*, dose, casque, freins, frein, plafond, grue, car scolaire, cour de recre, trottoir, route, autoroute, colo, creche, escalier, escaliers, ascenseur, batterie, chargeur, prise, chimique*, javel, chlore, couteau, lame, bord tranchant, siege auto, cloture, mes enfants seraient`,
    ),
    // Danger that is told calmly: a thing and what it does, with no word of harm.
    ...say(
      "safety",
      "fire",
      2.3,
      `cordon|câble|câbles|cable|fil|fils|prise|prises|chargeur|chargeurs|adaptateur|multiprise|rallonge|batterie|batteries|bloc|transformateur|transfo|interrupteur|pile|piles|douille|fiche ... chauffe|chauffent|chauffait|chauffer|chaud|chaude|chauds|chaudes|brûlant*|tiède|tièdes|bouillant*|surchauff*|rougi*|rougeoi*,
      devient|deviennent|devenait|devenu|devenue brûlant*|bouillant*|chaud|chaude ... main|tenir|toucher|minutes|débranch*, chauffe|chauffait|chauffent|chaud anormalement|énormément|beaucoup|excessivement|fort|tellement, chauffe|chauffait|chauffent ... que|dehors|débranch*|peur|main,
      prise|prises|chargeur|fiche|broches|mur|moquette|câble|multiprise|drap|matelas|couverture|plan|parquet|rideau ... noirci*|bruni*|jauni*|roussi*|carbonis*|fondu*|calcin*, trace|traces|marque|marques|tache|taches|auréole ... noire|noires|brune|brunes|roussie|roussies|brûlée|brûlées|brûlure|brûlures|suie ... prise|prises|mur|moquette|chargeur|commande|plaque|câble|murale, marque|marques|trace|traces|tache roussi*|brûlé*|brûlure*, marque|marques|trace|traces ... roussie|roussies|brûlée|brûlées,
      prise|prises|multiprise|chargeur|tableau|disjoncteur|compteur|batterie|interrupteur|adaptateur|boîtier ... grésill*|crépit*|siffl*|bourdonn*|étincel*|crachot*, siffl* ... chauff*|chaud|gaz|bouteille|cartouche,
      prise|multiprise|chargeur|câble|radiateur|batterie|moteur|sèche|grille|chaudière|rallonge|ventilateur|lampe|chauffage ... odeur|sent|sentait|sentent ... bizarre|étrange|brûl*|chaud|plastique|âcre|suspecte|anormale|cramé|métallique, odeur ... bizarre|étrange|suspecte|âcre|anormale|électrique ... prise|multiprise|chargeur|câble|radiateur|batterie|moteur|débranch*|chauffage|chaudière, odeur de|du plastique|brûlé|cramé|chaud|caoutchouc,
      radiateur|four|plaque|plaques|fer|couverture|chaudière|friteuse|grill|tondeuse|scie|cuisinière|chauffage|gazinière ... allume|allumé|allumée|allumés|rallume|rallumé|démarre|démarré|déclenche|déclenché ... seul|seule|seuls, goutte|goutt*|coule|ruissel*|fuit|suint* ... lampe|plafonnier|lustre|spot|spots|prise|tableau|compteur|ampoule|luminaire, eau ... plafonnier|lustre|spots|luminaire|tableau électrique|compteur, détecteur|détecteurs|alarme ... sonné|sonne|déclenché*|bipé`,
    ),
    ...say(
      "safety",
      "ill",
      2.3,
      `lèvres|lèvre|yeux|oeil|paupière*|visage|langue|gorge|joue*|peau|bras|jambes|cou|cuir|chevelu|mains|bouche ... gonfl*|enfl*|gratt*|démang*|pique|piquent|picot*|brûle|brûlent|suint*|cloque*|plaques|pèle|pèlent|irrit*|engourdi*, plaques|boutons|rougeurs|cloques|urticaire ... bras|visage|cou|corps|partout|jambes|dos|mains, rempli|remplie|couvert|couverte ... boutons|plaques|rougeurs, tête|tete qui tourne, tête tourn*|lourde, vertige*, nausée*, nauséeux|nauséeuse, mal|maux ... tête ... poêle|chaudière|chauffage|peinture|odeur|gaz,
      père|mère|papa|maman|mari|femme|patient|patiente|fils|fille|mamie|papi|grand|bébé|il|elle ... confus|confuse|somnolent*|désorienté*|léthargique|délir*|amorphe|fiévreu*, devenu|devenue bleu|bleue|gris|grise|pâle|mou|molle`,
    ),
    ...say(
      "safety",
      "allergy",
      2.3,
      `étiquette|dit|indique|indiqué|indiquait|écrit|affiche|affiché|marqué|mention|assuré|annoncé|précisé|demandé|garanti sans noix|noisettes|noisette|arachide|arachides|cacahuète*|amande*|lait|gluten|oeuf|oeufs|lactose|sésame|soja|crustacé* ... mais|pourtant|alors|or|contient|trouvé|vois, garçon|fils|fille|fillette|bébé|mari|femme|petit|petite allergique ... mangé|goûté|contient|dedans|noix|noisettes|lait|gluten|arachide*, allergène* ... manqu*|oublié*|absent*|indiqué|faux|mentionné`,
    ),
    ...say(
      "safety",
      "medicine",
      2.3,
      `pris|prend|prenait|donné|avalé|prendre deux|double|trois|quatre|2|3 ... comprimés|gélules|doses|cachets|gouttes|sachets|bouffées, notice|boîte|étiquette|ordonnance|flacon ... deux|double|moitié|dix|erreur|faux ... comprimé|comprimés|dose|doses|gélules|cachets|gouttes|ml|unités, privé|privée|sans ... insuline|oxygène|dialyse, plus d insuline|oxygène, raté|manqué|sauté ... dose|doses|insuline|dialyse|injection`,
    ),
    ...say(
      "safety",
      "danger",
      2.3,
      `vitre|verre|porte|table|plaque|plat|carafe|couvercle|ampoule|paroi|saladier|poêle ... éclat*|explos*|fissuré|fendu|brisé ... coup|cuisson|douche|seul|seule|soudain*|main|mains|visage|chaleur|four,
      couvercle|bouchon|soupape|lame|capot|disque|roue|poignée|anse ... ouvert|ouverte|sauté|parti|partie|envolé*|explosé|lâché|détaché* ... vapeur|pression|bouillant*|bouillante|marche|visage|roulant|versant|brûlant*, autocuiseur ... ouvert|explos*|saut*|siffl*|vapeur, cocotte minute ... ouvert|ouverte|explos*|saut*|vapeur, eau|huile|soupe|thé|café|vapeur bouillant*|brûlant* ... sur|main|mains|bras|jambe|jambes|visage|cuisse*|éclabouss*|renvers*,
      lit|barrière|poussette|landau|chaise|transat|berceau|portique|harnais|siège|sangle|boucle|couffin|rehausseur ... descend|bascul*|défait|défaite|détach*|glisse|glissé|lâche|lâché|ouvre|ouverte|repli*|effondr*|renvers* ... seule|seul|bébé|enfant|fils|fille|petit|petite|appuie|dedans|roulant|route,
      frein|freins|harnais|ceinture|boucle ... tient|tiennent|tenait|bloque|bloquent|répond|répondent|ferme|accroche|clipse pas|plus|mal, frein|freins ... mou|mous|lâch*|faible*, parti|partie|roulé|dévalé|avancé ... vers|sur|dans ... route|trottoir|chaussée|rue|quai|eau|escalier|voie,
      cordon|ficelle|lacet|fil|corde|lanière|câble|store|ruban ... cou|gorge, bébé|enfant|petit|petite|fils|fille|nièce|neveu ... autour ... cou, marche|escabeau|échelle|tabouret|chaise|barreau|étagère|banc|balançoire|lit|pédale|planche ... plié|cédé|lâché|cassé|craqué|glissé|fléchi|basculé|effondré* ... sous|moi|avec|alors|pendant|lui|elle,
      vélo|trottinette|vae|scooter ... fissur*|fêl*|fendu*, fourche|guidon|potence|essieu|jante|tige ... fissur*|fêl*|fendu*|plié*|cassé*|lâché*,
      vis|boulon|bouton|oeil|aimant|bille|roue|pièce|écrou ... tombé*|détach*|sorti*|parti*|manque|desserré*|défait* ... chaise|lit|siège|bébé|enfant|fils|fille|bouche|nièce|neveu|petit|petite|échelle, avait|mis|mettait|retrouvé ... dans bouche|gorge, filet|corde|couture|sangle|poignée|anse ... craqué|déchiré*|lâché|cédé|rompu* ... travers|tombé*|enfant|fille|fils|petit|petite|passé*,
      direction|freins|moteur|phare*|feu|feux|lumière|éclairage ... coupé*|lâché*|éteint*|bloqué* ... autoroute|circulation|roulant|route|nuit|virage|tunnel, chauffeur|livreur|conducteur|conductrice|pilote ... téléphone|endorm*|alcool|bu|dort|portable|zigzag*, porte|portes|portail|ascenseur|barrière|rampe|hayon ... refermé*|fermé*|tombé*|claqué*|coincé* ... sur|doigts|main|bras|tête|jambe|poussette,
      failli ... tomber|chuter|glisser|avaler|basculer|percuter|renverser|étouffer|ébouillanter|brûler, rattrapé*|rattraper ... justesse|extremis, justesse ... tomb*|évité|rattrap*, échappé*|sorti*|parti* ... route|rue|seul|seule|bassin|piscine|surveillance, sans surveillance, glissant|glissante|glissants|glissantes|verglacé* ... sol|marches|escalier|carrelage|rampe|quai|trottoir|entrée, sol|marches|escalier|carrelage|rampe|quai|trottoir ... glissant*|verglac*|glisse,
      danger à|de|d utiliser|manger|boire|prendre|garder|continuer|rouler|dormir, risque à|de|d utiliser|continuer|garder|rouler|dormir, câble|cordon|fil|fils|gaine|isolant ... dénudé*|abîmé*|effiloché*|apparent*|à nu, cordon ... de sécurité, bord|bords|arête|coin|pointe coupant*|tranchant*|pointu* ... enfant|bébé|doigt|main|petit|petite|coup*, moisissure* ... bébé|enfant|toux|tousse|asthme|chambre|poumons|respir*`,
    ),
    ...say(
      "safety",
      "selfHarm",
      2.6,
      `remarquer* si|quand je|j disparais*|disparaiss*|disparu*|partais|mourais|étais, manquer* à personne, vois plus ... issue|sortie|avenir|lendemain|solution|sens, envie|voudrais|aimerais|veux ... disparaître, plus me|m réveiller, endormir ... jamais|toujours|réveiller, plus envie de vivre|rien|continuer|exister, quoi bon vivre|continuer|tout, poids|fardeau|charge pour tout|tous|famille|proches|eux, assez de|d vivre|la vie|exister, cachets|comprimés|médicaments devant|prêts|gardés|côté, me faire du mal, me|m mutil*|scarifi*, dire|dit|écrit adieu, mieux sans moi, serait|serais mieux|plus simple mort|morte|sans moi`,
    ),
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
      `manque|manquait|manquent|manquaient|manquant|manquante|manquants|manquantes, pas|jamais|toujours|rien|encore|n|plus recu|recue|recus|arrive|arrivee|arrives|livre|livree|livres|expedie*|credite*|vu|eu|obtenu|dans|trouve|parvenu*|envoye*, pas|jamais|rien|n ete livre|livree|livres|expedie*|credite*|envoye*|recu, rien recu|dans|arrive|eu|vu|livre|a la|de, toujours rien|pas|aucun|aucune|en|sans|a, aucune|aucun trace|colis|livraison|confirmation|commande|remboursement|nouvelle|nouvelles|suivi|avoir|courrier|mail, ou est|sont|en mon|ma|mes|notre|le|la|nos ... colis|commande|paquet|livraison|argent|remboursement|chauffeur|livreur|billet|billets, ou est passe|passee, perdu|perdue|perdus|egare|egaree|egares|vole|volee, disparu*, introuvable*, carton|colis|boite|enveloppe|paquet|sac vide|incomplet|ouvert|eventre|ecrase|vides, incomplet*, incomplete, moitie de|des, oublie|oubliee|oublies, oublient, indique|dit|marque|note|affiche|suivi|declare|soi livre|livree|remis|distribue|dit, dit livre, pas dans ... carton|boite|colis|sac|systeme|paquet|commande, rupture de|apres|alors, seulement|que # sur|articles|pieces|au, payes|paye|commande # ... recu|livre, il en|me|nous|n y manque`,
    ),
    ...say(
      "complaint",
      "late",
      2.2,
      `en retard, retard|retards, retarde*, delai|delais depasse*|non|pas|annonce*|interminable*|trop|inadmissible*|respecte*|long, delai*|temps ... depasse*|pas respecte*|tenu, # jours|semaines|mois|heures|heure|h|jour|semaine|minutes|ans de|d|apres|plus|pour|que|maintenant|et|sans|toujours|qu|j|en|a|c|au|on|apres, attend|attends|attendons|attendu|attendre|attente|attendait depuis|#|plus|toujours|une|deux|trois|des|longtemps|encore|de|heure|heures|jours|semaines|mon|ma|le|la|mes|notre, # d attente, d attente, depuis # , depuis des|deux|trois|une|plus|plusieurs|un|quatre|cinq|six|dix|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|debut ... jours|semaines|semaine|mois|heures|matin|soir|dernier|derniere|toujours|rien|sans|aucun|aucune|plus|pas, ca fait #|des|deux|trois|une|plus|un|quatre|longtemps|plusieurs, fait #|deux|trois|plus jours|semaines|mois|heures|que|d, des heures|semaines|mois|plombes|lustres, une eternite, interminable*, a mis #|deux|trois|des|neuf|une|plus|dix, mis # jours|semaines|mois|heures, devait|devaient|devais|devrait|aurait|deviez|etait|cense|censee|prevu|prevue arriver|livrer|etre|recevoir|venir|passer|hier|lundi|pour|le, toujours en preparation|cours|attente|transit|traitement, en preparation|traitement depuis, bloque en|au|a|chez|depuis|dans ... transit|douane|depot|centre, n a|est|avance|bouge pas|plus|toujours bouge|avance|change, perime*, date depassee|limite|peremption, fait la queue, queue, que d attente`,
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
      `pas, rien, jamais, aucun, aucune, sans, plus rien|personne, probleme*, souci, soucis, votre|vos livreur|chauffeur|technicien|site|appli|application|societe|entreprise|systeme|agent|conseiller*|conseillere|employe*|vendeur|vendeuse|magasin|borne|service|agence|assistance|produit*|equipe|prestataire|coursier|transporteur|plombier|banque|plateforme|hotel|boutique|support|collegue|machine|sav|artisan|caissiere|ouvrier*, vous avez|m avez|m facturez|envoyez|dites|facturez|annoncez|deviez|vendez|prelevez|laissez|faites|gardez|refusez, le livreur|chauffeur|technicien|vendeur|serveur|receptionniste|prof|conseiller|plombier|coursier, arrive|arrivee avec|sans|en, on a|m a du|eu|dit, j ai|avons|on paye|commande|achete|reserve|demande|verse|attendu|du|appele, nous avons paye|commande|reserve|demande|attendu|du, ai du, il a fallu, il faut, obliger*|oblige*|obligee, oblige de, note d|appel|tel client|cliente, bizarre, etrange, odeur, heures, jours|semaines|mois|minutes`,
    ),
    ...say(
      "threat",
      "leaves",
      2.8,
      `je|nous|on pars|part|partons|quitte|quittons|resilie|resilions|cloture|cloturons|ferme|fermons|change|changeons|arrete|arretons|m|me|casse ... contrat|abonnement|compte|comptes|concurrence|concurrent|ailleurs|operateur|banque|fournisseur|assurance|tout|en|vais|desabonne, je resilie, nous resilions, je pars a|chez|ailleurs, je vous|te quitte|lache, je m en vais, m en vais, je me casse|barre|tire|desabonne, me|nous casse|barre|desabonne, resiliez|cloturez|fermez|annulez|supprimez mon|mes|notre|immediat*|tout|le ... abonnement|compte|comptes|contrat|immediat*|suite, resilier|resiliation ... immediat*|si|sinon|demain|tout|sans, vais|allons|va|compte|comptons|pense|pensons|songe|envisage|vouloir|finir|finirai|songeons ... resilier|quitter|partir|changer|cloturer|fermer|aller|voir|annuler|desabonner, vais|irai|irons|allons|va|voir|aller|iront ... ailleurs|concurrence|concurrent*, voir ailleurs, a|chez|vers la|le|un|votre|vos concurrence|concurrent|concurrents, passe|passons|passer|pars|partons|partir|file chez ... concurren*|autre|un|free|orange|sfr|bouygues|edf, concurrence, perdu|perdre|perdez|perdrez|perd ... client|cliente|clients|fidele|clientele, client*|cliente perdu*|de|en moins|perdu, un client|cliente en|de perdu|moins, plus jamais ... chez|vous|achete*|command*|remettr*|mettr*|client*|acheter|ici|commander|achat|reviendr*, jamais plus ... chez|vous, ne|n remettrai|remettrons|remettra|acheterai|commanderai|reviendrai|achete|renouvellerai|renouvelle|commande|achetera|acheterons|reviendrons plus|pas|jamais, renouvell* pas, derniere|dernier fois|commande|achat que|chez|ici, goutte d eau, goutte de trop, adieu, au revoir et|definitiv*, boycott*, # ans client*|cliente|fidele|de|que ... pars|resilie|adieu|fini|quitte|stop|termine|vais, client*|cliente depuis ... resilie|pars|quitte|fini|derniere|vais|goutte, prefere|preferons payer|aller|partir|donner, plus un|aucun centime|euro|sou|rond, centime, je fais opposition, opposition au|aux|sur|bancaire, stopper|arrete|arreter|bloque|bloquer|suspends|suspendre les|mes|tout|le prelevement*|paiement*|virement*, c est fini|termine|la derniere, fini pour|avec|entre moi|nous|vous, transfere|transferer|transferons ... ailleurs|autre banque`,
    ),
    ...say(
      "threat",
      "law",
      3.2,
      `avocat*, justice, tribunal, tribunaux, juge|juges ... proximite|saisir|devant, prud hommes, poursuiv* ... justice|vous, poursuites, poursuite judiciaire*, action en|judiciaire|collective|justice|groupe, attaquer|attaque|attaquerai|attaquerons|assigner|assigne|assignation ... justice|vous|tribunal|en, vous attaquer|poursuivre|assigner, porter|porte|deposer|depose|porterai|deposerai|portons|deposons ... plainte, plainte a|au|contre ... gendarmerie|commissariat|police|vous|penal, mise en demeure, mettre|mets|mettons en demeure, met en demeure, voie|voies de|judiciaire*|legale*|recours|droit, recours, huissier*|commissaire de justice, protection juridique, assistance juridique, juriste, service juridique, juridique*, demarches|procedure|procedures|suites judiciaire*|juridique*|legale*|contentieu*|sans|contre|engage*, engage|engager|engagerai|entame|entamer|entamerai|lance|lancer ... procedure|procedures|poursuites|action|demarches|recours, contentieux, conciliateur, dommages et|interets, police|gendarmerie|commissariat, code de la consommation, article l|# ... code|consommation, vice cache, garantie legale, retractation, opposition bancaire, saisir|saisis|saisirai|saisissons|saisirons le|la|les|un|tribunal|justice, entendre|entendrez|nouvelles ... avocat*|assurance|juridique, droit de retractation, rappel a la loi`,
    ),
    ...say(
      "threat",
      "regulator",
      3.2,
      `dgccrf, repression des fraudes, fraudes, signal conso, signalconso, mediateur*, mediation, mediatrice, 60 millions, que choisir, ufc, association de|d consommateurs|defense, associations de consommateurs, defenseur des droits, cnil, arcep, arcom, acpr, amf, autorite|autorites de|des|competente*|controle|sanitaires, ars, agence regionale, inspection du|de travail|sanitaire, services d|de hygiene|veterinaires, hygiene ... signaler|services|contacter, dgac, ministere, prefecture, prefet, mairie|maire|depute|senateur ... copie|saisir|alert*|ecrire|prevenir|contact*|mis, mon depute|maire|senateur, vous|le|la|cette|votre signaler|signalerai|signale|denoncer|denonce|denoncerai|signalons, signaler|signale|signalerai|signalement|denonc* ... a|au|aux|la|les|pratiques|autorites|fraudes, test achats, banque de france, regulateur, ombudsman, energie info, telepoints|arjel, je vais|irai en|plus parler|referer|remonter|haut|loin a|aux|au|plus, plus haut|loin, siege ... ecrire|courrier|direction|remonter|contacter, saisir|saisis|saisirai|contacter|contacte|alerter|alerte|prevenir|ecrire ... mediateur|autorite*|dgccrf|cnil|association*|direction|siege|ministere|presse|journal*|media*|maire|syndic|prefet`,
    ),
    ...say(
      "threat",
      "media",
      3,
      `reseaux sociaux, sur|les|tous reseaux, rendre|rendrai|rends public|publique, place publique, publiquement, faire savoir|le|du|mauvaise|connaitre ... savoir|tous|monde|buzz|publicite|pub|entourage, mauvaise publicite|pub, contre publicite, bouche a oreille, le dire|raconter|dirai|raconterai a|partout|tout|tous ... tous|monde|abonnes|amis|entourage|collegues|reseau|famille, parler|parlerai|parlerons autour|a tous|partout|de|sur ... moi|vous|reseaux|monde|abonnes|presse, en parler a|au|aux|sur|autour, previens|prevenir|previendrai|avertir|avertis ... tout|tous|monde|amis|gens|autres|reseau|abonnes, tout le monde|mon ... saura|sache|savoir|verra|reseau|entourage, abonnes|followers, mes abonnes|followers|amis ... sauront|verront|dire|savoir|raconter|pourquoi, post*|poster|publier|publie|publierai|posterai|mettre|mets|mettrai|partag*|ecrire|laisser|laisse|laisserai|diffus*|balanc* ... avis|facebook|twitter|insta|instagram|tiktok|youtube|linkedin|reddit|trustpilot|google|tripadvisor|reseaux|video|videos|photo|photos|captures|internet|forum*|etoile|etoiles|commentaire*|partout|public|net|toile|x|story, balance|balancer tout|sur|partout, partout sur|ou|je|possible ... facebook|twitter|insta|tiktok|trustpilot|google|internet|reseaux|peux|peut|net, part|finir|finira|atterrir|va|partir sur|en ... tiktok|twitter|facebook|insta|instagram|youtube|reseaux|internet, avis negatif*|google|partout|salé|desastreux|trustpilot|en ligne, une|1 etoile partout|sur|google, presse, journal|journaux|journaliste*|media|medias|tele|television|bfm|tf1|capital|envoye special|julien courbet|radio|rtl ... contact*|alert*|local*|copie|appel*|envoyer|ecrire|parler|passer|prevenir|interess*|raconter, contacter|contacte|alerter|alerte|ecrire|appeler|appelle ... presse|journal*|media*|tele|tf1|bfm|courbet|radio|que|choisir, julien courbet, a la presse|tele|television|radio, journal local|regional, en copie, thread, bad buzz, buzz, vous allez|avoir|aurez le|regretter, regretter`,
    ),
    ...say(
      "threat",
      "ultimatum",
      2.2,
      `dernier|derniere|ultime mail|message|avertissement|relance|chance|rappel|courrier|fois|delai|sommation|demande|avant|recours, si|sans ... d ici|pas|rien|reponse|retour|nouvelles|rembours* ... je|nous|j, sans reponse|retour|nouvelle|nouvelles|remboursement|solution|reaction|geste de|d|sous|avant|aujourd|demain|rapide|votre|ici ... je|nous|j|saisi*|serai|serons, d ici|avant vendredi|lundi|demain|ce|la|fin|#|48|24|mardi|mercredi|jeudi|samedi|dimanche|une ... sinon|je|nous|j|saisi*, sinon je|j|nous|on|c|ca, faute de|d quoi|reponse|remboursement|solution, a defaut|defaut de, dans le cas contraire, soit vous|un|une|je|on ... soit, vous avez #|jusqu|48|24|une|deux|trois|huit|quinze ... jours|heures|h|semaine|pour|lundi|vendredi, je vous laisse|donne #|jusqu|48|24|une|encore|deux|trois|huit|quinze|dernier*, laisse|donne jusqu|48|24, passe ce|cette delai|date, passe delai, apres|apres ca|quoi je|c|part|on|j|nous|ca, plus|pas le|d choix|autre, n ai|avez|avons plus|pas choix|solution, n ai|avez|avons plus|pas d autre choix|solution|alternative, contraint*|oblige*|forcee|force de|d ... saisir|porter|agir|resilier|engager|contacter|signaler, me verrai|verrais|verrons|verrez, a vous|vous de choisir|voir, je vous jure, je vous previens, vous previens|previens, attendez vous a, serai|serais oblige*|contraint*|force*, je n hesiterai|hesiterais|hesiterons, hesiterai|hesiterons pas|a, je vais|irai jusqu|au bout, n en restera|resterai|resterons, ca ne va|se passera, se passera comme, avant que|de|d ... contacte|saisi*|alerte|porte|post*|publi*|resilie|passe`,
    ),
    ...say(
      "repeat",
      "unanswered",
      2.8,
      `aucune|pas|sans|toujours|jamais|zero|0|attente|attends|nulle reponse|retour|nouvelle|nouvelles|rappel|reponses|suite|reaction|accuse|solution|suivi, aucun|pas|sans|toujours|jamais|zero|0|toujours aucun|de retour|rappel|suivi|appel|contact|message|signe|mail, reste|restee|restes|restees|demeure sans|lettre|sans reponse|morte|suite, lettre morte, sans reponse|retour|suite|nouvelles, repond|repondu|repondent|repondez|rappele|rappelle|rappellent|rappelez|recontacte|recontactee|reponde|decroche|decrochent|reponds ... pas|jamais|plus|rien, pas|jamais|personne|n|plus|toujours repond*|rappel*|recontact*|decroch*|reponse|repondu, personne|nul|on ne|n|me|m ... repond*|rappel*|decroch*|contact*|recontact*|revient|revenu, personne repond*|rappel*|decroch*, attends|attend|attendons|attente|attendre ... reponse|retour|rappel|appel|nouvelles|remboursement|votre|qu, toujours en attente, toujours attente, essaie|essaye|essayons|tente|tentons|essayer|cherche ... joindre|contacter|appeler|avoir, impossible|peux|pouvons de|d|pas vous|joindre|contacter|avoir|parler|quelqu ... joindre|contacter|quelqu|humain|conseiller|telephone|service, injoignable*, ligne|telephone|standard|lignes ... occupe*|vide|sonne|coupe*, sonne|sonner dans|le vide, dans le vide, repondeur, devait|deviez|devaient|devez|promis|promet|doit|deviez ... rappeler|revenir|recontacter|repondre|tenir, on devait me|nous rappeler|recontacter, me rappeler|rappelle jamais|pas, rappel* ... promis|jamais|rien|attends|personne, silence radio, silence, silence total, allo ?|quelqu|il|y, il y a quelqu|personne, y a quelqu, quelqu un ?|la|lit|repond, lisez les|vous|mes|au|mails|messages, vous les lisez, faites|fait|etre|suis la sourde|morts, sourde oreille, fait le mort, font les morts, ignore*|ignorent|ignorez mes|mails|messages|appels|demandes|depuis, mes|nos mails|messages|appels|courriers|demandes|relances ... ignor*|reponse|rien|vain|morte, en vain, toujours rien, rien depuis, puis rien|plus, et depuis|puis rien|plus|silence, courir apres, pas donne|donné suite, donne suite|signe`,
    ),
    ...say(
      "repeat",
      "again",
      2.5,
      `deuxieme|troisieme|quatrieme|cinquieme|sixieme|seconde|second|enieme|nieme|dixieme fois|mail|message|appel|courrier|relance|demande|reclamation|tentative|rendez|signalement|ticket|technicien|lapin|intervention|echange|colis, # fois que|qu|ce|cette|deja|en|j|je|de, plusieurs|moult|maintes|nombreuses fois, deux|trois|quatre|cinq|plusieurs|dix mails|appels|messages|relances|courriers|reprises|demandes|coups|personnes|interlocuteurs, # appels|appel|mails|mail|messages|relances|courriers|tickets|chats|coups|tentatives|demandes|eme, maintes reprises|fois, a plusieurs reprises, de nombreux|multiples|plusieurs appels|mails|messages|relances|courriers|echanges, malgre mes|plusieurs|nos|de|deux|trois|#|de nombreux mails|relances|appels|messages|courriers|demandes|rappels|reclamations, relance|relances|relancer|relancee|relancé, comme|ai|avons|deja dit|ecrit|explique|signale|indique|precise|mentionne|appele|contacte|envoye|demande|raconte, deja|deja appele|ecrit|contacte|dit|explique|signale|envoye|relance|reclame|demande|telephone|fait|prevenu|mentionne, j ai|avons|nous deja|re|encore appele|rappele|ecrit|contacte|signale|reecrit ... fois|deux|trois|semaine|deja|reprises|mois|lundi|hier|jours|dernier|derniere|le|dimanche, ai|avons|a appele|ecrit|contacte|rappele|telephone deux|trois|hier|dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi|la semaine|le|il, ai ecrit|appele|contacte, mon|mes|nos|ma|notre|cf|precedent*|dernier|derniers|premier|suite|objet|rappel ... mails|messages|courriers|appels|reclamation|relances|signalement|precedents|precedent du|des|de|ref|reference|restes|restee|n, precedent|precedente|precedents|precedentes mail|mails|message|messages|courrier|courriers|appel|demande, suite a|au|aux mon|mes|ma|notre|nos|appel|precedent* ... mail|mails|appel|appels|message|messages|courrier|reclamation|relance|demande|precedent, reclamation|ticket|dossier|signalement|plainte du|ref|reference|numero|n|ouvert|#|de|depuis, une fois de|encore plus, encore une fois, encore un|une autre|excuse|fois|rendez|creneau|mail|technicien|retard|probleme|erreur|appel, encore encore, ca recommence, recommence*, rebelote, bis repetita, toujours le|la|les|ce|meme meme|probleme|souci|panne|panne|excuses, meme probleme|souci|panne|excuse|excuses|chose|erreur|reponse|histoire|discours|defaut, chaque|a fois ... expliquer|repeter|zero|recommencer|repars|meme, repete*|repeter|reexpliquer|reexplique|repars|repartir|reprendre|recommencer ... zero|depart|chaque|meme|fois|histoire|tout|debut, service en|a service, de service en|a, interlocuteur* different*|jamais|chaque|a, toujours pas|rien|aucun|aucune|en|sans|non|cassee|la ... regle|resolu|resolue|repare|rembourse*|recu|fait|livre|traite*|corrige|arrive*|change|intervention|la|avance|retire|la, n avez|est|a|ont|avons toujours|tjs pas|rien|aucun, toujours pas, non resolu, pas avance|resolu|regle|evolue, pas de solution|nouvelles|suite, rappele|rappelle|rappelee|reecrit|relance|reviens|revient|recontacte|reappelle pour|encore|sur|ce|a|vers, combien de fois|mails|appels|relances, apres|depuis #|deux|trois|quatre|des|plusieurs|maints mails|appels|relances|mois|semaines|echanges|courriers ... de|d|toujours|rien|aucune|aucun|mails|attente|sans|pas, # mois|semaines|jours|relances|appels ... toujours|aucun|aucune|rien|pas|zero|sans, il y a #|deux|trois|quinze|des|une|plus semaines|mois|jours, quinze jours|quinzaine, depuis|envoi l|des|du|mon|ma|de ... mail|envoi|message|photos|reclamation|courrier|demande|appel, c etait il|y, c est encore|toujours moi, encor moi, c encore moi, tourne|tournons en rond, en rond, au point mort, promis lundi|mardi|hier|pour|la|depuis`,
    ),
    ...say(
      "repeat",
      "noShow",
      2.8,
      `personne|jamais|pas|toujours|n n|ne|est|s|t venu|venue|venus|passe|presente|presentee|presentes|arrive|arrivee|vient|honore, personne venu|passe|presente, pas|jamais venu|venue|passe|passee|presente|presentee|arrive|arrivee|montre|pointe|vient|deplace, n est|s pas|jamais|toujours venu|venue|passe|presente|presentee|arrive|arrivee|montre|pointe, pose|pose|pris|perdu|perdre|gache|attendu|bloque ... journee|matinee|conge|rtt|demi|jour, attendu|attends|reste|restee|bloque|bloquee|attendre|rester|suis|etais ... toute|tout|chez|la|maison ... journee|matinee|apres|jour|matin|rien, toute la|l journee|matinee|apres, pour rien, lapin|lapins, pose un lapin, creneau|rendez|passage|visite|livraison|intervention ... manque|manquee|rate|ratee|non|honore|pas|personne|jamais|lapin|encore|respecte, rendez vous manque|non|rate|pas|jamais|annule, faux bond, devait|devaient|deviez|devais|etait|cense|prevu ... passer|venir|livrer|intervenir|etre ... entre|hier|matin|aujourd|lundi|mardi|mercredi|jeudi|vendredi|samedi|ce|toujours|#|personne, absent*|avis de passage ... alors|la|chez|present, avis de passage, soi disant absent, encore decale|reporte|repousse, livreur|technicien|plombier|artisan|chauffagiste|electricien|reparateur|depanneur|depanneuse|infirmiere|aide|maquilleuse|traiteur|dj ... pas|jamais|toujours|toujours pas|absent ... venu|venue|passe|presente|arrive|arrivee|vient`,
    ),
    ...say(
      "urgent",
      "outage",
      2.5,
      `plus|pas|sans|aucun|coupure|coupures|prive|privee|prives de|d chauffage|eau|electricite|courant|gaz|chaude|internet|lumiere|telephone|reseau|lait|medicament*|insuline|argent, plus|pas|sans|ni eau|chauffage|electricite|courant|gaz|internet, plus|pas|sans d eau chaude, chaudiere|chauffage|frigo|congelateur|congelo|refrigerateur|electricite|courant|ascenseur|oxygene|chauffe|pompe|alarme|toilettes|wc|froid ... panne|hs|morte|mort|lache|plus|coupe*|arrete*|tombe*|casse*|bloque*|marche|ferme|disjoncte, panne de|d|generale courant|chauffage|electricite|secteur|ascenseur|chaudiere|reseau|serveur, coupure*, black out, serveur*|systeme|production|prod|reseau|terminal|tpe|caisse|caisses|base|logiciel|standard|lignes|paiement* ... panne|terre|hs|down|plante*|bloque*|plus|coupe*|tombe*|inaccessible*|mort*|demarre|allume, a|est|a la|sont terre|arret|l arret, ne peut|peux|pouvons|on|peuvent plus|pas encaisser|travailler|facturer|produire|livrer|ouvrir|servir|payer|recevoir|vendre|manger|chauffer, perd|perdons|perds|perdre des|de|du|nos ... ventes|argent|clients|commandes|chiffre|€|sous|stock, activite|production|travail|equipe|salaries|employes|bureau|atelier|usine|magasin|entrepot|tout|boutique|chantier ... arret|arretee|bloque*|paralyse*|stoppe*|attente|chomage, bloques|bloquee|paralyse*, inond*|inondation, degat des eaux, eau|flotte coule|partout|plafond|inonde|ruisselle|gicle, eau partout, fuite d eau, fuite importante|enorme|au|chez, canalisation ... eclate*|rompu*|pete*, queue jusque|dehors, chambre froide, en train de perdre|surbooking|pourrir|decongeler, decongel*, poisson|viande|stock|vaccins|nourriture ... dedans|perdu|pourrir|perdre|jeter`,
    ),
    ...say(
      "urgent",
      "stuck",
      2.4,
      `coince|coincee|coinces|coincees|bloque|bloquee|bloques|bloquees|enferme|enfermee|enfermes a|au|dans|dehors|en|chez|ici|sur|devant|avec|l, en rade, en carafe, tombe|tombee|tombes|voiture|panne en|sur|au|panne ... autoroute|bord|route|voie|milieu, sur l autoroute, bande d arret, milieu de nulle, a l etranger|aeroport ... carte|sans|bloqu*|enfants|coince*|argent|peux, a la rue|porte, nulle part ou|pour dormir|aller, dormir ce soir|dehors|ou, cles a|l interieur, cles interieur, loupe|loupé|rater|rate|manque|manquer|raterai|louper ... vol|train|correspondance|examen|entretien|mariage|avion|ferry|concours`,
    ),
    ...say(
      "urgent",
      "vulnerable",
      2.1,
      `nouveau ne*|nes, nourrisson*, bebe|bebes ... a|avec|froid|de|dans|semaines|mois|sans|on|lait, bebe de|d #|six|deux|trois|quatre|quelques|un, avec un|mon|notre|deux|des|mes|trois bebe|nourrisson|enfant|enfants|jumeaux ... dehors|froid|etranger|bas|arriere|panne|malade*, enfants en bas|bas|petits|fatigues, en bas age, enceinte ... sans|coincee|bloquee|urgent|mois|panne|froid|chauffage, handicap*, fauteuil, mobilite reduite, pmr ... bloque*|coince*|sans|pas, agee|agees, personne|mere|pere|dame|mamie|papi|maman|grand|parents|voisine agee|agee|agees|age|seule|handicap*|de #|80|85|90, # ans ... mere|pere|mamie|dame|seule|sans|chauffage|handicap*|froid, mere|pere|mamie|grand|dame de # ans, vit|vivent|habite seule|seul, seule chez, oxygene, dialyse, insuline, traitement vital, medicament* ... vital|urgent|plus|besoin|arrive, chimio*, respirateur, autis*, alzheimer, demence, grabataire, alite*, fin de vie, cancer ... froid|sans|besoin|traitement, epilep*, diabet*, cardiaque*, telealarme, fragile* ... sante|personne|sans, desespere*|desesperement, seul produit|aliment|lait ... mange|supporte|boit|tolere`,
    ),
    ...say(
      "urgent",
      "deadline",
      2.1,
      `demain|soir|tout|dans matin|midi|soir|premiere|#|a l heure|heure|h|aube|derniere|jour, demain ... mariage|vol|avion|train|examen|anniversaire|enterrement|obseques|depart|pars|decolle|part, vol|avion|train|ferry|mariage|examen|entretien|fete|enterrement|obseques|evenement|concert|spectacle|decollage|depart|ouverture|bapteme|operation|seminaire ... demain|ce soir|aujourd|dans|heures|h, part|pars|partons|decolle|decollons|embarque|embarquons|embarquement dans|demain|ce|a|aujourd|cet|a|samedi|#, vol part|dans|decolle, dans # heures|heure|h|minutes|min, dans une heure, dans l heure, avant # h|heures|demain|ce|midi|la|16h|17h|18h, avant ce soir|demain|midi|la fin|fermeture, aujourd hui meme|svp|imperativ*|absolument|avant|dernier*, regle|besoin|absolument|imperativ*|necessaire|doit|doivent|livre aujourd|demain|avant|ce soir|pour demain, pour demain|ce soir, il nous|me le|faut|fallait ... demain|soir|aujourd|avant|maintenant|suite|immediat*|urg*, faut|faudrait ... soir|demain|aujourd|immediatement|rapidement|suite|vite, date limite, dernier jour|delai, mariee, enterrement, obseques, buffet|traiteur|invites|convives|ceremonie ... soir|demain|la|dans|arrivent|attend*|dedans, salaires|paie|paye ... avant|partir|bloque*|doivent|urgent|import*, mariage est|demain|samedi|dans|ce`,
    ),
    ...say(
      "urgent",
      "now",
      2.6,
      `urgent, urgente, urgents, urgence, urgemment, urgentissime, en urgence, d urgence, tres urgent, extreme urgence, immediatement, intervention immediate|rapide|urgente, tout de suite, de suite, tt de suite, sur le champ, sans delai|attendre|tarder, au plus vite|tot, le plus vite|rapidement possible|svp|vous, plus vite possible, des que possible, vite s il, vite vite, venez|repondez|agissez|intervenez|reagissez vite, aidez moi|nous, a l aide, au secours, help, depechez*, depeche*, faites vite|quelque|qqch, chaque|a minute|heure|seconde compte|perdue|chaque, peut pas|plus|ne attendre, ne peut|peux|pouvons|pourra pas|plus attendre, attendre lundi|demain, pas attendre, plus attendre, pas le temps, temps presse, ca presse, critique, priorite|prioritaire absolue|haute|maximum|svp|merci|traiter|1, sos, besoin|faut|faudrait|envoyez|venez|cherche ... quelqu|technicien|plombier|serrurier|depanneur|depanneuse|intervention|medecin ... immediatement|vite|urgence|maintenant|suite|soir|aujourd|rapidement|demain, la maintenant, maintenant|la svp|tout|!, rappelez|appelez|repondez moi|nous|vite|svp ... vite|urgence|suite|immediatement|urg*|rapidement, 🆘, 🚨`,
    ),
    ...say(
      "anger",
      "angry",
      2.6,
      `en colere, colere, furieu*, furax, furibond*, fou|folle de|d rage, rage, enrag*, ras le|bol, ras le bol|cul, marre, en ai|avons|a marre|assez, j en ai assez|plein|ma claque|jusque, plein le|les dos|cul|bottes, plein cul|dos, claque, excede*, exaspere*, exasper*, agace*, enerve|enervee|enerves|enervant*|enervement, remonte|remontee|remontes contre|a bloc, hors de moi|lui|elle, a|hors de|d moi, a bout, suis a bout, pete|peter|pete un|les|plombs|cable|plombs, pete un|les cable|plombs, n en peux|peut|pouvons plus, en peux plus, plus en pouvoir, rendre|rends|rendez|rend dingue|fou|folle|malade|chevre, deteste, hais, haine, horreur de vous, ca me|nous enerve*|saoule|soule|gonfle|gave|degoute|rend|fatigue|exaspere|casse, me saoule*|soule*|gonfle*|gave*|gonflez|saoulez|fatiguez, saoule*|soule*, gave*|gonfle* ... vous|service, pleure|pleurer de|rage|d, ulcere|ulceree, indigne|indignee|indignes, revolte|revoltee|revoltant*, outre|outree|outres, vener, venere, enerve, seum, la haine, faut pas|arretez|arreter pousser|deconner, cest trop, j ai la|les rage|boules|nerfs|haine|seum, boules, les nerfs, sur les nerfs, crier, hurler de rage|d, plus de patience, patience a|est ... limite*|bout|limites, bon sang, bordel, 😡`,
    ),
    ...say(
      "anger",
      "outrage",
      2.5,
      `scandal*, honteu*, honte|hontes a|de|vous|a vous, c est une|la honte, une honte, quelle honte, devriez avoir honte, avoir honte, inadmissible*, inacceptable*, intolerable*, inqualifiable*, insupportable*, lamentable*, pitoyable*, minable*, ecoeur*, degoute|degoutee, degoutant*, revoltant*, indigne|indignes d|de, ignoble*, abject*, odieu*, hallucin*, delirant*, ahurissant*, incroyable ce|cette|comme|de|d|!!, foutage de gueule, foutez|fichez|moquez|foutent|fiche|moque ... moi|nous|gueule|monde|clients, foutez de, se foutent|moquent, vous vous foutez|fichez|moquez, moquez de, prenez|prendre|prennent ... pour ... idiots|cons|imbeciles|pigeons|vaches|con|debiles|idiot|conne, c est|quelle|une|grosse blague|plaisanterie|honte|mascarade|cirque|farce, blague ?|!, blague, mascarade, n importe quoi, importe quoi, du grand n, grand n importe, du jamais vu, jamais vu ca|tel|une|un|pareil|pareille, jamais vu|ete ... tel|telle|pareil|parle|traite*|nul|aussi, en # ans ... jamais|premiere, de ma vie|qui, pire|pires compagnie|service|banque|hotel|experience|entreprise|societe|appli|restaurant|boite|client|operateur|sav|enseigne|assurance|site|de|que, plus jamais, comment osez|ose, osez vous, vous osez, manquez|manque|manquent pas|vraiment|d ... air|culot|gene, quel|quelle|un|du culot|toupet|audace|honte|mepris|cirque|bordel|bande|foutoir|enfer, culot, toupet, c est du vol|foutage|delire|mepris|racket, du vol|racket, vol pur, arretez|arreter|cessez de|d|vos mentir|moquer|prendre|mensonges|conneries|foutre|salades, ca suffit, stop, assez, trop c est trop, c est trop, la coupe est, coupe est pleine, bougez vous|le, reveillez vous, remuez vous, faites votre|quelque boulot|travail|chose, mais reparez|repondez|faites|bougez, exige de|une|un|d|que, parler a|au|avec responsable|directeur|superieur|manager|patron, serieux ?|??|sans|, serieux ?!, serieusement ?, non mais, mais serieux|serieusement|quoi|enfin, vous etes serieux|serieuses|serieux, serieux ?, on croit rever, je reve|hallucine, j hallucine, va falloir, un mepris|scandale|torchon|enfer, mepris, tout simplement honteux, bande de|d, ?!`,
    ),
    ...say(
      "anger",
      "insult",
      2.8,
      `idiot|idiots|idiote, imbecile*, debile*, cretin*, abruti*, incapable|incapables, incompetent*, incompetence, bouffon*, clown*, charlot*, guignol*, rigolo|rigolos, escroc|escrocs, voleur|voleurs|voleuse, menteur|menteurs|menteuse, arnaqueur*, bandit*, truand*, rapace*, raclure*, ordure|ordures ... vous|bande|etes|d, connard*, connasse*, conard*, salaud*, salop*, encul*, batard*, fdp, pd, tg, ta|vos gueule|gueules, con|conne|cons, connerie|conneries, merde|merdes|merdique*|merdier, de merde, putain de|d|!|vous|mais|c, chier, chie|chiant|chiante|chiants, fait chier, foutre, foutaise*, foutus|foutu service|colis|appli|site|probleme, cul, bordel, nul nul, nuls, tocard*, branque*, branquignol*, branleur*, feignant*|faineant*|feneant*, parasites, vautours, sangsues, mafia|mafieux, charognard*, allez vous|au faire|diable|enfer, vous faire foutre|voir, va te, pauvre type|s|boite, honte de la|votre, torchon, pourriture*, bande de|d, equipe de|d clowns|bras|incapables|nuls|branquignols|charlots, bras casses, 🖕, 🤬`,
    ),
    ...say(
      "anger",
      "irony",
      2.4,
      `merci pour rien, merci de rien du, merci de|pour|d avoir ... gache|rien|perdu|ruine|ignore|menti|foutu|retard|mensonges, bravo pour|d|a|les|la|l|vous ... retard|rien|perdu|incompet*|pire|nul*|service|perdre|casse|record|artistes|champions|mepris, bravo vous|la|les|encore|!|banque|l|messieurs|👏, bravo, chapeau bas|l artiste|les|vraiment ... nul|pire, felicitations pour|a ... nul*|retard|record|pire|incompet*|perdu|mediocr*|service, super encore|,|service|merci|boulot ... encore|perdu|rien, super merci, super encore, genial encore, ben voyons, bah voyons, quelle surprise|bonne, comme par hasard|magie, quelle efficacite|rapidite|reactivite ... bravo|jours|semaines|mois, on se demande, vive le|la service|sav, elle est belle|bonne, c est beau, c est du propre, du propre, du beau travail, de mieux en, et mon|ma colis|argent ... il|elle, votre avis compte|nous, votre appel est, bonne blague, tres drole, a mourir de rire, 👏👏`,
    ),
    ...say("anger", "shouting", 1.2, "{capitals}, 🙄"),
    ...say("anger", "shouting", 0.5, "!!"),
    ...say(
      "thanks",
      "thanks",
      2.2,
      `merci, mercis, remerci*, remerciement*, je vous remercie, grand merci, mille merci*, merci beaucoup|infiniment|encore|a|pour|d|mille|bien, reconnaissant*, reconnaissance, gratitude, chapeau, chapeau a|bas|au|l, bravo a|au|aux|et|pour, felicitations, mention speciale, mes compliments, compliments a|au|aux|pour, vous|tu|t etes|es au|geniaux|formidable*|top|super|adorable*|extra|un|une|les ... top|meilleur*|amour*|ange|anges|meilleurs|formidables, vous assurez|gerez|dechirez, sauve|sauvee|sauves la|ma|mon|notre ... vie|soiree|journee|mise, plie|pliee|plies en quatre, coup de chapeau, bisous|bises|bizz|bises, 🙏`,
    ),
    ...say(
      "thanks",
      "praise",
      2.4,
      `adore|adorons|adorable*|adoré|j adore, aime beaucoup|bien|trop|tellement, excellent*, excellente, parfait*, parfaite, impeccable*, nickel, super|supers, superbe*, genial*, geniale, geniaux, formidable*, fantastique*, merveilleu*, magnifique*, splendide*, exceptionnel*, extraordinaire*, extra, incroyable|incroyables !|service|gentillesse|equipe, remarquable*, irreprochable*, sublime*, top, au top, topissime, tip top, ravi|ravie|ravis|ravies, enchante|enchantee|enchantes, conquis|conquise, content|contente|contents|contentes, satisfait|satisfaite|satisfaits|satisfaction, heureux|heureuse de|d|client*|de mon, bluff*, impressionn*, epate*, emerveill*, comble|comblee|combles, aux anges, fan|fans, recommande|recommandons|conseille|conseillons vivement|a|sans|les|cette|ce|fortement|yeux|votre|chaudement, je recommande, nous recommandons, rapide|rapides|rapidite|rapidement, efficace|efficaces|efficacite, tres pro|gentil*|bien|bon|bonne|bons|rapide|professionnel*|agreable|aimable|accueillant*|beau|belle|joli*|sympa*|satisf*|pratique|content*|efficace|serviable*|confortable, pro|professionnel|professionnelle|professionnels et|,|souriant*, souriant*, sourire, sympa|sympas|sympathique*, gentil|gentille|gentils|gentillesse, aimable*, amabilite, serviable*, a l ecoute, accueillant*, bienveillan*, charmant*, delicieu*, regal|regale|regales, savoureu*, bon produit|rapport|accueil|service|moment|repas|sejour|conseil|communication, bonne qualite|adresse|experience|communication|surprise|soiree|prestation, de bonne qualite, belle|beau surprise|decouverte|moment|travail|produit|boulot, cinq|5 etoiles, 10/10, 10 10, 20/20, rien|pas a de meilleur|redire|comparer, meilleur|meilleure|meilleurs restaurant|achat|service|produit|que|d|de|hotel|gateau|pizza, mieux que|depense*|prevu, en avance, avec|un jour d|avance, jour d avance, dans les temps, comme neuf|neuve|d|toujours, conforme|conformes a|et|description, bien emballe*|arrive*|recu|protege, livraison rapide|soignee|parfaite, soigne*, soigneux, en parfait|bon etat, parfait etat, marche|fonctionne bien|nickel|parfaitement|du|super|tres|impec, du tonnerre|feu, de folie|dingue|ouf, tuerie, trop bien|bon|bonne|beau|belle|stylé|style*|cool|mignon*|contente*|content|forts|fort, stylé|stylees|stylees, qui dechire, ca dechire, wow|waouh|ouah, oh la la, coup de coeur, patience d ange, quelle belle|journee|gentillesse|equipe|surprise, petit bijou|plus, confortable*, spacieu*, ras tout, putain c est genial|bon, terriblement bon, sacrement bon, client content|fidele, cliente contente|fidele|ravie, fier|fiere de, chaleureu*, reactif*|reactive*|reactivite, rien que du, que du bonheur|positif|bon, au petits soins, ❤, 😊, 👍`,
    ),
    ...say(
      "thanks",
      "content",
      2.2,
      `pas mal, pas mal du tout, plutot pas mal, pas mauvais, pas decu|decue|decus|deçu|degoutee, pas a plaindre|me, rien a redire|dire|reprocher|signaler|ajouter|leur, rien a dire, rien leur|vous a reprocher, pas|aucun|aucune|sans|jamais|zero|0|ni|plus ... probleme|problemes|souci|soucis|reproche|reproches|plainte|reclamation|critique|accroc|defaut|fausse|retard|casse|embuche|histoires|chichi|chichis|encombre|regret|regrets|bemol|tracas, aucun probleme|souci, sans probleme*|souci|soucis|encombre|accroc|histoire*|discuter|chichi*|faire, pas de|d probleme*|souci|soucis|chichi*|retard|casse|accroc|mauvaise surprise, plus de|aucun probleme*|souci|soucis|panne, pas un|le seul|moindre|seule ... souci|probleme|accroc|defaut|critique|bemol|fausse|reproche|retard, pas moindre critique|souci|probleme|defaut|reproche|accroc, pas seul souci|probleme|defaut, sans moindre|aucun|le ... accroc|souci|probleme|bemol, tout s|est|c bien|tres|parfaitement passe|regle|fonctionne|resolu|arrange, bien passe|passee, est|tout|c regle|reglee|resolu|resolue|arrange|rentre, probleme|souci|tout regle|resolu|arrange|bon|ok|parfait|nickel, tout est|etait|a ete ok|parfait|bon|regle|rentre|nickel|arrange, allais|allait|prete|pret ... plaindre|raler, etais|etait sceptique|mefiante|mefiant|inquiet*, comme toujours|d|hab|habitude, comme d hab|habitude, echange|echangee|rembourse|remboursee|repare|remplace sans|rapidement|immediatement|aussitot|gratuitement|en ... discuter|histoires|probleme|souci|deux|24|48|rapidement, ne changerais|changerai rien|pas, bien mieux|meilleur, continuez, continuez comme, ca remarche|marche, remarche|refonctionne, fait|font plaisir, sans faire d|histoires, ne|n regrette|regrettons pas|rien, regrette pas, fluide, mieux que la derniere`,
    ),
    ...say(
      "question",
      "asks",
      2.2,
      `?, ^ est ce, est ce que|qu, y a t|il|t il, y a t il, a t il|elle, avez|vendez|faites|livrez|proposez|acceptez|reprenez|pouvez|pourriez|prenez|disposez|ouvrez|fermez|auriez|savez|pensez|offrez|garantissez|expediez|recrutez|organisez|louez|vs vous, vous avez|faites|livrez|vendez|ouvrez|fermez|acceptez|prenez|proposez ... ?, peut|puis|pourrais|pourrait|peux|doit|dois|faut on|je|il|elle|t, peut on, puis je, dois je, peux tu, sera|seront|est|sont|va|vont|convient|existe|contient|fonctionne|couvre t, comment|ou|quand|combien|quel|quelle|quels|quelles|pourquoi|qui fait|faire|puis|est|sont|peut|dois|changer|annuler|modifier|je|on|de|coute|taille|jour|heure|bus|documents|calories|horaires|frais|tarif|sera|faut|trouver|peux|proceder|commence*|commander|obtenir|vous|voltage|livraison|quartier|reinitialis*|difference, a quelle|partir|kel heure|date|d, quelle heure|difference|taille|est, quel prix|est|voltage|delai|bus, combien coute|temps|ca|points|pour|faut, c est quoi|combien|quand|ou, sort quand, savoir si|comment|quand|ou|quel|quelle|combien, une idee, il faut combien, d avance, merci de me|nous|bien|confirmer|conseiller|dire|preciser|indiquer|envoyer|transmettre, pouvez vous|me, pourriez vous|me, serait il|ce, est il|elle, sont ils|elles, question, petite question, une question, renseignement*, renseigner, information*|infos sur|concernant|pour|au, se|possible possible de|d|que, est possible de, conviennent|convient il|elle|t|a|aux, que faire, trop tard pour, savez vous, dites moi`,
    ),
    ...say(
      "question",
      "wants",
      2,
      `voudrais|aimerais|souhaite|souhaiterais|souhaiterions|voudrions|aimerions|desire|souhaitons|cherche|recherche|envisage|voulais savoir|reserver|commander|connaitre|acheter|passer|prendre|ajouter|changer|modifier|un|une|la|le|des|avoir|obtenir|souscrire|m|louer|visiter|inscrire|devis|organiser|votre|offrir|rendez, je cherche, cherche la|un|une|le|notice|des, devis pour|de|d|svp, un devis, tarif|tarifs pour|de|groupe|etudiant, horaires, disponible*|dispo en|encore|pour|quand|ce|le|a, disponibilite*, conseillez|conseiller un|une|moi|le|me|quelle, notice du|de|d, duplicata, facture avec tva, attestation*, changer adresse|date|nom|taille, ajouter ma|mon|un|une ... femme|mari|conducteur|enfant|personne|option, reinitialise*, souscrire, inscription*, inscrire, interesse|interessee par, perdu ma|mon carte|code|mot|identifiant, besoin de|d parler|savoir|conseil*|renseignement*|information*|une attestation, dois parler a, bon|bons de reduction, code promo, carte|cheque cadeau`,
    ),
  ],
};
