/** "No, the Norway one – who has that capacity now?": another subject for the last question, and a question of its own about it. */
import type { Deal } from "../../../../knowledge/schema.ts";
import { readNames } from "../../../knowledge/resolve.ts";
import type { Plan } from "../../plan.ts";
import type { Reading } from "../reading.ts";
import { placeNamed } from "./another-figure.ts";
import type { Returned } from "./back-to.ts";
import { bareOf, namesOnly } from "./elliptic.ts";
import { restate } from "./restate.ts";

const MAX_WORDS = 16;
/** The subject, what divides it from the question, and the question. */
const PARTS =
  /^(.{2,60}?)(?:\s+[-–—]+\s+|\s*[:;?]\s+|,\s+(?=(?:who|what|when|where|how|which|is|was|did|does|has)\b|(?:closed|signed|done|completed?|binding|live|built|open|finished)(?: yet| already)?[\s?.!]*$))(.{3,})$/i;

/** The question of its own, with the other record on the table; null where there are no such two parts. */
export function turnTo(reading: Reading): Returned | null {
  const { question, conversation, library } = reading;
  const [, head = "", tail = ""] = PARTS.exec(question.trim()) ?? [];
  const last = conversation.plan?.kind;
  if (head === "" || !conversation.asked || question.split(/\s+/).length > MAX_WORDS) return null;
  if (last !== "show-deal" && last !== "show-figure") return null;
  const { corrects, leads } = bareOf(head);
  const names = readNames(library, head);
  // "Germany: who runs that one?" turns to it by its name alone.
  const alone = names.mentions.length > 0 && namesOnly(head, names, []) && /[:–—-]\s/.test(question);
  if (!corrects && !leads && !alone) return null;
  const plan = restate({ ...reading, question: head, names, quantities: [] })?.plan;
  const deal = plan?.kind === "show-figure" ? plan.subject : plan?.kind === "show-deal" ? plan.deal : null;
  if (deal === null || deal === undefined || !library.deals.has(deal)) return null;
  const on: Plan = { kind: "show-deal", deal, view: "card", asOf: null };
  const asked = atPlace(reading, tail, head, library.deals.get(deal));
  return { question: asked, conversation: { ...conversation, plan: on, deal, asked, beside: [] } };
}

/** "Same for Lake Mariner, what's the backstop there": of several places of the record the one that is named. */
function atPlace(reading: Reading, tail: string, head: string, deal: Deal | undefined): string {
  const place = deal ? placeNamed(reading, head, deal) : null;
  if (place === null || tail.toLowerCase().includes(place.toLowerCase())) return tail;
  const there = tail.replace(/\bthere\b/i, `at ${place}`);
  return there !== tail ? there : `${tail.replace(/[\s?.!]+$/, "")} at ${place}`;
}
