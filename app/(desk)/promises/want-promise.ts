"use client";

/** What is to be promised to whom, as far as it is known: a sentence of a message, or nothing yet. */
export type Wanted = {
  conversationId: string;
  customerName: string;
  text: string;
  due: string;
  messageId: string | null;
};

declare global {
  interface DocumentEventMap {
    "avant:promise": CustomEvent<Wanted>;
  }
}

/** Opens the promise from wherever somebody wants one; words marked in a reply of ours become its text. */
export function wantPromise(row: { id: string; customerName: string }, more: Partial<Wanted> = {}): void {
  const marked = markedReply();
  document.dispatchEvent(
    new CustomEvent("avant:promise", {
      detail: {
        conversationId: row.id,
        customerName: row.customerName,
        text: marked?.text ?? "",
        due: "",
        messageId: marked?.messageId ?? null,
        ...more,
      },
    }),
  );
}

export function onPromise(hear: (wanted: Wanted) => void): () => void {
  const listen = (event: CustomEvent<Wanted>) => hear(event.detail);
  document.addEventListener("avant:promise", listen);
  return () => document.removeEventListener("avant:promise", listen);
}

/** What is marked in one message, and in which. */
export function markedReply(): { text: string; messageId: string } | null {
  const marked = getSelection();
  const text = marked?.toString().replace(/\s+/g, " ").trim() ?? "";
  if (!marked || text.length < 4 || text.length > 500) return null;
  const messageOf = (node: Node | null) =>
    (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>("[data-message]") ?? null;
  const message = messageOf(marked.anchorNode);
  if (!message || message !== messageOf(marked.focusNode)) return null;
  return { text, messageId: message.dataset.message ?? "" };
}
