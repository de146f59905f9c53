import { ChangeRowByHand, ChangeServiceByHand, LogIn, RenameSvm } from "./commands/array-changes";
import type { Command } from "./commands/command";
import { Change, DeclareRow, DeclareService } from "./commands/program-edits";
import { Refresh } from "./commands/refresh";
import { Up, type UpOptions } from "./commands/up";

/** Commands by which an earlier build went wrong; every run begins with them. */
export interface KnownSequence {
  /** What went wrong. */
  readonly name: string;
  /** The rule that it broke. */
  readonly rule: string;
  readonly commands: readonly Command[];
  /** Answers to what the documents leave open. */
  readonly unknowns: Readonly<Record<string, unknown>>;
}

const HOST = "iqn.1998-01.com.example:host1";
const inbound = { user: "host1", password: "0123456789abcdef" };
const outbound = { user: "array1", password: "fedcba9876543210" };
const onFirst = { svm: { by: "name" as const, svm: 0 } };

function up(options: Partial<UpOptions> = {}): Up {
  const usual = { hasPreview: false, isAhead: false, targets: [], isForced: false, fault: undefined };
  return new Up({ stack: "A", ...usual, ...options });
}

function fault(kind: string, method: "writes" | "POST"): Partial<UpOptions> {
  return { fault: { kind, method, nth: 1, times: 1 } };
}

function openRow(name: string, initiator: string): DeclareRow {
  return new DeclareRow("A", name, { ...onFirst, initiator, type: "none" });
}

const serviceByHand = new ChangeServiceByHand(0, "create");

export const knownSequences: readonly KnownSequence[] = [
  {
    name: "the service of an SVM that the program no longer names is changed, since the recorded name is now another's",
    rule: "an object is what its UUID says",
    commands: [
      new DeclareService("A", "s1", { ...onFirst, alias: "prod" }),
      up(),
      new RenameSvm(0, "new"),
      new Change("A", "s1", { kind: "IscsiService", to: { svm: { by: "uuid", svm: 3 }, enabled: false } }),
      up(),
    ],
    unknowns: {},
  },
  {
    name: "a credential stays on the SVM that lost its name, though its service is made on the one that has it now",
    rule: "an object is what its UUID says",
    commands: [
      new DeclareService("A", "s1", onFirst),
      new DeclareRow("A", "c1", { svm: "s1", initiator: HOST, type: "none" }),
      up(),
      new RenameSvm(0, "new"),
      new ChangeServiceByHand(0, "delete"),
      new Refresh({ stack: "A", fault: undefined }),
      up(),
    ],
    unknowns: { credentialsGoWithService: false },
  },
  {
    name: "a name and a UUID of two different SVMs are accepted",
    rule: "no write outside the program's objects",
    commands: [
      serviceByHand,
      serviceByHand,
      new DeclareRow("A", "c1", { svm: { by: "crossed", svm: 0 }, initiator: "default", type: "deny" }),
      up(),
    ],
    unknowns: {},
  },
  {
    name: "two changes of one run that are harmless alone bar a host together",
    rule: "no session is barred without a force",
    commands: [
      serviceByHand,
      openRow("c1", HOST),
      openRow("c2", "default"),
      up(),
      new LogIn(0, HOST, "10.0.0.3"),
      new Change("A", "c1", { kind: "IscsiCredentials", to: { initiator: "iqn.1998-01.com.example:host2" } }),
      new Change("A", "c2", { kind: "IscsiCredentials", to: { type: "deny" } }),
      up({ isAhead: true }),
    ],
    unknowns: {},
  },
  {
    name: "after a lost reply, a credential that somebody else made is taken for what the create made",
    rule: "what exists is adopted only where the program says so",
    commands: [
      serviceByHand,
      new ChangeRowByHand(0, {
        initiator: HOST,
        as: { type: "chap", inbound: { ...inbound, password: "another-password" }, outbound: undefined, addresses: [] },
      }),
      new DeclareRow("A", "c1", { ...onFirst, initiator: HOST, type: "chap", inbound }),
      up(fault("loseReply", "POST")),
    ],
    unknowns: {},
  },
  {
    name: "a removal that never reached the array is taken for done",
    rule: "after a run without an error the array is as the program says: alias",
    commands: [
      new DeclareService("A", "s1", { ...onFirst, alias: "prod" }),
      up(),
      new Change("A", "s1", { kind: "IscsiService", to: { alias: undefined } }),
      up(fault("refuse", "writes")),
    ],
    unknowns: {},
  },
  {
    name: "an outbound pair that was removed comes back with the type chap",
    rule: "after a run without an error the array is as the program says: outbound",
    commands: [
      serviceByHand,
      new DeclareRow("A", "c1", { ...onFirst, initiator: HOST, type: "chap", inbound, outbound }),
      up(),
      new Change("A", "c1", { kind: "IscsiCredentials", to: { type: "none", outbound: undefined } }),
      up(),
      new Change("A", "c1", { kind: "IscsiCredentials", to: { type: "chap" } }),
      up(),
    ],
    unknowns: { secretsGoWithType: false, outboundKeptOnPatch: true },
  },
];
