import type { ObservedClient } from "../../provider/diagnosis";
import { isMissingRight } from "../../provider/rest";
import type { Finding } from "./finding";
import { type Outcome, outcomeOf } from "./outcome";

const ISCSI = "/api/protocols/san/iscsi";

/** A path that the login should be allowed to read. Source: docs/security.md. */
interface Right {
  readonly subject: string;
  readonly path: string;
  readonly neededFor: string;
  readonly isRequired: boolean;
}

const rights: readonly Right[] = [
  {
    subject: "credentials",
    path: `${ISCSI}/credentials`,
    neededFor: "previews, refresh, drift, import",
    isRequired: true,
  },
  {
    subject: "sessions",
    path: `${ISCSI}/sessions`,
    neededFor: "the session guard, sessions",
    isRequired: true,
  },
  {
    subject: "SVMs",
    path: "/api/svm/svms",
    neededFor: "svm in another notation, metrics by the SVM's name",
    isRequired: false,
  },
];

const services: Right = {
  subject: "services",
  path: `${ISCSI}/services`,
  neededFor: "previews, refresh, drift, import",
  isRequired: true,
};

/** Which paths the login may read: one GET each, apart from the services, which were listed. Nothing is written. */
export async function rightFindings(
  { read }: ObservedClient,
  listed: Outcome<unknown>,
  cluster: string | null,
): Promise<readonly Finding[]> {
  const others = await Promise.all(
    rights.map(async (right) => finding(right, await outcomeOf(read(`${right.path}?max_records=1`)), cluster)),
  );
  return [finding(services, listed, cluster), ...others, writing(cluster)];
}

function finding(
  { subject, path, neededFor, isRequired }: Right,
  read: Outcome<unknown>,
  cluster: string | null,
): Finding {
  const common = { section: "rights", cluster, subject } as const;
  if (!("error" in read)) {
    return { ...common, status: "ok", text: `${path} may be read, for ${neededFor}` };
  }
  if (!isMissingRight(read.error)) {
    return { ...common, status: "unknown", text: read.error.reason, hint: "Run doctor again." };
  }
  return {
    ...common,
    status: isRequired ? "error" : "warning",
    text: `this login is not allowed to read ${path}, which is needed for ${neededFor}`,
    hint: `On the cluster: security login rest-role create -role ROLE -api ${path} -access readonly (docs/security.md).`,
  };
}

/** Only a write would show the right to write. */
function writing(cluster: string | null): Finding {
  return {
    section: "rights",
    cluster,
    subject: "writing",
    status: "unknown",
    text: "not tried: only a change would show whether up and destroy are allowed",
    hint: `The least role for drift has readonly on ${ISCSI} and /api/svm/svms, for up all on services and credentials (docs/security.md).`,
  };
}
