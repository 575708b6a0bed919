/** Roles by which a company's deals are searched for somebody else: "who lends to …", "…'s landlords". */
import type { DealKind, PartyRole } from "../../../knowledge/schema.ts";

/** Role names are those of records; who only arranges a loan stands as an adviser. */
export type RoleAsked = {
  /** As the answer says that nobody has it. */
  name: string;
  /** Phrases with the company as "§". */
  said: readonly string[];
  /** Nouns for whoever has it. */
  nouns: string;
  /** What whoever is asked for is in the deal, and what the company is in it. */
  doer: readonly PartyRole[];
  done: readonly PartyRole[];
  /** Who may have the part as well, where nobody is put down in it. */
  else?: readonly PartyRole[];
  /** Whose part the company is near to, where in no deal it has one of those. */
  near: readonly PartyRole[];
  /** Makers of chips, and those with chips of their own. */
  ofChips?: boolean;
};

const DEBTS =
  "(?: (?:debts?|borrowings?|leases?|loans?|rents?|obligations?|payments?|credit|capacity|sites?|data cent(?:er|re)s?))?";
const GOODS = "(?:chips?|silicon|accelerators?|processors?|semiconductors?|ai chips?)";
const POWER = "(?:power|electricity|energy|juice)";
const SITES = "(?: (?:data cent(?:er|re)s?|sites?|campuses|buildings?|capacity|facilities))?";

export const ROLES_ASKED: readonly RoleAsked[] = [
  {
    name: "lender",
    said: [
      "(?:lends?|lent|is lending|are lending|has lent|have lent|loans?|loaned)(?: (?:money|cash|funds))? to §",
      "(?:provides?|provided|extends?|extended) (?:the )?(?:debt|loans?|credit) (?:to|for) §",
      "holds? §(?:['’]s?)? debts?",
      "(?:did|does|has|do) § (?:borrow|borrowed)(?: (?:money|cash))? from",
    ],
    nouns: "lenders?|creditors?|(?:lending )?banks|bankers",
    doer: ["lender"],
    done: ["borrower", "issuer"],
    near: ["tenant", "customer", "developer", "operator"],
  },
  {
    name: "financier",
    said: [
      "(?:finances?|financed|is financing|are financing|funds?|funded|is funding|bankrolls?|bankrolled|is bankrolling) §",
    ],
    nouns: "financiers?|funders?|bankrollers?|financial backers?",
    doer: ["lender", "investor", "buyer"],
    done: ["borrower", "issuer", "target"],
    near: ["tenant", "customer", "developer", "operator"],
  },
  {
    name: "guarantor",
    said: [
      `(?:guarantees?|guaranteed|is guaranteeing|backstops?|backstopped|vouches for|stands behind|underwrites?) (?:the )?§(?:['’]s?)?${DEBTS}`,
    ],
    nouns: "guarantors?|backstoppers?",
    doer: ["guarantor"],
    done: ["tenant", "borrower", "issuer", "landlord", "customer", "provider", "developer"],
    near: [],
  },
  {
    name: "insurer",
    said: [`(?:insures?|insured|is insuring) §(?:['’]s?)?${SITES}`],
    nouns: "insurers?|insurance (?:compan(?:y|ies)|providers?|carriers?)",
    doer: [],
    done: [],
    near: [],
  },
  {
    name: "builder",
    said: [
      `(?:builds?|is building|are building|built|constructs?|develops?)${SITES} for §`,
      `(?:builds?|is building|are building|built|constructs?|develops?) §(?:['’]s?)${SITES}`,
    ],
    nouns: "builders?|developers?|(?:general )?contractors?|construction (?:firms?|partners?|compan(?:y|ies))",
    doer: ["developer", "operator"],
    done: ["customer", "tenant"],
    else: ["landlord"],
    near: ["investor"],
  },
  {
    name: "landlord",
    said: [
      `(?:rents?|leases?|is renting|is leasing|lets)(?: (?:out|space|land))?${SITES}(?: out)? to §`,
      "(?:does|do|did) § (?:rent|lease)(?: (?:space|land))? from",
    ],
    nouns: "landlords?|lessors?",
    doer: ["landlord", "developer"],
    done: ["tenant"],
    near: ["customer", "provider"],
  },
  {
    name: "tenant",
    said: [`(?:rents?|leases?|is renting|is leasing|are renting)(?: (?:space|land|capacity))?${SITES} from §`],
    nouns: "tenants?|renters?|lessees?",
    doer: ["tenant"],
    done: ["landlord", "developer"],
    else: ["customer"],
    near: ["operator", "provider"],
  },
  {
    name: "host",
    said: [
      "(?:hosts?|is hosting|are hosting|hosted) §(?:['’]s? (?:models?|compute|workloads?|servers?|ai|chips|hardware))?",
    ],
    nouns: "hosts?|hosting (?:providers?|partners?|compan(?:y|ies))",
    doer: ["provider", "operator"],
    done: ["customer", "tenant"],
    else: ["landlord", "developer"],
    near: ["investor", "borrower"],
  },
  {
    name: "chip supplier",
    said: [`(?:suppl(?:y|ies|ied)|sells?|provides?|makes?|is supplying|are supplying) (?:the )?${GOODS} (?:to|for) §`],
    nouns: `${GOODS} (?:suppliers?|vendors?|providers?|makers?)`,
    doer: ["supplier", "provider"],
    done: ["customer", "tenant", "partner"],
    near: ["borrower", "investor", "developer"],
    ofChips: true,
  },
  {
    name: "supplier of power",
    said: [
      `(?:powers?|is powering) §(?:['’]s?)?${SITES}`,
      `(?:suppl(?:y|ies|ied)|sells?|provides?|delivers?) ${POWER} to §`,
      `(?:does|do|did|is|will) § (?:get|buy|buying|getting|take) (?:its |their )?${POWER} from`,
    ],
    nouns: `${POWER} (?:suppliers?|providers?|sellers?)|utilit(?:y|ies)`,
    doer: ["generator"],
    done: ["off-taker"],
    near: [],
  },
  {
    name: "adviser or arranger",
    said: [
      "(?:advises?|advised|is advising|are advising) §",
      "(?:arranges?|arranged|is arranging|underwrites|underwrote)(?: (?:the )?(?:debt|loans?|financing|bonds?))? for §",
    ],
    nouns: "(?:financial )?advis[eo]rs?|arrangers?|underwriters?|book-?runners?",
    doer: ["adviser"],
    done: ["issuer", "borrower", "developer", "buyer", "target"],
    near: [],
  },
];

/** Roles that are asked for beside a superlative: "OpenAI's biggest landlord"; the money of other kinds is not between the two. */
type Ranked = {
  nouns: string;
  doer: readonly PartyRole[];
  done: readonly PartyRole[];
  kinds: readonly DealKind[];
};
const SALES: readonly DealKind[] = ["chip-supply", "cloud-contract", "compute-purchase", "supply", "energy"];
export const RANKED: readonly Ranked[] = [
  { nouns: "landlords?|lessors?", doer: ["landlord", "developer"], done: ["tenant"], kinds: ["site"] },
  {
    nouns: "(?:compute )?(?:suppliers?|vendors?|providers?)",
    doer: ["supplier", "provider"],
    done: ["customer", "tenant", "off-taker"],
    kinds: SALES,
  },
  {
    nouns: "cloud (?:providers?|suppliers?|vendors?|partners?|hosts?)",
    doer: ["provider"],
    done: ["customer"],
    kinds: ["cloud-contract", "compute-purchase"],
  },
  {
    nouns: "(?:cloud |compute |chip )?(?:customers?|clients?|buyers?|off-?takers?)",
    doer: ["customer", "tenant", "off-taker"],
    done: ["supplier", "provider", "generator"],
    kinds: SALES,
  },
  { nouns: "tenants?", doer: ["tenant", "customer"], done: ["landlord", "developer"], kinds: ["site"] },
  { nouns: "lenders?|creditors?", doer: ["lender"], done: ["borrower", "issuer"], kinds: ["financing"] },
  { nouns: "guarantors?", doer: ["guarantor"], done: ["tenant", "borrower", "issuer", "landlord"], kinds: [] },
];
