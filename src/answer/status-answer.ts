/** How firm a deal is, with yes or no where the question asks for it. */
import type { Status } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { STATUS, sayDate } from "../doc/say-figure.ts";
import { successorOf } from "./deal-lines.ts";
import { said, sentences } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

const SIGNED: ReadonlySet<Status> = new Set(["definitive", "under-construction", "operational", "completed"]);
const DONE: ReadonlySet<Status> = new Set(["operational", "completed"]);
const OVER: ReadonlySet<Status> = new Set(["cancelled", "lapsed", "superseded"]);

/** What a yes-no question about the status asks, by its words. */
const TESTS: readonly { words: readonly string[]; holds: (status: Status) => boolean }[] = [
  {
    words: ["cancel", "cancelled", "dead", "dropped", "scrapped", "off", "abandoned", "lapsed", "killed"],
    holds: (status) => OVER.has(status),
  },
  { words: ["paused", "hold", "frozen", "shelved"], holds: (status) => status === "paused" },
  {
    words: ["finished", "complete", "completed", "done", "closed", "open", "operational", "running", "live", "online"],
    holds: (status) => DONE.has(status),
  },
  {
    words: ["built", "building", "construction", "started", "underway"],
    holds: (status) => status === "under-construction" || DONE.has(status),
  },
  {
    words: [
      "signed",
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

export function sayStatus(asked: Asked): Direct {
  const { draft, state, context, topic, form } = asked;
  const asks = new Set(topic.toLowerCase().split(/[^a-z]+/));
  const test = TESTS.find((entry) => entry.words.some((word) => asks.has(word)));
  const successor = successorOf(context.library, state);
  const answer = form === "yes-no" && test ? (test.holds(state.status) ? "Yes. " : "No. ") : "";
  const headline: Rich = [
    { text: `${answer}${state.deal.name}: ` },
    draft.sourced(STATUS[state.status], state.deal, state.statusEvent.sources, "strong"),
    { text: `, since ${sayDate(state.statusSince)}${successor ? `, replaced by ${successor.name}` : ""}. ` },
    draft.sourced(state.statusEvent.text, state.deal, state.statusEvent.sources),
  ];
  const facts = sentences(asked, topic, 3).map((passage) => said(asked, passage));
  return { headline, lead: facts };
}
