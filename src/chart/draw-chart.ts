/** A chart → PNG. Loaded with the first picture: nobody who asks for none pays for the renderer. */
import { renderAsync } from "@resvg/resvg-js";
import { LRUCache } from "lru-cache";
import type { Chart } from "../doc/doc.ts";
import { chartSvg, WIDTH } from "./chart-svg.ts";
import { FAMILY, regular, semiBold } from "./font.ts";

/** Two points a unit: sharp on the screens of telephones. */
const PIXELS = WIDTH * 2;
/** A digest goes to many channels with one picture. A picture has about 60 KB. */
const drawn = new LRUCache<string, Promise<Buffer>>({ max: 32 });

/** The same bytes for the same chart; drawn once where several want it at a time. */
export function drawChart(chart: Chart): Promise<Buffer> {
  const svg = chartSvg(chart);
  const known = drawn.get(svg);
  if (known) return known;
  const made = draw(svg);
  drawn.set(svg, made);
  made.catch(() => drawn.delete(svg));
  return made;
}

async function draw(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "width", value: PIXELS },
    font: {
      loadSystemFonts: false,
      fontFiles: [regular().file, semiBold().file],
      defaultFontFamily: FAMILY,
    },
  });
  return image.asPng();
}
