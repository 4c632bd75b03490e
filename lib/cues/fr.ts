import { type CueFile, say, spell, words } from "./cue";
import { complaints } from "./fr/complaint";
import { courtesy } from "./fr/courtesy";
import { danger } from "./fr/danger";
import { decoys } from "./fr/decoys";
import { facts } from "./fr/facts";
import { leanings } from "./fr/leanings";
import { peril } from "./fr/peril";
import { safety } from "./fr/safety";
import { told } from "./fr/told";

/** French. Phrases are written from how people complain, never from a message of the measurement. */
export const french: CueFile = {
  language: "fr",
  version: 6,
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
    problem=probleme problemme=probleme pbl=probleme persone=personne perssone=personne comende=commande
    comande=commande livreson=livraison livraizon=livraison livaison=livraison remboursser=rembourser
    ranboursement=remboursement abonement=abonnement arnaqe=arnaque atend=attend aten=attend atends=attends
    defecteux=defectueux defecteuse=defectueuse defectueu=defectueux deffectueux=defectueux endomage=endommage
    endomagé=endommage abimer=abime apel=appel apelle=appelle apeler=appeler rapele=rappele rapelle=rappelle
    technissien=technicien chofage=chauffage chaufage=chauffage vou=vous avé=avez nouvele=nouvelle nouveles=nouvelles
    reclamassion=reclamation reclammation=reclamation mecontant=mecontent malpolit=malpoli desapointe=desappointe
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
      `dgccrf, repression des fraudes, fraudes, signal conso, signalconso, mediateur*, mediation, mediatrice, 60 millions, que choisir, ufc, association de|d consommateurs|defense, associations de consommateurs, defenseur des droits, cnil, arcep, arcom, acpr, amf, autorite|autorites de|des|competente*|controle|sanitaires, ars, agence regionale, inspection du|de travail|sanitaire, services d|de hygiene|veterinaires, hygiene ... signaler|services|contacter, dgac, ministere, prefecture, prefet, mairie|maire|depute|senateur ... copie|saisir|alert*|ecrire|prevenir|contact*|mis, mon depute|maire|senateur, vous signalerai|denoncer|denonce|denoncerai, le|la|cette|votre signaler|signalerai|denoncer|denonce|denoncerai, signaler|signale|signalerai|signalement|denonc* ... aux|pratiques|autorites|fraudes, test achats, banque de france, regulateur, ombudsman, energie info, telepoints|arjel, je vais|irai en|plus parler|referer|remonter|haut|loin a|aux|au|plus, plus haut|loin, siege ... ecrire|courrier|direction|remonter|contacter, saisir|saisis|saisirai|contacter|contacte|alerter|alerte|prevenir|ecrire ... mediateur|autorite*|dgccrf|cnil|association*|direction|siege|ministere|presse|journal*|media*|maire|syndic|prefet`,
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
      `scandal*, honteu*, honte|hontes a|de|vous|a vous, c est une|la honte, une honte, quelle honte, devriez avoir honte, avoir honte, inadmissible*, inacceptable*, intolerable*, inqualifiable*, insupportable*, lamentable*, pitoyable*, minable*, ecoeur*, degoute|degoutee, degoutant*, revoltant*, indigne|indignes d|de, ignoble*, abject*, odieu*, hallucin*, delirant*, ahurissant*, incroyable ce|cette|comme|de|d|!!, foutage de gueule, foutez|fichez|moquez|foutent|fiche|moque ... moi|nous|gueule|monde|clients, foutez de, se foutent|moquent, vous vous foutez|fichez|moquez, moquez de, prenez|prendre|prennent ... pour ... idiots|cons|imbeciles|pigeons|vaches|con|debiles|idiot|conne, c est|quelle|une|grosse blague|plaisanterie|honte|mascarade|cirque|farce, blague ?|!, blague, mascarade, n importe quoi, importe quoi, du grand n, grand n importe, du jamais vu, jamais vu ca|tel|une|un|pareil|pareille, jamais vu|ete ... tel|telle|pareil|parle|traite*|nul|aussi, en # ans ... jamais|premiere, de ma vie|qui, pire|pires compagnie|service|banque|hotel|experience|entreprise|societe|appli|restaurant|boite|client|operateur|sav|enseigne|assurance|site|de|que, plus jamais, comment osez|ose, osez vous, vous osez, manquez|manque|manquent pas|vraiment|d ... air|culot|gene, quel|quelle|un|du culot|toupet|audace|honte|mepris|cirque|bordel|bande|foutoir|enfer, culot, toupet, c est du vol|foutage|delire|mepris|racket, du vol|racket, vol pur, arretez|arreter|cessez de|d|vos mentir|moquer|prendre|mensonges|conneries|foutre|salades, ca suffit, stop, assez, trop c est trop, c est trop, la coupe est, coupe est pleine, bougez vous|le, reveillez vous, remuez vous, faites votre|quelque boulot|travail|chose, mais reparez|repondez|faites|bougez, exige de|une|un|d|que, parler a|au|avec responsable|directeur|superieur|manager|patron, serieux ?|??|sans, serieux ?!, serieusement ?, non mais, mais serieux|serieusement|quoi|enfin, vous etes serieux|serieuses|serieux, serieux ?, on croit rever, je reve|hallucine, j hallucine, va falloir, un mepris|scandale|torchon|enfer, mepris, tout simplement honteux, bande de|d, ?!`,
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
      `merci pour rien, merci de rien du, merci de|pour|d avoir ... gache|rien|perdu|ruine|ignore|menti|foutu|retard|mensonges, bravo pour|d|a|les|la|l|vous ... retard|rien|perdu|incompet*|pire|nul*|service|perdre|casse|record|artistes|champions|mepris, bravo vous|la|les|encore|!|banque|l|messieurs|👏, bravo, chapeau bas|l artiste|les|vraiment ... nul|pire, felicitations pour|a ... nul*|retard|record|pire|incompet*|perdu|mediocr*|service, super encore|service|merci|boulot ... encore|perdu|rien, super merci, super encore, genial encore, ben voyons, bah voyons, quelle surprise|bonne, comme par hasard|magie, quelle efficacite|rapidite|reactivite ... bravo|jours|semaines|mois, on se demande, vive le|la service|sav, elle est belle|bonne, c est beau, c est du propre, du propre, du beau travail, de mieux en, et mon|ma colis|argent ... il|elle, votre avis compte|nous, votre appel est, bonne blague, tres drole, a mourir de rire, 👏👏`,
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
      `adore|adorons|adorable*|adoré|j adore, aime beaucoup|bien|trop|tellement, excellent*, excellente, parfait*, parfaite, impeccable*, nickel, super|supers, superbe*, genial*, geniale, geniaux, formidable*, fantastique*, merveilleu*, magnifique*, splendide*, exceptionnel*, extraordinaire*, extra, incroyable|incroyables !|service|gentillesse|equipe, remarquable*, irreprochable*, sublime*, top, au top, topissime, tip top, ravi|ravie|ravis|ravies, enchante|enchantee|enchantes, conquis|conquise, content|contente|contents|contentes, satisfait|satisfaite|satisfaits|satisfaction, heureux|heureuse de|d|client*|de mon, bluff*, impressionn*, epate*, emerveill*, comble|comblee|combles, aux anges, fan|fans, recommande|recommandons|conseille|conseillons vivement|a|sans|les|cette|ce|fortement|yeux|votre|chaudement, je recommande, nous recommandons, rapide|rapides|rapidite|rapidement, efficace|efficaces|efficacite, tres pro|gentil*|bien|bon|bonne|bons|rapide|professionnel*|agreable|aimable|accueillant*|beau|belle|joli*|sympa*|satisf*|pratique|content*|efficace|serviable*|confortable, pro|professionnel|professionnelle|professionnels et|souriant*, souriant*, sourire, sympa|sympas|sympathique*, gentil|gentille|gentils|gentillesse, aimable*, amabilite, serviable*, a l ecoute, accueillant*, bienveillan*, charmant*, delicieu*, regal|regale|regales, savoureu*, bon produit|rapport|accueil|service|moment|repas|sejour|conseil|communication, bonne qualite|adresse|experience|communication|surprise|soiree|prestation, de bonne qualite, belle|beau surprise|decouverte|moment|travail|produit|boulot, cinq|5 etoiles, 10/10, 10 10, 20/20, rien|pas a de meilleur|redire|comparer, meilleur|meilleure|meilleurs restaurant|achat|service|produit|que|d|de|hotel|gateau|pizza, mieux que|depense*|prevu, en avance, avec|un jour d|avance, jour d avance, dans les temps, comme neuf|neuve|d|toujours, conforme|conformes a|et|description, bien emballe*|arrive*|recu|protege, livraison rapide|soignee|parfaite, soigne*, soigneux, en parfait|bon etat, parfait etat, marche|fonctionne bien|nickel|parfaitement|du|super|tres|impec, du tonnerre|feu, de folie|dingue|ouf, tuerie, trop bien|bon|bonne|beau|belle|stylé|style*|cool|mignon*|contente*|content|forts|fort, stylé|stylees|stylees, qui dechire, ca dechire, wow|waouh|ouah, oh la la, coup de coeur, patience d ange, quelle belle|journee|gentillesse|equipe|surprise, petit bijou|plus, confortable*, spacieu*, ras tout, putain c est genial|bon, terriblement bon, sacrement bon, client content|fidele, cliente contente|fidele|ravie, fier|fiere de, chaleureu*, reactif*|reactive*|reactivite, rien que du, que du bonheur|positif|bon, au petits soins, ❤, 😊, 👍`,
    ),
    ...say(
      "thanks",
      "content",
      2.2,
      `pas mal, pas mal du tout, plutot pas mal, pas mauvais, pas decu|decue|decus|deçu|degoutee, pas a plaindre|me, rien a redire|dire|reprocher|signaler|ajouter|leur, rien a dire, rien leur|vous a reprocher, pas|aucun|aucune|sans|jamais|zero|0|ni|plus ... probleme|problemes|souci|soucis|reproche|reproches|plainte|reclamation|critique|accroc|defaut|fausse|retard|casse|embuche|histoires|chichi|chichis|encombre|regret|regrets|bemol|tracas, aucun probleme|souci, sans probleme*|souci|soucis|encombre|accroc|histoire*|discuter|chichi*|faire, pas de|d probleme*|souci|soucis|chichi*|retard|casse|accroc|mauvaise surprise, plus de|aucun probleme*|souci|soucis|panne, pas un|le seul|moindre|seule ... souci|probleme|accroc|defaut|critique|bemol|fausse|reproche|retard, pas moindre critique|souci|probleme|defaut|reproche|accroc, pas seul souci|probleme|defaut, sans moindre|aucun|le ... accroc|souci|probleme|bemol, tout s|est|c bien|tres|parfaitement passe|regle|fonctionne|resolu|arrange, bien passe|passee, est|tout|c regle|reglee|resolu|resolue|arrange|rentre, probleme|souci|tout regle|resolu|arrange|bon|ok|parfait|nickel, tout est|etait|a ete ok|parfait|bon|regle|rentre|nickel|arrange, allais|allait|prete|pret ... plaindre|raler, etais|etait sceptique|mefiante|mefiant|inquiet*, comme toujours|d|hab|habitude, comme d hab|habitude, echange|echangee|rembourse|remboursee|repare|remplace sans|rapidement|immediatement|aussitot|gratuitement|en ... discuter|histoires|probleme|souci|deux|24|48|rapidement, ne changerais|changerai rien|pas, bien mieux|meilleur, continuez, continuez comme, ca remarche|marche, remarche|refonctionne, fait|font plaisir, sans faire d|histoires, ne|n regrette|regrettons pas|rien, regrette pas, fluide, mieux que la derniere, tient|tiennent|tenu ses|toutes|leurs|sa ... promesse*|parole|engagement*, rentre dans l ordre, tout est rentre, bien recu|arrive|arrivee|recue, en ordre, sans accroc, ai|a|avez ete ... reactif*|reactive*|rapide*`,
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
