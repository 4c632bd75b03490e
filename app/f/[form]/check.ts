import { fieldLimits } from "@/lib/channels/form/field-limits";
import type { Asks, Said } from "./asks";
import { fill } from "./fill";
import type { FormWords } from "./words";

/** The problems that can be seen without the server, in the order of the page. The server looks at all of it again. */
export function checkFields(data: FormData, asks: Asks, words: FormWords): Said[] {
  const said: Said[] = [];
  const { problems } = words;
  const value = (name: string) => String(data.get(name) ?? "").trim();
  if (value("message") === "") said.push({ field: "message", message: problems.message.missing });
  else if (value("message").length > fieldLimits.message) {
    said.push({ field: "message", message: fill(problems.message.tooLong, { max: fieldLimits.message }) });
  }
  if (asks.name === "required" && value("name") === "") {
    said.push({ field: "name", message: problems.name.missing });
  }
  if (value("email") === "") said.push({ field: "email", message: problems.email.missing });
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value("email"))) {
    said.push({ field: "email", message: problems.email.notAnAddress });
  }
  if (asks.subject === "required" && value("subject") === "") {
    said.push({ field: "subject", message: problems.subject.missing });
  }
  if (asks.orderNumber === "required" && value("orderNumber") === "") {
    said.push({ field: "orderNumber", message: problems.orderNumber.missing });
  }
  return said;
}
