// Stands in the bundle for Node's `os`, of which a dependency asks the home directory. Segment has no Node modules.
export const homedir = undefined
