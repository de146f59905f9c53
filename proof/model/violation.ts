/** Something that must hold and does not. */
export class Violation extends Error {
  override readonly name = "Violation";
  /** What was done until then, a line each. */
  trail: readonly string[] = [];

  constructor(
    /** What must hold, by which findings of one kind are told from others. */
    readonly rule: string,
    details: string,
  ) {
    super(`${rule}: ${details}`);
  }
}
