import { expect, test } from "vitest";
import { talk } from "../fixtures/talk.ts";

const ORACLE = "how big is the oracle openai contract";

test.each<[readonly string[], RegExp]>([
  [[ORACLE, "how does that compare with Microsoft's contract with Nebius?"], /OpenAI–Oracle.*\$300B.*Nebius.*\$17\.4B/],
  [
    [ORACLE, "who pays?", "and how does it stack up against Meta's contract with Google?"],
    /\$300B.*Meta–Google.*\$10B/,
  ],
  [[ORACLE, "is that more than Microsoft's contract with Nebius?"], /OpenAI–Oracle.*\$300B.*Nebius.*\$17\.4B/],
  [
    ["how many GW is Abilene", "how does that compare with Hyperion?"],
    /Hyperion: about 2 GW; Stargate Abilene: about 1\.2 GW/,
  ],
  [
    ["who built Abilene?", "compare that with Project Rainier"],
    /Stargate Abilene: about \$15B.*Project Rainier: about \$11B/,
  ],
])("%j sets the deal that was shown beside the one that is named", async (turns, said) =>
  expect(await talk(turns)).toMatch(said),
);

test("the like of what was shown is still found by a company's name alone", async () =>
  expect(await talk(["what is OpenAI's valuation", "how does that compare with Anthropic's?"])).toMatch(
    /Anthropic.*OpenAI|OpenAI.*Anthropic/,
  ));

test("of a list's largest it is asked who stands behind it", async () =>
  expect(await talk(["what's the biggest lease TeraWulf has signed?", "who guarantees it?"])).toMatch(
    /^\[answered\] TeraWulf–Fluidstack leases with Google backstop: Google/,
  ));

test("beside itself a deal is told alone, and beside nothing that is found nothing is", async () => {
  expect(await talk(["how big is Stargate UAE?", "is that bigger than Stargate UAE?"])).toMatch(
    /^\[answered\] Stargate UAE: about 1 GW/,
  );
  expect(await talk([ORACLE, "how does that compare with the oracle openai contract?"])).toMatch(
    /^\[unknown\] I can't set that beside what was shown/,
  );
});

test("a site of a deal is set beside another site of it", async () =>
  expect(await talk(["google's guarantee at Abernathy", "is it bigger than the Lake Mariner one"])).toMatch(
    /Lake Mariner: up to \$3\.2B.*Abernathy: about \$1\.3B/,
  ));
