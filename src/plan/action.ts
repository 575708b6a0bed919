/** An Action changes something: it comes only from commands and clicks, never from a question or a model. */
import { z } from "zod";

const Name = z.string().trim().min(1).max(200);

/** Settings as given; what is left out keeps its value, or gets the default. */
const Settings = z.strictObject({
  /** Local, "09:00". */
  time: z.string().nullable(),
  zone: z.string().nullable(),
  days: z.enum(["daily", "weekdays"]).nullable(),
  topics: z.array(z.string().max(60)).max(10).nullable(),
  whenQuiet: z.enum(["full", "line", "skip"]).nullable(),
});

export const Action = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("digest-on"), ...Settings.shape }),
  z.strictObject({ kind: z.literal("digest-off") }),
  z.strictObject({ kind: z.literal("digest-now") }),
  z.strictObject({ kind: z.literal("digest-status") }),
  z.strictObject({
    kind: z.literal("digest-preview"),
    topics: Settings.shape.topics,
    /** The day that it is for, and the last day that its readers know of. */
    day: z.iso.date().nullable(),
    since: z.iso.date().nullable(),
    focus: Name.nullable(),
  }),
  z.strictObject({
    kind: z.literal("watch"),
    subject: Name,
    statusOnly: z.boolean(),
    minUsd: z.number().nullable(),
    where: z.enum(["here", "me"]),
  }),
  z.strictObject({
    kind: z.literal("feedback"),
    /** The line of the answer that it is about. */
    about: z.string().max(3000).nullable(),
    words: z.string().trim().min(1).max(1000),
  }),
  z.strictObject({ kind: z.literal("watches"), remove: z.string().max(60).nullable() }),
]);
export type Action = z.infer<typeof Action>;
export type ActionOf<Kind extends Action["kind"]> = Extract<Action, { kind: Kind }>;
