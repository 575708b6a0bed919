/** Starts what was asked for, or says which Node is needed. Plain JavaScript, so that an older Node can read it. */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Gigawatt needs Node 24; this is ${process.versions.node}. “npm ci” installs one beside the dependencies and “npm start” uses it ` +
      "(do not leave out optional dependencies, and do not call node directly).",
  );
  process.exit(2);
}
await import("./engine-flags.mjs");
const { enableCompileCache, registerHooks } = await import("node:module");
enableCompileCache?.();
// zod brings its messages in 60 languages, a module each: 10 MiB and a tenth of the start. The bot speaks English.
registerHooks?.({
  resolve: (specifier, context, next) =>
    specifier === "../locales/index.js" && context.parentURL?.includes("/zod/v4/")
      ? { url: "data:text/javascript,", format: "module", shortCircuit: true }
      : next(specifier, context),
});
// Whoever read the output has closed it (“| head”): nothing is wrong, and there is nobody left to tell.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit();
  console.error(`Standard output cannot be written: ${error.message}.`);
  process.exit(2);
});
const { run } = await import("./main.ts");
await run(process.argv.slice(2));
