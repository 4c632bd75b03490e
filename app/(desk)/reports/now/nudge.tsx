"use client";

import { useQueryClient } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { addNote } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { ListedRow } from "@/lib/conversations/types";

/** A note that calls whoever has it, else its team: they are told as by any note that names them. */
export function Nudge({ row, onDone }: { row: ListedRow; onDone(): void }) {
  const t = useTranslations("reportNow");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const { agents, teams } = useDesk();
  const whom =
    agents.find((agent) => agent.id === row.assigneeId) ?? teams.find((team) => team.id === row.teamId);
  const [text, setText] = useState(t("nudgeText", { who: whom?.name ?? "", customer: row.customerName }));
  const [isBusy, setBusy] = useState(false);

  async function send() {
    if (!whom) return;
    setBusy(true);
    try {
      await addNote(row.id, text, [whom.id]);
      void client.invalidateQueries({ queryKey: held.conversation(row.id) });
      toast({ tone: "done", text: t("nudged", { name: whom.name }), icon: BellRing, seconds: 6 });
      onDone();
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
      setBusy(false);
    }
  }

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label={t("nudgeLabel", { name: whom?.name ?? "" })}
        rows={2}
        maxLength={2_000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex gap-2">
        <Button type="submit" look="accent" icon={BellRing} disabled={isBusy || text.trim() === ""}>
          {t("nudge")}
        </Button>
        <Button look="plain" onClick={onDone}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  );
}
