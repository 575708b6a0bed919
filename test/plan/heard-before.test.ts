import { expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { heardBefore } from "../../src/plan/from-text/heard-before.ts";
import { asker, realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const reader = { library, today: "2026-11-23" };
const OHIO = "OpenAI is in talks to lease the 10 GW Ohio campus";
const TPU = "Meta and Google signed a TPU deal";

test("the record that was named last, whatever was said besides", () => {
  expect(heardBefore([TPU, OHIO, "wow", "see you tomorrow"], reader)?.deal).toBe("ohio-10gw-portsmouth-lease");
  expect(heardBefore([OHIO, TPU], reader)?.deal).toBe("meta-google-tpu-2026");
  expect(heardBefore([`${OHIO}, Reuters says. Who would have thought!`], reader)?.deal).toBe(
    "ohio-10gw-portsmouth-lease",
  );
  expect(heardBefore(["lunch?", "ok"], reader)).toBeNull();
  expect(heardBefore([], reader)).toBeNull();
});

test("is asked for only where a question does not stand alone, and does not change one that does", async () => {
  const app = realApp();
  let looked = 0;
  const before = async () => {
    looked++;
    return [OHIO, "is that real?"];
  };
  const ask = (text: string, conversation: string) =>
    app.answer({ type: "question", text, asker: asker(conversation), before });
  expect((await ask("what are the biggest deals?", "a")).title).toBe("Deals");
  expect(looked).toBe(0);
  expect(plain((await ask("how much power would it have?", "b")).headline)).toMatch(/Ohio.*10 GW/);
  expect(looked).toBe(1);
  // From now on the conversation is the bot's own.
  expect(plain((await ask("since when?", "b")).headline)).toContain("Ohio");
  expect(looked).toBe(1);
});
