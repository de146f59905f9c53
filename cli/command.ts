/** A subcommand: takes the arguments after its name and returns the exit code. */
export type Command = (args: readonly string[]) => Promise<number>;
