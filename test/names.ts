/** UUID of `svm1`, the first SVM of a simulator without a fixture and of the examples in ONTAP's documents. */
export const SVM1 = "19d04b8e-94d7-11e8-8370-005056b48fd2";
/** UUID of `svm2`, the second one. */
export const SVM2 = "25f617cf-94d7-11e8-8370-005056b48fd2";

/** Initiator of the host that a test is about. */
export const HOST = "iqn.1998-01.com.corp.iscsi:name1";
/** Initiator of a host beside it. */
export const OTHER_HOST = "iqn.1998-01.com.corp.iscsi:name2";

/** A resource's argument that names `svm1`. */
export const ON_SVM1 = { svm: { name: "svm1" } };
