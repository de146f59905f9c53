import { type ConfigLookup, resolveConnection } from "../../provider/connection";
import { type Greeting, greet, observedClient } from "../../provider/diagnosis";
import { type ConnectionOptions, isMissingRight, type OntapError } from "../../provider/rest";
import { clockFinding, licenseFinding, releaseFinding, servicesFinding } from "./array";
import { judgeCertificate } from "./certificate";
import { configurationFinding } from "./configured";
import type { Finding } from "./finding";
import { isNoAnswer, outcomeOf } from "./outcome";
import { rightFindings } from "./rights";

const FIELDS = ["enabled", "target"];

/** Everything about one cluster that can be told without a change: reads only, and stops at what stops all else. */
export async function clusterFindings(
  config: ConfigLookup,
  env: NodeJS.ProcessEnv,
  cluster: string | undefined,
): Promise<readonly Finding[]> {
  const name = cluster ?? null;
  try {
    const options = resolveConnection(config, env, cluster);
    const greeting = await outcomeOf(greet(options));
    if ("error" in greeting) {
      return [
        greeting.error.code === "configuration"
          ? configurationFinding(greeting.error, name)
          : stopped("reach", greeting.error, options, name),
      ];
    }
    const reached = greetingFindings(greeting.value, options, name);
    return reached.some(({ status }) => status === "error")
      ? reached
      : [...reached, ...(await loggedIn(options, name))];
  } catch (error) {
    return [configurationFinding(error, name)];
  }
}

function greetingFindings(
  { origin, proxy, tls }: Greeting,
  options: ConnectionOptions,
  cluster: string | null,
): readonly Finding[] {
  const via = proxy === undefined ? "" : ` through the proxy of ${proxy}`;
  const common = { section: "connection", cluster } as const;
  return [
    { ...common, subject: "reach", status: "ok", text: `${origin} can be reached${via}` },
    tls === undefined
      ? { ...common, subject: "TLS", status: "ok", text: "none: http: on this machine" }
      : { ...common, subject: "TLS", ...judgeCertificate(tls, options, new Date()) },
  ];
}

async function loggedIn(options: ConnectionOptions, cluster: string | null): Promise<readonly Finding[]> {
  const observed = observedClient(options);
  const { ontap } = observed;
  const services = await outcomeOf(ontap.iscsiServices.list({ fields: FIELDS }));
  if ("error" in services && !isMissingRight(services.error)) {
    return [stopped(services.error.status === 401 ? "login" : "first request", services.error, options, cluster)];
  }
  const [rights, release, licenses] = await Promise.all([
    rightFindings(observed, services, cluster),
    outcomeOf(ontap.cluster.get({ fields: ["name", "version"] })),
    outcomeOf(ontap.licenses.list({ fields: ["state"] })),
  ]);
  return [
    { section: "connection", cluster, subject: "login", status: "ok", text: `accepted, ${loginText(options)}` },
    ...rights,
    releaseFinding(release, cluster),
    licenseFinding(licenses, services, cluster),
    clockFinding(observed.clockDifferenceMs(), cluster),
    servicesFinding(services, cluster),
  ];
}

/** What keeps everything behind it from being looked at. */
function stopped(subject: string, error: OntapError, { host }: ConnectionOptions, cluster: string | null): Finding {
  const { reason, hint = "See docs/reference/errors.md." } = error;
  const status = isNoAnswer(error) ? "unreachable" : "error";
  return { section: "connection", cluster, subject, status, text: `${host}: ${reason}`, hint };
}

function loginText({ token, username }: ConnectionOptions): string {
  return token ? "by token" : username ? "by user and password" : "by client certificate";
}
