/** A subcommand: takes the arguments behind its name and gives the exit code. */
export type Command = (args: readonly string[]) => Promise<number>;
