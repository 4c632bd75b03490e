/** Whether rows that share this key say nearly the same, rather than standing under one post. Light: the first page has it. */
export function isAlikeKey(key: string | null): boolean {
  return key?.startsWith("alike:") === true;
}
