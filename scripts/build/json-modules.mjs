/** Makes `import data from './some.json' with { type: 'json' }` part of the bundle, as the browser itself would read it. */
export const jsonModules = () => ({
  name: 'json-modules',
  transform(code, id) {
    if (!id.endsWith('.json')) return null;
    const text = JSON.stringify(JSON.stringify(JSON.parse(code)));
    return { code: `export default JSON.parse(${text});`, map: { mappings: '' } };
  },
});
