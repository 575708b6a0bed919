/** "Who reported the Helion talks first", "which paper broke the story": the earliest sentence of the deal that names who reported it. */

import type { Deal } from "../../../knowledge/schema.ts";
import { findStatements } from "../../knowledge/find-statements.ts";
import { gated } from "../../knowledge/gated.ts";
import { contentRoots } from "../../knowledge/words.ts";
import type { PlanInput } from "../plan.ts";
import { chooseDeal } from "./choose-deal.ts";
import type { Reading, ReadRule } from "./reading.ts";
import { toSought } from "./sought.ts";

const MEDIUM =
  "(?:outlets?|(?:news)?papers?|publications?|media|news (?:agency|agencies|sites?|outlets?|organi[sz]ations?)|wires?|journalists?|reporters?)";
const STORY = "(?:story|news|scoop)";
const ASKED = new RegExp(
  String.raw`\b(?:who|(?:which|what) ${MEDIUM})\b.{0,30}\b(?:reported|broke|broken|revealed|leaked|scooped|wrote about)\b|\b(?:who|whom|(?:which|what) ${MEDIUM})\b.{0,25}\bfirst (?:to (?:report|reveal|break|write)|reported|revealed|wrote|written)\b|\b(?:who|whose|(?:which|what) ${MEDIUM}(?:['’]s)?) (?:had |got |has |was )?(?:the |it |that )?(?:scoop|first report|original report)\b|\bfirst (?:reported|revealed) by (?:who|whom|which)\b|\bsource of the (?:first|original) report\b`,
  "i",
);
const WORDS = new RegExp(
  String.raw`\b(?:who|whom|whose|which|what|${MEDIUM}|reported|report|broke|break|revealed|leaked|scoop(?:ed)?|wrote|write|first|originally|original|initially|${STORY}|about|of|on|by|to|that|was|were|had|got|has)\b`,
  "gi",
);
/** Who reports, by name. */
const BY_NAME = gated(
  /\b(?:The Information|Bloomberg|Reuters|Financial Times|Wall Street Journal|New York Times|Axios|CNBC|Forbes|Business Insider|The Verge|Semafor|Nikkei|Associated Press|Data Center Dynamics|TechCrunch|Barron)/,
);

export const firstReport: ReadRule = {
  name: "first-report",
  read(reading) {
    const { question, conversation, names, dates } = reading;
    if (!ASKED.test(question)) return null;
    const named = names.mentions.length > 0;
    if (named && names.deals.length === 0 && isOfFigure(reading)) return null;
    const deal = named ? meant(reading) : reading.library.deals.get(conversation.deal ?? "");
    if (!deal) return null;
    const told = earliest(deal, question);
    if (told === null)
      return {
        kind: "decline",
        reason: "undisclosed",
        about: question.slice(0, 200),
        near: [deal.id],
      } satisfies PlanInput;
    return { kind: "show-figure", subject: deal.id, attribute: "fact", topic: told.slice(0, 300), asOf: dates.asOf };
  },
};

/** What is on record of a company's figure, and in no deal. */
function isOfFigure(reading: Reading): boolean {
  const [first] = findStatements(reading.library, toSought(reading, null, 0), 1);
  return first?.statement.record.type === "metric" && first.linked && first.coverage === 1;
}

function meant(reading: Reading): Deal | undefined {
  if (reading.names.deals.length === 1) return reading.library.deals.get(reading.names.deals[0] ?? "");
  const question = reading.question.replace(WORDS, (word) => " ".repeat(word.length));
  return chooseDeal({ ...reading, question })[0]?.deal;
}

/** A deal that its companies made known was reported first by nobody; else the first event that names an outlet. */
function earliest({ name, aliases, contested, events, facts }: Deal, question: string): string | null {
  const [first] = events;
  const noted = [...facts, ...contested].find(({ text }) => /\bfirst report/i.test(text))?.text;
  if (noted && BY_NAME.test(noted)) return noted;
  const reports = events.filter(({ text }) => BY_NAME.test(text));
  // "Stargate's founding equity" came out after Stargate itself.
  const titled = new Set(contentRoots([name, ...aliases].join(" ")));
  const said = contentRoots(question.replace(WORDS, " ")).filter((word) => !titled.has(word));
  const ofWords = reports.find(({ text }) => said.some((word) => contentRoots(text).includes(word)));
  if (ofWords) return ofWords.text;
  if (first && MADE_KNOWN.test(first.text) && !BY_NAME.test(first.text)) return first.text;
  return reports[0]?.text ?? noted ?? null;
}
const MADE_KNOWN = gated(/\b(?:announced|unveiled|signed|disclosed)\b/);
