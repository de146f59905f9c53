/** The state has nothing to move, or something that cannot be moved as it is. Nothing was written. */
export class MoveError extends Error {
  override readonly name = "MoveError";
}
