"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Select, TextField } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { createSavedReply } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { languages } from "@/db/enums";
import type { ConversationView } from "@/lib/conversations/types";

/** The words that are there as a saved reply, with what is known about this customer taken out again. */
export function SaveReply({
  view,
  text,
  onClose,
}: {
  view: ConversationView;
  text: string;
  onClose(): void;
}) {
  const t = useTranslations("composer.saveReply");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const { me, teams } = useDesk();
  const [name, setName] = useState("");
  const [scope, setScope] = useState("me");
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const general = withVariables(text.trim(), view.values);
  const language = languages.find((one) => one === (view.customer.language ?? "").slice(0, 2)) ?? null;

  async function save() {
    setBusy(true);
    try {
      await createSavedReply({
        name,
        texts: [{ language, mode: null, text: general }],
        scope: scopeOf(scope, view.brand.id),
      });
      await client.invalidateQueries({ queryKey: ["saved-replies"] });
      toast({ tone: "done", text: t("saved", { name }), seconds: 5 });
      onClose();
    } catch (error) {
      setFailure(wordsOf(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t("title")}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <Button look="accent" disabled={isBusy || name.trim() === ""} onClick={() => void save()}>
          {t("save")}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "" && !isBusy) void save();
        }}
      >
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          error={failure}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label={t("for")}
          value={scope}
          onChange={(event) => setScope(event.target.value)}
          options={[
            { value: "me", label: t("forMe") },
            ...teams
              .filter((team) => me.teamIds.includes(team.id))
              .map((team) => ({ value: team.id, label: t("forTeam", { team: team.name }) })),
            { value: "brand", label: t("forBrand", { brand: view.brand.name }) },
            { value: "everybody", label: t("forEverybody") },
          ]}
        />
        <p className="words rounded-control bg-sunken p-3 type-row" dir="auto">
          {general}
        </p>
      </form>
    </Dialog>
  );
}

function scopeOf(chosen: string, brandId: string) {
  if (chosen === "me" || chosen === "everybody") return { for: chosen } as const;
  return chosen === "brand"
    ? ({ for: "brand", brandId } as const)
    : ({ for: "team", teamId: chosen } as const);
}

/** What is true of this customer only becomes a variable again: their names, their number. */
function withVariables(text: string, values: { [name: string]: string }): string {
  const names = [
    "customer.name",
    "customer.first_name",
    "customer.order",
    "conversation.number",
    "agent.name",
  ];
  return names.reduce((words, name) => {
    const value = values[name];
    return value && value.length > 2 ? words.replaceAll(value, `{{${name}}}`) : words;
  }, text);
}
