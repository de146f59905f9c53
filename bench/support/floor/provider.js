// @ts-check

// Providers that do nothing, and record what those of the package record of the benchmarks' objects.

/** @typedef {Record<string, any>} Props */

/**
 * @param {{ defaults?: Props, id(inputs: Props): string, computed(inputs: Props): Props }} declaration
 * @returns {Required<Omit<import("@pulumi/pulumi").dynamic.ResourceProvider, "configure" | "update">>}
 */
function noOp({ defaults, id, computed }) {
  return {
    check: async (_, news) => ({ inputs: { ...defaults, ...news } }),
    diff: async () => ({ changes: false }),
    create: async (inputs) => ({ id: id(inputs), outs: { ...inputs, ...computed(inputs) } }),
    read: async (id, props) => ({ id, props, inputs: without(props, computed(props)) }),
    delete: async () => {},
  };
}

/**
 * @param {Props} props
 * @param {Props} others
 */
function without(props, others) {
  return Object.fromEntries(Object.entries(props).filter(([key]) => !(key in others)));
}

/** @param {Props} inputs whose SVM is `svm-<n>` */
function svmUuid({ svm }) {
  return `00000000-94d7-11e8-8370-${svm.name.slice("svm-".length).padStart(12, "0")}`;
}

exports.IscsiService = noOp({
  defaults: { enabled: true },
  id: svmUuid,
  computed: (inputs) => ({
    svmName: inputs.svm.name,
    svmUuid: svmUuid(inputs),
    targetName: `iqn.1992-08.com.netapp:sn.${svmUuid(inputs).replaceAll("-", "")}:vs.3`,
  }),
});

exports.IscsiCredentials = noOp({
  id: (inputs) => `${svmUuid(inputs)}/${inputs.initiator}`,
  computed: (inputs) => ({ svmName: inputs.svm.name, svmUuid: svmUuid(inputs) }),
});

exports.IscsiCredentialsTable = noOp({
  id: svmUuid,
  computed: (inputs) => ({
    svmName: inputs.svm.name,
    svmUuid: svmUuid(inputs),
    __meta: { owner: "19d04b8e-94d7-11e8-8370-005056b48fd2", version: 1 },
  }),
});
