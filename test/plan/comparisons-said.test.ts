import { describe, expect, test } from "vitest";
import { talk } from "../fixtures/talk.ts";

describe("comparisons in other forms", () => {
  test.each([
    ["monthly fee to spacex for gpus: google's or anthropic's the fatter one?", "Larger: Anthropic–SpaceX"],
    ["oracle's backlog is how many coreweaves? latest figures for both", "6.419×"],
    ["how many times CoreWeave's backlog is Oracle's?", "6.419×"],
    ["AMZN capital spending, 26 guide over 25 actual, % growth", "53.85%"],
    ["who is worth more on their latest round, openai or anthropic, & what's the gap", "Larger: Anthropic"],
    [
      "Between AWS, Google Cloud, Microsoft and Oracle, who's sitting on the fattest contract backlog?",
      "Oracle, $638B",
    ],
    ["coreweave's bookings pile: end of sept 2025 vs end of march 2026", "$55.6B"],
  ])("%s", async (question, said) => expect(await talk([question])).toContain(said));

  test.each([
    ["projects on french soil", "France"],
    ["lone star state campuses tied to openai", "Texas"],
    ["takeovers unveiled in the last month of 2025", "December 2025"],
    ["list openai sites with cranes on them right now", "under construction"],
    ["where does blue owl's money show up?", "3 deals fit with Blue Owl"],
  ])("%s", async (question, said) => expect(await talk([question])).toContain(said));
});

describe("a record that is named stands for an input", () => {
  test.each([
    ["yearly power bill of 100 MW flat out at New Jersey's industrial price", "$114M"],
    ["site power for 100 MW of IT at the Uptime average PUE", "154 MW"],
    ["water for 1 TWh at AWS's rate", "0.1 billion L"],
    ["how many twh a year would 1.1 GW be, running at 90%", "8.672 TWh"],
  ])("%s", async (question, said) => expect(await talk([question])).toContain(said));
});

describe("turns that leave the topic, and heads for their companies", () => {
  test.each([
    [["microsoft capex guidance 2026", "zuck?"], "Meta capex guidance"],
    [["how big is the oracle openai contract", "different one: how big is the ampere purchase"], "$6.5B"],
    [["sam's custom silicon thing with avgo, how many gw is it meant to be"], "OpenAI–Broadcom"],
  ])("%s", async (turns, said) => expect(await talk(turns)).toContain(said));
});

describe("two on record are added up", () => {
  test.each([
    ["amazon's and microsoft's india investments together", "$52.5B"],
    ["oracle's september 2025 bond plus its february 2026 bond", "$43B"],
  ])("%s", async (question, said) => expect(await talk([question])).toContain(said));

  test("of unlike kinds there is no sum", async () =>
    expect(await talk(["openai's revenue and anthropic's revenue in 2025 combined"])).not.toContain("Together"));
});

describe("what is said in front, what comes next, how far it goes", () => {
  test.each([
    [["claude has to run somewhere - who all supplies anthropic with compute?"], "7 on record"],
    [["ok so which cloud signs with openai next"], "make no forecasts"],
    [["so how many gigawatts is it in total?"], "Which deal do you mean?"],
    [["how many megawatts is the cerebras openai deal", "what could it grow to, at most"], "up to 2 GW"],
    [
      [
        "For an energy desk piece: who has the largest nuclear supply deal in GW out of meta, google, amazon and microsoft?",
      ],
      "Meta nuclear package",
    ],
    [["how big is the oracle openai contract", "asdf qwer zxcv?"], "I don't understand"],
  ])("%s", async (turns, said) => expect(await talk(turns)).toContain(said));
});
