import type { QueryClient } from "@tanstack/react-query";
import type { LucideIcon } from "lucide-react";
import type { DeskFacts } from "@/app/(desk)/desk";
import type { Go } from "@/app/(desk)/place";
import type { Place } from "@/app/(desk)/place-of";
import type { Triage } from "@/app/(desk)/triage/actions";
import type { ListedRow } from "@/lib/conversations/types";

/** What an action has in its hands when it runs. */
export type Hands = {
  desk: DeskFacts;
  place: Place;
  triage: Triage;
  client: QueryClient;
  /** Moves about on the desk. */
  go: Go;
  /** Goes to any page of the house. */
  visit(href: string): void;
  /** What a menu stands beside: the row in focus, else the selected one. */
  anchor(): Element | null;
};

/** What an action does. See table.ts for how to add one. */
export type Deed = {
  icon: LucideIcon;
  /** Another name under `actions`, where the row decides it: "reopen" instead of "resolve". */
  nameOf?(row: ListedRow | null): string;
  /** Left out: everybody may. */
  may?(me: DeskFacts["me"]): boolean;
  /** Left out: on every row. For "anywhere", asked with the row at hand, or null. */
  isOffered?(row: ListedRow | null, hands: Hands): boolean;
  /** `row` is there when the action is about a row or the open conversation. */
  run(hands: Hands, row: ListedRow | null): void | Promise<void>;
  /** With rows selected the key means them all (`selected()` of triage/selection.ts); left out, still the one row. */
  runOnAll?(hands: Hands): void | Promise<void>;
};
