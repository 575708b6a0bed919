/** The usual value of an input that is called by its name: "typical WUE", "load factor for AI data centers", "industry average PUE". */
import { gated } from "../../knowledge/gated.ts";
import type { ReadRule } from "./reading.ts";

/** Its value is asked for, where the name is also a term that may want to be explained. */
const VALUE = gated(
  /\b(?:typical\w*|average|usual\w*|normal\w*|standard|industry|common|benchmark|values?|levels?|range|figures?|numbers?|how (?:high|low|big|large|long|much|many)|recorded|on record|(?:do|should) (?:you|i|we) (?:use|assume|expect)|assumed?|good|best|realistic)\b/i,
);
const MEANT = gated(
  /^\W*(?:so |and |ok,? )*(?:what|define|explain|meaning|definition)|\bwhat is it\b|\bmean(?:s|ing)?\b/i,
);
/** Words that tell no more than of which sites it is. */
const SAYS_NO_MORE = new Set(
  "s a an the of for to in on at by per is are was does do did it its what whats how much many which one should i we you use used assume assumed expect typical typically average usual usually normal normally standard industry common benchmark value values level levels range figure figures number numbers high low big large long good best realistic recorded record your ai data center centers centre centres datacenter datacenters dc site sites campus campuses facility facilities gpu gpus cluster clusters hyperscale hyperscaler us american new modern today now current currently about roughly have got give me tell us and please overall annual yearly factor factors overhead overheads ratio multiplier".split(
    " ",
  ),
);
/** Inputs that stand for somebody or something else where they are named. */
const NOT_ASKED =
  /^(?:capex-per-gw|deal-per-gw|openai-|warrant|share-price|fx-|nvidia-content|hardware-per-gw|accelerator|rack-)/;

export const inputNamed: ReadRule = {
  name: "input-named",
  read({ question, names, library, quantities, conversation }) {
    if (conversation.plan !== null || quantities.length > 0) return null;
    if (names.deals.length + names.orgs.length + names.people.length + names.places.length > 0) return null;
    const named = names.mentions.flatMap((mention) => {
      const rates = mention.refs.flatMap(({ type, id }) => (type === "rate" ? (library.rates.get(id) ?? []) : []));
      return rates.length > 0 ? [{ mention, rates }] : [];
    });
    const [only, ...more] = named;
    const [rate] = only?.rates ?? [];
    if (!only || !rate || more.length > 0 || only.rates.length > 1 || NOT_ASKED.test(rate.quantity)) return null;
    const isTerm = only.mention.refs.some(({ type }) => type === "term");
    if (isTerm && MEANT.test(question) && (!VALUE.test(question) || /\bwhat is it\b/i.test(question))) return null;
    const rest = `${question.slice(0, only.mention.start)} ${question.slice(only.mention.end)}`;
    // Two words beside it at least: the name alone may be anything.
    const words = rest
      .toLowerCase()
      .split(/[^a-z0-9-]+/)
      .filter(Boolean);
    return words.length > 0 && words.every((word) => SAYS_NO_MORE.has(word))
      ? { kind: "show-rate", rates: [rate.id], rank: null }
      : null;
  },
};
