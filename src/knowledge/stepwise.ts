/** A value that is built in steps: ahead of time by whoever has time, and what is left of it at once by whoever needs it. */
export type Stepwise<Value> = {
  get(): Value;
  /** Each step takes a few milliseconds. */
  steps(): Generator<void>;
};

export function stepwise<Value>(build: () => Generator<void, Value>): Stepwise<Value> {
  let building: Generator<void, Value> | undefined;
  let built: { value: Value } | undefined;
  const step = () => {
    building ??= build();
    const { done, value } = building.next();
    if (!done) return;
    built = { value };
    building = undefined;
  };
  return {
    get() {
      while (!built) step();
      return built.value;
    },
    *steps() {
      while (!built) {
        step();
        yield;
      }
    },
  };
}

/** For what is small enough to be one step. */
export const atOnce = <Value>(build: () => Value): Stepwise<Value> =>
  stepwise(function* () {
    yield;
    return build();
  });

/** What the steps end with, all of them taken at once. */
export function finish<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
