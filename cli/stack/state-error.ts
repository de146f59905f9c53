/** The state is not what `pulumi stack export` prints. */
export class StateError extends Error {
  override readonly name = "StateError";
}
