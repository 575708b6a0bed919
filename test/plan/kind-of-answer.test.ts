import { describe, expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { newConversation } from "../../src/plan/from-text/conversation.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { realApp } from "../fixtures/app.ts";
import { library } from "../fixtures/library.ts";

const read = (text: string) => readQuestion(text, { library, today: "2026-07-10" }, newConversation()).plan;
async function told(text: string): Promise<string> {
  const asker = { platform: "terminal" as const, conversation: text };
  return plain((await realApp().answer({ type: "question", text, asker })).headline);
}

describe("power", () => {
  test.each(["how many GW does OpenAI have under contract", "how many gigawatts has OpenAI signed?"])(
    "all that somebody has signed, and no rate of a gigawatt: %s",
    (text) => {
      expect(read(text)).toMatchObject({ kind: "total-deals", parties: ["openai"], lead: "power" });
    },
  );

  test("what somebody says of it is their own number", () => {
    expect(read("how many GW did OpenAI say it has contracted").kind).not.toBe("total-deals");
  });

  test("a site itself, and no part that is called so", async () => {
    expect(await told("how big is the Stargate Abilene site")).toContain("1.2 GW");
    expect(await told("how large is IREN's whole Childress campus")).toContain("750 MW (IREN's whole Childress campus");
  });
});

test("what no record speaks of is counted by none", async () => {
  expect(await told("how many moons does Stargate have?")).toContain("do not say");
  expect(await told("how many jobs at Stargate?")).toContain("100,000");
});

test("a question for something else chooses and asks at once", async () => {
  const app = realApp();
  const asker = { platform: "terminal" as const, conversation: "which" };
  await app.answer({ type: "question", text: "how big is the oracle deal", asker });
  expect(plain((await app.answer({ type: "question", text: "per gw?", asker })).headline)).toContain("per GW");
});

test("“its own bonds” tells of nobody who owns something", async () => {
  expect(await told("does Meta own Hyperion?")).toContain("Meta 20%");
});

test("who and what are said in full: nothing spoken of before is carried over", async () => {
  const app = realApp();
  const asker = { platform: "terminal" as const, conversation: "in full" };
  const ask = async (text: string) => plain((await app.answer({ type: "question", text, asker })).headline);
  await ask("what was OpenAI's revenue in 2025");
  expect(await ask("how many gigawatts has OpenAI signed")).toContain("of power");
  expect(await ask("OpenAI's valuation over its annual revenue")).toContain("Multiple");
});

test("a day is told by what happened, and not by an amount with a year in its term", async () => {
  expect(await told("when was the OpenAI Oracle $300B contract announced?")).toMatch(/: \d+ (?:June|July) 2025\. /);
});
