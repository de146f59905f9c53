import { OntapError } from "../../provider/rest";
import { ifStack, isSecretAt, noConfiguration, readStackConfiguration } from "../stack/configuration";
import { pulumi, StackError, type StackLocation } from "../stack/pulumi";
import { type Configured, clustersOf, configurationFinding, unusedHostFindings } from "./configured";
import type { Finding } from "./finding";

/** The configuration to look at, and what was found while it was read. */
export interface ConfigurationSource {
  readonly configured: Configured;
  readonly clusters: ReadonlyArray<string | undefined>;
  readonly findings: readonly Finding[];
}

/** The configuration of the stack; the environment alone where there is none, or where it cannot be read. */
export async function configurationSource(place: StackLocation, env: NodeJS.ProcessEnv): Promise<ConfigurationSource> {
  const { configured, finding } = await read(place, env);
  try {
    const clusters = clustersOf(configured);
    return { configured, clusters, findings: [finding, ...unusedHostFindings(configured, clusters)] };
  } catch (error) {
    if (error instanceof OntapError) {
      return { configured, clusters: [], findings: [finding, configurationFinding(error, null)] };
    }
    throw error;
  }
}

async function read(
  place: StackLocation,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly configured: Configured; readonly finding: Finding }> {
  const common = { section: "configuration", subject: "stack" } as const;
  const none: Configured = { config: noConfiguration, env, isSecret: async () => false };
  try {
    const stack = await ifStack(place, readStackConfiguration);
    if (stack === undefined) {
      return {
        configured: none,
        finding: { ...common, status: "ok", text: "none is selected: the environment alone" },
      };
    }
    const isSecret = async (source: string): Promise<boolean> => {
      const [top = "", ...path] = source.replace("ontap-iscsi:", "").split(".");
      // A map is secret as a whole as soon as one of its values is.
      return stack.isSecret(top) && (path.length === 0 || isSecretAt(place, source));
    };
    const text = place.stack ?? (await pulumi(place, ["stack", "--show-name"])).trim();
    return { configured: { config: stack.lookup, env, isSecret }, finding: { ...common, status: "ok", text } };
  } catch (error) {
    if (!(error instanceof StackError)) {
      throw error;
    }
    const hint = "Until that works, the environment alone says how to reach the array.";
    return { configured: none, finding: { ...common, status: "error", text: error.message, hint } };
  }
}
