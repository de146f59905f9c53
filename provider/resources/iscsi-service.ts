import type { ObjectKey, Removal, ResourceDefinition, SingleChange } from "../lifecycle/definition";
import { verifiedWrite } from "../lifecycle/verified-write";
import { isApiError, type OntapClient, OntapError, type WireIscsiService } from "../rest";
import { NO_ENTRY, NO_SERVICE, SERVICE_EXISTS } from "../rest/codes";
import { valueAt } from "../schema/property-map";
import { svmFailures } from "../schema/svm";
import { boolean, object, string } from "../spec/property";
import { type InputsOf, resource } from "../spec/resource";
import { commonInputs, commonOutputs, listOptions, probe, svmTitle, undefinedWhere } from "./common-inputs";

const GONE = [NO_SERVICE, NO_ENTRY] as const;
/** ONTAP's code for deleting a service that is enabled. */
const STILL_ENABLED = "5373960";

const inputs = {
  ...commonInputs,
  enabled: boolean({
    doc: "Whether initiators may log in. Disabling ends every session of the SVM.",
    source: "enabled, iSCSI services document",
    field: "enabled",
    default: true,
    onChange: "A PATCH. Disabling is guarded.",
    onDrift: "Shown and repaired, also where the program does not set it.",
  }),
  target: object({
    typeName: "IscsiTarget",
    doc: "Properties of the iSCSI target.",
    expected: "an object with alias",
    properties: {
      alias: string({
        doc: 'Target alias; `""` clears it.',
        source: "target.alias, iSCSI services document",
        field: "target.alias",
        maxLength: 128,
        pattern: "^[^\\s\\p{C}]*$",
        expected: '1 to 128 printable characters without spaces, or "" to clear it',
        whenOmitted: "ONTAP's to choose (the SVM's name), and never drift.",
        unmanagedWhenOmitted: true,
        whenUnset: "",
        onChange: "A PATCH of its own (5374081). Removing it sends the SVM's name and leaves it alone from then on.",
        onDrift: "Shown and repaired where the program sets it; otherwise never drift.",
      }),
    },
  }),
} as const;

/** Arguments of an iSCSI service, checked and normalized. */
export type IscsiServiceInputs = InputsOf<typeof inputs>;

/** The iSCSI service of an SVM. Source: the iSCSI services document. */
export const iscsiService: ResourceDefinition<IscsiServiceInputs, WireIscsiService> = resource(inputs, {
  type: "IscsiService",
  noun: "iSCSI service",
  doc: "The iSCSI service of an SVM: the target that initiators log in to. One per SVM; its id is the SVM's UUID.",
  deletion:
    "Disables it first (guarded). Where ONTAP then refuses the deletion, as an ASA r2 does (5376452), it is enabled again and the error reports both.",
  example: 'const iscsi = new IscsiService("svm1", { svm: { name: "svm1" }, target: { alias: "prod" } });',
  outputs: {
    ...commonOutputs,
    targetName: {
      doc: "Target name (IQN) that initiators connect to; ONTAP generates it.",
      field: "target.name",
      nameOf: "target",
    },
  },
  gone: GONE,
  exists: SERVICE_EXISTS,
  prerequisiteOf: {
    nouns: "iSCSI credentials",
    advice:
      "Pass svm: service.svm to these resources, so that they go and come with the service, or remove them from the program.",
  },

  rules: svmFailures,
  notation(_compacted, news) {
    // An empty alias is a value: it clears the stored one.
    const alias = valueAt(news, "target", "alias");
    return alias === undefined || alias === null ? {} : { target: { alias } };
  },
  title: ({ svm }) => `the iSCSI service of ${svmTitle(svm)}`,

  probe,
  get: (ontap, { svmUuid }) => ontap.iscsiServices.get(svmUuid, { fields: iscsiService.fields }),
  list: (ontap, extent) => ontap.iscsiServices.list({ ...listOptions(extent), fields: iscsiService.fields }),
  async locate(ontap, { svm: { uuid, name } }) {
    if (uuid === undefined) {
      return ontap.iscsiServices.find({ query: { "svm.name": name ?? "" }, fields: iscsiService.fields });
    }
    return ontap.iscsiServices.get(uuid, { fields: iscsiService.fields }).catch(undefinedWhere(...GONE));
  },

  create(ontap, want) {
    const { svm, enabled, target } = iscsiService.posted(want);
    return ontap.iscsiServices.create({ svm, enabled, ...(target?.alias ? { target: { alias: target.alias } } : {}) });
  },
  posted({ target, ...rest }) {
    // ONTAP documents an empty alias for PATCH alone: a cleared one is set in a request of its own.
    return { ...rest, ...(target?.alias ? { target } : {}) };
  },
  changes(key, have, want, svmName) {
    // ONTAP takes state and alias only apart (5374081). Serving comes first: if the second fails, hosts can log in.
    const steps = want.enabled ? [stateStep, aliasStep] : [aliasStep, stateStep];
    let from = have;
    return steps.flatMap((step) => {
      const change = step(key, from, want, svmName);
      from = change?.after ?? from;
      return change === undefined ? [] : [change];
    });
  },
  remove: removeService,

  isExclusive: () => true,
  sessionImpact({ svmUuid }, have, want) {
    const disabled = have.enabled && (want === undefined || !want.enabled);
    return disabled
      ? [{ svmUuid, effect: "cut", assess: async () => () => "disabling the service ends every session of the SVM" }]
      : [];
  },
  access: ({ enabled }) => ({ admits: enabled ? "logins (enabled)" : "nobody (disabled)", isOpen: enabled }),
  widensAccess: () => undefined,
  deletionNote: () => undefined,
});

type Step = (
  key: ObjectKey,
  from: IscsiServiceInputs,
  want: IscsiServiceInputs,
  svmName: string,
) => SingleChange<IscsiServiceInputs, WireIscsiService> | undefined;

/** An alias that was set and is no longer becomes ONTAP's default, the SVM's name. */
const aliasStep: Step = ({ svmUuid }, from, want, svmName) => {
  if (from.target?.alias === want.target?.alias) {
    return undefined;
  }
  const alias = want.target?.alias ?? svmName;
  const { target: _target, ...rest } = from;
  return {
    what: "set the target alias",
    send: (ontap) => ontap.iscsiServices.update(svmUuid, { target: { alias } }),
    after: { ...rest, ...(want.target === undefined ? {} : { target: want.target }) },
    wasApplied: ({ target }) => (target?.alias ?? "") === alias,
  };
};

const stateStep: Step = ({ svmUuid }, from, { enabled }) =>
  from.enabled === enabled
    ? undefined
    : {
        what: enabled ? "change the state (enable)" : "change the state (disable)",
        send: (ontap) => ontap.iscsiServices.update(svmUuid, { enabled }),
        after: { ...from, enabled },
        wasApplied: (wire) => wire.enabled === enabled,
      };

/**
 * Disables the service and deletes it; where ONTAP refuses the deletion, a service that was enabled is enabled again. Of
 * an adopted or imported one ONTAP is asked first whether it is: an ASA r2, which refuses, has no other, and a service that somebody
 * closed must stay closed.
 */
async function removeService(
  ontap: OntapClient,
  key: ObjectKey,
  have: IscsiServiceInputs,
  { adopted, guard }: Removal<IscsiServiceInputs>,
): Promise<void> {
  if (!(have.enabled && (!adopted || (await isEnabled(ontap, key))))) {
    try {
      return await deleteService(ontap, key);
    } catch (error) {
      if (!isApiError(error, STILL_ENABLED)) {
        throw error;
      }
    }
  }
  await guard({ ...have, enabled: true });
  await setState(ontap, key, false);
  try {
    await deleteService(ontap, key);
  } catch (error) {
    if (isApiError(error, NO_SERVICE, NO_ENTRY)) {
      return;
    }
    throw await enabledAgain(ontap, key, error);
  }
}

async function enabledAgain(ontap: OntapClient, key: ObjectKey, error: unknown): Promise<unknown> {
  if (!(error instanceof OntapError)) {
    return error;
  }
  const again = await setState(ontap, key, true).then(
    () => "it had been disabled for that and was enabled again",
    () => "it had been disabled for that AND COULD NOT BE ENABLED AGAIN: enable it by hand",
  );
  return new OntapError({
    code: error.code,
    operation: error.operation,
    reason: `${error.reason}; ${again}`,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.ontapCode === undefined ? {} : { ontapCode: error.ontapCode }),
    cause: error,
  });
}

function setState(ontap: OntapClient, key: ObjectKey, enabled: boolean): Promise<void> {
  return verifiedWrite(
    () => ontap.iscsiServices.update(key.svmUuid, { enabled }),
    async () => (await isEnabled(ontap, key)) === enabled,
    GONE,
  );
}

async function isEnabled(ontap: OntapClient, { svmUuid }: ObjectKey): Promise<boolean> {
  return (await ontap.iscsiServices.get(svmUuid, { fields: ["enabled"] })).enabled !== false;
}

function deleteService(ontap: OntapClient, { svmUuid }: ObjectKey): Promise<void> {
  return verifiedWrite(
    () => ontap.iscsiServices.delete(svmUuid),
    // Where it is gone this GET says so by its code, which is treated as deleted.
    () => ontap.iscsiServices.get(svmUuid, { fields: ["enabled"] }).then(() => false),
    GONE,
  );
}
