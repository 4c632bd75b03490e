import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type FeedComment = { id: number; author: string; text: string; at: Date; answers: number | null };
export type FeedServer = Awaited<ReturnType<typeof startFeedServer>>;

/**
 * A small blog on loopback that speaks as WordPress does: /comments/feed/ with ETag and Last-Modified, the page of
 * its one article, and whatever else a test serves at an address of its own. It can be away for a while.
 */
export async function startFeedServer() {
  const comments: FeedComment[] = [];
  const served = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const asked: Array<{ path: string; agent: string; conditional: boolean; status: number }> = [];
  let away = false;
  let url = "";
  let lastId = 899;
  const server = createServer((request, response) => {
    if (away) {
      request.socket.destroy();
      return;
    }
    const path = new URL(request.url ?? "/", url).pathname;
    response.on("finish", () =>
      asked.push({
        path,
        agent: request.headers["user-agent"] ?? "",
        conditional: request.headers["if-none-match"] !== undefined,
        status: response.statusCode,
      }),
    );
    const own = served.get(path);
    if (own) own(request, response);
    else if (path === "/comments/feed/") commentFeed(request, response);
    else if (path === "/bouilloires/") articlePage(response);
    else response.writeHead(404).end();
  });

  function commentFeed(request: IncomingMessage, response: ServerResponse): void {
    // As WordPress has it: the mark knows when the newest comment was written, not that one was edited or deleted.
    const newest = Math.max(0, ...comments.map(({ at }) => at.getTime()));
    const etag = `"${createHash("md5").update(String(newest)).digest("hex")}"`;
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    const items = [...comments]
      .reverse()
      .slice(0, 10)
      .map((comment) => commentItem(url, comment))
      .join("\n");
    response.writeHead(200, { "content-type": "application/rss+xml; charset=UTF-8", etag });
    response.end(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Comments for Nora cooks</title><link>${url}</link>${items}</channel></rss>`);
  }

  function articlePage(response: ServerResponse): void {
    const list = comments.map(({ id, text }) => `<li id="comment-${id}">${text}</li>`).join("");
    response.writeHead(200, { "content-type": "text/html" });
    response.end(
      `<html><head><link rel="alternate" type="application/rss+xml" href="/comments/feed/"></head><body><ol>${list}</ol></body></html>`,
    );
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound: AddressInfo | string | null = server.address();
  url = `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`;
  return {
    url,
    /** Every request that was answered, the oldest first. */
    asked,
    comment(details: Pick<FeedComment, "author" | "text"> & Partial<FeedComment>): FeedComment {
      const comment = { id: ++lastId, at: new Date(), answers: null, ...details };
      comments.push(comment);
      return comment;
    },
    edit(id: number, text: string): void {
      for (const comment of comments) if (comment.id === id) comment.text = text;
    },
    remove(id: number): void {
      comments.splice(
        comments.findIndex((comment) => comment.id === id),
        1,
      );
    },
    /** Answers a path with these bytes. */
    serve(
      path: string,
      body: string | Uint8Array,
      headers: { [name: string]: string } = {},
      status = 200,
    ): string {
      served.set(path, (_request, response) => response.writeHead(status, headers).end(body));
      return `${url}${path}`;
    },
    answer(path: string, by: (request: IncomingMessage, response: ServerResponse) => void): string {
      served.set(path, by);
      return `${url}${path}`;
    },
    /** As if its line was cut. */
    setAway(isAway: boolean): void {
      away = isAway;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function commentItem(url: string, { id, author, text, at, answers }: FeedComment): string {
  const above =
    answers === null
      ? ""
      : `<p>In reply to <a href="${url}/bouilloires/#comment-${answers}">Somebody</a>.</p>\n`;
  return `<item><title>Comment on Which kettle? by ${author}</title><link>${url}/bouilloires/#comment-${id}</link>
<dc:creator><![CDATA[${author}]]></dc:creator><pubDate>${at.toUTCString()}</pubDate>
<guid isPermaLink="false">${url}/?p=7#comment-${id}</guid><description><![CDATA[${text}]]></description>
<content:encoded><![CDATA[${above}<p>${text}</p>]]></content:encoded></item>`;
}
