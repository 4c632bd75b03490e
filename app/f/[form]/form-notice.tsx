import { Info } from "lucide-react";
import { Icon } from "@/app/_ui/icon";

/** What was agreed to tell everybody who writes today, above the form. */
export function FormNotice({ text }: { text: string }) {
  return (
    <div
      role="note"
      className="flex items-start gap-3 rounded-card border border-line bg-surface px-5 py-4 type-field"
    >
      <Icon of={Info} size={20} className="mt-0.5 text-ink-2" />
      <p className="whitespace-pre-line">{text}</p>
    </div>
  );
}
