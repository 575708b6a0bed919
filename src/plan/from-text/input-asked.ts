/** Which input the calculator itself works with: "what PUE do you assume", "life of the building in your model". */
import { gated } from "../../knowledge/gated.ts";
import { rankRates } from "../../knowledge/rates.ts";
import { contentWords } from "../../knowledge/words.ts";
import type { ReadRule } from "./reading.ts";

/** Half of what is left must be the input's own words: these questions name it and little else. */
const COVERED = 0.5;

export const inputAsked: ReadRule = {
  name: "input-asked",
  read({ question, names, library, quantities }) {
    if (!OURS.test(question) || names.orgs.length + names.people.length + names.deals.length > 0) return null;
    if (quantities.length > 0) return null;
    const rest = question.replace(new RegExp(OURS.source, "gi"), " ").replace(WHICH, " ");
    const words = contentWords(rest).filter((word) => !/^\d/.test(word));
    const ranked = rankRates(library, { words, orgs: [], people: [] }, 1);
    const length = LENGTH.test(question);
    const own = ranked.filter(
      ({ rate, coverage }) => rate.default && coverage >= COVERED && (!length || rate.unit === "years"),
    );
    const [best, second] = own;
    // Two inputs that have the words as well are not told apart.
    if (!best || (second && second.score >= best.score * ALIKE && second.rate.quantity !== best.rate.quantity))
      return null;
    // Of a price that is asked for no chip in particular there is one a chip.
    const alike = own.filter(({ rate, score }) => rate.quantity === best.rate.quantity && score >= best.score * ALIKE);
    return { kind: "show-rate", rates: alike.slice(0, MOST).map(({ rate }) => rate.id), rank: null };
  },
};
const ALIKE = 0.98;
const MOST = 6;

/** What is ours: what we assume, take or depreciate over, our model, range or default. */
const OURS = gated(
  /\b(?:(?:do|does|did|would) (?:you|(?:your|the) (?:calculator|model|bot))(?: \w+ly)? (?:assume|use|take|reckon with|work with|plug in|apply|put in|depreciate|write (?:off)?)\b|you(?:['’]re| are)? (?:assum(?:e|ing)|us(?:e|ing)|work(?:ing)? with|depreciat(?:e|ing))\b|(?:in )?(?:your|the calculator['’]s|the model['’]s) (?:own )?(?:(?:cost )?model|calculator|range|assumptions?|defaults?|inputs?)\b|(?:by|the|what['’]s the|what is the) default\b(?! rates?\b)|\bdefault (?:value|input|assumption)s?\b)/i,
);
const LENGTH = /\b(?:how long|how many years|li(?:fe|ves)(?:times?|spans?)?|period|wait)\b/i;
const WHICH =
  /\b(?:what|which|how (?:long|many|much|high|big)|the|for|of|off|over|value|number|figure|typical|average|side)\b/gi;
