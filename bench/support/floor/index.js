// @ts-check

// The classes of the package without anything in them: what the engine and its SDK themselves take for such resources.

const pulumi = require("@pulumi/pulumi");

/** @param {string} type */
function resourceClass(type) {
  const __provider = `exports.handler=()=>require("ontap-iscsi-floor/provider").${type}`;
  return class extends pulumi.CustomResource {
    /**
     * @param {string} name
     * @param {pulumi.Inputs} args
     * @param {pulumi.CustomResourceOptions} [opts]
     */
    constructor(name, args, opts) {
      const options = { deleteBeforeReplace: true, ...opts };
      super(`pulumi-nodejs:dynamic/ontap-iscsi:${type}`, name, { ...args, __provider }, options);
    }
  };
}

exports.IscsiService = resourceClass("IscsiService");
exports.IscsiCredentials = resourceClass("IscsiCredentials");
exports.IscsiCredentialsTable = resourceClass("IscsiCredentialsTable");
