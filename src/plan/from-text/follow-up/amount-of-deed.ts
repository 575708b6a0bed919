/** "Who backs the lease? – For how much?": the amount of what was just asked about, where that was no amount. */

import type { Figure } from "../../../../knowledge/schema.ts";
import { stateOn } from "../../../knowledge/as-of.ts";
import { gated } from "../../../knowledge/gated.ts";
import { kindsSaid } from "../../../knowledge/kinds-said.ts";
import { plainly } from "../../../knowledge/question-words.ts";
import type { Attribute } from "../../plan.ts";
import type { ReadRule } from "../reading.ts";
import { placeShown } from "./another-figure.ts";
import { dealOnTable } from "./figures-of-record.ts";

const BARE = gated(
  /^\W*(?:(?:and|so|but|ok) )*(?:(?:for|to|at) )?how much(?: (?:is|was) (?:it|that)(?: for)?)?[\s?!.]*$/i,
);
/** "Up to what sum?", "to the tune of?": of nothing but the deed. */
const UP_TO = gated(
  /^\W*(?:(?:and|so|but|ok) )*(?:up )?to (?:how much|what (?:sum|amount|limit|extent|max(?:imum)?|level))(?: (?:is|was) (?:it|that))?[\s?!.]*$|^\W*(?:(?:and|so|but|ok) )*(?:to the tune of|(?:for|with) (?:what|which) (?:sum|amount)|(?:with )?(?:what|which|a|any) (?:cap|limit|ceiling|maximum))(?: (?:what|how much))?[\s?!.]*$/i,
);
/** Whoever backs a lease gives a guarantee. */
const BACKS = gated(
  /\b(?:back(?:s|ed|ing|stop\w*)?|guarant\w+|stand(?:s|ing)? behind|under(?:writes?|writing|wrote))\b/gi,
);
const BOUGHT = gated(/\b(?:buy(?:s|ing|er)?|bought|sells?|sold|seller|sale|purchas\w+|acquir\w+)\b/i);
const AMOUNTS: ReadonlySet<Attribute> = new Set(["value", "capacity", "valuation", "stake", "count", "per-gw"]);

export const amountOfDeed: ReadRule = {
  name: "amount-of-deed",
  read(reading) {
    const { question, conversation, asOf } = reading;
    const [deal, last] = [dealOnTable(reading), conversation.plan];
    if (
      !deal ||
      last?.kind !== "show-figure" ||
      AMOUNTS.has(last.attribute) ||
      !(BARE.test(question) || UP_TO.test(question))
    )
      return null;
    const kinds: Figure["of"][] = kindsSaid(plainly(conversation.asked ?? "").replace(BACKS, "guarantee")).flat();
    if (kinds.length === 0 && BOUGHT.test(`${conversation.asked ?? ""} ${last.topic}`)) kinds.push("acquisition");
    const figures = (stateOn(deal, asOf)?.figures ?? []).filter(
      ({ figure, ended }) => ended === null && kinds.includes(figure.of),
    );
    const place = placeShown(conversation, deal);
    const isThere = ({ label }: Figure) => Number(place !== null && label.includes(place));
    const [figure, ...others] = figures
      .map((entry) => entry.figure)
      .sort((a, b) => isThere(b) - isThere(a) || (b.high ?? b.low ?? 0) - (a.high ?? a.low ?? 0));
    // A guarantee without an amount on record is not told by another amount.
    if (!figure && UP_TO.test(question) && kinds.length > 0)
      return { kind: "decline", reason: "undisclosed", about: question.slice(0, 200), near: [deal.id] };
    if (!figure || figure.headline || others.some(({ headline }) => headline)) return null;
    return {
      kind: "show-figure",
      subject: deal.id,
      attribute: "value",
      topic: figure.label.slice(0, 400),
      figure: figure.id,
      asOf: reading.dates.asOf ?? last.asOf,
    };
  },
};
