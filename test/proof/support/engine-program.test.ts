import { fileOf } from "../../../proof/support/engine-program";
import type { Program } from "../../../proof/support/program";

const program: Program = [
  { name: "service", type: "IscsiService", args: { svm: { name: "svm1" } } },
  { name: "host", type: "IscsiCredentials", args: { svm: { name: "svm1" }, initiator: "iqn.1" }, on: "service" },
];

test("dynamic resources are JavaScript, and what is on a service takes its SVM", () => {
  expect(fileOf("dynamic", program, "/anywhere")).toEqual({
    file: "index.js",
    text: `const ontap = require("pulumi-ontap-iscsi");
const service = new ontap.IscsiService("service", {"svm":{"name":"svm1"}});
const host = new ontap.IscsiCredentials("host", { ...{"svm":{"name":"svm1"},"initiator":"iqn.1"}, svm: service.svm });
`,
  });
});

test("the plugin's are YAML", () => {
  const { file, text } = fileOf("plugin", program, "/anywhere");
  expect(file).toBe("Pulumi.yaml");
  expect(JSON.parse(text)).toMatchObject({
    runtime: "yaml",
    resources: {
      host: { type: "ontap-iscsi:IscsiCredentials", properties: { svm: "${" + "service.svm}" } },
    },
  });
});
