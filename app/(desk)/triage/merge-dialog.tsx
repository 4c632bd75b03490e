"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeftRight, Combine } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Icon } from "@/app/_ui/icon";
import { useMoment } from "@/app/_ui/time";
import * as calls from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { useGo } from "@/app/(desk)/place";
import type { BulkAct } from "@/lib/bulk/act";
import type { ListedRow, QueueRow } from "@/lib/conversations/types";
import type { MergePreview } from "@/lib/merges/preview-merge";
import { useActed } from "./acted";
import { PickConversation } from "./pick-conversation";

/** Two become one: which goes on, what it will be, and a warning where they are two people. */
export function MergeDialog({ row, onClose }: { row: QueueRow; onClose(): void }) {
  const t = useTranslations("triage.beside");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const go = useGo();
  const acted = useActed();
  const [pair, setPair] = useState<{ survivorId: string; stubId: string } | null>(null);
  const [consents, setConsents] = useState(false);
  const { data: preview } = useQuery({
    queryKey: ["merge-preview", pair?.survivorId, pair?.stubId],
    queryFn: () => calls.previewMerge(pair?.survivorId ?? "", pair?.stubId ?? ""),
    enabled: pair !== null,
    staleTime: 0,
  });
  const may = preview && preview.refusal === null && (!preview.mixesCustomers || consents);

  async function put() {
    if (!pair || !preview) return;
    onClose();
    await acted({
      ask: () => calls.merge(pair.survivorId, pair.stubId, consents),
      said: t("merged", { stub: preview.stub.number, survivor: preview.survivor.number }),
      icon: Combine,
      ids: [pair.survivorId, pair.stubId],
    });
    void client.invalidateQueries({ queryKey: held.conversation(pair.stubId) });
    go({ open: preview.survivor.number });
  }

  return (
    <Dialog
      title={t("mergeTitle")}
      closeLabel={ui("close")}
      width="wide"
      onClose={onClose}
      actions={
        pair ? (
          <>
            <Button onClick={() => setPair(null)}>{t("back")}</Button>
            <Button look="accent" disabled={!may} onClick={put}>
              {t("merge")}
            </Button>
          </>
        ) : null
      }
    >
      {pair === null ? (
        <PickConversation
          row={row}
          onPick={(other) =>
            // The older number is the one that the customer knows.
            setPair(
              other.number < row.number
                ? { survivorId: other.id, stubId: row.id }
                : { survivorId: row.id, stubId: other.id },
            )
          }
        />
      ) : preview ? (
        <Preview
          preview={preview}
          consents={consents}
          onConsent={setConsents}
          onSwap={() => setPair({ survivorId: pair.stubId, stubId: pair.survivorId })}
        />
      ) : (
        <p role="status" className="text-ink-3">
          {t("loading")}
        </p>
      )}
    </Dialog>
  );
}

function Preview({
  preview,
  consents,
  onConsent,
  onSwap,
}: {
  preview: MergePreview;
  consents: boolean;
  onConsent(on: boolean): void;
  onSwap(): void;
}) {
  const t = useTranslations("triage.beside");
  const status = useTranslations("conversation.status");
  const errors = useTranslations("triage.beside.refusals");
  const moment = useMoment();
  const { agents } = useDesk();
  const { survivor, stub, after } = preview;
  const assignee = agents.find((agent) => agent.id === after.assigneeId)?.name ?? t("nobody");
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-stretch gap-3 max-desk:flex-col">
        <Side side={stub} role={t("goesIn")} />
        <span className="self-center">
          <Button icon={ArrowLeftRight} onClick={onSwap}>
            {t("swap")}
          </Button>
        </span>
        <Side side={survivor} role={t("staysOn")} />
      </div>
      {preview.refusal ? (
        <p role="alert" className="rounded-row bg-now-soft px-3 py-2 text-now">
          {errors(preview.refusal)}
        </p>
      ) : (
        <>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            <dt className="text-ink-2">{t("after.messages")}</dt>
            <dd>{after.messageCount}</dd>
            <dt className="text-ink-2">{t("after.status")}</dt>
            <dd>{status(after.status)}</dd>
            <dt className="text-ink-2">{t("after.waiting")}</dt>
            <dd>{after.waitingSince ? moment(after.waitingSince) : t("after.nobodyWaits")}</dd>
            <dt className="text-ink-2">{t("after.assignee")}</dt>
            <dd>{assignee}</dd>
            {after.tags.length > 0 ? (
              <>
                <dt className="text-ink-2">{t("after.tags")}</dt>
                <dd>{after.tags.join(", ")}</dd>
              </>
            ) : null}
          </dl>
          <p className="text-ink-2">{t("mergeText", { stub: stub.number, survivor: survivor.number })}</p>
          {preview.mixesCustomers ? (
            <label className="flex cursor-pointer items-start gap-2.5 rounded-row bg-now-soft px-3 py-2 text-now">
              <input
                type="checkbox"
                className="mt-0.5 size-4"
                checked={consents}
                onChange={(event) => onConsent(event.target.checked)}
              />
              {t("mixes", { one: survivor.customerName, other: stub.customerName })}
            </label>
          ) : null}
        </>
      )}
    </div>
  );
}

function Side({ side, role }: { side: MergePreview["survivor"]; role: string }) {
  const t = useTranslations("triage.beside");
  return (
    <section className="min-w-0 flex-1 rounded-row border border-line px-3 py-2">
      <h3 className="text-ink-2 type-meta">{role}</h3>
      <p className="truncate font-semibold" dir="auto">
        #{side.number} {side.customerName}
      </p>
      <p className="truncate text-ink-2" dir="auto">
        {side.subject ?? side.excerpt}
      </p>
      <p className="text-ink-3 type-meta">{t("messages", { count: side.messageCount })}</p>
    </section>
  );
}

/** Several selected ones into the oldest of them. */
export function MergeMany({
  rows,
  onClose,
  onStart,
}: {
  rows: ListedRow[];
  onClose(): void;
  onStart(act: BulkAct): void;
}) {
  const t = useTranslations("triage.beside");
  const ui = useTranslations("ui");
  const [survivorId, setSurvivorId] = useState(
    () => [...rows].sort((a, b) => a.number - b.number)[0]?.id ?? "",
  );
  const [consents, setConsents] = useState(false);
  const people = new Set(rows.map((row) => row.customerId)).size;
  return (
    <Dialog
      title={t("mergeMany", { count: rows.length })}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            look="accent"
            disabled={people > 1 && !consents}
            onClick={() => onStart({ verb: "merge", survivorId, mayMixCustomers: consents ? "yes" : "no" })}
          >
            {t("merge")}
          </Button>
        </>
      }
    >
      <fieldset className="flex max-h-72 flex-col overflow-y-auto">
        <legend className="mb-2 font-medium">{t("staysOn")}</legend>
        {rows.map((row) => (
          <label key={row.id} className="flex min-h-8 cursor-pointer items-center gap-2.5 max-desk:min-h-11">
            <input
              type="radio"
              name="survivor"
              className="size-4"
              checked={row.id === survivorId}
              onChange={() => setSurvivorId(row.id)}
            />
            <span className="truncate" dir="auto">
              #{row.number} {row.customerName}
            </span>
          </label>
        ))}
      </fieldset>
      {people > 1 ? (
        <label className="mt-3 flex cursor-pointer items-start gap-2.5 rounded-row bg-now-soft px-3 py-2 text-now">
          <input
            type="checkbox"
            className="mt-0.5 size-4"
            checked={consents}
            onChange={(event) => setConsents(event.target.checked)}
          />
          <span>
            <Icon of={Combine} size={14} className="mr-1 inline" />
            {t("mixesMany", { count: people })}
          </span>
        </label>
      ) : null}
    </Dialog>
  );
}
