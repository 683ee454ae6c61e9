/** A way on, as a button of a page. */
export interface Link {
  href: string;
  label: string;
}
