/** Errors are typed by who can mend them. */

/** The person who asked can mend it: `message` says what is wrong, `hint` what to do. Never shown with a stack. */
export class UserError extends Error {
  override name = "UserError";
  readonly code: string;
  readonly hint: string | undefined;
  constructor(code: string, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }
}

/** Whoever runs the bot can mend it: a missing token, a taken port, a broken file. Ends the start with one sentence. */
export class SetupError extends Error {
  override name = "SetupError";
  readonly hint: string | undefined;
  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.hint = options.hint;
  }
}

/** Somebody else's system failed: Slack, Discord, a model. Trying again later may help. */
export class UpstreamError extends Error {
  override name = "UpstreamError";
}

/** We were wrong: a state that cannot be. */
export class InvariantError extends Error {
  override name = "InvariantError";
}
