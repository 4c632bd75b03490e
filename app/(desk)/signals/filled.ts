/** Numbers and words that fill a reason's sentence. */
export function filled(params: { [name: string]: unknown }): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, value]] : [],
    ),
  );
}
