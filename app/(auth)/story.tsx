import { Globe, Lock, Mail, Store } from "lucide-react";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { Icon } from "@/app/_ui/icon";

const nodes = [
  { icon: Mail, key: "mail" },
  { icon: Store, key: "shop" },
  { icon: Lock, key: "private" },
  { icon: Globe, key: "public" },
] as const;

/** What the product is for, told as one customer's line of time. */
export async function Story() {
  const t = translator(await locale(), "auth.story");
  return (
    <figure className="flex flex-col gap-6">
      <figcaption className="text-balance type-form-title">{t("title")}</figcaption>
      <ol className="relative flex flex-col gap-4 before:absolute before:top-4 before:bottom-4 before:left-[10px] before:w-px before:bg-line-strong">
        {nodes.map(({ icon, key }) => (
          <li key={key} className="relative flex items-center gap-4">
            <span
              className={`inline-flex size-[21px] items-center justify-center ${
                key === "public" ? "rounded-key bg-public text-on-public" : "bg-sunken text-ink-2"
              }`}
            >
              <Icon of={icon} size={key === "public" ? 14 : 18} />
            </span>
            <span className="flex flex-col">
              <span className={`type-field ${key === "public" ? "font-semibold text-public" : ""}`}>
                {t(`${key}.what`)}
              </span>
              <span className="text-ink-2">{t(`${key}.when`)}</span>
            </span>
          </li>
        ))}
      </ol>
      <p className="text-ink-2 type-field">{t("text")}</p>
    </figure>
  );
}
