/** PostgreSQL takes neither U+0000 nor half a surrogate pair. */
export function storable(text: string): string {
  return text.replaceAll("\u0000", "").replace(/\p{Surrogate}/gu, "\ufffd");
}

/**
 * Makes every text inside storable, names of fields included, in place; dates and bytes stay as they are. Not done on
 * written JSON: there an escape and words that only look like one are the same letters.
 */
export function makeStorable(value: object): void {
  for (const [name, inner] of Object.entries(value)) {
    const kept = storable(name);
    if (kept !== name) Reflect.deleteProperty(value, name);
    if (typeof inner === "string") Reflect.set(value, kept, storable(inner));
    else {
      if (typeof inner === "object" && inner !== null && !ArrayBuffer.isView(inner)) makeStorable(inner);
      if (kept !== name) Reflect.set(value, kept, inner);
    }
  }
}
