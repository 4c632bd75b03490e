"use client";

import { Combine, EyeOff, Link2, ShieldBan } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import * as calls from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { useGo } from "@/app/(desk)/place";
import type { ConversationView } from "@/lib/conversations/types";
import { useActed } from "./acted";

/** What belongs to this conversation: linked ones, what was put into it, the block that filed it, one that is hidden. */
export function Beside({ view }: { view: ConversationView }) {
  const t = useTranslations("triage.beside");
  const { me } = useDesk();
  const go = useGo();
  const acted = useActed();
  const { row, links, parts, block, hasHidden } = view;
  if (links.length + parts.length === 0 && !block && !hasHidden) return null;
  return (
    <section aria-label={t("label")} className="flex flex-col gap-2">
      {hasHidden ? (
        <p className="flex gap-2 rounded-row bg-now-soft px-3 py-2 text-now">
          <Icon of={EyeOff} size={15} className="mt-0.5" />
          {t("hidden")}
        </p>
      ) : null}
      {block ? (
        <p className="flex items-center gap-2 text-ink-2">
          <Icon of={ShieldBan} size={15} />
          <span className="min-w-0 flex-1 truncate">
            {t(block.isOver ? "filedOnce" : "filed", { value: block.value })}
          </span>
          {me.canTriage && !block.isOver ? (
            <Button
              onClick={() =>
                acted({
                  ask: async () => {
                    await calls.unblock(block.id);
                    return undefined;
                  },
                  said: t("unblocked", { value: block.value }),
                  ids: [row.id],
                  back: () =>
                    calls.block({
                      brandId: row.brandId,
                      kind: block.kind,
                      identityKind: block.identityKind,
                      value: block.value,
                      expiresAt: null,
                    }),
                })
              }
            >
              {t("unblock")}
            </Button>
          ) : null}
        </p>
      ) : null}
      {parts.map((part) => (
        <p key={part.id} className="flex items-center gap-2">
          <Icon of={Combine} size={15} className="text-ink-2" />
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {t("part", { number: part.number })} {part.subject}
          </span>
          {me.canTriage ? (
            <Button
              onClick={() =>
                acted({
                  ask: async () => {
                    await calls.unmerge(part.id);
                    return undefined;
                  },
                  said: t("unmerged", { number: part.number }),
                  icon: Combine,
                  ids: [row.id, part.id],
                  back: () => calls.merge(row.id, part.id, true),
                })
              }
            >
              {t("takeOut")}
            </Button>
          ) : null}
        </p>
      ))}
      {links.map((link) => (
        <p key={link.id} className="flex items-center gap-2">
          <Icon of={Link2} size={15} className="text-ink-2" />
          <button
            type="button"
            onClick={() => go({ open: link.number })}
            className="min-w-0 flex-1 truncate text-left hover:underline max-desk:min-h-11"
            dir="auto"
          >
            #{link.number} {link.customerName} · {link.subject ?? link.excerpt}
          </button>
          {me.canTriage ? (
            <Button
              onClick={() =>
                acted({
                  ask: () => calls.unlink(row.id, link.id),
                  said: t("unlinked", { number: link.number }),
                  icon: Link2,
                  ids: [row.id, link.id],
                })
              }
            >
              {t("unlink")}
            </Button>
          ) : null}
        </p>
      ))}
    </section>
  );
}
