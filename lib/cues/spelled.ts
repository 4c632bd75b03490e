import type { Language } from "@/db/enums";

/**
 * Words of the shipped phrases as people write them: with accents, and with an ending where a phrase has only a stem.
 * For examples on a screen alone; what is looked for in messages is the phrase.
 */
export const spelled: Readonly<Record<Language, readonly string[]>> = {
  en: list(`
    abuse accelerate account accuse advertise airbag allergen allergic amazing ambulance amputate annoy
    antihistamine apology appears appreciate arrived artist ashamed ask assault asshole attorney autistic
    bailiff bandaged bastard beautiful bedbug bedsore belittle betray bill billow bit bleed blister blotches
    bobble boiler bomb bother boycott breath brilliant bruises brush burnt burst button buzzing call
    cancelled careless carer charge chased cheat chemical choked circuit cockroach collapsed collect
    commissioner compensate competitor concussion condescending contaminate contempt convulse cooker cornea
    cough cowboys cracked crackles cramps crashes crawls crease crooks crumble crush crutch cyclist damaged
    danger dealing deceit deceive deception deduct defect deflate delighted demand detector diabetic
    dickhead disappears disappointed discoloured disconnected discourage discriminate disfigurement disgrace
    disgusted disheartening dismay disorganization displeasure dizzy doctor drains draughtboard drips driver
    drown duplicate edge effective electrocute embarrass ember enquirer epilepsy epipen escalate evacuate
    exasperate excellent exceptional exit expected exploded explosion expose extortion fabulous failed faint
    fantastic faultless feed firefighters fireworks fizz flaked flavour flawless flickers flooded foam
    fobbed fools fractured fraud frustrate gash glitch glowing gouge graft graze halfwit hallucinate harm
    hazard headache hike hissed hospital hours humiliate hypoglycemia idiot imbecile impeccable incompetent
    inconvenience incorrect infuriate injury inquire insane inspector irritate jobsworth journalist kitchen
    label lag larva lawyer leak lens liars ligament limping malfunction marked medicine melted miscarry
    misinform mislabel misleads misrepresent mistake molest moron muddle nausea neglect negligent neighbour
    newspaper nosebleed nut open ophthalmology order outrageous overcharged overcrowd overdose overflowing
    overheat paint palpitation paramedic parasite passenger patch patient patronize peanut pedestrian
    peeling perfect perished picture piece pixel pleasant poison popper portions pregnant price prick
    prickle problem promise puncture pupil question rattle recommend rectify refund refused regulator
    reimburse renewed repeat report reporter resident responsible retina review room run rush scaffold
    scalded scammed scammers scandal scorch scum seizure server sexual shards shattered shock shortcoming
    shrug singed site sizzle slap sleeve smell smoke smolder solicitor spam splinters spoil sprain squeak
    squeal squeeze stalk start step stink straightener strangle stress strip struggle suffocate suicide
    superb surprised swallowed swelled swindle tenant tendon thread throwing tickle tight tingle toxic trick
    turn twat underwhelming unplugged unsatisfied vaccine vanished vomiting voucher warning wasp watchdog
    week wheeze wobbles wonderful works worry wound yum`),
  fr: list(`
    abandonné aberrant abject abonnés abruti absent absurde abusifs abusivement abusé abîmes abîmé abîmée
    abîmées accueillant accusé accès accélérateur accéléré acouphène activité actualité adrénaline affaisse
    affiche affilée affligeant affûter agace aggraver agresser agressif agression agressivement agressé
    ahurissant aimable aimant aimé airbag alité allergique allergène allume amabilité amateur ambulance
    amende amputé anaphylaxie annoncé annulé anomalie anormal antibiotique antichoc antihistaminique appelé
    applique approximatif appât après arnaque arnaqueur arracher arraché arrivé arrière arrogant arrêt
    arrêter arrêtez arrêté arête arêtes asphyxie assumer asticot atroce attaché attend attente attestation
    attouchement augmenté autiste automatique autorité avalé avalée avalés avance avarie avocat baisse
    balade balafré balancé balançoire ballot bancale bandits barrière basculé bave bienveillant blatte
    blessé bloqué bloquée bloqués bluffé bouffon bouillante bouloche bourdonné bousculé bouton boycott boîte
    braise branlant branleur branquignol brassard brisée brisées bruit brutal bruyant brûlant brûlante
    brûler brûlure brûlures brûlé brûlée brûlés bâcler bâtard bébé bébés béquille béquilles bévue bêtise
    cabosse cacahuète cache cachés cafard cafouiller calciner caméra caoutchouter caractère carboniser
    cardiaque cassé cassée cassées cassés catastrophe cauchemar cause censé centimètres certificat
    chaleureuse chancel changé charlatan charlot charmant charognard chaudière chauffe chaîne cheminée
    cheveu chiche chimio chimique chocolat choquer choqué choquée château cicatrice circonspect circuit
    client clignote cloques clouer clown clés clôture cogne cognée coincé coincée collants collègue colère
    commande commencé commotion compenser compléter comprimés concurrent condescendre conforme confortable
    connard connasse conservé considération consternant consterner contact contacté contaminé contente
    conteste contrainte contrariant contrarier contrariété contrefaçon contrôle convulser cornée correspond
    couinent coupant coupure coupé couteau couture coûté crade cramer cramé craquelé craqué crash crasseux
    crevée critique croqué croît croûtes crâne crèche crème créneau crépiter crétin cuit cutanée cycliste
    câble cédé côté côtés cœliaque cœur danger dangereux demande demeure dermato dernière desserré desséchée
    deuxième devenue deçà diabète diabétique diarrhée différentes discriminer disjoncte disparaissent
    disparaître disparu disponibilité disponible disproportionnel dommage dommageable donné donnée données
    double douleur douteuses drôle dubitative dysfonctionnel débile débit débité déboire déborde déboucheur
    déboîter débranchée début décalé déception déceptions décevant décevante décharge déchausser déchire
    déchirée déchirés déclencher décliner décolle décolorer déconcerter déconfiture décongeler déconnecter
    déconseiller déconvenue décousu découvert découvrant décroche décrépit dédommager dédouaner défaillant
    défait défaite défausse défaut défauts défectueux défenseur défibrillateur défigurer déforme défraîchir
    dégonfler dégorger dégouliner dégoûtant dégoûte dégradation dégradé dégringoler dégueulasse dégât dégâts
    déjections déjà délabrer délai délais délaisser délaver délicieux délirant démangeaison démanger
    démarches démarre démence dénudé déodorant départ dépasse dépassée dépit dépiter déplacé déplacée
    déplaisant déplorable déploré député dépêchez dérailler déraisonnable dérangement dérangé dérégler
    désabusé désagréable désagrément désappointer désarroi désastre désemparer désengager désespéré
    désillusion désinformation désinscription désinvolture désirer désobligeante désolé désolés désorganiser
    détaché détachée détecteur déteint détendeur détendre déteste détonation détériorer déverrouillée déçu
    ecchymose ecoeurée eczéma effacé efficacité effilochée effondré effriter emballer emballé embarras
    embraser embrasé empire empoisonné emporté enchanté enculé endommager enfants enflammer enfler enfoncer
    engagement engourdi enragé entaille entorse entourloupe envolé envolée envoyé erreur erroné escalier
    escarre escrocs escroquer espérant essouffler essuyé exagérer exaspéré excellent exceptionnel excuses
    excéder existe exorbitant explication explosion explosé expéditeur expérience extraordinaire extrême
    exécrable facture fantastique farineux fatigués fauche feignant fendille fendu fenêtre fermeture fermé
    fidélité figer filandreux fini finitions fissure fièvre flouée floués flétrir foncé fond formidable
    foule fourmi fourmillement fourmiller foutaise fracturé fragile frappe fraudes freezer freezé freiné
    frère fumé fumée fumées furibond furieuse fusée fâcheux félicitations fémur fêlé fêlée galère gardé
    garçon gastro gauchir gave glauque glissant glissé gondole gonflé gonflée goût gratuit griffure griffé
    griffée grimpé grincer grip grossier grossièreté gré grésille guignols guêpe guêpes gâchee gâches gâché
    gèle gène gélules génial géniale générale habituel hallucinant halluciné handicap harceler haussé
    hautain heures heurté honteux horrible hospitalier hospitaliser huissier humidité humiliant humilié
    hurler hygiène hypoglycémie hélice hématome hémorragie hôpital idée idées ignoble ignoré illisible
    imagine imbuvable imbécile immangeable immonde immédiate immédiatement impeccable impoli impossibilité
    impressionner inacceptable inaccessible inadmissible incapables incident incomplet incomplète
    incompréhensible incompétence incompétente inconfortable inconscient incorrect incroyable indemniser
    indigné indisponible indu indélicat inefficace inexact inexploitable infantiliser infect infection
    infecté infirmière infondé information infâme injecté injoignable injuste injustifié inondé inopérant
    inorganisé inqualifiable inquiet inquiétant inquiéter insalubre insatisfait inscription insecte insensé
    insister instable insultant insultes insupportable insurgé insécurité intempestif intempestivement
    interlocuteur interminable interpellé intervertir intolérable intoxication intoxiqué introuvable
    intéressé intérieur intérêt inutile inutilisable inverse invivable inélégant inéquitable irrespect
    irriter irrécupérable irréprochable jaunir jeté journée judiciaire juridique laissé lamentable ligament
    limite listeria litige livraison livré livrée locataire louer lâché lâchée lève lèvre lèvres lécher
    léché légale légionelle léser lésion magnifique maigre majoration maladroit malaisés malgré malhonnête
    malins malpoli maltraiter malvenu mangé mangée mangés manquement manquer manqué manège mariée maître
    menace mensongère merci merdique merveilleux meurtrir minable ministère minuscules mobilité modèle moisi
    moisissure moitié monté moquette mordu mouillé mousqueton mutilé mâché mèche mène mère mécontente
    médaillon médecin médecins médiateur médiation médicalisé médicament médiocre médiocrité mélange mélo
    ménager méningite mépris méprisant mésaventure métal métallique même nausées nauséeux navrant ne nettoyé
    nettoyée nièce noir noirci nourrisson nouvelle noyé noyée nul nullité numéro néanmoins nécessaire
    négatif négligence négligent obliger obligé obligée obsèques occupe odeur odieux ophtalmo oppressée
    opérer opéré opérée orteil orthographié oublié ouvert oxygène palpitation pansement parfait parle
    partiel partir passager passant passé passée patienter payé penché pendant pensées percuter percée perdu
    perplexe petit pharmacie pharmacienne photo picotements pincée pioche pique piqûre piqûres pirate
    pitoyable pièce pièces piège piètre piéton planté plantée plaque plié plutôt plâtre poignées poireauter
    pommés ponction portions posts poubelle pourriture poursuivre poussière poussiéreux poussé poêle
    première prend priorité pris problème procédure projeter promener promesse promo protestation protesté
    proximité près précise précédent préfecture préfet préfère préférer préjudice préjudiciel prélevé
    prélèvement prématuré préparation présente prétendument prétexte prévenir prévenu prévenus prévu prévue
    puant publicité punaises pué pâteux pèle père pénalité pénicilline périlleux périmé qualité quitté
    quémander rabaisser raccroche racket raclure rapace rapide rappel rappelé rattrapé rayure rayé rayée
    rayées rayés recommencez recommencé reconduit reconnaissant rectification recul reculé redémarrez
    refermée refoulé refuse regret regrettable regretter regretté relance relevé remarquable remarquerait
    remboursement remboursé remercie remerciements remplié remédier rendez renfermé renouvellerai renouvelé
    renseignement renversé renvoie renvoyer reparti replié repliée report repoussant repousse reprisés
    respecté respirer respiré responsabilités responsable reste restée retard retardé retirer retombée
    retourné retournée retraité retrouvé revenu revêtement reçu ridicule risible roue rougeur rouille roulé
    roussi réactifs réaction réalité réanimation réclamation réclame récré récupérer réduction réduite
    réflexe régal régionale réglé régularisation régulariser régulateur réinitialise rénale réparez répond
    répondeur réponse répression répéter réseaux réservation réservés résidente résilie résilier résiliez
    résilions résolu résultat résumait rétine rétractation rétréci réussir réveiller réveillés révoltant
    révolté rêve rêver saccade saigne saignement salaud salmonelle salop salée santé saouler satisfait
    saturer saute sauvé saveur savoureux scandaleux scarifier sceptique scintiller secondaire secouriste
    senti septicémie serré serveur serviable seul sexuel siffler signalé siège soigné solution somnolente
    sonné sortie souffreteux souriant souscrit spacieux spam splendide spongieux spécial spéciale stress
    sublime succès suffoquer suicidé suinte superbe superposé superposés supplément supprimé surchauffe
    surdos surfacturé surréservation suture sèche séchoir sécuriser sécurité sérieusement sérieux sésame
    sœur taché tangué targue tendon tenue ternir terroriser tesson thermomètre théorie tiède tocard tombé
    tombée tombés tordue toujours tourne tousse toxique trahir train traité tranchant transféré trauma
    traumatisme traversé traîne trembler trempé tribulation trimbaler triplé triste trompeur trompeusement
    trompé trouve trouée truand truffée très trébucher tympan téléalarme tétanos tétine tête ulcère unités
    user usé vaccin vaciller vandaliser vendu verrouille vertige vexant vexer vibré vieillot vital voilà
    voisin volatiliser voleurs volé volée vomir vomissement vélo vénéré vérifier vérifiez véto vétuste
    vétérinaire zéro à âgée âme ça ébouillanté ébréché écaille échafaudage échange échappement échappé
    échappée échardes écharpe échaudé échec échelle échoué éclair éclat éclater éclats éclaté éclatée
    écorché écoute écran écrasé écrire écrit écrouler égard égratignures éjecté élargir élastiqué électrique
    électriser électrocuter électrogène électronique élevé élèves émanation émerveiller émietter énergie
    énervé épaisse épater épaule épaules épilateur épilepsie épileptique épouvantable équilibre équipe
    éraflure éruption étaient étais était état éterniser éternité étincelles étiquette étoile étoiles
    étonnant étonné étouffement étouffer étouffé étourdi étrange étranger étrangler été évacuer évanouir
    évaporer éventré éviter êtes être œdème œil œufs`),
};

function list(words: string): string[] {
  return words.trim().split(/\s+/);
}
