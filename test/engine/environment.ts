import { engineEnvironment, ensureEngine } from "../../tools/engine";

/** The environment in which `pulumi` is the real engine; which tests import this decides what needs an engine. */
export async function realEngine(): Promise<NodeJS.ProcessEnv> {
  return engineEnvironment(await ensureEngine());
}
