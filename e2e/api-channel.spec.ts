import { letRepliesLeave } from "./support/database";
import {
  ask,
  composer,
  expect,
  itemsOf,
  openConversation,
  openDesk,
  rowOf,
  test,
  timeline,
} from "./support/desk";
import { startReceiver } from "./support/receiver";
import { startBridge } from "./support/source-bridge";

const secret = "a-long-and-random-secret-for-tests";

test("a made-up source feeds the queue, takes signed replies, and gets what it missed once it is back", async ({
  sitDown,
  baseURL,
}) => {
  const receiver = await startReceiver(secret);
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/settings/channels");
  const known = itemsOf(await ask(hannah, "GET /channels")).find(
    (channel) => channel.address === "care@marmelune.example",
  );
  const made = await ask(hannah, "POST /channels", {
    kind: "api",
    name: "Pots and Pans forum",
    brandId: known?.brandId,
    teamId: known?.teamId,
    config: { source: "potsandpans", secret, receiverUrl: receiver.url },
  });
  const channelId = String(made?.id);
  expect(await ask(hannah, `POST /channels/${channelId}/check`)).toEqual({ failure: null });

  const salma = await sitDown("Salma Idrissi");
  await openDesk(salma, "apiword");
  const bridge = startBridge({ url: baseURL ?? "", channelId, secret });
  const post = { id: "9007199254740993", thread: "t-1", author: { handle: "@renske", name: "Renske Vos" } };
  await bridge.feed({ ...post, text: "My pan warped, apiword." });
  await bridge.feed({ ...post, text: "My pan warped, apiword." });
  await openConversation(salma, "Renske Vos");
  await expect(rowOf(salma, "Renske Vos")).toHaveCount(1);

  await composer(salma).getByRole("textbox").fill("**Sorry**, Renske. A new one leaves today.");
  await composer(salma).getByRole("button", { name: "Send", exact: true }).click();
  await expect(salma.getByText(/^Sending to Renske/)).toBeVisible();
  await letRepliesLeave();
  await expect.poll(() => receiver.replies().length, { timeout: 15_000 }).toBe(1);
  expect(receiver.replies()[0]).toMatchObject({
    isSigned: true,
    body: { replyTo: "9007199254740993", thread: "t-1", text: "Sorry, Renske. A new one leaves today." },
  });
  await bridge.edit("9007199254740993", "My pan warped and sings, apiword.");
  await expect(timeline(salma).getByText("warped and sings")).toBeVisible();

  receiver.answer(503);
  await bridge.feed({ ...post, id: "t1-2", replyTo: "9007199254740993", text: "And the lid, apiword?" });
  await expect(timeline(salma).getByText("And the lid")).toBeVisible();
  const row = itemsOf(await ask(salma, "GET /conversations?view=queue&limit=5&q=apiword"))[0];
  const view = await ask(salma, `GET /conversations/${row?.id}`);
  await ask(salma, `POST /conversations/${row?.id}/replies`, {
    mode: "private",
    channelId,
    text: "The lid comes with it.",
    recipients: null,
    seen: view?.seen,
  });
  await letRepliesLeave();
  const knocks = async () => itemsOf(await ask(hannah, `GET /channels/${channelId}/knocks`));
  await expect.poll(async () => (await knocks())[0]?.status, { timeout: 15_000 }).toBe(503);
  expect(receiver.replies()).toHaveLength(1);
  expect(await ask(hannah, `POST /channels/${channelId}/redeliver`)).toMatchObject({
    failure: expect.stringContaining("503"),
  });
  receiver.answer(200);
  expect(await ask(hannah, `POST /channels/${channelId}/redeliver`)).toEqual({ count: 1, failure: null });
  await expect.poll(() => receiver.replies().length, { timeout: 15_000 }).toBe(2);
  expect(receiver.replies()[1]).toMatchObject({ isSigned: true, body: { text: "The lid comes with it." } });
  await receiver.close();
});
