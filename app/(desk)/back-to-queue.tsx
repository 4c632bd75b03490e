import { ArrowLeft } from "lucide-react";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";

/** The way back on a phone, which has no rail. */
export function BackToQueue({ label }: { label: string }) {
  return (
    <Go href="/queue" className="-mb-3 flex h-11 items-center gap-2 text-ink-2 desk:hidden print:hidden">
      <Icon of={ArrowLeft} />
      {label}
    </Go>
  );
}
