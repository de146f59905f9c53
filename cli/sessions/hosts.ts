import type { WireIscsiSession } from "../../provider/rest";
import type { Place } from "../stack/place";
import { pathsOf } from "./paths";
import { hostKey, type RecordedHost } from "./recorded-hosts";
import type { Host } from "./report";

/** What is asked of the hosts of one array. */
interface Expectation {
  /** Keys of all hosts of the stack, on this array and on others. */
  readonly inStack: ReadonlySet<string>;
  /** Under which name an SVM of the array is looked at. */
  placeOfSvm(uuid: string): Place;
  /** Fewest paths that a host of the stack may have. */
  readonly minPaths: number | null;
}

/** The stack's hosts on an array with their sessions, and the hosts that are logged in and not in the stack. */
export function hostsOf(
  recorded: readonly RecordedHost[],
  sessions: readonly WireIscsiSession[],
  { inStack, placeOfSvm, minPaths }: Expectation,
): readonly Host[] {
  const byHost = new Map<string, [WireIscsiSession, ...WireIscsiSession[]]>();
  for (const session of sessions) {
    const key = hostKey(session.svm.uuid, session.initiator?.name ?? "");
    const known = byHost.get(key);
    if (known === undefined) {
      byHost.set(key, [session]);
    } else {
      known.push(session);
    }
  }
  const managed = recorded.map((host) => {
    const shown = loggedIn(byHost.get(host.key) ?? []);
    const neededPaths = host.isDenied ? null : minPaths;
    const status = statusOf(host, shown.paths.length, neededPaths ?? 0);
    return { ...identity(host), ...shown, neededPaths, status };
  });
  const unmanaged = [...byHost]
    .filter(([key]) => !inStack.has(key))
    .map(([, theirs]) => {
      const [{ svm, initiator }] = theirs;
      const { name, uuid } = svm;
      return {
        initiator: initiator?.name ?? "",
        ...placeOfSvm(uuid),
        svm: { name: name ?? uuid, uuid },
        resource: null,
        neededPaths: null,
        ...loggedIn(theirs),
        status: "unmanaged" as const,
      };
    });
  return [...managed, ...unmanaged];
}

/** The stack's hosts on an array that could not be asked. */
export function unknownHosts(recorded: readonly RecordedHost[]): readonly Host[] {
  return recorded.map((host) => ({
    ...identity(host),
    ...loggedIn([]),
    neededPaths: null,
    status: "unknown",
  }));
}

function identity({ initiator, svm, resource, place }: RecordedHost) {
  return { initiator, ...place, svm, resource };
}

function loggedIn(sessions: readonly WireIscsiSession[]): Pick<Host, "alias" | "paths" | "igroups"> {
  const igroups = sessions.flatMap((session) => (session.igroups ?? []).flatMap(({ name }) => name ?? []));
  return {
    alias: sessions.find(({ initiator }) => initiator?.alias)?.initiator?.alias ?? null,
    paths: pathsOf(sessions),
    igroups: [...new Set(igroups)].sort(),
  };
}

function statusOf({ isDenied }: RecordedHost, paths: number, neededPaths: number): Host["status"] {
  if (isDenied) {
    return paths > 0 ? "denied" : "ok";
  }
  return paths < neededPaths ? "few" : "ok";
}
