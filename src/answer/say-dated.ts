/** An event, or what is expected, as a direct answer: "Deal: 9 April 2026. OpenAI paused the site." */
import type { Event } from "../../knowledge/schema.ts";
import type { Span } from "../doc/doc.ts";
import { sayDate } from "../doc/say-figure.ts";
import type { Asked } from "./show-figure.ts";

type Dated = Pick<Event, "date" | "text"> & { sources: readonly string[] };

export const sayDated = ({ draft, state: { deal } }: Asked, entry: Dated, expected = false): Span[] => [
  { text: `${deal.name}: ${expected ? "expected " : ""}` },
  draft.sourced(sayDate(entry.date), deal, entry.sources, "strong"),
  { text: ". " },
  draft.sourced(entry.text, deal, entry.sources),
];
