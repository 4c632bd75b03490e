import type { FormConfig } from "@/lib/channels/form/config";
import type { FieldName, Typed } from "@/lib/channels/form/submission";
import type { FormWords } from "./words";

/** Which fields this form shows. */
export type Asks = Pick<FormConfig, "name" | "subject" | "orderNumber" | "files" | "danger">;

/** A problem in words; several may stand at one field. */
export type Said = { field: FieldName; message: string };

export type FormProps = {
  action: string;
  slug: string;
  language: "en" | "fr";
  /** Origin of the page that shows the form in a frame, or null. */
  host: string | null;
  words: FormWords;
  asks: Asks;
  /** One-use token for sending without proof of work. */
  token: string;
  /** What was typed before the server refused it; null on a fresh page. */
  typed: Typed | null;
  problems: Said[];
};
