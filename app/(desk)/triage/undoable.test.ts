import { expect, test } from "vitest";
import { shownToast, toast } from "@/app/_ui/toast";
import { offerUndo, undoLast } from "./undoable";

test("taking the last thing back takes its line away, and leaves what the undo itself has to say", () => {
  const back = () => toast({ tone: "failed", text: "Somebody was faster." });
  offerUndo(back, 10);
  toast({ tone: "done", text: "Resolved.", action: { label: "Undo", keys: "z", run: back } });
  expect(undoLast()).toBe(true);
  expect(shownToast()?.text).toBe("Somebody was faster.");
  const quietly = () => {};
  offerUndo(quietly, 10);
  toast({ tone: "done", text: "Resolved.", action: { label: "Undo", keys: "z", run: quietly } });
  undoLast();
  expect(shownToast()).toBeNull();
});

test("a line that offers something else stays", () => {
  offerUndo(() => {}, 10);
  toast({ tone: "failed", text: "The reply did not leave." });
  undoLast();
  expect(shownToast()?.text).toBe("The reply did not leave.");
  expect(undoLast()).toBe(false);
});
