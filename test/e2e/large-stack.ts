import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { providerText } from "../../provider/dynamic/text";
import type { EndToEndHarness } from "./harness";

const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

/** UUID of the nth SVM of a large array. */
export function svmUuid(n: number): string {
  return `00000000-94d7-11e8-8370-${String(n).padStart(12, "0")}`;
}

/** Initiator of the nth host of a large array. */
export function initiator(n: number): string {
  return `iqn.1998-01.com.corp.iscsi:host${n}`;
}

/** The state of an array with so many services and, spread over their SVMs, so many CHAP hosts. */
export function largeFixture(services: number, credentials: number) {
  const svms = Array.from({ length: services }, (_, n) => ({ uuid: svmUuid(n), name: `svm${n}` }));
  return {
    svms,
    services: svms.map((svm) => ({ svm })),
    credentials: Array.from({ length: credentials }, (_, n) => ({
      svm: { uuid: svmUuid(n % services) },
      initiator: initiator(n),
      authentication_type: "chap",
      chap: { inbound: { user: `user${n}`, password: `password-of-${n}` } },
    })),
  };
}

/**
 * Puts as many resources into the stack, as if each had been created by `up`. The stack must have been brought up once,
 * so that it holds the provider.
 */
export async function importLargeState(end: EndToEndHarness, services: number, credentials: number): Promise<void> {
  const { stdout } = await end.project.expect(["stack", "export"]);
  const exported = JSON.parse(stdout);
  const resources: Record<string, unknown>[] = exported.deployment.resources;
  const find = (part: string) => resources.find(({ urn }) => String(urn).includes(part));
  const provider = find("pulumi:providers:pulumi-nodejs");
  const common = {
    custom: true,
    parent: find("pulumi:pulumi:Stack")?.urn,
    provider: `${provider?.urn}::${provider?.id}`,
  };
  const resource = (
    type: "IscsiService" | "IscsiCredentials",
    name: string,
    id: string,
    inputs: object,
    computed: object,
  ) => ({
    ...common,
    urn: `urn:pulumi:dev::test-project::pulumi-nodejs:dynamic/ontap-iscsi:${type}::${name}`,
    type: `pulumi-nodejs:dynamic/ontap-iscsi:${type}`,
    id,
    inputs: { ...inputs, __provider: providerText(type) },
    outputs: { ...inputs, ...computed, __provider: providerText(type) },
  });
  const many = [
    ...Array.from({ length: services }, (_, n) =>
      resource(
        "IscsiService",
        `svm${n}`,
        svmUuid(n),
        { svm: { name: `svm${n}` }, enabled: true },
        { svmName: `svm${n}`, svmUuid: svmUuid(n) },
      ),
    ),
    ...Array.from({ length: credentials }, (_, n) => {
      const svm = n % services;
      const password = { ...SECRET, plaintext: JSON.stringify(`password-of-${n}`) };
      const inputs = {
        svm: { name: `svm${svm}` },
        initiator: initiator(n),
        authenticationType: "chap",
        chap: { inbound: { user: `user${n}`, password } },
      };
      return resource("IscsiCredentials", `host${n}`, `${svmUuid(svm)}/${initiator(n)}`, inputs, {
        svmName: `svm${svm}`,
        svmUuid: svmUuid(svm),
      });
    }),
  ];
  const kept = resources.filter(({ urn }) => !String(urn).includes("dynamic/ontap-iscsi"));
  const file = join(end.project.root, "state.json");
  writeFileSync(
    file,
    JSON.stringify({ ...exported, deployment: { ...exported.deployment, resources: [...kept, ...many] } }),
  );
  await end.project.expect(["stack", "import", "--force", "--file", file]);
}
