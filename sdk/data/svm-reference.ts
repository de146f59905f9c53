/** An SVM by name, by UUID, or both; with both the UUID decides, since an SVM can be renamed. */
export interface SvmReference {
  readonly name?: string;
  readonly uuid?: string;
}
