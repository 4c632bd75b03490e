import { type Lean, lean } from "@/lib/cues/cue";

/** Written by bench/cues/learn.ts from 1832 messages; not by hand. */
export const leanings: ReadonlyMap<string, Lean> = lean(`
  !! 0 -11 # 26 -68 ? -184 -186 a -1 64 abonn -17 -31 absen -10 -17 accue -1 -22 achat 15 -10 achet -2 -27
  adore -34 -33 adren 0 20 adres -47 -13 affai 34 -15 affic 9 16 ai 43 48 aide -1 -15 aille 2 -14 air 0 6
  alarm 0 19 aller 0 22 allum 0 11 alors 54 -6 annee -19 -4 anniv 0 -13 annon 41 -10 annul 11 -17
  ans -19 -2 appel -1 -15 appli 15 -32 appre 0 -8 apres 5 83 armoi 0 17 arret 21 -18 arriv -9 -58
  artic -2 -7 assis 3 -30 assur 4 -17 atten 19 -40 au -8 -3 aucun -10 -4 aujou 30 -15 aurai 6 7
  aussi -20 0 auto 0 7 autou 0 33 autre 34 0 aux 4 18 avais 10 17 avait 19 55 avale 4 32 avanc -21 -4
  avant 10 -23 avec 7 40 avez 3 26 avion 0 -13 avis 3 -15 avoir -18 1 bain 0 13 balan 22 -8 banca 0 -10
  barre 0 26 barri 0 19 bas 11 -9 bascu 0 28 batte 0 26 beauc -10 2 bebe 7 56 belle 0 -16 bien -36 -24
  bille -2 -8 bleus 0 14 bloqu 22 -7 boite 17 20 bombe 0 -6 bon 23 -10 bonjo -39 -18 bonne -23 -24
  bons 0 7 bord 0 35 borne 0 -13 bouch 0 40 bougi 0 -7 bouil -7 16 bout 9 19 bouti -34 -19 bouto 0 -10
  branc 0 16 bras 0 33 bravo -25 -35 bruit 16 -14 brula 0 29 brule 0 60 bus -8 -21 c 16 -32 ca -1 23
  cable 0 9 cache 0 13 cadea -14 -11 cafe 0 11 caiss 10 -20 camio 0 11 canap 0 -9 car 9 -3 carte 0 -37
  carto 26 -41 casse -12 -9 catal -23 -6 ce -57 -18 cede 0 25 cela 18 -12 centr 0 15 ces -18 2 cette 24 -5
  chais 3 8 chamb 3 -9 chang -31 -5 chaqu 40 5 charg 0 19 chat 0 37 chaud -3 30 chauf -4 52 chaus 0 -8
  cherc -28 -7 cheve 0 16 chez 2 -30 chien 0 25 choc 0 14 choco 0 -8 chose -4 31 ci -28 2 cinq -25 -18
  clien -4 -37 clign 0 -10 cloqu 0 13 code 0 -12 colis 24 -55 colle -22 0 color 0 19 combi -31 -14
  comma -10 -43 comme -10 -31 commo 0 20 compl -15 -5 compr 21 17 compt -20 -10 concu 2 -14 condi 13 -5
  confi 0 -19 confo -24 -5 conna -27 -3 conne 16 -18 conse -40 -19 conso 25 -12 conta 0 -15 conte -22 -1
  conti 0 31 contr 9 -30 copie -15 -9 cordo 0 21 corre 11 -5 corri 7 -15 cou 0 18 coule 20 -3 coup 0 25
  coupe 31 -9 courr 14 -15 cours 25 -11 court 0 -22 coutu 0 -11 couve 1 49 couvr -5 -14 crach 0 18
  craqu 0 19 credi 0 11 creme -10 6 crois 0 7 cuir 0 26 cuisi 0 8 cuiss 0 17 d -4 11 dame -13 -8 dange 0 7
  dans -22 126 date -11 -7 de 3 37 debit 33 -10 debut -10 -14 dechi 0 -8 decou 7 -31 dedan 0 28 dehor 0 8
  deja 47 6 delai 6 -5 demai 0 -17 deman 13 -42 demar 0 16 demen 0 -15 demi 0 -7 dent 0 25 depas 0 33
  depui 70 55 derni 38 -28 derri 0 26 des -7 56 desce 0 21 descr -3 -9 desso 0 17 dessu 13 36 detac 17 16
  detec 0 28 deux 31 24 deuxi 22 -4 devai 20 -15 devan 5 -8 devie 0 20 devis -25 -3 diffe 5 -9 dire -13 18
  dispa 0 13 dit 10 -6 dix -11 -5 doigt 0 52 dois -10 7 domic -5 6 donc 0 -6 dormi 0 -19 dort 0 10 dos 0 6
  dose 0 14 dossi 12 -20 douch 0 15 du -7 76 e 0 -9 eau 20 -13 ecail 0 -34 echan -18 -15 echel 0 19
  eclai 0 -9 eclat 0 47 ecran 11 -20 ecras 0 9 ecrit 25 -18 elect 1 49 elle -21 29 elles 0 -6 embal 0 7
  en 3 9 encor 39 -7 enfan -25 5 enfin -9 -1 enrou 0 17 entai 0 16 entre -20 0 envoi 0 -11 envoy 16 -12
  equip -25 -18 erreu 9 -18 escal 0 35 est 2 22 et 8 50 etage 0 7 etaie 25 -5 etais 12 1 etait 18 13
  etat -8 -19 ete 31 -9 etein 0 14 etinc 0 34 etiqu 10 23 etouf 0 7 etre 32 -20 etudi -9 -3 eu -12 -18
  euros 0 -10 exact -18 -5 excus -15 -4 exper 1 -7 expli 40 -21 explo 0 26 expre 0 -7 factu 5 -69
  faill 0 43 faire 38 -30 fait 16 46 faite -12 28 faut -21 -29 faute 22 -15 fendu 0 29 fenet 0 23 fer 0 10
  ferme -4 -26 feu 0 21 fiche 0 -8 fidel -6 -17 fille 12 59 fils 2 22 fin 4 -25 fini 1 17 flaco 0 7
  flamm 0 31 fois 41 -23 fonct -16 -8 fondu 0 22 formu -9 -13 fort 0 9 forte 0 18 four 0 8 frais 21 -23
  frein 0 62 froid 11 -26 fuite -4 -8 fumee 0 38 garan -10 -14 garco 0 26 garde -21 4 gatea 0 -10 gaz 0 43
  genti 0 -17 gliss 0 21 gonfl 0 62 gorge 0 8 gout 0 -10 goutt 11 6 grand -21 -14 gratu -10 -2 grill 15 28
  guich 9 -11 h -19 -29 habit -6 -8 haie 0 -18 haute 0 16 heure 0 -20 hier -26 28 honte 22 -4 hopit 0 6
  hotel 0 -27 hui 30 -15 huile 0 6 huit 17 -14 il -13 -25 ils 3 -10 impos 23 -19 incom 27 -6 indiq 21 -10
  infir 0 28 infor 0 32 inscr -16 -5 insta -5 -17 j 9 -2 jamai 21 -35 jambe 0 29 janvi 6 -10 je -36 0
  jete 0 -19 jeu 0 -25 jeudi -17 -9 joint -19 -14 joue 0 6 jouet 0 6 jour 19 -58 journ 0 -19 jours 18 -7
  juin 10 -6 jus 0 9 jusqu -13 -2 juste -10 37 l 17 30 la 18 47 lache -26 36 laiss 0 33 lait 0 18
  lampe 0 19 langu 0 12 lavag 0 -18 lave 7 34 le 18 56 les 13 33 lettr 0 -15 levre 0 26 lieu 10 -21
  linge 25 21 lit -7 23 livra 6 -38 livre 16 -46 locat -31 6 lu 0 -6 lundi -6 -24 m 34 -7 ma -20 22
  magas -20 -1 main 0 27 mains 0 25 maint -5 -23 mal -15 -14 malad 0 41 maman 0 25 mange 0 34 manqu 13 -37
  march -10 11 mardi -25 -12 mari 0 15 maria 15 -11 marqu 0 10 matel -4 -21 matin -16 22 mauva 37 -22
  me 39 7 medec 0 7 media 12 -11 meme 39 0 merci -135 -75 mere -43 20 mes -21 -8 messa 17 -16 metre 0 17
  meubl 0 -16 mien 0 11 mieux -12 14 milie 16 -13 minut 13 4 mis -8 -10 mise 13 -7 mixeu 0 -10
  model -14 -10 moins 24 -5 mois 36 -62 moisi 0 20 moiti 31 -13 momen 0 -8 mon 6 33 monde 9 20 monox 0 27
  moque 0 20 morce 0 19 mort 0 13 morte 0 9 mot -14 -21 mur 0 13 n 54 -5 ne 54 20 neuf 20 -8 neveu 0 10
  newsl 0 -8 nez 0 -6 ni 24 -16 nicke -26 -14 noir 0 13 noire 0 34 noise 0 15 noix 0 9 nom 14 11
  non 11 -17 norma 9 9 note 1 -27 notic -15 -22 notre -45 20 nous -6 -13 nouve -39 -13 nuit 5 60
  numer -24 -15 objet -7 -9 odeur 0 35 oeil 0 27 oigno 13 -4 on 39 -26 ont 10 23 oreil 0 26 ou -21 30
  oubli 11 -19 ouver -11 59 ouvre 9 -19 paie 10 -10 paiem -7 -17 pain 29 -5 panie 0 -18 panne 2 -27
  paque 7 -23 par 13 1 parfa -47 -16 parfu -1 -16 parki -4 -7 parle -10 1 part 10 -22 parto 15 -7
  pas 41 -46 passe -28 -27 patie -24 -3 paye 41 -18 payer 24 -18 peau 0 25 peint 0 -25 penda -27 18
  perce 0 21 perdu 18 -8 pere 8 19 perso 42 -26 petit -36 20 peu 2 -26 peut -29 -16 peux 20 6 photo 10 -46
  picot 0 20 piece -15 -10 pied 0 10 pile 0 17 pique 0 38 piqur 0 36 pisci -3 13 place 7 -32 plafo 0 45
  plait -46 -25 plant 28 -21 plaqu -7 60 plast 0 37 plat 0 18 plein -6 8 plie 0 21 plomb 10 3 pluie 15 -18
  plus 1 -6 poele 0 20 poign 15 26 point -6 50 poiss 0 36 pompi 0 28 porta 0 -13 porte -4 8 pose -1 16
  possi -21 -5 pot 0 9 poule 0 7 pour -13 -70 pourq 42 -13 pourr -8 -4 pouss 0 20 pouve -32 -8 prele 14 -9
  premi 22 -23 prend -9 -9 pres 0 15 press 0 -8 preve 20 -1 prevu 0 -6 pris 24 30 prise 0 38 prix 11 -46
  probl -11 -16 profi 0 -7 promi 7 4 promo 5 -19 prote 0 -7 pu -10 6 publi 15 -10 puis -4 -6 qu 50 5
  quali 7 -4 quand 4 77 quatr 50 -10 que 65 23 quel -45 -18 quell -32 -21 quelq 28 23 quels -8 -2
  qui 38 20 quoi 31 -10 raccr 21 -8 radia 0 14 rapid -34 -8 ras 8 -11 rayur 0 -17 react 0 7 recep -8 -25
  recla 12 -3 recom -12 -20 recon -9 -11 recu -3 -34 recup 5 -11 refer 0 20 refus 30 -20 regre 10 -7
  relan 7 -6 relev -16 -9 rembo 27 -19 rempl -15 -12 rende -29 -6 rendu 4 -16 renou 3 -8 rentr 7 -16
  renve 0 13 renvo 1 -31 repar 30 -44 repon 41 -20 repor 11 -13 repre -14 4 repri -13 -9 reser -20 -11
  resil 13 -16 reste 46 4 retar 0 -10 retir 0 -8 retou -11 -25 retro -22 11 reven 6 -10 revet -8 -11
  revie -17 -9 rien -10 -50 rire 0 -10 robe 1 -29 robot 0 -6 rouge 0 9 roula 0 26 roule 0 13 rouss 0 28
  route 0 29 rue -32 0 s 24 124 sa 0 24 sac 19 -50 saign 0 19 salad 0 -7 salle -2 -7 salon 0 -8
  samed -25 -17 sangl 0 11 sans 76 -15 saute 21 -5 savoi -7 -18 se 31 10 seche 0 24 secur 0 10
  sejou -7 -21 semai 39 -44 sent 0 39 senti 0 14 serai -21 2 serie 36 -12 seron -20 -1 serre 0 9
  serve 7 -13 servi -6 -44 ses -21 4 seul -19 14 si -38 25 siege 3 19 siffl 0 28 signa 15 -9 signe -17 -7
  silen -11 -10 site 19 -18 six 15 3 soeur 0 -8 soir -28 26 soit 33 -17 solde 0 -6 somme 27 2 son 1 23
  sonne 0 11 sont 15 17 sort 0 42 sorti 0 28 souci -4 -6 souha -10 -10 soupe 0 -7 sous 29 60 stylo 0 43
  suis -31 38 suite 9 -23 suivi 1 -15 super -31 -18 suppl 7 -4 sur 14 54 surpr 14 -7 t -24 -29 table 0 31
  tache 0 -17 taill 21 -29 tant 0 -24 tapis 0 36 tarif -14 -4 tasse 0 -9 techn 2 9 telle 0 32
  temps -50 -11 tenai 0 -15 terre 0 18 tete 0 32 ticke 11 -16 tiede 0 19 tient 12 -8 tombe -36 53
  top -38 -9 touch 0 44 toujo 24 -20 tourn 0 56 tous -28 12 touss 0 23 tout -58 -3 toute 3 -11 trace 0 15
  train 6 -20 trait 17 -15 trans 5 -15 trava 0 -17 trave 0 21 tres -20 -2 trois 18 -15 trop -8 -39
  trott 0 43 trouv -23 9 un 28 20 une 49 26 urgen -47 14 utili -13 16 va 6 -4 vaiss 14 17 valab -11 -4
  vapeu 0 18 velo 3 19 vende 19 -23 vendr 22 -7 vendu 24 -2 venir -34 7 verre 2 21 vers -6 16 veut -7 -8
  veux 24 -11 vide 37 -27 vif 0 21 virem -4 -11 vis 20 5 visag 0 18 visit -4 -24 vite -41 -19 vitri 0 -9
  voici -39 -8 voila 16 -11 voir 32 -27 vois 0 61 voisi 1 14 voit 0 44 voitu 14 -31 vos 4 19 votre 14 8
  voudr -39 -12 vous -11 -87 voyan 0 -11 vraim 17 -4 vu 0 13 y 20 7 yeux 0 6 € 32 -18
`);
