/**
 * One cell of a table that leaves the house: RFC 4180, and what a spreadsheet would run as a formula is text (OWASP,
 * "CSV Injection"). A telephone number's plus is followed by digits alone and stays.
 */
export function csvCell(value: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(value) && !/^\+\d[\d ]*(; \+\d[\d ]*)*$/.test(value);
  const safe = isFormula ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
