/** What is started in a process of its own. */
export const BOT = import.meta.resolve("../../src/launch.mjs");
export const BARE_BOLT = import.meta.resolve("./bare-bolt.mjs");
export const TIME_ANSWERS = import.meta.resolve("./children/time-answers.ts");
export const TIME_LOAD = import.meta.resolve("./children/time-load.ts");
export const TIME_MANY = import.meta.resolve("./children/time-many.ts");
