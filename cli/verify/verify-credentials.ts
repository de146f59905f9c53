import { sameInitiator, textAt } from "../../provider/schema";
import type { RecordedArrays } from "../stack/arrays";
import { placeOf } from "../stack/place";
import type { RecordedResource } from "../stack/recorded";
import { UsageError } from "../usage-error";
import { requireMd5 } from "./login/chap";
import type { PortalOfSvm } from "./login-options";
import { credentialsIn, onlyNamed, type RecordedCredential } from "./recorded-credentials";
import type { VerifiedCredential } from "./report";
import { unknownVerdict } from "./verdict";
import { type LoginOptions, type SvmToVerify, type Verified, verifySvm } from "./verify-svm";

/** What to verify, and how. */
export interface VerifyRequest extends LoginOptions {
  readonly arrays: RecordedArrays;
  /** Initiators; all where empty. */
  readonly only: readonly string[];
  readonly portals: readonly PortalOfSvm[];
}

/**
 * Verifies recorded credentials of type chap: SVMs at the same time, those of one SVM one after another. Throws
 * `configuration` without MD5, and {@link UsageError} for an initiator or SVM that is not recorded.
 */
export async function verifyCredentials(request: VerifyRequest): Promise<readonly VerifiedCredential[]> {
  const { arrays, only, portals } = request;
  const managed = [...arrays.arrays.flatMap(({ places }) => places), ...arrays.unknown].flatMap(
    (place) => place.managed,
  );
  refuseStrangers(managed, only, portals);
  const svms = arrays.arrays.flatMap(({ ontap, places }): readonly SvmToVerify[] => {
    const here = places.flatMap((place) => place.managed);
    const credentials = onlyNamed(credentialsIn(here), only);
    return [...new Set(credentials.map(({ svm }) => svm.uuid))].map((uuid) => {
      const own = credentials.filter(({ svm }) => svm.uuid === uuid);
      const given = portals.filter(({ svm }) => isSvm(svm, own[0]?.svm));
      return {
        ontap,
        uuid,
        target: targetOf(here, uuid),
        portals: given.length === 0 ? undefined : given.map(({ portal }) => portal),
        credentials: own,
      };
    });
  });
  if (svms.length > 0) {
    requireMd5();
  }
  // An SVM that is reached by two logins of the REST API is one SVM all the same.
  const byUuid = [...new Set(svms.map(({ uuid }) => uuid))].map((uuid) => svms.filter((svm) => svm.uuid === uuid));
  const verified = await Promise.all(byUuid.map((same) => oneAfterAnother(same, request)));
  return [...verified.flat().map(reported), ...unreachable(arrays, only)];
}

async function oneAfterAnother(svms: readonly SvmToVerify[], options: LoginOptions): Promise<readonly Verified[]> {
  const verified: Verified[] = [];
  for (const svm of svms) {
    verified.push(...(await verifySvm(svm, options)));
  }
  return verified;
}

/** Those whose array cannot be told. */
function unreachable({ unknown }: RecordedArrays, only: readonly string[]): readonly VerifiedCredential[] {
  return unknown.flatMap(({ managed, cause }) =>
    onlyNamed(credentialsIn(managed), only).map((credential) => {
      const { reason } = cause;
      return reported({ credential, ...unknownVerdict({ outbound: credential.isMutual || undefined }, reason) });
    }),
  );
}

function reported({ credential, ...found }: Verified): VerifiedCredential {
  const { resource, svm, initiator } = credential;
  const { urn, name, type, id, table } = resource;
  const row = table?.row;
  const known = { urn, name, ...(row === undefined ? {} : { row }), type, id, ...placeOf(resource) };
  return { ...known, svm: svm.name, initiator, ...found };
}

function targetOf(managed: readonly RecordedResource[], svmUuid: string): string | undefined {
  const service = managed.find(({ kind, id }) => kind.type === "IscsiService" && kind.svmUuid(id) === svmUuid);
  return textAt(service?.outputs, "targetName");
}

function isSvm(given: string, svm: RecordedCredential["svm"] | undefined): boolean {
  return svm !== undefined && (given === svm.name || given.toLowerCase() === svm.uuid.toLowerCase());
}

/** A name that is mistyped must not pass for one whose password is proven. */
function refuseStrangers(
  managed: readonly RecordedResource[],
  only: readonly string[],
  portals: readonly PortalOfSvm[],
): void {
  const initiators = managed.map(({ kind, id }) => id.slice(kind.svmUuid(id).length + 1));
  const stranger = only.find((name) => !initiators.some((known) => sameInitiator(known, name)));
  if (stranger !== undefined) {
    throw new UsageError(`--only names ${stranger}, for which no credential is recorded`);
  }
  const svms = managed.map(({ kind, id, outputs }) => {
    const uuid = kind.svmUuid(id);
    return { uuid, name: textAt(outputs, "svmName") ?? textAt(outputs, "svm", "name") ?? uuid };
  });
  const unknown = portals.find(({ svm }) => !svms.some((one) => isSvm(svm, one)));
  if (unknown !== undefined) {
    throw new UsageError(`--portal names the SVM ${unknown.svm}, on which nothing is recorded`);
  }
}
