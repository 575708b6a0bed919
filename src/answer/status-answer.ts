/** How firm a deal is, with yes or no where the question asks for it. */

import type { Status } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { STATUS, sayDate } from "../doc/say-figure.ts";
import { gated } from "../knowledge/gated.ts";
import { contentRoots, root } from "../knowledge/words.ts";
import { successorOf } from "./deal-lines.ts";
import { sayStatement } from "./particular.ts";
import { runsInPart } from "./runs-in-part.ts";
import { answersIn, said, sentences } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

const SIGNED: ReadonlySet<Status> = new Set(["definitive", "under-construction", "operational", "completed"]);
const DONE: ReadonlySet<Status> = new Set(["operational", "completed"]);
const OVER: ReadonlySet<Status> = new Set(["cancelled", "lapsed", "superseded"]);

/** What a yes-no question about the status asks, by its words. */
type Test = {
  words: readonly string[];
  phrase?: RegExp;
  holds: (status: Status) => boolean;
  /** Where it is neither so nor denied, the status alone is said; without this all that does not hold is denied. */
  denies?: (status: Status) => boolean;
};
const TESTS: readonly Test[] = [
  {
    words: ["ahead", "proceed", "proceeding"],
    phrase: /\b(?:mov(?:e|es|ing) forward|still (?:planned|on|happening|alive|a thing)|in the works|on the cards)\b/i,
    holds: (status) => SIGNED.has(status),
    denies: (status) => OVER.has(status) || status === "paused",
  },
  {
    words: ["ipoed"],
    phrase: /\b(?:go|goes|going|gone|went) public\b|\b(?:publicly )?(?:listed|traded)\b/i,
    holds: (status) => status === "completed",
  },
  {
    words: ["groundbreaking"],
    phrase:
      /\b(?:br[eo]a?ken? ground|ground (?:been )?broken|(?:construction|building|works?) (?:\w+ )?(?:started|begun|began))\b/i,
    holds: (status) => status === "under-construction" || DONE.has(status),
  },
  {
    words: ["cancel", "cancelled", "dead", "dropped", "scrapped", "off", "abandoned", "lapsed", "killed", "collapsed"],
    phrase: /\b(?:fall|fallen|fell|falls) (?:through|apart)\b/i,
    holds: (status) => OVER.has(status),
  },
  { words: ["paused", "hold", "frozen", "shelved"], holds: (status) => status === "paused" },
  {
    words: [
      ..."finished complete completed done closed close open opened operational running live online".split(" "),
      ..."restarted restart reopened reopen happened materialised materialized".split(" "),
    ],
    phrase: /\b(?:go|gone|goes|went|going) through\b/i,
    holds: (status) => DONE.has(status),
  },
  {
    words: ["built", "building", "construction", "started", "begun", "ground", "underway"],
    phrase: /\bunder way\b/i,
    holds: (status) => status === "under-construction" || DONE.has(status),
  },
  {
    words: [
      "signed",
      "sign",
      "binding",
      "firm",
      "final",
      "definitive",
      "contract",
      "committed",
      "commitment",
      "obligation",
      "obliged",
      "agreed",
      "confirmed",
      "official",
    ],
    holds: (status) => SIGNED.has(status),
  },
];

/** Where a sentence of the record says whether it is so, of the part that is asked for, the status of the whole does not. */
function saidOf(asked: Asked, { words, holds }: Test): Direct {
  const { draft, state } = asked;
  const meant = new Set(words.map(root));
  const found = answersIn(asked, asked.topic, "status", 6).find(
    ({ statement, own }) =>
      (statement.kind === "fact" || statement.kind === "contested") &&
      contentRoots(statement.text.replace(LONG_LIVED, " ")).some((word) => meant.has(word)) &&
      own >= (DENIES.test(statement.text) ? SOME : MOST),
  );
  if (!found) return null;
  const denied = DENIES.test(found.statement.text) && !holds(state.status);
  return {
    headline: [
      ...(denied ? [{ text: "No. " }] : []),
      ...sayStatement(asked, found.statement),
      { text: " Status of the whole: " },
      draft.sourced(STATUS[state.status], state.deal, state.statusEvent.sources),
      { text: `, since ${sayDate(state.statusSince)}.` },
    ],
  };
}
const LONG_LIVED = /\b(?:long|short)[- ]lived\b/gi;
const DENIES =
  /\b(?:not|no|never|neither|nor|none|un(?:signed|confirmed)|still|yet|only|slipped|delayed|put (?:off|back))\b/i;
/** Asks what came of a part of it, not of the whole. */
const BECAME = gated(/\b(?:happen(?:ed|s)? (?:to|with)|became of|become of|came of)\b/i);
const SOME = 0.25;
const MOST = 0.7;

/** "Are all eight buildings running": a sentence that says it of some of them denies it of all. */
function partOf(asked: Asked): Direct {
  if (!ALL.test(asked.topic)) return null;
  const said = new Set(contentRoots(asked.topic));
  const found = answersIn(asked, asked.topic, "status", 8).find(({ statement, own }) => {
    if (statement.kind !== "fact" && statement.kind !== "event") return false;
    const [, things = ""] = SOME_OF.exec(statement.text) ?? [];
    return own >= SOME && contentRoots(things).some((word) => said.has(word));
  });
  return found
    ? {
        headline: [{ text: "No, not all, as far as is on record. " }, ...sayStatement(asked, found.statement)],
      }
    : null;
}
const ALL = gated(/\b(?:all|every|each of|the whole|entire)\b/i);
const SOME_OF = gated(
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|half|some|part|a (?:third|quarter)) of (?:the|its|their|all|about|\d+) ((?:[\w-]+ ?){1,3})/i,
);

/** "Did Nvidia confirm the $20B": what is said not to be confirmed denies it. */
function unconfirmed(asked: Asked): Direct {
  if (!/\bconfirm(?:s|ed)?\b/i.test(asked.topic)) return null;
  const found = answersIn(asked, asked.topic, null, 20, 0).find(
    ({ statement }) =>
      NOT_CONFIRMED.test(statement.text) &&
      (OF_AMOUNT.test(asked.topic) || !(statement.amount || OF_AMOUNT.test(statement.text))),
  );
  return found
    ? { headline: [{ text: "No, not as far as is on record. " }, ...sayStatement(asked, found.statement)] }
    : null;
}

/** By those who would know; that a second source was not found is no denial. */
const NOT_CONFIRMED =
  /\bneither\b[^.;]{0,40}\bconfirm|\bnot confirmed by (?:either|the compan)|\b(?:compan(?:y|ies)|firms?)\b[^.;]{0,12}\b(?:not|never)\b[^.;]{0,12}\bconfirm|\bnever confirmed by\b/i;
const OF_AMOUNT = /[$€£\d]|\b(?:price|value|amount|size|worth|terms?|cost|sum)\b/i;

/** What is under construction as a whole need not be so in all its parts. */
function yesOrNo({ state, topic }: Asked, test: Test): string {
  if (!test.holds(state.status)) return (test.denies?.(state.status) ?? true) ? "No. " : "";
  return ALL.test(topic) && !DONE.has(state.status) ? "" : "Yes. ";
}

export function sayStatus(asked: Asked): Direct {
  const { draft, state, context, topic, form } = asked;
  const asks = new Set(topic.toLowerCase().split(/[^a-z]+/));
  const test = TESTS.find((entry) => entry.words.some((word) => asks.has(word)) || entry.phrase?.test(topic));
  const part = form === "yes-no" ? partOf(asked) : null;
  if (part) return part;
  const inPart = form === "yes-no" ? runsInPart(asked) : null;
  if (inPart) return inPart;
  const sentence = form === "yes-no" && test ? saidOf(asked, test) : null;
  if (sentence) return sentence;
  const denied = form === "yes-no" ? unconfirmed(asked) : null;
  if (denied) return denied;
  const became = BECAME.test(topic) ? answersIn(asked, topic, "status", 1)[0] : undefined;
  if (became && became.own >= MOST && ["fact", "event"].includes(became.statement.kind))
    return { headline: sayStatement(asked, became.statement) };
  const successor = successorOf(context.library, state);
  const answer = form === "yes-no" && test ? yesOrNo(asked, test) : "";
  const headline: Rich = [
    { text: `${answer}${state.deal.name}: ` },
    draft.sourced(STATUS[state.status], state.deal, state.statusEvent.sources, "strong"),
    { text: `, since ${sayDate(state.statusSince)}${successor ? `, replaced by ${successor.name}` : ""}. ` },
    draft.sourced(state.statusEvent.text, state.deal, state.statusEvent.sources),
  ];
  const facts = sentences(asked, topic, 3).map((passage) => said(asked, passage));
  return { headline, lead: facts };
}
