/** The worker, bundled and minified, as a string: made by the build for pages on which the worker file cannot start. */
declare module 'inline-worker:*' {
  const code: string;
  export default code;
}
