import type { Language } from "@/db/enums";
import type { Schedule } from "@/lib/clock/schedule";

type Weighted<T> = ReadonlyArray<readonly [T, number]>;

export type PastChannel = {
  id: string;
  kind: "mail" | "form" | "post" | "message" | "spoken";
  /** Of the address that people have there. */
  identity: "email" | "instagram" | "facebook" | "mastodon" | "bluesky" | "phone";
  teamId: string;
  /** Opening seconds until a first answer is due. */
  targetSeconds: number | null;
  /** Opening seconds until half of them are answered. */
  usualSeconds: number;
};

/** What a past is played on. */
export type Stage = {
  brandId: string;
  schedule: Schedule;
  channels: Weighted<PastChannel>;
  /** Who answers, by team. */
  agents: Map<string, Weighted<string>>;
  tags: Weighted<string>;
  languages: Weighted<Language>;
  nextSeconds: number | null;
  /** Opening seconds of our turns until it is to be resolved. */
  resolveSeconds: number | null;
  /** So many sentences more has a mail than its question or answer. */
  asides: number;
  isSample: boolean;
  epoch: number;
};
