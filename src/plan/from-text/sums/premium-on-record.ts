/** So much more as somebody says that AI costs than other data centres: "the extra for making a $600M shell AI-ready, on Turner & Townsend's premium". */
import { gated } from "../../../knowledge/gated.ts";
import { evaluated, type ReadSum } from "./sum.ts";
import { write } from "./write-term.ts";

const EXTRA = gated(/\b(?:premium|extra|uplift|surcharge|dearer|more|on top|mark-?up|added)\b/i);
const FOR_AI = /\bAI\b/i;
const SHELL = gated(
  /\b(?:shells?|data ?cent(?:er|re)s?|construction|buildings?|build|facilit(?:y|ies)|sites?|halls?)\b/i,
);
const IN_ALL = gated(
  /\b(?:in all|all told|total|altogether|whole|with (?:it|the premium)|including|come to)\b|^\W*add\b/i,
);

export const premiumOnRecord: ReadSum = (sum) => {
  const { reading, words } = sum;
  const money = sum.one("money");
  if (!money || money.unit.includes("/") || !EXTRA.test(words) || !sum.complete([money])) return null;
  const premium = reading.library.knowledge.rates.find(({ quantity }) => quantity === "ai-construction-premium");
  if (!premium) return null;
  const { orgs, deals, people, mentions } = reading.names;
  const theirs =
    orgs.includes(premium.org ?? "") || mentions.some(({ refs }) => refs.some(({ id }) => id === premium.id));
  // Nobody else's premium, and none for something else.
  if (!theirs && !(FOR_AI.test(words) && SHELL.test(words) && /\bpremium\b/i.test(words))) return null;
  if (orgs.some((org) => org !== premium.org) || deals.length + people.length > 0) return null;
  return evaluated(
    [
      { label: premium.name.slice(0, 80), expression: `@${premium.id} in %` },
      { label: `extra on ${money.text}`.slice(0, 80), expression: `${write(money)} * @${premium.id}` },
      { label: `${money.text} with the premium`.slice(0, 80), expression: `${write(money)} + #2` },
    ],
    { title: `${money.text} with the premium for AI`.slice(0, 120), lead: IN_ALL.test(words) ? [3, 2, 1] : [2, 1, 3] },
  );
};
