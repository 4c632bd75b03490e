"use client";

import { useTranslations } from "use-intl";
import type { Api } from "@/app/api/v1/index";

type Import = Api["GET /imports/{id}"]["response"];
type Preview = Api["GET /imports/{id}/preview"]["response"];

/** What an import would do: numbers first, then its first rows, then what cannot be read. */
export function Would({ preview, what }: { preview: Preview; what: Import["what"] }) {
  const t = useTranslations("signals.imports");
  const rules = useTranslations("signals.rulesPage.kinds");
  const faults = useTranslations("signals.imports.faults");
  const { would } = preview;
  const fields = [...new Set(preview.rows.flatMap(({ cells }) => Object.keys(cells)))];
  const opens = would?.rules.filter(({ count }) => count > 0) ?? [];
  return (
    <div className="flex flex-col gap-3">
      {would && what === "customers" ? (
        <div className="flex flex-col gap-1">
          <p className="font-medium">{t("would")}</p>
          <p>
            {t("newCustomers", { count: would.newCustomers })},{" "}
            {t("knownCustomers", { count: would.knownCustomers })},{" "}
            {t("rowsThatBring", { count: would.stored })}, {t("rowsKnown", { count: would.known })},{" "}
            {t("conflicting", { count: would.conflicting })}, {t("faulty", { count: preview.faulty })}.
          </p>
        </div>
      ) : would ? (
        <div className="flex flex-col gap-1">
          <p className="font-medium">{t("would")}</p>
          <p>
            {t("newSigns", { count: would.stored })}, {t("knownSigns", { count: would.known })},{" "}
            {t("knownCustomers", { count: would.knownCustomers })},{" "}
            {t("newCustomers", { count: would.newCustomers })}, {t("faulty", { count: preview.faulty })}.
          </p>
          {opens.length === 0 ? <p className="text-ink-2">{t("opensNone")}</p> : null}
          <ul className="list-disc pl-5">
            {opens.map(({ kind, isOn, count }) => (
              <li key={kind} className={isOn ? "" : "text-ink-3"}>
                {t("opens", { count, rule: rules.has(kind) ? rules(kind) : kind })}
                {isOn ? null : ` (${t("off")})`}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <section
        aria-label={t("columns")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to move it sideways.
        tabIndex={0}
        className="overflow-x-auto rounded-card border border-line bg-surface"
      >
        <table className="w-full border-collapse text-left type-meta">
          <thead>
            <tr className="border-line border-b text-ink-2">
              {fields.map((field) => (
                <th key={field} className="whitespace-nowrap px-3 py-2 font-medium">
                  {t(`fields.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map(({ line, cells, fault }) => (
              <tr key={line} className={`border-line not-last:border-b align-top ${fault ? "text-now" : ""}`}>
                {fields.map((field) => (
                  <td key={field} className="px-3 py-2">
                    <span className="line-clamp-2 max-w-64 break-words">{cells[field] ?? ""}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {preview.faults.length > 0 ? (
        <ul className="list-disc pl-5 text-now">
          {preview.faults.slice(0, 8).map(({ line, code, params }) => (
            <li key={line}>{t("line", { line, why: faults.has(code) ? faults(code, params) : code })}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
