// biome-ignore-all lint/style/noDefaultExport: these are the exports of the package.
// The parts of css-tree that need none of its data files, which a bundle would have to carry beside it.
declare module 'css-tree/parser' {
  import { parse } from 'css-tree'
  export default parse
}
declare module 'css-tree/generator' {
  import { generate } from 'css-tree'
  export default generate
}
declare module 'css-tree/walker' {
  import { walk } from 'css-tree'
  export default walk
}
