import { ask, expect, itemsOf, openDesk, rowOf, test } from "./support/desk";
import { startLine } from "./support/line";
import { sendMail } from "./support/mail";

test("after a cut the screen is right again: what arrived is there, what was resolved is gone", async ({
  sitDown,
}) => {
  const writer = (name: string) => ({ name, address: `${name.toLowerCase().replace(" ", ".")}@example.org` });
  const line = await startLine(Number(process.env.E2E_PORT));
  const salma = await sitDown("Salma Idrissi", { baseURL: line.url });
  const tom = await sitDown("Tom Verhaegen");
  await Promise.all([openDesk(salma, "during-the-cut"), openDesk(tom, "during-the-cut")]);
  const to = "care@marmelune.example";
  await sendMail({
    from: writer("Ingrid Sauvage"),
    to,
    subject: "Before",
    text: "Before, not during-the-cut.",
  });
  await Promise.all([salma, tom].map((page) => rowOf(page, "Ingrid Sauvage").waitFor()));

  line.cut();
  await expect(salma.getByText(/^Offline\./)).toBeVisible({ timeout: 30_000 });
  await sendMail({ from: writer("Jeanne Rival"), to, subject: "During", text: "Sent during-the-cut." });
  await rowOf(tom, "Jeanne Rival").waitFor();
  const queue = itemsOf(await ask(tom, "GET /conversations?view=queue&limit=200"));
  const before = queue.find((row) => row.customerName === "Ingrid Sauvage");
  await ask(tom, `POST /conversations/${before?.id}/resolve`);
  await expect(rowOf(salma, "Ingrid Sauvage")).toHaveCount(1);

  line.mend();
  await rowOf(salma, "Jeanne Rival").waitFor();
  await expect(rowOf(salma, "Ingrid Sauvage")).toHaveCount(0);
  await expect(salma.getByText(/^Offline\./)).toBeHidden();
  await salma.close();
  await line.stop();
});
