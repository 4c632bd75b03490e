/**
 * Is this no more than a word of thanks, so that nobody owes an answer? In English, French, German and Dutch. Pure.
 * It says no whenever in doubt: an answer too many costs a minute, a complaint that is overheard costs a customer. So
 * every word must be known to be harmless, and there must be thanks among them.
 */
export function isThanks(text: string): boolean {
  if (text.length > longest || /[?¿؟？]/.test(text)) return false;
  // Numbers, links and addresses carry facts; somebody must look at them.
  if (/\d|https?:|www\.|@/i.test(text)) return false;
  const plain = bare(text).toLowerCase();
  // Crossed fingers, tears and thumbs down mean something; hearts and smiles do not.
  if (/[👎😡😠🤬😢😭😤🙄😒😞😔☹🤡🤔🤨💔]/u.test(plain)) return false;
  let rest = ` ${plain.replace(/[^\p{L}']+/gu, " ").trim()} `;
  if (rest.trim() === "") return /[🙏❤💛💚💙👍🥰😍]/u.test(plain);
  if (traps.some((trap) => rest.includes(` ${trap} `))) return false;
  let hasThanks = false;
  for (const phrase of thanks) {
    if (!rest.includes(` ${phrase} `)) continue;
    hasThanks = true;
    rest = rest.replaceAll(` ${phrase} `, "  ");
  }
  if (!hasThanks) return false;
  for (const phrase of courtesies) rest = rest.replaceAll(` ${phrase} `, "  ");
  const others = rest.split(" ").filter((word) => word !== "" && !harmless.has(word));
  // A name or two: "Thanks Salma", "Merci beaucoup, Odile Aubry".
  return others.length <= mostNames && others.every((word) => isName(word, text));
}

const longest = 200;
const mostNames = 3;

/**
 * Written with a capital where a sentence does not ask for one: within it, or alone on a line as a signature. After a
 * full stop it may be anything: "Thanks. Unbelievable."
 */
function isName(word: string, text: string): boolean {
  if (word.length < 2 || suspicious.has(word)) return false;
  const letters = bare(text);
  const at = letters.search(new RegExp(`(?<![\\p{L}'])${word}(?![\\p{L}'])`, "iu"));
  if (at < 0 || !/\p{Lu}/u.test(letters.charAt(at))) return false;
  return /(^|[\p{L},&]|\n)[ \t]*$/u.test(letters.slice(0, at)) && at > 0;
}

/** Without accents, and with the apostrophe that is on every keyboard. */
function bare(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/[’`´]/g, "'");
}

/** Words of complaint and of wanting, that may stand with a capital at the start of a sentence. */
const suspicious = new Set(
  `still but however no not never nothing again broken wrong bad late where when why how who what which please can could
  would refund money order cancel complaint lawyer unacceptable disappointed useless joke seriously really waiting wait
  mais toujours encore jamais rien non pas ou quand pourquoi comment quel quelle qui combien cassee casse retard
  remboursement remboursez argent commande annuler plainte avocat inadmissible honteux decue decu inutile blague attends
  aber noch nicht nie nichts wieder kaputt falsch schlecht spat wo wann warum wie wer was welche bitte geld
  bestellung stornieren beschwerde anwalt enttauscht witz warte kein keine leider trotzdem dennoch
  maar nog niet nooit niets weer kapot fout slecht laat waar wanneer waarom hoe wie wat welke geld bestelling
  annuleren klacht advocaat teleurgesteld grap wacht geen helaas toch hallo`
    .split(/\s+/)
    .filter(Boolean),
);

/** Thanks that are none. */
const traps = [
  "thanks for nothing",
  "thank you for nothing",
  "thanks a lot for nothing",
  "thanks but no thanks",
  "no thanks",
  "no thank you",
  "thanks in advance",
  "thank you in advance",
  "thanks anyway",
  "merci pour rien",
  "merci de rien",
  "non merci",
  "merci d'avance",
  "merci par avance",
  "merci de",
  "merci quand meme",
  "danke fur nichts",
  "nein danke",
  "danke im voraus",
  "vielen dank im voraus",
  "besten dank im voraus",
  "trotzdem danke",
  "bedankt voor niets",
  "nee bedankt",
  "nee dank je",
  "alvast bedankt",
  "bij voorbaat dank",
  "toch bedankt",
];

/** The longest first, so that what is left of a longer one is not taken for a word of its own. */
const thanks = [
  "thank you so very much",
  "thank you very much",
  "thank you so much",
  "thanks so much",
  "thanks very much",
  "thanks a million",
  "thanks a bunch",
  "thanks a lot",
  "many thanks",
  "much appreciated",
  "thank you",
  "thank u",
  "thanks",
  "thankyou",
  "thx",
  "thnx",
  "tnx",
  "ty",
  "tysm",
  "cheers",
  "ta",
  "un grand merci",
  "mille mercis",
  "mille merci",
  "merci infiniment",
  "merci beaucoup",
  "merci bien",
  "merci",
  "mercii",
  "merciii",
  "je vous remercie",
  "je te remercie",
  "nous vous remercions",
  "tausend dank",
  "herzlichen dank",
  "vielen lieben dank",
  "vielen dank",
  "besten dank",
  "lieben dank",
  "danke schon",
  "dankeschon",
  "danke sehr",
  "danke vielmals",
  "danke dir",
  "danke ihnen",
  "danke euch",
  "danke",
  "ich danke ihnen",
  "merci vielmal",
  "heel erg bedankt",
  "hartelijk bedankt",
  "hartelijk dank",
  "hartstikke bedankt",
  "ontzettend bedankt",
  "super bedankt",
  "dank je wel",
  "dank u wel",
  "dankjewel",
  "dankuwel",
  "dank je",
  "dank u",
  "bedankt",
  "dank",
].sort((a, b) => b.length - a.length);

/** What is said around thanks, and asks for nothing. */
const courtesies = [
  "for your quick reply",
  "for your quick answer",
  "for the quick reply",
  "for the quick answer",
  "for the quick response",
  "for your fast reply",
  "for your reply",
  "for your answer",
  "for your help",
  "for the help",
  "for all your help",
  "for your time",
  "for your patience",
  "for your kindness",
  "for getting back to me",
  "for letting me know",
  "for the information",
  "for the info",
  "for the update",
  "for everything",
  "for that",
  "for this",
  "to you all",
  "to you and your team",
  "to the whole team",
  "you too",
  "you are the best",
  "you're the best",
  "you are great",
  "have a nice day",
  "have a great day",
  "have a good day",
  "have a lovely day",
  "have a nice weekend",
  "have a great weekend",
  "have a good weekend",
  "have a good one",
  "all the best",
  "best wishes",
  "best regards",
  "kind regards",
  "warm regards",
  "it works now",
  "works now",
  "it works",
  "that works",
  "all good",
  "all good now",
  "all is well",
  "that was quick",
  "that helps",
  "that helped",
  "it arrived",
  "it has arrived",
  "just arrived",
  "i appreciate it",
  "appreciate it",
  "i am happy",
  "i'm happy",
  "very kind of you",
  "very kind",
  "so kind",
  "so much",
  "very much",
  "sounds good",
  "no worries",
  "no problem",
  "pour votre reponse rapide",
  "pour votre reponse",
  "pour ta reponse",
  "pour la reponse",
  "pour cette reponse rapide",
  "pour votre retour rapide",
  "pour votre retour",
  "pour ton retour",
  "pour le retour",
  "pour votre aide",
  "pour l'aide",
  "pour ton aide",
  "pour votre gentillesse",
  "pour votre rapidite",
  "pour votre patience",
  "pour l'info",
  "pour l'information",
  "pour les informations",
  "pour ces informations",
  "pour tout",
  "a vous",
  "a toi",
  "a vous aussi",
  "a toute l'equipe",
  "a toute votre equipe",
  "a tous",
  "bonne journee",
  "bonne soiree",
  "bonne apres midi",
  "bon week end",
  "bon weekend",
  "bonne fin de journee",
  "bonne continuation",
  "belle journee",
  "bien a vous",
  "bien cordialement",
  "cordialement",
  "tres gentil",
  "c'est tres gentil",
  "c'est gentil",
  "vous etes au top",
  "tu es au top",
  "au top",
  "c'est parfait",
  "c'est bon",
  "c'est recu",
  "bien recu",
  "je l'ai bien recu",
  "je l'ai bien recue",
  "ca marche",
  "tout est bon",
  "tout va bien",
  "tout est arrive",
  "je suis ravie",
  "je suis ravi",
  "quelle rapidite",
  "quelle efficacite",
  "fur die schnelle antwort",
  "fur ihre schnelle antwort",
  "fur die schnelle hilfe",
  "fur die antwort",
  "fur ihre antwort",
  "fur die hilfe",
  "fur ihre hilfe",
  "fur deine hilfe",
  "fur die ruckmeldung",
  "fur ihre ruckmeldung",
  "fur die info",
  "fur die information",
  "fur alles",
  "fur ihre muhe",
  "schonen tag noch",
  "einen schonen tag",
  "einen schonen tag noch",
  "ihnen auch",
  "dir auch",
  "schones wochenende",
  "ein schones wochenende",
  "mit freundlichen grussen",
  "viele grusse",
  "liebe grusse",
  "beste grusse",
  "sehr nett",
  "sehr nett von ihnen",
  "sehr freundlich",
  "alles gut",
  "alles bestens",
  "alles klar",
  "hat geklappt",
  "es hat geklappt",
  "es klappt",
  "es funktioniert",
  "das hilft",
  "voor uw snelle antwoord",
  "voor het snelle antwoord",
  "voor je snelle reactie",
  "voor uw snelle reactie",
  "voor de snelle reactie",
  "voor uw antwoord",
  "voor je antwoord",
  "voor het antwoord",
  "voor uw hulp",
  "voor je hulp",
  "voor de hulp",
  "voor uw reactie",
  "voor je reactie",
  "voor de info",
  "voor de informatie",
  "voor alles",
  "voor de moeite",
  "fijne dag",
  "fijne dag nog",
  "nog een fijne dag",
  "fijn weekend",
  "fijne avond",
  "met vriendelijke groet",
  "met vriendelijke groeten",
  "vriendelijke groeten",
  "vriendelijke groet",
  "groetjes",
  "heel aardig",
  "erg aardig",
  "heel vriendelijk",
  "het werkt",
  "het is gelukt",
  "is gelukt",
  "helemaal goed",
  "alles goed",
].sort((a, b) => b.length - a.length);

const harmless = new Set(
  `hi hello hey dear ok okay oh ah wow great perfect super awesome amazing lovely excellent brilliant wonderful fantastic
  nice good yes yay yep and all again guys team everyone everybody you very so really truly x xx xxx xo received understood
  noted sure will do fine cool love regards best happy
  bonjour bonsoir salut coucou d'accord parfait genial top oui et super formidable excellent chouette nickel impeccable
  toute l'equipe equipe tout le monde encore infiniment beaucoup tres vraiment note compris recu bisous bises
  hallo guten tag liebes team lieber liebe ja prima perfekt toll wunderbar klasse spitze und sehr alles klar verstanden
  grusse gruss lg vg mfg gruesse herzlich nochmals nochmal
  dag hoi goed fijn top prima perfect geweldig ja en heel erg super leuk groet groeten mvg nogmaals begrepen ontvangen`
    .split(/\s+/)
    .filter(Boolean),
);
