/** Who may import whom. Each rule says where the code should go instead. */
const layer = (name) => `^src/${name}/`
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbid(
      'no-circles',
      'Two files that need each other are one thought: move what both need into a third.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'bot-is-neutral',
      'bot/ knows no noun, no platform and no table: pass what it needs through House (bot/house.ts).',
      { path: layer('bot') },
      { path: '^src/(?!bot/)', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'bot-needs-little',
      'bot/ stands on zod and Temporal alone: put what needs another package into the layer that uses it.',
      { path: layer('bot') },
      { path: 'node_modules', pathNot: 'node_modules/(zod|temporal-polyfill)/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'understanding-is-pure',
      'understanding/ is pure: give it the customers, the clock and the zone; it asks no database.',
      { path: layer('understanding') },
      { path: '^src/(?!understanding/)' },
    ),
    forbid(
      'database-is-below',
      'database/ knows nothing of the house above it: let the caller pass it in.',
      { path: layer('database') },
      { path: '^src/(?!database/)' },
    ),
    forbid(
      'crm-is-no-adapter',
      'A noun says what it answers as a card; rendering belongs to the adapters, sending to delivery/.',
      { path: layer('crm') },
      { path: '^src/(adapters|delivery|http|cli|main|house|rooms|config)' },
    ),
    forbid(
      'adapters-name-no-noun',
      'Adapters are given the bot and translate; what a noun knows goes into an operation or a card.',
      { path: layer('adapters') },
      { path: '^src/(crm|database|delivery|understanding|cli|main|house|rooms|config|http)' },
    ),
    forbid(
      'adapters-stand-apart',
      'One platform must not lean on another: what both need belongs into bot/.',
      { path: '^src/adapters/([^/]+)/' },
      { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    ),
    forbid(
      'delivery-names-no-noun',
      'Delivery is given the registry: let the noun bring a notice or a job in its index.ts.',
      { path: layer('delivery') },
      { path: '^src/(crm|adapters|understanding|cli|main|house|rooms|config|http)' },
    ),
    forbid(
      'only-main-and-cli-know-all',
      'main.ts is the composition root: take what you need as an argument.',
      { path: '^src/(bot|crm|understanding|adapters|delivery|database|http)/' },
      { path: '^src/(main|house|rooms|config|log)\\.ts$' },
    ),
    forbid(
      'no-unknown-packages',
      'Not in package.json: add it there, or do without.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'no-dev-packages-in-src',
      'src/ runs without the development packages: move the package to dependencies, or the code to test/.',
      { path: '^src' },
      { dependencyTypes: ['npm-dev'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/database/generated|playground/page' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
