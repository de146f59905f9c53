import { providerText } from "../../../provider/dynamic/text";
import { resources } from "../../../provider/resources";

/** As they stand in the states of stacks. A text may be added here; none may ever change or go. */
const frozen = {
  IscsiService: 'exports.handler=()=>require("pulumi-ontap-iscsi/provider").IscsiService',
  IscsiCredentials: 'exports.handler=()=>require("pulumi-ontap-iscsi/provider").IscsiCredentials',
  IscsiCredentialsTable: 'exports.handler=()=>require("pulumi-ontap-iscsi/provider").IscsiCredentialsTable',
} as const;

test("every resource has a text, and no text is without a resource", () => {
  expect(Object.keys(resources)).toEqual(Object.keys(frozen));
});

describe.each(["IscsiService", "IscsiCredentials", "IscsiCredentialsTable"] as const)(
  "the stored text of %s",
  (type) => {
    it("never changes, and is small", () => {
      expect(providerText(type)).toBe(frozen[type]);
      expect(Buffer.byteLength(frozen[type])).toBeLessThanOrEqual(128);
    });

    it("loads a provider with every method from the installed package", () => {
      const { handler }: { handler?: () => Record<string, unknown> } = evaluated(frozen[type]);
      const provider = handler?.() ?? {};
      const methods = ["check", "configure", "create", "delete", "diff", "read", "update"];
      expect(Object.keys(provider).sort()).toEqual(methods);
      expect(methods.map((name) => typeof provider[name])).toEqual(methods.map(() => "function"));
    });
  },
);

/** What the text exports when it runs as a module, as in the dynamic host. */
function evaluated(text: string): object {
  const exports = {};
  new Function("exports", "require", text)(exports, require);
  return exports;
}
