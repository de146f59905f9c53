/**
 * A fixture, an option or a control plane call that cannot be used. The message names the place, as in
 * `services[0].svm`. Answered with 400 by the control plane and with exit code 64 by the command.
 */
export class InputError extends Error {
  override readonly name = "InputError";
}
