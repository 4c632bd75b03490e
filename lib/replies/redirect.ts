/**
 * Does a reply merely send somebody elsewhere ("please contact our customer service", « merci de contacter … »)? Said
 * to a person whose history we hold, it makes them tell it once more. Pure; a warning, never a stop.
 */
export function merelyRedirects(text: string): boolean {
  const own = text.replace(/^\s*(?:@\S+\s+)+/, "").slice(0, 2_000);
  const match = phrases.map((phrase) => phrase.exec(own)).find((found) => found !== null);
  if (!match) return false;
  // An answer that says more than where to go is an answer.
  const rest = own.replace(match[0], "").replace(polite, "");
  return (rest.match(/[\p{L}\d]+/gu) ?? []).length <= 28;
}

const phrases = [
  /(?:please|kindly|you (?:can|may|should)|we invite you to|could you|feel free to|do)\s+(?:\p{L}+\s+)?(?:contact|call|reach out to|get in touch with|write to|e-?mail|message|dm|send (?:us )?a (?:private |direct )?(?:message|dm|mail|e-?mail))[^.!?:\n]{0,70}/iu,
  /(?:send|drop|shoot) us (?:a |an )?(?:private |direct )?(?:message|dm|pm|mail|e-?mail)[^.!?:\n]{0,70}/iu,
  /(?:contact|call|reach) (?:our|the) (?:customer )?(?:service|support|care|help ?desk|hotline|team|shop)[^.!?:\n]{0,70}/iu,
  /(?:fill in|use|go through) (?:our|the) (?:contact )?form[^.!?:\n]{0,70}/iu,
  /(?:merci de|veuillez|nous vous invitons à|vous pouvez|pouvez-vous|pourriez-vous|n[’']hésitez pas à|je vous invite à|il faut|vous devez)\s+(?:nous\s+|bien vouloir\s+)*(?:contacter|appeler|joindre|écrire|envoyer|adresser|vous adresser|remplir|passer par|contactez)[^.!?:\n]{0,70}/iu,
  /(?:contactez|appelez|écrivez|joignez)(?:-nous)?\s+(?:par|en|à|au|notre|le|la|sur|via)[^.!?:\n]{0,70}/iu,
  /(?:envoyez|écrivez)-nous[^.!?:\n]{0,70}/iu,
  /(?:en|par) (?:mp|dm|message privé)\s*(?:svp|s[’']il vous plaît|merci)?/iu,
] as const;

const polite =
  /\b(?:hello|hi|dear|thank you|thanks|sorry|we are sorry|kind regards|best|bonjour|bonsoir|merci|désolée?s?|cordialement|bien à vous)\b/giu;
