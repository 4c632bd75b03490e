/** A text that somebody wrote to stop us, and what it is made of. */
export type Case = { name: string; text: string };

const size = 100_000;

function filled(piece: string): string {
  return piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
}

/** 100 kB each, of what makes pattern matching slow: beginnings without an end, nothing but hits, no borders. */
export const texts: readonly Case[] = [
  { name: "one letter", text: filled("a") },
  { name: "spaces", text: filled(" ") },
  { name: "line ends", text: filled("\n") },
  { name: "sign-offs", text: filled("Regards,\nCordialement,\n") },
  { name: "lines that look like history", text: filled("On 1 2 3 : \nLe 1 2 3 : \n--\n") },
  { name: "beginnings of phrases", text: filled("i will not if you have never can not ") },
  { name: "débuts de phrases", text: filled("je vais n'ai toujours pas sans si vous ") },
  { name: "hits only", text: filled("broken fire refund lawyer urgent thanks ") },
  { name: "hits only, French", text: filled("cassé feu remboursement avocat urgent merci ") },
  { name: "fillers between the words of one phrase", text: filled("not very very very very very happy ") },
  { name: "negations", text: filled("no not never pas jamais sans ") },
  { name: "punctuation", text: filled("?!.,;:()[]«»-–'’") },
  { name: "accents upon one letter", text: `e${filled("\u0301")}` },
  { name: "elongation", text: filled("soooooooooo nuuuuuuul ") },
  { name: "emoji", text: filled("😡🤬👍🏽👨‍👩‍👧") },
  { name: "lone surrogates", text: filled("\ud83d \udc4d") },
  { name: "handles and links", text: filled("@a https://x.y/z a@b.c www.") },
  { name: "digits", text: filled("1234567890") },
  { name: "apostrophes", text: filled("n't's'l'd'") },
  { name: "another script", text: filled("это ужас 大変です ") },
];
