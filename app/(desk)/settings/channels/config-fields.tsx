"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { Select, TextArea, TextField } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { Switch } from "@/app/_ui/switch";
import type { Json } from "@/lib/channels/channel";

export type Values = { [name: string]: Json };

type Field = {
  name: string;
  key: string;
  type: "text" | "number" | "switch" | "choice" | "lines";
  choices: string[];
  secret: boolean;
  multiline: boolean;
  /** Stands in the folded part. */
  advanced: boolean;
  required: boolean;
  placeholder: string;
};

/** The settings of one kind of channel, drawn from its JSON Schema; texts stand under `channels.<kind>.fields`. */
export function ConfigFields({
  kind,
  schema,
  values,
  secretsSet,
  onChange,
}: {
  kind: string;
  schema: { [key: string]: Json };
  values: Values;
  secretsSet: readonly string[];
  onChange(values: Values): void;
}) {
  const t = useTranslations("settings.channels");
  const fields = fieldsOf(schema);
  const draw = (field: Field) => (
    <ConfigField
      key={field.name}
      kind={kind}
      field={field}
      value={values[field.name]}
      isKept={field.secret && secretsSet.includes(field.name)}
      onChange={(next) => onChange({ ...values, [field.name]: next })}
    />
  );
  const advanced = fields.filter((field) => field.advanced);
  return (
    <>
      {fields.filter((field) => !field.advanced).map(draw)}
      {advanced.length > 0 ? (
        <details className="group rounded-card border border-line px-4 py-3">
          <summary className="flex cursor-pointer items-center gap-2 font-medium">
            <Icon of={ChevronRight} size={14} className="transition-transform group-open:rotate-90" />
            {t("advanced", { count: advanced.length })}
          </summary>
          <div className="mt-4 flex flex-col gap-5">{advanced.map(draw)}</div>
        </details>
      ) : null}
    </>
  );
}

function ConfigField({
  kind,
  field,
  value,
  isKept,
  onChange: set,
}: {
  kind: string;
  field: Field;
  value: Json | undefined;
  /** A secret is stored that the server does not give out. */
  isKept: boolean;
  onChange(value: Json): void;
}) {
  const t = useTranslations(`channels.${kind}`);
  const own = useTranslations("settings.channels");
  const label = t.has(`fields.${field.key}`) ? t(`fields.${field.key}`) : field.key;
  const hint = t.has(`hints.${field.key}`) ? t(`hints.${field.key}`) : undefined;
  const text = typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

  switch (field.type) {
    case "switch":
      return <Switch label={label} hint={hint} checked={value === true} onChange={set} />;
    case "choice":
      return (
        <Select
          label={label}
          hint={hint}
          value={text}
          onChange={(event) => set(event.target.value)}
          options={field.choices.map((choice) => ({
            value: choice,
            label: t.has(`choices.${choice}`)
              ? t(`choices.${choice}`)
              : own.has(`choices.${choice}`)
                ? own(`choices.${choice}`)
                : choice,
          }))}
        />
      );
    case "lines":
      return (
        <TextArea
          label={label}
          hint={hint ?? own("onePerLine")}
          rows={2}
          value={Array.isArray(value) ? value.join("\n") : ""}
          onChange={(event) =>
            set(
              event.target.value
                .split("\n")
                .map((line) => line.trim())
                .filter(Boolean),
            )
          }
        />
      );
    case "number":
      return (
        <TextField
          label={label}
          aside={field.required ? undefined : own("optional")}
          hint={hint}
          type="number"
          inputMode="numeric"
          value={text}
          required={field.required}
          placeholder={field.placeholder}
          onChange={(event) => set(event.target.value === "" ? null : Number(event.target.value))}
        />
      );
    case "text":
      return field.multiline ? (
        <TextArea
          label={label}
          hint={hint}
          rows={3}
          value={text}
          onChange={(event) => set(event.target.value)}
        />
      ) : (
        <TextField
          label={label}
          aside={field.required ? undefined : own("optional")}
          hint={isKept ? own("secretKept") : hint}
          type={field.secret ? "password" : "text"}
          autoComplete={field.secret ? "new-password" : "off"}
          spellCheck={false}
          value={text}
          required={field.required && !isKept}
          placeholder={field.placeholder}
          onChange={(event) => set(event.target.value)}
        />
      );
  }
}

/** What every field starts with, from the schema's own defaults. */
export function defaultsOf(schema: { [key: string]: Json }): Values {
  return Object.fromEntries(
    Object.entries(properties(schema)).flatMap(([name, property]) =>
      property.default === undefined ? [] : [[name, property.default]],
    ),
  );
}

function fieldsOf(schema: { [key: string]: Json }): Field[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const shown = Object.entries(properties(schema)).filter(([, property]) => property.hidden !== true);
  return shown.map(([name, property]) => ({
    name,
    key: typeof property.field === "string" ? property.field : name,
    ...typeOf(property),
    secret: property.secret === true,
    multiline: property.multiline === true,
    advanced: property.advanced === true,
    required: required.includes(name) && property.minLength !== 0,
    placeholder: typeof property.placeholder === "string" ? property.placeholder : "",
  }));
}

function typeOf(property: { [key: string]: Json | undefined }): Pick<Field, "type" | "choices"> {
  const choices = Array.isArray(property.enum) ? property.enum.filter((one) => typeof one === "string") : [];
  if (choices.length > 0) return { type: "choice", choices };
  const types = [
    property.type,
    ...(Array.isArray(property.anyOf) ? property.anyOf.map((one) => (isObject(one) ? one.type : null)) : []),
  ];
  if (types.includes("boolean")) return { type: "switch", choices };
  if (types.includes("integer") || types.includes("number")) return { type: "number", choices };
  if (types.includes("array")) return { type: "lines", choices };
  return { type: "text", choices };
}

function properties(schema: { [key: string]: Json }): {
  [name: string]: { [key: string]: Json | undefined };
} {
  return Object.fromEntries(
    Object.entries(isObject(schema.properties) ? schema.properties : {}).flatMap(([name, property]) =>
      isObject(property) ? [[name, property]] : [],
    ),
  );
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
