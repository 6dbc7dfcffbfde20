/** An answer of the form `{ ok: false, error }`. */
export class SlackError extends Error {
  readonly code: string;
  /** Further fields of the answer, such as `needed` and `provided`. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = "SlackError";
    this.code = code;
    this.details = details;
  }
}
