const pulumi = require("@pulumi/pulumi");
const { IscsiService, IscsiCredentials } = require("pulumi-ontap-iscsi");

const secret = (text) => pulumi.secret(text);
const host = (name) => `iqn.1998-01.com.example:${name}`;
const SVM1 = "19d04b8e-94d7-11e8-8370-005056b48fd2";
const SVM2 = "25f617cf-94d7-11e8-8370-005056b48fd2";
const SVM3 = "3aa0b1c2-94d7-11e8-8370-005056b48fd2";
const SVM5 = "5cc0b1c2-94d7-11e8-8370-005056b48fd2";

// A created service with an alias; the SVM by name.
const created = new IscsiService("created", { svm: { name: "svm1" }, target: { alias: "prod" } });
const one = { svm: created.svm };
new IscsiCredentials("one-way", {
  ...one,
  initiator: host("one-way"),
  authenticationType: "CHAP",
  chap: { inbound: { user: "one-way", password: secret("example-inbound-1") } },
});
new IscsiCredentials("mutual", {
  ...one,
  initiator: host("mutual"),
  authenticationType: "chap",
  chap: {
    inbound: { user: "mutual", password: secret("example-inbound-2") },
    outbound: { user: "array", password: secret("example-outbound-2") },
  },
});
new IscsiCredentials("open", {
  ...one,
  initiator: host("open"),
  authenticationType: "none",
  initiatorAddress: {
    ranges: [
      { start: "10.0.0.1", end: "10.0.0.9" },
      { start: "2001:DB8::1", end: "2001:DB8::9" },
    ],
    masks: [
      { address: "10.1.0.0", netmask: "255.255.0.0" },
      { address: "2001:DB8:1::0", netmask: 64 },
    ],
  },
});
new IscsiCredentials("closed", { ...one, initiator: host("closed"), authenticationType: "deny" });
new IscsiCredentials("eui", { ...one, initiator: "eui.0123456789ABCDEF", authenticationType: "none" });
new IscsiCredentials("default-closed", { ...one, initiator: "default", authenticationType: "deny" });
// First run: the SVM by name. Second run: by UUID. Inputs hold the UUID, outputs still the name.
new IscsiCredentials(
  "respelled",
  { svm: { uuid: SVM1 }, initiator: host("respelled"), authenticationType: "none" },
  { dependsOn: [created] },
);

// Without an alias; the SVM by UUID. It has a live session, which may be cut.
const forced = new IscsiService("forced", { svm: { uuid: SVM2 }, forceDisconnect: true });
new IscsiCredentials("forced-host", {
  svm: forced.svm,
  initiator: host("forced"),
  authenticationType: "none",
  forceDisconnect: true,
});

// Adopted; the SVM by name and UUID, the alias cleared.
const adopted = new IscsiService("adopted", {
  svm: { name: "svm3", uuid: SVM3 },
  adopt: true,
  target: { alias: "" },
});
new IscsiCredentials("adopted-host", {
  svm: adopted.svm,
  adopt: true,
  initiator: host("adopted"),
  authenticationType: "chap",
  chap: { inbound: { user: "adopted", password: secret("example-inbound-3") } },
});
new IscsiCredentials("default-was-closed", { svm: adopted.svm, initiator: "default", authenticationType: "deny" });

// Disabled. Between the runs the SVM svm4-before was renamed; inputs hold the new name, outputs still the old one.
new IscsiService("disabled", { svm: { name: "svm4" }, enabled: false });

// Default rows of services that the stack does not manage.
const five = IscsiService.get("known-service", SVM5);
IscsiCredentials.get("known-host", `${SVM5}/${host("known")}`);
new IscsiCredentials("default-from-none", {
  svm: { name: "svm5" },
  initiator: "default",
  authenticationType: "deny",
});
new IscsiCredentials("default-from-deny", {
  svm: { name: "svm6" },
  initiator: "default",
  authenticationType: "chap",
  chap: { inbound: { user: "default", password: secret("example-inbound-4") } },
});

for (const cluster of ["east", "west"]) {
  const service = new IscsiService(cluster, { cluster, svm: { name: "svm1" }, target: { alias: cluster } });
  new IscsiCredentials(`${cluster}-host`, {
    cluster,
    svm: service.svm,
    initiator: host(cluster),
    authenticationType: "none",
  });
}
new IscsiCredentials("west-default", {
  cluster: "west",
  svm: { name: "svm2" },
  initiator: "default",
  authenticationType: "deny",
});

exports.targetName = created.targetName;
exports.svm = created.svm;
exports.known = five.targetName;
