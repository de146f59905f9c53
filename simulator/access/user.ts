/** A login to the API. */
export interface User {
  readonly name: string;
  /** For Basic authentication and, from 9.14 on, as a bearer token; a user without one has another way to log in. */
  readonly password?: string;
  /** A bearer token besides the password, from 9.14 on. */
  readonly token?: string;
  /** True for a user who logs in with a client certificate of this common name. */
  readonly certificate?: true;
  /** Name of a built-in role, or of one of the settings. */
  readonly role: string;
  /** Name of the SVM that the user belongs to, and sees nothing beyond. */
  readonly svm?: string;
}
