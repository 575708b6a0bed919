/**
 * What has come of an amount: paid, drawn, repaid, delivered, running, vested. What was agreed or planned is no answer to
 * "how much has been paid so far", and is said beside "the records do not say" as what it is.
 */

import { plain } from "../doc/doc.ts";
import { gated } from "../knowledge/gated.ts";
import type { Want } from "../knowledge/kind-asked.ts";
import { sayParticular } from "./particular.ts";
import type { Asked, Direct } from "./show-figure.ts";

/** `done`: as an answer says what is missing; `asked`: in a question; `says`: in a text that holds it. */
type Deed = { done: string; kind?: Want; asked: string; says: RegExp; onlySoFar?: true };
const DEEDS: readonly Deed[] = [
  {
    done: "been repaid",
    asked: "repaid|paid (?:back|down|off)|redeemed|retired",
    says: /\b(?:repaid|repaying|paid (?:back|down|off)|redeemed|retired|outstanding)\b/i,
  },
  {
    done: "been drawn",
    asked: "drawn(?: down)?|tapped|borrowed",
    says: /\b(?:drawn|drew|undrawn|tapped|borrowed)\b/i,
  },
  {
    done: "been paid",
    asked:
      "paid(?: out| in| over)?|spent|wired|transferred|disbursed|handed over|invested|put in(?:to)?|sunk|landed|arrived|come in|changed hands",
    says: /\b(?:paid|pays|spent|wired|transferred|disbursed|handed|put in|invested|closed|completed|settled|received)\b/i,
  },
  {
    done: "been received",
    // "How much power has Google got from it" asks what it has.
    onlySoFar: true,
    asked: "got|gotten|earned|exercised",
    says: /\b(?:got|received|earned|vested|exercised)\b/i,
  },
  { done: "vested", asked: "vested|been issued|been earned", says: /\b(?:(?:has|have) vested|vested in|unvested)\b/i },
  {
    done: "been delivered",
    asked: "delivered|shipped|received|installed|deployed|supplied",
    says: /\b(?:delivered|shipped|received|installed|deployed|in (?:service|use)|operating|operational|running|online|live)\b/i,
  },
  {
    done: "come into operation",
    kind: "power",
    asked:
      "live|on-?line|operating|operational|running|energi[sz]ed|in (?:service|operation)|up and running|switched on|powered(?: up)?|built|finished|ready",
    says: /\b(?:operating|operational|operates?|live|online|in (?:service|use|operation)|running|runs|ran|energi[sz]ed|opened|delivered|finished|completed|ready|at work|built)\b/i,
  },
];

const SO_FAR = String.raw`\b(?:so far|to date|already|until now|up to now|till now|by now|(?:as of )?(?:now|today)|right now|actually|currently|yet)\b`;
const AMOUNT = String.raw`\b(?:how (?:much|many)|(?:what|which) (?:part|share|portion|fraction|amount)|any)\b`;
const HAS = String.raw`\b(?:has|have|had|is|are|was|were)\b`;

const asksFor = DEEDS.map((deed) => ({
  deed,
  patterns: [
    // "How much of it has been paid", "how many shares have vested".
    ...(deed.onlySoFar
      ? []
      : [new RegExp(String.raw`\bhow (?:much|many) of\b.{1,60}${HAS}.{0,40}\b(?:${deed.asked})\b`, "i")]),
    ...(deed.done === "been paid" || deed.onlySoFar
      ? []
      : [
          new RegExp(
            String.raw`${AMOUNT}.{1,60}?${HAS}.{0,40}?\b(?:${deed.asked})\b(?! (?:by|until|in|for|at) (?:\d|the end|end|\w+ 20\d\d))`,
            "i",
          ),
        ]),
    // "How much has been spent", and nothing more.
    new RegExp(
      String.raw`^\W*(?:(?:and|so|but)\b[\s,]*)*how much (?:of it |money |cash )?${HAS} (?:actually |already )?been (?:${deed.asked})\W*$`,
      "i",
    ),
    // "How much has been spent so far".
    new RegExp(String.raw`${SO_FAR}.{0,40}\b(?:${deed.asked})\b|\b(?:${deed.asked})\b.{0,60}${SO_FAR}`, "i"),
  ],
}));

/** The deed of which the amount is asked for; null where none is. */
export function deedAsked(topic: string): Deed | null {
  if (!ASKS_AMOUNT.test(topic)) return null;
  // What was said to be deployed at once has not been deployed yet.
  const done = topic.replace(NOT_YET, " ");
  return asksFor.find(({ patterns }) => patterns.some((pattern) => pattern.test(done)))?.deed ?? null;
}
const NOT_YET = gated(
  /\b(?:said|planned|supposed|meant|expected|due|going|was|were|is|are) to be (?:\w+ed|paid|spent|put in|sunk)\b/gi,
);
const ASKS_AMOUNT = new RegExp(
  String.raw`${AMOUNT}|^\W*(?:\w+ ){0,3}(?:so far|to date|already)|\b(?:[mg]w|megawatts|gigawatts|dollars|chips|gpus)\b`,
  "i",
);

/** What is still to come says nothing of what has. */
const TO_COME =
  /\b(?:to be|will|would|could|can|may|must|should|needs?|planned|plans?|expected|due|aimed|aims?|targets?|intended|until|if|when|full)\b[^.;,()]*/gi;
export const saysDeed = ({ says }: Deed, text: string): boolean => says.test(text.replace(TO_COME, " "));

/** The answer, where it says what has been done; else a sentence of the record that does; else what was agreed, said to be no more than that. */
export function realised(asked: Asked, direct: Direct, want: Want | null): Direct {
  const deed = deedAsked(asked.topic);
  if (deed === null || (direct !== null && (direct.status === "unknown" || saysDeed(deed, plain(direct.headline)))))
    return direct;
  for (const kind of new Set([want, deed.kind ?? null])) {
    const told = sayParticular(asked, kind, ({ statement: { text } }) => saysDeed(deed, text));
    if (told && saysDeed(deed, plain(told.headline))) return told;
  }
  if (direct === null) return null;
  const { name } = asked.state.deal;
  const agreed = direct.headline.map((span, index) =>
    index === 0 && span.text.startsWith(`${name}: `) ? { ...span, text: span.text.slice(name.length + 2) } : span,
  );
  return {
    ...direct,
    status: "unknown",
    headline: [
      {
        text: `The records of ${name} do not say how much has ${deed.done}. On record is what was agreed or planned: `,
      },
      ...agreed,
    ],
  };
}
