"use client";

let letters = "";

/** A letter for a field that is on its way. */
export function typeAhead(letter: string): void {
  letters += letter;
}

/** What was typed for the field meanwhile; it has it now. */
export function takeTypedAhead(): string {
  const typed = letters;
  letters = "";
  return typed;
}
