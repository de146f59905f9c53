const NAME = /^[A-Z][A-Za-z]{0,34}Error$/;
const CODE = /^(?:E[A-Z0-9]{2,30}|[A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,9})$/;
const FRAME = /^\s+at \S.*:\d+:\d+\)?$/;

/**
 * What is kept of an error that something else made (the network, Node.js, a library): its name, its code and where it
 * arose. Message, path, headers and other properties are left behind, since any of them may quote what was sent or
 * configured.
 */
export class ForeignError extends Error {
  override readonly name: string;
  /** Code of the network or the system (`ECONNREFUSED`), where it bore one. */
  readonly code: string | undefined;
  readonly #frames: readonly string[];

  constructor(error: unknown) {
    const code = codeOf(error);
    super(code);
    this.name = error instanceof Error && NAME.test(error.name) ? error.name : "Error";
    this.code = code === "" ? undefined : code;
    this.stack = code === "" ? this.name : `${this.name}: ${code}`;
    this.#frames = framesOf(error);
  }

  /** Where it arose, a line each as in a stack. */
  get frames(): readonly string[] {
    return this.#frames;
  }
}

/** Code of the network or the system that an error has, empty where it has none. */
export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) {
    return "";
  }
  return typeof error.code === "string" && CODE.test(error.code) ? error.code : "";
}

/** The lines behind the message, which may look like such lines itself. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.stack?.includes(error.message) !== true) {
    return [];
  }
  const behind = error.stack.slice(error.stack.indexOf(error.message) + error.message.length);
  return behind.split("\n").filter((line) => FRAME.test(line));
}
