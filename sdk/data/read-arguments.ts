import type { SvmReference } from "./svm-reference";

/** Arguments that every data function takes. */
export interface ClusterArgs {
  /** Name of a cluster of `ontap-iscsi:clusters`. Default: the cluster of `ontap-iscsi:host`. */
  readonly cluster?: string;
}

/** Arguments of the functions that count, besides the filters. */
export interface CountArgs extends ClusterArgs {
  /** Records per page, 1 or more. Never a cut: further pages are followed. Default: ONTAP's own. */
  readonly maxRecords?: number;
}

/** Arguments of the functions that list, besides the filters and `fields`. */
export interface ListArgs<Order> extends CountArgs {
  /** Order by a field, such as `"svm.name desc"`, or by several. Default: ONTAP's own order. */
  readonly orderBy?: Order | readonly Order[];
}

/** Arguments of the functions that get one object, besides its keys and `fields`. */
export interface GetArgs extends ClusterArgs {
  /** The SVM of the object, by name, UUID or both. With a UUID the object is asked for directly. */
  readonly svm: SvmReference;
}
