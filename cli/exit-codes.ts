/** Exit codes of `ontap-iscsi`. Public: CI jobs branch on them. */
export const exitCode = {
  /** The command did what it was asked for; for `drift`: no drift. */
  done: 0,
  /** Any error that has no code of its own. */
  error: 1,
  /** At least one object drifted. */
  drift: 2,
  /** The state is unknown: an array cannot be reached or did not answer in full. */
  unknown: 3,
  /** An unknown command or option, or a value that the option does not take. */
  wrongUsage: 64,
} as const;
