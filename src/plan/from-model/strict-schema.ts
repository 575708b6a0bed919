import { z } from "zod";

/** What strict schemas of a model's tools do not take; the plan's own schema still holds it afterwards. */
const DROPPED = new Set(["$schema", "default", "minLength", "maxLength"]);

/** A schema to which a model can be held: every field required, nothing else allowed, null instead of left out. */
export function strictSchema(schema: z.ZodType): Record<string, unknown> {
  return clean(z.toJSONSchema(schema, { io: "output" })) as Record<string, unknown>;
}

function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== "object") return value;
  const { format, pattern, properties, ...rest } = value as Record<string, unknown>;
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(rest)) if (!DROPPED.has(key)) out[key] = clean(item);
  if (format !== undefined) out.format = format;
  // The pattern of a known format repeats it at length.
  else if (pattern !== undefined) out.pattern = pattern;
  if (properties)
    out.properties = Object.fromEntries(Object.entries(properties).map(([name, item]) => [name, clean(item)]));
  return out;
}
