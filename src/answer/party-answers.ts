/** Who: the parties of a role, those of the financing behind a deal, or the sentence that names them. */

import type { OrgKind, PartyRole } from "../../knowledge/schema.ts";
import type { Rich } from "../doc/doc.ts";
import { KIND } from "../doc/say-figure.ts";
import { blanked } from "../knowledge/blanked.ts";
import { gated } from "../knowledge/gated.ts";
import { predicateIn, recordHas } from "../knowledge/predicate.ts";
import { soughtWords } from "../knowledge/question-words.ts";
import { family, orgName } from "../knowledge/resolve.ts";
import type { Statement } from "../knowledge/statements.ts";
import { contentRoots } from "../knowledge/words.ts";
import { parties } from "./deal-lines.ts";
import { sayAbout } from "./fact-answers.ts";
import { sayShares } from "./figure-answers.ts";
import { sayLeaders } from "./leaders.ts";
import { asksMore, sayParticular, sayStatement } from "./particular.ts";
import { ROLES, type Role } from "./party-roles.ts";
import { answersIn, said, sentences, tells } from "./sentences.ts";
import type { Asked, Direct } from "./show-figure.ts";

const POWER = /\b(?:power|electric|utility|suppl|generat)/i;
const MONEY = /\b(?:pay|paid|fund|financ|lend|lent|loan|debt|borrow|invest|money)/i;
const PAYERS: readonly PartyRole[] = ["investor", "lender"];
/** Whoever takes the space now, and not whoever spoke of it. */
const TAKES = gated(
  /\bwho (?:now )?(?:(?:takes?|has|gets?|uses?) (?:the|that|its|all) (?:\w+ )?|(?:takes?|took|taking|gets?|got) (?:the|that|its|all) (?:extra|spare|other|remaining|freed|leftover|additional) (?:[A-Z]\w+ )?)(?:capacity|space|output)\b/i,
);

/** "Any guarantor?" asks for that role, and for nothing else. */
/** How much it was says nothing of who. */
const AMOUNT = /(?:\bthe )?(?<![\w$€£.,])\d[\d.,]* ?(?:billion|million|bn|mn)\b/gi;
export const ROLE_ALONE = gated(
  /^(?:(?:and|so|but|is|are|was|were|there|any|which|what|who|an?|the|in|it|involved|are)\b[\s,]*)*(?:guarantors?|lenders?|banks?|landlords?|tenants?|sellers?|developers?|suppliers?|advisers?|advisors?)(?: (?:are )?(?:in it|involved|here|on it|there))?[\s?.!]*$/i,
);

/** "What does Crusoe do at Abilene", "SAP's role": the part of the one who is named. */
const ROLE_OF = gated(
  /\b(?:roles?|job|function|(?<=['’]s? )part|what (?:part |role )?(?:does|did|do) .{1,40} (?:do|play))\b/i,
);
function partNamed({ draft, state, context: { library }, topic }: Asked): Direct {
  const isTitled = (org: string) => state.deal.name.includes(orgName(library, org).split(" ")[0] ?? org);
  const orgs = library.names.find(topic).flatMap(({ refs }) => refs.filter(({ type }) => type === "org"));
  const groups = orgs.map(({ id }) => family(library, id));
  const named = state.deal.parties.filter(({ org }) => groups.some((group) => group.has(org)));
  // Who is in the deal's own name stands there to name it, where somebody else is named as well.
  const others = named.filter(({ org }) => !isTitled(org));
  const meant = others.length > 0 ? others : named.slice(0, 1);
  if (meant.length === 0) return null;
  const said = meant.map(({ org, note, role }) => `${orgName(library, org)} (${note ?? role})`).join(", ");
  return {
    headline: [{ text: `${state.deal.name}: ` }, draft.sourced(`${said}.`, state.deal, state.events[0]?.sources ?? [])],
  };
}

/** "Who's in it": all of them. */
const ALL_IN = gated(
  /^(?:(?:and|so|ok)\b[\s,]*)*who(?:['’]s| is| are| was| were| all)+ (?:all )?(?:in|on|part of|involved in) (?:it|this|that|the (?:round|deal|consortium|group))\b/i,
);
/** "Who is behind the New Mexico site?" asks of everybody in it. */
const BEHIND = gated(
  /^(?:(?:and|so|ok)\b[\s,]*)*who(?:['’]s| is| are| was| were) (?:all )?behind (?!(?:that|this|it)\b)/i,
);
/** "Who's involved in Adani's India plan", and in nothing that is only a part of it. */
const INVOLVED = gated(
  /^(?:(?:and|so|ok)\b[\s,]*)*who(?:['’]s| is| are| was| were|)(?: all)? (?:involved|participating|taking part) in\b/i,
);
function asksInvolved({ topic, context: { library } }: Asked): boolean {
  if (!INVOLVED.test(topic)) return false;
  const left = blanked(topic, library.names.find(topic));
  return soughtWords(left.replace(INVOLVED, " ").replace(ANY_DEAL, " ")).every(({ weak }) => weak);
}
const ANY_DEAL = /\b(?:sites?|campus|data cent(?:er|re)s?|ventures?|projects?|leases?|jv)\b/gi;
/** "Who is paying for it": a sentence that says who does, or does not. */
const PAYS_FOR = gated(
  /\bwho(?:['’]s| is| are| will)? (?:(?:be|going to) )?(?:pay(?:s|ing)?(?: for)?|foot\w* the bill|fund(?:s|ing)|bankroll\w*)\b/i,
);
const SAYS_WHO_PAYS = gated(
  /\b(?:(?:does|do|will|would) not pay for|pays for the (?:project|site|campus|cluster|building)|funds (?:and|the))\b/i,
);
/** "Japan pays for the gas power plants", where these are asked about. */
function paysForThat(topic: string, text: string): boolean {
  const [, thing = ""] =
    /\bpays? (?:for |the cost of (?:service of )?)the ((?:[\w-]+ ){0,2}[\w-]+?)(?= at| in| of|,|\.|$)/.exec(text) ?? [];
  const asked = contentRoots(topic);
  const last = contentRoots(thing).at(-1);
  return last !== undefined && asked.includes(last);
}
/** "Who owns what": the stakes. */
const OWNS_WHAT = gated(
  /\bwho owns (?:what|how much|which (?:part|share))\b|\bownership (?:split|structure|breakdown)\b|\bhow is (?:it|ownership|the (?:jv|venture|equity)) (?:split|divided|owned)\b/i,
);
const everybody = ({ state, context }: Asked): Rich => [
  { text: `${state.deal.name} (${KIND[state.deal.kind]}): ${parties(context.library, state, false)}.` },
];

/** "Meta's counterparties", "who's on the other side": all but the one whose they are. */
const OTHER_SIDE = gated(
  /\bcounter-?part(?:y|ies)\b|(?<=\w['’]s )partners\b|\bthe other (?:side|end|part(?:y|ies))\b(?! of (?:the )?(?:state|country|world))|\bacross the table\b/i,
);
const THEIRS = gated(/^['’]s? (?:counter-?part|partners\b)/i);
const TO_THEM = gated(/\b(?:counter-?part(?:y|ies)|side|end|part(?:y|ies)|table) (?:to|of|from) (?:the )?$/i);
function otherParties(asked: Asked): Direct {
  const { draft, state, context, topic } = asked;
  const { library } = context;
  const { deal, events } = state;
  const named = library.names.find(topic).filter(({ refs }) => refs.some(({ type }) => type === "org"));
  const own = named.filter(({ start, end }) => THEIRS.test(topic.slice(end)) || TO_THEM.test(topic.slice(0, start)));
  const ids = (own.length > 0 ? own : named).flatMap(({ refs }) =>
    refs.flatMap(({ type, id }) => (type === "org" ? id : [])),
  );
  const theirs = new Set(ids.flatMap((id) => [...family(library, id)]));
  const others = deal.parties.filter(({ org }) => !theirs.has(org));
  if (others.length === 0) return null;
  if (others.length === deal.parties.length) return { headline: everybody(asked), lead: behind(asked) };
  const said = others.map(({ org, note, role }) => `${orgName(library, org)} (${note ?? role})`).join(", ");
  return { headline: [{ text: `${deal.name}: ` }, draft.sourced(`${said}.`, deal, events[0]?.sources ?? [])] };
}

function sentenceWith(asked: Asked, words: Pick<RegExp, "test">): Direct {
  const found = answersIn(asked, asked.topic, null, MANY, 0).find(
    ({ statement: { kind, text } }) => (kind === "fact" || kind === "event") && words.test(text),
  );
  return found ? { headline: sayStatement(asked, found.statement) } : null;
}

export function sayParties(asked: Asked): Direct {
  const { draft, state, context, topic } = asked;
  const stakes = OWNS_WHAT.test(topic)
    ? state.figures.filter(({ figure, ended }) => !ended && figure.of === "stake" && figure.unit === "percent")
    : [];
  if (stakes.length > 1) return { headline: sayShares(asked, stakes) };
  if (
    (ALL_IN.test(topic) || asksInvolved(asked) || (BEHIND.test(topic) && state.deal.kind === "site")) &&
    state.deal.parties.length > 1
  )
    return { headline: everybody(asked), lead: behind(asked) };
  const others = OTHER_SIDE.test(topic) ? otherParties(asked) : null;
  if (others) return others;
  const leader = leaderOf(asked) ?? sayLeaders(asked);
  if (leader) return leader;
  const part = asked.form === "yes-no" ? partOf(asked) : null;
  if (part) return part;
  const payer =
    state.deal.kind === "site" && PAYS_FOR.test(topic)
      ? (state.facts.find(({ text }) => paysForThat(topic, text)) ??
        state.facts.find(({ text }) => SAYS_WHO_PAYS.test(text)))
      : undefined;
  if (payer)
    return {
      headline: [{ text: `${state.deal.name}: ` }, draft.sourced(payer.text, state.deal, payer.sources)],
      lead: behind(asked),
    };
  // Of a deed that the record does not speak of, nobody in it is the doer.
  const deed = ROLES.some(({ asks }) => asks.test(topic)) ? null : predicateIn(context.library, topic);
  if (deed !== null && !recordHas(context.library, `deal:${state.deal.id}`, deed)) return null;
  const lead = sentences(asked, topic, 4).map((statement) => said(asked, statement));
  // "Who runs it now that Wang has left": what is known of him already is not asked for.
  const searched = topic.replace(KNOWN, " ").replace(BESIDES, " ").replace(AMOUNT, " ");
  const besides = new Set(
    context.library.names
      .find(BESIDES.exec(topic)?.[1] ?? "")
      .flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" ? [id] : []))),
  );
  // Whoever is named beside is not asked for.
  const best =
    besides.size > 0
      ? answersIn(asked, searched, "who", MANY).find(({ statement }) => !isOfThose(asked, statement, besides))
      : answersIn(asked, searched, "who", 1)[0];
  const inPart = (roles: readonly string[], kind?: OrgKind): Direct => {
    const named = state.deal.parties
      .filter((party) => roles.includes(party.role) && !besides.has(party.org))
      .filter(({ org }) => kind === undefined || context.library.organisations.get(org)?.kind === kind)
      .map((party) => `${orgName(context.library, party.org)} (${party.note ?? party.role})`);
    return named.length > 0
      ? {
          headline: [
            { text: `${state.deal.name}: ` },
            draft.sourced(`${named.join(", ")}.`, state.deal, state.events[0]?.sources ?? []),
          ],
          lead: [...behind(asked), ...lead],
        }
      : null;
  };
  const own = ROLE_OF.test(topic) ? partNamed(asked) : null;
  if (own) return own;
  // "Which fund invests the $30B" asks for its name, and not for who lent to it.
  const fund = /\b(?:which|what) (?:[\w.&'’-]+ )?(?:funds?|vehicles?|entit(?:y|ies))\b/i.test(topic)
    ? sayParticular(asked, null, ({ statement: { text } }) => /\b(?:fund|vehicle|entity|LLC)\b/i.test(text))
    : null;
  if (fund) return fund;
  const wanted = ROLES.find((entry) => entry.asks.test(topic));
  // Who lent for a site stands in the financings that paid for it.
  const paysFor = state.deal.kind === "site" && /\b(?:pay(?:s|ing)? for|foot\w* the bill|bankroll\w*)\b/i.test(topic);
  const lenders =
    paysFor || (wanted?.roles.includes("lender") && !state.deal.parties.some((party) => party.role === "lender"));
  const financing = lenders ? behind(asked, paysFor ? PAYERS : wanted?.roles) : [];
  if (financing[0])
    return {
      headline: [{ text: `${state.deal.name}. ` }, ...financing[0], { text: "." }],
      lead: [...financing.slice(1), ...lead],
    };
  const isSold = wanted?.unless !== undefined && state.deal.parties.some(({ role }) => role === wanted.unless);
  const instead = isSold ? undefined : wanted?.else;
  const inRole = wanted ? (inPart(wanted.roles, wanted.kind) ?? (instead ? inPart(instead) : null)) : null;
  // "Who bought Aligned": the one that the question names is not who is asked for.
  const saysSo = isSold && !inRole ? sentenceWith(asked, wanted.asks) : null;
  if (saysSo) return saysSo;
  if (
    inRole &&
    (besides.size > 0 ||
      (best &&
        (isSaid(asked, best.statement) ||
          TAKES.test(topic) ||
          (best.statement.kind === "parties" && asksByVerb(topic, wanted)) ||
          isCalledOther(topic, best.statement, wanted) ||
          hasOther(asked, best.statement, wanted) ||
          asksRoleAlone(asked, best.statement, wanted) ||
          namesNobody(asked, best.statement))))
  )
    return inRole;
  // Of a kind of company nobody answers who is of another: whoever supplies chips supplies no power.
  const ofOtherKind = wanted?.kind !== undefined && best?.statement.kind === "parties";
  // "Which banks" is not answered by a sentence that speaks of none.
  const isOfRole = tells(best) && (best.statement.kind === "parties" || wanted?.asks.test(best.statement.text));
  if (wanted && tells(best) && !isOfRole && ROLE_ALONE.test(topic)) return null;
  if (tells(best) && besides.size > 0 && best.statement.kind !== "parties")
    return { headline: sayStatement(asked, best.statement), lead };
  if (tells(best) && !ofOtherKind)
    return best.statement.kind === "parties"
      ? inPart([best.statement.part])
      : ((JOINED.test(topic)
          ? sayParticular({ ...asked, topic: searched }, "who", ({ statement }) => !tellsOnlyThat(asked, statement))
          : null) ?? sayParticular({ ...asked, topic: searched }, "who"));
  if (inRole) return inRole;
  // Whoever was bought need be no party: a sentence says who.
  if (wanted?.roles[0] === "target") return sentenceWith(asked, BUYS);
  // Nobody has the role that is asked for: whoever has another one is no answer.
  if (wanted)
    return ROLE_ALONE.test(topic)
      ? null
      : sayAbout(
          asked,
          wanted.kind ? ["power", "structure", "site"] : ["financing", "people", "structure"],
          MONEY.test(topic) ? MONEY : wanted.kind ? POWER : wanted.asks,
        );
  if (asksMore(asked, topic, false)) return null;
  return { headline: everybody(asked), lead: [...behind(asked), ...lead] };
}

/** "Who backs the leases": the verb asks for a role, whatever else the question speaks of. */
const asksByVerb = (topic: string, wanted: Role | undefined): boolean => {
  const verb = VERB.exec(topic)?.[1];
  return verb !== undefined && PAYS.test(verb) && wanted?.asks.test(verb) === true;
};
const PAYS = /^(?:guarant|backstop|back|lend|lent|financ|fund|invest)/i;
const VERB = gated(
  /^\W*(?:(?:so|and|but|ok|hey)\b[\s,]*)*who(?:['’]s|['’]d|['’]ll)? (?:(?:is|are|was|were|has|have|had|will|would|does|do|did|actually|currently) )*([a-z]+)\b/i,
);

/** "Who finances Stargate": the words ask for a role and for nothing else, and the sentence has none of them. */
function asksRoleAlone(
  { state, context: { library }, topic }: Asked,
  { kind, text }: Statement,
  wanted: Role | undefined,
): boolean {
  if (kind === "parties" || !WHO.test(topic) || wanted === undefined || wanted.asks.test(text)) return false;
  const { name, aliases, parties: all } = state.deal;
  const own = new Set(contentRoots([name, ...aliases, ...all.map(({ org }) => orgName(library, org))].join(" ")));
  const said = soughtWords(topic).filter(({ word, weak }) => !weak && !own.has(word));
  return said.length > 0 && said.every(({ word }) => wanted.asks.test(word) && !MANNER.test(word));
}

/** Whether a sentence names nobody but those whom the question or the deal's own name has: it tells of the thing, and not who. */
function namesNobody({ state, context: { library }, topic }: Asked, { kind, text }: Statement): boolean {
  if (kind === "parties" || !WHO.test(topic) || UNNAMED.test(text)) return false;
  const isTitled = (org: string) => state.deal.name.includes(orgName(library, org).split(" ")[0] ?? org);
  const known = new Set([
    ...library.names.find(topic).flatMap(({ refs }) => refs.map(({ id }) => id)),
    ...state.deal.parties.flatMap(({ org }) => (isTitled(org) ? [org] : [])),
  ]);
  const found = library.names.find(text);
  // Whoever has no record of its own has a name of several words with capitals.
  const rest = blanked(text, found);
  if (STRANGER.test(rest)) return false;
  return found.every(({ refs }) =>
    refs.every(({ type, id }) => (type !== "org" && type !== "person") || known.has(id)),
  );
}
const JOINED = gated(
  /\b(?:join\w*|came in(?:to)?|c[oa]me aboard|new|add(?:ed|itional)|took part|participat\w+)\b.*\b(?:round|loan|financing|raise|series|fund)\b/i,
);
/** Whether an event or fact names nobody at all beside those that are known: that somebody joined tells not who. */
const tellsOnlyThat = (asked: Asked, statement: Statement): boolean =>
  namesNobody({ ...asked, topic: `who ${asked.topic}` }, statement);
const STRANGER = /(?<!\bSeries )\b(?!(?:The|Series|In|On|By|At|From) )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/u;
/** Whether a statement tells of nobody but those who are named beside what is asked for. */
const isOfThose = (asked: Asked, statement: Statement, besides: ReadonlySet<string>): boolean =>
  statement.kind === "parties"
    ? asked.state.deal.parties.every(({ role, org }) => role !== statement.part || besides.has(org))
    : tellsOnlyThat(asked, statement);
/** Who leads something need not have paid for it. */
const MANNER = gated(/^(?:lead|led|round|put|money|hold|take|use|pay)/i);
const UNNAMED = /\b(?:unnamed|undisclosed|unknown|not (?:been )?(?:named|disclosed|known)|did not name)\b/i;
const MANY = 40;
const BUYS = gated(/\b(?:bought|buys?|acquir\w+|purchase[ds]?|take(?:s|n)? over)\b/i);
const WHO = gated(/^\W*(?:(?:so|and|but|ok|hey)\b[\s,]*)*(?:who(?!se)|(?:which|what) \w+s\b)/i);

/** Parties of another role than the one that is asked for: "the lenders in the Vantage financing" are not Vantage. */
const hasOther = (asked: Asked, statement: Statement, wanted: Role | undefined): boolean =>
  wanted !== undefined &&
  ![...wanted.roles, ...(wanted.else ?? [])].some((role) => role === statement.part) &&
  areNamed(asked, statement);

const BESIDES = gated(
  /\b(?:besides?|other than|apart from|aside from|except(?: for)?|not counting|excluding|beyond) ([^?,;]{2,60})/i,
);
const KNOWN = gated(
  /(?<=\S )\b(?:(?:now that|given that|seeing that|since) .*|(?:after|once) .{2,40}\b(?:left|went|moved|joined|quit|departed)\b.*)$/i,
);

/** "Who leads the TPU venture": whoever is said to be at its head. Who leads a round puts up the money. */
function leaderOf({ draft, state: { deal, facts }, topic }: Asked): Direct {
  if (!LEADS.test(topic) || deal.kind === "financing" || deal.kind === "investment") return null;
  const fact = facts.find(({ about, text }) => about === "people" && AT_HEAD.test(text));
  return fact ? { headline: [{ text: `${deal.name}: ` }, draft.sourced(fact.text, deal, fact.sources)] } : null;
}
const LEADS = gated(
  /^\W*(?:(?:so|and|but|ok)\b[\s,]*)*who(?:['’]s)? (?:(?:is|will|now|currently|going to) )*(?:leads?|leading|heads?|heading|in charge of)\b/i,
);
const AT_HEAD = gated(/\b(?:is its chief executive|is chief executive|heads it|leads it|runs it)\b/i);

/** "Is SoftBank part of Stargate": yes, and which part it has. */
function partOf({ draft, state, context: { library }, topic }: Asked): Direct {
  const orgs = library.names
    .find(topic)
    .flatMap(({ refs }) => refs.flatMap(({ type, id }) => (type === "org" ? [id] : [])));
  const groups = orgs.map((org) => family(library, org));
  const named = state.deal.parties.filter(({ org }) => orgs.includes(org));
  const own = named.length > 0 ? named : state.deal.parties.filter(({ org }) => groups.some((group) => group.has(org)));
  if (own.length === 0) return null;
  const said = own.map(({ org, role, note }) => `${orgName(library, org)} is its ${role}${note ? ` (${note})` : ""}`);
  return {
    headline: [
      { text: "Yes. " },
      draft.sourced(`${state.deal.name}: ${said.join("; ")}.`, state.deal, state.events[0]?.sources ?? []),
    ],
    lead: [[{ text: `Parties: ${parties(library, state, false)}.` }]],
  };
}

/** Whether all of a role are named in the question, and nothing more is said of them. */
const isSaid = (asked: Asked, statement: Statement): boolean =>
  areNamed(asked, statement) &&
  asked.state.deal.parties.every(({ role, note }) => role !== statement.part || note === undefined || note === "");

/** Whether the statement is a group of parties who are all named in the question. */
function areNamed({ state, context, topic }: Asked, { kind, part }: Statement): boolean {
  if (kind !== "parties") return false;
  const named = state.deal.parties.filter(({ role }) => role === part);
  const orgs = new Set(context.library.names.find(topic).flatMap(({ refs }) => refs.map(({ id }) => id)));
  return named.length > 0 && named.every(({ org }) => orgs.has(org));
}

/** The financings that paid for it, with their parties: those of the roles that are asked for, where they have any. */
function behind({ state, context, draft }: Asked, roles: readonly PartyRole[] = []): Rich[] {
  return state.deal.financed_by.flatMap((id): Rich[] => {
    const deal = context.library.deals.get(id);
    if (!deal) return [];
    const own = deal.parties.filter(({ role }) => roles.includes(role));
    const named = (own.length > 0 ? own : deal.parties)
      .map((party) => `${orgName(context.library, party.org)} (${party.role})`)
      .join(", ");
    return [[draft.sourced(`Financed by ${deal.name}: ${named}`, deal, deal.events[0]?.sources ?? [])]];
  });
}

/** "Who's the tenant", where one party is called just that and the search has found whoever uses what it rents. */
function isCalledOther(topic: string, { kind, part }: Statement, wanted: Role | undefined): boolean {
  const [role, ...more] = wanted?.roles ?? [];
  return kind === "parties" && role !== undefined && more.length === 0 && part !== role && topic.includes(role);
}
