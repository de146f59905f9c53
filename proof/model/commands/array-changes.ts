import type { RowObject } from "../array-state";
import type { World } from "../world";
import { Command } from "./command";

const MOST_SVMS = 5;

/** An administrator renames an SVM; its old name may then be that of a new SVM, or of another. */
export class RenameSvm extends Command {
  constructor(
    private readonly place: number,
    private readonly successor: "none" | "new" | "other",
  ) {
    super();
  }

  check({ present }: Readonly<World>): boolean {
    return this.successor !== "new" || present.svms.length < MOST_SVMS;
  }

  protected async act(world: World): Promise<void> {
    const { svms } = world.present;
    const svm = svms[this.place % svms.length];
    const other = svms[(this.place + 1) % svms.length];
    if (svm === undefined || other === undefined) {
      return;
    }
    const to = `svm${world.nextName}`;
    world.nextName += 1;
    world.formerNames.push(svm.name);
    const added = `${svms.length.toString().repeat(8)}-94d7-11e8-8370-005056b48fd2`;
    const renamed = [{ ...svm, name: to }];
    this.shown = `array: ${svm.name} is now called ${to}`;
    if (this.successor === "new") {
      renamed.push({ uuid: added, name: svm.name });
      this.shown += `, and a new SVM (${added}) ${svm.name}`;
    } else if (this.successor === "other") {
      world.formerNames.push(other.name);
      renamed.push({ ...other, name: svm.name });
      this.shown += `, and ${other.name} ${svm.name}`;
    }
    await world.array.setSvms(renamed);
    await world.look();
  }
}

/** What an administrator does with a service. */
export type ServiceByHand = { readonly enabled: boolean } | { readonly alias: string } | "delete" | "create";

/** A service is changed behind Pulumi's back. */
export class ChangeServiceByHand extends Command {
  constructor(
    private readonly place: number,
    private readonly change: ServiceByHand,
  ) {
    super();
  }

  check({ present: { services, svms } }: Readonly<World>): boolean {
    return this.change === "create" ? services.size < svms.length : services.size > 0;
  }

  protected async act(world: World): Promise<void> {
    const { array, present } = world;
    const { change, place } = this;
    const without = present.svms.filter(({ uuid }) => !present.services.has(uuid));
    const from = change === "create" ? without.map(({ uuid }) => uuid) : [...present.services.keys()];
    const uuid = from[place % from.length];
    this.shown = `array: the service of ${uuid} by hand: ${JSON.stringify(change)}`;
    if (change === "create") {
      await array.byHand("POST", "services", { svm: { uuid } });
    } else if (change === "delete") {
      await array.byHand("PATCH", `services/${uuid}`, { enabled: false });
      await array.byHand("DELETE", `services/${uuid}`);
    } else {
      await array.byHand("PATCH", `services/${uuid}`, "alias" in change ? { target: change } : change);
    }
    await world.look();
  }
}

/** A credential is changed behind Pulumi's back, made, or deleted. */
export class ChangeRowByHand extends Command {
  constructor(
    private readonly place: number,
    private readonly change: Partial<RowObject> | "delete" | { readonly initiator: string; readonly as: RowObject },
  ) {
    super();
  }

  check(world: Readonly<World>): boolean {
    return this.#idIn(world) !== undefined;
  }

  protected async act(world: World): Promise<void> {
    const { array, present } = world;
    const id = this.#idIn(world);
    if (id === undefined) {
      return;
    }
    const { change } = this;
    this.shown = `array: the credential ${id} by hand: ${JSON.stringify(change)}`;
    const row = present.rows.get(id);
    if (change === "delete") {
      await array.setRow(id, undefined);
    } else if ("as" in change) {
      await array.setRow(id, change.as);
    } else if (row !== undefined) {
      await array.setRow(id, { ...row, ...change });
    }
    await world.look();
  }

  #idIn({ present: { rows, services } }: Readonly<World>): string | undefined {
    const { change, place } = this;
    if (typeof change === "object" && "initiator" in change) {
      const svm = [...services.keys()][place % Math.max(1, services.size)];
      return svm === undefined || rows.has(`${svm}/${change.initiator}`) ? undefined : `${svm}/${change.initiator}`;
    }
    const ids = [...rows.keys()].filter((id) => change !== "delete" || !id.endsWith("/default"));
    const id = ids[place % Math.max(1, ids.length)];
    return id !== undefined && typeof change === "object" && "addresses" in change && id.endsWith("/default")
      ? undefined
      : id;
  }
}

/** A host logs in, with the user and password that its row asks for. */
export class LogIn extends Command {
  constructor(
    private readonly place: number,
    private readonly initiator: string,
    private readonly address: string,
  ) {
    super();
  }

  check({ present }: Readonly<World>): boolean {
    return present.services.size > 0;
  }

  protected async act(world: World): Promise<void> {
    const { array, present } = world;
    const uuids = [...present.services.keys()];
    const svm = present.svms.find(({ uuid }) => uuid === uuids[this.place % uuids.length]);
    if (svm === undefined) {
      return;
    }
    const row = present.rows.get(`${svm.uuid}/${this.initiator}`) ?? present.rows.get(`${svm.uuid}/default`);
    const isIn = await array.letsIn(svm, this.initiator, this.address, row?.type === "chap" ? { ...row.inbound } : {});
    this.shown = `${this.initiator} logs in to ${svm.name} from ${this.address}${isIn ? "" : ", and is refused"}`;
    await world.look();
  }
}

/** The hosts of an SVM log out. */
export class LogOut extends Command {
  constructor(private readonly place: number) {
    super();
  }

  check({ present }: Readonly<World>): boolean {
    return present.sessions.length > 0;
  }

  protected async act(world: World): Promise<void> {
    const { sessions, svms } = world.present;
    const svm = svms.find(({ uuid }) => uuid === sessions[this.place % sessions.length]?.svm);
    this.shown = `the hosts of ${svm?.name} log out`;
    await world.array.control("DELETE", `/sessions?svm=${svm?.name}`);
    await world.look();
  }
}

/** Time passes on the array. */
export class Clock extends Command {
  constructor(private readonly hours: number) {
    super();
  }

  check(): boolean {
    return true;
  }

  protected async act({ array }: World): Promise<void> {
    const { now } = await array.control<{ now: string }>("GET", "/clock");
    await array.control("PUT", "/clock", { now: new Date(Date.parse(now) + this.hours * 3_600_000).toISOString() });
    this.shown = `array: ${this.hours} hours pass`;
  }
}
