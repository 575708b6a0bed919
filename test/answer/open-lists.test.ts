/** An open question names all whom it fits in its headline, not one record of several. */
import { expect, test } from "vitest";
import { plain } from "../../src/doc/doc.ts";
import { execute } from "../../src/execute.ts";
import { readQuestion } from "../../src/plan/from-text/read-question.ts";
import { library } from "../fixtures/library.ts";

const headline = (question: string): string => {
  const answer = execute(readQuestion(question, { library, today: library.completeTo }).plan, library, []);
  expect(answer.headline.length).toBeGreaterThan(0);
  return plain(answer.headline);
};

test.each([
  ["by the flows whom somebody guarantees", "Whose debt has Nvidia guaranteed?", ["CoreWeave", "OpenAI", "SB Energy"]],
  ["who leases that are guaranteed", "On whose leases has Google stood as guarantor?", ["Cipher", "Hut 8", "TeraWulf"]],
  ["whose shares, though another role is its own", "Nvidia as investor: in whom?", ["Anthropic", "Nokia", "Nebius"]],
  ["an amount put into each of several", "In which companies did Nvidia invest $2B?", ["Lumentum", "CoreWeave"]],
  ["where a party takes part", "MGX - which transactions is it in?", ["Aligned", "xAI Series E"]],
  ["who does something in a country", "who is putting money into France's data centres?", ["SoftBank", "Mistral"]],
])("%s", (_, question, names) => {
  for (const name of names) expect(headline(question)).toContain(name);
});

test("an amount that was put in leaves out what is larger", () => {
  const said = headline("In which companies did Nvidia invest $2B?");
  expect(said).not.toContain("OpenAI");
  expect(said).not.toContain("Intel");
});
