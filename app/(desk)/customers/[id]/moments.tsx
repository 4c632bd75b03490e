"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Handshake, MessageCircle, Radio, Reply } from "lucide-react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { useMoment } from "@/app/_ui/time";
import { useChannelIcon } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Api } from "@/app/api/v1/index";

type Item = Api["GET /customers/{id}/moments"]["response"]["items"][number];

/** Everything that was said, done and promised, on all channels, the newest first. */
export function Moments({ id }: { id: string }) {
  const t = useTranslations("customers");
  const list = useInfiniteQuery({
    queryKey: ["customer", id, "moments"],
    queryFn: ({ pageParam }) =>
      api("GET /customers/{id}/moments", {
        params: { id },
        query: pageParam ? { cursor: pageParam, limit: 30 } : { limit: 30 },
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error) return <p className="text-now">{wordsOf(list.error)}</p>;
  if (list.isPending) return <p className="text-ink-2">{t("loading")}</p>;
  if (items.length === 0) return <p className="text-ink-2">{t("nothingYet")}</p>;
  return (
    <>
      <ol className="flex flex-col gap-3">
        {items.map((item) => (
          <Line key={`${item.what} ${item.id}`} item={item} />
        ))}
      </ol>
      {list.hasNextPage ? (
        <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("older")}
        </Button>
      ) : null}
    </>
  );
}

function Line({ item }: { item: Item }) {
  const t = useTranslations("customers");
  const moment = useMoment();
  const iconOf = useChannelIcon();
  const icon =
    item.what === "signal"
      ? Radio
      : item.what === "promise"
        ? Handshake
        : item.kind === "customer"
          ? MessageCircle
          : Reply;
  const what =
    item.what === "message"
      ? t(item.kind === "customer" ? "theyWrote" : "weWrote")
      : item.what === "promise"
        ? t(`promise.${item.kind}`)
        : t.has(`signal.${item.kind}`)
          ? t(`signal.${item.kind}`)
          : item.kind;
  return (
    <li className="flex gap-3">
      <span
        className={`mt-0.5 inline-flex size-5 shrink-0 items-center justify-center ${item.isPublic ? "rounded-key bg-public text-on-public" : "text-ink-2"}`}
      >
        {item.channelKind === null ? (
          <Icon of={icon} size={15} />
        ) : (
          <ChannelIcon name={iconOf(item.channelKind)} size={15} />
        )}
      </span>
      <div className="min-w-0">
        <p className="text-ink-2 type-meta">
          {what} · {moment(item.at)}
          {item.number === null ? null : (
            <>
              {" · "}
              <Go href={`/queue?c=${item.number}`} className="underline-offset-4 hover:underline">
                #{item.number}
              </Go>
            </>
          )}
        </p>
        {item.text ? (
          <p className="line-clamp-3 break-words" dir="auto">
            {item.text}
          </p>
        ) : null}
      </div>
    </li>
  );
}
