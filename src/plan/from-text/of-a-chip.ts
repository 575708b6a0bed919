/** What a chip or a rack of it costs, rents for or draws, asked in few words: "how much is an H100", "GB200 rack kW". */
import type { Rate } from "../../../knowledge/schema.ts";
import { isChip } from "../../calculator/chain/choose-inputs.ts";
import { chipsNamed } from "../given.ts";
import type { ReadRule } from "./reading.ts";

const RENT = /\b(?:rent\w*|hours?|hourly|hrs?|gpu-hours?|leas\w+)\b/i;
const POWER =
  /\b(?:tdp|watts?|wattage|kw|kilowatts?|power|draws?|drawn|pulls?|consum\w+|thermal|load|electricity|hungry)\b/i;
const PRICE =
  /\b(?:price[ds]?|pric(?:ing|ey)|costs?|costing|how much (?:is|are|for|does|do|would|will|money)|go(?:es|ing)? for|sells? for|pay|worth|expensive|dollars?|sticker|tag)\b|\$/i;
/** What a power or a place of it holds, who sells it and what is built of it are other questions. */
const SAYS_NO_MORE = new Set(
  "s a an the of for to in on at by per is are was does do did it its what whats how much many which one single each nvidia amd google aws amazon gpu gpus chip chips card cards accelerator accelerators rack racks nvl nvl72 nvl144 nvl36 module server system unit price prices priced pricing cost costs go goes going sell sells sold pay worth expensive dollars usd money power tdp watt watts wattage kw kilowatt kilowatts draw draws drawn pull pulls consume consumes consumption thermal design rent rental rents renting rented hour hours hourly hr gpu-hour take takes use uses need needs would will you me tell give current currently now today latest typical typically average roughly about approx approximately street list market so and please rate rates figure number say run runs running full load peak max maximum nameplate rated rating buy buying purchase".split(
    " ",
  ),
);

export const ofAChip: ReadRule = {
  name: "of-a-chip",
  read({ question, names, library, quantities, conversation }) {
    if (conversation.plan !== null || quantities.length > 0 || names.deals.length + names.places.length > 0)
      return null;
    const chips = chipsNamed(question);
    const [match] = chips;
    if (!match || chips.length > 1) return null;
    const rest = question.replace(match[0], " ").toLowerCase();
    if (!rest.split(/[^a-z0-9-]+/).every((word) => word === "" || SAYS_NO_MORE.has(word))) return null;
    const quantity = quantityOf(rest);
    const chip = (match[1] ?? "").replace(/^(?:nvidia|amd|google|aws) /i, "");
    const found = quantity
      ? library.knowledge.rates.find((rate: Rate) => rate.quantity === quantity && isChip(rate, chip))
      : undefined;
    return found ? { kind: "show-rate", rates: [found.id], rank: null } : null;
  },
};

function quantityOf(rest: string): Rate["quantity"] | null {
  const of = /\b(?:racks?|nvl ?\d+)\b/.test(rest) ? "rack" : "accelerator";
  if (RENT.test(rest)) return of === "rack" ? null : "gpu-hour-price";
  if (POWER.test(rest)) return `${of}-power`;
  return PRICE.test(rest) ? `${of}-price` : null;
}
