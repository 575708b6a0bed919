/** What a supervisor gives us to end in order. */
export const STOP_MS = 10_000;

/** `stop` runs once, however many signals come: Ctrl-C under npm arrives twice, from the terminal and from npm. */
export function endOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = async () => {
    if (stopping) return;
    stopping = true;
    // An adapter that hangs must not keep the process: it ends at the deadline all the same.
    setTimeout(() => process.exit(0), STOP_MS).unref();
    await stop();
    process.exit(0);
  };
  process.on("SIGTERM", () => void end());
  process.on("SIGINT", () => void end());
}
