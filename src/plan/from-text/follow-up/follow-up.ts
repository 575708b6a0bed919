/** What goes on with the last answer without being put in full, by kind; the first that fits. */
import type { ReadRule } from "../reading.ts";
import { amountsShown } from "./amounts-shown.ts";
import { anotherFigure } from "./another-figure.ts";
import { behindValuation } from "./behind-valuation.ts";
import { challenge } from "./challenge.ts";
import { choice } from "./choice.ts";
import { costOfPower } from "./cost-of-power.ts";
import { listCounted } from "./list-counted.ts";

export const FOLLOW_UPS: readonly ReadRule[] = [
  challenge,
  choice,
  listCounted,
  amountsShown,
  costOfPower,
  anotherFigure,
  behindValuation,
];
