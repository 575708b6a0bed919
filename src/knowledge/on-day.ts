/** What a record has on a day is found once for that day; most ask as of the same one. */
import type { Library } from "./library.ts";
import type { RecordWords } from "./statements.ts";

export function onDay<Found>(
  find: (library: Library, record: RecordWords, asOf: string) => Found,
): (library: Library, asOf: string) => (record: RecordWords) => Found {
  type Last = { asOf: string; of: (record: RecordWords) => Found };
  const lasts = new WeakMap<Library, Last>();
  return (library, asOf) => {
    const last = lasts.get(library);
    if (last?.asOf === asOf) return last.of;
    const known: { found: Found }[] = [];
    const of = (record: RecordWords): Found => {
      const one = known[record.number] ?? { found: find(library, record, asOf) };
      known[record.number] = one;
      return one.found;
    };
    lasts.set(library, { asOf, of });
    return of;
  };
}
