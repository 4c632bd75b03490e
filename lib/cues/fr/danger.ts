import { type Cue, say } from "@/lib/cues/cue";

/**
 * Danger by how it is built, for those who tell it without alarm. First what says it alone, then small signs of
 * different kinds (what gave way, what was swallowed, who was near, who was called, how it is told): two of them of
 * different reasons are a message about danger, one is none.
 */
export const danger: readonly Cue[] = [
  ...say(
    "safety",
    "hurt",
    2.3,
    `ebouillant*, saigne*, saigner, saignement*, commotion*, points de suture, # points, deux|trois|quatre|cinq|six|sept|huit|dix points, entorse, foulure, foule|foulee la|le cheville|poignet, fracture*, entaille*, coupure profonde|a|au, ecorche*, oeil au beurre,
    me|m|s|se|l|lui|nous|suis|est ... coupe|coupee|ouvert|ouverte|entaille*|egratigne*|griffe*|pique|piquee|brule|brulee|blesse|blessee|pince|pincee|ecrase|coince|coincee ... doigt|doigts|main|mains|pouce|levre|langue|jambe|pied|bras|visage|genou|gencive|peau|oeil|tete|paume|orteil|front|oreilles|poignet|cuisse|bouche|gorge|avec,
    brule|brulee|brulees|brules|brulait|brulent le|la|les|l|mon|ma|mes|sa|ses|son|au|aux ... main|mains|bouche|langue|levres|oreille|oreilles|bras|jambe|jambes|cuir|peau|doigt|doigts|poignet|visage|front|cou|pied|yeux|gorge, me|m suis|est|a ... brule|brulee|blesse|blessee|coupe|coupee|ebouillante*,
    tombe|tombee|tombes|tomber sur|du|de|dans|par|contre|en ... hanche|tete|visage|dos|poignet|bras|genou|pied|epaule|sol|terre|carrelage|escalier|balcon|metres|hauteur|echelle|lit|vide|arriere|avant, fait|faite|fais une|tomber chute|tombe*|tomber, suis|est|etait|sommes|sont ... tombe|tombee|tombes ... fois|escalier|net|tete|dos|terre|maison|chez|couloir|baignoire|douche, maman|papa|mamie|papi|mere|pere|fils|fille|enfant|bebe|petit|petite|mari|femme|voisine|grand est|a|s ... tombe|tombee|effondre*|evanoui*|glisse|trebuche*|chute, retrouve|retrouvee|retrouves ... par terre|sol|hopital|urgences|carrelage, echarde*, eclat|eclats dans|de ... jambe|doigt|main|pied|oeil|bouche,
    traverse|perce|transperce|plante|enfonce ... chaussette|chaussure|pied|main|doigt|semelle|peau, ejecte*, projete*, fauche*, renverse|renversee par|un|une|le|la, emporte|arrache ... ongle|doigt|bout|peau|main|cheveux, aux urgences, urgences ... a cause, passe|fini|finie|termine|terminee|conduit|conduite|emmene|emmenee|transporte*|admis|admise|hospitalis* ... hopital|urgences|reanimation|clinique|bloc, hospitalis*, reanimation, soins intensifs, service des brules, appeler|appele|appelle|appelee|prevenu ... 15|18|112|samu|antipoison|urgences|pompiers|ambulance|secours|medecin|urgences, le samu, pompiers ... disent|dit|venus|intervenus|sont|ont|passes|pour, les pompiers`,
  ),
  ...say(
    "safety",
    "ill",
    2.3,
    `vomi, vomis, vomit, vomir, vomissent, vomissement*, vomissait, diarrhee*, malaise, malaises, evanoui*, perdu connaissance, perte de connaissance, tourne de l oeil, dans les pommes, vertige*, tete qui|me tourne, tete tourne, etourdi*, essouffle*, souffle ... court|coupe|reprendre|plus, reprendre son|mon souffle, arrivait|arrive|arrivais|arrivions|arrivent|peux|pouvait|pouvais plus|pas ... respirer|souffle|avaler|reveiller, mal|peine|difficulte|difficultes|gene a respirer|avaler, gene respiratoire, respir* mal|difficilement, etouff*, s|m est|suis ... etrangl*|etouff*, fausse route, convuls*, palpitation*, crampes, intoxication*, intoxique*, indigestion, gastro, maux|mal|douleurs de|au|a ... ventre|tete|estomac, mal a la tete, maux de, nausee*, nauseeux*,
    malade|malades|patraque toute|tous|toutes|apres|depuis|la|a|cause|comme|trois|deux|au|dans|les, rend|rendu|rendue|rendus|rendent malade|malades, tombe|tombee|tombes|suis|est|ete|etait|sommes|sont|etions|tous malade|malades, nuit passee|entiere|blanche ... toilettes|salle|cuvette|vomir, toilettes toute|toutes, au lit avec, saigne*|saignement du|de nez, voit|entend|vois des choses|double|flou|voix, hallucinations, hallucine des|depuis, vois|voit|voyais plus|pas|flou|trouble ... bien|oeil|gauche|droit|clair|rien, devenu|devenue|devenait|devient|vire bleu|bleue|blanc|blanche|grise|gris|violet|violette|tout|toute|rouge|pale, langue|gorge|levres|levre|visage|oeil|paupiere* ... triple|double|serree|serre|ferme*|gros*, langue|gorge|levres|bouche ... epaisse|gonfle*|engourdie*|serree|picot*|enfle*|demange*|brule*|pique*|gratte*, plaques rouges|sur|partout|apres|depuis|et, couvert|couverte|couverts de ... plaques|boutons|rougeurs|cloques, boutons partout|sur|rouges|apres, urticaire, eczema ... depuis|apres, rougeurs, demangeaison*, demange*, ca me|le|la gratte|pique|brule, cloque|cloques, ampoules ... brulure|mains, a vif, pele|peler|pelait depuis|a|au|sur|apres, peau ... pele|rouge|brule|a vif|plaques|irrite*|gonfle*, somnolent*, amorphe, engourdi*, tousse|tousser|toussait|toussent|toux, yeux ... rouges|pique*|piquent|gonfles|pleurent|brulent, fievre`,
  ),
  ...say(
    "safety",
    "fire",
    2.3,
    `flamme|flammes, etincelle*, feu a pris|au, pris|prend|prenait|prendre feu, mis|met|mettre le feu, en feu, debut d incendie, depart de feu, incendie, de|la|une|beaucoup|pleine|plein fumee ... sort*|sortait|sortie|partout|chambre|cuisine|noire|blanche|epaisse|depuis|quand|derriere|dans, s est mis|mise a fumer|siffler|gonfler|chauffer|trembler|crepiter|bruler, fume|fumait quand|des|depuis|apres|alors|beaucoup|un, fondu, fondue, fond ... prise|plastique|cable|moquette|coque, carbonis*, roussi*, noirci, noircie, noircis, bruni, brunie, crame|cramee, surchauff*, chauffe|chauffait|chauffent|chauffee ... tellement|trop|beaucoup|anormalement|enormement|fort|point|tres|a|sans, brulant|brulante|bouillant|bouillante ... au|a|tenir|toucher|touch*|chargeur|prise|bout, trop|si|tellement|tres chaud|chaude|chauds|brulant ... pour|toucher|tenir|que|qu|prise, sent|sentait|sentir|sente|odeur|odeurs ... brule|cram*|roussi|gaz|grille|plastique|chaud|fumee|solvant|essence|poisson, odeur de|d brule|roussi|fumee, trace|traces|marque|marques|rond|tache|taches noire|noires|noirci*|brune|brunes|brulure|de ... prise|sous|plaque|murale|mur|broches|brulure, a|ont|m explose|explosee|explosent, explose, exploser, explosion*, eclate, eclatee, eclater, detonation, saute au|a la|tete|visage|figure, gros|grand bang|boum, batterie|pile|piles|accu ... gonfle*|bombe*|deforme*|coule*|fui|fuit|siffl*|explose|fume|chauffe*|brul*|enfle*, gonflee|bombee|bombe|deformee, marque le|la drap|table|nappe|parquet|plan`,
  ),
  ...say(
    "safety",
    "electricity",
    2.3,
    `coup|coups|chatai* de|d jus, coup de jus, jus en|quand|chaque|a, decharge ... electrique|en|quand|chaque|touch*, pris|prends|prend|prenons|recu|recois|petite|petites|une decharge|decharges|chataigne*, electrocut*, electris*, picotement*, picote*|picotent, fourmillement*|fourmille*, choc electrique, court circuit, disjonct*, fil|fils|cable|cables|cuivre nu|nus|denude*|apparent*|visible*|sectionne*|dehors, fil|cable|cordon ... fendu*|denude*|use|abime*|fondu|effiloch*|pend*|craquel*, voit|voir|voyait ... cuivre|fils|fil, a nu, sous tension, gresill*, crepit*, arc electrique, prise|interrupteur|tableau|applique|plafonnier ... pend|arrache*|descelle*|bouge|tiede|chaud*|gresille*|brule*|noir*|fils|etincelle*|bruni|fondu*, eau|fuite|goutte|gouttes|coule ... plafonnier|prise|prises|tableau|compteur|lampe|luminaire|disjoncteur|electri*|spot*`,
  ),
  ...say(
    "safety",
    "gas",
    2.3,
    `monoxyde, detecteur|alarme|detecteurs de|du|a ... sonne|sonnait|declenche*|bipe|hurle, detecteur|alarme s ... declenche*|allume, co a|s sonne|declenche*, fuite|fuites|odeur|odeurs|tuyau|flexible|arrivee de gaz, sent|sentait|senti ... gaz, flexible|detendeur|tuyau|joint ... craquel*|perce*|fissure*|fend*|siffl*|fui*, vapeurs, emanation*, gaz d echappement, pot d echappement dans, fumees`,
  ),
  ...say(
    "safety",
    "foreignBody",
    2.3,
    `eclat|eclats|bris|tesson de|d ... verre|porcelaine, bout|bouts|morceau|morceaux|eclat|eclats|debris|fragment|fragments de|d ... verre|metal|plastique|gant|caoutchouc|bois|os|fil|ferraille|aluminium|porcelaine|pierre|lame ... dans|au, tesson|tessons,
    verre|metal|plastique|agrafe|agrafes|vis|clou|aiguille|lame|fil|caillou|os|arete|arete|gant|dent|noyau|echarde|punaise|epingle|boulon|trombone|moisi|moisissure|moisissures|ver|asticot*|ecrou dans|au|a ... sandwich|soupe|salade|pain|lasagnes|pizza|plat|repas|burger|gateau|muffin|yaourt|cereales|tarte|curry|riz|pates|sauce|glace|chocolat|biscuit*|bonbon*|lait|boisson|bouteille|jus|gourde|puree|compote|bouillie|wrap|filet|poisson|poulet|saucisse*|olives|confiture|chips|haricots|bocal|conserve|boite|petit pot|brioche|croissant|fromage|dessert|assiette|portion|bouche|gorge|barquette|conserve|inhalation|inhalateur|biberon,
    avale, avalee, avaler, avales, avalait, a|ont|ai|avait|avions|deja ... mache|croque|mordu|recrache, croque|mordu|mache dans|sur|quelque, quelque chose de|d dur|coupant|pointu|metallique|tranchant, dans sa|la|ma|leur|le ... bouche|gorge, coince|coincee|reste|restee ... gorge|oesophage, rose|rosé|cru|crue|sanguinolent|pas cuit|rosee a|au|dans|l ... interieur|milieu|coeur, poulet|viande|porc|steak|dinde|burger ... rose|cru|crue|pas cuit, moisi|moisie|moisis|moisissure|moisissures|avarie*|perime*|plus bons|tourne ... mange|mangee|bu|bebe|avale|inhal*|biberon|lait|malade*, mange|bu|avale|leche|ingere|croque|mangee|mangeait ... revetement|plastique|verre|metal|moisi*|moitie|piles|peinture|colle|javel|engrais|produit|poison|granule*, ecaill* ... omelette|poele|aliment*|plat|mange*, dent|dents cassee|cassees|cassé|ebrechee|brisee, m|s|lui suis|est|a ... casse ... dent, petites pieces|piles|billes|aimants, pile|piles rondes|bouton, aimant*`,
  ),
  ...say(
    "safety",
    "allergy",
    2.3,
    `allergique|allergie a|au|aux|l|d|de ... latex|noix|noisette*|sesame|lait|oeuf*|soja|arachide*|cacahuete*|gluten|crustace*|poisson|ble|fruits|y, suis|est|sommes allergique|allergiques, adrenaline, epipen, anapen, antihistaminique*, anaphyla*, choc allergique, oedeme*, reaction allergique|cutanee|a|apres|violente|forte, fait une reaction, reagi, etiquette|carte|emballage|paquet|menu|serveur|ingredients|liste ... parle|mentionne|indique|dit|precise|signale|note pas|aucun|sans|rien|nulle, sans noix|gluten|lactose|arachide|lait|oeuf|noisette|latex|allergene ... souffle|reaction|gonfl*|plaques|malade|hopital|contenait|contient|traces, double de volume`,
  ),
  ...say(
    "safety",
    "poison",
    2.3,
    `centre anti|antipoison, antipoison, anti poison, toxique*, javel, soude caustique, deboucheur, leche|bu|avale|mange|ingere|inhale|respire ... produit|lessive|pastille*|capsule*|detergent|engrais|javel|liquide|solvant|peinture|nettoyant|raticide|antigel, fait|faisait|font tousser|vomir|suffoquer|pleurer, tousser au|a point|point`,
  ),
  ...say(
    "safety",
    "medicine",
    2.3,
    `quelqu|autre|mauvais|mauvaise|nom d un|personne|patient|patiente|boite|medicament|ordonnance ... autre|boite|medicament*|traitement|comprimes|nom|pris, boite|medicament*|comprimes|traitement|ordonnance|sachet ... quelqu|autre, mauvais|mauvaise|bon|bonne|double|triple|erreur ... dosage|dose|posologie|comprime*|medicament*|ampoule|insuline, cachets|comprimes|gelules|medicaments|pilules|cachet ... change*|different*|aspect|perime*|melange*|couleur|autre|bizarre*, dit|conseille|demande|recommande|indique de|d ... doubler|arreter|tripler|augmenter, doubler ... dose|dosage|et|comprime*, unites ... stylo|donne|injecte|pompe, stylo|pompe|inhalateur|ventoline|autoinjecteur ... injecte|delivre|donne|sort|rien|vide|bloque|coule|clic|fuit, bouchon|capuchon|fermeture|couvercle|flacon ... securite|enfant*|ouvert|avale, flacon|boite|medicament*|tube ... petit|petite|bebe|fils|fille|enfant ... ouvert|ouverte|avale|mange|main|mains, petit|petite|bebe|fils|fille|enfant|gamin l a|ont|avait ouvert|ouverte|avale|mange|bu|lachee, depuis|apres la|le|l|ma|mon|cette|votre ... piqure|vaccin|injection|perfusion|patch`,
  ),
  ...say(
    "safety",
    "selfHarm",
    2.6,
    `vois|voit|trouve|ai|a plus|pas|aucune|plus de ... raison|raisons|interet|but|sens|envie ... continuer|vivre|lever|avancer|rester|tenir, raison|raisons|envie|force de|d continuer|vivre|exister|etre la, plus envie de|d vivre|continuer|rien|etre, ne plus etre la|ici, plus etre la, ne plus exister|vivre|me reveiller, mieux sans moi, irait|iraient|serait|seraient mieux ... si je|j, si je|j n|ne|etais ... plus la|disparaissais|n etais, n etais plus|pas la, plus la force, vie ... plus|rien ... sens, veux|voudrais|aimerais|envie ... disparaitre, m endormir et|pour ... plus`,
  ),
  ...say(
    "safety",
    "violence",
    2.3,
    `bouscule|bousculee|pousse|poussee|frappe|frappee|gifle|giflee|attrape|agrippe|saisi|insulte ... quand|parce|alors|bras|visage|mur|porte|col|cou, m|l|nous a|ont bouscule|bousculee|poussee|frappe|frappee|gifle|giflee|attrape|agrippe|suivie|touchee|menace|menacee|empoigne*`,
  ),
  ...say(
    "safety",
    "danger",
    2.3,
    `a|ont|avait|est cede|lache|effondre|effondree|ecroule|ecroulee|renverse|renversee|affaisse|affaissee|ecroules|renverses, s|m|l est|etait|sont|suis ... effondre*|ecroule*|renverse*|decroche*|detache*|deverrouille*|deboite*|disloque*|replie*|brise*|casse|fendu*|fissure*|effiloch*|retourne*|emballe*|ouvert|ouverte, detachee|deverrouillee|envolee|disloque*, casse|cassee|cede|lache|rompu net, bascul*, chancel*, tangue, penche|penchait|penche avec|sur|dangereusement|vers,
    roue|roues|pneu|pneus|pedale|selle|guidon|direction|frein|freins|essieu|fourche|chaine|capot|remorque|volant ... parti*|lache*|cede*|casse*|bloque*|creve*|eclate*|fissur*|desserre*|tremble*|trembler|detache*|repond*|fonctionne*|tient|tiennent|plus|rien|marche*|vibre*|dans le vide, n a|ont|avait pas|plus|jamais ... freine|ralenti|arrete|stoppe, freine|freinait|freinent pas|plus|mal, frein|freins ... pas|plus|rien|mous|mal,
    ceinture|harnais|boucle|sangle|barre|loquet|clip|barriere|portillon|portail|attache|verrou|cliquet ... verrouille|ferme|clipse|tient|bloque|accroche|marche|ouvert|ouverte|releve*|cede|lache|detach*|casse*|saute,
    boulon|boulons|vis|ecrou|ecrous|fixation|fixations|cheville|chevilles ... serre*|desserre*|manqu*|tombe*|parti*|absent*|jamais|pas|lache*|sorti*, pas|sans|aucun|aucune|manque de|d|la|le ... rampe|garde corps|barriere|protection|airbag|extincteur|maitre nageur|detecteur|securite|rambarde, garde corps|rampe|rambarde|balustrade ... bouge|tient|cede|descell*|casse*|tombe*|branle,
    couvercle|bouchon|capuchon|valve|soupape|lame|helice|bol|tete|verre|bocal|bouteille|cocotte ... saute*|parti*|vole*|eclate*|explose*|detache*|casse*|ouvert*|fendu*|fissur*|projete* ... plafond|vitesse|visage|mains|main|figure|seul|seule|feu|chaud|pleine|morceau|pression|utilisation|un|cuisine, en pleine|a pleine vitesse|rotation|marche|utilisation|conduite|descente, en roulant, pendant que|qu|un|je ... roulait|roulais|tournait|conduisais|conduisait|mangeait|jouait|dormait,
    tranchant|tranchante|coupant|coupante|pointu|pointue|acere*, clou|vis|ressort|bout|agrafe|fil|pointe|tige ... depass*|sort*|ressort*|rouille*|dehors, bord|bords|arete|angle|coin coupant*|tranchant*|vif, accelere|demarre|allume|remet|remis|rallume|declenche|ferme|bouge|parti|roule|ouvre|chauffe tout seul|toute seule|seul|seule|sans raison|soudain, reste|restee|restees|restent|restait|continue ... allume*|ouverte*|ouvert|brulant*|chaude|chauffer|chauffe ... quand|apres|alors|meme|pendant|zero|eteint*|roulait, porte|portes|ascenseur|portail|volet|store|escalator|garage|portillon ... referme*|ferme|ferment|retombe*|tombe*|coince*|ouvertes|ouverte|ouvre ... bras|main|doigt*|jambe|pied|tete|enfant|coup|seul|mere|moi|deambulateur|fauteuil|roulait|sur|chien|entre|pas, refermee|refermees|referme|retombe|retombee ... sur|coup|doigts,
    autour de|du ... cou, a deux|quelques|un doigts|centimetres|cheveu|pas, deux doigts|de justesse, passe a|tout pres|cote|juste ... cote|doigts|cheveu|ras|centimetres, lit|berceau|bebe|enfant|fils|fille|poussette etait|trouvait|dormait ... dessous|dedans|dessus|a cote|en dessous, avec ... fils|fille|bebe|enfant|enfants|petit|petite|gamin|niece|neveu|mere|moi|chien dessus|dedans|dessous|a l interieur|accroche*,
    aucun|aucune|pas|sans|zero blesse|blesses|victime|victimes, personne n|ne ... blesse*|touche*|dessous|derriere|dessus, vole en eclats, volee en eclats, envoye ... par terre|sol|tapis, laisse passer ... petit|petite|bebe|enfant|fils|fille, trou brun|noir|brule, plus de peur que, par miracle, aurait|auraient|auraiet pu ... finir|pire|tuer|blesser|grave|drame|bruler|tomber|arriver|perdre|mal|y rester|prendre, failli|manque|faillit|a|ai|avons ... tomber|m etouffer|etouffer|avaler|avale|bruler|noyer|perdre|mourir|renverser|basculer|electrocut*|ecras*|brule, ai|a|avons|ont|avait failli, presse|appuye|tire ... medaillon|alarme|bouton|cordon|bracelet, tombee|tombe dans la rue|ravin|cour|trou, vers la|le|l|une ... route|rue|chaussee|piscine|etang|riviere, monte|montee|roule sur le|un|la ... trottoir|pied|main, recule|roule|fonce|passe sur ... chien|chienne|chat|pied|laisse|jambe|enfant|velo, entre|entree|sorti|sortie|parti|echappe tout seul|toute seule|seul, cire|bougie|huile|acide|vapeur|eau bouillante|liquide ... feu|coule|jailli*|gicle*|eclabouss*|sorti*|projet*|renverse*|fendu* ... table|visage|poignet|main|bras|yeux|oeil|jambe|fer|moi, dans sa|ma|la poche|main|figure|bouche, rappel ... produit|lot|modele|fabricant, produit|modele|lot|chauffage|appareil|voiture rappele*, fait l objet nid|essaim de ... guepe*|frelon*|abeille*, guepe*|frelon*, pique|piquee|mordu|mordue par, tombe|tombee|tombes|chute|detache* ... plafond|toit|mur|dalle|tuile|balcon|facade, plafond|dalle|tuile|tuiles|miroir|etagere|meuble|fenetre|vitre|armoire|tele|lustre|plaque|enseigne|faux ... tombe*|effondre*|decroche*|ecroule*|detache*|eclate*|explose*|dessous|brise*, fissure|fissures|fissuree|felure ... essieu|cadre|fourche|echelle|casque|barreau|poutre|roue|verre|jour|travers, met|mettre|mettent|mis ... danger|peril, dangereu*, elle|il|chien|chienne boite`,
  ),
  // Small signs. Each reason is a kind of its own.
  ...say(
    "safety",
    "danger",
    1.1,
    `cede, lache, lachee, casse net, s est decroche*|detache*, detache*, desserre*, deverrouill*, branlant*, instable*, bancal*, vacill*, wobble, bascule, basculer, penche, bouge, fissur*, felee, fele, craquel*, craque, rouille*, effiloch*, use jusqu|a, perce, percee, parti tout|toute, tout|toute seul|seule, s ouvre, s ouvrait, replie, repliee, envole*, retombe*, ecaill*, cassee en|net, trembler, tremble, vibre, chute, tombe|tombee de|du|sur|dans|par|dessus`,
  ),
  ...say(
    "safety",
    "hurt",
    1.15,
    `medecin, docteur, medecins, veto, veterinaire, samu, urgences, hopital, clinique, dentiste, pharmacien*, infirmier*, infirmiere, dermato*, radio de|du, plus radio, platre, pansement*, bandage, cortisone, antibiotique*, boitait, bequille*, operee, opere, griffe, griffee, egratign*, ecorch*, pince, pincee, cogne, cognee, coup sur|a, ongle, par terre, au sol`,
  ),
  ...say(
    "safety",
    "ill",
    1.15,
    `malade, malades, crampes, fievre, nausee*, toux, tousse*, somnol*, faible, souffle, respirer, respire*, mal de|a|au|aux tete|la|ventre|coeur, irrit*, pique, piquent, picot*, gratte, rougeur*, toilettes toute|la|toutes, ecoeur*`,
  ),
  ...say(
    "safety",
    "fire",
    1.1,
    `chaud au, chaude au, chauffe, chauffait, chauffent, chauffer, brulant, brulante, bouillant*, tiede au, brule, brulee, crame*, fumee, fume, odeur, odeurs, ca sent, sent le, sent la, huile bouillante, eau bouillante, cire, meche, tache|trace|marque|rond noire|noir|brune|noirci, noirci*`,
  ),
  ...say(
    "safety",
    "foreignBody",
    1.1,
    `gravier, plombage, mange, mangee, manges, mangeait, avale*, mache, croque, bu, lecher, leche, dans sa bouche, en bouche, petites pieces, metallique, agrafe, eclat, eclats, verre brise, tesson*, arete, aretes, noyau, os, moisi, moisie, moisis, moisissure*`,
  ),
  ...say(
    "safety",
    "medicine",
    1.1,
    `comprime*, cachet, cachets, insuline, inhalateur, unites, dose, doses, dosage, medicament*, piqure, injection, vaccin*, pharmacie, pharmacien*, patch, gelules, adrenaline, pacemaker, oxygene, posologie, le nom d, boite de quelqu, autre patient*, autre personne`,
  ),
  ...say(
    "safety",
    "electricity",
    1.1,
    `bourdonn*, gresill*, siffl*, crepit*, picot*, fourmill*, cuivre, disjoncte*, plombs ont|sautent|saute, fait sauter`,
  ),
  ...say(
    "safety",
    "hint",
    0.9,
    `vous signaler, vous signale, vous prevenir, vous previens, vous informer, vous informe, vous faire savoir|part, vous le dire, pour info, pour information, pour votre information, a titre d information|indicatif, tiens|tenais|tenons|souhaite|souhaitais|voulais juste|simplement|a ... signaler|dire|prevenir|informer, sachiez, utile de vous, bon a savoir, juste pour que, me plains pas, pas une reclamation, rien d urgent, rien de grave, pas grave, on va bien|tous, va bien, tout va bien, allons bien, est ce normal, c est normal, normal que, inquiet, inquiete, inquietant, inquiete*, dois je m inquieter, heureusement, par chance, chance, ouf, de justesse, presque, aurait pu, auraient pu, plus de peur, plus de mal, frayeur, peur, eviter que, pour que ca|cela, avant que, avant qu un, autres clients, autres familles, verifiez, verifier, attention, alerter, je precise`,
  ),
  ...say(
    "safety",
    "hazard",
    0.95,
    `ceinture, ascenseur, escalator, escalier, balancoire, toboggan, aire de jeux, trampoline, tapis de course, tabouret, echelle, lit superpose, lits superposes, pneu, pneus, essieu, fourche, roue, roue avant, trottinette, velo, velo electrique, cigarette electronique, camion, bus, poussette, landau, cosy, lampe, radiateur, bouilloire, fer, fer a repasser, plaque, cuisiniere, bougie, fenetre, toit, coffre de toit, piscine, sauna, jacuzzi, couverture chauffante, batterie externe, adaptateur, cordon, gaz, poele, flexible, detendeur, jouet, jouets, transat, chaise longue, autocuiseur, cocotte minute, bouillotte, sechoir, seche linge, seche cheveux, lisseur, grille pain, enrouleur, rallonge, multiprise, miroir, berceau, manege, sesame, sans noix, sans gluten, sans lactose, latex, biscuit, buffet, soupe, poulet, petit pot, medaillon, moto, casque, trampoline, conserve, oeufs, poisson, shampoing, shampooing, creme, deodorant, coloration, ecoute bebe, camion, ordinateur, tram, portes`,
  ),
];
