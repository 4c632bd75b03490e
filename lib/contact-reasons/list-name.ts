/** "Delivery › late"; a theme alone is its own name. */
export function nameOf(
  reason: { names: { [language: string]: string } },
  parent: { names: { [language: string]: string } } | null,
  language: string,
): string {
  const name = (names: { [language: string]: string }) =>
    names[language] ?? names.en ?? Object.values(names)[0] ?? "";
  return parent ? `${name(parent.names)} › ${name(reason.names)}` : name(reason.names);
}
