import { letRepliesLeave } from "./support/database";
import { composer, connect, expect, openConversation, openDesk, rowOf, test, timeline } from "./support/desk";
import { startTelegramServer, type TelegramServer } from "./support/telegram-server";

let server: TelegramServer;
test.beforeAll(async () => {
  server = await startTelegramServer();
});
test.afterAll(() => server.close());

test("somebody writes to the bot, is answered, and nothing is lost while Telegram is away", async ({
  sitDown,
}) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/settings/channels");
  await connect(hannah, "telegram", "@marmelune_bot", { token: server.token, apiRoot: server.url });
  const salma = await sitDown("Salma Idrissi");
  await openDesk(salma, "Solveig");
  const solveig = { id: 7_999_999_999_999_999, name: "Solveig", username: "solveig_k" };
  const pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  server.keepFile("leak", Buffer.from(pixel, "base64"));
  const first = server.say(solveig, null, {
    caption: "Solveig here, the tap leaks",
    photo: [{ file_id: "leak", file_unique_id: "l", width: 800, height: 600 }],
  });
  await openConversation(salma, "Solveig");
  await expect(timeline(salma).getByText("the tap leaks")).toBeVisible();
  const picture = timeline(salma).getByRole("img", { name: /photo-\d+\.jpg/ });
  await expect(picture).toBeVisible({ timeout: 15_000 });

  await composer(salma).getByRole("textbox").fill("A new tap leaves today.");
  await composer(salma).getByRole("button", { name: "Send", exact: true }).click();
  await expect(salma.getByText(/^Sending to Solveig/)).toBeVisible();
  await letRepliesLeave();
  await expect.poll(() => server.sent().length, { timeout: 15_000 }).toBe(1);
  expect(server.sent()[0]?.fields).toMatchObject({
    chat_id: String(solveig.id),
    text: "A new tap leaves today.",
    reply_parameters: { message_id: first.message_id },
  });

  await server.cut();
  server.say(solveig, "Which colour?");
  await server.mend();
  await expect(timeline(salma).getByText("Which colour?")).toBeVisible({ timeout: 20_000 });
  await expect(rowOf(salma, "Solveig")).toHaveCount(1);
});
