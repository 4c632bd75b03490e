import { type Cue, say } from "@/lib/cues/cue";

/** Displeasure in polite words: understatement, regret, surprise, a question that is none. Like fr/courtesy.ts. */
export const courtesy: readonly Cue[] = [
  ...say(
    "complaint",
    "disappointed",
    2.3,
    `would have liked|hoped|expected|appreciated|preferred|thought, had hoped|expected|thought, expected a|more|at|some|something, you expect better|more, one expects|would, entitled to expect, used to better, come to expect, had better|far ... elsewhere|money|before, far better for, letdown, a letdown, let down, left wondering|feeling|baffled|speechless|high|hanging, bitter taste, sour taste, poor impression, leaves a lot|much|something, to be desired, could do better, could be better, room for improvement, falls|fell|fall short, short of ... expectations|standard*|promise*|mark, below ... expectations|standard*|par, not up to, not the standard|quality|service|experience|level|way, far from ... ideal|satisf*|clean|happy|impressed|picture|good, lost for words, at a loss, dismay*, dishearten*, discourag*, saddened, hurt by, belittl*, feel|feels|felt ... abandoned|cheated|let|ignored|robbed|betrayed|forgotten|ripped|conned|uneasy|unsafe|unwelcome|misled, betray*, short changed, shortchanged, hard done, sceptical|skeptical|doubtful|dubious|puzzled|perplexed|baffled|bewildered about|by|how|why|that|as|whether, not pretend, not repeating|repeat ... experience, not hurry back, not rush* back`,
  ),
  ...say(
    "complaint",
    "complains",
    2.2,
    `surprised|astonished|amazed|stunned|taken|bemused|staggered|alarmed|dismayed|horrified to|at|by|that|aback, rather|somewhat|bit|little surprised|disappoint*|concerned|annoyed|rich|steep|cheeky|excessive|harsh, to my surprise|dismay|horror|amazement, imagine my|our, unpleasant to|surprise|experience|shock, nasty surprise|shock, note|noted with regret|concern|dismay, with regret, i regret|must|have to ... say|mention|inform|tell|report|point, feel i must, seems|seem|appears|strikes|find|found ... long|excessive|unfair|odd|steep|strange|wrong|unreasonable|unhelpful|harsh|a lot|rude|sharp|cheeky|poor|disproportionate|high, a bit rich|steep|much|thick, how convenient|nice|lovely|kind, so much for, fat lot of, wearing thin, had enough, beyond a joke, about time, high time, time you|someone|that, would be nice|good|helpful|great if, least you|i|we could|expect|can, simple courtesy, common courtesy, regrettable, deplorable, lamentable, inexcusable, unjustif*, unwarranted, disproportionate, excessive, excessively, sharp practice, nerve, cheek, the cheek of, how dare, mockery, ordeal, saga, debacle, hassle, headache*, nightmare, inconvenien*, incident, mishap, hiccup|hiccups, shortcoming*, negligen*, careless*, oversight, copy and paste, stock|canned|scripted|automated|generic reply|replies|answer|answers|response|responses, brick wall, pass the buck, run* rings|around|round, palmed off, fob* off, make|makes|made no|little sense, does not add, nothing adds, none the wiser, not impressed|amused|thrilled|convinced|great|ideal|helpful|professional, hardly|scarcely|barely|less ... professional|impress*|satisf*|worth|helpful|acceptable|ideal`,
  ),
  ...say(
    "complaint",
    "complains",
    2.2,
    `is it|this|that normal|acceptable|usual|reasonable|right|fair|legal|too, do you think|call|consider ... acceptable|normal|fair|service|right|good, how come, how is it|this|that possible|acceptable|fair|right|ok|even, how on earth, how can you|this|that|it|anyone, how could you|this|that|it, how are we|i meant|supposed|expected, how am i meant|supposed|expected, why am|are|is|was|were|do|does|did|has|have|had|can ... i|we|my|our|still|nobody|nothing|keep|always|not, why on earth, why bother, what is the point, what is going|happening|happened|taking, what was the point, what happened to, what am i|we, where did|has|have|is|are my|our|it|they ... go|gone|got, when will|are|is|can ... finally|actually|ever|get|sort|fix|refund, how much longer, how long do|am|must|will|before ... wait|expected|i|we, can|could|would|will anyone|anybody|someone|somebody ... explain|help|tell|why|look, explain why|how|this|what|to, care to explain, too much to, is this a joke, are you serious|kidding|joking, you kidding|joking, seriously ?, really ?, anyone there, is anyone`,
  ),
  ...say(
    "complaint",
    "complains",
    2,
    `writing|write|contacting|emailing|calling ... complain|regarding|report|raise|express|because|dispute|again, following my|our ... complaint|calls|emails|reports, draw|bring ... attention, bring to your, wish|want|like|need|writing to express|register|report|raise|dispute|query|flag|object|challenge, to report a|that|an|another, i|we dispute|contest|object|challenge|protest|query, dispute the|this|that|charge, object to, point out that, i am afraid, afraid that|the|my|your|it, subject complaint|dispute|fault|delay|error, kindly|please ... rectify|resolve|sort|correct|remedy|investigate|look|fix|explain|refund|credit, put it|this|things right, make it|this|things right|good, look into|forward ... explanation, rectif*, remedied, resolve ... issue|matter|this|problem|situation, explanation ... expect*|want|would|owed|please|no|without|whatsoever|reason, take|taking|accept responsib*, goodwill|gesture, little|bit|some|basic consideration|respect|decency|courtesy|care|compassion, consideration, unheeded, fell on deaf, no reason, with no|without ... reason|explanation|warning|notice`,
  ),
];
