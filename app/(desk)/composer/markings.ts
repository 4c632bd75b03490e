/** Puts words in the place of others as if they were typed, so that the browser's own undo takes them back. */
export function typeInto(field: HTMLTextAreaElement, from: number, to: number, words: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  // Deprecated and without a successor: nothing else writes into the field's undo history.
  if (document.execCommand(words === "" ? "delete" : "insertText", false, words)) return;
  field.setRangeText(words, from, to, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Marks around the chosen words, or away again; with nothing chosen the caret stands between them. */
export function boldly(field: HTMLTextAreaElement, mark: "**" | "*"): void {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const chosen = value.slice(from, to);
  const size = mark.length;
  if (value.slice(from - size, from) === mark && value.slice(to, to + size) === mark) {
    typeInto(field, from - size, to + size, chosen);
    field.setSelectionRange(from - size, to - size);
    return;
  }
  typeInto(field, from, to, `${mark}${chosen}${mark}`);
  field.setSelectionRange(from + size, to + size);
}

/** The chosen words as a link; the place of its address is chosen next. */
export function linked(field: HTMLTextAreaElement): void {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const chosen = value.slice(from, to) || "…";
  const isAddress = /^https?:\/\/\S+$/.test(chosen);
  const words = isAddress ? `[…](${chosen})` : `[${chosen}](https://)`;
  typeInto(field, from, to, words);
  if (isAddress) field.setSelectionRange(from + 1, from + 2);
  else field.setSelectionRange(from + chosen.length + 3, from + chosen.length + 11);
}
