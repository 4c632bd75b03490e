import { type Lean, lean } from "@/lib/cues/cue";

/** Written by bench/cues/learn.ts from 1479 messages; not by hand. */
export const leanings: ReadonlyMap<string, Lean> = lean(`
  # 25 -76 ? -158 -175 a 15 26 about -14 1 accou -19 -31 add -23 -4 addre -39 -8 after 20 67 again 47 -3
  ago 12 -7 air 0 15 alarm 0 25 all -28 -31 aller 0 24 alrea 41 -1 am -50 -52 an -5 7 and 15 63
  anoth 25 -27 answe 19 -21 any -12 45 anyon 20 -4 app 21 -9 appoi 0 -6 are 8 -25 arm 0 32 aroun -5 30
  arriv -12 -36 as -13 -28 asked -10 -11 at -13 1 ate 0 16 attac -19 -12 away -10 -15 baby 0 49
  back 32 -33 bad -45 4 bag 28 -45 bang 0 15 bare 0 38 baske 0 -14 bath 0 15 batte 11 10 be -1 -9
  becau 0 40 bed 0 16 been 53 6 befor 24 -28 behin 0 27 being 7 -8 bette 13 14 betwe -23 8 bike 0 33
  bill 33 -53 bille 13 -13 birth 0 -15 bit -3 32 black 0 51 blank 0 34 blew 0 25 blind 0 20 blist 0 11
  blue 0 7 boil 0 -8 boile -1 7 booki 1 -23 both 0 31 bottl 0 22 bough 9 -12 box 24 -5 boy 0 24 brake 0 58
  bread 0 -11 break 0 -16 brill -24 -14 broke -20 -14 brown 0 19 bulb 0 9 burne 0 9 burni 0 30 burnt 0 22
  burst 0 29 bus -1 -9 but -18 2 butto 0 -16 buy -2 -15 buyin 0 -10 by 8 8 cable 0 19 cake -6 -6
  call -14 -13 calls 36 -5 came -13 42 can -40 -16 cance 15 -34 car 2 6 carbo 0 20 card 10 -34 carpe 0 19
  carri 0 23 casse 0 -19 cat 0 34 caugh 0 50 ceili 0 26 chair -3 12 chang -15 -10 charg 40 9 check -6 -17
  cheer -1 -7 child 0 31 choco 0 -7 choke 0 21 clean 0 -7 click 0 27 close -1 -6 cm 7 -3 cold 0 -29
  colle -19 -7 colou 9 -22 comes 0 19 compa 10 -10 compl -41 -24 confi -13 -9 conne 0 -15 conta 0 8
  contr -10 -17 cooke 0 13 cooki 0 9 copy -18 -11 cord 0 19 cot 0 20 cough 0 28 could -27 35 couri 2 -18
  cover 5 -20 crack 0 14 crash 0 -26 cream -6 4 cupbo 0 -8 custo 1 -10 cuts 0 -18 date 13 -21 daugh 23 36
  day 11 -46 days 27 -10 degre 0 8 deliv -10 -20 depar 0 -14 descr -4 -8 desk 0 -17 did 2 23 died 0 15
  diffe -6 -6 disco -1 -7 dishw 14 8 dizzy 0 25 do -35 -2 does -50 -25 dog 0 24 done -33 10 door 29 5
  doubl 0 7 down 23 2 dress 0 -19 drill 0 15 dripp 0 16 drive -8 -39 dropp 0 15 drops 0 34 drove 0 -9
  dye 0 31 e 0 29 early -19 -3 eaten 0 26 edge 0 23 eight 20 -8 elect 0 43 email 26 -19 empty 22 -17
  end -14 8 ended 0 9 engin -11 -16 even 27 -6 eveni 0 -10 every 16 1 excha 0 -11 expec 24 -16 expla 46 -9
  explo 0 9 exten 0 30 extra 17 -12 eye 0 13 fast -33 -10 fathe 6 -3 fault -14 -23 fed 0 8 fell 0 20
  final 4 -10 find -2 -27 fine -28 -17 finge 0 34 fire 0 8 first -8 -36 fit 13 3 fitte 7 20 five -6 -15
  flame 0 45 fligh 0 -15 floor 2 -11 folde 0 25 follo -20 -24 food 0 28 for -20 -65 forwa 0 8 found -18 15
  four 28 4 frida 18 -13 from 27 15 front 0 10 full 20 -1 fumes 0 23 garde 0 15 gas 0 51 gate 0 7
  gave -8 31 get 24 4 gets 0 26 getti 22 -9 gift -6 -3 glass 0 43 go -4 60 goes 0 7 going 0 33 gone 1 29
  good -4 -9 got 8 34 grand 0 15 great -5 -21 green 0 9 grey 0 7 had -23 58 half 13 -30 hand 0 39
  handl 22 -11 happy -19 -6 has 29 7 have 31 0 hazel 0 16 he 0 48 head 0 13 heada 0 20 hear 18 -11
  heate 0 36 heati 18 -24 hello -13 -11 helme 0 33 helpl 0 -14 her -26 60 here -49 -5 hi -27 12 high 0 17
  him 0 10 his 5 51 hit 0 15 hob 0 27 hold 12 22 home -8 -7 hones -9 -3 hospi 0 32 hot 0 59 hotel 8 -24
  hour 28 -1 house 0 -14 how -2 -37 husba 0 13 i 13 11 if -10 22 in 0 33 incom 25 -10 insta 13 -1
  inste 4 -13 inter 0 -7 into 0 26 invoi 7 -17 iron 0 18 is 15 -48 it 25 18 itsel 5 27 jar 0 20 jumpe 0 29
  just -22 22 keep 0 -8 keeps 0 11 kept -19 10 kids -20 2 knock 0 8 know -12 40 label 8 19 ladde 0 37
  lady -10 -14 lamp 0 24 last 24 0 lasts 0 -9 late 28 -11 lead 0 34 leaks 0 -21 leave -11 -1 left 6 3
  leg 0 29 legs 0 11 let -1 17 lette 15 -19 lid 0 20 lift 0 19 light 8 22 like 23 -20 line 0 -7
  littl -28 34 live 0 22 lock 0 12 locke 7 1 long -11 7 longe 0 -6 looke 0 -13 looks 4 -23 loose 17 -1
  lost 13 -7 love -23 -32 lovel -31 -19 loves 0 -22 loyal 1 -7 lucki 0 23 machi 5 12 made 0 19 make 5 -11
  manua -9 -32 mark 0 23 mattr -1 -12 may 8 -17 me 49 11 melte 0 22 metal 0 31 meter -26 -1 metre 0 16
  middl 15 -23 milk 0 9 minut 12 6 misse 17 -3 missi 14 -39 mista 12 -16 model -10 -7 monda -12 -18
  money 33 -20 monox 0 20 month 47 -50 more -25 29 morni -52 -8 mothe 0 36 mould 0 16 mouth 0 24
  movin -39 -8 much -13 9 mum -6 5 my -2 86 nail 0 12 name 15 14 nearl 0 17 neck 0 23 need -20 -14
  nephe 0 18 never 28 -42 new -38 18 newsl 0 -14 next 24 -2 night 1 46 no 55 -7 nobod 46 2 norma 0 13
  not 43 -21 note 14 -7 nothi 8 2 notic -2 30 numbe -11 5 nurse 0 21 nut 0 14 of 13 16 off 13 59
  offer 0 -7 oil 0 15 old 0 16 ombud 14 -4 on 17 39 one 37 -15 onion 21 -6 only -8 -6 onto 0 55 open -3 7
  opene 0 14 or 9 -10 order -2 -66 other 28 -16 our -36 35 out -3 37 outsi 0 12 oven 0 11 over 17 33
  own 0 8 packe 0 -9 paid 37 -14 paint 0 -10 pan -8 -4 parce 3 -51 part 16 -12 passe 0 10 passw 0 -13
  past 19 -18 patch 0 28 patie -29 -14 pay 17 -12 payme -9 -12 peeli 0 11 peopl 35 1 perfe -34 -19
  phone -13 -19 photo -1 -23 pictu 4 -31 piece -16 14 pillo 0 11 place -17 -8 plast 0 11 pleas -102 -60
  pm -6 -2 point 4 -10 poiso 0 22 pool 0 -6 possi -15 -2 pot 0 -10 power 11 22 pram 0 12 press 0 15
  price -1 -41 print -1 -26 probl -28 -29 promi 20 -10 prope 0 9 put -6 2 quest 0 -6 quick -23 -17
  quote -16 -4 rain 28 -41 ran 0 16 read 0 -6 readi 0 -7 reaso 0 26 recal 0 12 recei 4 -26 recip 0 -9
  recom -14 -8 red 0 24 refun 26 -25 repai 11 -7 repla -23 -11 retur -6 -19 right -3 19 ring 0 18 road 0 8
  rolle 0 20 room 3 41 round 0 13 said 20 8 sale 0 -9 same 25 -8 satur -23 -13 saved 0 -6 say -22 -17
  says 28 -21 scalp 0 27 schoo -12 -2 scrat 4 -38 scree 22 -19 screw 0 10 seat 12 39 secon 30 -15 see 9 61
  seems 0 -13 sell 0 -10 send -10 -24 servi -15 -6 set 8 -7 setti 0 16 seven 0 21 shatt 0 10 she -52 59
  sheet 0 -24 shock 0 -21 shop -12 -3 short 0 -15 shoul -3 26 show 18 -7 showe 0 17 shows 30 -14 shut 0 18
  sick 0 20 side 0 16 signe 6 -15 since 40 25 singl -27 -6 site 6 -23 six 9 -11 size 3 -6 skin 0 16
  sleep 0 7 slipp 0 19 small 0 18 smell 0 54 smoke 0 32 snapp 0 22 so -28 6 socke 0 8 sofa 9 -8 sold 21 1
  some 0 23 someb 0 16 someo 12 -6 somet 24 26 son -3 11 sorte -12 2 sound 0 -19 spark 0 25 speak 0 -15
  split 0 17 squea 0 -13 staff 1 -16 stain 0 -29 stair 0 27 stand 0 12 start -14 38 stay 0 -11 steam 0 7
  stick 2 8 still 31 -1 stock 0 -7 stool 0 22 stopp 0 20 stove 0 27 strai 0 13 strap 0 21 stron 0 9
  stuck 0 7 subsc 5 -14 sunda 10 -6 suppo 31 -14 swall 0 20 switc 12 17 swoll 0 46 table 6 43 take -13 -12
  taken 0 -6 takes 0 -13 takin 0 15 tap 0 19 team -25 -19 teddy 0 10 tell 23 -6 ten -14 17 th -12 -24
  than 1 -28 thank -123 -47 that 16 -26 the 21 83 their 0 -10 them 6 -3 then 9 -26 there 5 42 these 16 16
  they 0 -13 thing -26 8 think 0 29 third 15 -13 this 41 -23 thoug 0 29 three -2 7 threw 0 -7 throu 18 12
  throw 0 15 thurs -16 -8 ticke 12 -27 tight 0 9 time -26 -15 times 26 -9 tin 0 28 tingl 0 23 tippe 0 30
  to -10 -34 toast 9 4 today 20 -6 toddl 0 27 told 17 -10 tomor -7 -9 tonig -34 -1 too 0 -13 took 15 14
  tooth 0 23 touch 0 48 toy 0 17 train 0 -7 trans 15 -26 treat -6 -5 try 0 -8 tuesd -8 -11 tumbl 0 37
  turne 14 4 twelv 0 6 twent 0 -14 twice 8 1 two 33 -23 under 18 49 until -7 11 up 23 50 updat 0 -23
  us 8 13 use -15 2 used 16 -9 using 0 27 usual -21 -5 van 0 15 visit -9 -9 vouch 0 -8 wait -17 -7
  waite 7 -25 wall 0 15 want 3 16 wante 0 27 wants 21 -15 warm 0 19 warra -3 -7 was 60 13 wash 0 -35
  washi 0 12 water -1 35 way -7 32 we 23 -3 week 33 -41 weeks 8 -18 well -2 -11 went -21 62 were 20 -5
  what -19 -39 wheel 0 -26 when 6 47 whene 0 23 where -4 62 which -29 -12 while -13 62 who -17 -9
  whole 12 -3 why 20 -22 will -25 -49 windo 0 24 with -2 -10 withi 18 10 witho 17 -12 work 14 -13
  works -42 -15 would -54 19 wrist 0 20 wrong 33 -29 year 15 19 years -10 -15 yeste -28 -7 yet 11 -12
  you -3 -45 your 24 23 € 32 -13
`);
