/** Rendering is loaded for the first answer: the connection does not wait for it. */
let loading: Promise<typeof import("./render-once.ts")> | undefined;

export function loadRendering(): Promise<typeof import("./render-once.ts")> {
  loading ??= import("./render-once.ts");
  return loading;
}
