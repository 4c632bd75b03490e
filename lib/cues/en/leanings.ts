import { type Lean, lean } from "@/lib/cues/cue";

/** Written by bench/cues/learn.ts from 1619 messages; not by hand. */
export const leanings: ReadonlyMap<string, Lean> = lean(`
  # 28 -77 ? -168 -182 a 11 29 about -11 -7 accou -18 -31 add -22 -6 addre -38 -8 after 18 70 again 54 -2
  ago 12 -7 air 0 15 alarm 0 25 all -37 -20 aller 0 23 alrea 44 8 altho 15 -12 am -46 -50 an -7 8
  and 15 61 anoth 29 -27 answe 19 -21 any -16 47 anyon 24 -3 anyth 9 -12 apart 24 -6 app 13 -9 appoi 0 -7
  are 1 -23 arm 0 36 aroun -5 30 arriv -13 -36 as -14 -29 asked -1 -16 askin 0 -7 at -14 2 ate 0 17
  attac -22 -12 away -14 -15 baby 0 48 back 35 -42 bad -45 13 bag 35 -37 bags 0 -11 bang 0 14 bare 0 38
  baske 0 -14 bath 0 15 batte 11 17 be -1 -8 becau 0 39 bed 0 16 been 56 2 befor 17 -25 behin 0 27
  being 13 -12 bette 14 16 betwe -24 8 bike -1 33 bill 35 -54 bille 13 -12 birth 0 -14 bit -3 33
  black 0 50 blank 0 35 blew 0 25 blind 0 20 blist 0 17 blue 0 11 boil 0 -8 boile -2 18 booki 2 -22
  both 0 31 bottl 0 22 bough 9 -12 box 30 -8 boy 0 28 brake 0 60 branc 0 -6 bread 0 -10 break -25 -17
  brill -23 -15 broke -23 -8 brown 0 13 buckl 0 24 bulb 0 9 burne 0 9 burni 0 29 burnt 0 27 burst 0 28
  bus -9 -14 but -25 -2 butto 0 -17 buy -6 -15 buyin 0 -10 by 0 19 cable 0 19 call -9 -14 calle 8 0
  calls 34 -4 came -15 39 can -45 -18 cance 19 -36 car 6 1 carbo 0 19 card 10 -36 carpe 0 20 carri 0 22
  casse 0 -17 cat 0 45 caugh 0 50 ceili 0 27 chair -3 11 chang -25 -14 charg 30 3 check -6 -16 cheer -1 -7
  child 0 32 choco 0 -7 choke 0 22 clean 9 -10 clear 0 8 click 0 28 close 2 -12 cm 6 -3 cold 0 -29
  colle -20 -7 colou 9 -21 comes 0 20 comin 5 -8 compa 10 -9 compl -40 -29 confi -9 -13 conne 0 -14
  conta 0 8 contr -15 -17 cooke 0 12 cooki 0 9 copy -17 -9 cord 0 18 cot 0 20 cough 0 28 could -29 34
  couri -1 -17 cover 5 -19 crack 0 15 crash 0 -24 cream -6 6 cupbo 0 -8 custo 0 -10 cut 7 7 cuts 0 -18
  date 12 -20 daugh 13 33 day 14 -50 days 28 -14 dead 0 -15 degre 0 7 deliv -4 -7 depar 0 -14 descr -5 -8
  desk 0 -15 did -3 23 died 0 16 diffe -3 -12 disco -1 -6 dishw 14 9 dizzy 0 25 do -45 5 does -49 -24
  dog 0 21 done -42 8 door 28 7 doubl 0 7 down 21 18 dress 2 -23 drill 0 17 dripp 0 17 drive -14 -43
  dropp 0 14 drops 0 33 drove 13 -9 dry 0 -6 dye 0 30 e 0 29 early -18 -3 eaten 0 26 edge 0 23 eight 17 -7
  elect 0 41 email 32 -22 empty 21 -16 end -14 10 ended 0 14 engin -6 -21 even 29 -8 eveni 0 -10
  every 23 0 excha 0 -11 expec 24 -14 expla 46 -8 explo 0 9 exten 0 30 extra 17 -11 eye 0 14 fast -33 -10
  fathe 8 -3 fault -16 -23 fed 0 9 fell 0 28 fifth 15 -20 final -2 -14 find -13 -30 fine -40 -19
  finge 0 35 fire 0 9 first -3 -39 fish 0 32 fit 12 3 fitte 7 19 five 3 -19 flame 0 44 flat 0 -15
  fligh 0 -14 floor 18 -11 folde 0 25 follo -21 -23 food 0 27 for -18 -73 forwa 0 9 found -33 13 four 27 5
  frida 17 -12 from 27 23 front 0 10 full 23 -3 fumes 0 24 garde 0 14 gas 0 52 gate 0 6 gave -2 31
  get 28 0 gets 0 24 getti 18 -9 gift -5 -7 given 0 9 glass 0 49 go -4 60 goes 0 7 going 0 34 gone 1 30
  good -7 -9 got 13 41 grand 0 15 great -5 -20 green 0 10 grey 0 8 gym 0 -6 had -20 58 half 12 -29
  hand 0 39 handl 22 -12 hands 0 27 happy -19 -6 has 28 6 have 22 5 hazel 0 15 he 0 62 head 0 15
  heada 0 31 hear 18 -11 heate 0 37 heati 17 -23 hello -12 -12 helme 0 33 help -13 -6 helpl 0 -14
  her -31 72 here -54 -8 hi -26 14 high 0 17 him 0 7 his 1 62 hit 0 15 hob 0 28 hold 10 24 holid -4 -12
  home -9 9 hones -8 -4 hospi 0 31 hot 0 63 hotel 8 -21 hour 15 -8 house 0 -14 how -9 -38 husba 0 18
  i 11 5 if -9 24 in 1 36 inclu -2 6 incom 25 -10 insid -10 -3 insta 16 -2 inste 1 -13 inter -1 -7
  into 0 33 invoi -1 -19 iron 0 24 is 14 -42 it 26 16 itsel 5 28 janua 5 -10 jar 0 21 jumpe 0 28
  june 12 -10 just -24 24 keep 31 -12 keeps 0 9 kept -20 11 kids -19 -2 kind 0 -13 knock 0 8 know -13 43
  label 10 18 ladde 0 37 lady -10 -15 lamp 0 25 last 23 1 lasts 0 -10 late 27 -10 laugh 0 -15 lead 0 38
  leaks 0 -21 leave -10 0 leg 0 27 legs 0 12 let -1 18 lette 15 -18 lid 0 19 lift 0 20 light 8 24
  like 17 -21 line 14 -6 littl -26 31 live 0 22 lock 0 11 locke 9 2 long -13 6 longe 0 -9 looke 0 -12
  looks 2 -21 loose 18 -2 lost 13 -8 love -23 -33 lovel -30 -18 loves 0 -27 loyal 2 -7 lucki 0 31
  machi 8 11 made 0 21 make 6 -11 manua -9 -31 march -2 6 mark 0 22 mattr 5 -16 may 7 -16 me 55 7
  melte 0 15 metal 0 30 meter -13 1 metre 0 25 middl 15 -23 milk 0 9 minut 21 2 misse 17 -8 missi 14 -39
  mista 11 -15 model -11 -7 monda -7 -20 money 32 -20 monox 0 19 month 51 -51 more -26 30 morni -53 -3
  mothe -34 37 mould 0 15 mouth 0 23 move 0 -26 movin -42 -7 much -24 6 mum -7 5 my -2 84 nail 0 12
  name 20 16 nearl 0 16 neck 0 28 need -27 -18 neigh 3 15 nephe 0 16 never 28 -43 new -35 20 newsl 0 -13
  next 12 -4 night -3 41 no 54 -6 nobod 48 -2 norma 0 14 not 50 -23 note 9 -10 nothi 19 -6 notic -2 30
  now 0 -6 numbe -12 5 nurse 0 22 nut 0 14 of 13 13 off 15 70 offer 0 -7 offic 0 -6 oil 0 19 old 1 15
  ombud 13 -4 on 12 38 one 41 -15 onion 18 -5 only -7 -15 onto 0 50 opene 0 15 or 8 -11 order -3 -66
  other 32 -18 our -36 42 out 1 39 outsi 0 27 oven 0 12 over 16 34 own 0 10 packe 0 -9 paid 37 -18
  paint 0 -19 pan -8 -3 panel 0 27 paper 2 -16 parce 7 -55 part 5 -20 passe 0 13 passw 0 -12 past 20 -17
  patch 0 28 patie -28 -15 pay 16 -11 payin 24 -5 payme -14 -18 peeli 0 9 pen 0 23 peopl 36 16
  perfe -41 -21 phone -13 -20 photo -1 -22 pictu 8 -32 piece -15 15 pillo 0 10 place -25 -11 plan -15 -12
  plast 0 12 pleas -106 -52 plumb 8 -3 point 2 -9 poiso 0 22 pool -2 -7 possi -18 -2 pot 0 -9 power 9 19
  pram 0 12 press 0 15 prett 0 -10 price 0 -39 print -2 -26 probl -29 -28 promi 19 -7 prope 0 11 put -7 1
  quest 0 -6 quick -22 -15 quiet -7 -9 quote -17 -3 rain 26 -41 ran 0 18 read 0 -14 readi -7 -8 reaso 0 37
  recal 0 12 recei 5 -27 recep 0 -11 recip 0 -10 recom -15 -8 red 0 24 refun 27 -24 repai 10 -7
  repla -22 -10 retur -4 -20 right -1 17 ring 0 18 road 0 9 rolle 0 20 room 10 38 round 0 13 said 20 8
  sale 0 -9 sales 3 -8 same 32 -8 satur -24 -12 saved 0 -6 say -22 -16 says 30 -9 scalp 0 28 schoo -8 -7
  scrat 4 -37 scree 22 -18 screw 0 10 seat 8 36 seats 32 -17 secon 30 -14 see 7 64 seems 0 -12 sell 10 -11
  send -9 -24 servi -16 3 set 8 -6 setti 0 14 seven 0 22 shatt 0 10 she -51 52 sheet 0 -9 shock 0 -14
  shop -15 -3 short 0 -18 shoul -2 28 show 9 -10 showe 0 17 shows 33 -21 shut 0 22 sick 0 25 side 0 14
  signe 4 -17 since 38 18 singl -27 -5 site 5 -23 six 13 -4 size 3 -6 skin 0 17 sleep 0 7 slipp 0 19
  small 32 15 smell 0 55 smoke 0 29 snapp 0 25 so -29 9 soake 0 -12 socke 0 10 sofa 9 -8 sold 20 1
  some 0 23 someb 0 14 someo 12 -5 somet 24 38 son -6 13 sorte -13 3 sound 0 -21 spark 0 26 speak 0 -14
  split 0 16 squea 0 -13 staff 2 -15 stain 0 -29 stair 0 35 stand -1 12 stars -18 -4 start -8 38
  state 9 -16 stay -7 -12 steam 0 7 step 0 6 stick 2 9 still 30 -2 stock 0 -6 stool 0 21 stopp 0 23
  stove 0 28 strai 18 13 strap 0 21 stron 0 8 stuck 0 7 subsc 4 -13 sunda 8 -7 suppo 29 -14 swall 0 21
  swap -5 -6 swell 0 14 switc 11 17 swoll 0 46 table 4 45 take -17 1 takes 0 -15 takin 0 16 tap 10 13
  team -25 -19 teddy 0 10 tell 21 -5 ten -5 12 th -17 -25 than 5 -30 thank -136 -53 that 17 -26 the 21 81
  their 0 -9 them 10 -3 then 12 -26 there 3 43 these 15 18 they 0 -12 thing -26 8 think 0 28 third 21 -14
  this 40 -20 thoug 3 28 threw 0 -6 throu 14 7 throw 0 20 thurs -24 -9 ticke 9 -31 tight 0 10 time -41 -26
  times 24 -7 tin 0 28 tingl 0 23 tippe 0 30 to -4 -36 toast 10 4 today 21 -6 toddl 0 27 told 19 -11
  tomor -8 -9 tonig -34 -1 too 0 -13 took 4 6 tooth 0 22 touch 0 48 toy 0 17 train -22 -4 trans 18 -28
  treat -6 -5 try 0 -8 tuesd -16 -11 tumbl 0 38 turne 14 4 twelv 0 6 twent 0 -13 twice 20 -10 two 36 -13
  under 25 60 until -15 10 up 24 50 updat 11 -27 us 0 11 use -15 0 used 22 -14 using 0 28 usual -21 -4
  valid 6 -10 van 0 14 vegan 0 7 visit -9 -9 vouch 3 -9 wait -18 -7 waite 0 -27 waiti 7 -2 wall 0 17
  want 3 16 wante 0 29 wants 21 -15 warm 0 20 warra -2 -7 was 60 12 wash 0 -34 washi 0 12 water 1 31
  way -7 38 we 15 -3 weddi 0 -10 week 25 -45 weeks 8 -17 well -9 -14 went -28 73 were 32 -9 what -26 -42
  wheel 0 -25 when 3 54 whene 0 24 where -1 61 which -29 -11 while -20 62 who -16 -7 whole 13 -3
  why 32 -22 will -31 -40 windo -2 18 winte 0 -6 with -1 -12 witho 32 -13 work 14 -11 works -39 -21
  would -59 22 wrist 0 31 wrong 32 -25 year 14 19 years -10 -15 yeste -29 5 yet 12 -11 you 5 -49
  your 35 28 € 37 -14
`);
