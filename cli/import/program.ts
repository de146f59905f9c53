import { asObject, type PropertyMap } from "../../provider/schema";
import type { ImportPlan, PlannedResource, PlannedSvm } from "./plan";
import { sourceText } from "./source-text";

/** The program that declares what is imported: a table of SVMs and their credentials, and one loop over it. */
export function program({ svms, cluster }: ImportPlan): string {
  const clusterArgument = cluster === undefined ? "" : "cluster, ";
  const prefix = cluster === undefined ? "" : `\${cluster}/`;
  return `import * as pulumi from "@pulumi/pulumi";
import { type InitiatorAddressArgs, IscsiCredentials, IscsiService } from "pulumi-ontap-iscsi";

// Written by \`ontap-iscsi import\`, and yours from here on: a row is a credential, and editing it changes that one.

/** A CHAP user, and the name of the config secret that holds the password. */
interface ChapUser {
  user: string;
  secret: string;
}

interface Credential {
  initiator: string;
  authenticationType: "chap" | "none" | "deny";
  chap?: { inbound: ChapUser; outbound?: ChapUser };
  initiatorAddress?: InitiatorAddressArgs;
}

interface Svm {
  svm: { name: string; uuid: string };
  service?: { enabled: boolean; target: { alias: string } };
  credentials: Credential[];
}
${cluster === undefined ? "" : `\nconst cluster = ${sourceText(cluster)};\n`}
const svms: Svm[] = [
${svms.map(svmText).join("")}];

const config = new pulumi.Config();

function withPassword({ user, secret }: ChapUser) {
  return { user, password: config.requireSecret(secret) };
}

for (const { svm, service, credentials } of svms) {
  const target = service && new IscsiService(\`${prefix}\${svm.name}\`, { ${clusterArgument}svm, ...service });
  for (const { chap, ...credential } of credentials) {
    new IscsiCredentials(\`${prefix}\${svm.name}/\${credential.initiator}\`, {
      ${clusterArgument}svm: target?.svm ?? svm,
      ...credential,
      chap: chap && {
        inbound: withPassword(chap.inbound),
        outbound: chap.outbound && withPassword(chap.outbound),
      },
    });
  }
}
`;
}

function svmText({ svm, service, credentials }: PlannedSvm): string {
  return [
    "  {",
    `    svm: ${sourceText(svm)},`,
    ...(service === undefined ? [] : [`    service: ${sourceText(own(service.object.inputs))},`]),
    "    credentials: [",
    ...credentials.map((credential) => `      ${sourceText(row(credential))},`),
    "    ],",
    "  },\n",
  ].join("\n");
}

/** A credential's arguments, with the name of a secret in the place of each password. */
function row({ object, passwords }: PlannedResource): PropertyMap {
  const { chap, ...rest } = own(object.inputs);
  const pairs = passwords.map(({ direction, secret }) => [
    direction,
    { ...asObject(asObject(chap)?.[direction]), secret },
  ]);
  return pairs.length === 0 ? rest : { ...rest, chap: Object.fromEntries(pairs) };
}

/** The object's own arguments: the SVM is given above them. */
function own({ svm: _svm, ...rest }: PropertyMap): PropertyMap {
  return rest;
}
