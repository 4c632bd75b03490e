"use client";

import { Mail, Users, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/app/_ui/avatar";
import { inputClass } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { useDesk } from "@/app/(desk)/desk";
import { useAvailability, usePersonWords } from "@/app/(desk)/duty/use-availability";
import type { Asked } from "@/lib/asks/ask";

export type Candidate = { id: string; name: string; asked: Asked };

const MOST_FOUND = 6;

/** A field that finds colleagues and teams, and takes any whole e-mail address. */
export function WhoField({
  who,
  onChange,
}: {
  who: Candidate | null;
  onChange(who: Candidate | null): void;
}) {
  const t = useTranslations("asks");
  const ui = useTranslations("ui");
  const { me, agents, teams } = useDesk();
  const known = useAvailability();
  const wordsOf = usePersonWords();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);

  useEffect(() => {
    if (who !== null) return;
    // A dialog that opens takes the focus to its first button: this comes after it.
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [who]);

  const all: Candidate[] = [
    ...agents
      .filter((agent) => agent.id !== me.id)
      .map((agent) => ({ ...agent, asked: { kind: "agent" as const, agentId: agent.id } })),
    ...teams.map((team) => ({ ...team, asked: { kind: "team" as const, teamId: team.id } })),
  ];
  const wanted = plain(text);
  const found =
    wanted === "" ? [] : all.filter((one) => plain(one.name).includes(wanted)).slice(0, MOST_FOUND);
  const address = text.trim();
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address))
    found.push({ id: address, name: address, asked: { kind: "outside", address } });
  const here = Math.min(at, found.length - 1);

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((here + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const one = found[here];
      if (one) onChange(one);
    }
  }

  if (who) {
    return (
      <div className="flex flex-col gap-1.5">
        <span className="font-medium type-row">{t("who")}</span>
        <span className="flex h-10 items-center gap-2.5 rounded-control border border-line px-3 type-field">
          <Mark of={who} />
          <span className="truncate">{who.name}</span>
          <span className="ml-auto">
            <IconButton icon={X} label={ui("cancel")} onClick={() => onChange(null)} />
          </span>
        </span>
      </div>
    );
  }

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium type-row">
        {t("who")}
      </label>
      <input
        ref={field}
        id={id}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        placeholder={t("whoHint")}
        role="combobox"
        autoComplete="off"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found[here] ? `${id}-${here}` : undefined}
        className={inputClass}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t("who")} className="flex flex-col">
        {found.map((one, index) => {
          const person = known?.people.find((each) => each.id === one.id);
          return (
            <div
              key={one.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === here}
              onPointerMove={() => setAt(index)}
              onClick={() => onChange(one)}
              onKeyDown={() => {}}
              className={`flex h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 max-desk:h-11 ${index === here ? "bg-accent-soft" : ""}`}
            >
              <Mark of={one} />
              <span className="truncate">
                {one.asked.kind === "outside" ? t("outside", { address: one.name }) : one.name}
              </span>
              {person ? (
                <span className="ml-auto truncate text-ink-3 type-meta">{wordsOf(person, null)}</span>
              ) : null}
            </div>
          );
        })}
      </div>
      {wanted !== "" && found.length === 0 ? <p className="text-ink-3 type-meta">{t("nobody")}</p> : null}
    </div>
  );
}

function Mark({ of }: { of: Candidate }) {
  if (of.asked.kind === "agent") return <Avatar name={of.name} of="agent" size={20} />;
  return <Icon of={of.asked.kind === "team" ? Users : Mail} />;
}

/** "Inès" is found by "ines". */
function plain(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
