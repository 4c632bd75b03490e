"use client";

import { Go } from "@/app/_ui/go";
import type { CommitmentView } from "@/lib/commitments/list";
import { PromiseLine } from "./promise-line";

/** Promises to several people, each with its conversation. */
export function PromiseRows({ items }: { items: readonly CommitmentView[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {items.map((one) => (
        <PromiseLine
          key={one.id}
          one={one}
          view={null}
          about={
            <Go
              href={`/queue?c=${one.conversationNumber}`}
              className="font-medium text-accent hover:underline max-desk:min-h-11"
            >
              {one.customerName} · #{one.conversationNumber}
            </Go>
          }
        />
      ))}
    </ul>
  );
}
