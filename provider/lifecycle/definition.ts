import type { OntapClient, OntapError, QueryExpression } from "../rest";
import type { Failure } from "../schema/failure";
import type { PropertyMap } from "../schema/property-map";
import type { SvmReference } from "../schema/svm";
import type { NamedBy } from "../spec/identity";
import type { Properties, ReplacingProperty } from "../spec/property";
import type { PlannedOn } from "./planned";
import type { ProviderContext } from "./provider-context";
import type { SessionImpact } from "./session-impact";
import type { RowNotes, Rows } from "./table/rows";

/** Arguments that every resource has. */
export interface CommonInputs {
  readonly svm: SvmReference;
  readonly cluster?: string;
  readonly adopt?: boolean;
  /** For kinds that are many objects in one also a list: of those for which it is true. */
  readonly forceDisconnect?: boolean | readonly string[];
}

/** What tells an object from all others of its kind on one cluster. */
export interface ObjectKey {
  readonly svmUuid: string;
  /** Its name there, for kinds of which an SVM has several. */
  readonly name?: string;
}

/** What a list is to hold. Without `svmNames` and `svmUuids`: all objects of the kind on the cluster. */
export interface ListExtent {
  /** Only on SVMs whose name matches. */
  readonly svmNames?: QueryExpression | undefined;
  /** Only on these SVMs; at least one. */
  readonly svmUuids?: readonly [string, ...string[]] | undefined;
  /** Called with each row of another shape than ONTAP documents; the row is then left out. */
  onMalformed(row: unknown): void;
}

/** What ONTAP adds to an object: outputs under keys of their own. */
export interface Computed {
  readonly svmName: string;
  readonly svmUuid: string;
  readonly [output: string]: string;
}

/** A property that ONTAP adds to an object, under a key of its own. */
export interface OutputProperty {
  /** What it is, for a program's author. Markdown, whole sentences. */
  readonly doc: string;
  /** The field of ONTAP's record that shows it, by wire name. */
  readonly field: string;
  /** Where it is a name that may change on the array: what is called so, for a note in a refresh. */
  readonly nameOf?: string;
  /** What such a change asks of the program, as a sentence. */
  readonly onRename?: string;
}

/** How far a list of changes came. */
export interface Progress<Inputs> {
  readonly reached: Inputs;
  /** How many of the changes were carried out. */
  readonly done: number;
  readonly failure: OntapError | undefined;
  /** What ONTAP adds to the object, where the changes were the first to learn it. */
  readonly computed?: Computed | undefined;
  /** What is kept of its rows besides what they are, for kinds that are many objects in one. */
  readonly kept?: Kept;
}

/** What is kept of the rows of many objects in one. */
export interface Kept {
  readonly notes?: RowNotes | undefined;
  /** What the row that ONTAP makes itself was when it was adopted. */
  readonly adoptedFrom: string | undefined;
}

/** What changes of many objects in one need besides the array. */
export interface Run extends Kept {
  readonly context: ProviderContext;
  /** Tells the adoption of the object from another; undefined where it adopted nothing. */
  readonly owner: string | undefined;
  /** True where the object is in no state yet, so that what fails of it is recorded neither. */
  readonly isCreation?: boolean;
  /** True where a list showed what is there, so that what is to be created is known to be absent. */
  readonly hasLooked?: boolean;
}

/** Many objects that are changed together, several at a time; some of them may fail. */
export interface Bulk<Inputs> {
  carryOut(ontap: OntapClient, run: Run): Promise<Progress<Inputs>>;
}

/** What it takes to change an object. */
export type Change<Inputs, Wire> = SingleChange<Inputs, Wire> | Bulk<Inputs>;

/** One request that changes an object, and what the object is like once it has been carried out. */
export interface SingleChange<Inputs, Wire> {
  /** What the request does, for messages: `set the target alias`. */
  readonly what: string;
  /** The inputs that hold then. What a request sends beyond them, such as a default of ONTAP's, is no part of this. */
  readonly after: Inputs;
  send(ontap: OntapClient): Promise<void>;
  /** True where the object shows all that was sent. Never where that holds a password, which no object shows. */
  wasApplied(wire: Wire): boolean;
}

/** An object that must be there before another one on the same SVM can be created. */
export interface Need {
  /** ONTAP's code that says that it is missing. */
  readonly missing: string;
  /** Singular, for messages: `iSCSI service`. */
  readonly noun: string;
  /** How a program says that it needs it, as a sentence. */
  readonly advice: string;
}

/** Objects that ONTAP deletes with another one on the same SVM. */
export interface PrerequisiteOf {
  /** Plural, for messages: `iSCSI credentials`. */
  readonly nouns: string;
  /** What a program should do so that they go and come with it, as a sentence. */
  readonly advice: string;
}

/** What is particular to objects that ONTAP makes itself, together with another one, and that cannot be deleted. */
export interface BuiltIn<Inputs> {
  /** Its name on every SVM. */
  readonly name: string;
  /** True for such an object: creating the resource means adopting it. */
  is(inputs: Inputs): boolean;
  /** True where it is just as ONTAP made it, so that it is safe to ignore where it is in no state. */
  isPristine(inputs: Inputs): boolean;
  /** What it is before it is adopted, to be known again when the resource is deleted. */
  describe(inputs: Inputs): string;
}

/** For kinds of which one object of an SVM stands in for every one that is not there. */
export interface StandIn<Inputs> {
  /** The object that stands in for the one with that key; undefined for itself. */
  keyFor(key: ObjectKey): ObjectKey | undefined;
  /** What that means for those whom a deleted object was for, as a clause. Without inputs it could not be read. */
  says(standIn: Inputs | undefined): string;
}

/** Whom an object lets in. */
export interface Access {
  /** In a few words: `none, from anywhere`. */
  readonly admits: string;
  /** False where it lets in nobody. */
  readonly isOpen: boolean;
}

/** What a deletion may need besides the object itself. */
export interface Removal<Inputs> {
  /** What the object was when the resource adopted it, for objects that ONTAP made itself. */
  readonly adoptedFrom: string | undefined;
  /** True where the resource adopted an object that was there before. */
  readonly adopted: boolean;
  /** True where another object goes in this run with which ONTAP deletes this one. */
  readonly goesWithAnother: boolean;
  /** What is to be left of the object on the array; undefined where it is to be gone. */
  readonly left: Inputs | undefined;
  /** What the deletion of many objects in one needs. */
  readonly run: Run;
  /** Refuses where deleting an object in this state would take hosts off their disks. */
  guard(have: Inputs): Promise<void>;
  warn(text: string): void;
}

/**
 * A kind of object on ONTAP that is managed as a resource: everything that is particular to it, in one value. What is
 * common to all resources is written once against this (see the other files of this folder) and knows none by name.
 */
export interface ResourceDefinition<Inputs extends CommonInputs, Wire> {
  /** Name of the resource class. */
  readonly type: string;
  /** Singular, for messages: `iSCSI service`. */
  readonly noun: string;
  /** What it is, for a program's author. Markdown, whole sentences. */
  readonly doc: string;
  /** What deleting it does, for a program's author. Markdown, whole sentences. */
  readonly deletion: string;
  /** A program's lines that create one. */
  readonly example: string;
  /** Its arguments, as they are declared. */
  readonly properties: Properties;
  /** What ONTAP adds to it. */
  readonly outputs: Readonly<Record<string, OutputProperty>>;
  /** Fields of ONTAP's record that show arguments and outputs, by wire name. */
  readonly fields: readonly string[];
  /** The argument that names it, for kinds of which an SVM has several. */
  readonly namedBy?: NamedBy;
  /** Arguments that make it another object when they change. */
  readonly replacedBy: readonly ReplacingProperty[];
  /** ONTAP's codes that say of this very object that it does not exist. */
  readonly gone: readonly string[];
  /** ONTAP's code that says that the object exists already. */
  readonly exists: string;
  /** The objects of the SVM that can only be created once this one is there, and that ONTAP deletes with it. */
  readonly prerequisiteOf?: PrerequisiteOf;
  /** The object that must be there before this one can be created, and with which ONTAP deletes this one. */
  readonly needs?: Need;

  /** Every failure that can be found without asking the array. `recorded` are the inputs of the last run. */
  failures(news: PropertyMap, recorded: PropertyMap): readonly Failure[];
  /** The one form in which equal arguments are kept. */
  normalised(news: PropertyMap, recorded: PropertyMap): PropertyMap;
  /** The inputs in a bag that was normalised before, or that comes from the state. */
  inputs(properties: PropertyMap): Inputs;
  /** Which object, for messages: `the iSCSI service of SVM svm1`. */
  title(inputs: Inputs): string;

  id(key: ObjectKey): string;
  /** The key in an id. Throws `configuration` for a string that is no id of this kind. */
  key(id: string): ObjectKey;
  keyOf(wire: Wire): ObjectKey;
  /** The key of the object that these inputs mean, on the SVM of that UUID. */
  keyOn(svmUuid: string, inputs: object): ObjectKey;
  computed(wire: Wire): Computed;
  /** What the object's inputs would be as it stands, told in the recorded notation wherever that means the same. */
  observed(wire: Wire, recorded: Inputs | undefined): Inputs;

  /**
   * Asks the array in one request, the same for every kind, which SVMs have the object that others need (see
   * `prerequisiteOf`): the first request of a run that plans a change.
   */
  probe(ontap: OntapClient): Promise<readonly SvmReference[]>;
  get(ontap: OntapClient, key: ObjectKey): Promise<Wire>;
  /** All objects of the kind within that extent, with no more fields than `observed` and `computed` need. */
  list(ontap: OntapClient, extent: ListExtent): Promise<readonly Wire[]>;
  /** The object that these inputs mean, in one request; undefined where there is none. */
  locate(ontap: OntapClient, inputs: Inputs): Promise<Wire | undefined>;

  create(ontap: OntapClient, inputs: Inputs): Promise<Wire>;
  /** What `create` alone makes of an object, as inputs: without what is sent in a request of its own. */
  posted(inputs: Inputs): Inputs;
  /** The fewest requests that turn one into the other, in the order that leaves the better state if one fails. */
  changes(
    key: ObjectKey,
    have: Inputs,
    want: Inputs,
    svmName: string,
    notes?: RowNotes,
  ): ReadonlyArray<Change<Inputs, Wire>>;
  remove(ontap: OntapClient, key: ObjectKey, have: Inputs, removal: Removal<Inputs>): Promise<void>;

  /** True where a change of this object must not run at the same time as any other change on its SVM. */
  isExclusive(inputs: Inputs): boolean;
  /** For kinds of which ONTAP makes some itself: how these are recognized and treated. */
  readonly builtIn?: BuiltIn<Inputs>;
  /** Inputs without what ONTAP never shows, so that a comparison finds that to be missing. */
  withoutSecrets(inputs: Inputs): Inputs;
  /**
   * Which live sessions a change (or, without `want`, the deletion) could hit, together with what else is `planned` on
   * the SVM; none where it can hit nobody.
   */
  sessionImpact(
    key: ObjectKey,
    have: Inputs,
    want: Inputs | undefined,
    planned: PlannedOn,
    notes?: RowNotes,
  ): readonly SessionImpact[];
  /** Whom the object lets in, for reports. */
  access(inputs: Inputs): Access;
  /** What a change lets in that was kept out before, for a warning; undefined where it lets in nothing new. */
  widensAccess(have: Inputs, want: Inputs): string | undefined;
  /** What a deletion leaves of an object with these inputs on the array; undefined, or left out, for nothing. */
  leaves?(have: Inputs): Inputs | undefined;
  /** What a deletion means where no other object stands in for the deleted one, as a clause; undefined for nothing. */
  deletionNote(have: Inputs, removal: Pick<Removal<Inputs>, "adoptedFrom" | "left">): string | undefined;
  readonly standIn?: StandIn<Inputs>;
  /** For kinds that are many objects of another kind in one. */
  readonly rows?: Rows<Inputs, Wire>;
}
