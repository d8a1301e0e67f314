import { OptionDefaults } from 'typedoc';

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'tactful',
  entryPointStrategy: 'packages',
  entryPoints: ['packages/tactful', 'packages/simulator'],
  out: 'docs/api',
  readme: 'none',
  includeVersion: true,
  disableGit: true,
  sourceLinkTemplate: '{path}#L{line}',
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  packageOptions: {
    blockTags: [...OptionDefaults.blockTags, '@fires', '@csspart', '@cssprop', '@slot', '@attr'],
    validation: { notExported: true, invalidLink: true, notDocumented: true },
    requiredToBeDocumented: ['Enum', 'Variable', 'Function', 'Class', 'Interface', 'TypeAlias', 'Method', 'Accessor'],
    excludeInternal: true,
    excludeExternals: true,
    excludePrivate: true,
    readme: 'none',
  },
};
