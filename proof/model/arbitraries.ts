import fc from "fast-check";
import type { UserAndPassword } from "./array-state";
import { Apply } from "./commands/apply";
import { ChangeRowByHand, ChangeServiceByHand, Clock, LogIn, LogOut, RenameSvm } from "./commands/array-changes";
import type { Command } from "./commands/command";
import {
  Change,
  DeclareRow,
  DeclareService,
  type ReferenceChoice,
  Remove,
  type RowChange,
  type ServiceChange,
} from "./commands/program-edits";
import { Refresh } from "./commands/refresh";
import { Up } from "./commands/up";
import type { AddressList } from "./program";
import type { Fault } from "./simulated-array";

const HOSTS = ["iqn.1998-01.com.example:host1", "iqn.1998-01.com.example:host2", "eui.0123456789abcdef"] as const;
const SERVICES = ["s1", "s2"] as const;
const ROWS = ["c1", "c2", "c3"] as const;

const stack = fc.constantFrom("A" as const, "B" as const);
const place = fc.nat({ max: 4 });
/** Plain objects, as those that the array's answers are made of. */
const record = <Of extends object>(of: { [Key in keyof Of]: fc.Arbitrary<Of[Key]> }): fc.Arbitrary<Of> =>
  fc.record<Of>(of, { noNullPrototype: true });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const cleared = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 1 });
const rarely = fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant(true) });

const reference: fc.Arbitrary<ReferenceChoice> = record({
  by: fc.oneof(
    { weight: 6, arbitrary: fc.constant("name" as const) },
    { weight: 4, arbitrary: fc.constant("uuid" as const) },
    { weight: 2, arbitrary: fc.constant("both" as const) },
    { weight: 2, arbitrary: fc.constant("crossed" as const) },
    { weight: 1, arbitrary: fc.constant("former" as const) },
  ),
  svm: place,
});
const rowReference = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SERVICES) },
  { weight: 2, arbitrary: reference },
);
const initiator = fc.constantFrom(...HOSTS, "default");
const type = fc.constantFrom("none" as const, "chap" as const, "deny" as const);
const inbound: fc.Arbitrary<UserAndPassword> = record({
  user: fc.constantFrom("host1", "host2"),
  password: fc.constantFrom("0123456789abcdef", "another-password"),
});
const outbound: fc.Arbitrary<UserAndPassword> = record({
  user: fc.constantFrom("array1", "array2"),
  password: fc.constantFrom("fedcba9876543210", "array-password-2"),
});
const NETWORK = { address: "10.0.0.0", netmask: "24" };
const addresses = fc.constantFrom<AddressList>(
  { masks: [NETWORK] },
  { ranges: [{ start: "10.0.0.1", end: "10.0.0.5" }] },
  { ranges: [{ start: "10.0.0.2", end: "10.0.0.9" }], masks: [{ address: "10.0.1.0", netmask: "24" }] },
);
const alias = fc.constantFrom("prod", "test", "");

const serviceChange: fc.Arbitrary<ServiceChange> = fc.oneof<fc.Arbitrary<ServiceChange>[]>(
  record({ enabled: maybe(fc.boolean()) }),
  record({ alias: cleared(alias) }),
  record({ svm: reference }),
  record({ enabled: maybe(fc.boolean()), alias: maybe(alias) }),
  record({ alias: maybe(alias), svm: reference }),
  record({ adopt: rarely, forceDisconnect: rarely }),
);
const rowChange: fc.Arbitrary<RowChange> = fc.oneof<fc.Arbitrary<RowChange>[]>(
  record({ type }),
  record({ type, inbound, outbound: maybe(outbound) }),
  record({ inbound }),
  record({ outbound: maybe(outbound) }),
  record({ addresses: maybe(addresses) }),
  record({ svm: rowReference }),
  record({ initiator }),
  record({ initiator, type, adopt: rarely }),
  record({ adopt: rarely, forceDisconnect: rarely }),
  record({ onRemove: fc.constantFrom("delete" as const, "deny" as const, undefined) }),
);
const newService = record({ svm: reference, enabled: maybe(fc.boolean()), alias: maybe(alias), adopt: rarely });
const newRow = record({
  svm: rowReference,
  initiator,
  type,
  inbound,
  outbound: maybe(outbound),
  addresses: maybe(addresses),
  adopt: rarely,
});

const fault: fc.Arbitrary<Fault> = record({
  kind: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("loseReply", "refuse", "reset") },
    { weight: 1, arbitrary: fc.constantFrom("status", "truncate", "html", "wrongType", "locked") },
  ),
  method: fc.oneof(
    { weight: 4, arbitrary: fc.constant("writes" as const) },
    { weight: 1, arbitrary: fc.constantFrom("GET" as const, "POST" as const) },
  ),
  nth: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 3 }) }),
  times: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) }),
});
const mayFault = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fault });

const up = record({
  stack,
  hasPreview: fc.boolean(),
  isAhead: fc.boolean(),
  targets: fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(place, { minLength: 1, maxLength: 2 }) },
  ),
  isForced: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  fault: mayFault,
}).map((options) => new Up(options));
const refresh = record({ stack, fault: mayFault }).map((options) => new Refresh(options));

const edit: fc.Arbitrary<Command> = fc.oneof(
  fc.tuple(stack, fc.constantFrom(...SERVICES), newService).map((given) => new DeclareService(...given)),
  { weight: 2, arbitrary: fc.tuple(stack, fc.constantFrom(...ROWS), newRow).map((given) => new DeclareRow(...given)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(stack, fc.constantFrom(...SERVICES), serviceChange)
      .map(([letter, name, to]) => new Change(letter, name, { kind: "IscsiService", to })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(stack, fc.constantFrom(...ROWS), rowChange)
      .map(([letter, name, to]) => new Change(letter, name, { kind: "IscsiCredentials", to })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(stack, fc.constantFrom(...SERVICES, ...ROWS), rarely)
      .map(([letter, name, isRetained]) => new Remove(letter, name, isRetained === true)),
  },
);

const rowObject = record({
  type,
  inbound,
  outbound: maybe(outbound),
  addresses: fc.constant([]),
});
const byHand: fc.Arbitrary<Command> = fc.oneof(
  fc
    .tuple(
      place,
      fc.oneof(
        record({ enabled: fc.constantFrom(false, false, true) }),
        record({ alias: fc.constantFrom("prod", "by-hand") }),
        fc.constantFrom("delete" as const, "create" as const),
      ),
    )
    .map((given) => new ChangeServiceByHand(...given)),
  fc
    .tuple(
      place,
      fc.oneof(
        record({ type, inbound }),
        record({ addresses: fc.constantFrom([], ["10.0.0.0/24"], ["10.0.1.0/24"]) }),
        fc.constant("delete" as const),
        record({ initiator: fc.constantFrom(...HOSTS), as: rowObject }),
      ),
    )
    .map((given) => new ChangeRowByHand(...given)),
);
const others: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(place, fc.constantFrom(...HOSTS), fc.constantFrom("10.0.0.3", "10.0.1.3"))
      .map((given) => new LogIn(...given)),
  },
  { weight: 2, arbitrary: place.map((of) => new LogOut(of)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(place, fc.constantFrom("none" as const, "new" as const, "other" as const))
      .map((given) => new RenameSvm(...given)),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 100 }).map((hours) => new Clock(hours)) },
);

const apply = fc
  .tuple(fc.array(edit, { minLength: 1, maxLength: 3 }), up)
  .map(([edits, then]) => new Apply(edits, [then]));
/** Of a refresh that comes by chance, most find nothing. */
const drift = byHand.map((change) => {
  const refreshes = (["A", "B"] as const).map((letter) => new Refresh({ stack: letter, fault: undefined }));
  return new Apply([change], refreshes);
});

/** Commands, those first that a program's author does most. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: apply },
  { weight: 2, arbitrary: edit },
  { weight: 2, arbitrary: up },
  { weight: 2, arbitrary: refresh },
  { weight: 2, arbitrary: byHand },
  { weight: 2, arbitrary: drift },
  { weight: 3, arbitrary: others },
);

/** Answers to what the documents leave open, as far as the model judges by them. */
export const unknowns: fc.Arbitrary<Readonly<Record<string, unknown>>> = record({
  credentialsGoWithService: fc.constantFrom(true, false),
  missingCredentialGet: fc.constantFrom("4", "5374895"),
  secretsGoWithType: fc.constantFrom(true, false),
  outboundKeptOnPatch: fc.constantFrom(true, false),
  clearOutboundAlone: fc.constantFrom(false, true),
  oneListReplacesBoth: fc.constantFrom(true, false),
});

/** What a sequence begins with: nothing, stacks that are deployed, and what makes them go wrong. */
export const beginning: fc.Arbitrary<readonly Command[]> = fc
  .constantFrom<(() => readonly Command[])[]>(
    () => [],
    () => deployed("A", 0),
    () => [...deployed("A", 0), new LogIn(0, HOSTS[0], "10.0.0.3")],
    () => [...deployed("A", 0), new RenameSvm(0, "new")],
    () => [new ChangeServiceByHand(0, "create"), new ChangeServiceByHand(0, "create")],
    () => [...deployed("A", 0), ...deployed("B", 1)],
    () => [
      ...deployed("A", 0),
      ...deployed("B", 1),
      new RenameSvm(0, "other"),
      new Change("A", "s1", { kind: "IscsiService", to: { enabled: false } }),
    ],
  )
  // Lanes run at the same time, and a command notes what it did.
  .map((commands) => commands());

function deployed(letter: "A" | "B", svm: number): readonly Command[] {
  return [
    new DeclareService(letter, "s1", { svm: { by: "name", svm }, alias: "prod" }),
    new DeclareRow(letter, "c1", { svm: "s1", initiator: HOSTS[0] }),
    new DeclareRow(letter, "c2", { svm: "s1", initiator: "default" }),
    new Up({ stack: letter, hasPreview: false, isAhead: false, targets: [], isForced: false, fault: undefined }),
  ];
}
