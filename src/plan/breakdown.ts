/** The parts of a build by one of the published splits; the two cannot be mixed. */
type Lines = { title: string; lines: { label: string; expression: string }[]; lead: number[] };

const SPLITS = {
  bernstein: [
    ["GPUs", "@share-gpu-bernstein"],
    ["networking", "@share-network-bernstein.low"],
    ["CPUs", "@share-cpu-bernstein"],
    ["storage", "@share-storage-bernstein.mid"],
    ["power and cooling", "@share-me-bernstein.mid"],
  ],
  mckinsey: [
    ["chips and servers", "@share-mckinsey"],
    ["energy, with generation and transmission", "25%"],
    ["building and land", "15%"],
  ],
} as const;

/** `given` is the whole as an expression: "1 GW * @bernstein-1gw", "50000000000 USD". */
export function breakdownLines(given: string, by: keyof typeof SPLITS): Lines {
  const parts = SPLITS[by].map(([label, share]) => ({ label, expression: `#1 * ${share}` }));
  const rest = parts.map((_part, index) => `#${index + 2}`).join(" - ");
  const remainder = { label: "the rest: other servers, building and land", expression: `#1 - ${rest}` };
  return {
    title: `Parts of the cost by ${by === "bernstein" ? "Bernstein" : "McKinsey"}`,
    lines: [{ label: "whole", expression: given }, ...parts, ...(by === "bernstein" ? [remainder] : [])],
    lead: [1, 2, 3],
  };
}
