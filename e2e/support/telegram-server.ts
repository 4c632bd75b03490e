import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import busboy from "busboy";

type Fields = { [name: string]: unknown };
export type BotCall = { method: string; fields: Fields; files: { [name: string]: string } };

/**
 * As much of the Bot API as a bot uses that answers people: news by long polling or webhook, confirmed by the offset,
 * messages, files, and the refusals that people meet. It can be cut for a while.
 */
export async function startTelegramServer(token = "7012345678:AAmarmelune-care-bot-token") {
  const bot = {
    id: Number(token.split(":")[0]),
    is_bot: true,
    first_name: "Marmelune",
    username: "marmelune_bot",
  };
  const updates: Fields[] = [];
  const sent: BotCall[] = [];
  const files = new Map<string, Buffer>();
  const waiting = new Set<() => void>();
  const refusals: Array<{ method: string; code: number; description: string; parameters?: Fields }> = [];
  let nextUpdate = 500;
  let nextMessage = 1;
  let hook: { url: string; secret: string } | null = null;
  let server: Server;
  let port = 0;

  function answer(response: ServerResponse, status: number, body: object): void {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, kind, given, rest = ""] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(request.url ?? "") ?? [];
    if (given !== token)
      return answer(response, 401, { ok: false, error_code: 401, description: "Unauthorized" });
    if (kind) {
      const bytes = files.get(rest);
      response.writeHead(bytes ? 200 : 404).end(bytes);
      return;
    }
    const call = await readCall(request, rest);
    const refusal = refusals.findIndex((one) => one.method === rest);
    if (refusal >= 0) {
      const [{ code, description, parameters }] = refusals.splice(refusal, 1) as [(typeof refusals)[0]];
      return answer(response, code, { ok: false, error_code: code, description, parameters });
    }
    const result = await resultOf(call);
    if (!response.destroyed) answer(response, 200, { ok: true, result });
  }

  async function resultOf({ method, fields, files: attached }: BotCall): Promise<unknown> {
    switch (method) {
      case "getMe":
        return bot;
      case "getUpdates":
        return news(Number(fields.offset ?? 0), Number(fields.timeout ?? 0));
      case "setWebhook":
        hook = { url: String(fields.url), secret: String(fields.secret_token) };
        return true;
      case "deleteWebhook":
        hook = null;
        return true;
      case "getWebhookInfo":
        return { url: hook?.url ?? "" };
      case "getFile":
        return { file_id: fields.file_id, file_path: `photos/${String(fields.file_id)}.jpg` };
      case "sendMessage":
      case "sendPhoto":
      case "sendDocument":
        sent.push({ method, fields, files: attached });
        return { message_id: nextMessage++, chat: { id: Number(fields.chat_id), type: "private" }, date: 0 };
      default:
        return true;
    }
  }

  /** What is before the offset is confirmed and gone. Without news the answer is held back. */
  async function news(offset: number, seconds: number): Promise<Fields[]> {
    while (updates[0] && Number(updates[0].update_id) < offset) updates.shift();
    if (updates.length === 0 && seconds > 0)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(end, seconds * 1000);
        function end() {
          clearTimeout(timer);
          waiting.delete(end);
          resolve();
        }
        waiting.add(end);
      });
    return updates.filter((one) => Number(one.update_id) >= offset);
  }

  function bring(update: Fields): number {
    const id = nextUpdate++;
    updates.push({ update_id: id, ...update });
    for (const end of waiting) end();
    return id;
  }

  async function open(): Promise<void> {
    server = createServer((request, response) => {
      handle(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    const address = server.address();
    port = typeof address === "object" && address !== null ? address.port : 0;
  }

  async function close(): Promise<void> {
    for (const end of waiting) end();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  await open();
  return {
    token,
    bot,
    url: `http://127.0.0.1:${port}`,
    sent: () => sent,
    hook: () => hook,
    pending: () => updates.length,
    isAsked: () => waiting.size > 0,
    /** Somebody writes to the bot in private; `more` is anything else that a message may hold. */
    say(person: { id: number; name: string; username?: string }, text: string | null, more: Fields = {}) {
      const from = { id: person.id, is_bot: false, first_name: person.name, username: person.username };
      const message_id = nextMessage++;
      const message = {
        message_id,
        from,
        chat: { id: person.id, type: "private", first_name: person.name },
        date: Math.floor(Date.now() / 1000),
        ...(text === null ? {} : { text }),
        ...more,
      };
      bring({ message });
      return message;
    },
    edit(message: object, text: string) {
      bring({ edited_message: { ...message, text, edit_date: Math.floor(Date.now() / 1000) } });
    },
    keepFile(id: string, bytes: Buffer) {
      files.set(`photos/${id}.jpg`, bytes);
    },
    /** The next call of this method is refused. */
    refuse(method: string, code: number, description: string, parameters: Fields = {}) {
      refusals.push({ method, code, description, parameters });
    },
    /** As if the line were cut; `mend` is its end. */
    cut: close,
    mend: open,
    close,
  };
}

export type TelegramServer = Awaited<ReturnType<typeof startTelegramServer>>;

async function readCall(request: IncomingMessage, path: string): Promise<BotCall> {
  const method = path.split("?")[0] ?? "";
  const call: BotCall = { method, fields: {}, files: {} };
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) {
    await new Promise<void>((resolve, reject) => {
      const form = busboy({ headers: request.headers });
      form.on("field", (name, value) => {
        call.fields[name] = value;
      });
      form.on("file", (name, stream, info) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          call.files[name] = `${info.filename}: ${Buffer.concat(chunks).toString("utf8")}`;
        });
      });
      form.once("error", reject);
      form.once("close", () => resolve());
      request.pipe(form);
    });
    return call;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString("utf8");
  const fields: unknown = text === "" ? {} : JSON.parse(text);
  return { ...call, fields: typeof fields === "object" && fields !== null ? { ...fields } : {} };
}
