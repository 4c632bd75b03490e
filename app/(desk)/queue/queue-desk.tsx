"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Hourglass, Inbox, MousePointerClick, Settings, User } from "lucide-react";
import {
  type ComponentProps,
  memo,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { idOf } from "@/app/_live/cache";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { lazy } from "@/app/_ui/lazy";
import { useKeyOf } from "@/app/(desk)/actions/keyboard";
import { useConversation } from "@/app/(desk)/conversation/use-conversation";
import { useDesk } from "@/app/(desk)/desk";
import { getConversation } from "@/app/(desk)/first-calls";
import { useGo, usePlace, useWhere } from "@/app/(desk)/place";
import { useTriage } from "@/app/(desk)/triage/actions";
import { shownRows } from "@/app/(desk)/triage/order";
import type { ConversationView, ListedRow, QueuePage } from "@/lib/conversations/types";
import type { Opening } from "@/lib/desk/read-opening";
import { firstName } from "./first-name";
import { ListHead } from "./list-head";
import { QueueList } from "./queue-list";
import { useList } from "./use-list";

// What stands right of the list comes when somebody reaches for it: the first paint of the list does not wait.
const loadConversation = () => import("@/app/(desk)/conversation/conversation");
const loadContext = () => import("@/app/(desk)/context/context");
const Conversation = lazy(async () => ({ default: (await loadConversation()).Conversation }));
const OpeningLine = lazy(async () => ({ default: (await import("./opening-line")).OpeningLine }));
const Context = lazy(async () => ({ default: memo((await loadContext()).Context) }));

// None of them shows which conversation is open.
const SettledHead = memo(ListHead);
const SettledBar = memo(PhoneBar);
// Drawn anew before their code has come, what the server drew would be taken away: the open conversation would vanish,
// and the list would jump. So each is drawn only for what it shows.
const SettledOpening = memo(function SettledOpening({ opening }: { opening: Opening }) {
  return (
    <Suspense fallback={null}>
      <OpeningLine opening={opening} />
    </Suspense>
  );
});
const SettledConversation = memo(function SettledConversation(props: ComponentProps<typeof Conversation>) {
  return (
    <Suspense fallback={null}>
      <Conversation {...props} />
    </Suspense>
  );
});
const SettledContext = memo(function SettledContext(props: ComponentProps<typeof Context>) {
  return (
    <Suspense fallback={null}>
      <Context key={props.view.customer.id} {...props} />
    </Suspense>
  );
});

const CALM_MS = 300;

/** List, conversation, context, side by side; one at a time where there is no room. */
export function QueueDesk({
  first,
  drawn,
  opening,
}: {
  first: { key: string; page: QueuePage };
  drawn: ConversationView | null;
  /** What a closed period left; null at other times. */
  opening: Opening | null;
}) {
  const t = useTranslations("desk");
  const place = usePlace();
  const go = useGo();
  const [searching, setSearching] = useState(false);
  const [showsContext, setShowsContext] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const open = place.open;
  const { id, missing } = useOpenId(first.page, drawn);
  const { data: view } = useConversation(id, drawn);
  // Painted after the words: who they are from stands in the head already. And what is deferred waits for code that has
  // not come, instead of taking away what stands.
  const settled = useDeferredValue(view);
  const beside = view && (settled ?? view);
  const close = useCallback(() => go({ open: null }), [go]);
  const openContext = useCallback(() => setShowsContext(true), []);
  const closeContext = useCallback(() => setShowsContext(false), []);
  // The head until the words are there; those that came with the page are there, and nothing need be drawn again.
  const row = id !== null && drawn?.row.id === id ? drawn.row : (view?.row ?? knownRow(first.page, open));

  useFirstReach(() => {
    void loadConversation();
    void loadContext();
  });

  function search() {
    setSearching(true);
    requestAnimationFrame(() => field.current?.focus());
  }

  useEffect(() => {
    document.addEventListener("avant:search", search);
    return () => document.removeEventListener("avant:search", search);
  });

  // Before anybody can reach for it: letters typed after "/" must find a field.
  useEffect(() => {
    const timer = setTimeout(() => void import("./search-field"), CALM_MS);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    function back(event: Event) {
      if (!showsContext) return;
      event.preventDefault();
      setShowsContext(false);
    }
    document.addEventListener("avant:back", back);
    return () => document.removeEventListener("avant:back", back);
  }, [showsContext]);

  return (
    <main className="flex min-w-0 flex-1">
      <section
        aria-label={t("list")}
        className={`flex w-(--list-width) shrink-0 flex-col border-line border-r bg-canvas max-desk:border-r-0 ${
          open === null ? "max-split:w-auto max-split:flex-1" : "max-split:hidden"
        }`}
      >
        <SettledHead searching={searching} field={field} onSearch={setSearching} />
        {opening && place.view === "queue" && place.q === "" ? <SettledOpening opening={opening} /> : null}
        <QueueList first={first} />
        <SettledBar first={first} />
      </section>
      <section
        aria-label={t("conversation")}
        className={`min-w-0 flex-1 flex-col bg-surface ${open === null ? "flex max-split:hidden" : "flex"}`}
      >
        {open === null ? null : <h1 className="sr-only split:hidden">{t(`views.${place.view}`)}</h1>}
        {id ? (
          <SettledConversation id={id} row={row} drawn={drawn} onBack={close} onContext={openContext} />
        ) : missing ? (
          <Gone onBack={close} />
        ) : open === null ? (
          <NothingOpen />
        ) : null}
      </section>
      {beside ? (
        <aside
          aria-label={t("context")}
          className={`scrolls w-(--context-width) shrink-0 border-line border-l bg-canvas max-wide:fixed max-wide:inset-y-0 max-wide:right-0 max-wide:z-40 max-wide:max-w-full max-wide:shadow-float ${
            showsContext ? "max-wide:block" : "max-wide:hidden"
          }`}
        >
          <SettledContext view={beside} onClose={closeContext} />
        </aside>
      ) : null}
    </main>
  );
}

/** Runs once, at the first sign of a hand: before any click, so that the first conversation opens without a wait. */
function useFirstReach(run: () => void) {
  const current = useRef(run);
  useEffect(() => {
    const signs = ["pointermove", "pointerdown", "keydown", "focusin"] as const;
    const stop = new AbortController();
    function reach() {
      stop.abort();
      current.current();
    }
    for (const sign of signs) addEventListener(sign, reach, { signal: stop.signal, passive: true });
    return () => stop.abort();
  }, []);
}

function knownRow(page: QueuePage, number: number | null): ListedRow | null {
  return shownRows().find((row) => row.number === number) ?? rowIn(page, number);
}

function rowIn(page: QueuePage, number: number | null): ListedRow | null {
  return page.items.find((row) => row.number === number) ?? null;
}

/** The id of the open conversation: from what is held here, else asked for by its number. */
function useOpenId(page: QueuePage, drawn: ConversationView | null): { id: string | null; missing: boolean } {
  const { open } = usePlace();
  const client = useQueryClient();
  const known =
    open === null
      ? null
      : drawn?.row.number === open
        ? drawn.row.id
        : (idOf(client, open) ?? rowIn(page, open)?.id ?? null);
  const { data: asked, isError } = useQuery({
    queryKey: ["number", open],
    enabled: open !== null && known === null,
    retry: false,
    queryFn: async () => {
      const view = await getConversation(String(open));
      client.setQueryData(held.conversation(view.row.id), view);
      return view.row.id;
    },
  });
  return { id: known ?? asked ?? null, missing: known === null && isError };
}

function NothingOpen() {
  const t = useTranslations("desk.nothingOpen");
  const { me } = useDesk();
  const triage = useTriage();
  const keyOf = useKeyOf();
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        icon={MousePointerClick}
        title={t("title")}
        actions={
          me.canTriage ? (
            <Button look="accent" keys={keyOf("takeNext")} onClick={triage.takeNext}>
              {t("takeNext")}
            </Button>
          ) : null
        }
      >
        {t("text")}
      </EmptyState>
    </div>
  );
}

function Gone({ onBack }: { onBack(): void }) {
  const t = useTranslations("conversation.gone");
  return (
    <EmptyState icon={Inbox} title={t("title")} actions={<Button onClick={onBack}>{t("back")}</Button>}>
      {t("text")}
    </EmptyState>
  );
}

/** On a phone: the next one to take, under the thumb, and the places to go. */
function PhoneBar({ first }: { first: { key: string; page: QueuePage } }) {
  const t = useTranslations("desk");
  const { me } = useDesk();
  const place = useWhere();
  const go = useGo();
  const triage = useTriage();
  const { data: list } = useList(first);
  const next = list?.rows.find((row) => row.assigneeId === null);
  return (
    <div className="shrink-0 border-line border-t bg-surface desk:hidden">
      {me.canTriage ? (
        <div className="px-3 py-2.5">
          <Button look="accent" size="large" wide onClick={triage.takeNext}>
            {next ? t("takeNextOf", { name: firstName(next.customerName) }) : t("takeNext")}
          </Button>
        </div>
      ) : null}
      <nav aria-label={t("rail")} className="grid h-16 grid-cols-4 border-line border-t">
        <PhoneLink icon={Inbox} current={place.view === "queue"} onClick={() => go({ view: "queue", q: "" })}>
          {t("views.queue")}
        </PhoneLink>
        <PhoneLink icon={User} current={place.view === "mine"} onClick={() => go({ view: "mine", q: "" })}>
          {t("views.mine")}
        </PhoneLink>
        <PhoneLink
          icon={Hourglass}
          current={place.view === "waiting"}
          onClick={() => go({ view: "waiting", q: "" })}
        >
          {t("views.waiting")}
        </PhoneLink>
        <Go href="/settings" className="flex flex-col items-center justify-center gap-1 text-ink-2 type-meta">
          <Icon of={Settings} size={20} />
          {t("settings")}
        </Go>
      </nav>
    </div>
  );
}

function PhoneLink({
  icon,
  current,
  onClick,
  children,
}: {
  icon: typeof Inbox;
  current: boolean;
  onClick(): void;
  children: string;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-current={current ? "page" : undefined}
      className="flex flex-col items-center justify-center gap-1 text-ink-2 type-meta aria-[current=page]:font-medium aria-[current=page]:text-accent"
    >
      <Icon of={icon} size={20} />
      {children}
    </button>
  );
}
