/** The word that a face stands for at `at` in a text, and where it ends; null where there is none. */
export function faceOf(text: string, at: number, to: number): { word: string; end: number } | null {
  const code = text.charCodeAt(at);
  if (code === colon || code === semicolon) return typed(text, at, to);
  if (code === less && text[at + 1] === "3") return { word: "{love}", end: at + 2 };
  if (code < 0x2600) return null;
  const point = text.codePointAt(at) ?? 0;
  const word = drawn.get(point);
  if (word === undefined) return null;
  return { word, end: Math.min(to, at + (point > 0xffff ? 2 : 1)) };
}

const colon = 58;
const semicolon = 59;
const less = 60;

/** ":(" and its kin: a mark for the eyes, perhaps a nose or a tear, a mouth. */
function typed(text: string, at: number, to: number): { word: string; end: number } | null {
  let mouth = at + 1;
  if (mouth < to && "-'’".includes(text[mouth]!)) mouth++;
  if (mouth < to && text[mouth] === "-") mouth++;
  if (mouth >= to) return null;
  const shape = text[mouth]!;
  if ("([/".includes(shape) && text[mouth + 1] !== "/") return { word: "{sad}", end: mouth + 1 };
  if (")D]".includes(shape) && !/[\p{L}\d]/u.test(text[mouth + 1] ?? "")) {
    return { word: "{smile}", end: mouth + 1 };
  }
  return null;
}

const groups: Record<string, string> = {
  "{rage}": "😡🤬😠👿😤💢🖕",
  "{sad}": "😞😔☹🙁😢😭😩😫😖😣💔😒🙄🤦😑",
  "{down}": "👎",
  "{sick}": "🤮🤢🤕🤒🚑",
  "{smile}": "😊🙂😀😃😄😁☺😇😉😎",
  "{love}": "❤🥰😍💕💖💚💙💛🧡💜🤩😘♥",
  "{up}": "👍👌🙌💯🏆⭐🌟🎉",
  "{clap}": "👏",
  "{please}": "🙏",
  "{alarm}": "🆘🚨",
};

const drawn = new Map(
  Object.entries(groups).flatMap(([word, faces]) => [...faces].map((face) => [face.codePointAt(0)!, word])),
);
