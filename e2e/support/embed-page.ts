import { createServer } from "node:http";

/**
 * A shop's own page, on another origin than the product (127.0.0.1 against localhost, and another port), that shows
 * the form. Its policy allows what the documentation says and nothing else.
 */
export async function startEmbedPage(productUrl: string, attributes: Record<string, string>) {
  const data = Object.entries(attributes)
    .map(([name, value]) => ` data-${name}="${value}"`)
    .join("");
  const policy = `default-src 'none'; script-src ${productUrl}; frame-src ${productUrl}; style-src 'none'`;
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy })
      .end(
        `<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width">
<title>Marmelune shop</title>
<main>
<h1>Kettles</h1>
<p>Something wrong with your kettle?</p>
<script src="${productUrl}/embed.js"${data} async></script>
<p>Below the form.</p>
</main>
`,
      );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, stop: () => new Promise((done) => server.close(done)) };
}
