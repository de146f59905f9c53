/** The package, and its classes without anything in them. */
const PACKAGES = { ours: "pulumi-ontap-iscsi", floor: "ontap-iscsi-floor" } as const;

/** Whose classes a program uses: those of the package, or those of the floor. */
export type Side = keyof typeof PACKAGES;

/** What the figures of these programs are measured against. */
export const FLOOR_TITLE = "the engine with resources of the same names and properties whose provider does nothing";

const beginning = (side: Side): string => `const pulumi = require("@pulumi/pulumi");
const { IscsiService, IscsiCredentials, IscsiCredentialsTable } = require("${PACKAGES[side]}");
const numbers = (count) => Array.from({ length: Number(count) }, (_, n) => n);
const initiator = (n) => \`iqn.1998-01.com.example:host-\${n}\`;
const login = (n) => ({
  authenticationType: "chap",
  chap: { inbound: { user: \`user-\${n}\`, password: pulumi.secret(\`chap-pw-of-\${n}\`) } },
});
const services = numbers(process.env.BENCH_SERVICES).map(
  (n) => new IscsiService(\`svm-\${n}\`, { svm: { name: \`svm-\${n}\` } }),
);
`;

/** Hosts as a resource each, spread over the services. */
export const singleHosts = (side: Side): string => `${beginning(side)}
for (const n of numbers(process.env.BENCH_HOSTS)) {
  const { svm } = services[n % services.length];
  new IscsiCredentials(\`host-\${n}\`, { svm, initiator: initiator(n), ...login(n) });
}
`;

/** Hosts of the first service as one table. */
export const tableOfHosts = (side: Side): string => `${beginning(side)}
const credentials = Object.fromEntries(numbers(process.env.BENCH_HOSTS).map((n) => [initiator(n), login(n)]));
new IscsiCredentialsTable("table", { svm: services[0].svm, credentials });
`;
