/** A page that may load only files of its own origin, and pictures that stand in the text. */
export const OWN_FILES =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src data:";

/** The same, where no text becomes a script or markup but through a policy that the page names. */
export const TYPED = `${OWN_FILES}; require-trusted-types-for 'script'`;
