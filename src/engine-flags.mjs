/** How the engine is set before the bot's modules are loaded; whatever measures the bot sets it so, too. */
import { setFlagsFromString } from "node:v8";

// By what a start throws away the young heap would grow to 48 MiB, which nothing gives back: it grows later, when there is work.
setFlagsFromString("--semi-space-growth-factor=1");
// Else each pattern is compiled twice, first to be interpreted: for thousands of patterns that are used often that is a tenth of a
// second, and 6 MiB.
setFlagsFromString("--regexp-tier-up-ticks=0");
