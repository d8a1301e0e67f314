import { OptionDefaults } from 'typedoc';

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'tactful',
  entryPointStrategy: 'packages',
  entryPoints: ['packages/tactful', 'packages/simulator'],
  out: 'docs/api',
  readme: 'none',
  includeVersion: true,
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  packageOptions: {
    blockTags: [...OptionDefaults.blockTags, '@fires', '@csspart', '@cssprop', '@slot', '@attr'],
    validation: { notExported: true, invalidLink: true, notDocumented: true },
    requiredToBeDocumented: ['Enum', 'Variable', 'Function', 'Class', 'Interface', 'TypeAlias', 'Method', 'Accessor'],
    disableSources: true, // the sources' addresses depend on where the repository lives
    excludeInternal: true,
    excludeExternals: true,
    excludePrivate: true,
    readme: 'none',
  },
};
