"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { IconButton } from "@/app/_ui/icon-button";
import { toast } from "@/app/_ui/toast";
import { renew } from "@/app/(desk)/customers/decide-same";
import { offerUndo } from "@/app/(desk)/triage/undoable";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Customer } from "./view";

const kinds = ["email", "phone", "customer_number", "order_number"] as const;

/** Addresses and handles with what vouches for each; adding one, and taking away one that is not theirs. */
export function Identities({ customer, mayEdit }: { customer: Customer; mayEdit: boolean }) {
  const t = useTranslations("customers");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const [kind, setKind] = useState<(typeof kinds)[number]>("email");
  const [value, setValue] = useState("");
  const [problem, setProblem] = useState<string | undefined>();

  async function add() {
    try {
      await api("POST /customers/{id}/identities", { params: { id: customer.id }, body: { kind, value } });
      setAdding(false);
      setValue("");
      setProblem(undefined);
      renew(client);
    } catch (error) {
      setProblem(wordsOf(error));
    }
  }

  async function remove(identityId: string, display: string) {
    const params = { id: customer.id, identityId };
    try {
      await api("DELETE /customers/{id}/identities/{identityId}", { params });
      renew(client);
      const back = () =>
        void api("POST /customers/{id}/identities/{identityId}/restore", { params })
          .catch((error: unknown) => toast({ tone: "failed", text: wordsOf(error) }))
          .finally(() => renew(client));
      offerUndo(back, 10);
      toast({
        tone: "done",
        text: t("removed", { value: display }),
        seconds: 10,
        action: { label: ui("undo"), keys: "z", run: back },
      });
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <>
      <ul className="flex flex-col gap-1">
        {customer.identities.map(({ id, display, evidence, kind: of }) => (
          <li key={id} className="flex items-center gap-2">
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="truncate" dir="auto">
                {display}
              </span>
              <span className="text-ink-3 type-meta">
                {t.has(`kind.${of}`) ? t(`kind.${of}`) : of} ·{" "}
                {t.has(`evidence.${evidence}`) ? t(`evidence.${evidence}`) : evidence}
              </span>
            </span>
            {mayEdit ? (
              <IconButton
                icon={X}
                label={t("remove", { value: display })}
                onClick={() => void remove(id, display)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit && !isAdding ? (
        <Button icon={Plus} onClick={() => setAdding(true)}>
          {t("addAddress")}
        </Button>
      ) : null}
      {isAdding ? (
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Select
            label={t("kindLabel")}
            value={kind}
            onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? "email")}
            options={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          />
          <TextField
            label={t("value")}
            value={value}
            error={problem}
            onChange={(event) => setValue(event.target.value)}
          />
          <div className="flex gap-2">
            <Button look="accent" type="submit" disabled={value.trim() === ""}>
              {t("add")}
            </Button>
            <Button onClick={() => setAdding(false)}>{ui("cancel")}</Button>
          </div>
        </form>
      ) : null}
    </>
  );
}
