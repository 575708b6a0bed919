import { expect, test } from "vitest";
import { lastAnswer } from "../fixtures/last-answer.ts";

const TURNS: readonly (readonly [conversation: readonly string[], said: RegExp])[] = [
  // The kind of thing that a short turn asks for.
  [["how many shares did SpaceX sell in the IPO", "at what price"], /\$135 a share/],
  [["how many shares did SpaceX sell in the IPO", "at what price", "where did it close"], /\$161 a share/],
  [["SpaceX IPO: raised how much", "worth what by the close"], /\$2\.1T/],
  [["xai series E size?", "what were they originally after"], /\$15B/],
  [["xai series E size?", "at what price tag"], /\$230B/],
  [["nvidia corning: up to how much in total", "paid so far?"], /\$500M/],
  [["how many buildings at Rainier were in service", "out of?"], /30 buildings/],
  [["poolside horizon total power", "how many phases then"], /eight phases/],
  [["google blackstone tpu venture equity?", "who runs it"], /Sloss/],
  [["stargate uk - still on?", "why did they stop"], /power prices/],
  [["What's the investment in Project Rainier?", "how many chips does it have"], /500,000/],
  [["nvidia corning deal - max investment?", "how much right away"], /\$500M/],
  [["How much will Anthropic spend on AWS under the April 2026 deal?", "and they'd put in before?"], /\$8B/],
  [["helion talks: gw by 2030", "who stepped aside"], /Altman/],
  // The deal of the kind with whom is named, and no company's figure.
  [["how much did microsoft commit to nscale", "lambda?"], /Microsoft–Lambda/],
  [["How much did Nvidia put into Lumentum?", "what about corning"], /\$3\.2B/],
  [
    [
      "who invested in the openai 2026 round?",
      "how much did amazon put in",
      "nvidia?",
      "and softbank",
      "so those three",
    ],
    /\$110B/,
  ],
  [["meta's first nebius contract value", "and the newer one?"], /\$27B/],
  [["aligned data centers enterprise value", "how many campuses", "per campus?"], /\$800M/],
  [["google kairos total MW", "by when?"], /by 2035/],
  // What a sentence said beside the day has not been asked for yet.
  [["When did SpaceX announce it was taking over xAI?", "valued at what"], /\$250B/],
  // The part that was spoken of goes on.
  [["what's the first phase of the broadcom openai chips cost", "for how many gw"], /1\.3 GW/],
  [["abernathy jv: contracted revenue for WULF", "how many MW?"], /168 MW/],
  [["how many Trainium2 chips at Rainier when it went live", "and by end of 2025?"], /1 million/],
  [["helion talks: gw by 2030", "by 2035?"], /50 GW/],
  // Another version of a figure, the whole of a part, the money that the record has in another currency.
  [["meta el paso financing size?", "what was the original commitment to the site"], /\$1\.5B/],
  [["alphabet century bond size?", "and all the february bonds together"], /\$32B/],
  [["what's the NEXTDC Sydney campus going to cost", "in us dollars?"], /\$4\.6B/],
  [["oracle openai contract value", "power?"], /4\.5 GW/],
  [["phase 1 joint venture size of the abilene financing", "and for phase 2"], /\$11\.6B|\$7\.1B/],
  [["google's vizag hub - total investment?", "started building yet?"], /ground|construction/i],
];

for (const [conversation, said] of TURNS)
  test(conversation.join(" → "), () => {
    expect(lastAnswer(...conversation)).toMatch(said);
  });

const HELD: readonly (readonly string[])[] = [
  ["how much is google gonna invest in anthropic", "what are the milestones?"],
  ["poolside coreweave horizon first lease MW", "rent per year?"],
  ["how much is anthropic's akamai deal?", "how many chips is that"],
];

for (const conversation of HELD)
  test(`${conversation.join(" → ")}: not on record`, () => {
    expect(lastAnswer(...conversation)).toMatch(/^(?:unknown|clarify): /);
  });
