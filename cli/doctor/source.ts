import { OntapError } from "../../provider/rest";
import { ifStack, isSecretAt, noConfiguration, readStackConfiguration } from "../stack/configuration";
import { pulumi, StackError, type StackLocation } from "../stack/pulumi";
import { recordedState } from "../stack/recorded";
import type { RecordedProvider } from "../stack/recorded-providers";
import { StateError } from "../stack/state-error";
import { type Configured, clustersOf, configurationFinding, unusedHostFindings } from "./configured";
import type { Finding } from "./finding";

/** The configuration to look at, and what was found while it was read. */
export interface ConfigurationSource {
  readonly configured: Configured;
  readonly clusters: ReadonlyArray<string | undefined>;
  /** Explicit providers, as the stack records them. */
  readonly providers: readonly RecordedProvider[];
  readonly findings: readonly Finding[];
}

/** The configuration of the stack; the environment alone where there is none, or where it cannot be read. */
export async function configurationSource(place: StackLocation, env: NodeJS.ProcessEnv): Promise<ConfigurationSource> {
  const { configured, finding, isStack } = await read(place, env);
  const recorded = isStack ? await recordedIn(place) : NOTHING_RECORDED;
  const { providers } = recorded;
  const findings = [finding, ...recorded.findings];
  try {
    const clusters = clustersOf(configured, recorded.isAllExplicit);
    return { configured, clusters, providers, findings: [...findings, ...unusedHostFindings(configured, clusters)] };
  } catch (error) {
    if (error instanceof OntapError) {
      return { configured, clusters: [], providers, findings: [...findings, configurationFinding(error, null)] };
    }
    throw error;
  }
}

async function read(
  place: StackLocation,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly configured: Configured; readonly finding: Finding; readonly isStack: boolean }> {
  const common = { section: "configuration", subject: "stack" } as const;
  const none: Configured = { config: noConfiguration, env, isSecret: async () => false };
  try {
    const stack = await ifStack(place, readStackConfiguration);
    if (stack === undefined) {
      return {
        configured: none,
        finding: { ...common, status: "ok", text: "none is selected: the environment alone" },
        isStack: false,
      };
    }
    const isSecret = async (source: string): Promise<boolean> => {
      const [top = "", ...path] = source.replace("ontap-iscsi:", "").split(".");
      // A map is secret as a whole as soon as one of its values is.
      return stack.isSecret(top) && (path.length === 0 || isSecretAt(place, source));
    };
    const text = place.stack ?? (await pulumi(place, ["stack", "--show-name"])).trim();
    return {
      configured: { config: stack.lookup, env, isSecret },
      finding: { ...common, status: "ok", text },
      isStack: true,
    };
  } catch (error) {
    if (!(error instanceof StackError)) {
      throw error;
    }
    const hint = "Until that works, the environment alone says how to reach the array.";
    return { configured: none, finding: { ...common, status: "error", text: error.message, hint }, isStack: false };
  }
}

/** What the state of a stack says of its arrays. */
interface Recorded {
  readonly providers: readonly RecordedProvider[];
  /** True where it has objects, and all are reached through explicit providers. */
  readonly isAllExplicit: boolean;
  readonly findings: readonly Finding[];
}

const NOTHING_RECORDED: Recorded = { providers: [], isAllExplicit: false, findings: [] };

async function recordedIn(place: StackLocation): Promise<Recorded> {
  try {
    const text = await pulumi(place, ["stack", "export", "--show-secrets"]);
    const { resources, providers } = recordedState(text, "the stack's export");
    const isAllExplicit = resources.length > 0 && resources.every(({ provider }) => provider !== undefined);
    return { providers, isAllExplicit, findings: [] };
  } catch (error) {
    if (!(error instanceof StackError || error instanceof StateError)) {
      throw error;
    }
    const hint = "Until that works, arrays that only a provider of the program names are not looked at.";
    const finding = {
      section: "configuration",
      subject: "state",
      status: "unknown",
      text: error.message,
      hint,
    } as const;
    return { ...NOTHING_RECORDED, findings: [finding] };
  }
}
