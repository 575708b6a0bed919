/** Who is said to pay, lend to, sell to, own or stand behind whom: by the words between two names, as a table. */
import type { Tie } from "../../knowledge/ties.ts";
import { type Named, orgsNamed } from "./owner-and-owned.ts";
import type { Reading } from "./reading.ts";

/** What goes from the one to the other; `whole` is of a company as a whole, from its owner to it. */
export type TieSaid = { tie: Tie | "whole"; from: readonly string[]; to: readonly string[] };

/** Words that may stand before a verb. */
const STILL =
  "(?:(?:has|have|had|is|was|will|does|do|did|to|be|been|still|ever|actually|really|now|already|just|currently|itself|then|also|even|so far|have to|end up|ended up|get to)\\s+)*";
const FEW = "(?:[\\w$€£%.,’'-]+\\s+){0,5}?";
const GOODS =
  "(?:compute|computing|capacity|power|electricity|gpus?|chips?|tpus?|accelerators?|processors?|servers?|racks?|memory|wafers?|cloud|megawatts?|gigawatts?|mws?|gws?|trainium\\d?|blackwells?|fib(?:re|er)|hardware|data cent(?:er|re)s?|equipment|turbines?|fuel cells?)";
const SHARES =
  "(?:stakes?|shares?|stock|equity|holdings?|warrants?|piece|slice|(?:a |the |its )?\\d+(?:\\.\\d+)? ?(?:%|percent|per cent))";
const HAS_OF = `(?:a |an |the |its |their |any )?${FEW}${SHARES}\\s+(?:stake\\s+|share\\s+|holding\\s+)?(?:of|in)\\s+(?:the\\s+)?`;
const MONEY =
  "(?:rent|fees?|revenues?|money|cash|income|payments?|dollars|(?:a|per|each|every) (?:month|year|quarter)|annually|monthly|yearly|[$€£]\\s?\\d)";

const SPEAKS_OF_GOODS = new RegExp(`\\b${GOODS}\\b`, "i");
/** What goes either way beside the price. */
const NO_SHARE_OF_IT = /^(?!.*\b(?:dividends?|royalt\w+|penalt\w+|revenue share|shares? of|cut|coupon)\b)/i;

/** `‹` is whoever gives (pays, lends, sells, issues, guarantees, owns the whole), `›` whoever receives. */
const SAID: readonly { tie: TieSaid["tie"]; said: string; where?: RegExp }[] = [
  // Loans.
  { tie: "debt", said: `‹\\s+${STILL}(?:lend|lends|lent|lending|loan|loans|loaned)\\s+(?:${FEW}to\\s+)?›` },
  { tie: "debt", said: `‹(?:['’]s|['’])?\\s+${FEW}loans?\\s+to\\s+›(?!['’]s\\s)` },
  { tie: "debt", said: `\\bloans?\\b.{0,20}\\b(?:from|by)\\s+‹\\s+to\\s+›` },
  { tie: "debt", said: `\\bloans?\\b.{0,20}\\bto\\s+›\\s+(?:from|by)\\s+‹` },
  { tie: "debt", said: `›\\s+${STILL}borrow(?:s|ed|ing)?\\b.{0,40}\\bfrom\\s+‹` },
  { tie: "debt", said: `›(?:['’]s|['’])?\\s+${FEW}loans?\\s+from\\s+‹` },
  {
    tie: "debt",
    said: `\\b(?:interest|coupon)\\b.{0,30}\\s›\\s+${STILL}(?:pay|pays|paying|paid|owe|owes|owed|owing)\\s+(?:to\\s+)?‹`,
  },
  {
    tie: "debt",
    said: `›\\s+${STILL}(?:pay|pays|paying|paid|owe|owes|owed|owing)\\s+(?:to\\s+)?‹\\s+.{0,40}\\b(?:interest|loans?)\\b`,
  },
  {
    tie: "debt",
    said: `\\binterest\\b.{0,30}\\s‹\\s+${STILL}(?:charge|charges|charging|collect|collects|earn|earns|get|gets)\\s+(?:${FEW}from\\s+)?›`,
  },
  // Money for something: rent and prices are paid to whoever sells.
  {
    tie: "goods",
    said: `\\b(?:rent|lease payments?)\\b.{0,30}\\s›\\s+${STILL}(?:pay|pays|paying|paid|owe|owes|owed)\\s+(?:to\\s+)?‹`,
  },
  {
    tie: "goods",
    said: `›\\s+${STILL}(?:pay|pays|paying|paid)\\s+(?:to\\s+)?‹\\s+(?:[\\w$€£.-]+\\s+){0,4}?for\\s+(?:[\\w-]+\\s+){0,3}?${GOODS}\\b`,
  },
  {
    tie: "cash",
    said: `‹\\s+${STILL}(?:pay|pays|paying|paid|owe|owes|owed)\\s+(?:[$€£][\\d.]+\\s?\\w*\\s+)?(?:to\\s+)?›(?!['’]s\\s)`,
    where: NO_SHARE_OF_IT,
  },
  { tie: "cash", said: `‹(?:['’]s|['’])?\\s+(?:\\w+\\s+){0,2}(?:payments?|rent|fees?)\\s+to\\s+›` },
  {
    tie: "goods",
    said: `‹\\s+${STILL}(?:charge|charges|charging|charged|bill|bills|billing|billed|invoic\\w+)\\s+›(?!['’]s\\s)`,
    where: /^(?!.*\b(?:loans?|interest|guarantee\w*|backstop\w*|commission|fees?|dut(?:y|ies)|tariffs?)\b)/i,
  },
  {
    tie: "goods",
    said: `‹\\s+${STILL}(?:collect|collects|collecting|collected|pocket\\w*|rak\\w+ in)\\s+${FEW}from\\s+›`,
  },
  {
    tie: "cash",
    said: `›\\s+${STILL}(?:get|gets|getting|got|receive|receives|received|receiving|earn|earns|earned|earning|make|makes|making|made)\\s+${FEW}(?:from|off)\\s+‹`,
    where: new RegExp(`\\b${MONEY}`, "i"),
  },
  // Shares.
  {
    tie: "equity",
    said: `›(?:['’]s|['’])?\\s+${STILL}(?:buy|buys|bought|buying|acquire|acquires|acquired|take|takes|took|taking|get|gets|got|pick(?:s|ed)? up|sell|sold|build|built)\\s+(?!as\\b)${HAS_OF}‹(?!['’]s\\s)`,
  },
  { tie: "equity", said: `›\\s+${STILL}(?:pay|pays|paying|paid)\\s+(?:[$€£][\\d.]+\\s?\\w*\\s+)?for\\s+${HAS_OF}‹` },
  {
    tie: "equity",
    said: `›\\s+${STILL}(?:pay|pays|paying|paid|spend|spent)\\s+(?:[$€£][\\d.]+\\s?\\w*\\s+)?(?:for|on)\\s+(?:its|the|their|an?)\\s+‹\\s+(?:stock|shares|stake|equity|holding|warrants?)\\b`,
  },
  {
    tie: "equity",
    said: `›\\s+${STILL}(?:invest|invests|invested|investing|put|puts|putting|pour|pours|poured|pouring|pump\\w*|plough\\w*|plow\\w*|sink|sank|sunk|inject\\w*|stick|stuck)\\s+(?:${FEW})(?:in|into)\\s+‹(?!['’]s\\s)`,
  },
  {
    tie: "equity",
    said: `‹(?:['’]s|['’])?\\s+(?:shares?|stock|equity|warrants?)\\s+(?:\\w+\\s+)?${STILL}›\\s+${STILL}(?:receive|receives|received|get|gets|got|buy|bought|own|owns|hold|holds|held|have|take|took|acquired?)\\b`,
  },
  {
    tie: "equity",
    said: `\\b(?:of|in)\\s+‹(?:['’]s)?\\s+(?:stock\\s+|shares?\\s+|equity\\s+)?${STILL}›\\s+${STILL}(?:own|owns|hold|holds|have|get|control|buy|bought|acquire|acquired|purchase[ds]?)\\b(?! (?:for|to|with)\\b)`,
  },
  {
    tie: "equity",
    said: `›(?:['’]s|['’])\\s+${FEW}(?:stakes?|shares|shareholding|holding)\\s+(?:in|of)\\s+‹(?!['’]s\\s+(?!stock|shares|equity))`,
  },
  {
    tie: "equity",
    said: `\\b(?:shares?|stock|equity|warrants?)\\s+${STILL}›\\s+${STILL}(?:receive|receives|received|get|gets|got|buy|bought|take|took)\\s+from\\s+‹`,
  },
  // All of a company.
  {
    tie: "whole",
    said: `‹,?\\s+(?:which |who |that )?(?:now |already |fully |wholly |outright )*(?:owns|owned|has owned|controls)\\s+(?:all of |100 ?% of |the whole of |the entire(?:ty of)? )›`,
  },
  {
    tie: "whole",
    said: `‹,?\\s+(?:which |who |that )?(?:now |already )*(?:fully|wholly|outright|entirely|completely)\\s+(?:owns|owned|controls)\\s+›`,
  },
  {
    tie: "whole",
    said: `‹,?\\s+(?:which |who |that )?(?:now |already )*(?:owns|owned|has owned|controls)\\s+›\\s+(?:outright|entirely|completely|fully|in full|whole|altogether)\\b`,
  },
  {
    tie: "whole",
    said: `^\\W*(?:since|as|given(?: that)?|because|now that|seeing(?: that| as)?|with)\\s+‹\\s+(?:now |already |has )*(?:owns|owned|owning|controls)\\s+›(?!['’]s)(?=\\s*(?:,|\\b(?:now|what|how|who|when|where|why|does|is)\\b))`,
  },
  {
    tie: "whole",
    said: `^\\W*(?:since|as|given(?: that)?|because|now that|seeing(?: that| as)?|with)\\s+›\\s+(?:is|was|being|has been)\\s+(?:now |already |wholly |fully )*owned by\\s+‹`,
  },
  {
    tie: "whole",
    said: `(?:^|[.!?;:]\\s+|\\bthat\\s+)‹\\s+(?:now |already |fully )*(?:owns|bought|acquired|took over|has (?:bought|acquired|taken over))\\s+›\\s*[.;!]\\s`,
  },
  { tie: "whole", said: `‹[- ]owned\\s+›` },
  { tie: "whole", said: `‹(?:['’]s|['’])\\s+(?:\\w+\\s+)?subsidiary,?\\s+›` },
  {
    tie: "whole",
    said: `›(?:['’]s|['’])\\s+(?:new |current )?(?:parent|owner|holding)(?:\\s+(?:company|firm|group))?,?\\s+‹`,
  },
  // Chips, computing and power.
  {
    tie: "goods",
    said: `›(?:['’]s|['’])\\s+${FEW}(?:purchases?|orders?|rental|lease|procurement)\\s+of\\s+${FEW}${GOODS}\\s+from\\s+‹`,
  },
  {
    tie: "goods",
    said: `‹(?:['’]s|['’])\\s+${FEW}(?:sales?|supply|delivery|shipment)\\s+of\\s+${FEW}${GOODS}\\s+to\\s+›`,
  },
  {
    tie: "goods",
    said: `›\\s+${STILL}(?:rent|rents|rented|renting|lease|leases|leased|leasing|hire|hires|hiring)\\s+(?:${FEW})from\\s+‹`,
  },
  {
    tie: "goods",
    said: `›\\s+${STILL}(?:buy|buys|bought|buying|order|orders|ordered|ordering|purchas\\w+|source\\w*|procure\\w*|use|uses|using)\\s+(?:${FEW})from\\s+‹`,
    where: SPEAKS_OF_GOODS,
  },
  // What somebody gets may be money as well: the goods stand beside the verb.
  { tie: "goods", said: `${GOODS}\\s+${STILL}›\\s+${STILL}(?:get|gets|getting|got)\\s+from\\s+‹` },
  { tie: "goods", said: `›\\s+${STILL}(?:get|gets|getting|got)\\s+(?:its |the |some |their )?${GOODS}\\s+from\\s+‹` },
  {
    tie: "goods",
    said: `‹\\s+${STILL}(?:sell|sells|sold|selling|suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|deliver\\w*|ship\\w*)\\s+(?:${FEW}(?:to|for)\\s+)?›`,
    where: SPEAKS_OF_GOODS,
  },
  {
    tie: "goods",
    said: `‹\\s+${STILL}(?:rent|rents|rented|renting|lease|leases|leased|leasing)\\s+(?:out\\s+)?${FEW}to\\s+›`,
    where: SPEAKS_OF_GOODS,
  },
  // Whoever stands behind somebody's rent or debt.
  {
    tie: "guarantee",
    said: `‹\\s+${STILL}(?:guarantee[sd]?|guaranteeing|backstop(?:s|ped|ping)?|vouch(?:es|ed)? for|underwrit\\w+|st(?:and|ands|ood) behind)\\s+(?:${FEW}(?:of|for|to|at)\\s+)?›`,
  },
];
const NAMED = { "①": "②", "②": "①" } as const;
const PATTERNS = SAID.flatMap(({ tie, said, where }) =>
  (["①", "②"] as const).map((giver) => ({
    tie,
    giver,
    where,
    pattern: new RegExp(said.replaceAll("‹", giver).replaceAll("›", NAMED[giver]), "iu"),
  })),
);

/** Refuses nearly all questions at once. */
const SAYS_TIE =
  /\b(?:len[dt]|lends|lending|loan|borrow|interest|coupon|pa(?:y|id)|owe|rent|fees?|payment|charg|bill|invoic|collect|pocket|rak|gets?|got|getting|receiv|earn|ma[kd]e|making|buy|bought|acquir|tak|took|pick|invest|put|pour|pump|plo|s[aiu]nk|inject|st[iu]ck|shares?|stock|equity|warrant|own|controls|hold|held|stake|subsidiary|leas|hir|order|purchas|sourc|procur|us(?:e|ing)|sell|sold|suppl|provid|deliver|ship|guarant|backstop|vouch|underwr|st(?:and|ood))/i;
/** What might be, and what is denied, is not taken for granted. */
const OPEN =
  /\b(?:would|could|might|may|should|if|whether|instead of|rather than|not|never|nor|neither|without)\b|n['’]t\b/i;

/** The tie that the words between two names claim; null where more or fewer are named, or nothing is claimed of the two. */
export function tieSaid(reading: Reading): TieSaid | null {
  const { question } = reading;
  if (!SAYS_TIE.test(question) || OPEN.test(question)) return null;
  const [first, second, ...more] = groupsOf(question, orgsNamed(reading));
  if (!first || !second || more.length > 0) return null;
  const masked = maskedBy(question, first, second);
  for (const { tie, giver, pattern, where } of PATTERNS) {
    if (!pattern.test(masked) || (where && !where.test(question))) continue;
    const [from, to] = giver === "①" ? [first, second] : [second, first];
    return { tie, from: from.orgs, to: to.orgs };
  }
  return null;
}

/** Names that stand together ("Google and Meta") do the same; a name that comes again is the same one. */
type Group = { orgs: string[]; spans: { start: number; end: number }[] };

function groupsOf(question: string, named: readonly Named[]): Group[] {
  const groups: Group[] = [];
  let last: Group | null = null;
  for (const { org, start, end } of named) {
    const joined: boolean =
      last !== null && /^\s*(?:,|&|\+|,?\s*(?:and|or)\b)\s*$/i.test(question.slice(last.spans.at(-1)?.end ?? 0, start));
    const again: Group | undefined = groups.find(({ orgs }) => orgs.includes(org));
    if (joined && last && !again) {
      last.orgs.push(org);
      const span = last.spans.at(-1);
      if (span) span.end = end;
      continue;
    }
    last = again ?? { orgs: [org], spans: [] };
    last.spans.push({ start, end });
    if (!again) groups.push(last);
  }
  return groups;
}

function maskedBy(question: string, first: Group, second: Group): string {
  const spans = [
    ...first.spans.map((span) => ({ ...span, as: "①" })),
    ...second.spans.map((span) => ({ ...span, as: "②" })),
  ].sort((a, b) => b.start - a.start);
  return spans.reduce((text, { start, end, as }) => text.slice(0, start) + as + text.slice(end), question);
}
