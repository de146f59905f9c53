import { ensureEngine } from "../../tools/engine";
import type { Language } from "../../tools/engine/hosts";
import { ensureLanguages } from "../../tools/engine/languages";

export type { Language };

/**
 * The environment in which `pulumi` is the real engine; which tests import this decides what needs an engine.
 *
 * @param languages that it must run besides Node.js
 */
export async function realEngine(languages: readonly Language[] = []): Promise<NodeJS.ProcessEnv> {
  return ensureLanguages(await ensureEngine(), languages);
}
