"use client";

import { Go } from "@/app/_ui/go";
import { PromiseLine } from "@/app/(desk)/promises/promise-line";
import type { CommitmentView } from "@/lib/commitments/list";

/** The promises behind a number, each with its conversation. */
export function BehindList({ items }: { items: CommitmentView[] }) {
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
              className="font-medium text-accent hover:underline"
            >
              {one.customerName} · #{one.conversationNumber}
            </Go>
          }
        />
      ))}
    </ul>
  );
}
