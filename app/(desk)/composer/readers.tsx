"use client";

import { ArrowRight, Users } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Icon } from "@/app/_ui/icon";
import { useChannelIcon } from "@/app/(desk)/desk";
import type { ConversationView, ReplyWay } from "@/lib/conversations/types";
import { Addresses, isAddress } from "./addresses";
import type { Mode } from "./modes";
import type { Recipients } from "./use-draft";

/** In whose name, and who will read it: always there, before the first word. */
export function Readers({
  view,
  mode,
  way,
  recipients,
  onChange,
}: {
  view: ConversationView;
  mode: Mode;
  way: ReplyWay | null;
  recipients: Recipients | null;
  onChange(recipients: Recipients | null): void;
}) {
  const t = useTranslations("composer");
  const iconOf = useChannelIcon();
  const [editing, setEditing] = useState(false);
  const to = recipients?.to ?? way?.to ?? [];
  const cc = recipients?.cc ?? way?.cc ?? [];
  const bcc = recipients?.bcc ?? [];
  const known = view.customer.identities.filter((one) => one.kind === "email").map((one) => one.value);
  const wrong = [...to, ...cc, ...bcc].find((one) => way?.canEditRecipients && !isAddress(one));

  if (mode === "note") {
    return (
      <p className="flex items-center justify-between gap-2">
        {t("readers.note")}
        <Icon of={Users} size={15} className="text-note" />
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex items-center gap-2">
        <BrandSquare view={view} />
        <span className="shrink-0 font-semibold">{view.brand.name}</span>
        <Icon of={ArrowRight} size={14} />
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {mode === "public"
            ? t("readers.public", { to: to.join(", ") || view.row.customerName })
            : [view.row.customerName, ...to].filter(Boolean).join(", ")}
          {cc.length > 0 ? ` · ${t("cc")} ${cc.join(", ")}` : ""}
          {bcc.length > 0 ? ` · ${t("bcc")} ${bcc.join(", ")}` : ""}
        </span>
        {way?.canEditRecipients ? (
          <button
            type="button"
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
            className="shrink-0 font-medium text-accent hover:underline"
          >
            {t(editing ? "readers.done" : "readers.edit")}
          </button>
        ) : null}
        <ChannelIcon
          name={iconOf(way?.channelKind ?? null)}
          size={15}
          className={mode === "public" ? "text-public" : "text-accent"}
        />
      </p>
      {wrong === undefined ? null : (
        <p role="alert" className="text-now type-meta">
          {t("wrongAddress", { address: wrong })}
        </p>
      )}
      {editing ? (
        <div className="flex flex-col gap-1.5 pb-1">
          <Addresses
            label={t("to")}
            value={to}
            known={known}
            onChange={(next) => onChange({ to: next, cc, bcc })}
          />
          <Addresses
            label={t("cc")}
            value={cc}
            known={known}
            onChange={(next) => onChange({ to, cc: next, bcc })}
          />
          <Addresses
            label={t("bcc")}
            value={bcc}
            known={known}
            onChange={(next) => onChange({ to, cc, bcc: next })}
          />
        </div>
      ) : null}
    </div>
  );
}

/** The brand's letter in its colour, with an edge dark enough to be seen. */
export function BrandSquare({ view }: { view: ConversationView }) {
  const { letter, color, colorDark } = view.brand;
  return (
    <span
      aria-hidden
      className="inline-flex size-4.5 shrink-0 items-center justify-center rounded-key font-semibold text-[#fff] text-[11px]"
      style={{ background: `light-dark(${color}, ${colorDark})` }}
    >
      {letter}
    </span>
  );
}
