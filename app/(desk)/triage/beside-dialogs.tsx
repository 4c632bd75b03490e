"use client";

import { Eye, Link2, ShieldBan, Split } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";
import { useMoment } from "@/app/_ui/time";
import * as calls from "@/app/(desk)/calls";
import { useConversation } from "@/app/(desk)/conversation/use-conversation";
import { useDesk } from "@/app/(desk)/desk";
import { WentPublicDialog } from "@/app/(desk)/leaks/went-public-dialog";
import { useGo } from "@/app/(desk)/place";
import { PrivacyDialog } from "@/app/(desk)/privacy/privacy-dialog";
import type { BlockKind, IdentityKind } from "@/db/enums";
import type { QueueRow } from "@/lib/conversations/types";
import { useActed } from "./acted";
import type { DialogName } from "./ask-desk";
import { MergeDialog } from "./merge-dialog";
import { PickConversation } from "./pick-conversation";

type Props = { row: QueueRow; onClose(): void };

/** The dialogs that put a conversation beside others, or keep people from it. */
export function BesideDialog({ name, ...props }: Props & { name: DialogName }) {
  switch (name) {
    case "merge":
      return <MergeDialog {...props} />;
    case "link":
      return <LinkDialog {...props} />;
    case "split":
      return <SplitDialog {...props} />;
    case "restrict":
      return <RestrictDialog {...props} />;
    case "block":
      return <BlockDialog {...props} />;
    case "wentPublic":
      return <WentPublicDialog {...props} />;
    case "privacy":
      return <PrivacyDialog {...props} />;
  }
}

function LinkDialog({ row, onClose }: Props) {
  const t = useTranslations("triage.beside");
  const ui = useTranslations("ui");
  const acted = useActed();
  return (
    <Dialog title={t("linkTitle")} closeLabel={ui("close")} width="wide" onClose={onClose}>
      <PickConversation
        row={row}
        onPick={(other) => {
          onClose();
          void acted({
            ask: () => calls.link(row.id, other.id),
            said: t("linked", { number: other.number }),
            icon: Link2,
            ids: [row.id, other.id],
          });
        }}
      />
    </Dialog>
  );
}

function SplitDialog({ row, onClose }: Props) {
  const t = useTranslations("triage.beside");
  const ui = useTranslations("ui");
  const moment = useMoment();
  const go = useGo();
  const acted = useActed();
  const { data: view } = useConversation(row.id, null);
  const messages = (view?.timeline ?? []).flatMap((item) =>
    item.type === "message" && item.kind !== "note" ? [item] : [],
  );
  const [from, setFrom] = useState<string | null>(null);
  const choice = from ?? messages.findLast((one) => one.kind === "customer")?.id ?? null;

  async function part() {
    if (choice === null) return;
    onClose();
    let made: number | null = null;
    const went = await acted({
      ask: async () => {
        const done = await calls.split(row.id, choice);
        made = done.newNumber;
        return done;
      },
      said: t("wasSplit", { name: row.customerName }),
      icon: Split,
      ids: [row.id],
    });
    if (went && made !== null) go({ open: made });
  }

  return (
    <Dialog
      title={t("splitTitle")}
      closeLabel={ui("close")}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" disabled={choice === null} onClick={part}>
            {t("split")}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-ink-2">{t("splitText")}</p>
      <fieldset className="flex flex-col">
        <legend className="sr-only">{t("splitTitle")}</legend>
        {messages.slice(1).map((message) => (
          <label
            key={message.id}
            className="flex min-h-8 cursor-pointer items-center gap-2.5 max-desk:min-h-11"
          >
            <input
              type="radio"
              name="from"
              className="size-4 shrink-0"
              checked={message.id === choice}
              onChange={() => setFrom(message.id)}
            />
            <span className="shrink-0 text-ink-3">{moment(message.at)}</span>
            <span className="truncate" dir="auto">
              {message.text}
            </span>
          </label>
        ))}
      </fieldset>
      {messages.length < 2 ? <p className="text-ink-3">{t("splitNothing")}</p> : null}
    </Dialog>
  );
}

function RestrictDialog({ row, onClose }: Props) {
  const t = useTranslations("triage.beside");
  const ui = useTranslations("ui");
  const { me, agents } = useDesk();
  const acted = useActed();
  const { data: view } = useConversation(row.id, null);
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [text, setText] = useState("");
  const ids = chosen ?? [...new Set([me.id, ...(view?.allowedIds ?? [])])];
  const found = agents.filter((agent) => agent.name.toLowerCase().includes(text.trim().toLowerCase()));

  function put(agentIds: string[]) {
    onClose();
    void acted({
      ask: () => calls.restrict(row.id, agentIds),
      said: agentIds.length > 0 ? t("restricted", { count: agentIds.length }) : t("lifted"),
      icon: Eye,
      ids: [row.id],
    });
  }

  return (
    <Dialog
      title={t("restrictTitle")}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          {row.isRestricted ? <Button onClick={() => put([])}>{t("lift")}</Button> : null}
          <Button look="accent" onClick={() => put(ids)}>
            {t("restrict")}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-ink-2">{t("restrictText")}</p>
      <TextField
        label={t("who")}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <fieldset className="mt-2 flex flex-col">
        <legend className="sr-only">{t("who")}</legend>
        {found.map((agent) => (
          <label
            key={agent.id}
            className="flex min-h-8 cursor-pointer items-center gap-2.5 max-desk:min-h-11"
          >
            <input
              type="checkbox"
              className="size-4"
              disabled={agent.id === me.id}
              checked={ids.includes(agent.id)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...ids, agent.id] : ids.filter((id) => id !== agent.id))
              }
            />
            {agent.name}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}

const days = { always: null, month: 30, year: 365 } as const;

function BlockDialog({ row, onClose }: Props) {
  const t = useTranslations("triage.beside");
  const ui = useTranslations("ui");
  const acted = useActed();
  const { data: view } = useConversation(row.id, null);
  const choices = (view?.customer.identities ?? []).flatMap((one) =>
    blockable(one.kind, one.value, one.display),
  );
  const [at, setAt] = useState(0);
  const [until, setUntil] = useState<keyof typeof days>("always");
  const choice = choices[at];

  async function put() {
    if (!choice) return;
    onClose();
    const span = days[until];
    let id: string | null = null;
    await acted({
      ask: async () => {
        const { kind, identityKind, value } = choice;
        const expiresAt = span === null ? null : new Date(Date.now() + span * 86_400_000).toISOString();
        id = (await calls.block({ brandId: row.brandId, kind, identityKind, value, expiresAt })).id;
        return undefined;
      },
      said: t("blocked", { value: choice.display }),
      icon: ShieldBan,
      ids: [row.id],
      back: async () => {
        if (id) await calls.unblock(id);
      },
    });
  }

  return (
    <Dialog
      title={t("blockTitle")}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="danger" disabled={!choice} onClick={put}>
            {t("block")}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-ink-2">{t("blockText")}</p>
      <fieldset className="flex flex-col">
        <legend className="mb-1 font-medium">{t("blockWhom")}</legend>
        {choices.map((one, index) => (
          <label
            key={`${one.kind} ${one.value}`}
            className="flex min-h-8 cursor-pointer items-center gap-2.5 max-desk:min-h-11"
          >
            <input
              type="radio"
              name="whom"
              className="size-4"
              checked={index === at}
              onChange={() => setAt(index)}
            />
            {one.kind === "domain" ? t("wholeDomain", { domain: one.value }) : one.display}
          </label>
        ))}
      </fieldset>
      <fieldset className="mt-3 flex flex-col">
        <legend className="mb-1 font-medium">{t("blockUntil")}</legend>
        {(["always", "month", "year"] as const).map((name) => (
          <label key={name} className="flex min-h-8 cursor-pointer items-center gap-2.5 max-desk:min-h-11">
            <input
              type="radio"
              name="until"
              className="size-4"
              checked={until === name}
              onChange={() => setUntil(name)}
            />
            {t(`until.${name}`)}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}

type Blockable = { kind: BlockKind; identityKind: IdentityKind | null; value: string; display: string };

const handles: IdentityKind[] = [
  "phone",
  "mastodon",
  "bluesky",
  "x",
  "facebook",
  "instagram",
  "telegram",
  "handle",
];

function blockable(kind: string, value: string, display: string): Blockable[] {
  if (kind === "email") {
    const domain = value.split("@")[1] ?? "";
    return [
      { kind: "address", identityKind: "email", value, display },
      ...(domain ? [{ kind: "domain" as const, identityKind: null, value: domain, display: domain }] : []),
    ];
  }
  const identityKind = handles.find((one) => one === kind);
  return identityKind ? [{ kind: "handle", identityKind, value, display }] : [];
}
