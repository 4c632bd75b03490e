import { type Lean, lean } from "@/lib/cues/cue";

/** Written by bench/cues/learn.ts from 1668 messages; not by hand. */
export const leanings: ReadonlyMap<string, Lean> = lean(`
  !! 0 -12 # 22 -67 ? -174 -181 a -3 64 abonn -17 -27 absen -11 -18 accue -5 -20 achat 7 -10 achet -1 -29
  adore -28 -28 adren 0 20 adres -48 -14 affai 33 -14 affic 9 14 ai 43 52 aide 0 -10 aille 0 -14
  alarm 0 18 aller 0 20 allum 0 11 alors 52 -6 annee -20 -4 anniv 0 -13 annon 31 -11 annul 8 -18
  ans -23 -2 appli 10 -31 apres 1 73 armoi 0 15 arret 11 -7 arrie 0 -6 arriv -11 -55 artic -3 -7 ascen 0 7
  assis 12 -25 assur 0 -16 atten 22 -38 au -13 -12 aucun -9 1 aujou 31 -15 aurai 5 6 aussi -19 0 auto 0 6
  autou 0 32 autre 30 2 aux 1 13 avais 13 22 avait 19 53 avale 4 20 avanc -15 -2 avant 19 -24 avec 4 39
  avez 5 26 avis 7 -14 avoir -16 0 balan 22 -8 banca 0 -11 barre 0 22 barri 0 19 bas 12 -10 bascu 0 28
  batte 0 18 beauc -12 3 bebe 7 56 belle 0 -15 bien -17 -18 bleus 0 14 bloqu 21 -9 boite 12 24 bombe 0 -6
  bon 14 -11 bonjo -40 -18 bonne -22 -26 bons 0 6 bord 0 35 borne 0 -13 bouch 0 39 bougi 0 -7 bouil -8 14
  bout 13 18 bouti -34 -20 bouto 0 -11 branc 0 19 bras 0 34 bravo -8 -27 bruit 13 -11 brula 0 28
  brule 0 53 bus 0 -15 c 14 -35 ca 0 15 cable 0 9 cadea -15 -6 cafe 0 11 caiss 3 -14 camio 0 13 canap 0 -9
  car 8 -4 carte -3 -31 carto 28 -41 casse -12 -15 catal -24 -6 ce -65 -26 cede 0 20 cela 19 -12 ces -19 1
  cette 22 -6 chais 1 7 chang -27 2 chaqu 28 5 charg 0 18 chat 0 32 chaud -3 14 chauf 5 55 chaus 0 -9
  cherc -20 -6 cheve 0 17 chez -6 -25 chien 0 21 choco 0 -7 chose -3 20 ci -24 2 cinq -29 -14 clien -4 -34
  clign 0 -11 cloqu 0 10 code 0 -11 colis 20 -55 colle -26 2 color 0 19 combi -30 -11 comma -7 -42
  comme -7 -29 commo 0 21 compl -9 -3 compr 13 11 compt -6 -13 concu 2 -14 confi -6 -16 confo -25 -8
  conne 17 -21 conse -40 -16 conso 12 -9 conta 0 -15 conte -22 -11 conti 0 29 contr 4 -24 cordo 0 21
  corri 0 -15 cote -11 6 cou 0 8 coule 14 -12 coup 0 22 coupe 30 -15 courr 17 -17 cours 20 -8 court 0 -22
  coutu 0 -11 couve 1 47 couvr -7 -14 crach 0 18 craqu 0 20 credi 0 10 creme -11 5 crois 0 8 cuir 0 27
  cuisi 0 7 cuiss 0 17 d -12 14 dame -13 -11 dange 0 6 dans -23 127 date -18 0 de 2 37 debit 29 -4
  debut 0 -13 dechi 0 -8 decou 2 -25 decro 0 9 dedan 0 31 dehor 0 8 deja 44 3 delai 6 -5 demai 0 -19
  deman -6 -36 demar 0 20 demen 0 -15 demi 0 -8 dent 0 27 depas 0 33 depui 70 50 derni 28 -28 derri 0 26
  des -15 64 desce 0 21 descr -2 -9 desso 0 17 dessu 12 41 detac 16 17 detec 0 27 deux 32 21 deuxi 23 -5
  devai 21 -15 devan 5 -15 deven 0 11 devie 0 20 devis -21 -3 diffe 4 -9 dire -14 17 dispa 0 12 dix -23 3
  doigt 0 51 dois -9 7 domic -5 -7 donc 0 -6 donne -5 -7 dormi 0 -20 dort 0 9 dos 0 7 dose 0 13
  dossi 14 -13 douch 0 13 du -11 74 eau 18 -9 ecail 0 -29 echan -17 -15 echel 0 19 eclai 0 -9 eclat 0 46
  ecran 12 -22 ecrit 27 -18 elect 0 50 elle -17 33 elles 0 -6 embal 0 6 en 5 9 encor 29 -4 enfan -16 4
  enfin 0 6 enrou 0 17 entai 0 15 entre -9 6 envoy 11 -13 equip -17 -15 erreu 11 -20 escal 0 31 est 0 26
  et 12 49 etage 0 6 etais 11 3 etait 20 9 ete 21 0 etein 0 13 etinc 0 33 etiqu 9 26 etoil -7 -5 etouf 0 6
  etre 34 -29 etudi -7 -3 eu -10 -17 euros 0 -13 exact -17 -5 excus -15 -4 exper 1 -8 expli 40 -22
  explo 0 25 expre 0 -8 factu 21 -61 faill 0 42 faire 39 -32 fait 12 41 faite 0 15 faut -26 -29
  faute 22 -15 fendu 0 30 fenet 0 26 ferme -4 -26 feu 0 20 fiche 0 -9 fidel -10 -15 fille 19 57 fils 3 18
  fin 3 -26 fini 1 14 flaco 0 6 flamm 0 31 fois 32 -16 fonct -16 -8 fondu 0 21 fort 0 8 forte 0 18
  four 0 8 frais 17 -23 franc -2 7 frein 0 60 froid 12 -26 fuite -5 -8 fumee 0 45 garan -14 -14 garco 0 23
  garde -14 8 gatea 1 -11 gaz 0 42 gliss 0 21 gonfl 0 59 gorge 0 8 gout 0 -11 goutt 11 4 grand -23 -15
  gratu -7 -2 grill 15 26 h -15 -30 habit -10 -3 haie 0 -18 haute 0 15 heure 16 -11 hier -26 21
  honte 22 -4 hopit 0 6 hui 31 -15 huit 18 -15 il -18 -27 ils 4 -11 impos 18 -18 indiq 21 -10 infir 0 14
  infor 0 32 insta -4 -20 inter -9 1 j 11 -3 jamai 18 -37 jambe 0 27 janvi 4 -8 je -36 0 jete 0 -19
  jeu 0 -25 jeudi -11 -9 joint -15 -15 jouet 0 6 jour 17 -46 journ -1 -21 jours 20 -2 jusqu -9 -2
  juste -17 37 l 14 31 la 25 49 lache -26 28 laiss 0 27 lait 0 18 lampe 0 18 langu 0 11 lavag 0 -17
  lave 8 33 le 16 57 les 8 36 lettr 0 -16 levre 0 25 lieu 11 -20 ligne 6 -4 linge 23 20 lit -7 22
  livra -3 -38 livre 17 -46 locat -25 8 lundi -11 -24 m 35 5 ma -19 29 magas -17 -3 main 0 26 mains 0 18
  maint -6 -18 mais -7 0 mal -16 -16 malad 0 42 maman 0 24 mange 0 34 manqu 20 -38 march -12 8
  mardi -19 -12 mari 0 13 marqu 0 10 mars -2 -8 matel -8 -15 matin -17 17 mauva 31 -29 me 49 10 medec 0 6
  media 12 -11 meme 38 -2 merci -124 -68 mere -33 14 mes -28 -9 messa 18 -17 met 0 -7 metre 0 9
  meubl 0 -17 mien 0 12 mieux -13 12 milie 18 -13 minut 6 6 mis 0 -9 mise 18 -7 mixeu 0 -11 model -16 -11
  moins 23 -5 mois 33 -59 moisi 0 21 moiti 31 -13 mon 8 34 monde 11 19 monox 0 27 monte 7 1 moque 0 19
  morce 0 17 mort 0 12 morte 0 9 mot -7 -18 mur 0 18 n 47 2 ne 43 24 neuf 20 -9 neveu 0 10 newsl 0 -9
  nez 0 -6 nicke 0 -11 noir 0 14 noire 0 34 noise 0 13 noix 0 8 nom 9 3 non 12 -20 norma 10 9 note 7 -21
  notic -16 -24 notre -41 19 nous 1 -9 nouve -35 -11 nuit 0 64 numer -24 -16 odeur 0 34 oeil 0 26
  oigno 16 -4 on 35 -26 ont 1 25 oreil 0 25 ou -23 28 oubli 0 -16 ouver -14 51 ouvre 11 -20 paie 5 -9
  paiem -8 -12 pain 28 -9 panie 0 -19 panne 1 -25 paque 8 -23 par 8 -12 parfa -43 -13 parfu -2 -17
  parki -4 -7 parle -8 -11 part 6 -25 parto 16 -9 pas 39 -44 passe -30 -30 patie -23 -3 paye 40 -19
  payer 23 -20 peau 0 24 peint 0 -18 penda -27 15 perce 0 20 perdu 19 -9 pere 9 17 perim 0 -17
  perso 40 -29 petit -29 25 peu 8 -25 peut -21 -14 peux 21 3 photo 11 -47 picot 0 18 pied 0 12 pile 0 17
  pique 0 24 piqur 0 36 pisci 0 11 place -7 -25 plafo 0 49 plait -43 -25 plant 28 -23 plaqu -7 54
  plast 0 38 plat 0 12 plein 1 8 plie 0 22 pluie 15 -18 poele 0 18 poign 15 17 point -3 49 poiss 0 23
  pompi 0 27 porta 0 -19 porte -6 6 pose -1 8 possi -16 -4 pot 0 9 poule 0 7 pour -18 -68 pourq 29 -13
  pourr -8 -5 pouss 0 20 pouve -32 -8 prele 19 -8 premi 23 -24 prend -6 -10 pres 0 24 preve 20 -2
  prevu 0 -6 pris 25 39 prise 0 36 prix 12 -46 probl -9 -19 profi 0 -8 promo 6 -22 prote 0 -7 pu 0 14
  publi 0 -10 qu 43 8 quali 8 -4 quand 13 71 quatr 48 -12 que 66 30 quel -37 -14 quell -34 -22 quelq 28 13
  qui 31 16 quoi 32 -11 raccr 21 -8 radia 0 13 rapid -36 -8 ras 8 -11 rayur 0 -18 react 0 7 recep -10 -15
  recla 13 -4 recom -12 -20 recon -11 -13 recu -1 -38 refer 0 17 refus 24 -16 regre 11 -7 relan 1 -6
  relev -21 -9 rembo 27 -21 rempl -17 -7 rende -25 -6 rentr 3 -11 renve 0 12 renvo 0 -19 repar 28 -46
  repon 41 -15 repre -14 4 repri -13 -9 reser -21 -12 resil 7 -16 reste 36 15 retar 0 -11 retou -11 -20
  retro -10 13 reven 8 -11 revet -8 -10 revie -13 -6 rien -18 -46 rire 0 -10 robe 0 -21 robin 0 8
  robot 0 -6 rouge 0 9 roula 0 25 roule 0 12 rouss 0 27 route 0 29 rue -29 -1 s 14 119 sa 0 16 sac 20 -45
  saign 0 19 salut 6 -1 samed -25 -17 sangl 0 11 sans 60 -12 saute 23 -4 savoi -7 -20 se 30 9 seche 0 24
  secur 0 10 semai 49 -42 sent 0 37 senti 0 14 serai -21 1 serie 36 -12 serre 0 7 serve 15 -11
  servi -5 -46 ses -20 -8 seul -20 12 seule -6 -3 si -42 23 siege 7 20 siffl 0 33 signa 15 -11 site 19 -19
  six 14 -5 soir -24 29 soit 43 -13 solde 0 -6 somme 24 3 son 4 27 sonne 0 10 sont 8 16 sort 0 41
  sorti 0 27 souci -7 -7 souha -11 -10 soupe 0 -7 sous 29 52 stylo 0 43 suis -26 35 suite 9 -24
  suivi 2 -15 super -31 -17 suppl 9 -5 sur 11 57 t -22 -30 table 0 32 tache 0 -21 taill 18 -28 tant 0 -24
  tapis 0 35 tasse 0 -10 techn -4 14 telle 0 30 temps -39 -2 tenai 0 -16 terre 0 18 tete 0 31 ticke 8 -12
  tiede 0 18 tient 12 -10 tombe -30 46 top -38 -9 touch 0 43 toujo 15 -17 tourn 0 55 tous -32 -7
  touss 0 23 tout -50 -2 toute -2 -8 trace 0 15 train 14 -13 trait 15 -12 trans -12 -13 trave 0 21
  tres -19 1 trois 15 -14 trop -8 -39 trott 0 33 trouv -18 10 un 32 20 une 60 25 urgen -39 13 utili -12 16
  va 14 -3 vaiss 15 17 vapeu 0 17 velo 0 18 vende 11 -25 vendr 22 -7 vendu 21 -3 venir -32 7 venue 0 -6
  verre 1 17 vers -6 19 veut 0 -8 veux 25 -12 vide 37 -29 viens 0 -7 vif 0 20 virem -6 -11 vis 0 7
  visag 0 19 visit -4 -25 vite -35 -16 voici -32 -7 voila 16 -12 voir 33 -25 vois 0 66 voit 0 44
  voitu 10 -34 vos -2 19 votre 7 6 voudr -36 -12 vous -16 -85 voyan 0 -12 vraim 16 -5 vu 0 12 y 17 6
  yeux 0 7 € 26 -17
`);
