import { CheckCheck } from "lucide-react";
import type { Ref } from "react";
import { Icon } from "@/app/_ui/icon";

/** It has arrived: the words that take the place of the form. */
export function SentCard({
  title,
  reference,
  add,
  another,
  isFramed,
  titleRef,
}: {
  title: string;
  /** The sentence with the reference. */
  reference: string;
  add: string;
  another: { href: string; name: string };
  /** Shown inside somebody else's page, whose main part is theirs. */
  isFramed: boolean;
  titleRef?: Ref<HTMLHeadingElement>;
}) {
  const Root = isFramed ? "div" : "main";
  return (
    <Root className="flex gap-4 rounded-form border border-line bg-surface px-6 py-7 min-[36rem]:px-9">
      <Icon of={CheckCheck} size={28} className="text-good" />
      <div className="flex min-w-0 flex-col gap-1">
        <h1 ref={titleRef} tabIndex={-1} className="break-words type-zone">
          {title}
        </h1>
        <p className="text-ink-2 type-field">
          {reference} {add}
        </p>
        <p className="mt-3">
          <a href={another.href} className="text-accent underline underline-offset-4 type-field">
            {another.name}
          </a>
        </p>
      </div>
    </Root>
  );
}
