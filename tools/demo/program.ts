/** The arguments that the story changes on its way. */
export interface Wanted {
  readonly enabled: boolean;
}

/** The program of the demonstration, as a user would write it. */
export function programText({ enabled }: Wanted): string {
  return `const pulumi = require("@pulumi/pulumi");
const { IscsiService, IscsiCredentials, getIscsiSessionsOutput } = require("pulumi-ontap-iscsi");

const config = new pulumi.Config();
const service = new IscsiService("svm1", {
    svm: { name: "svm1" },
    target: { alias: "prod" },${enabled ? "" : "\n    enabled: false,"}
});
new IscsiCredentials("host1", {
    svm: service.svm,
    initiator: "iqn.1998-01.com.corp.iscsi:host1",
    authenticationType: "chap",
    chap: { inbound: { user: "host1", password: config.requireSecret("host1") } },
});

const sessions = getIscsiSessionsOutput({ svm: { name: "svm1" } });
exports.targetName = service.targetName;
exports.paths = sessions.apply((all) => all.map((session) =>
    \`\${session.initiator?.name} from \${session.connections?.[0]?.initiatorAddress?.address} on \${session.targetPortalGroup}\`));
`;
}
